"""Solving ends, whatever the code is like, and finds what is there; a bound that was met is told.

No test here measures time: what would take more than a bounded amount of work would never come back, and the limit of
the test run is the net for that.
"""

from __future__ import annotations

import pytest
from flowing import HANDLER, RUN, WEB, flows, sinks, solved

from lintel.flow.bounds import CALLEES, OVERRIDES, ROUNDS, SHAPES, STORES, bounds_said
from lintel.knowledge.index import Knowledge
from lintel.program.flow_classes import MOST_IMPLEMENTATIONS
from lintel.program.flow_summaries import MOST_SHAPES

QUERY = "request.args['q']"

TREE = """
import re
from db import run

TEST = re.compile("[a-z]+")

class Node:
    def __init__(self, number, parts=None):
        self.number = number
        self.parts = parts or []
        if not isinstance(self.parts, list):
            self.parts = [self.parts]

class Branch(Node):
    def __init__(self, number, test, text):
        super().__init__(number)
        self.test = test
        self.text = text
        self.next = None

def build(lines, node, depth=0, start=0):
    at = until = 0
    for at, line in enumerate(lines):
        if start + at < until:
            continue
        if not line.startswith("#"):
            node.parts.append(leaf(line, start + at))
            continue
        one = TEST.match(line)
        two = TEST.match(line)
        three = TEST.match(line)
        if one is not None:
            below = Branch(start + at, one.groupdict()["test"], one.groupdict()["text"])
            if not line:
                below, until = build(lines[at + 1:], below, depth=depth + 1, start=start + at)
            node.parts.append(below)
        elif two is not None:
            below = Branch(start + at, two.groupdict()["test"], two.groupdict()["text"])
            if not line:
                below, until = build(lines[at + 1:], below, depth=depth, start=start + at)
            node.next = below
        elif three is not None:
            below = Branch(start + at, True, three.groupdict()["text"])
            if not line:
                below, until = build(lines[at + 1:], below, depth=depth, start=start + at)
            node.next = below
            continue
    return node, start + at

def leaf(line, number):
    parts = []
    while True:
        at = line.find("#", number)
        if at == -1:
            if line:
                parts.append(line)
            break
        parts.append(line[:at])
        parts.append(Node(number, [line[at:]]))
    return Node(number, parts)

def shown(path):
    with open(path) as file:
        top, _ = build(file.readlines(), Node(0))
    run(top.parts)
"""


def web(*lines: str, before: str = "") -> str:
    """A handler with these lines."""
    return before + WEB + HANDLER + "".join(f"    {line}\n" for line in lines)


class TestModules:
    def test_modules_that_star_import_each_other(self, knowledge: Knowledge) -> None:
        files = {
            "a.py": "from b import *\nfrom c import *\n",
            "b.py": "from c import *\nfrom a import *\n",
            "c.py": "from a import *\nfrom b import *\n" + RUN,
            "web.py": "from a import *\n" + web(f"run({QUERY})", f"gone({QUERY})"),
        }
        assert sinks(files, knowledge) == [f"web.py: run({QUERY})"]

    def test_names_that_are_re_exported_in_a_circle(self, knowledge: Knowledge) -> None:
        files = {
            "a.py": "from b import run, other\n",
            "b.py": "from c import run, other\n",
            "c.py": "from a import run, other\n",
            "web.py": "from a import run, other\n" + web(f"run({QUERY})", f"other.more.still({QUERY})"),
        }
        assert sinks(files, knowledge) == []

    def test_modules_that_import_each_other(self, knowledge: Knowledge) -> None:
        files = {
            "a.py": "import b\ndef first(x): b.second(x)\n",
            "b.py": "import a, c\ndef second(x): c.run(x)\ndef back(x): a.first(x)\n",
            "c.py": RUN,
            "web.py": "import b\n" + web(f"b.back({QUERY})"),
        }
        assert sinks(files, knowledge) == [f"web.py: b.back({QUERY})"]

    def test_a_module_that_imports_itself(self, knowledge: Knowledge) -> None:
        start = "from app import web\nfrom app.web import *\nfrom app.web import handler as again\n"
        files = {"app/__init__.py": "from app import *\n", "app/web.py": start + RUN + web(f"web.run({QUERY})")}
        assert sinks(files, knowledge) == [f"app/web.py: web.run({QUERY})"]

    def test_a_chain_of_300_calls_through_300_files(self, knowledge: Knowledge) -> None:
        links = 300
        files = {
            f"m{n}.py": f"from m{n + 1} import f{n + 1}\ndef f{n}(x):\n    return f{n + 1}(x)\n" for n in range(links)
        }
        files[f"m{links}.py"] = RUN.replace("run", f"f{links}")
        files["web.py"] = "from m0 import f0\n" + web(f"f0({QUERY})")
        assert sinks(files, knowledge) == [f"web.py: f0({QUERY})"]


