"""What a project says of its own functions is honoured by flows, and what it says of nothing is told."""

from __future__ import annotations

from typing import Any, Final

import pytest
from flowing import HANDLER, RUN, WEB, flows, program, sinks

from lintel.knowledge.index import Knowledge
from lintel.knowledge.own import with_own

SINK = {"path": "app.db.run", "kind": "sink", "danger": "sql", "args": {"data": "0|sql"}}
QUIET = "from .outside import engine\ndef run(sql):\n    engine.go(sql)\n"  # of which no row says anything
PASS = "def clean(value):\n    return value\n"


def told(knowledge: Knowledge, *rows: dict[str, Any], **more: Any) -> Knowledge:
    return with_own(knowledge, [("pyproject.toml", {"rows": list(rows), **more})])


def handler(*lines: str) -> str:
    return WEB + HANDLER + "".join(f"    {line}\n" for line in lines)


class TestSinks:
    FILES: Final = {
        "app/__init__.py": "",
        "app/db.py": QUIET,
        "app/web.py": "from app.db import run\n" + handler("run('select ' + request.args['q'])"),
    }

    def test_a_function_of_the_project_is_a_sink_where_a_row_says_so(self, knowledge: Knowledge) -> None:
        assert sinks(self.FILES, knowledge) == []
        assert sinks(self.FILES, told(knowledge, SINK)) == ["app/web.py: run('select ' + request.args['q'])"]

    @pytest.mark.parametrize(
        ("imports", "call"),
        [
            ("from app.db import run as go", "go"),
            ("import app.db as db", "db.run"),
            ("from .db import run", "run"),
            ("from . import db", "db.run"),
            ("from .db import *", "run"),
        ],
    )
    def test_however_it_is_imported(self, knowledge: Knowledge, imports: str, call: str) -> None:
        files = self.FILES | {"app/web.py": f"{imports}\n" + handler(f"{call}(request.args['q'])")}
        assert sinks(files, told(knowledge, SINK)) == [f"app/web.py: {call}(request.args['q'])"]

    def test_by_a_name_that_leads_there_through_a_re_export(self, knowledge: Knowledge) -> None:
        files = self.FILES | {"app/__init__.py": "from .db import run\n"}
        assert len(sinks(files, told(knowledge, SINK | {"path": "app.run"}))) == 1

    def test_through_a_wrapper_that_mentions_no_library(self, knowledge: Knowledge) -> None:
        files = self.FILES | {
            "app/middle.py": "from .db import run\ndef middle(text):\n    run('select ' + text)\n",
            "app/web.py": "from .middle import middle\n" + handler("middle(request.args['q'])"),
        }
        assert sinks(files, told(knowledge, SINK)) == ["app/middle.py: run('select ' + text)"]

    def test_its_body_counts_too(self, knowledge: Knowledge) -> None:
        body = "import os, sqlite3\ndef run(sql, then):\n    os.system(then)\n"
        files = self.FILES | {
            "app/db.py": body,
            "app/web.py": "from .db import run\n" + handler("run(request.args['q'], request.args['then'])"),
        }
        for danger in ("sql", "command"):
            found = sinks(files, told(knowledge, SINK), danger)
            assert found == ["app/web.py: run(request.args['q'], request.args['then'])"]

    def test_other_arguments_are_harmless(self, knowledge: Knowledge) -> None:
        files = self.FILES | {"app/web.py": "from .db import run\n" + handler("run('select 1', request.args['q'])")}
        assert sinks(files, told(knowledge, SINK)) == []


