"""The JSON report has the shape that `docs/json.md` promises."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
from reports import CARDS, CLEAN, CYCLE, DROPPED, LED, REPORT

from lintel import __version__
from lintel.finding import Report, Suppressed, Suppression
from lintel.report import as_json

DOCS = Path(__file__).parents[2] / "docs" / "json.md"


def test_a_whole_report():
    report = msgspec.structs.replace(REPORT, findings=(DROPPED,))
    assert json.loads(as_json.render(report, CARDS)) == {
        "version": 1,
        "lintel": __version__,
        "complete": False,
        "findings": [
            {
                "path": "app/orders.py",
                "line": 9,
                "column": 5,
                "end": {"line": 9, "column": 22},
                "code": "LNT601",
                "name": "swallowed-exception",
                "severity": "error",
                "confidence": "high",
                "message": "Exception is caught and dropped",
                "arguments": {"caught": "Exception"},
                "symbol": "charge",
                "fingerprint": "00ff",
                "related": [],
                "steps": [],
            }
        ],
        "suppressed": [],
        "failures": [
            {
                "kind": "syntax",
                "path": "app/broken.py",
                "line": 12,
                "code": None,
                "reason": "expected ':'",
                "remedy": "mend the file",
            },
            {
                "kind": "engine",
                "path": None,
                "line": None,
                "code": "LNT401",
                "reason": "the rule raised ValueError",
                "remedy": "report it",
            },
        ],
        "notices": [{"path": None, "message": "Semgrep is not installed"}],
        "counts": {
            "files": 1212,
            "lines": 30120,
            "left_out": {"generated": 9, "vendored": 2},
            "findings": 1,
            "by_severity": {"error": 1, "warning": 0, "note": 0},
            "by_rule": {"LNT601": {"error": 1, "warning": 0, "note": 0}},
        },
    }


def test_related_places_and_confidence():
    (said,) = json.loads(as_json.render(Report(base="/", findings=(CYCLE,)), CARDS))["findings"]
    assert said["confidence"] == "medium"
    assert said["related"][1] == {
        "path": "app/billing/__init__.py",
        "line": 12,
        "column": 1,
        "end": {"line": 12, "column": 10},
        "message": "app.billing imports app.orders",
    }


def test_the_way_of_a_value_is_its_steps_in_order():
    (said,) = json.loads(as_json.render(Report(base="/", findings=(LED,)), CARDS))["findings"]
    assert [each["message"] for each in said["steps"]] == [step.message for step in LED.steps]
    assert said["steps"][1] == {
        "path": "app/views/cart.py",
        "line": 5,
        "column": 5,
        "end": {"line": 5, "column": 18},
        "message": "passed to charge()",
    }


def test_without_failures_it_is_complete():
    assert json.loads(as_json.render(CLEAN, CARDS))["complete"] is True


def test_the_same_bytes_whatever_the_folder_the_store_and_the_order_of_tables():
    counts = msgspec.structs.replace(
        REPORT.counts, parsed=0, stored=1212, left_out=dict(reversed(REPORT.counts.left_out.items()))
    )
    other = msgspec.structs.replace(REPORT, base="/elsewhere", counts=counts)
    assert as_json.render(other, CARDS) == as_json.render(REPORT, CARDS)


def test_statistics_leave_out_the_findings_alone():
    whole = json.loads(as_json.render(REPORT, CARDS))
    del whole["findings"], whole["suppressed"]
    assert json.loads(as_json.render_statistics(REPORT, CARDS)) == whole


def test_a_finding_that_is_silenced_keeps_what_silences_it():
    by = Suppression(marker="lintel", line=8, first=9, last=9, codes=("LNT601",), reason="tried again later")
    report = Report(base="/", suppressed=(Suppressed(DROPPED, by),))
    said = json.loads(as_json.render(report, CARDS))
    (one,) = said["suppressed"]
    assert said["findings"] == []
    assert (one["code"], one["line"], one["fingerprint"]) == ("LNT601", 9, "00ff")
    assert one["suppression"] == {"marker": "lintel", "line": 8, "codes": ["LNT601"], "reason": "tried again later"}


def test_a_path_that_is_no_text_survives_as_an_escape():
    odd = msgspec.structs.replace(DROPPED, path="caf\udce9.py")
    data = as_json.render(Report(base="/", findings=(odd,)), CARDS).encode("utf-8", "backslashreplace")
    assert json.loads(data)["findings"][0]["path"] == "caf\udce9.py"


def test_every_field_is_described():
    text = DOCS.read_text(encoding="utf-8")
    said = json.loads(as_json.render(REPORT, CARDS))
    for field in (*said, *said["findings"][0], *said["failures"][0], *said["counts"], *said["notices"][0]):
        assert f"`{field}`" in text