class TestRecursion:
    def test_three_functions_that_call_each_other(self, knowledge: Knowledge) -> None:
        text = (
            RUN
            + "def a(x, n):\n    if n: return b(x, n - 1)\n    return x\n"
            + "def b(x, n):\n    if n: return c(x, n - 1)\n    return x\n"
            + "def c(x, n):\n    run(x)\n    return a(x, n - 1)\n"
        )
        files = {"db.py": text, "web.py": "from db import a\n" + web(f"a({QUERY}, 3)")}
        assert len(sinks(files, knowledge)) == 1

    @pytest.mark.parametrize(
        "step",
        [
            "x + x",
            "[x]",
            "(x, x)",
            "{'a': x}",
            "{x: x}",
            "f'{x}{x}'",
            "x.a",
            "x[0]",
            "x.strip()",
            "x or (lambda: x)",
            "Box(x)",
            "Box(x).x",
        ],
    )
    def test_arguments_that_grow(self, knowledge: Knowledge, step: str) -> None:
        box = "class Box:\n    def __init__(self, x): self.x = x\n"
        text = f"{RUN}{box}def grow(x, n):\n    if n: return grow({step}, n - 1)\n    run(x)\n"
        calls = (f"grow({QUERY}, {QUERY})", "grow('', 1)", "grow([], 1)")
        files = {"db.py": text, "web.py": "from db import grow\n" + web(*calls)}
        assert f"web.py: {calls[0]}" in sinks(files, knowledge)

    def test_results_that_grow(self, knowledge: Knowledge) -> None:
        text = RUN + "def nest(x, n):\n    return [nest(x, n - 1), {'a': nest((x, x), n - 1)}] if n else x\n"
        files = {"db.py": text, "web.py": "from db import *\n" + web(f"run(nest({QUERY}, 3)[0])")}
        assert len(sinks(files, knowledge)) == 1

    def test_objects_that_hold_themselves(self, knowledge: Knowledge) -> None:
        lines = (
            "a = []",
            "a.append(a)",
            f"a.append({QUERY})",
            "b = {'a': a}",
            "b['b'] = b",
            "run(b['b']['b']['a'][1])",
        )
        files = {"db.py": RUN, "web.py": "from db import run\n" + web(*lines)}
        assert len(sinks(files, knowledge)) == 1

    def test_a_function_that_is_given_itself(self, knowledge: Knowledge) -> None:
        text = RUN + "def apply(f, x):\n    run(x)\n    return f(f, x)\n"
        files = {"db.py": text, "web.py": "from db import apply\n" + web(f"apply(apply, {QUERY})")}
        assert len(sinks(files, knowledge)) == 1

    def test_the_y_combinator(self, knowledge: Knowledge) -> None:
        lines = (
            "y = lambda f: (lambda x: x(x))(lambda x: f(lambda *a: x(x)(*a)))",
            f"run(y(lambda s: lambda v: v)({QUERY}))",
        )
        flows({"db.py": RUN, "web.py": "from db import run\n" + web(*lines)}, knowledge)

    def test_a_class_that_makes_itself(self, knowledge: Knowledge) -> None:
        text = (
            "class Node:\n    def __init__(self, x):\n        self.x = x\n        self.next = Node(x)\n"
            "    def __getattr__(self, n):\n        return getattr(self, n)\n"
        )
        files = {"node.py": text + RUN, "web.py": "from node import *\n" + web(f"run(Node({QUERY}).next.next.next.x)")}
        flows(files, knowledge)

    def test_a_tree_that_is_built_by_recursion_in_a_loop(self, knowledge: Knowledge) -> None:
        calls = web(f"shown({QUERY})", f"run({QUERY})")
        files = {"db.py": RUN, "tree.py": TREE, "web.py": "from db import run\nfrom tree import *\n" + calls}
        assert sinks(files, knowledge) == [f"web.py: run({QUERY})"]

    def test_a_text_that_grows_on_both_ways_after_a_check(self, knowledge: Knowledge) -> None:
        steps = "".join(f"    if a == {n}:\n        t += other('{n}')\n    else:\n        t += a\n" for n in range(60))
        text = f"{RUN}def grow(a, t, other):\n    if a == 'x':\n        return\n{steps}    run(t)\n"
        files = {"db.py": text, "web.py": "from db import *\n" + web(f"grow({QUERY}, '', str)")}
        assert len(sinks(files, knowledge)) == 1

    def test_attributes_that_are_asked_for_by_attributes(self, knowledge: Knowledge) -> None:
        text = (
            "class Proxy:\n    def __getattr__(self, name):\n        return self.inner\n"
            "class Both:\n    @property\n    def a(self):\n        return self.b.a or self.b\n"
            "    @property\n    def b(self):\n        return self.a.b or self.a\n"
            "    def __getitem__(self, key):\n        return self[key]\n"
            "    def __iter__(self):\n        return iter(self)\n"
        )
        lines = ("run(Proxy().x.y + Both().a.b)", f"run(Both()[1] + {QUERY})", "run([x for x in Both()][0])")
        files = {"proxy.py": text, "web.py": "from proxy import *\n" + RUN + web(*lines)}
        assert len(sinks(files, knowledge)) == 1


