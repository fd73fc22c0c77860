"""What large classes and modules are responsible for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linking import Link


WORK = """\
        row = self.db[key]
        if not row:
            raise LookupError(key)
        row['x'] = 1
        row['y'] = 2
"""


def methods(*names: str) -> str:
    return "".join(f"    def {name}(self, key):\n{WORK}        return '{name}'\n\n" for name in names)


NOUNS = ("user", "order", "invoice")
CRUD = tuple(f"{verb}_{noun}" for noun in NOUNS for verb in ("create", "find", "close", "rename"))


def test_parts_follow_what_names_are_about(link: Link) -> None:
    program = link({"app/store.py": "class Store:\n" + methods(*CRUD)})
    assert program.responsibilities.show() == (
        "app/store.py|Store [repository] 12 functions, 72 statements, spread 3.0: invoice (4), order (4), user (4)"
    )


def test_a_function_without_a_telling_name_joins_what_it_works_with(link: Link) -> None:
    rest = "    def rebuild(self):\n        self.index_user('a')\n" + "        self.index_user('b')\n" * 4
    index = "    def index_user(self, key):\n" + WORK
    program = link({"app/store.py": "class Store:\n" + methods(*CRUD) + index + "\n" + rest})
    parts = program.responsibilities.unit("app/store.py|Store").parts
    assert next(part for part in parts if part.label == "user").functions[:5].count("rebuild") <= 1
    assert sum(len(part.functions) for part in parts) >= 13


def test_parts_that_share_what_no_other_uses_are_one(link: Link) -> None:
    tied = "".join(
        f"    def {verb}_{noun}(self, key):\n        self.pressure += 1\n        self.flow -= 1\n"
        "        if self.flow < 0:\n            self.flow = 0\n        return key\n\n"
        for noun in ("valve", "pump")
        for verb in ("open", "drain", "inspect", "seal", "mend")
    )
    head = "class Engine:\n    def __init__(self):\n        self.flow = 0\n\n"
    program = link({"app/engine.py": head + tied + methods(*CRUD)})
    labels = {part.label: len(part.functions) for part in program.responsibilities.unit("app/engine.py|Engine").parts}
    assert "valve" not in labels or "pump" not in labels
    assert labels["user"] == 4


def test_declarations_delegations_and_accessors_do_no_work(link: Link) -> None:
    quiet = "".join(f"    def list_{n}(self, key):\n        return self.inner.list_{n}(key)\n\n" for n in range(12))
    stubs = "".join(f"    def drop_{n}(self, key):\n        '''Drop it.'''\n\n" for n in range(12))
    program = link({"app/facade.py": "class Facade:\n" + quiet + stubs})
    assert program.responsibilities.keys() == []


def test_twins_count_once(link: Link) -> None:
    names = tuple(name for verb in CRUD for name in (verb, f"a{verb}"))
    program = link({"app/store.py": "class Store:\n" + methods(*names)})
    assert program.responsibilities.unit("app/store.py|Store").functions == 12


def test_tests_and_migrations_are_no_units(link: Link) -> None:
    text = "class Store:\n" + methods(*CRUD)
    program = link({"tests/test_store.py": text, "app/migrations/0001_first.py": text})
    assert program.responsibilities.keys() == []


def test_duties_are_named_by_what_most_of_their_functions_speak_of(link: Link) -> None:
    verbs = ("create", "find", "close", "rename", "move", "count")
    names = tuple(f"{verb}_chat_{noun}" for noun in ("tag", "folder", "share", "pin") for verb in verbs)
    unit = link({"app/chats.py": "class Chats:\n" + methods(*names)}).responsibilities.unit("app/chats.py|Chats")
    assert unit.excuse == "one subject: chat"
    assert sorted(part.label for part in unit.duties) == ["folder", "pin", "share", "tag"]


def test_excuses(link: Link) -> None:
    call = "    def _call(self, path):\n        return requests.get(path, timeout=1).json()\n\n"
    hands = "".join(
        f"    def {name}(self, key):\n        if not key:\n            raise ValueError(key)\n"
        f"        found = self._call('/{name}')\n        found['a'] = 1\n        found['b'] = 2\n        return found\n"
        for name in CRUD
    )
    actions = "".join(
        f"def {noun}_{verb}(context, data):\n    row = context[data]\n    if row:\n        row['a'] = 1\n"
        "        row['b'] = 2\n    return row\n\n"
        for noun in NOUNS
        for verb in ("create", "show", "list", "patch")
    )
    operators = ("__add__", "__sub__", "__mul__", "__lt__", "__neg__")
    program = link(
        {
            "app/amount.py": "class Amount:\n" + methods(*CRUD, *operators),
            "app/client.py": "import requests\nclass Client:\n" + call + hands,
            "app/actions.py": actions,
            "app/model.py": "from django.db import models\nclass User(models.Model):\n" + methods(*CRUD),
        }
    )
    excuses = {key: program.responsibilities.unit(key).excuse for key in program.subjects("unit")}
    assert excuses == {
        "app/actions.py|": "functions of one protocol",
        "app/amount.py|Amount": "value type",
        "app/client.py|Client": "client of one remote system",
        "app/model.py|User": "entity class",
    }
