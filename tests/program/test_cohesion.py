"""Groups are named by what most of their members share."""

from __future__ import annotations

from lintel.program.cohesion import Member, parts_of


def _labels(*subjects: str, uses: frozenset[str] = frozenset()) -> list[str]:
    members = [
        Member(f"step_{index}", index, 5, tuple(subject.split()), uses) for index, subject in enumerate(subjects)
    ]
    return [part.label for part in parts_of(members)]


def test_the_word_that_mostly_follows_belongs_to_the_name() -> None:
    assert _labels("service connector", "service connector", "service") == ["service connector"]


def test_what_is_done_and_how_does_not() -> None:
    assert _labels("table get", "table get", "table get") == ["table"]
    assert _labels("source async", "source async", "source async") == ["source"]


def test_a_group_that_others_joined_is_called_by_what_most_of_it_is_about() -> None:
    joined = ("horn lamp", "horn lamp", "horn lamp", "lamp", "lamp")
    assert _labels(*joined) == ["horn lamp"]
    assert _labels("horn", "horn", "horn", "bell", "bell", "bell", "bell") == ["bell", "horn"]
