"""A finding is silenced by a comment that speaks for its line and its rule, and by no other."""

from __future__ import annotations

import pytest

from lintel.card import card_index
from lintel.finding import Finding, Severity, Span, Suppression
from lintel.run.suppress import suppress

CARDS = card_index()


def finding(code: str, line: int = 5) -> Finding:
    return Finding(code=code, path="a.py", span=Span(line, 0, line, 4), message="m", severity=Severity.ERROR)


def silenced(code: str, marker: str, *codes: str, line: int = 5, path: str = "a.py") -> bool:
    one = Suppression(marker=marker, line=4, first=4, last=6, codes=codes)  # type: ignore[arg-type]
    kept, out = suppress([finding(code, line)], {path: (one,)}, CARDS)
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