class TestWidth:
    def test_500_classes_that_override_one_method(self, knowledge: Knowledge) -> None:
        classes = "".join(f"class C{n}(Base):\n    def go(self, x): return x\n" for n in range(500))
        text = "class Base:\n    def go(self, x): raise NotImplementedError\n" + classes
        files = {"base.py": text, "web.py": "from base import Base\n" + RUN + web(f"use(Base(), {QUERY})")}
        files["web.py"] += "def use(base: Base, x):\n    run(base.go(x))\n"
        world = solved(files, knowledge)
        assert world.bounds[OVERRIDES] == {("base.py", "Base.go")}
        assert MOST_IMPLEMENTATIONS < 500

    def test_a_table_of_a_thousand_functions(self, knowledge: Knowledge) -> None:
        text = "".join(f"def f{n}(x):\n    return x\n" for n in range(1000))
        table = "TABLE = {" + ", ".join(f"'k{n}': f{n}" for n in range(1000)) + "}\n"
        files = {"table.py": text + table, "web.py": "from table import TABLE\n" + RUN}
        files["web.py"] += web(
            "name = request.args['name']", f"run(TABLE[name]({QUERY}))", f"run(TABLE['k7']({QUERY}))"
        )
        assert flows(files, knowledge).show().count(": sql ") == 2
        assert set(solved(files, knowledge).bounds) == {CALLEES}

    def test_any_of_thirty_functions_is_looked_into(self, knowledge: Knowledge) -> None:
        text = RUN + "".join(f"def f{n}(x):\n    return x\n" for n in range(29)) + "def last(x):\n    run(x)\n"
        table = "TABLE = {" + ", ".join(f"'k{n}': f{n}" for n in range(29)) + ", 'last': last}\n"
        files = {
            "table.py": text + table,
            "web.py": "from table import TABLE\n" + web(f"TABLE[request.args['n']]({QUERY})"),
        }
        assert len(sinks(files, knowledge)) == 1
        assert not solved(files, knowledge).bounds

    def test_a_client_among_many_that_hand_something_to_one_place(self, knowledge: Knowledge) -> None:
        calls = [f"store.run(request.args['t{n}'] * 2 if n == {n} else 'x' + str({n}))" for n in range(60)]
        text = "class Store:\n    def run(self, x):\n        self.cursor.execute('select ' + x)\n"
        store = (
            "import sqlite3\n" + text + "    def __init__(self):\n        self.cursor = sqlite3.connect('x').cursor()\n"
        )
        files = {"store.py": store, "web.py": "from store import Store\n" + web("store = Store()", *calls)}
        assert len(sinks(files, knowledge)) == 1

    def test_a_client_among_many_unknown_parts_of_one_text(self, knowledge: Knowledge) -> None:
        parts = " + ".join(f"open('f{n}').read()" for n in range(30))
        files = {"db.py": RUN, "web.py": "from db import run\n" + web(f"run(' '.join([{parts} + {QUERY}]).title())")}
        assert len(sinks(files, knowledge)) == 1

    def test_what_was_met_is_a_notice_that_names_functions(self) -> None:
        met = {CALLEES: [(f"{n}.py", "f") for n in range(5)], SHAPES: [("a.py", "C.g")]}
        assert bounds_said(met) == (
            f"values were not followed everywhere: a function {CALLEES} (0.py: f, 1.py: f, 2.py: f and 2 more)",
            f"values were not followed everywhere: a function {SHAPES} (a.py: C.g)",
        )

    def test_a_function_that_is_called_with_many_shapes_of_arguments(self, knowledge: Knowledge) -> None:
        calls = [f"run(call(lambda x: x + 'v{n}', {QUERY}))" for n in range(4 * MOST_SHAPES)]
        files = {"db.py": RUN + "def call(f, x):\n    return f(x)\n", "web.py": "from db import *\n" + web(*calls)}
        assert solved(files, knowledge).bounds[SHAPES] == {("db.py", "call")}
        assert flows(files, knowledge).show().count(": sql ") == len(calls)

    @pytest.mark.parametrize(("variables", "told"), [(6, set()), (12, {ROUNDS})])
    def test_a_loop_that_hands_a_value_on_through_many_variables(
        self, knowledge: Knowledge, variables: int, told: set[str]
    ) -> None:
        moves = [f"    v{n} = v{n - 1}" for n in range(variables, 0, -1)]
        lines = [f"v{n} = ''" for n in range(variables + 1)]
        lines += ["for each in request.args:", *moves, f"    v0 = {QUERY}", f"run(v{variables})"]
        files = {"db.py": RUN, "web.py": "from db import run\n" + web(*lines)}
        assert solved(files, knowledge).bounds.keys() == told

    @pytest.mark.parametrize(("stores", "told"), [(4, set()), (9, {STORES})])
    def test_handlers_that_leave_a_value_for_each_other_in_many_places(
        self, knowledge: Knowledge, stores: int, told: set[str]
    ) -> None:
        text = "from flask import Flask, request\nfrom db import run\napp = Flask(__name__)\n"
        text += "".join(f"S{n} = {{}}\n" for n in range(stores))
        steps = [f"    run(S{stores - 1}['x'])"]
        steps += [f"    S{n}['x'] = S{n - 1}['x']" for n in range(stores - 1, 0, -1)]
        steps += [f"    S0['x'] = {QUERY}"]
        text += "".join(f"@app.route('/{n}')\ndef h{n}():\n{step}\n" for n, step in enumerate(steps))
        assert solved({"db.py": RUN, "web.py": text}, knowledge).bounds.keys() == told

    def test_bounds_that_are_not_met_are_not_told(self, knowledge: Knowledge) -> None:
        files = {"db.py": RUN, "web.py": "from db import run\n" + web(f"run({QUERY})")}
        assert dict(solved(files, knowledge).bounds) == {}