class TestMethods:
    DB = "class Pool:\n    def fetch(self, sql): pass\n    @staticmethod\n    def make(sql): pass\n"
    ROW = SINK | {"path": "app.db.Pool().fetch"}

    def seen(self, knowledge: Knowledge, db: str, *lines: str, **row: Any) -> list[str]:
        files = {"app/__init__.py": "", "app/db.py": db, "app/web.py": "from app.db import *\n" + handler(*lines)}
        return sinks(files, told(knowledge, self.ROW | row))

    def test_the_receiver_is_not_counted(self, knowledge: Knowledge) -> None:
        assert self.seen(knowledge, self.DB, "Pool().fetch(request.args['q'])")
        assert self.seen(knowledge, self.DB, "Pool().fetch('select 1', request.args['q'])") == []

    def test_a_method_that_needs_no_instance_is_named_without_one(self, knowledge: Knowledge) -> None:
        line = "Pool.make(request.args['q'])"
        assert self.seen(knowledge, self.DB, line, path="app.db.Pool.make") == [f"app/web.py: {line}"]

    def test_a_class_below_inherits_or_overrides_it(self, knowledge: Knowledge) -> None:
        for body in ("pass", "def fetch(self, sql): return 1"):
            db = f"{self.DB}class Other(Pool):\n    {body}\n"
            assert self.seen(knowledge, db, "Other().fetch(request.args['q'])")

    def test_a_class_stands_for_its_constructor(self, knowledge: Knowledge) -> None:
        db = "class Query:\n    def __init__(self, sql): self.sql = sql\n"
        assert self.seen(knowledge, db, "Query(request.args['q'])", path="app.db.Query")


class TestWhatReplacesTheBody:
    def seen(self, knowledge: Knowledge, text: str, *lines: str, **row: Any) -> list[str]:
        start = "import os\nfrom app.text import clean\n"
        files = {"app/__init__.py": "", "app/text.py": text, "app/web.py": start + handler(*lines)}
        known = told(knowledge, {"path": "app.text.clean", **row}) if row else knowledge
        return sinks(files, known, "command")

    def test_a_cleaner(self, knowledge: Knowledge) -> None:
        lines = "value = clean(request.args['q'])", "os.system('ls ' + value)"
        found = ["app/web.py: os.system('ls ' + value)"]
        assert self.seen(knowledge, PASS, *lines) == found
        assert self.seen(knowledge, PASS, *lines, kind="cleans", args={"value": 0}, **{"for": "command"}) == []
        assert self.seen(knowledge, PASS, *lines, kind="cleans", args={"value": 0}, **{"for": "html path"}) == found
        assert self.seen(knowledge, PASS, *lines, kind="cleans", args={"value": 0}, **{"for": "all"}) == []

    def test_a_check_that_returns(self, knowledge: Knowledge) -> None:
        lines = "value = request.args['q']", "if clean(value):", "    os.system(value)"
        row = {"kind": "checks", "how": "returns", "args": {"value": "0"}, "for": "command"}
        assert self.seen(knowledge, PASS, *lines) == ["app/web.py: os.system(value)"]
        assert self.seen(knowledge, PASS, *lines, **row) == []

    def test_a_check_that_raises(self, knowledge: Knowledge) -> None:
        lines = "value = request.args['q']", "clean(value)", "os.system(value)"
        row = {"kind": "checks", "how": "raises", "args": {"value": "0"}, "for": "command"}
        assert self.seen(knowledge, PASS, *lines) == ["app/web.py: os.system(value)"]
        assert self.seen(knowledge, PASS, *lines, **row) == []

    def test_what_hands_a_value_on_though_its_body_does_not_show_it(self, knowledge: Knowledge) -> None:
        lines = ("os.system(clean(request.args['q']))",)
        assert self.seen(knowledge, "def clean(value): return 'x'\n", *lines) == []
        row = {"kind": "carries", "args": {"value": "0"}}
        assert self.seen(knowledge, "def clean(value): return 'x'\n", *lines, **row) == [f"app/web.py: {lines[0]}"]

    def test_what_gives_no_text_of_a_client(self, knowledge: Knowledge) -> None:
        lines = ("os.system(clean(request.args['q']))",)
        row = {"path": "app.text.clean()", "kind": "harmless", "why": "a number"}
        assert self.seen(knowledge, PASS, *lines, **row) == []

    def test_what_never_returns(self, knowledge: Knowledge) -> None:
        lines = "value = request.args['q']", "if value not in ('a', 'b'):", "    clean(1)", "os.system(value)"
        assert self.seen(knowledge, PASS, *lines) == ["app/web.py: os.system(value)"]
        assert self.seen(knowledge, PASS, *lines, kind="never-returns") == []

    def test_where_a_clients_data_comes_in(self, knowledge: Knowledge) -> None:
        row = {"path": "app.text.clean()", "kind": "request-data", "from": "body"}
        assert self.seen(knowledge, PASS, "os.system(clean('x'))") == []
        assert self.seen(knowledge, PASS, "os.system(clean('x'))", **row)
        assert self.seen(knowledge, PASS, "os.system(clean('x')['name'])", **row)

    def test_a_coroutine(self, knowledge: Knowledge) -> None:
        text = "async def clean(value): return value\n"
        web = WEB + "import os\nfrom .text import clean\n@app.get('/')\nasync def handler():\n"
        files = {
            "app/__init__.py": "",
            "app/text.py": text,
            "app/web.py": web + "    os.system(await clean(request.args['q']))\n",
        }
        row = {"path": "app.text.clean", "kind": "cleans", "for": "command", "args": {"value": "0"}}
        assert sinks(files, knowledge, "command") == ["app/web.py: os.system(await clean(request.args['q']))"]
        assert sinks(files, told(knowledge, row), "command") == []


