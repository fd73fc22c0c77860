"""Files that kill, stall or change under a run; runs that are interrupted or killed; and what the gate says of it."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from processes import MAIN, ROOT, environment, large_tree, members, until

from lintel.store.folder import open_store

DROPPED = "def charge(order):\n    try:\n        order.charge()\n    except Exception:\n        pass\n"


FILES = 100


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    (folder / "app").mkdir(parents=True)
    (folder / "pyproject.toml").write_text("[tool.lintel]\nfile-timeout = 1.5\nfail-on = 'warning'\n", encoding="utf-8")
    (folder / "app/__init__.py").touch()
    (folder / "app/orders.py").write_text(DROPPED, encoding="utf-8")
    (folder / "app/hostile.py").write_text("x = 1\n", encoding="utf-8")
    return folder


def hostile(act: str) -> str:
    """A program that is Lintel, except that judging `app/hostile.py` does something else."""
    return (
        "import os, signal, sys, time\n"
        "import lintel.engines.native.worker as worker\n"
        "judge = worker.judge_file\n"
        "def judge_file(path, *rest):\n"
        f"    if path == 'app/hostile.py':\n        {act}\n"
        "    return judge(path, *rest)\n"
        "worker.judge_file = judge_file\n"
    ) + MAIN


def findings(finished: subprocess.CompletedProcess[bytes]) -> list[str]:
    return [f"{each['path']} {each['code']}" for each in json.loads(finished.stdout)["findings"]]


def failures(finished: subprocess.CompletedProcess[bytes]) -> list[tuple[str, str]]:
    found = json.loads(finished.stdout)["failures"]
    assert all(each["reason"] and each["remedy"] for each in found)
    return [(each["kind"], each["path"]) for each in found]


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    ("act", "kind"),
    [
        ("signal.raise_signal(signal.SIGSEGV)", "crashed"),
        ("os._exit(0)", "crashed"),
        ("raise RuntimeError('a defect')", "crashed"),
        ("time.sleep(600)", "stalled"),
    ],
)
def test_a_file_that_kills_or_stalls_its_worker_is_named_and_the_others_are_judged(project, program, act, kind, jobs):
    finished = program(
        project, hostile(act), "check", "--exit-zero", "--output-format=json", f"--jobs={jobs}", everywhere=True
    )
    assert finished.returncode == 2, "--exit-zero never hides what could not be judged"
    assert finished.stderr == b""
    assert failures(finished) == [(kind, "app/hostile.py")]
    assert findings(finished) == ["app/orders.py LNT601"]
    again = program(project, MAIN, "check", "--output-format=json")
    assert (again.returncode, failures(again)) == (1, []), "such an end is not remembered"


UNREADABLE = (
    "import builtins, io\n"
    "real = builtins.open\n"
    "def opened(path, *rest, **more):\n"
    "    if str(path).endswith('hostile.py'):\n        raise PermissionError(13, 'Permission denied')\n"
    "    return real(path, *rest, **more)\n"
    "builtins.open = io.open = opened\n"
) + MAIN


@pytest.mark.parametrize("asked", [(), ("app/orders.py",), ("app/hostile.py",)], ids=str)
@pytest.mark.parametrize(
    ("kind", "text", "how", "settings"),
    [
        ("syntax", b"def f(:\n", MAIN, ["extend-exclude"]),
        ("encoding", b"x = '\xff'\n", MAIN, ["extend-exclude"]),
        ("too-large", b"x = 1\n" * 2000, MAIN, ["max-file-size", "extend-exclude"]),
        ("too-deep", b"x = " + b"[" * 50_000 + b"]" * 50_000 + b"\n", MAIN, ["extend-exclude"]),
        ("unreadable", b"x = 1\n", UNREADABLE, ["extend-exclude"]),
        ("crashed", b"x = 1\n", hostile("os._exit(0)"), ["extend-exclude"]),
        ("stalled", b"x = 1\n", hostile("time.sleep(600)"), ["file-timeout", "extend-exclude"]),
    ],
)
def test_a_file_that_cannot_be_seen_fails_the_check_whoever_asked(project, program, asked, kind, text, how, settings):
    (project / "app/hostile.py").write_bytes(text)
    limit = "file-timeout = 1.5\n" if kind == "stalled" else ""
    limit += "max-file-size = 10000\n" if kind == "too-large" else ""
    (project / "pyproject.toml").write_text(f"[tool.lintel]\n{limit}fail-on = 'never'\n", encoding="utf-8")
    finished = program(project, how, "check", *asked, "--output-format=json", everywhere=True)
    assert finished.returncode == 2, finished.stderr
    assert failures(finished) == [(kind, "app/hostile.py")]
    (failure,) = json.loads(finished.stdout)["failures"]
    assert failure["remedy"].endswith(f"(settings: {', '.join(f'`{name}`' for name in settings)})")
    assert findings(finished) == (["app/orders.py LNT601"] if asked != ("app/hostile.py",) else [])
    excluded = f"[tool.lintel]\n{limit}fail-on = 'never'\nextend-exclude = ['app/hostile.py']\n"
    (project / "pyproject.toml").write_text(excluded, encoding="utf-8")
    if asked != ("app/hostile.py",):
        finished = program(project, how, "check", *asked, "--output-format=json", everywhere=True)
        assert (finished.returncode, failures(finished)) == (0, []), "the remedy is one"


def test_nesting_past_any_limit(project, lintel):
    deep = {
        "brackets": "x = " + "[" * 50_000 + "]" * 50_000,
        "open": "(" * 100_000,
        "sum": "x = " + "+".join("1" * 20_000),
        "chain": "x = a" + ".b()" * 5_000,
        "minus": "x = " + "-" * 30_000 + "1",
        "elif": "if a: pass\n" + "elif b: pass\n" * 3_000,
        "blocks": "".join(" " * level + "if a:\n" for level in range(150)) + " " * 150 + "pass",
        "lambdas": "x = " + "lambda: " * 5_000 + "1",
        "strings": "x = (" + "'a'\n" * 20_000 + ")",
    }
    for name, text in deep.items():
        (project / f"app/{name}.py").write_text(text + "\n", encoding="utf-8")
    (project / "pyproject.toml").write_text("[tool.lintel]\nfail-on = 'warning'\n", encoding="utf-8")
    finished = lintel(project, "check", "--output-format=json")
    assert finished.returncode == 2
    found = {path: kind for kind, path in failures(finished)}
    assert set(found.values()) <= {"too-deep", "syntax"}, found
    assert {"app/brackets.py", "app/minus.py", "app/lambdas.py"} <= found.keys()
    assert findings(finished) == ["app/orders.py LNT601"]


def test_a_rule_that_raises_costs_nothing_but_itself(project, program):
    broken = (
        "import lintel.rules.completeness.todo_comment as rule\n"
        "from lintel.rule import Rule\n"
        "def judge(node, view):\n    raise ZeroDivisionError('oh')\n"
        "rule.RULE = Rule(rule.CARD, on={'FunctionDef': judge})\n"
    ) + MAIN
    finished = program(project, broken, "check", "--output-format=json", "--exit-zero", everywhere=True)
    assert finished.returncode == 2
    assert failures(finished) == [("rule-raised", "app/orders.py")]
    assert findings(finished) == ["app/orders.py LNT601"]
    finished = program(
        project, broken, "check", "--output-format=json", "--exit-zero", "--ignore=LNT907", everywhere=True
    )
    assert (finished.returncode, failures(finished)) == (0, [])


class TestTheGate:
    def code(self, lintel, project: Path, *arguments: str) -> int:
        return int(lintel(project, "check", "--output-format=concise", *arguments).returncode)

    def test_clean_found_incomplete(self, project, lintel):
        assert self.code(lintel, project) == 1
        assert self.code(lintel, project, "--exit-zero") == 0
        assert self.code(lintel, project, "--fail-on=error") == 0
        assert self.code(lintel, project, "app/hostile.py") == 0
        (project / "app/broken.py").write_text("def f(:\n", encoding="utf-8")
        assert self.code(lintel, project, "--exit-zero", "--fail-on=never") == 2
        assert self.code(lintel, project, "app/broken.py") == 2

    def test_what_does_not_exist_is_2_and_an_empty_folder_a_notice(self, project, lintel):
        assert self.code(lintel, project, "app/nothing.py", "--exit-zero") == 2
        assert self.code(lintel, project, "--root=nowhere", "--exit-zero") == 2
        assert self.code(lintel, project, "--config=nowhere.toml", "--exit-zero") == 2
        (project / "empty").mkdir()
        finished = lintel(project, "check", "empty")
        assert finished.returncode == 0
        assert b"notice: empty: no Python files to judge here" in finished.stdout + finished.stderr


@pytest.fixture
def large(tmp_path: Path) -> Path:
    folder = tmp_path / "large"
    folder.mkdir()
    large_tree(folder, FILES)
    return folder


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """What an undisturbed run says of such a tree."""
    folder = tmp_path_factory.mktemp("undisturbed")
    large_tree(folder, FILES)
    output, errors = (process := started(folder)).communicate(timeout=200)
    assert (process.returncode, errors) == (1, b"")
    return output


def started(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """A run in a process group of its own whose workers are at work."""
    command = [sys.executable, "-m", "lintel", "check", "--output-format=concise", "--jobs=2", *arguments]
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    # Two workers, what they are copies of, and where that is a fork server its tracker of resources.
    around = 4 if sys.platform == "linux" else 5
    until(lambda: len(members(process.pid)) == around or process.poll() is not None)
    return process


class TestInterrupted:
    @pytest.mark.parametrize("whom", ["all", "parent"])
    def test_ctrl_c_ends_everything_with_130_and_one_word(self, large, lintel, whole, whom):
        process = started(large)
        if whom == "all":
            os.killpg(process.pid, signal.SIGINT)  # as a terminal does
        else:
            process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=60)
        assert (process.returncode, output, errors.strip()) == (130, b"", b"lintel: interrupted")
        until(lambda: not members(process.pid))
        again = lintel(large, "check", "--output-format=concise")
        assert (again.returncode, again.stdout, again.stderr) == (1, whole, b"")

    def test_a_run_that_is_killed_leaves_nothing_running_and_nothing_wrong(self, large, lintel, whole):
        process = started(large)
        store = large / ".lintel_cache"
        until(lambda: store.exists() or process.poll() is not None)
        process.kill()
        process.communicate(timeout=60)
        until(lambda: not members(process.pid))
        again = lintel(large, "check", "--output-format=concise")
        assert (again.returncode, again.stdout, again.stderr) == (1, whole, b"")

    @pytest.mark.parametrize("whom", ["a worker", "what workers are copies of"])
    def test_the_end_of_a_process_of_ours_costs_nothing(self, large, lintel, whole, whom):
        if whom != "a worker" and sys.platform != "linux":
            pytest.skip("a fork server is not replaced")
        process = started(large)
        around = [each for each in members(process.pid) if each != process.pid]
        if around:
            os.kill(max(around) if whom == "a worker" else min(around), signal.SIGKILL)
        output, errors = process.communicate(timeout=100)
        assert (process.returncode, output, errors) == (1, whole, b"")
        until(lambda: not members(process.pid))

    def test_two_runs_at_once_say_the_same(self, large, whole):
        both = [started(large), started(large)]
        for process in both:
            output, errors = process.communicate(timeout=100)
            assert (process.returncode, output, errors) == (1, whole, b"")


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
class TestACacheThatCameWithTheCode:
    def git(self, folder: Path, *arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)

    def said(self, lintel, project: Path, *arguments: str) -> tuple[list[str], str]:
        finished = lintel(project, "check", "--output-format=json", *arguments)
        return findings(finished), " ".join(each["message"] for each in json.loads(finished.stdout)["notices"])

    def forge(self, cache: Path) -> None:
        """Make the store say of the tree as it is that nothing was found."""
        (database,) = cache.glob("store-*.db")
        with contextlib.closing(sqlite3.connect(database)) as connection:
            keys = [key for (key,) in connection.execute("SELECT key FROM entry") if key.startswith(b"whole:")]
        nothing = {"findings": (), "failures": (), "lines": {}, "suppressions": {}}
        store = open_store(cache)
        store.put_many([(key, msgspec.msgpack.encode(nothing)) for key in keys])
        store.close()

    def test_it_is_neither_read_nor_written(self, project, lintel):
        self.git(project, "init", "-q")
        cache = project / ".lintel_cache"
        assert self.said(lintel, project) == (["app/orders.py LNT601"], "")
        self.forge(cache)
        assert self.said(lintel, project) == ([], ""), "a store of one's own is believed"
        self.git(project, "add", "-f", ".lintel_cache")
        before = {path.name: path.read_bytes() for path in cache.iterdir()}
        found, notices = self.said(lintel, project)
        assert found == ["app/orders.py LNT601"]
        assert "no cache is read or kept" in notices
        assert "git tracks it" in notices
        assert {path.name: path.read_bytes() for path in cache.iterdir()} == before

    def test_another_folder_is_the_way_out(self, project, lintel, tmp_path):
        self.git(project, "init", "-q")
        (project / ".lintel_cache").mkdir()
        (project / ".lintel_cache/store-1.db").touch()
        self.git(project, "add", "-f", ".lintel_cache")
        assert self.said(lintel, project, f"--cache-dir={tmp_path / 'mine'}") == (["app/orders.py LNT601"], "")
        assert list((tmp_path / "mine").glob("store-*.db"))

    def test_a_link_leads_nowhere(self, project, lintel, tmp_path):
        (tmp_path / "home").mkdir()
        (project / ".lintel_cache").symlink_to(tmp_path / "home")
        assert "it is a link" in self.said(lintel, project)[1]
        assert list((tmp_path / "home").iterdir()) == []


def test_nothing_is_imported_from_the_project(project, lintel):
    for name in ("click", "libcst", "msgspec", "signal", "multiprocessing", "rich", "yaml"):
        (project / f"{name}.py").write_text("open('imported', 'a').write(__name__ + ' ')\n", encoding="utf-8")
    for _ in ("cold", "warm"):
        assert lintel(project, "check", "--output-format=json", PYTHONPATH=str(ROOT / "src")).returncode == 1
        assert not (project / "imported").exists()
