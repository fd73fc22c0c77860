"""Which branches run in development only."""

from __future__ import annotations

import pytest

from lintel.facts.guards import makes_samples, only_in_development, starts_development_server
from lintel.source.literals import string_value
from lintel.source.module import Module


def guarded(text: str) -> bool:
    module = Module("app.py", text.encode(), max_bytes=1_000_000)
    node = next(each for each in module.walked.of("SimpleString") if string_value(each) == "here")
    return only_in_development(node, module)


@pytest.mark.parametrize(
    "text",
    [
        "if __name__ == '__main__':\n    f('here')",
        "class TestingConfig:\n    KEY = 'here'",
        "if DEBUG:\n    f('here')",
        "if settings.DEBUG and x:\n    f('here')",
        "if ENV == 'dev':\n    f('here')",
        "if env().lower() in ('dev', 'test'):\n    f('here')",
        "if ENV != 'production':\n    f('here')",
        "if ENV == 'production':\n    f('there')\nelse:\n    f('here')",
        "if not is_prod:\n    f('here')",
        "x = 'here' if settings.is_local() else f()",
    ],
)
def test_development(text: str) -> None:
    assert guarded(text)


@pytest.mark.parametrize(
    "text",
    [
        "f('here')",
        "if DEBUG:\n    f('there')\nelse:\n    f('here')",
        "if ENV == 'production':\n    f('here')",
        "if not DEBUG:\n    f('here')",
        "if DEBUG or x:\n    f('here')",
        "if x == 'here':\n    f()",
        "if ENV in ('dev', 'production'):\n    f('here')",
        "x = f() if DEBUG else 'here'",
    ],
)
def test_everywhere(text: str) -> None:
    assert not guarded(text)


@pytest.mark.parametrize(("text", "expected"), [("run(reload=True)", True), ("run(reload=x)", False), ("run()", False)])
def test_servers_for_developers(text: str, expected: bool) -> None:
    module = Module("app.py", text.encode(), max_bytes=1_000_000)
    assert starts_development_server(module.walked.of("Call")[0]) is expected


@pytest.mark.parametrize(("name", "expected"), [("create_default_connections", True), ("connect", False)])
def test_functions_that_make_samples(name: str, expected: bool) -> None:
    module = Module("app.py", f"def {name}():\n    f('here')\n".encode(), max_bytes=1_000_000)
    assert makes_samples(module.walked.of("SimpleString")[0], module) is expected
