"""How many separate things functions serve: ways in, subjects, and groups that a word names."""

from __future__ import annotations

from lintel.program.cohesion import Member
from lintel.program.separation import funnel, groups_by_use, subjects, ways_in


def _member(name: str, about: str = "", *uses: str) -> Member:
    return Member(name, 0, 5, tuple(about.split()), frozenset(uses))


def _labels(*members: Member) -> dict[str, int]:
    return {part.label: len(part.functions) for part in groups_by_use(members)}


def test_a_way_in_is_what_no_other_function_uses() -> None:
    members = (_member("open", "", "self.check"), _member("check", "", "self.check"), _member("close", "", ":read"))
    assert [each.name for each in ways_in(members)] == ["open", "close"]


def test_a_function_without_a_telling_name_is_a_subject_of_its_own() -> None:
    assert subjects([_member("open_door", "door"), _member("shut_door", "door")]) == 1.0
    assert round(subjects([_member("run"), _member("go"), _member("open_door", "door")]), 1) == 3.0
    assert subjects([]) == 0.0


def test_a_group_shares_what_few_others_use_and_a_word_names_it() -> None:
    valves = [_member(f"valve_{place}", f"{side} valve", "self.flow") for place, side in enumerate(("left", "right"))]
    valves.append(_member("drain", "", "self.flow"))
    lamps = [
        _member(f"lamp_{place}", f"{side} lamp", "self.glow") for place, side in enumerate(("red", "green", "blue"))
    ]
    others = [_member(f"other_{place}", f"thing{place}") for place in range(4)]
    assert _labels(*valves, *lamps, *others) == {"lamp": 3, "valve": 3}


def test_a_group_that_no_word_names_is_left_out() -> None:
    tied = [_member(f"step_{place}", f"thing{place}", "self.flow") for place in range(3)]
    others = [_member(f"other_{place}", f"case{place}") for place in range(8)]
    assert _labels(*tied, *others) == {}


def test_two_words_together_may_name_a_group() -> None:
    hung = ("door big", "door red", "gate wide", "gate low", "pane")
    tied = [_member(f"step_{place}", about, "self.hinge", "self.lock") for place, about in enumerate(hung)]
    others = [
        _member(f"other_{place}", f"case{place}", f"self.a{place // 4}", f"self.b{place // 4}") for place in range(16)
    ]
    assert _labels(*tied, *others) == {"door/gate": 5}


def test_what_everything_shares_ties_nothing() -> None:
    members = [_member(f"step_{place}", f"thing{place}", "self.session", "self.flow") for place in range(12)]
    assert _labels(*members) == {}


def test_a_funnel_is_the_own_function_that_most_others_use() -> None:
    sent = [_member(f"ask_{place}", "", "self.send", "self.host") for place in range(3)]
    assert funnel([*sent, _member("send", "", "self.host")]) == 0.75
    assert funnel([_member("open"), _member("close")]) == 0.0
    assert funnel([]) == 0.0
