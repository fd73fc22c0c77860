"""What a flow tells: what arrives, piece by piece, how surely, and on which way."""

from __future__ import annotations

from flowing import HANDLER, RUN, WEB, Files, flows, line_of

from lintel.knowledge.index import Knowledge
from lintel.program.flows import MOST_ALTERNATIVES, MOST_STEPS, Arrival, Flow, level_of

QUERY = "request.args['q']"


def handler(*lines: str) -> str:
    return WEB + HANDLER + "".join(f"    {line}\n" for line in lines)


def only(knowledge: Knowledge, files: Files) -> Flow:
    (flow,) = flows(files, knowledge).flows.values()
    return flow


def arrivals(knowledge: Knowledge, *lines: str) -> tuple[Arrival, ...]:
    return only(knowledge, {"web.py": RUN + handler(*lines)}).arrivals


def shown(arrival: Arrival) -> str:
    """The pieces: texts as they are, holes as their level in braces."""
    return "".join(f"{{{piece.level}}}" if piece.hole else piece.text for piece in arrival.pieces)


class TestTwoFiles:
    """A source and a sink in different files, with a wrapper between them that adds to the text."""

    FILES = {  # noqa: RUF012 - never changed
        "app/__init__.py": "",
        "app/db.py": (
            "import sqlite3\n\n\ndef find(name):\n    text = 'select * from t where name = ' + name\n"
            "    connection = sqlite3.connect('x')\n    return connection.execute(text)\n"
        ),
        "app/web.py": (
            "from flask import Flask, request\n\nfrom app.db import find\n\nserver = Flask(__name__)\n\n\n"
            "def wanted():\n    name = request.args['name']\n    return name.strip()\n\n\n"
            "@server.get('/x')\ndef handler():\n    return find(wanted())\n"
        ),
    }

    def test_the_sink_is_where_the_text_is_put_together(self, knowledge: Knowledge) -> None:
        room = flows(self.FILES, knowledge)
        assert room.show() == "app/db.py|Call|1: sql sqlite3.Connection().execute client"
        assert room.keys("sql") == ("app/db.py|Call|1|sql",)
        assert room.keys("command") == ()
        flow = room.flow("app/db.py|Call|1|sql")
        assert (flow.danger, flow.symbol, flow.reached) == ("sql", "find", None)

    def test_what_arrives_is_told_in_pieces(self, knowledge: Knowledge) -> None:
        (arrival,) = only(knowledge, self.FILES).arrivals
        assert shown(arrival) == "select * from t where name = {client}"
        assert [piece.part for piece in arrival.pieces if piece.hole] == ["query"]
        assert (arrival.bound, arrival.parameters) == ("", -1)

    def test_the_way_leads_from_the_source_to_the_sink(self, knowledge: Knowledge) -> None:
        (arrival,) = only(knowledge, self.FILES).arrivals
        (hole,) = (piece for piece in arrival.pieces if piece.hole)
        steps = [(line_of(self.FILES, step), step.what) for step in hole.steps]
        assert steps[0] == ("name = request.args['name']", "a query parameter comes in")
        assert steps[-1] == ("text = 'select * from t where name = ' + name", "put into a text")
        assert ("return name.strip()", "through strip()") in steps
        calls = [(line_of(self.FILES, step), step.what) for step in arrival.calls]
        assert calls == [("return find(wanted())", "passed to find()")]

    def test_no_step_is_told_twice(self, knowledge: Knowledge) -> None:
        for arrival in only(knowledge, self.FILES).arrivals:
            for piece in arrival.pieces:
                assert len(set(piece.steps)) == len(piece.steps) <= MOST_STEPS
            assert len(set(arrival.calls)) == len(arrival.calls)


class TestWhereTheSinkIs:
    def test_a_function_that_only_hands_on_leaves_it_to_its_caller(self, knowledge: Knowledge) -> None:
        files = {"db.py": RUN, "web.py": "from db import run\n" + handler(f"run('select ' + {QUERY})")}
        flow = only(knowledge, files)
        assert line_of(files, flow) == f"run('select ' + {QUERY})"
        assert flow.symbol == "handler"
        assert flow.reached is not None
        assert line_of(files, flow.reached) == "sqlite3.connect('x').execute(text)"

    def test_through_several_that_hand_on(self, knowledge: Knowledge) -> None:
        middle = "from db import run\ndef first(x): second(x)\ndef second(x): run(x)\n"
        files = {"db.py": RUN, "middle.py": middle, "web.py": "from middle import first\n" + handler(f"first({QUERY})")}
        flow = only(knowledge, files)
        assert line_of(files, flow) == f"first({QUERY})"
        assert next(step.what for step in flow.arrivals[0].calls) == "passed to first()"