class TestGeneratedCode:
    def arrives(self, knowledge: Knowledge, *lines: str, before: str = "") -> bool:
        files = {"db.py": RUN, "web.py": "from db import run\n" + web(*lines, before=before)}
        return any(line.startswith("web.py: run(") for line in sinks(files, knowledge))

    def test_5000_statements(self, knowledge: Knowledge) -> None:
        lines = [f"x0 = {QUERY}", *(f"x{n} = x{n - 1}" for n in range(1, 5000)), "run(x4999)"]
        assert self.arrives(knowledge, *lines)

    def test_5000_texts_put_together(self, knowledge: Knowledge) -> None:
        assert self.arrives(knowledge, "x = ''", *([f"x += {QUERY} + ','"] * 2500), "run(x)")

    def test_texts_that_double(self, knowledge: Knowledge) -> None:
        assert self.arrives(knowledge, f"x = {QUERY}", *(["x = x + x"] * 100), *(["x = f'{x}{x}'"] * 100), "run(x)")

    def test_constants_that_double(self, knowledge: Knowledge) -> None:
        assert not self.arrives(knowledge, "x = 'ab'", *(["x = x + x", "x = x * 1000", "x = x % x"] * 50), "run(x)")

    def test_80_nested_conditions(self, knowledge: Knowledge) -> None:
        """As deep as the parser of Python goes."""
        nest = [" " * n + f"if {QUERY}:" for n in range(80)]
        assert self.arrives(knowledge, f"x = {QUERY}", *nest, " " * 80 + "run(x)")

    def test_300_conditions_in_a_row_that_choose_among_values(self, knowledge: Knowledge) -> None:
        rows = [line for n in range(300) for line in (f"if {QUERY} == 'v{n}':", f"    x = x + 'v{n}'")]
        assert self.arrives(knowledge, f"x = {QUERY}", *rows, "run(x)")

    def test_300_conditional_expressions_in_one(self, knowledge: Knowledge) -> None:
        text = "".join(f"'c{n}' if {QUERY} == 'v{n}' else " for n in range(300)) + QUERY
        assert self.arrives(knowledge, f"run({text})")

    def test_a_dictionary_of_2000_entries(self, knowledge: Knowledge) -> None:
        entries = ", ".join(f"'k{n}': 'v{n}'" for n in range(2000))
        lines = (f"table = {{{entries}}}", f"run(table[{QUERY}])")
        assert not self.arrives(knowledge, *lines)
        assert self.arrives(knowledge, lines[0], f"table['k7'] = {QUERY}", "run(table['k7'])")

    def test_loops_six_deep_that_gather_a_text(self, knowledge: Knowledge) -> None:
        loops = [" " * n + f"for i{n} in {QUERY}:" for n in range(6)]
        body = [" " * 6 + "x += i0 + i5", " " * 6 + "y.append(x)", " " * 6 + "z[x] = y"]
        assert self.arrives(knowledge, "x, y, z = '', [], {}", *loops, *body, "run(x)")
        assert self.arrives(knowledge, "x, y, z = '', [], {}", *loops, *body, "run(','.join(y))")

    def test_loops_that_swap_many_variables(self, knowledge: Knowledge) -> None:
        names = [f"v{n}" for n in range(40)]
        turn = f"{', '.join(names)} = {', '.join(names[1:] + names[:1])}"
        start = [f"{name} = ''" for name in names]
        assert self.arrives(knowledge, *start, f"v1 = {QUERY}", f"while {QUERY}:", f"    {turn}", "run(v0)")

    def test_a_chain_of_400_alternatives(self, knowledge: Knowledge) -> None:
        rows = [line for n in range(1, 400) for line in (f"elif kind == 'k{n}':", f"    x = 'c{n}' + x")]
        start = (f"x = kind = {QUERY}", "if kind == 'k0':", "    x = 'c0'")
        assert self.arrives(knowledge, *start, *rows, "run(x)")
        assert not self.arrives(
            knowledge, *start, *(row.replace(" + x", "") for row in rows), "else:", "    x = ''", "run(x)"
        )

    def test_400_cases(self, knowledge: Knowledge) -> None:
        rows = [line for n in range(400) for line in (f"    case ['k{n}', x]:", "        run(x)")]
        assert self.arrives(knowledge, "match request.get_json():", *rows)

    def test_400_handlers_and_300_tries_in_a_row(self, knowledge: Knowledge) -> None:
        handlers = [line for n in range(400) for line in (f"except E{n}:", f"    x = 'e{n}'")]
        tries = [
            "try:",
            "    x = x.strip()",
            "except ValueError:",
            "    x = x.lower()",
            "finally:",
            "    x = x.upper()",
        ] * 300
        assert self.arrives(knowledge, f"x = {QUERY}", "try:", "    x = x.strip()", *handlers, *tries, "run(x)")

    def test_classes_60_deep(self, knowledge: Knowledge) -> None:
        classes = "class C0:\n    def go(self, x): return self.first(x)\n    def first(self, x): return x\n"
        classes += "".join(
            f"class C{n}(C{n - 1}):\n    def go(self, x): return super().go(x)\n    def m{n}(self): return self\n"
            for n in range(1, 60)
        )
        assert self.arrives(knowledge, f"run(C59().go({QUERY}))", before=classes)
        assert self.arrives(knowledge, f"run(C59().m1().m59().m30().go({QUERY}))", before=classes)

    def test_classes_of_one_another(self, knowledge: Knowledge) -> None:
        classes = (
            "class A(B): pass\nclass B(C): pass\nclass C(A): pass\nclass D(D): pass\nclass E(lambda: E, E.x[E]): pass\n"
        )
        self.arrives(knowledge, f"run(A().go({QUERY}))", "D().x.y()", "E().x.y()", before=classes)

    def test_closures_60_deep(self, knowledge: Knowledge) -> None:
        lines = [f"x0 = {QUERY}"]
        for n in range(60):
            lines.append(" " * n + f"def f{n}(x{n + 1}=x{n}):")
        lines.append(" " * 60 + "return x0")
        lines += [" " * n + f"return f{n}()" for n in range(59, 0, -1)]
        assert self.arrives(knowledge, *lines, "run(f0())")

    def test_a_comprehension_of_20_loops(self, knowledge: Knowledge) -> None:
        loops = " ".join(f"for v{n + 1} in v{n}" for n in range(20))
        assert self.arrives(knowledge, f"v0 = {QUERY}", f"run([v20 {loops}][0])")
