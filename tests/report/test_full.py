"""The report for people: what a reader sees, at any width, with and without colour and source."""

from __future__ import annotations

import re

import msgspec
import pytest
from reports import CARDS, CLEAN, CYCLE, DROPPED, GONE, LED, REPORT, finding, read

from lintel.finding import Related, Report, Span
from lintel.report import full
from lintel.report.palette import Palette

ANSI = re.compile(r"\x1b\[[0-9;]*m")
WHOLE = '''\
note[LNT405 circular-dependency]: app.orders and app.billing import each other
    (medium confidence)
  --> app/orders.py:3:1
   |
 1 | """Orders."""
 2 |
 3 | from app import billing
   | ^^^^^^^^^^^^^^^^^^^^^^^
   |
   = app/orders.py:3             app.orders imports app.billing
   = app/billing/__init__.py:12  app.billing imports app.orders
   = why: Why circular-dependency matters.
   = fix: How to mend circular-dependency.

warning[LNT601 swallowed-exception]: the whole attempt is dropped
  --> app/orders.py:7:5 in charge
   |
 6 |   def charge(order):
 7 | /     try:
 8 | |         billing.charge(order)
 9 | |     except Exception:
10 | |         pass
   | |____________^
   |
   = why: Why swallowed-exception matters.
   = fix: How to mend swallowed-exception.

error[LNT601 swallowed-exception]: Exception is caught and dropped
  --> app/orders.py:9:5 in charge
   |
 7 |     try:
 8 |         billing.charge(order)
 9 |     except Exception:
   |     ^^^^^^^^^^^^^^^^^
10 |         pass
   |
   = why and how to fix: lintel rule LNT601

warning[LNT401 god-service]: the file is gone
  --> app/removed.py:2:1
   = why: Why god-service matters.
   = fix: How to mend god-service.

failure[syntax]: expected ':'
  --> app/broken.py:12
   = remedy: mend the file

failure[engine LNT401]: the rule raised ValueError
   = remedy: report it

notice: Semgrep is not installed

Found 1 error, 2 warnings and 1 note in 2 files.
1,212 files judged, 30,120 lines; left out: 9 generated, 2 vendored.
2 failures: the check is not complete (exit code 2).
'''


def of(*findings, **on):
    """The text for these findings alone, at 80 columns unless said otherwise."""
    return full.render(Report(base="/", findings=findings), CARDS, read, **{"width": 80, **on})


def test_whole_output():
    assert full.render(REPORT, CARDS, read, width=80) == WHOLE


def test_colour_changes_nothing_but_colour():
    painted = full.render(REPORT, CARDS, read, width=80, palette=Palette(colour=True))
    assert painted != WHOLE
    assert ANSI.sub("", painted) == WHOLE


def test_the_part_that_is_meant_has_the_colour_of_the_severity():
    painted = of(DROPPED, palette=Palette(colour=True))
    assert "\x1b[1;31merror[LNT601 swallowed-exception]\x1b[0m" in painted
    assert "    \x1b[1;31mexcept Exception:\x1b[0m" in painted
    assert "\x1b[1;31m^^^^^^^^^^^^^^^^^\x1b[0m" in painted


@pytest.mark.parametrize("width", [60, 80, 100, 160])
def test_no_line_is_wider_than_the_page(width):
    long = msgspec.structs.replace(DROPPED, message="a long sentence about it " * 12, related=CYCLE.related)
    text = of(long, GONE, CYCLE, LED, width=width)
    assert max(map(len, text.splitlines())) <= width


def test_reasons_are_said_once_a_rule():
    text = of(DROPPED, msgspec.structs.replace(DROPPED, message="again"), DROPPED)
    assert text.count("= why:") == 1
    assert text.count("= fix:") == 1
    assert text.count("= why and how to fix: lintel rule LNT601") == 2


def test_confidence_is_said_where_it_is_not_high():
    assert "(medium confidence)" in of(CYCLE)
    assert "confidence" not in of(DROPPED)


def test_source_that_is_gone_leaves_the_place():
    assert "--> app/removed.py:2:1" in of(GONE)
    assert " | " not in of(GONE)


def test_a_finding_of_an_unknown_rule_is_still_said():
    text = of(finding("ZZZ999", (1, 0, 1, 1), "odd"))
    assert text.startswith("warning[ZZZ999]: odd\n")


def test_the_way_of_a_value_is_told_step_by_step():
    text = of(LED)
    assert (
        """\
   = way:
   =   app/views/cart.py:4  a query parameter comes in
   =   app/views/cart.py:5  passed to charge()
   =   app/orders.py:7      reaches billing.charge
   = why:"""
        in text
    )
    assert "way:" not in of(DROPPED)


def test_more_related_places_than_anyone_reads_are_counted():
    places = tuple(Related("a.py", Span(line, 0, line, 1), "here") for line in range(1, 31))
    text = of(msgspec.structs.replace(DROPPED, related=places))
    assert text.count("  here\n") == 20
    assert "and 10 more places (--output-format json lists all)" in text


def test_quiet_has_neither_notices_nor_summary():
    text = full.render(REPORT, CARDS, read, width=80, quiet=True)
    assert WHOLE.startswith(text)
    assert text.rstrip().endswith("= remedy: report it")


def test_a_clean_report_says_what_was_judged():
    assert full.render(CLEAN, CARDS, read) == "No findings.\n1 file judged, 1 line.\n"


def test_names_from_the_code_cannot_write_to_the_terminal():
    evil = "x\x1b]0;title\x07\ny"
    hostile = msgspec.structs.replace(
        DROPPED,
        path=evil,
        symbol=evil,
        message=evil,
        related=(Related(evil, DROPPED.span, evil),),
        steps=(Related(evil, DROPPED.span, evil),),
    )
    assert not set(of(hostile)) & {"\x1b", "\x07"}


def test_a_credential_is_starred_in_every_frame_of_its_file() -> None:
    from lintel.report.frame import concealed

    lines = ['KEY = "s3cret-öne"', "use(KEY)", 'two = ("a"', '       "b")']
    shown = concealed(lines, [Span(1, 6, 1, 18), Span(3, 6, 4, 11)])
    assert shown == ['KEY = "******-***"', "use(KEY)", 'two = ("*"', '       "*")']
