"""Which variable a name of the lowered code is: of the function, of one around it, of the module, or of elsewhere."""

from __future__ import annotations

import libcst as cst
import pytest

from lintel.facts.lower import lower
from lintel.flow.text import show
from lintel.source.walk import walk


def function(source: str, name: str) -> str:
    """The text of the function of this qualified name ("" for the module)."""
    module = lower(walk(cst.parse_module(source)))
    for index in range(len(module.functions)):
        if module.qualified_name(index) == name:
            return show(module, index)
    raise AssertionError(name)


def test_a_name_bound_later_in_the_function_is_its_own() -> None:
    assert "call ?print(x)" in function("x = 1\ndef f():\n    print(x)\n    x = 2\n", "f")


def test_a_module_variable_is_found_whether_it_is_bound_before_or_after() -> None:
    assert function("def f(): return a, b, c\na = 1\nimport b\n", "f") == (
        "def f()\n  %0 = tuple ::a, ::b, ?c\n  return %0\n"
    )


def test_a_variable_of_a_function_around_is_captured_through_all_functions_between() -> None:
    source = "def f(x):\n    def g():\n        def h(): return x\n        return h\n    return g\n"
    assert function(source, "f").startswith("def f(x) captured x\n")
    assert function(source, "f.g").startswith("def g() captures f::x\n")
    assert function(source, "f.g.h") == "def h() captures f::x\n  return f::x\n"


def test_methods_do_not_see_the_names_of_their_class() -> None:
    source = "x = 1\nclass C:\n    x = 2\n    def m(self): return x\n"
    assert "return ::x" in function(source, "C.m")


def test_a_class_in_a_function_passes_captures_on() -> None:
    source = "def f(x):\n    class C:\n        x = 2\n        def m(self): return x\n"
    assert function(source, "f.C").startswith("class C captures f::x\n")
    assert "return f::x" in function(source, "f.C.m")


def test_a_class_body_reads_outside_until_it_binds_the_name() -> None:
    source = "x = 1\nclass C:\n    y = x\n    x = x\n    z = x\n"
    assert function(source, "C") == (
        "class C\n  %0 = lookup x, ::x\n  y = %0\n  %0 = lookup x, ::x\n  x = %0\n  z = x\n"
    )


def test_a_class_body_that_binds_on_one_branch_only_looks_up() -> None:
    source = "class C:\n    if a: x = 1\n    y = x\n"
    assert function(source, "C").endswith("  %0 = lookup x, ?x\n  y = %0\n")


def test_a_comprehension_in_a_class_sees_the_class_in_its_first_iterable_only() -> None:
    source = "class C:\n    q = [1]\n    r = [q for _ in q]\n    s = q\n"
    text = function(source, "C")
    assert "for _ in q" in text
    assert "add %0, ?q" in text
    assert text.endswith("  s = q\n")


def test_global_assigns_the_module_variable_even_if_the_module_never_does() -> None:
    source = "def f():\n    global x\n    x = 1\n    return x\ndef g(): return x\n"
    assert function(source, "f") == "def f()\n  ::x = 1\n  return ::x\n"
    assert function(source, "g") == "def g()\n  return ::x\n"
    assert function(source, "").startswith("module rebound x\n")


def test_nonlocal_assigns_the_variable_around() -> None:
    source = "def f():\n    x = 1\n    def g():\n        nonlocal x\n        x += 1\n    return x\n"
    assert function(source, "f.g") == "def g() captures f::x\n  %0 = f::x += 1\n  f::x = %0\n"
    assert function(source, "f").startswith("def f() captured x rebound x\n")


def test_nonlocal_of_nothing_is_no_reason_to_fail() -> None:
    assert "def g()" in function("def f():\n    def g():\n        nonlocal x\n        x = 1\n", "f.g")


def test_a_global_is_global_for_functions_inside() -> None:
    source = "def f(x):\n    def g():\n        global x\n        def h(): return x\n"
    assert "return ::x" in function(source, "f.g.h")


