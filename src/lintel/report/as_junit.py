"""The report as JUnit XML, which every CI server shows: a suite for each file, a case for each finding.

There is no standard; this is what Jenkins and GitLab read. A finding is a failure, what could not be judged an error.
"""

from __future__ import annotations

from collections import defaultdict
from xml.etree import ElementTree as Xml

from lintel.finding import Failure, Finding, Report
from lintel.report.printable import one_line

_SUITE = "lintel"


def render(report: Report) -> str:
    """One XML document; a report without findings and failures is one case that passed."""
    cases: defaultdict[str, list[Xml.Element]] = defaultdict(list)
    for finding in report.findings:
        cases[finding.path].append(_of_finding(finding))
    for failure in report.failures:
        cases[failure.path or _SUITE].append(_of_failure(failure))
    if not cases:
        cases[_SUITE].append(Xml.Element("testcase", name="no findings", classname=_SUITE))
    everything = [case for some in cases.values() for case in some]
    root = Xml.Element("testsuites", {"name": _SUITE, **_counts(everything)})
    for path, some in sorted(cases.items()):
        suite = Xml.SubElement(root, "testsuite", {"name": one_line(path), **_counts(some)})
        suite.extend(some)
    Xml.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{Xml.tostring(root, "unicode")}\n'


def _counts(cases: list[Xml.Element]) -> dict[str, str]:
    failures = sum(case.find("failure") is not None for case in cases)
    errors = sum(case.find("error") is not None for case in cases)
    return {"tests": str(len(cases)), "failures": str(failures), "errors": str(errors)}


def _of_finding(finding: Finding) -> Xml.Element:
    span = finding.span
    place = f"{span.line}:{span.column + 1}"
    case = _case(f"{finding.code} at {place}", finding.path, span.line)
    said = Xml.SubElement(case, "failure", message=one_line(finding.message), type=finding.severity.value)
    said.text = one_line(f"{finding.path}:{place}: {finding.code} {finding.message}")
    return case


def _of_failure(failure: Failure) -> Xml.Element:
    case = _case(f"not judged: {failure.kind}", failure.path or _SUITE, failure.line)
    said = Xml.SubElement(case, "error", message=one_line(failure.reason), type=failure.kind)
    said.text = one_line(f"{failure.reason} ({failure.remedy})")
    return case


def _case(name: str, path: str, line: int) -> Xml.Element:
    shown = one_line(path)
    case = Xml.Element("testcase", name=one_line(name), classname=shown.removesuffix(".py").replace("/", "."))
    case.set("file", shown)
    if line:
        case.set("line", str(line))
    return case
