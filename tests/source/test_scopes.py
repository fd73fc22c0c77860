"""Which name means what: the scoping rules of the language, held against the compiler's own tables and LibCST."""

from __future__ import annotations

import ast
import symtable
import warnings
from collections import Counter

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesmith import from_grammar
from libcst.metadata import MetadataWrapper, QualifiedNameProvider, QualifiedNameSource
from source_samples import ODD, library_files, parsed_or_none

from lintel.source.names import Names
from lintel.source.scopes import Scopes
from lintel.source.walk import Walked, walk


def scopes_of(code: str) -> tuple[Walked, Scopes]:
    parsed = parsed_or_none(code.encode())
    assert parsed is not None, code
    walked = walk(parsed.root)
    return walked, Scopes(walked)


def meaning(code: str) -> list[tuple[str, str]]:
    """The kinds of the bindings of `x` where it is read last, each with the name of the scope that holds it."""
    walked, scopes = scopes_of(code)
    node = [each for each in walked.of("Name") if each.value == "x" and scopes.is_plain_reference(each)][-1]
    return [(each.kind, getattr(getattr(each.scope.node, "name", None), "value", "")) for each in scopes.bindings(node)]


class TestWhatBinds:
    @pytest.mark.parametrize(
        ("code", "kind"),
        [
            ("import x\nx", "import"),
            ("import x.y.z\nx", "import"),
            ("import y as x\nx", "import"),
            ("from y import x\nx", "import"),
            ("from y import z as x\nx", "import"),
            ("def x(): ...\nx", "def"),
            ("async def x(): ...\nx", "def"),
            ("class x: ...\nx", "class"),
            ("x = 1\nx", "assign"),
            ("y = x = 1\nx", "assign"),
            ("(y, [x, *z]) = f()\nx", "assign"),
            ("y, *x = f()\nx", "assign"),
            ("x: int = 1\nx", "assign"),
            ("x: int\nx", "annotation"),
            ("(x := 1)\nx", "assign"),
            ("x += 1\nx", "augmented"),
            ("for x in y: ...\nx", "for"),
            ("for y, (x, z) in y: ...\nx", "for"),
            ("with f() as x: ...\nx", "with"),
            ("with f() as (y, x): ...\nx", "with"),
            ("try: ...\nexcept E as x: ...\nx", "except"),
            ("try: ...\nexcept* E as x: ...\nx", "except"),
            ("match y:\n    case [1, x]: ...\nx", "match"),
            ("match y:\n    case [1, *x]: ...\nx", "match"),
            ("match y:\n    case {'a': 1, **x}: ...\nx", "match"),
            ("match y:\n    case A(b=x): ...\nx", "match"),
            ("match y:\n    case A() as x: ...\nx", "match"),
            ("type x = int\nx", "type"),
            ("del x\nx", "del"),
        ],
    )
    def test_each_form_binds_its_name(self, code, kind):
        assert meaning(code) == [(kind, "")]

    @pytest.mark.parametrize("code", ["x.y = 1\nx", "x[0] = 1\nx", "f(x=1)\nx", "y.x\nx", "import y.x\nx", "x()"])
    def test_what_only_looks_like_it_does_not(self, code):
        assert meaning(code) == []

    def test_a_star_import_binds_no_name_that_this_file_could_know(self):
        assert meaning("from y import *\nx") == []

    def test_all_bindings_of_a_scope_count_wherever_they_stand(self):
        code = "if a:\n    import x\nelse:\n    x = None\ndef f():\n    x\ndef x(): ..."
        assert sorted(kind for kind, _ in meaning(code)) == ["assign", "def", "import"]