def test_comprehension_variables_end_with_the_comprehension() -> None:
    source = "def f(a, x):\n    y = [x for x in a]\n    return x\n"
    assert "return x'1" in function(source, "f")
    assert "add %0, x'3" in function(source, "f")


def test_a_nested_comprehension_reads_the_variable_around_in_its_first_iterable() -> None:
    text = function("def f(a): return [[x for x in x] for x in a]\n", "f")
    assert "for x'2 in a" in text
    assert "for x'1 in x'2" in text


def test_walrus_in_a_comprehension_binds_in_the_function() -> None:
    text = function("def f(a):\n    b = [y for x in a if (y := x)]\n    return y\n", "f")
    assert "y = x" in text
    assert "if y" in text
    assert text.endswith("  return y\n")


def test_a_lambda_in_a_comprehension_captures_its_variable() -> None:
    source = "def f(a): return [lambda: x for x in a]\n"
    assert "captured x" in function(source, "f")
    assert function(source, "f.<lambda>") == "lambda() captures f::x\n  return f::x\n"


def test_a_lambda_in_a_comprehension_of_the_module_captures_its_variable() -> None:
    assert "return ::x" in function("a = [lambda: x for x in b]\n", "<lambda>")


def test_the_name_of_an_exception_is_gone_after_its_handler() -> None:
    text = function("def f():\n    try: g()\n    except E as e: h(e)\n    return e\n", "f")
    assert text.endswith("    delete e\n  return e\n")


def test_a_handler_that_leaves_needs_no_deletion() -> None:
    assert "delete" not in function("def f():\n    try: g()\n    except E as e: raise h(e)\n", "f")


def test_defaults_and_decorators_are_evaluated_outside() -> None:
    source = "def f(x):\n    @x\n    def g(x=x, y=lambda: x): return x\n"
    assert "%1 = function 3(x=x, y=%0)" in function(source, "f")
    assert "return x" in function(source, "f.g")


def test_type_parameters_are_seen_by_annotations_body_and_nothing_else() -> None:
    source = "def f[T](x: T): return T\ny = T\n"
    assert "type parameter T" in function(source, "")
    assert function(source, "").endswith("  y = ?T\n")
    assert "return ::T" in function(source, "f")


def test_methods_see_the_type_parameters_of_their_class() -> None:
    assert "return ::T" in function("class C[T]:\n    def m(self): return T\n", "C.m")


@pytest.mark.parametrize(
    "binding",
    [
        "x = 1", "x: int", "x += 1", "x, y = a", "[x, *y] = a", "*y, x = a", "import x", "import x.y", "import a as x",
        "from a import x", "from a import b as x", "def x(): pass", "class x: pass", "del x", "type x = int",
        "for x in a: pass", "for y, (x, z) in a: pass", "for y in a: x = 1", "for y in a: pass\nelse: x = 1",
        "while a: x = 1", "while a: pass\nelse: x = 1", "if a: x = 1", "if a: pass\nelif b: x = 1",
        "if a: pass\nelif b: pass\nelse: x = 1", "with a as x: pass", "with a as (x, y): pass", "with a: x = 1",
        "try: x = 1\nfinally: pass", "try: pass\nexcept A as x: pass", "try: pass\nexcept A: x = 1",
        "try: pass\nexcept A: pass\nelse: x = 1", "try: pass\nfinally: x = 1", "try: pass\nexcept* A as x: pass",
        "a((x := 1))", "if (x := 1): pass", "[y for y in a if (x := y)]", "match a:\n    case x: pass",
        "match a:\n    case [1, *x]: pass", "match a:\n    case {'k': 1, **x}: pass", "match a:\n    case B(c=x): pass",
        "match a:\n    case 1 as x: pass", "match a:\n    case 1: x = 1", "a; x = 1", "lazy import x",
    ],
)  # fmt: skip
def test_every_way_to_bind_a_name_makes_it_a_variable(binding: str) -> None:
    body = "".join(f"    {line}\n" for line in ["m.before(x)", *binding.split("\n"), "m.after(x)"])
    text = function(f"x = 0\ndef f():\n{body}", "f")
    assert "before(x)" in text
    assert "after(x)" in text
    assert "::x" not in text
