"""Concise is what flake8 prints, and nothing in a path or message can forge a line of it."""

from __future__ import annotations

import re

import msgspec
from reports import CLEAN, DROPPED, REPORT, finding

from lintel.finding import Failure, Report, Suppressed, Suppression
from lintel.report import concise


def test_whole_output():
    assert concise.render(REPORT) == (
        "app/orders.py:3:1: LNT405 app.orders and app.billing import each other\n"
        "app/orders.py:7:5: LNT601 the whole attempt is dropped\n"
        "app/orders.py:9:5: LNT601 Exception is caught and dropped\n"
        "app/removed.py:2:1: LNT401 the file is gone\n"
        "app/broken.py:12: FAILURE syntax: expected ':' (mend the file)\n"
        "FAILURE LNT401 engine: the rule raised ValueError (report it)\n"
        "notice: Semgrep is not installed\n"
        "Found 1 error, 2 warnings and 1 note in 2 files. "
        "1,212 files judged, 30,120 lines; left out: 9 generated, 2 vendored.\n"
        "2 failures: the check is not complete (exit code 2).\n"
    )


def test_quiet_keeps_findings_and_failures():
    lines = concise.render(REPORT, quiet=True).splitlines()
    assert len(lines) == len(REPORT.findings) + len(REPORT.failures)


def test_a_clean_report_says_so():
    assert concise.render(CLEAN) == "No findings. 1 file judged, 1 line.\n"
    assert concise.render(CLEAN, quiet=True) == ""


def test_every_finding_is_one_line_that_readers_of_flake8_understand():
    pattern = re.compile(r"(.*):(\d*):(\d*): (\w*) (.*)")
    wild = msgspec.structs.replace(DROPPED, path="a\nb.py", message="one\n  two\x1b[31m \u202e three\x00")
    (line,) = concise.render(Report(base="/", findings=(wild,)), quiet=True).splitlines()
    assert pattern.fullmatch(line)
    assert line == "a\\nb.py:9:5: LNT601 one two\\x1b[31m \\u202e three\\x00"


def test_what_a_run_took_is_no_part_of_the_report():
    warm = msgspec.structs.replace(REPORT, counts=msgspec.structs.replace(REPORT.counts, parsed=0, stored=1212))
    assert concise.render(warm) == concise.render(REPORT)


def test_a_failure_without_remedy_or_line():
    report = Report(base="/", failures=(Failure(kind="crashed", reason="r", remedy="", path="a.py"),))
    assert concise.render(report, quiet=True) == "a.py: FAILURE crashed: r\n"


def test_columns_count_from_one():
    report = Report(base="/", findings=(finding("LNT601", (1, 0, 1, 1), "m"),))
    assert concise.render(report, quiet=True) == "app/orders.py:1:1: LNT601 m\n"


def test_what_is_silenced_is_counted_and_not_listed():
    by = Suppression(marker="noqa", line=9, first=9, last=9)
    report = msgspec.structs.replace(CLEAN, suppressed=(Suppressed(DROPPED, by),))
    assert concise.render(report) == "No findings; 1 suppressed. 1 file judged, 1 line.\n"