class TestFunctions:
    def test_a_parameter_shadows_what_is_outside(self):
        assert meaning("import x\ndef f(x):\n    x") == [("param", "f")]

    @pytest.mark.parametrize("parameters", ["x, /", "x", "*x", "*, x", "**x", "y=1, *x"])
    def test_every_kind_of_parameter(self, parameters):
        assert meaning(f"def f({parameters}):\n    x") == [("param", "f")]

    def test_defaults_annotations_and_decorators_are_read_outside(self):
        assert meaning("import x\ndef f(x=x): ...") == [("import", "")]
        assert meaning("import x\ndef f(y: x, x=1): ...") == [("import", "")]
        assert meaning("import x\ndef f(x) -> x: ...") == [("import", "")]
        assert meaning("import x\n@x\ndef f(x): ...") == [("import", "")]

    def test_a_local_binding_hides_the_outer_one_even_before_it(self):
        assert meaning("import x\ndef f():\n    x\n    y = 1\n    def x(): ...") == [("def", "f")]

    def test_the_nearest_function_around_decides(self):
        assert meaning("x = 1\ndef f():\n    import x\n    def g():\n        return lambda: x") == [("import", "f")]

    def test_a_lambda_has_a_scope_of_its_own(self):
        assert meaning("import x\nlambda x: x") == [("param", "")]
        assert meaning("import x\nlambda x=x: 1") == [("import", "")]

    def test_global_binds_in_the_module(self):
        assert meaning("def f():\n    global x\n    x = 1\nx") == [("assign", "")]
        assert meaning("import x\ndef f():\n    x = 1\n    def g():\n        global x\n        x") == [("import", "")]

    def test_what_is_global_around_is_global_inside(self):
        assert meaning("import x\ndef f():\n    global x\n    def g():\n        x") == [("import", "")]

    def test_nonlocal_binds_in_the_function_around(self):
        code = "x = 0\ndef f():\n    x = 1\n    def g():\n        nonlocal x\n        import x\n    x"
        assert sorted(meaning(code)) == [("assign", "f"), ("import", "f")]

    def test_nonlocal_through_two_functions_and_before_the_outer_binding_is_of_a_later_kind(self):
        code = (
            "def f():\n    def g():\n        nonlocal x\n"
            "        def h():\n            nonlocal x\n            def x(): ...\n    x = 1\n    x"
        )
        assert sorted(meaning(code)) == [("assign", "f"), ("def", "f")]


class TestClasses:
    def test_a_body_sees_its_own_names_and_those_outside(self):
        assert meaning("class A:\n    x = 1\n    x") == [("assign", "A")]
        assert meaning("import x\nclass A:\n    x") == [("import", "")]

    def test_methods_lambdas_and_comprehensions_do_not_see_the_names_of_the_body(self):
        assert meaning("import x\nclass A:\n    x = 1\n    def f(self):\n        x") == [("import", "")]
        assert meaning("import x\nclass A:\n    x = 1\n    f = lambda self: x") == [("import", "")]
        assert meaning("import x\nclass A:\n    x = 1\n    y = [x for z in range(3)]") == [("import", "")]

    def test_defaults_and_the_first_iterable_see_them(self):
        assert meaning("import x\nclass A:\n    x = 1\n    def f(self, y=x): ...") == [("assign", "A")]
        assert meaning("import x\nclass A:\n    x = 1\n    y = [z for z in x]") == [("assign", "A")]

    def test_bases_keywords_and_decorators_are_read_outside(self):
        assert meaning("import x\nclass A(x):\n    x = 1") == [("import", "")]
        assert meaning("import x\nclass A(metaclass=x):\n    x = 1") == [("import", "")]
        assert meaning("import x\n@x\nclass A:\n    x = 1") == [("import", "")]


class TestComprehensions:
    @pytest.mark.parametrize("code", ["[x for x in y]", "{x for x in y}", "{x: 1 for x in y}", "list(x for x in y)"])
    def test_their_variables_are_their_own(self, code):
        assert meaning(f"import x\n{code}") == [("for", "")]
        assert meaning(f"import x\n{code}\nx") == [("import", "")]

    def test_the_first_iterable_is_read_outside_and_no_other(self):
        assert meaning("import x\n[1 for x in x]") == [("import", "")]
        assert meaning("import x\n[1 for y in z for x in x]") == [("for", "")]
        assert meaning("import x\n[1 for x in y if x]") == [("for", "")]

    def test_a_comprehension_in_the_first_iterable(self):
        assert meaning("import x\n[1 for x in [x for y in z]]") == [("import", "")]

    def test_an_assignment_expression_binds_in_the_function_around(self):
        assert meaning("def f():\n    [[x := 1 for y in z] for y in z]\n    x") == [("assign", "f")]


