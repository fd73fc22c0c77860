"""Whether code runs in development only: under a test for it, or started by hand.

What stands under `if DEBUG`, in the branch beside `if ENV == "production"`, or under `if __name__ == "__main__"` does
not decide how the system runs where it is deployed.
"""

from __future__ import annotations

from typing import Any

from lintel.facts.secrets import words_of
from lintel.source.literals import string_value
from lintel.source.module import Module
from lintel.source.scopes import dotted

_DEVELOPMENT = frozenset({"debug", "dev", "develop", "development", "devel", "local", "testing", "test", "localdev"})
_BUILDERS = frozenset({"ci", "travis", "circleci", "appveyor", "pytest", "unittest"})
_PRODUCTION = frozenset({"prod", "production", "live", "deployed"})
_DEFAULTS = frozenset({"default", "defaults"})
_SAMPLES = frozenset({"example", "examples", "sample", "samples", "demo", "mock", "dummy"})
_SWITCHES = frozenset({"reload", "debug", "use_reloader", "auto_reload"})


def only_in_development(node: Any, module: Module) -> bool:
    """Whether an `if`, a choice, or a class around a node says that it is for development only."""
    below = node
    for above in module.walked.ancestors(node):
        choice: Any = above
        kind = type(choice).__name__
        if kind in {"If", "IfExp"} and choice.test is not below:
            meant = _meant(choice.test)
            if meant and _is_start(choice.test) and module.path.endswith("__main__.py"):
                meant = ""  # this file is what a package runs, wherever that is
            if meant == ("development" if choice.body is below else "production"):
                return True
        if kind == "ClassDef" and _named(choice.name.value) == "development":
            return True
        below = choice
    return False


def makes_samples(node: Any, module: Module, *, defaults: bool = True) -> bool:
    """Whether the function around a node says that what it makes is for show; or (`defaults`) there to be changed."""
    around = (above for above in module.walked.ancestors(node) if type(above).__name__ == "FunctionDef")
    function: Any = next(around, None)
    return function is not None and bool(
        (_SAMPLES | _DEFAULTS if defaults else _SAMPLES) & set(words_of(function.name.value))
    )


def starts_development_server(call: Any) -> bool:
    """Whether a call turns on what only developers want: reloading, or a debugger."""
    given = {each.keyword.value: each.value for each in getattr(call, "args", ()) if each.keyword is not None}
    return any(dotted(given[name]) == "True" for name in _SWITCHES & set(given))


def is_completed(module: Module) -> bool:
    """Whether a settings file looks for another one whose values replace its own, where there is one."""
    parent = module.walked.parent
    for star in module.walked.of("ImportStar"):
        if any(type(above).__name__ == "Try" for above in module.walked.ancestors(star)):
            return True
    calls = (each for each in module.walked.of("Call") if dotted(each.func) in {"exec", "execfile"})
    return any(type(parent(call)).__name__ == "Expr" for call in calls)


def _is_start(test: Any) -> bool:
    return type(test).__name__ == "Comparison" and dotted(test.left) == "__name__"


def _meant(test: Any) -> str:
    """'development' or 'production' where a test holds only there; '' where it says nothing about that."""
    kind = type(test).__name__
    if kind == "UnaryOperation" and type(test.operator).__name__ == "Not":
        opposite = {"development": "production", "production": "development"}
        return opposite.get(_meant(test.expression), "")
    if kind == "BooleanOperation":
        both = {_meant(test.left), _meant(test.right)}
        wanted = both - {""} if type(test.operator).__name__ == "And" else both
        return next(iter(wanted)) if len(wanted) == 1 else ""
    if kind == "Comparison" and len(test.comparisons) == 1:
        return _asked_of_environment(test) or _compared(test.comparisons[0])
    if kind == "Call":
        return _named(dotted(test.func)) if not test.args else ""
    return _named(dotted(test))


def _asked_of_environment(test: Any) -> str:
    """What `"CI" in os.environ` holds for."""
    asked, where = string_value(test.left), test.comparisons[0]
    inside = type(where.operator).__name__ == "In" and dotted(where.comparator).rsplit(".", 1)[-1] == "environ"
    return "development" if asked and inside and set(words_of(asked)) & _BUILDERS else ""


def _compared(comparison: Any) -> str:
    """What `ENV == "dev"`, `ENV in ("dev", "test")` and `__name__ == "__main__"` hold for."""
    operator, right = type(comparison.operator).__name__, comparison.comparator
    said = [string_value(each.value) for each in getattr(right, "elements", ())] or [string_value(right)]
    texts = [text for text in said if text]
    if texts == ["__main__"]:
        return "development"
    meanings = {_named(text) for text in texts}
    if len(meanings) != 1 or operator not in {"Equal", "In", "NotEqual", "NotIn"}:
        return ""
    meant = meanings.pop()
    if operator in {"Equal", "In"}:
        return meant
    return {"production": "development"}.get(meant, "")


def _named(text: str) -> str:
    words = set(words_of(text.rsplit(".", 1)[-1]))
    if words & {"not", "no", "disable", "disabled"}:
        return ""
    if words & _PRODUCTION:
        return "production"
    return "development" if words & _DEVELOPMENT else ""
