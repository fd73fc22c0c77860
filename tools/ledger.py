"""The quality ledger: Lintel on real applications, its findings held against verdicts of people who read the code.

`quality/README.md` says what a verdict is and how to use the commands. Results of a run are kept beside the unpacked
applications (`<app>-<version>.findings.json`), never in the repository.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

QUALITY = Path(__file__).resolve().parent.parent / "quality"
KINDS = (".py", ".html", ".jinja", ".jinja2", ".j2", ".sql", ".toml", ".cfg", ".ini", ".yaml", ".yml", ".env")
VERDICTS = ("true", "false", "debatable")
FAMILIES = {"god": ("LNT401", "LNT402"), "hardcoded": ("LNT501", "LNT502", "LNT503")}
SAMPLE, SEED, TOLERANCE = 60, 20, 3


@dataclass(frozen=True)
class App:
    """One pinned application."""

    name: str
    version: str

    @property
    def folder(self) -> str:
        """The name of its unpacked folder."""
        return f"{self.name}-{self.version}"


def apps(only: Iterable[str] = ()) -> list[App]:
    """The pinned applications, or those of these names."""
    rows = tomllib.loads((QUALITY / "apps.toml").read_text("utf-8"))["app"]
    wanted = set(only)
    return [App(row["name"], row["version"]) for row in rows if not wanted or row["name"] in wanted]


def fetch(folder: Path, chosen: list[App]) -> int:
    """Download the wheels of the applications and unpack what a linter reads; returns how many could not be had."""
    failed = 0
    for app in chosen:
        if (folder / app.folder).is_dir():
            continue
        with tempfile.TemporaryDirectory() as temporary:
            command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
            command += ["-d", temporary, f"{app.name}=={app.version}"]
            platform = ["--python-version", "3.12", "--platform", "manylinux2014_x86_64", "--platform", "any"]
            done = any(subprocess.run(command + more, check=False).returncode == 0 for more in ([], platform))
            wheels = list(Path(temporary).glob("*.whl"))
            if not done or len(wheels) != 1:
                print(f"{app.folder}: no wheel", file=sys.stderr)
                failed += 1
                continue
            _unpack(wheels[0], folder / app.folder)
    return failed


def _unpack(wheel: Path, target: Path) -> None:
    part = target.with_suffix(".part")
    shutil.rmtree(part, ignore_errors=True)
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if name.endswith(KINDS) and not name.startswith("/") and ".." not in name.split("/"):
                archive.extract(name, part)
    part.replace(target)


def judge(folder: Path, app: App) -> dict[str, Any]:
    """Run Lintel on an unpacked application; the report as JSON, kept beside it."""
    tree = folder / app.folder
    out = folder / f"{app.folder}.findings.json"
    command = [sys.executable, "-m", "lintel", "check", str(tree), "--root", str(tree), "--isolated", "--exit-zero"]
    command += ["--select", "ALL", "--output-format", "concise", "--output-file", f"json={out}"]
    done = subprocess.run(command, check=False, cwd=tree, stdout=subprocess.DEVNULL)
    if done.returncode not in (0, 2):
        raise SystemExit(f"{app.folder}: lintel ended with {done.returncode}")
    report: dict[str, Any] = json.loads(out.read_text("utf-8"))
    return report


def verdicts(app: App) -> dict[str, dict[str, Any]]:
    """The verdicts of an application by fingerprint."""
    path = QUALITY / "ledger" / f"{app.name}.jsonl"
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []
    return {row["fingerprint"]: row for row in rows}


def record(lines: Iterable[str]) -> int:
    """Add verdicts (JSON lines with app, fingerprint, verdict, reason, and what `sample` printed) to the ledger."""
    new: defaultdict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    for line in lines:
        if line.strip():
            row = json.loads(line)
            if row["verdict"] not in VERDICTS or not row.get("reason"):
                raise SystemExit(f"a verdict is one of {', '.join(VERDICTS)}, with a reason: {line.strip()}")
            new[row["app"]][row["fingerprint"]] = row
    for app in apps(new):
        known = verdicts(app) | {
            key: {
                name: row[name] for name in ("fingerprint", "code", "path", "line", "confidence", "verdict", "reason")
            }
            for key, row in new[app.name].items()
        }
        rows = sorted(known.values(), key=lambda row: (row["code"], row["path"], row["line"], row["fingerprint"]))
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (QUALITY / "ledger" / f"{app.name}.jsonl").write_text(text, "utf-8")
    return sum(map(len, new.values()))


def findings_of(folder: Path, chosen: list[App]) -> list[dict[str, Any]]:
    """The findings of the last runs, each with its application's name."""
    found = []
    for app in chosen:
        report = json.loads((folder / f"{app.folder}.findings.json").read_text("utf-8"))
        found += [{"app": app.name, "folder": app.folder, **finding} for finding in report["findings"]]
    return found


def drawn(findings: list[dict[str, Any]], code: str, count: int = SAMPLE) -> list[dict[str, Any]]:
    """The sample of a rule's findings that is to be judged: all of them, or `count` drawn with a fixed seed.

    Each identity has its own place in the draw: findings that come and go leave the rest of the sample as it is.
    """
    own = [each for each in findings if each["code"] == code]
    return sorted(own, key=lambda each: hashlib.sha256(f"{SEED}{each['fingerprint']}".encode()).digest())[:count]


