"""What GitHub Actions, GitLab, JUnit readers, reviewdog and line readers are given, each in its own convention."""

from __future__ import annotations

import json
import re

import junitparser
import msgspec
import pytest
from reports import CARDS, CLEAN, CYCLE, DROPPED, LED, REPORT, read

from lintel.finding import Failure, Notice, Report, Span, Suppressed, Suppression
from lintel.report import as_github, as_gitlab, as_json, as_junit, as_rdjson

ODD = msgspec.structs.replace(DROPPED, path="a,b:c%.py", message="one\ntwo\r\n100% \x1b[31mred\x00")


class TestGitHub:
    COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")

    def commands(self, report: Report) -> list[tuple[str, dict[str, str], str]]:
        found = [self.COMMAND.fullmatch(line) for line in as_github.render(report).splitlines()]
        return [
            (match[1], dict(part.split("=", 1) for part in match[2].split(",")), match[3]) for match in found if match
        ]

    def test_a_finding_is_an_annotation_of_its_level(self):
        assert self.commands(Report(base="/", findings=(DROPPED,))) == [
            (
                "error",
                {
                    "title": "Lintel (LNT601)",
                    "file": "app/orders.py",
                    "line": "9",
                    "endLine": "9",
                    "col": "5",
                    "endColumn": "22",
                },
                "app/orders.py:9:5: LNT601 Exception is caught and dropped",
            )
        ]

    def test_failures_come_first_and_the_most_severe_of_the_findings_next(self):
        levels = [(level, said["title"]) for level, said, _ in self.commands(REPORT)]
        assert levels[:2] == [("error", "Lintel (not judged)")] * 2
        ranks = [["error", "warning", "notice"].index(level) for level, _ in levels[2:]]
        assert ranks == sorted(ranks)

    def test_a_range_of_lines_has_no_columns(self):
        several = msgspec.structs.replace(DROPPED, span=Span(7, 4, 10, 2))
        ((_, said, _),) = self.commands(Report(base="/", findings=(several,)))
        assert (said["line"], said["endLine"]) == ("7", "10")
        assert "col" not in said

    def test_no_text_of_the_code_ends_a_command_or_begins_one(self):
        lines = as_github.render(Report(base="/", findings=(ODD,))).splitlines()
        assert len(lines) == 2
        ((_, said, text),) = self.commands(Report(base="/", findings=(ODD,)))
        assert said["file"] == "a%2Cb%3Ac%25.py"
        assert text.isprintable()
        assert "100%25" in text

    def test_no_notice_is_taken_for_a_command(self):
        report = Report(base="/", notices=(Notice(path="::error::x.py", message="no files"),))
        assert self.commands(report) == []
        assert not any(line.lstrip().startswith("::") for line in as_github.render(report).splitlines())


class TestGitLab:
    def test_a_finding_is_an_issue(self):
        (issue,) = json.loads(as_gitlab.render(Report(base="/", findings=(DROPPED,)), CARDS))
        assert issue == {
            "type": "issue",
            "categories": ["Bug Risk"],
            "description": "LNT601 Exception is caught and dropped",
            "check_name": "swallowed-exception",
            "fingerprint": "00ff",
            "severity": "major",
            "location": {
                "path": "app/orders.py",
                "positions": {"begin": {"line": 9, "column": 5}, "end": {"line": 9, "column": 22}},
            },
        }

    def test_what_could_not_be_judged_blocks(self):
        issues = json.loads(as_gitlab.render(REPORT, CARDS))
        blocking = [issue for issue in issues if issue["severity"] == "blocker"]
        assert [issue["location"]["path"] for issue in blocking] == ["app/broken.py", "."]

    def test_readers_of_code_climate_have_what_they_insist_on(self):
        """Their specification: a type, a category of its list, a description in one line."""
        risky = {**CARDS, "LNT601": msgspec.structs.replace(CARDS["LNT601"], owasp=("A09",))}
        report = msgspec.structs.replace(REPORT, findings=(CYCLE, ODD))
        issues = json.loads(as_gitlab.render(report, risky))
        assert [issue["categories"] for issue in issues] == [["Bug Risk"], ["Security"], ["Bug Risk"], ["Bug Risk"]]
        assert {issue["type"] for issue in issues} == {"issue"}
        assert all(issue["description"].isprintable() for issue in issues)

    def test_identities_are_never_the_same(self):
        report = Report(base="/", findings=(DROPPED, DROPPED, DROPPED))
        names = [issue["fingerprint"] for issue in json.loads(as_gitlab.render(report, CARDS))]
        assert names == ["00ff", "00ff-2", "00ff-3"]

    def test_the_way_of_a_value_is_a_trace(self):
        led, dropped = json.loads(as_gitlab.render(Report(base="/", findings=(LED, DROPPED)), CARDS))
        assert led["trace"]["stacktrace"] is True
        assert [each["path"] for each in led["trace"]["locations"]] == [step.path for step in LED.steps]
        assert led["trace"]["locations"][-1] == led["location"]
        assert "trace" not in dropped

    def test_nothing_is_an_empty_list(self):
        assert json.loads(as_gitlab.render(CLEAN, CARDS)) == []


