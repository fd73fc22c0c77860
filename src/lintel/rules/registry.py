"""Finds the rules: every module of a family that holds a `RULE`. There is no list to keep."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from lintel.rule import Rule

_HERE = Path(__file__).parent


@cache
def rule_modules() -> tuple[str, ...]:
    """The dotted names of all rule modules, sorted; nothing is imported for it."""
    names = []
    for family in pkgutil.iter_modules([str(_HERE)]):
        if family.ispkg:
            below = pkgutil.iter_modules([str(_HERE / family.name)])
            names += [f"lintel.rules.{family.name}.{module.name}" for module in below]
    return tuple(sorted(names))


def load_rules(modules: Iterable[str]) -> tuple[Rule, ...]:
    """The rules that these modules hold, ordered by code; a module without `RULE` is no rule and is passed over."""
    rules = [rule for name in modules if isinstance(rule := getattr(importlib.import_module(name), "RULE", None), Rule)]
    return tuple(sorted(rules, key=lambda rule: rule.card.code))


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule there is, ordered by code."""
    return load_rules(rule_modules())
