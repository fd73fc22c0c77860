"""The SARIF report is valid by the published schema, and says what code scanning makes use of."""

from __future__ import annotations

import gzip
import json
import random

import jsonschema
import msgspec
import pytest
from published_schemas import validate
from reports import CARDS, CLEAN, CYCLE, DROPPED, LED, REPORT

from lintel.card import card_index
from lintel.finding import Failure, Related, Report, Severity, Span, Suppressed, Suppression
from lintel.report import as_sarif

TITLE = "Static Analysis Results Format (SARIF) Version 2.1.0 JSON Schema"
SILENCED = Suppressed(
    DROPPED, Suppression(marker="lintel", line=8, first=9, last=9, codes=("LNT601",), reason="tried again later")
)


def run_of(report: Report, cards=CARDS) -> dict:
    log = json.loads(as_sarif.render(report, cards))
    validate(log, TITLE)
    (run,) = log["runs"]
    return run


def test_the_schema_refuses_what_is_no_sarif():
    with pytest.raises(jsonschema.ValidationError):
        validate({"version": "2.1.0"}, TITLE)
    log = json.loads(as_sarif.render(REPORT, CARDS))
    log["runs"][0]["results"][0]["level"] = "fatal"
    with pytest.raises(jsonschema.ValidationError):
        validate(log, TITLE)


@pytest.mark.parametrize("report", [REPORT, CLEAN, msgspec.structs.replace(REPORT, suppressed=(SILENCED,))])
def test_every_report_is_valid(report):
    assert run_of(report)["columnKind"] == "unicodeCodePoints"
    run_of(report, card_index())


class TestResults:
    def test_a_finding(self):
        run = run_of(Report(base="/", findings=(DROPPED,)))
        (result,) = run["results"]
        assert run["tool"]["driver"]["rules"][result.pop("ruleIndex")]["id"] == "LNT601"
        assert result == {
            "ruleId": "LNT601",
            "level": "error",
            "message": {"text": "Exception is caught and dropped."},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "app/orders.py", "uriBaseId": "%SRCROOT%"},
                        "region": {"startLine": 9, "startColumn": 5, "endLine": 9, "endColumn": 22},
                    },
                    "logicalLocations": [{"fullyQualifiedName": "charge"}],
                }
            ],
            "partialFingerprints": {"lintel/v1": "00ff"},
            "properties": {"confidence": "high"},
            "suppressions": [],
        }

    def test_the_level_is_that_of_the_finding_and_not_of_its_rule(self):
        (result,) = run_of(Report(base="/", findings=(CYCLE,)))["results"]
        assert (result["level"], result["properties"]["confidence"]) == ("note", "medium")

    def test_other_places_are_related_locations_with_their_sentences(self):
        (result,) = run_of(Report(base="/", findings=(CYCLE,)))["results"]
        places = result["relatedLocations"]
        assert [place["id"] for place in places] == [1, 2]
        assert places[1]["physicalLocation"]["artifactLocation"]["uri"] == "app/billing/__init__.py"
        assert places[1]["message"]["text"] == "app.billing imports app.orders."

    def test_the_way_of_a_value_is_a_code_flow(self):
        (led, other) = run_of(Report(base="/", findings=(LED, DROPPED)))["results"]
        ((thread,),) = [flow["threadFlows"] for flow in led["codeFlows"]]
        first, *_, last = [each["location"] for each in thread["locations"]]
        assert first == {
            "physicalLocation": {
                "artifactLocation": {"uri": "app/views/cart.py", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 4, "startColumn": 12, "endLine": 4, "endColumn": 24},
            },
            "message": {"text": "a query parameter comes in."},
        }
        assert last["physicalLocation"] == led["locations"][0]["physicalLocation"]
        assert "codeFlows" not in other

    def test_what_is_silenced_stays_with_what_silences_it(self):
        report = Report(base="/", findings=(CYCLE,), suppressed=(SILENCED,))
        counts, silenced = run_of(report)["results"]
        assert counts["suppressions"] == []
        (by,) = silenced["suppressions"]
        assert (by["kind"], by["justification"]) == ("inSource", "tried again later")
        assert by["location"]["physicalLocation"]["region"] == {"startLine": 8}
        assert by["properties"] == {"marker": "lintel", "codes": ["LNT601"]}

    @pytest.mark.parametrize(
        ("path", "uri"),
        [
            ("app/a b.py", "app/a%20b.py"),
            ("café/ü.py", "caf%C3%A9/%C3%BC.py"),
            ("a#b?c.py", "a%23b%3Fc.py"),
            ("caf\udce9.py", "caf%E9.py"),
            ("../other/a.py", "../other/a.py"),
        ],
    )
    def test_paths_are_relative_references(self, path, uri):
        (result,) = run_of(Report(base="/", findings=(msgspec.structs.replace(DROPPED, path=path),)))["results"]
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert place == {"uri": uri, "uriBaseId": "%SRCROOT%"}

    def test_a_path_outside_of_every_folder_is_absolute(self):
        (result,) = run_of(Report(base="/x", findings=(msgspec.structs.replace(DROPPED, path="/y/a.py"),)))["results"]
        assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "file:///y/a.py"}


