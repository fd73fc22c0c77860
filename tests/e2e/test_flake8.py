"""flake8, started as users start it, says of every file what `lintel check` says of it."""

from __future__ import annotations

import multiprocessing
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from processes import COUNTED, STARTED_BY, environment, large_tree, members, until

BROKEN = """\
import lintel.assemble


def broken(request):
    raise KeyError("surprise")


lintel.assemble.check = broken
"""
SPAWNING = [each for each in ("fork", "spawn", "forkserver") if each in multiprocessing.get_all_start_methods()]
ROW = re.compile(r"(?:\./)?(.*?:\d+:\d+: LN[TB]\d{3} .*)")


@pytest.fixture
def flake8():
    def run(folder: Path, *arguments: str, text: bytes | None = None, **more: str):
        command = [sys.executable, "-m", "flake8", *arguments]
        return subprocess.run(
            command, cwd=folder, env=environment(**more), capture_output=True, timeout=200, check=False, input=text
        )

    return run


def rows(output: bytes) -> list[str]:
    """Lintel's rows as `path:line:column: CODE message`, sorted."""
    found = (ROW.fullmatch(line) for line in output.decode().splitlines())
    return sorted(match[1] for match in found if match)


def codes(output: bytes) -> set[str]:
    return {row.split()[1] for row in rows(output)}


@pytest.fixture
def expected(lintel):
    def run(folder: Path, *arguments: str) -> list[str]:
        finished = lintel(folder, "check", "--output-format=concise", "--quiet", "--exit-zero", *arguments)
        return rows(finished.stdout)

    return run