def test_rows_about_a_library_that_lintel_does_not_know(knowledge: Knowledge) -> None:
    files = {"web.py": "import ourlib\n" + handler("ourlib.open().run(request.args['q'])")}
    known = told(
        knowledge, SINK | {"path": "ourlib.Session().run"}, same=[{"path": "ourlib.open()", "as": "ourlib.Session()"}]
    )
    assert sinks(files, knowledge) == []
    assert sinks(files, known) == ["web.py: ourlib.open().run(request.args['q'])"]


def test_a_function_without_a_row_is_judged_as_before(knowledge: Knowledge) -> None:
    files = {"db.py": RUN, "web.py": "from db import run\n" + handler("run(request.args['q'])")}
    assert flows(files, told(knowledge, SINK)).show() == flows(files, knowledge).show() != ""


class TestWhatMatchesNothing:
    FILES: Final = {
        "app/__init__.py": "from .db import run as start\n",
        "app/db.py": "import ourlib.api\nLIMIT = 1\ndef run(sql): ourlib.api.go(sql)\n"
        "class Pool:\n    size = 3\n    def fetch(self, sql): pass\n",
    }

    def unmatched(self, knowledge: Knowledge, path: str) -> tuple[str, ...]:
        return tuple(program(self.FILES, told(knowledge, SINK | {"path": path})).own_places.unmatched())

    @pytest.mark.parametrize(
        "path",
        [
            "app.db.run",
            "app.start",
            "app.db.Pool",
            "app.db.Pool().fetch",
            "app.db.Pool().size",
            "app.db.LIMIT",
            "app.db.run()[name]",
            "ourlib.api.go",
            "ourlib.api.*",
            "builtins.go",
        ],
    )
    def test_what_the_project_defines_or_uses_is_met(self, knowledge: Knowledge, path: str) -> None:
        assert self.unmatched(knowledge, path) == ()

    @pytest.mark.parametrize(
        "path", ["app.db.runn", "app.db.Pool().fetsh", "app.dbx.run", "app.db.Pol().fetch", "app.run"]
    )
    def test_what_the_project_does_not_define_is_told(self, knowledge: Knowledge, path: str) -> None:
        assert self.unmatched(knowledge, path) == (
            f"[tool.lintel.knowledge]: rows[0]: `{path}` matches nothing: the project defines nothing of that name "
            "(a function is named by the module or class that defines it)",
        )

    @pytest.mark.parametrize("path", ["theirlib.api.go", "ourlib.api.goo"])
    def test_what_no_file_uses_is_told(self, knowledge: Knowledge, path: str) -> None:
        (message,) = self.unmatched(knowledge, path)
        root = path.partition(".")[0]
        assert message.endswith(f"matches nothing: no file imports `{root}` and uses what the row names")

    def test_equal_names_and_inheritance_are_looked_at_too(self, knowledge: Knowledge) -> None:
        more = {
            "same": [{"path": "theirlib.open()", "as": "ourlib.go()"}],
            "inherits": [{"path": "theirlib.View", "from": "ourlib.View"}],
        }
        told_of = program(self.FILES, told(knowledge, **more)).own_places.unmatched()
        assert [message.split(" matches")[0].rpartition(": ")[2] for message in told_of] == [
            "`theirlib.open()`",
            "`theirlib.View`",
        ]

    def test_shipped_knowledge_is_never_told_of(self, knowledge: Knowledge) -> None:
        assert program(self.FILES, knowledge).own_places.unmatched() == ()
