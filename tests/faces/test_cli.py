"""What flags ask of the composition root, and what its answer becomes: output, files, exit codes.

The composition root is replaced here by one that notes the request and answers with a report made by hand;
`test_cli_process.py` runs the real thing.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lintel import assemble
from lintel.errors import LintelError, SettingsError
from lintel.faces.cli import commands
from lintel.faces.cli_check import exit_code
from lintel.finding import Failure, Finding, Report, Severity, Span
from lintel.report import as_sarif
from lintel.settings import Settings

FAILED = (Failure(kind="syntax", reason="broken", remedy="mend it", path="b.py", line=1),)


def finding(severity: Severity) -> Finding:
    return Finding(code="LNT601", path="a.py", span=Span(1, 0, 1, 5), message="dropped", severity=severity)


class Root:
    """Stands for the composition root: notes what was asked and gives the answer it was told to give."""

    def __init__(self) -> None:
        self.requests: list[assemble.Request] = []
        self.report = Report(base=".", findings=(finding(Severity.ERROR),))
        self.settings = Settings(output_format="concise")
        self.error: BaseException | None = None

    def check(self, request: assemble.Request) -> assemble.Outcome:
        self.requests.append(request)
        if self.error is not None:
            raise self.error
        return assemble.Outcome(self.report, self.settings)

    def shown_files(self, request: assemble.Request) -> list[Path]:
        self.requests.append(request)
        return [Path("a.py"), Path("pkg/b.py")]

    def shown_settings(self, request: assemble.Request) -> str:
        self.requests.append(request)
        return "root = '/x'"

    def clean_store(self, request: assemble.Request) -> list[Path]:
        self.requests.append(request)
        return [Path("/x/.lintel_cache")] if request.cache_dir is None else []


@pytest.fixture
def root(monkeypatch, tmp_path) -> Root:
    """A composition root under control, and an empty folder to stand in."""
    double = Root()
    for name in ("check", "shown_files", "shown_settings", "clean_store"):
        monkeypatch.setattr(assemble, name, getattr(double, name))
    monkeypatch.chdir(tmp_path)
    return double


def lintel(*arguments: str) -> Result:
    return CliRunner().invoke(commands, list(arguments))


class TestRequest:
    def test_without_flags_everything_is_left_to_the_settings(self, root):
        lintel("check")
        (request,) = root.requests
        assert request.paths == (Path(),)
        assert request.base == Path.cwd()
        assert request.overrides == {}
        assert request.use_store
        assert (request.root, request.config, request.cache_dir, request.jobs) == (None, None, None, None)
        assert not request.isolated

    def test_settings_flags_have_the_keys_of_a_settings_file(self, root):
        lintel(
            *("check", "--select", "LNT6, swallowed-exception", "--select", "LNT9", "--ignore", "LNT601"),
            *("--extend-select", "ALL", "--fail-on", "note", "--output-format", "json"),
            *("--per-file-ignores", "tests/*:LNT5,LNT6"),
        )
        assert root.requests[0].overrides == {
            "select": ["LNT6", "swallowed-exception", "LNT9"],
            "ignore": ["LNT601"],
            "extend-select": ["ALL"],
            "fail-on": "note",
            "output-format": "json",
            "per-file-ignores": {"tests/*": ["LNT5", "LNT6"]},
        }

    @pytest.mark.parametrize(
        ("values", "table"),
        [
            (["a.py:LNT1"], {"a.py": ["LNT1"]}),
            (["a.py:LNT1,b.py:LNT2,LNT3"], {"a.py": ["LNT1"], "b.py": ["LNT2", "LNT3"]}),
            (["a.py:LNT1", "a.py:LNT2"], {"a.py": ["LNT1", "LNT2"]}),
            (["!src/**:ALL"], {"!src/**": ["ALL"]}),
            (["C:/code/*.py : LNT1"], {"C:/code/*.py": ["LNT1"]}),
        ],
    )
    def test_per_file_ignores_after_ruff(self, root, values, table):
        lintel("check", *(word for value in values for word in ("--per-file-ignores", value)))
        assert root.requests[0].overrides["per-file-ignores"] == table

    def test_flags_about_the_run(self, root, tmp_path):
        (tmp_path / "app").mkdir()
        (tmp_path / "lintel.toml").touch()
        lintel(
            *("check", "app", "--root", "app", "--config", "lintel.toml"),
            *("--no-cache", "--cache-dir", "cache", "-j", "3"),
        )
        (request,) = root.requests
        assert request.paths == (Path("app"),)
        assert request.root == Path("app")
        assert request.config == Path("lintel.toml")
        assert not request.use_store
        assert request.cache_dir == Path("cache")
        assert request.jobs == 3

    def test_no_progress_where_nobody_watches(self, root):
        lintel("check")
        assert root.requests[0].progress is None

    @pytest.mark.parametrize(
        "arguments",
        [
            ["--no-such-flag"],
            ["missing.py"],
            ["--output-format", "yaml"],
            ["--output-file", "json"],
            ["--output-file", "yaml=out"],
            ["--output-file", "json=out", "--output-file", "full=./out"],
            ["--output-file", "json=nowhere/out.json"],
            ["--output-file", "json=."],
            ["--per-file-ignores", "LNT601"],
            ["--per-file-ignores", "tests/*:"],
            ["--fail-on", "anything"],
            ["--jobs", "-1"],
            ["--config", "missing.toml"],
            ["--show-files", "--show-settings"],
        ],
    )
    def test_bad_usage_is_2_and_judges_nothing(self, root, arguments):
        result = lintel("check", *arguments)
        assert result.exit_code == 2
        assert "rror: " in result.stderr
        assert root.requests == []

    def test_config_and_isolated_exclude_each_other(self, root, tmp_path):
        (tmp_path / "lintel.toml").touch()
        result = lintel("check", "--config", "lintel.toml", "--isolated")
        assert result.exit_code == 2
        assert root.requests == []


class TestExitCode:
    @pytest.mark.parametrize(
        ("severity", "fail_on", "expected"),
        [
            (Severity.ERROR, "error", 1),
            (Severity.WARNING, "error", 0),
            (Severity.WARNING, "warning", 1),
            (Severity.NOTE, "warning", 0),
            (Severity.NOTE, "note", 1),
            (Severity.ERROR, "never", 0),
        ],
    )
    def test_findings_at_the_threshold_are_1(self, severity, fail_on, expected):
        report = Report(base=".", findings=(finding(severity),))
        assert exit_code(report, fail_on) == expected
        assert exit_code(report, fail_on, exit_zero=True) == 0

    @pytest.mark.parametrize("fail_on", ["error", "never"])
    @pytest.mark.parametrize("exit_zero", [False, True])
    def test_a_failure_is_2_whatever_was_asked_for(self, fail_on, exit_zero):
        report = Report(base=".", findings=(finding(Severity.ERROR),), failures=FAILED)
        assert exit_code(report, fail_on, exit_zero=exit_zero) == 2

    def test_the_command_ends_with_it(self, root):
        assert lintel("check").exit_code == 1
        assert lintel("check", "--exit-zero").exit_code == 0
        root.settings = Settings(output_format="concise", fail_on="never")
        assert lintel("check").exit_code == 0
        root.report = Report(base=".", failures=FAILED)
        assert lintel("check", "--exit-zero").exit_code == 2


class TestErrors:
    def test_an_error_on_purpose_is_one_message_and_2(self, root):
        root.error = SettingsError("pyproject.toml: [tool.lintel] selct", "unknown setting", "did you mean 'select'?")
        result = lintel("check", "--exit-zero")
        assert result.exit_code == 2
        assert result.stdout == ""
        assert result.stderr == (
            "lintel: error: pyproject.toml: [tool.lintel] selct: unknown setting (did you mean 'select'?)\n"
        )

    def test_a_defect_is_not_hidden(self, root):
        root.error = ZeroDivisionError()
        assert isinstance(lintel("check").exception, ZeroDivisionError)


class TestOutput:
    def test_the_format_of_the_settings_is_used(self, root):
        assert lintel("check").stdout.startswith("a.py:1:1: LNT601 dropped\n")
        root.settings = Settings(output_format="json")
        assert json.loads(lintel("check").stdout)["findings"][0]["path"] == "a.py"

    def test_full_shows_the_code(self, root, tmp_path):
        (tmp_path / "a.py").write_bytes(b"# coding: latin-1\n" + "caf\xe9 = 1\n".encode("latin-1"))
        root.settings = Settings(output_format="full")
        root.report = Report(base=str(tmp_path), findings=(finding(Severity.ERROR),))
        assert "1 | # coding: latin-1\n" in lintel("check").stdout
        assert "2 | café = 1\n" in lintel("check").stdout

    def test_files_are_written_beside_what_is_printed(self, root, tmp_path):
        result = lintel("check", "--output-file", "json=report.json", "--output-file", "full=report.txt")
        assert result.stdout.startswith("a.py:1:1: LNT601")
        assert json.loads((tmp_path / "report.json").read_bytes())["counts"]["findings"] == 1
        assert "--> a.py:1:1" in (tmp_path / "report.txt").read_text(encoding="utf-8")

    def test_a_file_that_cannot_be_written_is_2(self, root, monkeypatch):
        def refuse(self, data):
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(Path, "write_bytes", refuse)
        result = lintel("check", "--exit-zero", "--output-file", "json=report.json")
        assert result.exit_code == 2
        assert "lintel: error: --output-file report.json: No space left on device" in result.stderr

    @pytest.mark.parametrize(
        ("flags", "where"),
        [([], "standard output"), (["--output-file=sarif=a.sarif"], "--output-file a.sarif")],
    )
    def test_what_a_format_leaves_out_is_said_beside_it(self, root, monkeypatch, flags, where):
        monkeypatch.setattr(as_sarif, "MOST_RESULTS", 0)
        root.settings = Settings(output_format="concise" if flags else "sarif")
        said = lintel("check", *flags).stderr
        assert said.startswith(f"lintel: notice: {where}: 1 result of the least severity left out")
        assert lintel("check", "--quiet", *flags).stderr == ""

    def test_statistics_replace_the_findings(self, root):
        stdout = lintel("check", "--statistics").stdout
        assert "LNT601" in stdout
        assert "a.py" not in stdout
        root.settings = Settings(output_format="json")
        assert "findings" not in json.loads(lintel("check", "--statistics").stdout)

    def test_quiet_prints_findings_and_failures_only(self, root):
        assert lintel("check", "--quiet").stdout == "a.py:1:1: LNT601 dropped\n"

    def test_colour_is_for_terminals_and_those_who_force_it(self, root, monkeypatch):
        root.settings = Settings(output_format="full")
        assert "\x1b" not in lintel("check").stdout
        monkeypatch.setenv("FORCE_COLOR", "1")
        assert "\x1b[1;31merror" in lintel("check").stdout
        monkeypatch.setenv("NO_COLOR", "1")
        assert "\x1b" not in lintel("check").stdout

    def test_show_files_and_settings_judge_nothing(self, root):
        assert lintel("check", "--show-files").stdout == "a.py\npkg/b.py\n"
        assert lintel("check", "--show-settings", "--select", "LNT6").stdout == "root = '/x'\n"
        assert root.requests[-1].overrides == {"select": ["LNT6"]}


class TestCacheClean:
    def test_names_what_it_removed(self, root):
        assert lintel("cache", "clean").stdout == "Removed /x/.lintel_cache\n"
        assert root.requests[0].paths == (Path(),)

    def test_says_when_there_was_nothing(self, root):
        assert lintel("cache", "clean", "--cache-dir", "elsewhere").stdout == "Nothing to remove.\n"
        assert root.requests[0].cache_dir == Path("elsewhere")

    def test_refusals_are_2(self, root, monkeypatch):
        def refuse(request):
            raise LintelError("not a store")

        monkeypatch.setattr(assemble, "clean_store", refuse)
        assert lintel("cache", "clean").exit_code == 2