class TestTheSameRows:
    @pytest.mark.parametrize("jobs", ["1", "2"])
    def test_whatever_the_number_of_processes(self, shop, flake8, expected, jobs):
        finished = flake8(shop, "--jobs", jobs)
        assert finished.stderr == b""
        assert rows(finished.stdout) == expected(shop)
        assert len(rows(finished.stdout)) > 10

    @pytest.mark.parametrize("method", SPAWNING)
    def test_whatever_the_start_method(self, shop, program, expected, method):
        finished = program(shop, STARTED_BY, method, "--jobs=2")
        assert finished.stderr == b""
        assert rows(finished.stdout) == expected(shop)

    @pytest.mark.parametrize("method", SPAWNING)
    def test_judged_once_also_where_nothing_is_found(self, tmp_path, program, method):
        folder, notes = tmp_path / "clean", tmp_path / "notes"
        folder.mkdir()
        for name in ("a.py", "b.py", "c.py"):
            (folder / name).write_text("x = 1\n")
        site = tmp_path / "site"
        site.mkdir()
        (site / "sitecustomize.py").write_text(COUNTED.format(notes=str(notes)))
        path = os.pathsep.join((str(site), environment()["PYTHONPATH"]))
        finished = program(folder, STARTED_BY, method, "--jobs=2", PYTHONPATH=path)
        assert (finished.returncode, finished.stdout, finished.stderr) == (0, b"", b"")
        assert notes.read_text() == "judged\n"

    def test_of_the_paths_that_are_named_as_they_are_named(self, shop, flake8, expected):
        paths = ["api/database.py", "api/services"]
        assert rows(flake8(shop, *paths).stdout) == expected(shop, *paths)
        absolute = rows(flake8(shop, str(shop / "api" / "database.py")).stdout)
        assert absolute == [f"{shop}/{row}" for row in expected(shop, "api/database.py")]

    def test_with_a_warm_store_too(self, shop, flake8, expected):
        first = rows(flake8(shop).stdout)
        assert (shop / ".lintel_cache").is_dir()
        assert rows(flake8(shop).stdout) == first == expected(shop)

    def test_where_no_store_can_be_kept(self, shop, flake8, expected):
        (shop / ".lintel_cache").write_text("in the way")
        assert rows(flake8(shop, "--jobs=2").stdout) == expected(shop)

    def test_of_two_runs_at_once_on_one_store(self, shop, expected):
        command = [sys.executable, "-m", "flake8", "--jobs=2"]
        both = [subprocess.Popen(command, cwd=shop, env=environment(), stdout=subprocess.PIPE) for _ in range(2)]
        outputs = [process.communicate(timeout=200)[0] for process in both]
        assert [rows(output) for output in outputs] == [expected(shop)] * 2

    def test_after_a_run_that_was_killed(self, tmp_path, flake8, expected):
        large_tree(tmp_path, 60)
        process = subprocess.Popen(
            [sys.executable, "-m", "flake8", "--select=LNT"],
            cwd=tmp_path,
            env=environment(),
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
        until(lambda: any(tmp_path.glob(".lintel_cache/store-*")) or process.poll() is not None)
        process.kill()
        process.wait()
        until(lambda: not members(process.pid))
        assert rows(flake8(tmp_path, "--select=LNT").stdout) == expected(tmp_path)


class TestSettings:
    @pytest.mark.parametrize(
        ("file", "text"),
        [
            ("setup.cfg", "[flake8]\nextend-ignore = LNT5,LNT907\n"),
            ("tox.ini", "[flake8]\nextend-ignore = LNT5,LNT907\n"),
            (".flake8", "[flake8]\nper-file-ignores =\n    *.py: LNT5, LNT907\n"),
        ],
    )
    def test_of_flake8_are_heeded(self, shop, flake8, expected, file, text):
        (shop / file).write_text(text)
        assert rows(flake8(shop).stdout) == expected(shop, "--ignore=LNT5,LNT907")

    def test_codes_that_flake8_selects_win_over_our_settings(self, shop, flake8, expected):
        (shop / "pyproject.toml").write_text("[tool.lintel]\nignore = ['LNT907', 'LNT908']\n")
        assert not {"LNT907", "LNT908"} & codes(flake8(shop).stdout)
        assert "LNT908" not in codes(flake8(shop, "--extend-select=LNT907").stdout)
        assert "LNT907" in codes(flake8(shop, "--extend-select=LNT907").stdout)
        assert codes(flake8(shop, "--select=LNT908").stdout) == {"LNT908"}

    def test_our_own_decide_about_the_rest(self, shop, flake8, expected):
        text = "[tool.lintel]\nselect = ['LNT6', 'LNT9']\nper-file-ignores = {'api/routers/*' = ['LNT9']}\n"
        (shop / "pyproject.toml").write_text(text)
        assert rows(flake8(shop).stdout) == expected(shop)
        assert {code[:4] for code in codes(flake8(shop).stdout)} == {"LNT6", "LNT9"}

    def test_that_cannot_be_used_are_said_and_never_pass(self, shop, flake8):
        (shop / "pyproject.toml").write_text("[tool.lintel]\nselekt = []\n")
        finished = flake8(shop)
        assert finished.returncode == 1
        assert b"selekt" in finished.stdout
        assert b"Traceback" not in finished.stdout + finished.stderr

    def test_comments_silence_the_same_in_both(self, tmp_path, flake8, expected):
        lines = (
            "x = 1  # TODO: one",
            "x = 2  # TODO: two  # noqa: LNT907",
            "x = 3  # TODO: three  # noqa: LNT601",
            "x = 4  # TODO: four  # noqa",
            "x = 5  # TODO: five  # lintel: ignore[todo-comment]",
            "# lintel: ignore[LNT907] -- the next one is known",
            "x = 6  # TODO: six",
            "# lintel: off[LNT9]",
            "x = 7  # TODO: seven",
            "# lintel: on[LNT9]",
            "x = 8  # TODO: eight",
        )
        (tmp_path / "a.py").write_text("\n".join(lines) + "\n")
        found = rows(flake8(tmp_path, "--select=LNT907").stdout)
        assert sorted(int(row.split(":")[1]) for row in found) == [1, 3, 11]
        assert found == expected(tmp_path, "--select=LNT907")
        unused = [row for row in rows(flake8(tmp_path).stdout) if "LNT910" in row]
        assert [row.split(":")[1] for row in unused] == ["3"], "where nothing is found that it names, it is told"
        everything = rows(flake8(tmp_path, "--select=LNT907", "--disable-noqa").stdout)
        assert len(everything) == 5, "flake8's own option brings back what flake8's own comments silence"


class TestWhatCannotBeJudged:
    def test_is_a_row_of_the_file(self, shop, flake8):
        (shop / "pyproject.toml").write_text("[tool.lintel]\nmax-file-size = 700\n")
        finished = flake8(shop, "--select=LNT")
        failed = [row for row in rows(finished.stdout) if " LNT000 " in row]
        assert failed
        assert all(row.split(":")[1:3] == ["1", "1"] and "max-file-size" in row for row in failed)
        assert all((shop / row.partition(":")[0]).stat().st_size > 700 for row in failed)
        assert finished.returncode == 1

    def test_is_a_row_of_the_file_where_there_is_no_other(self, tmp_path, flake8):
        (tmp_path / "pyproject.toml").write_text("[tool.lintel]\nmax-file-size = 3\n")
        (tmp_path / "a.py").write_text("x = 1\n")
        (tmp_path / "b.py").write_text("")
        assert [row.split()[:2] for row in rows(flake8(tmp_path, "a.py").stdout)] == [["a.py:1:1:", "LNT000"]]
        assert [row.split()[:2] for row in rows(flake8(tmp_path).stdout)] == [["a.py:1:1:", "LNT000"]]

    def test_elsewhere_in_the_project_is_a_row_of_the_first_file(self, shop, flake8):
        (shop / "broken.py").write_text("def (:\n")
        found = rows(flake8(shop, "api/routers", "--select=LNT", "--jobs=2").stdout)
        failed = [row for row in found if " LNT000 " in row]
        assert len(failed) == 1
        assert "broken.py: line 1" in failed[0]
        assert failed[0].partition(":")[0] == min(
            str(path.relative_to(shop)) for path in (shop / "api/routers").glob("*.py")
        )

    @pytest.mark.parametrize("jobs", ["1", "2"])
    def test_a_defect_of_ours_is_a_row_of_every_file(self, shop, flake8, tmp_path, jobs):
        site = tmp_path / "site"
        site.mkdir()
        (site / "sitecustomize.py").write_text(BROKEN)
        path = os.pathsep.join((str(site), environment()["PYTHONPATH"]))
        finished = flake8(shop, "--select=LNT", "--jobs", jobs, PYTHONPATH=path)
        assert {row.split(":")[0] for row in rows(finished.stdout)} == {
            path.relative_to(shop).as_posix() for path in shop.rglob("*.py")
        }
        assert all("a defect of Lintel (KeyError: 'surprise')" in row for row in rows(finished.stdout))
        assert finished.stderr == b""

    def test_whatever_a_file_holds_nothing_is_raised(self, tmp_path, flake8):
        for number, data in enumerate(
            (
                b"", b"\n\n\n", b"\xef\xbb\xbfx = 1\r\n", b"\xff\xfe\x00", b"x = '\xe9'\n",
                b"# coding: latin-1\nx = '\xe9'\n",
                b"x = 1\x00\n", b"\x0c\n", b"def f(:\n", b"print 'old'\n", b"x = " + b"(" * 500 + b")" * 500 + b"\n",
                b"# coding: nonsense\n", b"x = 1\r# TODO: y\r\n", b"if x:\n\ty\n        z\n", b"async = 1\n",
            )
        ):  # fmt: skip
            (tmp_path / f"case{number}.py").write_bytes(data)
        for jobs in ("1", "2"):
            finished = flake8(tmp_path, "--jobs", jobs)
            assert b"Traceback" not in finished.stdout + finished.stderr
            assert finished.returncode == 1


class TestWrittenExceptions:
    """Where flake8 asks no plugin: each has a sentence in docs/flake8.md."""

    def test_a_file_that_this_interpreter_cannot_compile_has_the_rows_of_flake8_alone(self, shop, flake8):
        (shop / "api" / "later.py").write_text("# TODO: one\nx = = 1\n")
        said = flake8(shop, "api/later.py").stdout.decode()
        assert "E999" in said
        assert "LNT" not in said

    def test_a_file_that_is_left_out_by_a_comment(self, shop, flake8, expected):
        path = shop / "api" / "database.py"
        path.write_text("# flake8: noqa\n" + path.read_text())
        assert expected(shop, "api/database.py")
        assert rows(flake8(shop, "api/database.py").stdout) == []

    def test_a_blanket_noqa_hides_the_note_about_itself(self, tmp_path, flake8, expected):
        (tmp_path / "a.py").write_text("x = 1  # noqa\n")
        assert [row.split()[1] for row in expected(tmp_path)] == ["LNT910"]
        assert rows(flake8(tmp_path, "--select=LNT").stdout) == []

    def test_files_that_flake8_excludes(self, shop, flake8, expected):
        left = [row for row in expected(shop) if not row.startswith("api/")]
        assert left
        assert rows(flake8(shop, "--extend-exclude=api").stdout) == left


class TestStandardInput:
    BUFFER = (
        b"import requests\n\nfrom api.places import BILLING\n\n\n"
        b"def bill():\n    return requests.post(BILLING)  # TODO: pay\n"
    )

    def test_is_judged_by_itself_where_nothing_is_known(self, tmp_path, flake8, lintel):
        arguments = ("--select=LNT", "-", "--stdin-display-name=api/views.py")
        assert rows(flake8(tmp_path, *arguments, text=self.BUFFER).stdout) == [
            "api/views.py:7:36: LNT907 TODO is left in the code: pay"
        ]
        assert not (tmp_path / ".lintel_cache").exists()

    def test_is_judged_against_the_stored_project(self, shop, flake8, lintel, expected):
        path = shop / "api" / "database.py"
        before = expected(shop)
        changed = path.read_bytes() + b"\n# TODO: not saved\n"
        name = "--stdin-display-name=api/database.py"
        found = rows(flake8(shop, "--select=LNT", "-", name, text=changed).stdout)
        line = len(changed.splitlines())
        own = [row for row in before if row.startswith("api/database.py:")]
        assert found == sorted([*own, f"api/database.py:{line}:1: LNT907 TODO is left in the code: not saved"])
        assert expected(shop) == before, "what was not saved leaves nothing behind"

    def test_files_beside_it_are_judged_too(self, shop, flake8, expected):
        name = "--stdin-display-name=api/new.py"
        found = rows(flake8(shop, "--select=LNT", "-", "api/database.py", name, text=b"# TODO: one\n").stdout)
        assert found == sorted(
            [*expected(shop, "api/database.py"), "api/new.py:1:1: LNT907 TODO is left in the code: one"]
        )

    def test_settings_that_cannot_be_used_are_said_and_never_pass(self, shop, flake8):
        (shop / "pyproject.toml").write_text("[tool.lintel]\nselekt = []\n")
        finished = flake8(shop, "--select=LNT", "-", "--stdin-display-name=api/new.py", text=b"x = 1\n")
        assert finished.returncode == 1
        assert b"selekt" in finished.stdout
        assert b"Traceback" not in finished.stdout + finished.stderr


class TestStart:
    @pytest.mark.parametrize("arguments", [("--version",), ("--help",)])
    def test_who_asks_for_no_judgement_loads_nothing_of_lintel_but_the_plugin(self, tmp_path, arguments):
        command = [sys.executable, "-X", "importtime", "-m", "flake8", *arguments]
        finished = subprocess.run(command, cwd=tmp_path, env=environment(), capture_output=True, check=True)
        loaded = {line.rpartition("|")[2].strip() for line in finished.stderr.decode().splitlines()}
        assert {name for name in loaded if name.startswith("lintel.")} <= {
            "lintel.faces",
            "lintel.faces.flake8_plugin",
            "lintel.card",
            "lintel.finding",
        }
        assert "libcst" not in loaded

    def test_it_is_named_with_its_version(self, tmp_path, flake8):
        assert b"flake8-lintel: " in flake8(tmp_path, "--version").stdout

    def test_nothing_is_left_running_and_no_file_is_left(self, shop, tmp_path):
        scratch = tmp_path / "scratch"
        scratch.mkdir()
        process = subprocess.Popen(
            [sys.executable, "-m", "flake8", "--jobs=2"],
            cwd=shop,
            env=environment(TMPDIR=str(scratch)),
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
        process.wait(timeout=200)
        end = time.monotonic() + 20
        while members(process.pid) and time.monotonic() < end:
            time.sleep(0.05)
        assert members(process.pid) == []
        assert [path.name for path in scratch.iterdir() if path.name.startswith("lintel")] == []
