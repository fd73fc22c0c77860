"""What a rule may ask of the file that is judged: answered once here, the same for all rules."""

from __future__ import annotations

from typing import Any

import pytest

from lintel.card import Card, Option
from lintel.finding import Confidence, Severity, Span
from lintel.knowledge.index import Knowledge, load
from lintel.project.file_roles import file_role
from lintel.source.literals import UNKNOWN
from lintel.source.module import Module
from lintel.view import ModuleView

CARD = Card(
    code="TST101", name="call", family="tests", summary="s", why="w", fix="f", message="{word} is called",
    severity=Severity.ERROR, bad=("bad()\n",), good=("good()\n",), misses="all else",
    options=(Option(name="word", type="str", default="bad", doc="the call to report"),),
)  # fmt: skip


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


@pytest.fixture
def view(knowledge: Knowledge) -> Any:
    def make(code: str, options: dict[str, Any] | None = None) -> ModuleView:
        module = Module("app/a.py", code.encode(), max_bytes=100_000)
        return ModuleView(module, file_role("app/a.py"), knowledge, options or {})

    return make


def last(view: ModuleView, kind: str = "Expr") -> Any:
    node = view.nodes(kind)[-1]
    return node.value if kind == "Expr" else node


class TestTheTree:
    CODE = "class A:\n    def f(self):\n        x = lambda: g(1)\n        def h(): i(2)\n        return j(k(3))\n"

    def test_around_a_node(self, view):
        asked = view(self.CODE)
        call = asked.nodes("Call")[-1]
        assert asked.symbol(call) == "A.f"
        assert asked.function_around(call).name.value == "f"
        assert asked.class_around(call).name.value == "A"
        assert asked.nearest(call, "Return", "ClassDef") is asked.nodes("Return")[0]
        assert asked.nearest(call, "While") is None
        assert asked.symbol(asked.nodes("ClassDef")[0]) == "A"
        assert asked.symbol(asked.module.root) == ""

    def test_inside_a_node_without_what_nested_functions_hold(self, view):
        asked = view(self.CODE)
        function = asked.nodes("FunctionDef")[0]
        assert [call.func.value for call in asked.calls_in(function)] == ["j", "k"]
        assert [each for each in asked.within(function) if type(each).__name__ == "Lambda"]

    def test_statements_and_docstrings(self, view):
        asked = view('"""top"""\nx = 1; y = 2\ndef f(): pass\ndef g():\n    """inner"""\n')
        f, g = asked.nodes("FunctionDef")
        kinds = [type(each).__name__ for each in asked.statements(asked.module.root)]
        assert kinds == ["Expr", "Assign", "Assign", "FunctionDef", "FunctionDef"]
        assert [type(each).__name__ for each in asked.statements(f)] == ["Pass"]
        assert asked.docstring(asked.module.root).value == '"""top"""'
        assert (asked.docstring(f), asked.docstring(g).value) == (None, '"""inner"""')

    def test_comments(self, view):
        asked = view("# above\ndef f():  # first\n    x = 1  # last\n# below\n")
        assert sorted(asked.comments_in(asked.nodes("IndentedBlock")[0])) == ["# first", "# last"]
        assert [each.text for each in asked.comments] == ["# above", "# first", "# last", "# below"]

    def test_spans_in_the_order_asked_for(self, view):
        asked = view("f(1)\ng(2)\n")
        first, second = asked.nodes("Call")
        assert asked.spans([second, first]) == [Span(2, 0, 2, 4), Span(1, 0, 1, 4)]


class TestValues:
    @pytest.mark.parametrize(
        ("code", "value"),
        [
            ("'a' 'b'", "ab"),
            ("x = 'a'\nx", "a"),
            ("x: str = 'a'\ndef f():\n    x", "a"),
            ("x = y = 3\nx", 3),
            ("x = None\nx", None),
        ],
    )
    def test_constants_also_through_a_name(self, view, code, value):
        asked = view(code)
        assert asked.literal(last(asked)) == value

    @pytest.mark.parametrize(
        "code",
        [
            *("x", "x = 'a'\nx = 'b'\nx", "x = f()\nx", "def f(x='a'):\n    x", "x = 'a'\nx += 'b'\nx"),
            *(
                "x, y = 'ab'\nx",
                "for x in 'a': x",
                "x = 'a'\ndef f():\n    global x\n    x = 'b'\nx",
                "x = 'a'\ndel x\nx",
            ),
        ],
    )
    def test_a_name_that_may_be_something_else_is_unknown(self, view, code):
        asked = view(code)
        assert asked.literal(last(asked)) is UNKNOWN

    @pytest.mark.parametrize(
        ("call", "value"),
        [
            ("f(1, 2)", "2"),
            ("f(1, b=2)", "2"),
            ("f(b=2)", "2"),
            ("f(1)", None),
            ("f(*a, 2)", None),
            ("f(*a, b=2)", "2"),
            ("f(1, *a)", None),
            ("f(**a)", None),
            ("f()", None),
        ],
    )
    def test_arguments_by_position_or_keyword(self, view, call, value):
        asked = view(call)
        found = asked.argument(last(asked), 1, "b")
        assert (found.value if found is not None else None) == value


class TestNames:
    def test_bases_through_classes_of_the_file(self, view):
        asked = view(
            "import m\nclass A(m.Base[int]): ...\nclass B(A, m.Mixin): ...\nclass C(B): ...\nclass D(D): ...\n"
        )
        *_, c, d = asked.nodes("ClassDef")
        assert sorted(asked.base_names(c)) == [":A", ":B", "m.Base", "m.Mixin"]
        assert asked.base_names(d) == [":D"]

    def test_decorators_without_their_call(self, view):
        asked = view("import m\n@m.cached\n@m.retry(3)\n@unheard\ndef f(): ...\n")
        assert asked.decorator_names(asked.nodes("FunctionDef")[0]) == ["m.cached", "m.retry"]

    def test_what_libraries_do_is_asked_by_kind(self, view):
        asked = view("import os\nos.getenv('X')\nf('X')\n")
        known, unknown = asked.nodes("Call")
        assert [row.kind for row in asked.known("config-read", known.func)] == ["config-read"]
        assert asked.known("config-read", unknown.func) == ()


class TestWhatIsSaid:
    def test_options_are_those_of_the_settings_or_the_defaults(self, view):
        assert view("x").option(CARD, "word") == "bad"
        assert view("x", {"call": {"word": "good"}}).option(CARD, "word") == "good"
        assert view("x", {"other": {"word": "good"}}).option(CARD, "word") == "bad"

    def test_less_proof_lowers_the_severity_a_step(self, view):
        asked = view("f()")
        call = last(asked)
        assert asked.found(CARD, call, word="f").severity is Severity.ERROR
        assert asked.found(CARD, call, word="f", confidence=Confidence.MEDIUM).severity is Severity.WARNING
        low = asked.found(CARD, call, word="f", severity=Severity.NOTE, confidence=Confidence.LOW)
        assert (low.severity, low.confidence) == (Severity.NOTE, Confidence.LOW)

    def test_a_candidate_remembers_and_a_finding_does_not(self, view):
        asked = view("def f():\n    g()")
        call = last(asked)
        candidate = asked.candidate(CARD, call, data={"a": "b"}, word="g")
        assert (candidate.data, candidate.symbol, candidate.arguments) == ({"a": "b"}, "f", {"word": "g"})
        assert asked.found(CARD, call, word="g").data is None
        assert asked.found(CARD, Span(1, 0, 1, 1), word="g").symbol == ""