class TestRules:
    @pytest.mark.parametrize("card", card_index().values(), ids=lambda card: card.code)
    def test_each_carries_what_code_scanning_shows(self, card):
        rules = run_of(CLEAN, card_index())["tool"]["driver"]["rules"]
        (rule,) = [rule for rule in rules if rule["id"] == card.code]
        assert rule["name"] == card.name
        assert rule["defaultConfiguration"] == {"enabled": card.on, "level": card.severity.value}
        assert rule["help"]["markdown"].count("```") == 4
        assert card.fix in rule["help"]["text"]
        tags = rule["properties"]["tags"]
        assert len(tags) <= 20
        assert {f"external/cwe/cwe-{number:03}" for number in card.cwe} <= set(tags)
        assert ("security" in tags) == ("security-severity" in rule["properties"]) == bool(card.owasp)
        assert 0.0 < float(rule["properties"].get("security-severity", "1")) < 10.0

    def test_stand_in_the_order_of_their_codes_whatever_was_found(self):
        for report in (CLEAN, REPORT):
            codes = [rule["id"] for rule in run_of(report)["tool"]["driver"]["rules"]]
            assert codes == sorted(CARDS)


class TestInvocation:
    def test_failures_and_notices_are_notifications(self):
        (invocation,) = run_of(REPORT)["invocations"]
        assert invocation["executionSuccessful"] is False
        syntax, engine, notice = invocation["toolExecutionNotifications"]
        assert syntax["message"]["text"] == "expected ':' (mend the file)"
        assert syntax["locations"][0]["physicalLocation"]["region"] == {"startLine": 12}
        assert (syntax["level"], syntax["descriptor"]["id"]) == ("error", "syntax")
        assert engine["associatedRule"] == {"id": "LNT401"}
        assert (notice["level"], notice["message"]["text"]) == ("note", "Semgrep is not installed")

    def test_a_run_without_failures_is_successful(self):
        assert run_of(CLEAN)["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]

    def test_a_failure_without_a_place(self):
        run_of(Report(base="/", failures=(Failure(kind="engine", reason="it", remedy="that"),)))


def bulky(number: int, severity: Severity, letters: int = 2_000):
    """A finding whose sentence no compression makes short; the same for the same number."""
    message = random.Random(number).randbytes(letters // 2).hex()
    return msgspec.structs.replace(DROPPED, path=f"a{number:03}.py", severity=severity, message=message)


def uris(run: dict) -> list[str]:
    return [each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in run["results"]]


class TestLimits:
    def test_more_results_than_readers_take_are_left_out_from_the_mildest_and_it_is_said(self, monkeypatch):
        monkeypatch.setattr(as_sarif, "MOST_RESULTS", 3)
        mild = [msgspec.structs.replace(DROPPED, path=f"a{number}.py", severity=Severity.NOTE) for number in range(4)]
        severe = msgspec.structs.replace(DROPPED, path="z.py")
        run = run_of(Report(base="/", findings=(*mild, severe), suppressed=(SILENCED,)))
        assert uris(run) == ["a0.py", "a1.py", "z.py"]
        (note,) = run["invocations"][0]["toolExecutionNotifications"]
        assert note["message"]["text"].startswith("3 results")

    def test_more_places_than_readers_take_are_left_out(self):
        places = tuple(Related("a.py", Span(line, 0, line, 1), "here") for line in range(1, 1_200))
        (result,) = run_of(Report(base="/", findings=(msgspec.structs.replace(CYCLE, related=places),)))["results"]
        assert len(result["relatedLocations"]) + len(result["locations"]) == as_sarif.MOST_PLACES

    def test_more_steps_than_readers_take_are_left_out(self, monkeypatch):
        monkeypatch.setattr(as_sarif, "MOST_STEPS", 2)
        (result,) = run_of(Report(base="/", findings=(LED,)))["results"]
        assert len(result["codeFlows"][0]["threadFlows"][0]["locations"]) == 2

    @pytest.fixture
    def small(self, monkeypatch):
        """Readers that take 20 KB, compressed."""
        monkeypatch.setattr(as_sarif, "MOST_BYTES", 20_000)
        return 20_000

    def test_a_file_of_more_bytes_than_readers_take_loses_its_mildest_results_and_it_is_said(self, small):
        severe = [bulky(number, Severity.ERROR) for number in range(50, 55)]
        mild = [bulky(number, Severity.NOTE) for number in range(50)]
        told: list[str] = []
        text = as_sarif.render(Report(base="/", findings=(*mild, *severe)), CARDS, told.append)
        assert small * 0.8 < len(gzip.compress(text.encode())) <= small
        (run,) = json.loads(text)["runs"]
        assert set(uris(run)) > {each.path for each in severe}
        (note,) = run["invocations"][0]["toolExecutionNotifications"]
        assert told == [note["message"]["text"]]
        assert told[0].startswith(f"{55 - len(run['results'])} results of the least severity left out")
        assert "10 MB" in told[0]
        assert "category" in told[0], "and what to do about it"

    def test_what_is_bulky_goes_where_it_is_the_mildest_and_the_rest_stays(self, small):
        light = [bulky(number, Severity.ERROR, letters=20) for number in range(100)]
        heavy = [bulky(number, Severity.NOTE, letters=10_000) for number in range(100, 105)]
        (run,) = json.loads(as_sarif.render(Report(base="/", findings=(*light, *heavy)), CARDS))["runs"]
        assert set(uris(run)) > {each.path for each in light}
        assert len(run["results"]) < 105

    def test_a_large_file_that_compresses_well_is_whole(self, small):
        alike = [msgspec.structs.replace(DROPPED, path=f"a{number:03}.py") for number in range(300)]
        told: list[str] = []
        text = as_sarif.render(Report(base="/", findings=tuple(alike)), CARDS, told.append)
        assert len(text) > 5 * small
        assert len(json.loads(text)["runs"][0]["results"]) == 300
        assert told == []

    def test_where_nothing_is_left_to_leave_out_the_report_is_made_all_the_same(self, monkeypatch):
        monkeypatch.setattr(as_sarif, "MOST_BYTES", 10)
        (run,) = json.loads(as_sarif.render(REPORT, CARDS))["runs"]
        assert run["results"] == []
        assert run["invocations"][0]["toolExecutionNotifications"][-1]["message"]["text"].startswith("4 results")

    def test_only_a_file_that_may_be_too_large_is_compressed(self, monkeypatch):
        monkeypatch.setattr(as_sarif.zlib, "compress", None)
        assert as_sarif.render(REPORT, CARDS)