class TestTypeParameters:
    @pytest.mark.parametrize(
        "code",
        [
            "import x\ndef f[x](y: x): ...",
            "import x\ndef f[x]() -> x: ...",
            "import x\ndef f[x]():\n    x",
            "import x\ndef f[*x](*y: *x): ...",
            "import x\ndef f[**x](y: Callable[x, int]): ...",
            "import x\nclass A[x](Base[x]): ...",
            "import x\nclass A[x]:\n    x",
            "import x\nclass A[x]:\n    def f(self):\n        x",
            "import x\ntype A[x] = list[x]",
            "import x\ndef f[x, y: x](): ...",
        ],
    )
    def test_they_are_seen_in_what_they_belong_to(self, code):
        assert [kind for kind, _ in meaning(code)] == ["type"]

    @pytest.mark.parametrize(
        "code",
        [
            "import x\ndef f[x](y=x): ...",
            "import x\n@x\ndef f[x](): ...",
            "import x\n@x\nclass A[x]: ...",
            "import x\ndef f[x](): ...\nx",
            "import x\ntype A[x] = int\nx",
        ],
    )
    def test_and_nowhere_else(self, code):
        assert meaning(code) == [("import", "")]

    def test_the_class_around_is_seen_through_them(self):
        assert meaning("import x\nclass A:\n    x = int\n    def f[T](self, y: x): ...") == [("assign", "A")]
        assert meaning("import x\nclass A:\n    x = int\n    def f[T](self):\n        x") == [("import", "")]

    def test_a_method_stays_a_method(self):
        walked, scopes = scopes_of("class A:\n    def f[T](self): ...")
        (function,) = walked.of("FunctionDef")
        around = scopes.scope(function).around
        assert around is not None
        assert around.kind == "ClassDef"


class TestUses:
    def uses(self, code: str) -> list[int]:
        """Which of the `x` of the code, counted from 0, read the first binding of the module-level `x`."""
        walked, scopes = scopes_of(code)
        found = [id(node) for node in scopes.uses(scopes.module.names["x"][0])]
        return [
            number for number, node in enumerate(n for n in walked.of("Name") if n.value == "x") if id(node) in found
        ]

    def test_reads_in_source_order_without_targets(self):
        assert self.uses("x = 1\nf(x)\nx = 2\ng(x, x=x)\ny.x\nx.y") == [1, 3, 5, 7]

    def test_not_those_of_another_scope(self):
        assert self.uses("import x\ndef f(x):\n    x\ndef g():\n    x\n[x for x in y]") == [3]

    @pytest.mark.parametrize(
        "code",
        [
            "for a, x in y: ...",
            "[a, x] = y",
            "with f() as (a, *x): ...",
            "import x.y",
            "from x.y import z",
            "def f(x): ...",
        ],
    )
    def test_a_name_in_a_target_or_an_import_is_no_read(self, code):
        assert self.uses(f"x = 1\n{code}") == []

    def test_the_bound_of_a_type_parameter_is_a_read(self):
        assert self.uses("import x\ndef f[T: x](): ...") == [1]


def test_builtins_are_those_that_nothing_rebinds():
    walked, scopes = scopes_of("open\ndef f(open):\n    open\nlen = 1\nlen\n__name__\nunheard_of")
    said = [(node.value, scopes.is_builtin(node)) for node in walked.of("Name") if scopes.is_plain_reference(node)]
    assert said == [("open", True), ("open", False), ("len", False), ("__name__", False), ("unheard_of", False)]


# Against the compiler


