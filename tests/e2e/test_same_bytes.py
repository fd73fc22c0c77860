"""The same question has the same answer to the byte: cold or warm, with any workers, started in any way."""

from __future__ import annotations

import json
import os
import random
import shutil
from pathlib import Path

import pytest
from processes import MAIN, STARTING

FORMATS = ("concise", "full", "json")


def outputs(folder: Path) -> dict[str, bytes]:
    return {each: (folder.parent / f"out.{each}").read_bytes() for each in FORMATS}


def arguments(folder: Path) -> list[str]:
    named = [f"--output-file={each}={folder.parent / f'out.{each}'}" for each in FORMATS]
    return ["check", "--exit-zero", *named]


def comparable(found: dict[str, bytes]) -> dict[str, bytes]:
    """Without what says how the run went: how many files were parsed."""
    report = json.loads(found["json"])
    for effort in ("parsed", "stored"):
        report.get("counts", report).pop(effort, None)
    return {**found, "json": json.dumps(report).encode()}


@pytest.fixture
def expected(shop, lintel) -> dict[str, bytes]:
    finished = lintel(shop, *arguments(shop), "--jobs=1", "--no-cache", PYTHONHASHSEED="0")
    assert (finished.returncode, finished.stderr) == (0, b"")
    found = outputs(shop)
    assert len(json.loads(found["json"])["findings"]) > 10
    return comparable(found)


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("start", ["fork", "spawn", "forkserver"])
def test_cold_and_warm_with_any_workers_started_in_any_way(shop, program, expected, jobs, start):
    for seed in ("1", "2"):  # cold, then warm
        finished = program(shop, STARTING.format(start), *arguments(shop), f"--jobs={jobs}", PYTHONHASHSEED=seed)
        assert (finished.returncode, finished.stderr) == (0, b"")
        assert comparable(outputs(shop)) == expected


def test_standard_output_is_what_a_file_is_given(shop, lintel, expected):
    for each in FORMATS:
        finished = lintel(shop, "check", "--exit-zero", f"--output-format={each}", COLUMNS="100")
        said = {**expected, each: finished.stdout}
        assert comparable(said) == expected


def test_whatever_order_the_files_of_the_tree_are_found_or_named_in(shop, lintel, expected, tmp_path):
    files = sorted(path.relative_to(shop) for path in shop.rglob("*.py"))
    random.Random(3).shuffle(files)
    finished = lintel(shop, *arguments(shop), *map(str, files))
    assert (finished.returncode, finished.stderr) == (0, b"")
    named = comparable(outputs(shop))
    assert json.loads(named["json"])["findings"] == json.loads(expected["json"])["findings"]
    other = tmp_path / "other" / "shop"  # the same files, created in another order
    for path in (Path("pyproject.toml"), *files):
        (other / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(shop / path, other / path)
    lintel(other, *arguments(other), "--no-cache")
    assert json.loads(outputs(other)["json"])["findings"] == json.loads(expected["json"])["findings"]


def test_the_second_run_imports_no_parser_no_yaml_and_no_rule(shop, program):
    spy = "import atexit, sys\natexit.register(lambda: open('../modules', 'w').write(' '.join(sys.modules)))\n" + MAIN
    needless = {"libcst", "yaml", "rich", "bandit", "flake8", "multiprocessing"}

    def imported() -> tuple[set[str], list[str]]:
        program(shop, spy, "check", "--exit-zero", "--output-format=concise")
        names = (shop.parent / "modules").read_text(encoding="utf-8").split()
        rules = [name for name in names if name.startswith("lintel.rules.") and name != "lintel.rules.registry"]
        return {name.partition(".")[0] for name in names}, rules

    packages, rules = imported()
    assert "libcst" not in packages, "only workers parse"
    assert rules
    packages, rules = imported()
    assert packages & needless == set()
    assert rules == []


def test_the_store_can_be_moved_or_shared_without_a_difference(shop, lintel, expected, tmp_path):
    copy = tmp_path / "copy" / "shop"
    lintel(shop, *arguments(shop))
    shutil.copytree(shop, copy)
    finished = lintel(copy, *arguments(copy))
    assert finished.returncode == 0
    found = json.loads(outputs(copy)["json"])["findings"]
    assert found == json.loads(expected["json"])["findings"]


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="Linux")
def test_the_time_zone_locale_and_working_folder_change_nothing(shop, lintel, expected):
    finished = lintel(shop, *arguments(shop), "--no-cache", TZ="Asia/Tokyo", LC_ALL="C", LANG="C", PYTHONUTF8="0")
    assert finished.returncode == 0
    assert comparable(outputs(shop)) == expected
