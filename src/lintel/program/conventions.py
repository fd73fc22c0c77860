"""Functions that are found by their name: plug-ins of one project define the same function, module after module.

No call of them stands in the code, and a module that has nothing to do there defines it empty. Their likeness gives
them away: the same name and the same parameters at the top of several modules.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from lintel.facts.definitions import Function
from lintel.facts.module import ModuleFacts
from lintel.program.names import Symbol

_SEVERAL = 3

_Form = tuple[str, tuple[str, ...]]


class Conventions:
    """Answers `is_hook` over the facts of all files."""

    def __init__(self, facts: Mapping[str, ModuleFacts]) -> None:
        self._facts = facts

    def is_hook(self, symbol: Symbol) -> bool:
        """Whether at least three other modules define a function of this form at their top, and with a body."""
        facts = self._facts.get(symbol.path)
        functions = facts.definitions.functions if facts is not None else ()
        form = next((_form(each) for each in functions if each.name == symbol.name), None)
        return form is not None and len(self._definers[form] - {symbol.path}) >= _SEVERAL

    @cached_property
    def _definers(self) -> Mapping[_Form, set[str]]:
        found: defaultdict[_Form, set[str]] = defaultdict(set)
        for path, facts in self._facts.items():
            for function in facts.definitions.functions:
                if not function.owner and not function.nested and function.shape != "stub":
                    found[_form(function)].add(path)
        return found


def _form(function: Function) -> _Form:
    return function.name, tuple(each.name for each in function.parameters)