class TestJUnit:
    def read(self, report: Report) -> junitparser.JUnitXml:
        return junitparser.JUnitXml.fromstring(as_junit.render(report).encode())

    def test_a_suite_a_file_and_a_case_a_finding(self):
        suites = {suite.name: [case.name for case in suite] for suite in self.read(REPORT)}
        assert suites["app/orders.py"] == ["LNT405 at 3:1", "LNT601 at 7:5", "LNT601 at 9:5"]
        assert suites["app/broken.py"] == ["not judged: syntax"]

    def test_counts_agree(self):
        read_ = self.read(REPORT)
        assert (read_.tests, read_.failures, read_.errors) == (6, 4, 2)
        assert sum(suite.tests for suite in read_) == 6

    def test_a_finding_is_a_failure_with_place_and_sentence(self):
        ((case,),) = [list(suite) for suite in self.read(Report(base="/", findings=(DROPPED,)))]
        (result,) = case.result
        assert isinstance(result, junitparser.Failure)
        assert (result.type, result.message) == ("error", "Exception is caught and dropped")
        assert result.text == "app/orders.py:9:5: LNT601 Exception is caught and dropped"
        assert case.classname == "app.orders"

    def test_a_clean_report_is_a_case_that_passed(self):
        ((case,),) = [list(suite) for suite in self.read(CLEAN)]
        assert case.is_passed

    def test_what_xml_cannot_hold_is_written_out(self):
        ((case,),) = [list(suite) for suite in self.read(Report(base="/", findings=(ODD,)))]
        assert "\\x00" in case.result[0].text


class TestReviewdog:
    def test_a_finding_is_a_diagnostic(self):
        said = json.loads(as_rdjson.render(Report(base="/", findings=(DROPPED,)), read))
        assert said["source"] == {"name": "lintel"}
        assert said["diagnostics"] == [
            {
                "message": "Exception is caught and dropped",
                "location": {
                    "path": "app/orders.py",
                    "range": {"start": {"line": 9, "column": 5}, "end": {"line": 9, "column": 22}},
                },
                "severity": "ERROR",
                "code": {"value": "LNT601"},
            }
        ]

    def test_columns_count_bytes(self):
        line = "é = 'ü'  # 😀 drop"
        one = msgspec.structs.replace(DROPPED, path="u.py", span=Span(1, 4, 1, 12))
        (said,) = json.loads(as_rdjson.render(Report(base="/", findings=(one,)), lambda _: [line]))["diagnostics"]
        place = said["location"]["range"]
        assert line.encode()[place["start"]["column"] - 1 : place["end"]["column"] - 1].decode() == line[4:12]

    def test_a_file_that_is_gone_has_columns_all_the_same(self):
        (said,) = json.loads(as_rdjson.render(Report(base="/", findings=(DROPPED,)), lambda _: ()))["diagnostics"]
        assert said["location"]["range"]["start"] == {"line": 9, "column": 5}

    def test_other_places_and_failures(self):
        said = json.loads(as_rdjson.render(REPORT, read))["diagnostics"]
        assert [len(each.get("relatedLocations", ())) for each in said] == [2, 0, 0, 0, 0, 0]
        assert said[-2]["location"] == {"path": "app/broken.py", "range": {"start": {"line": 12}}}

    def test_the_way_of_a_value_is_told_in_order(self):
        (said,) = json.loads(as_rdjson.render(Report(base="/", findings=(LED,)), read))["diagnostics"]
        assert [each["message"] for each in said["relatedLocations"]] == [step.message for step in LED.steps]

    def test_every_diagnostic_has_a_path(self):
        said = json.loads(as_rdjson.render(REPORT, read))["diagnostics"]
        assert said[-1]["location"] == {"path": "."}


class TestLines:
    def test_each_line_is_one_object_that_says_what_it_is(self):
        by = Suppression(marker="noqa", line=9, first=9, last=9)
        report = msgspec.structs.replace(REPORT, suppressed=(Suppressed(DROPPED, by),))
        lines = [json.loads(line) for line in as_json.render_lines(report, CARDS).splitlines()]
        kinds = [line.pop("row") for line in lines]
        assert kinds == ["finding"] * 4 + ["suppressed"] + ["failure"] * 2 + ["notice", "counts"]
        assert lines[:4] == json.loads(as_json.render(report, CARDS))["findings"]
        assert lines[-1]["complete"] is False

    def test_a_clean_report_is_not_empty(self):
        (counts,) = [json.loads(line) for line in as_json.render_lines(CLEAN, CARDS).splitlines()]
        assert (counts["row"], counts["complete"], counts["findings"]) == ("counts", True, 0)


@pytest.mark.parametrize("path", ["caf\udce9.py", "a\nb.py", "ü.py"])
def test_every_path_survives_or_is_escaped(path):
    odd = Report(
        base="/",
        findings=(msgspec.structs.replace(CYCLE, path=path),),
        failures=(Failure(kind="syntax", reason="r", remedy="m", path=path),),
    )
    for text in (
        as_github.render(odd), as_gitlab.render(odd, CARDS), as_junit.render(odd), as_rdjson.render(odd, read),
        as_json.render_lines(odd, CARDS),
    ):  # fmt: skip
        assert text.encode("utf-8", "backslashreplace")