def compiled(text: str) -> Counter[tuple[str, frozenset[str]]]:
    """The names that each function, class and module binds, as the compiler says."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        todo = [symtable.symtable(text, "file", "exec")]
    tables = []
    while todo:
        tables.append(todo.pop())
        todo += tables[-1].get_children()
    found: Counter[tuple[str, frozenset[str]]] = Counter()
    declared = {each.get_name() for table in tables[1:] for each in table.get_symbols() if _is_global_here(each)}
    for table in tables:
        kind = str(table.get_type()).lower().removeprefix("symboltabletype.")
        if kind in {"function", "class", "module"} and table.get_name() not in _NAMELESS:
            bound = {
                each.get_name()
                for each in table.get_symbols()
                if (each.is_local() or kind == "module") and _is_bound(each)
            }
            names = bound | declared if kind == "module" else bound
            found[kind, frozenset(name for name in names if _is_comparable(name))] += 1
    return found


_NAMELESS = {"lambda", "listcomp", "genexpr", "setcomp", "dictcomp"}


def _is_global_here(symbol: symtable.Symbol) -> bool:
    return symbol.is_declared_global() and (symbol.is_assigned() or symbol.is_imported())


def _is_bound(symbol: symtable.Symbol) -> bool:
    return symbol.is_assigned() or symbol.is_imported() or symbol.is_parameter() or symbol.is_annotated()


def _is_comparable(name: str) -> bool:
    """Private names are spelt otherwise by the compiler (`_Class__name`); helpers begin with a dot."""
    return "__" not in name.removesuffix("__")[1:] and not name.startswith((".", "__"))


def bound_by_us(walked: Walked, scopes: Scopes) -> Counter[tuple[str, frozenset[str]]]:
    kinds = {"Module": "module", "FunctionDef": "function", "ClassDef": "class"}
    found: Counter[tuple[str, frozenset[str]]] = Counter()
    for node in (walked.root, *walked.of("FunctionDef", "ClassDef")):
        names = frozenset(name for name in scopes.scope(node).names if _is_comparable(name))
        found[kinds[type(node).__name__], names] += 1
    return found


def without(found: Counter[tuple[str, frozenset[str]]], names: set[str]) -> Counter[tuple[str, frozenset[str]]]:
    kept: Counter[tuple[str, frozenset[str]]] = Counter()
    for (kind, bound), count in found.items():
        kept[kind, bound - names] += count
    return kept


@pytest.mark.parametrize("path", library_files(), ids=lambda path: path.name)
def test_every_scope_of_the_library_binds_what_the_compiler_says(path):
    data = path.read_bytes()
    parsed = parsed_or_none(data)
    if parsed is None:
        pytest.skip("not for LibCST")
    try:
        theirs = compiled(parsed.text)
    except SyntaxError:
        pytest.skip("not for this interpreter")
    walked = walk(parsed.root)
    scopes = Scopes(walked)
    # Since Python 3.12 the compiler puts the variables of comprehensions among those of their function.
    inlined = {name for each in walked.of("ListComp", "SetComp", "DictComp") for name in scopes.scope(each).names}
    ours = bound_by_us(walked, scopes)
    assert without(ours, inlined) == without(theirs, inlined)


@pytest.mark.parametrize("path", library_files()[1::3], ids=lambda path: path.name)
def test_what_imports_bind_has_the_qualified_name_that_libcst_says(path):
    parsed = parsed_or_none(path.read_bytes())
    if parsed is None:
        pytest.skip("not for LibCST")
    walked = walk(parsed.root)
    scopes = Scopes(walked)
    names = Names(walked, scopes)
    reference = MetadataWrapper(parsed.root, unsafe_skip_copy=True).resolve(QualifiedNameProvider)
    wrong = []
    for node in walked.of("Name", "Attribute"):
        said = reference.get(node) or set()
        said = said() if callable(said) else said
        if not said or any(each.source is not QualifiedNameSource.IMPORT for each in said):
            continue
        if type(node).__name__ == "Name" and not scopes.is_plain_reference(node):
            continue
        ours = names.name_of(node)
        if (
            ours is None
            and type(node).__name__ == "Name"
            and any(each.kind != "import" for each in scopes.bindings(node))
        ):
            continue  # bound to something else as well: unknown, where LibCST takes the statements' order into account
        if (ours or "").replace("()", "").replace("[]", "") not in {each.name for each in said}:
            wrong.append((walked.ordinal(node), ours, sorted(each.name for each in said)))
    assert wrong == []


# Whatever is written


def ask_everything(walked: Walked) -> None:
    scopes = Scopes(walked)
    names = Names(walked, scopes)
    for nodes in walked.by_type.values():
        for node in nodes:
            scopes.scope_of(node)
            names.name_of(node)
    for node in walked.of("Name"):
        scopes.is_plain_reference(node)
        for binding in scopes.bindings(node):
            list(scopes.uses(binding))
    for node in walked.of("ClassDef"):
        names.attribute_values(node)


@pytest.mark.parametrize("name", ODD)
def test_odd_files_are_answered(name):
    parsed = parsed_or_none(ODD[name])
    if parsed is not None:
        ask_everything(walk(parsed.root))


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(from_grammar())
@example("class A:\n def f(): nonlocal x\n")
@example("def f():\n nonlocal x\n x = 1\n")
@example("global x\nx: int = x\n")
@example("a = b\nb = a\na.c")
@example("def f(self):\n class A:\n  def g(self: self): self.x = self\n")
@example("type A = A\nx: A")
@example("x: 'x' = x\nx")
def test_no_question_ever_raises(code):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    parsed = parsed_or_none(code.encode())
    if parsed is not None:
        ask_everything(walk(parsed.root))