class TestLevels:
    def test_a_constant(self, knowledge: Knowledge) -> None:
        flow = only(knowledge, {"db.py": "import sqlite3\nsqlite3.connect('x').execute('select 1')\n"})
        assert [shown(each) for each in flow.arrivals] == ["select 1"]

    def test_a_clients_data_before_what_is_harmless(self, knowledge: Knowledge) -> None:
        found = arrivals(knowledge, f"run('a' + {QUERY} if {QUERY} else 'b' + str(int({QUERY})))")
        assert [level_of(each.pieces) for each in found] == ["client", "harmless"]
        assert [shown(each) for each in found] == ["a{client}", "b{harmless}"]

    def test_what_nobody_knows_the_origin_of(self, knowledge: Knowledge) -> None:
        flow = only(knowledge, {"db.py": RUN + "def find(name):\n    run('select ' + name)\n"})
        assert [shown(each) for each in flow.arrivals] == ["select {unknown}"]

    def test_pieces_keep_their_order(self, knowledge: Knowledge) -> None:
        (found,) = arrivals(knowledge, f"a = {QUERY}", "n = int(request.args['n'])", "run(f'x {a} y {n} z' + a)")
        assert shown(found) == "x {client} y {harmless} z{client}"

    def test_what_is_checked_does_not_arrive(self, knowledge: Knowledge) -> None:
        (found,) = arrivals(knowledge, f"a = {QUERY}", "if a not in ('b', 'c'): raise KeyError", "run('x ' + a)")
        assert level_of(found.pieces) == "harmless"

    def test_alternatives_are_counted_out(self, knowledge: Knowledge) -> None:
        rows = [f"if {QUERY} == '{n}': a += {QUERY}" for n in range(30)]
        found = arrivals(knowledge, "a = ''", *rows, "run(a)")
        assert len(found) <= MOST_ALTERNATIVES
        assert level_of(found[0].pieces) == "client"


class TestBound:
    def test_values_that_travel_beside_the_text(self, knowledge: Knowledge) -> None:
        files = {"web.py": "import sqlite3\n" + handler(f"sqlite3.connect('x').execute('select ?', ({QUERY}, 1))")}
        (found,) = only(knowledge, files).arrivals
        assert (shown(found), found.bound, found.parameters) == ("select ?", "sequence", 2)

    def test_by_name(self, knowledge: Knowledge) -> None:
        files = {"web.py": "import sqlite3\n" + handler(f"sqlite3.connect('x').execute('select :a', {{'a': {QUERY}}})")}
        (found,) = only(knowledge, files).arrivals
        assert (found.bound, found.parameters, found.names) == ("mapping", 1, ("a",))

    def test_of_an_unknown_number(self, knowledge: Knowledge) -> None:
        files = {"web.py": "import sqlite3\n" + handler(f"sqlite3.connect('x').execute('select 1', {QUERY}.split())")}
        (found,) = only(knowledge, files).arrivals
        assert (found.bound, found.parameters) == ("unknown", -1)


class TestWays:
    def steps(self, knowledge: Knowledge, *lines: str, before: str = "") -> list[str]:
        files = {"web.py": RUN + "def same(x):\n    return x\n" + before + handler(*lines)}
        arrival = only(knowledge, files).arrivals[0]
        holes = [piece for piece in arrival.pieces if piece.level == "client"]
        return [f"{line_of(files, step)} # {step.what}" for step in holes[0].steps]

    def test_an_assignment_alone_is_no_step(self, knowledge: Knowledge) -> None:
        found = self.steps(knowledge, f"a = {QUERY}", "b = a", "run(b)")
        assert found == [f"a = {QUERY} # a query parameter comes in"]

    def test_what_changes_the_value_is_one_each(self, knowledge: Knowledge) -> None:
        found = self.steps(knowledge, f"a = {QUERY}", "b = a.strip()", "c = f'x {b}'", "run(c)")
        assert found == [
            f"a = {QUERY} # a query parameter comes in",
            "b = a.strip() # through strip()",
            "c = f'x {b}' # put into a text",
        ]

    def test_a_way_in_a_loop_is_told_once(self, knowledge: Knowledge) -> None:
        found = self.steps(knowledge, f"a = {QUERY}", "for n in range(9):", "    a = a.strip()", "run('x' + a)")
        assert len(found) == len(set(found))
        assert found[0] == f"a = {QUERY} # a query parameter comes in"

    def test_a_call_that_a_value_comes_back_from_is_one(self, knowledge: Knowledge) -> None:
        found = self.steps(knowledge, "a = wanted()", "run(a)", before=f"def wanted():\n    return {QUERY}\n")
        assert found[:2] == [f"return {QUERY} # a query parameter comes in", "a = wanted() # returned"]
