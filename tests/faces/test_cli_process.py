"""The command as a process of its own: exit codes, streams, signals, and what it does not import."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src"
DROPPED = "def charge(order):\n    try:\n        order.charge()\n    except Exception:\n        pass\n"
NEEDLESS = {"libcst", "rich", "yaml", "sqlite3", "flake8", "bandit"}

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals and /dev/full are POSIX")


def environment(**more: str) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS"}}
    return {**kept, "PYTHONPATH": os.pathsep.join((str(SOURCE), *filter(None, [os.environ.get("PYTHONPATH")]))), **more}


def lintel(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "lintel", *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment(**more), capture_output=True, text=True, timeout=120, check=False
    )


@pytest.fixture
def project(tmp_path) -> Path:
    """A project of two files, one of which drops an exception."""
    (tmp_path / "pyproject.toml").write_text('[tool.lintel]\nselect = ["LNT601"]\n', encoding="utf-8")
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "__init__.py").touch()
    (tmp_path / "app" / "orders.py").write_text(DROPPED, encoding="utf-8")
    return tmp_path


def modules_after(folder: Path, *arguments: str) -> set[str]:
    """The top-level packages that the command had imported when it ended."""
    program = (
        "import sys, atexit\n"
        "atexit.register(lambda: print(*sys.modules, file=open('modules.txt', 'w')))\n"
        f"sys.argv = ['lintel', *{list(arguments)!r}]\n"
        "from lintel.faces.cli import main\nmain()\n"
    )
    subprocess.run([sys.executable, "-c", program], cwd=folder, env=environment(), capture_output=True, check=False)
    return {name.split(".")[0] for name in (folder / "modules.txt").read_text(encoding="utf-8").split()}


class TestExitCodes:
    def test_1_with_findings_at_the_threshold(self, project):
        result = lintel(project, "check", "--fail-on", "warning", "--output-format", "concise")
        assert result.returncode == 1, result.stderr
        assert result.stdout.startswith("app/orders.py:4:5: LNT601 ")
        assert result.stderr == ""

    def test_0_below_it_or_when_told_so(self, project):
        assert lintel(project, "check", "--fail-on", "error").returncode == 0
        assert lintel(project, "check", "--fail-on", "note", "--exit-zero").returncode == 0

    def test_2_for_a_file_that_cannot_be_judged(self, project):
        (project / "app" / "broken.py").write_text("def f(:\n", encoding="utf-8")
        result = lintel(project, "check", "--exit-zero", "--output-format", "concise")
        assert result.returncode == 2
        assert "app/broken.py:1: FAILURE syntax: " in result.stdout
        assert "app/orders.py:4:5: LNT601 " in result.stdout

    def test_2_for_settings_that_cannot_be_used(self, project):
        (project / "pyproject.toml").write_text("[tool.lintel]\nselct = []\n", encoding="utf-8")
        result = lintel(project, "check", "--exit-zero")
        assert result.returncode == 2
        assert result.stderr.count("\n") == 1
        assert "did you mean 'select'?" in result.stderr

    def test_2_for_bad_usage(self, project):
        assert lintel(project, "check", "--no-such-flag").returncode == 2
        assert lintel(project, "no-such-command").returncode == 2
        assert lintel(project, "check", "missing.py").returncode == 2

    def test_2_for_a_defect_of_lintel(self, project):
        program = (
            "import sys, lintel.assemble as a\n"
            "a.check = lambda request: 1 / 0\n"
            "sys.argv = ['lintel', 'check']\n"
            "from lintel.faces.cli import main\nmain()\n"
        )
        command = [sys.executable, "-c", program]
        result = subprocess.run(
            command, cwd=project, env=environment(), capture_output=True, text=True, timeout=60, check=False
        )
        assert result.returncode == 2
        assert "ZeroDivisionError" in result.stderr
        assert "a defect of Lintel" in result.stderr


class TestStreams:
    def test_a_reader_that_leaves_early_is_no_error(self, project):
        (project / "app" / "many.py").write_text("\n".join(DROPPED.replace("charge", f"f{n}") for n in range(300)))
        command = [sys.executable, "-m", "lintel", "check", "--fail-on", "warning"]
        with subprocess.Popen(
            command, cwd=project, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.read(10)
            process.stdout.close()
            complaint = process.stderr.read()
            assert process.wait(timeout=60) == 1
        assert complaint == b""

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
    def test_output_that_is_lost_is_2(self, project):
        with Path("/dev/full").open("w", encoding="utf-8") as full:
            command = [sys.executable, "-m", "lintel", "check", "--exit-zero"]
            result = subprocess.run(
                command, cwd=project, env=environment(), stdout=full, stderr=subprocess.PIPE, text=True, check=False
            )
        assert result.returncode == 2
        assert "lintel: error: standard output: No space left on device" in result.stderr

    def test_a_terminal_without_unicode_gets_escapes(self, project):
        (project / "app" / "orders.py").write_text(DROPPED.replace("order", "größe"), encoding="utf-8")
        result = lintel(project, "check", "--exit-zero", PYTHONIOENCODING="ascii")
        assert result.returncode == 0, result.stderr
        assert "gr\\xf6\\xdfe" in result.stdout

    def test_json_is_utf_8_whatever_the_locale(self, project):
        (project / "größe.py").write_text(DROPPED, encoding="utf-8")
        command = [sys.executable, "-m", "lintel", "check", "--exit-zero", "--output-format", "json"]
        result = subprocess.run(
            command, cwd=project, env=environment(PYTHONIOENCODING="ascii"), capture_output=True, check=False
        )
        assert "größe.py" in {each["path"] for each in json.loads(result.stdout.decode("utf-8"))["findings"]}

    def test_ctrl_c_is_130_and_one_word(self, project):
        program = (
            "import sys, time, lintel.assemble as a\n"
            "def check(request):\n    print('ready', flush=True)\n    time.sleep(60)\n"
            "a.check = check\nsys.argv = ['lintel', 'check']\n"
            "from lintel.faces.cli import main\nmain()\n"
        )
        with subprocess.Popen(
            [sys.executable, "-c", program],
            cwd=project,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            assert process.stdout.readline() == "ready\n"
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=60) == 130
            assert process.stderr.read().strip() == "lintel: interrupted"

    def test_the_same_bytes_cold_and_warm_whatever_the_workers(self, project):
        said = {
            lintel(project, "check", "--exit-zero", *flags).stdout
            for flags in (("--no-cache",), ("--jobs", "1"), ("--jobs", "2"), ("--no-cache", "--jobs", "2"))
        }
        assert len(said) == 1

    @pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a pseudo terminal")
    def test_on_a_terminal_there_is_colour_and_what_the_run_took(self, project):
        ours, theirs = os.openpty()
        command = [sys.executable, "-m", "lintel", "check", "--exit-zero"]
        with subprocess.Popen(command, cwd=project, env=environment(TERM="xterm"), stdout=theirs, stderr=theirs) as run:
            os.close(theirs)
            said = b""
            while True:
                try:
                    chunk = os.read(ours, 65536)
                except OSError:
                    break
                if not chunk:
                    break
                said += chunk
            run.wait(timeout=60)
        os.close(ours)
        assert b"\x1b[1;33mwarning[LNT601 swallowed-exception]\x1b[0m" in said
        assert b"parsed, " in said


class TestStartUp:
    @pytest.mark.parametrize("arguments", [("rule", "LNT601"), ("rules",), ("--version",), ("check", "--help")])
    def test_what_judges_nothing_imports_nothing_heavy(self, project, arguments):
        assert not modules_after(project, *arguments) & NEEDLESS

    def test_rules_are_explained_without_importing_any(self, project):
        program = (
            "import sys\nsys.argv = ['lintel', 'rule', 'LNT601']\nfrom lintel.faces.cli import main\n"
            "try:\n    main()\nexcept SystemExit:\n    pass\n"
            "judging = ('lintel.rules', 'lintel.assemble')\n"
            "print([name for name in sys.modules if name.startswith(judging)], file=sys.stderr)\n"
        )
        result = subprocess.run(
            [sys.executable, "-c", program], env=environment(), capture_output=True, text=True, check=True
        )
        assert result.stderr.strip() == "[]"

    def test_a_run_that_finds_everything_in_the_store_imports_no_libcst_and_no_rich(self, project):
        lintel(project, "check")
        assert not modules_after(project, "check") & {"libcst", "rich"}
