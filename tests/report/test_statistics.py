"""The table of rules, for people."""

from __future__ import annotations

import re

from reports import CARDS, CLEAN, DROPPED, REPORT

from lintel.finding import Report
from lintel.report import statistics
from lintel.report.palette import Palette


def test_whole_output():
    assert statistics.render(REPORT, CARDS) == (
        "  total  errors  warnings  notes  rule\n"
        "      2       1         1      -  LNT601 swallowed-exception\n"
        "      1       -         1      -  LNT401 god-service\n"
        "      1       -         -      1  LNT405 circular-dependency\n"
        "\n"
        "app/broken.py:12: FAILURE syntax: expected ':' (mend the file)\n"
        "FAILURE LNT401 engine: the rule raised ValueError (report it)\n"
        "notice: Semgrep is not installed\n"
        "Found 1 error, 2 warnings and 1 note in 2 files. "
        "1,212 files judged, 30,120 lines; left out: 9 generated, 2 vendored.\n"
        "2 failures: the check is not complete (exit code 2).\n"
    )


def test_without_findings_there_is_no_table():
    assert statistics.render(CLEAN, CARDS) == "No findings. 1 file judged, 1 line.\n"


def test_columns_hold_with_large_numbers_and_colour():
    report = Report(base="/", findings=(DROPPED,) * 12345)
    plain = statistics.render(report, CARDS)
    assert " 12,345  12,345         -      -  LNT601 swallowed-exception\n" in plain
    painted = statistics.render(report, CARDS, palette=Palette(colour=True))
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == plain
