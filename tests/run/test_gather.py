"""What engines said becomes what is reported: identities that last, the named files, the selected rules."""

from __future__ import annotations

import random

from lintel.finding import Failure, Finding, Related, Severity, Span
from lintel.run.gather import rebased, reported, with_fingerprints


def finding(
    line: int = 1, *, code: str = "LNT101", path: str = "a.py", anchor: str = "x = 1", **more: object
) -> Finding:
    span = Span(line, 0, line, 1)
    return Finding(code=code, path=path, span=span, message="m", severity=Severity.ERROR, anchor=anchor, **more)  # type: ignore[arg-type]


def identities(*findings: Finding) -> list[str]:
    return [each.fingerprint for each in with_fingerprints(findings)]


class TestIdentity:
    def test_survives_moved_and_reformatted_lines(self) -> None:
        assert identities(finding(1)) == identities(finding(90))
        assert identities(finding(anchor="f(a, b)")) == identities(finding(anchor="f( a,b )"))

    def test_differs_by_rule_file_place_and_text(self) -> None:
        others = [finding(code="LNT102"), finding(path="b.py"), finding(anchor="y = 1"), finding(symbol="A.f")]
        assert len({identity for each in (finding(), *others) for identity in identities(each)}) == 5

    def test_equal_lines_are_counted_from_the_top(self) -> None:
        first, second = identities(finding(3), finding(8))
        assert first != second
        assert identities(finding(30), finding(80)) == [first, second]

    def test_depends_on_no_order(self) -> None:
        findings = [finding(line, path=path) for line in (1, 2, 3) for path in ("a.py", "b.py")]
        shuffled = random.Random(1).sample(findings, len(findings))
        assert with_fingerprints(shuffled) == with_fingerprints(findings)

    def test_the_same_finding_twice_is_said_once(self) -> None:
        assert len(with_fingerprints([finding(), finding()])) == 1
        assert len(with_fingerprints([finding(), finding(symbol="A")])) == 2


class TestWhatIsReported:
    def test_only_what_was_asked_for_with_the_identity_it_has_in_a_full_run(self) -> None:
        findings = [finding(1), finding(2, code="LNT102"), finding(3), finding(1, path="b.py")]
        whole = {each.fingerprint for each in with_fingerprints(findings)}
        kept, _ = reported(findings, [], lambda path, code: path == "a.py" and code == "LNT101")
        assert [each.span.line for each in kept] == [1, 3]
        assert {each.fingerprint for each in kept} < whole

    def test_a_failed_rule_counts_where_it_is_selected_a_failed_file_always(self) -> None:
        def failure(path: str, code: str = "") -> Failure:
            return Failure(kind="rule-raised" if code else "syntax", reason="r", remedy="m", path=path, code=code)

        failures = [failure("a.py"), failure("b.py"), failure("a.py", "LNT101"), failure("", "LNT102")]
        _, broken = reported([], failures, lambda path, code: (path, code) == ("a.py", "LNT101"))
        assert [(each.path, each.code) for each in broken] == [("a.py", ""), ("b.py", ""), ("a.py", "LNT101")]
        _, broken = reported([], failures, lambda _path, code: code == "LNT102")
        assert [(each.path, each.code) for each in broken] == [("a.py", ""), ("b.py", ""), ("", "LNT102")]


class TestOtherFolders:
    def test_paths_are_relative_to_the_folder_of_the_report(self) -> None:
        places = (Related("b.py", Span(1, 0, 1, 1), "there"),)
        moved = rebased(finding(related=places, steps=places), lambda path: f"../shop/{path}")
        assert moved.path == "../shop/a.py"
        assert (moved.related[0].path, moved.steps[0].path) == ("../shop/b.py", "../shop/b.py")

    def test_and_the_identity_stays(self) -> None:
        (one,) = with_fingerprints([finding()])
        assert rebased(one, lambda path: f"x/{path}").fingerprint == one.fingerprint
