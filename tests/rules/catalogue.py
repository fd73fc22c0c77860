"""What may be wrong with a rule or its card, one line a fault: asked of all rules, and of broken ones in tests."""

from __future__ import annotations

import ast
import inspect
import re
import string
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import ModuleType

from lintel.card import Card, Option
from lintel.program.program import Program
from lintel.rule import Rule
from lintel.source.children import children_table

CLAUSES = Path(__file__).parent / "clauses.txt"
_FAMILIES = {
    "injection": 1, "validation": 2, "data_access": 3, "architecture": 4, "configuration": 5, "resilience": 6,
    "performance": 7, "security": 8, "completeness": 9,
}  # fmt: skip
_TYPES = {"int": int, "float": float, "bool": bool, "str": str, "list": tuple}
_OWASP = re.compile(r"A(0[1-9]|10)(:\d\d)?\Z")
_KEBAB = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+\Z")


def clauses() -> dict[str, frozenset[str]]:
    """The clauses of the specification: id to the rules that answer for it."""
    rows = (row.split() for row in CLAUSES.read_text("utf-8").splitlines() if row and not row.startswith("#"))
    return {row[0]: frozenset(row[1:]) for row in rows}


def rule_faults(module: ModuleType, imported: frozenset[str] = frozenset()) -> list[str]:
    """What keeps a module of a family from being a rule that the engine can run.

    A module without a card that a rule of the family imports (`imported`) is a part of that rule.
    """
    rule = getattr(module, "RULE", None)
    if not isinstance(rule, Rule):
        helps = not hasattr(module, "CARD") and module.__name__ in imported
        return [] if helps else [f"{module.__name__} holds no RULE"]
    types = {kind.__name__ for kind in children_table()}
    kinds = Program({}, lambda _: {}, {}, None).subject_kinds  # type: ignore[arg-type]
    found = [f"no LibCST node that is walked is called {name}" for name in rule.on if name not in types]
    found += [f"the program has no subjects of kind {kind}" for kind in rule.over if kind not in kinds]
    if not rule.on and not rule.over:
        found.append("it judges nothing")
    if makes_candidates(module) and rule.settle is None:
        found.append("it yields candidates and settles none")
    if rule.settle is not None and not rule.on:
        found.append("it settles candidates and yields none")
    return found


def imported_by(modules: Iterable[ModuleType]) -> frozenset[str]:
    """The modules that these modules import names from."""
    nodes = (node for module in modules for node in ast.walk(_tree(module)))
    return frozenset(node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module)


def makes_candidates(module: ModuleType) -> bool:
    """Whether the source of a rule makes candidates."""
    return any(isinstance(node, ast.Attribute) and node.attr == "candidate" for node in ast.walk(_tree(module)))


def card_faults(card: Card, module_name: str) -> list[str]:
    """What is wrong with what a card says; `module_name` is the dotted name of the rule's module."""
    family, file = module_name.split(".")[-2:]
    checks = {
        "its code is LNT and three digits": bool(re.fullmatch(r"LNT\d{3}", card.code)),
        "its family is its folder": card.family == family,
        "its code begins with the digit of its family": card.code[3:4] == str(_FAMILIES.get(family, "?")),
        "its name is in kebab case": bool(_KEBAB.match(card.name)),
        "its name is that of its file": card.name.replace("-", "_") == file,
        "its message has no final stop and one line": card.message.strip() == card.message.rstrip(".\n"),
        "its summary has no final stop and one line": bool(card.summary) and not re.search(r"\.\Z|\n", card.summary),
        "its summary begins with a capital": card.summary[:1].isupper(),
        "it says why, with a final stop": card.why.endswith("."),
        "it says how to fix it, with a final stop": card.fix.endswith("."),
        "it says what it misses": bool(card.misses.strip()),
        "its placeholders are plain names": all(name.isidentifier() for name in placeholders(card.message)),
        "its CWE ids are numbers": bool(card.cwe) and all(isinstance(each, int) and each > 0 for each in card.cwe),
        "its OWASP entries are of the form A05 or A10:25": all(_OWASP.match(each) for each in card.owasp),
        "its aliases are Bandit's ids": all(re.fullmatch(r"B\d{3}", each) for each in card.aliases),
        "it has two to four bad examples": 2 <= len(card.bad) <= 4,
        "it has two to four good examples": 2 <= len(card.good) <= 4,
        "it has at least as many good examples as bad ones": len(card.good) >= len(card.bad),
        "no example stands twice": len({*card.bad, *card.good}) == len(card.bad) + len(card.good),
        "it claims a clause": bool(card.spec),
        "no clause is claimed twice": len(set(card.spec)) == len(card.spec),
    }
    return [f"not so: {text}" for text, holds in checks.items() if not holds]


def placeholders(template: str) -> list[str]:
    """The fields of a message's template as they are written."""
    return [name for _, name, _, _ in string.Formatter().parse(template) if name is not None]


def clause_faults(card: Card, known: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """Clauses that a card claims, and that do not exist or do not name it."""
    for clause in card.spec:
        if clause not in known:
            yield f"the specification has no clause {clause}"
        elif card.code not in known[clause]:
            yield f"clause {clause} does not name {card.code}"


def option_faults(option: Option, module: ModuleType) -> list[str]:
    """What is wrong with an option: its name, its words, its default, or that the rule never reads it."""
    found = []
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", option.name):
        found.append(f"option {option.name!r} is not in kebab case")
    if not option.doc.endswith("."):
        found.append(f"option {option.name!r} is not documented in a sentence")
    if type(option.default) is not _TYPES[option.type]:
        found.append(f"option {option.name!r} is a {option.type}; its default is {option.default!r}")
    elif isinstance(option.default, tuple) and not all(isinstance(each, str) for each in option.default):
        found.append(f"option {option.name!r} holds something other than text")
    if option.name not in set(_texts_outside_card(module)):
        found.append(f"option {option.name!r} is never read")
    return found


def _texts_outside_card(module: ModuleType) -> Iterable[str]:
    for statement in _tree(module).body:
        names = [getattr(target, "id", "") for target in getattr(statement, "targets", ())]
        if "CARD" not in names:
            for node in ast.walk(statement):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield node.value


def _tree(module: ModuleType) -> ast.Module:
    return ast.parse(getattr(module, "SOURCE", None) or inspect.getsource(module))


def questions_without_answer() -> list[str]:
    """Subject kinds that cannot be asked about: a subject is the answer to the question of its kind's name."""
    program = Program({}, lambda _: {}, {}, None)  # type: ignore[arg-type]
    return sorted(program.subject_kinds.keys() - program.questions.keys())
