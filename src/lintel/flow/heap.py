"""What objects and containers hold at one point of a function, and the state that branches copy and joins merge.

Bodies are never changed: a write makes a new one, so that a branch copies one small dictionary. A body may stand on a
`base`: what a parameter or a library object holds beside what was written to it here.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from lintel.flow.combining import choice, is_plain, join, mix
from lintel.flow.definitions import Class
from lintel.flow.rebuilding import cleaned_by
from lintel.flow.values import NO_VALUE, UNKNOWN, Checks, Choice, Const, Value

Oid = Hashable
MOST_ITEMS: Final = 64
LAST: Final = "__last__"  # the field that holds the last item of a list of unknown length, where that is known
KEYS: Final = "__keys__"  # the field of a dictionary that holds its keys beside the constant ones
_NONE: Final[Mapping[Any, Value]] = {}


class Body:
    """What an object holds.

    `kind` is list, tuple, set, dict, object or iterator. `items` are all items in order, None where they are not known
    one by one; `keyed` what is held under constant keys, `fields` the attributes, `rest` what is held somewhere;
    `base` answers for what is not here. `head` are the first items where others may follow (`rest` holds them too).
    """

    __slots__ = ("base", "cls", "fields", "head", "items", "keyed", "kind", "rest")

    def __init__(
        self,
        kind: str,
        items: tuple[Value, ...] | None = None,
        keyed: Mapping[Any, Value] = _NONE,
        fields: Mapping[Any, Value] = _NONE,
        rest: Value | None = None,
        base: Value | None = None,
        cls: Class | None = None,
        head: tuple[Value, ...] = (),
    ) -> None:
        self.kind = kind
        self.items = items
        self.keyed = keyed
        self.fields = fields
        self.rest = rest
        self.base = base
        self.cls = cls
        self.head = head

    def __repr__(self) -> str:
        held = {"items": self.items, "keyed": self.keyed, "fields": self.fields, "rest": self.rest, "base": self.base}
        return f"{self.kind}({', '.join(f'{name}={value!r}' for name, value in held.items() if value)})"

    def parts(self) -> Iterator[Value]:
        """All that it holds; what it holds that under is no part of it."""
        yield from self.items or ()
        yield from self.keyed.values()
        yield from (value for name, value in self.fields.items() if name != KEYS)
        if self.rest is not None:
            yield self.rest
        if self.base is not None:
            yield self.base

    def mapped(self, change: Callable[[Value], Value]) -> Body:
        """The same with every part changed; itself where none was."""
        items = None if self.items is None else tuple(map(change, self.items))
        keyed = {key: change(value) for key, value in self.keyed.items()} if self.keyed else _NONE
        fields = {key: change(value) for key, value in self.fields.items()} if self.fields else _NONE
        rest = None if self.rest is None else change(self.rest)
        base = None if self.base is None else change(self.base)
        head = tuple(map(change, self.head)) if self.head else ()
        return Body(self.kind, items, keyed, fields, rest, base, self.cls, head)

    def element(self) -> Value:
        """Any of the items, or of the values of a dictionary."""
        found = list(self.items or ())
        found += self.keyed.values()
        if self.rest is not None:
            found.append(self.rest)
        return choice(found)

    def keys(self) -> Value:
        """Any key of a dictionary."""
        return choice(map(Const, self.keyed)) if self.rest is None else self.fields.get(KEYS, UNKNOWN)

    @property
    def exact(self) -> bool:
        """Whether all that it holds is known one by one."""
        return self.rest is None and self.base is None

    def with_item(self, key: Value, value: Value, *, sure: bool = True) -> Body:
        """After `self[key] = value`."""
        if type(key) is Const:
            if self.items is not None and type(key.value) is int and -len(self.items) <= key.value < len(self.items):
                items = list(self.items)
                items[key.value] = value
                return Body(self.kind, tuple(items), self.keyed, self.fields, self.rest, self.base, self.cls)
            if self.items is None and is_key(key.value):
                keyed = dict(self.keyed)
                keyed[key.value] = value if sure else join(keyed.get(key.value), value) or value
                if len(keyed) <= MOST_ITEMS:
                    return Body(self.kind, None, keyed, self.fields, self.rest, self.base, self.cls)
        return self.with_some(value, under=key)

    def with_some(self, value: Value, *, last: bool = False, under: Value = UNKNOWN) -> Body:
        """After a value was put somewhere into it, or (`last`) at its end; of a dictionary, under a key."""
        rest = join(self.rest, value)
        if self.items is not None:
            rest = choice([*self.items, value]) if self.rest is None else choice([*self.items, self.rest, value])
        head = (self.items or self.head) if last else ()
        fields = {name: held for name, held in self.fields.items() if name != LAST} if self.fields else self.fields
        if self.kind == "dict":
            known = fields.get(KEYS, UNKNOWN) if self.rest is not None else mix(map(Const, self.keyed), None)
            fields = {**fields, KEYS: UNKNOWN if UNKNOWN in (known, under) else mix((known, under), None)}
        return Body(self.kind, None, self.keyed, fields, rest, self.base, self.cls, head)

    def with_items(self, items: tuple[Value, ...]) -> Body:
        """With these items, in order."""
        if len(items) > MOST_ITEMS:
            return Body(self.kind, None, self.keyed, self.fields, choice(items), self.base, self.cls)
        return Body(self.kind, items, self.keyed, self.fields, self.rest, self.base, self.cls)

    def with_field(self, name: object, value: Value) -> Body:
        """After `self.name = value`."""
        fields = {**self.fields, name: value}
        return Body(self.kind, self.items, self.keyed, fields, self.rest, self.base, self.cls, self.head)

    def without(self, key: object) -> Body:
        """After the item under a constant key was removed."""
        keyed = {other: value for other, value in self.keyed.items() if other != key}
        return Body(self.kind, self.items, keyed, self.fields, self.rest, self.base, self.cls)


def is_key(key: object) -> bool:
    """Whether a constant can be a key (and is not so long that nobody reads it again by name)."""
    return isinstance(key, int | float | bytes | tuple | None) or (isinstance(key, str) and len(key) <= 300)


def alike(first: Value | None, second: Value | None) -> bool:
    """Whether two values are known to be the same."""
    if first is second:
        return True
    return first is not None and second is not None and type(first) is type(second) and first.key == second.key


def same_content(first: Body, second: Body) -> bool:
    """Whether an object that held the one holds nothing else where it holds the other."""
    return (
        (first.kind, first.cls) == (second.kind, second.cls)
        and alike(first.rest, second.rest)
        and alike(first.base, second.base)
        and _same_parts(dict(enumerate(first.items or first.head)), dict(enumerate(second.items or second.head)))
        and (first.items is None) is (second.items is None)
        and _same_parts(first.keyed, second.keyed)
        and _same_parts(first.fields, second.fields)
    )


def _same_parts(first: Mapping[Any, Value], second: Mapping[Any, Value]) -> bool:
    return first is second or (
        first.keys() == second.keys() and all(alike(value, second[key]) for key, value in first.items())
    )


def joined(first: Body, second: Body) -> Body:
    """What an object holds that holds one of two."""
    if first is second:
        return first
    items: tuple[Value, ...] | None = None
    head: tuple[Value, ...] = ()
    rest = join(first.rest, second.rest)
    if first.items is not None and second.items is not None and len(first.items) == len(second.items):
        items = tuple(join(a, b) or a for a, b in zip(first.items, second.items, strict=True))
    elif first.items is not None or second.items is not None:
        rest = choice([*(first.items or ()), *(second.items or ()), *([] if rest is None else [rest])])
    if items is None:
        begun = zip(first.items or first.head, second.items or second.head, strict=False)
        head = tuple(join(a, b) or a for a, b in begun)
    fields = _joined_parts(first.fields, second.fields)
    if LAST in fields and not (LAST in first.fields and LAST in second.fields):
        fields = {name: value for name, value in fields.items() if name != LAST}
    return Body(
        first.kind,
        items,
        _joined_parts(first.keyed, second.keyed),
        fields,
        rest if rest is not NO_VALUE else None,
        first.base if first.base is not None else second.base,
        first.cls or second.cls,
        head,
    )


def _joined_parts(first: Mapping[Any, Value], second: Mapping[Any, Value]) -> Mapping[Any, Value]:
    if first is second or not second:
        return first
    found = dict(first)
    for key, value in second.items():
        found[key] = join(found.get(key), value) or value
    return found


class State:
    """Variables, heap and what was checked, at one point. `alive` is false where the point cannot be reached."""

    __slots__ = ("alive", "checked", "heap", "regs")

    def __init__(self, regs: list[Value | None], heap: dict[Oid, Body], checked: Checks) -> None:
        self.regs = regs
        self.heap = heap
        self.checked = checked
        self.alive = True

    def copy(self) -> State:
        """The same, to be changed apart."""
        made = State(self.regs[:], dict(self.heap), self.checked)
        made.alive = self.alive
        return made

    def take(self, other: State) -> None:
        """Become the other."""
        self.regs[:] = other.regs
        if self.heap is not other.heap:
            self.heap.clear()
            self.heap.update(other.heap)
        self.checked = other.checked
        self.alive = other.alive

    def check(self, checks: Checks) -> None:
        """From here on these values are no danger of these."""
        if checks:
            checked = dict(self.checked)
            for key, dangers in checks.items():
                checked[key] = checked.get(key, frozenset()) | dangers
            self.checked = checked


def merge(states: Iterable[State]) -> State | None:
    """The state where one of several goes on; None where none does."""
    living = [state for state in states if state.alive]
    if not living:
        return None
    first, *others = living
    if not others:
        return first
    merged = first.copy()
    for other in others:
        regs = merged.regs
        for index, value in enumerate(other.regs):
            if regs[index] is not value:
                regs[index] = join(regs[index], value)
        heap = merged.heap
        for oid, body in other.heap.items():
            known = heap.get(oid)
            if known is not body:
                heap[oid] = body if known is None else joined(known, body)
        merged.checked = both(merged.checked, other.checked)
    _keep_clean(merged, living)
    return merged


def _keep_clean(merged: State, states: Sequence[State]) -> None:
    """A variable that was checked on one way only stays clean where it comes from that way."""
    for state in states:
        if state.checked is merged.checked:
            continue
        lost = {key: dangers for key, dangers in state.checked.items() if merged.checked.get(key) != dangers}
        if not lost:
            continue
        for index, value in enumerate(state.regs):
            held = merged.regs[index]
            if value is None or is_plain(value) or type(held) is not Choice:
                continue
            if any(other is not state and other.regs[index] is value for other in states):
                continue
            clean = cleaned_by(value, lost)
            if clean is not value:
                inner = value.values if type(value) is Choice else (value,)
                rest = [each for each in held.values if not any(each is part for part in inner)]
                merged.regs[index] = choice([*rest, clean])


def both(first: Checks, second: Checks) -> Checks:
    """What two ways have checked alike."""
    if first is second:
        return first
    found: dict[Hashable, frozenset[str]] = {}
    for key, dangers in first.items():
        other = second.get(key)
        if other is not None:
            common = other if "all" in dangers else dangers if "all" in other else dangers & other
            if common:
                found[key] = common
    return found
