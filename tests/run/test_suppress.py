"""A finding is silenced by a comment that speaks for its line and its rule, and by no other."""

from __future__ import annotations

import pytest

from lintel.card import card_index
from lintel.finding import Finding, Severity, Span, Suppression
from lintel.run.suppress import suppress

CARDS = card_index()
TOLD = "LNT910"


def finding(code: str, line: int = 5) -> Finding:
    return Finding(code=code, path="a.py", span=Span(line, 0, line, 4), message="m", severity=Severity.ERROR)


def silenced(code: str, marker: str, *codes: str, line: int = 5, path: str = "a.py") -> bool:
    one = Suppression(marker=marker, line=4, first=4, last=6, codes=codes)  # type: ignore[arg-type]
    kept, out = suppress([finding(code, line)], {path: (one,)}, CARDS, lambda path, code: code != TOLD)
    assert [each.by for each in out] == [one] * len(out)
    assert len(kept) + len(out) == 1
    return bool(out)


@pytest.mark.parametrize(("line", "is_silenced"), [(3, False), (4, True), (6, True), (7, False)])
def test_on_the_lines_that_it_speaks_for(line: int, is_silenced: bool) -> None:
    assert silenced("LNT501", "lintel", "LNT501", line=line) is is_silenced


def test_in_its_own_file_only() -> None:
    assert not silenced("LNT501", "noqa", path="b.py")


@pytest.mark.parametrize(
    ("marker", "codes", "is_silenced"),
    [
        ("noqa", (), True),
        ("noqa", ("LNT601",), True),
        ("noqa", ("LNT6",), True),
        ("noqa", ("L",), True),
        ("noqa", ("LNT501",), False),
        ("noqa", ("LNT6010",), False),
        ("lintel", (), True),
        ("lintel", ("ALL",), True),
        ("lintel", ("LNT601",), True),
        ("lintel", ("swallowed-exception",), True),
        ("lintel", ("LNT6",), True),
        ("lintel", ("LNT5", "LNT9"), False),
        ("lintel", ("no-such-rule",), False),
        ("nosec", (), True),
        ("nosec", ("B110",), True),
        ("nosec", ("LNT601",), True),
        ("nosec", ("B105",), False),
    ],
)
def test_for_the_rules_that_it_names(marker: str, codes: tuple[str, ...], is_silenced: bool) -> None:
    assert silenced("LNT601", marker, *codes) is is_silenced


def test_nosec_says_nothing_of_rules_that_replace_no_check_of_bandit() -> None:
    assert not CARDS["LNT907"].aliases
    assert not silenced("LNT907", "nosec")


class TestOnesThatSilenceNothing:
    def said(self, *markers: Suppression, findings=(), on=frozenset(CARDS), unheeded=frozenset()) -> list[str]:
        kept, _ = suppress(findings, {"a.py": markers}, CARDS, lambda path, code: code in on, unheeded)
        return [f"{each.span.line} {each.message}" for each in kept if each.code == TOLD]

    def test_are_told_at_their_comment(self) -> None:
        one = Suppression(marker="lintel", line=4, first=5, last=9, codes=("LNT5", "LNT601"), column=2, end_column=30)
        kept, _ = suppress([], {"a.py": (one,)}, CARDS, lambda path, code: True)
        assert [(each.path, each.code, each.span) for each in kept] == [("a.py", TOLD, Span(4, 2, 4, 30))]
        assert kept[0].message == "the suppression of LNT5, LNT601 silences nothing; take it away"
        assert kept[0].fingerprint

    def test_by_noqa_too_where_it_names_a_code_of_ours(self) -> None:
        noqa = Suppression(marker="noqa", line=4, first=4, last=4, codes=("LNT501",))
        assert self.said(noqa) == ["4 `# noqa: LNT501` silences nothing; take it away"]

    def test_not_while_they_silence_something(self) -> None:
        one = Suppression(marker="lintel", line=4, first=4, last=6, codes=("LNT5", "LNT601"))
        assert self.said(one, findings=[finding("LNT601")]) == []

    def test_not_where_the_face_reads_them_and_they_silence_something_there(self) -> None:
        one = Suppression(marker="noqa", line=4, first=4, last=6, codes=("LNT601",))
        assert self.said(one, findings=[finding("LNT601")], unheeded=frozenset({"noqa"})) == []

    @pytest.mark.parametrize(
        ("marker", "codes"),
        [("noqa", ()), ("lintel", ()), ("nosec", ("B110",)), ("noqa", ("LNB101",)), ("lintel", ("LNB101", "LNT5"))],
    )
    def test_not_where_it_is_not_known(self, marker: str, codes: tuple[str, ...]) -> None:
        one = Suppression(marker=marker, line=4, first=4, last=4, codes=codes)  # type: ignore[arg-type]
        assert self.said(one) == []

    def test_not_where_a_rule_that_they_name_was_not_asked(self) -> None:
        one = Suppression(marker="lintel", line=4, first=4, last=4, codes=("LNT501", "LNT601"))
        assert self.said(one, on=frozenset({TOLD, "LNT601"})) == []

    def test_not_where_not_all_was_seen(self) -> None:
        one = Suppression(marker="lintel", line=4, first=4, last=4, codes=("LNT501",))
        assert suppress([], {"a.py": (one,)}, CARDS, None) == ([], [])

    def test_not_where_another_comment_means_them(self) -> None:
        one = Suppression(marker="lintel", line=4, first=5, last=5, codes=("LNT501",))
        other = Suppression(marker="lintel", line=1, first=1, last=9, codes=("LNT910",))
        assert self.said(one, other) == []
        above = Suppression(marker="lintel", line=1, first=2, last=2, codes=("LNT910",))
        assert self.said(above) == ["1 the suppression of LNT910 silences nothing; take it away"]

    def test_not_where_the_rule_is_off(self) -> None:
        one = Suppression(marker="lintel", line=4, first=4, last=4, codes=("LNT501",))
        assert self.said(one, on=frozenset(CARDS) - {TOLD}) == []

    def test_a_name_that_no_rule_has_silences_nothing(self) -> None:
        one = Suppression(marker="lintel", line=4, first=4, last=4, codes=("hardcoded-secrets",))
        assert self.said(one) == ["4 the suppression of hardcoded-secrets silences nothing; take it away"]


def test_a_blanket_suppression_does_not_hide_that_it_is_one() -> None:
    assert not silenced(TOLD, "noqa")
    assert not silenced(TOLD, "lintel")
    assert silenced(TOLD, "lintel", "blanket-suppression")
    assert silenced(TOLD, "noqa", "LNT910")
