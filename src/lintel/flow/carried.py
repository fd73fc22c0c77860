"""What a loop carries from one round to the next: the variables that a round reads before it binds them itself.

Where none of them is changed, and no object that was there before, another round would say what the last one has said.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from lintel.flow import ir

ANYTHING: Final = -1  # stands among the variables of a loop that binds variables of functions around it
_LOOPS: Final = frozenset({ir.FOR, ir.COMP_FOR})  # what these bind is bound before their blocks run
_LEAVING: Final = frozenset({ir.RETURN, ir.RAISE, ir.CONTINUE, ir.BREAK})
_ADDING: Final = frozenset({ir.ADD, ir.EXTEND, ir.ADD_PAIR, ir.MERGE})


class Carried(NamedTuple):
    """The slots that a loop carries, and the registers whose objects it only adds to: what a comprehension makes."""

    slots: frozenset[int]
    added: frozenset[int]


def carried(function: ir.Function, blocks: Sequence[int]) -> Carried:
    """What blocks of a function carry that are run one after the other, over and over."""
    reading = _Reading(function)
    bound: set[int] = set()
    for block in blocks:
        if block != ir.NONE:
            reading.block(block, bound)
    seen_inside = {*function.captured, *function.rebound}
    slots = (reading.exposed | seen_inside) & (reading.written | set(function.rebound))
    return Carried(frozenset(slots | ({ANYTHING} if reading.outer else set())), frozenset(reading.added))


class _Reading:
    """Goes through blocks in order: `exposed` are slots that are read where they may not be bound yet."""

    def __init__(self, function: ir.Function) -> None:
        self._function = function
        self._slots = len(function.slots)
        self.exposed: set[int] = set()
        self.written: set[int] = set()
        self.added: set[int] = set()
        self.outer = False

    def block(self, block: int, bound: set[int]) -> None:
        """Go through a block before which `bound` are bound; those that it binds come to it."""
        for ins in self._function.blocks[block]:
            self._instruction(ins, bound)

    def _instruction(self, ins: ir.Instruction, bound: set[int]) -> None:
        operands = ir.operands(ins)
        read = {value for code, value in operands if code == "v" and 0 <= value < self._slots}
        binds = {value for code, value in operands if code == "to" and 0 <= value < self._slots}
        self.exposed |= read - bound
        if ins[0] == ir.DELETE:
            self.written |= read
            return
        self.written |= binds
        if ins[0] == ir.STORE_OUTER:
            self.outer = True
        elif ins[0] in _ADDING:
            self.added.add(ins[1])
        blocks = [value for code, value in operands if code == "b"]
        if ins[0] == ir.WITH:
            if blocks[0] != ir.NONE:  # of `pass` alone nothing is kept
                self.block(blocks[0], bound)
        elif ins[0] in (ir.IF, ir.MATCH):
            bound |= self._either(blocks, bound)
        elif ins[0] in (ir.TRY, ir.TRY_STAR):
            self._try(blocks, {*bound, *binds}, bound)
        else:
            for block in blocks:
                if block != ir.NONE:
                    self.block(block, {*bound, *binds} if ins[0] in _LOOPS else set(bound))
            if ins[0] not in _LOOPS:
                bound |= binds

    def _either(self, blocks: Sequence[int], bound: set[int]) -> set[int]:
        """What is bound after one of several ways, whichever was run and went on; a way may be no block at all."""
        otherwise, *arms = blocks
        tested = set(bound)
        ends: list[set[int]] = []
        for test, way in [*zip(arms[::2], arms[1::2], strict=True), (ir.NONE, otherwise)]:
            if test != ir.NONE:  # it is run only where those before it have failed
                self.block(test, tested)
            end = set(tested)
            if way != ir.NONE:
                self.block(way, end)
            if way == ir.NONE or not self._goes_away(way):
                ends.append(end)
        return set.intersection(*ends) if ends else tested

    def _try(self, blocks: Sequence[int], handled: set[int], bound: set[int]) -> None:
        body, otherwise, finally_, *handlers = blocks
        tried = set(bound)
        if body != ir.NONE:
            self.block(body, tried)
        if otherwise != ir.NONE:
            self.block(otherwise, tried)
        for test in handlers[0::2]:
            if test != ir.NONE:
                self.block(test, set(bound))
        ends = [tried] if body == ir.NONE or not self._goes_away(body) else []
        for handler in handlers[1::2]:
            end = set(handled)
            if handler != ir.NONE:
                self.block(handler, end)
            if handler == ir.NONE or not self._goes_away(handler):
                ends.append(end)
        before = set(bound)
        if finally_ != ir.NONE:
            self.block(finally_, before)
        bound |= before | (set.intersection(*ends) if ends else set())

    def _goes_away(self, block: int) -> bool:
        """Whether a block ends by leaving the round."""
        instructions = self._function.blocks[block]
        return bool(instructions) and instructions[-1][0] in _LEAVING