def print_sample(folder: Path, code: str, context: int, *, everything: bool) -> None:
    """Print the sample of a rule that has no verdict yet, with the code around each place."""
    known = {key for app in apps() for key in verdicts(app)}
    for each in drawn(findings_of(folder, apps()), code):
        if each["fingerprint"] in known and not everything:
            continue
        names = ("app", "fingerprint", "code", "path", "line", "confidence")
        print(json.dumps({name: each[name] for name in names}))
        print(f"  {each['severity']}: {each['message']}")
        text = (folder / each["folder"] / each["path"]).read_text("utf-8", "replace").split("\n")
        for number in range(max(1, each["line"] - context), min(len(text), each["line"] + context) + 1):
            print(f"  {'>' if number == each['line'] else ' '} {number:5} {text[number - 1]}")
        print()


def precision_table(findings: list[dict[str, Any]]) -> str:
    """Findings, verdicts and precision a rule and confidence, as a Markdown table."""
    known = {key: row for app in apps() for key, row in verdicts(app).items()}
    totals: Counter[tuple[str, str]] = Counter()
    judged: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for each in findings:
        place = (each["code"], each["confidence"])
        totals[place] += 1
        if each["fingerprint"] in known:
            judged[place][known[each["fingerprint"]]["verdict"]] += 1
    rows = ["| rule | confidence | findings | judged | true | false | debatable | precision |"]
    rows.append("|---|---|---:|---:|---:|---:|---:|---:|")
    for place, total in sorted(totals.items()):
        counts = judged[place]
        count = sum(counts.values())
        share = f"{counts['true'] / count:.0%}" if count else "-"
        rows.append(f"| {place[0]} | {place[1]} | {total} | {count} | " + f"{counts['true']} | {counts['false']} | "
                    f"{counts['debatable']} | {share} |")  # fmt: skip
    return "\n".join(rows)


def changes(findings: list[dict[str, Any]], chosen: list[App]) -> list[str]:
    """What the ledger does not know yet (of the samples), and judged findings that are gone."""
    known = {key: row | {"app": app.name} for app in chosen for key, row in verdicts(app).items()}
    codes = sorted({each["code"] for each in findings})
    new = [each for code in codes for each in drawn(findings, code) if each["fingerprint"] not in known]
    said = [f"unjudged: {each['app']} {each['path']}:{each['line']} {each['code']} {each['message']}" for each in new]
    now = {each["fingerprint"] for each in findings}
    gone = (row for key, row in known.items() if key not in now)
    return said + [
        f"vanished ({row['verdict']}): {row['app']} {row['path']}:{row['line']} {row['code']}" for row in gone
    ]


def labelled(findings: list[dict[str, Any]], family: str, chosen: list[App]) -> list[str]:
    """Recall and false alarms over the labelled sites of a family, with each miss and false alarm."""
    places: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for each in findings:
        if each["code"] in FAMILIES[family]:
            places[each["app"], each["path"]].append(each["line"])
    counts: Counter[str] = Counter()
    said = []
    for item in json.loads((QUALITY / "labels" / f"{family}.json").read_text("utf-8")):
        if item["kind"] == "ignore" or App(item["app"], item["version"]) not in chosen:
            continue
        low, high = item["start_line"], item["end_line"]
        if family == "god":
            low, high = (1, 5) if item["scope"] == "module" else (item["definition_line"],) * 2
        lines = places[item["app"], item["file"]]
        hit = any(low - TOLERANCE <= line <= high + TOLERANCE for line in lines)
        counts[f"{item['kind']} {hit}"] += 1
        if hit != (item["kind"] == "positive"):
            word = "missed" if item["kind"] == "positive" else "false alarm"
            said.append(f"{word}: {item['id']} {item['app']} {item['file']}:{item['start_line']} {item['why']}")
    positive = counts["positive True"], counts["positive True"] + counts["positive False"]
    negative = counts["negative True"], counts["negative True"] + counts["negative False"]
    return [f"{family}: found {positive[0]} of {positive[1]}, false alarms {negative[0]} of {negative[1]}", *said]


def main() -> int:
    """Run one of the commands that `quality/README.md` lists."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("command", choices=("fetch", "run", "compare", "sample", "record"))
    parser.add_argument("code", nargs="?", help="the rule to sample")
    parser.add_argument("--apps", type=Path, help="the folder of the unpacked applications")
    parser.add_argument("--only", nargs="*", default=[], help="these applications only")
    parser.add_argument("--context", type=int, default=8, help="lines of code to print around a place")
    parser.add_argument("--all", action="store_true", help="print judged findings of the sample too")
    given = parser.parse_args()
    if given.command == "record":
        print(f"{record(sys.stdin)} verdicts recorded")
        return 0
    if given.apps is None:
        parser.error("--apps FOLDER is needed")
    chosen = apps(given.only)
    if given.command == "fetch":
        return min(fetch(given.apps, chosen), 1)
    if given.command == "sample":
        print_sample(given.apps, given.code, given.context, everything=given.all)
        return 0
    if given.command == "run":
        for app in chosen:
            report = judge(given.apps, app)
            counts = Counter(each["code"] for each in report["findings"])
            print(app.folder, dict(sorted(counts.items())), f"{len(report['failures'])} failures")
    findings = findings_of(given.apps, chosen)
    print(precision_table(findings))
    for family in FAMILIES:
        print("\n".join(labelled(findings, family, chosen)))
    print("\n".join(changes(findings, chosen)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
