"""Constants and templates: what an expression is worth where the file alone decides it."""

from __future__ import annotations

import ast
import warnings

import libcst
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lintel.source.literals import HOLE, UNKNOWN, literal_value, string_value, template_of


def expression(code: str) -> libcst.BaseExpression:
    return libcst.parse_expression(code)


class TestLiterals:
    @pytest.mark.parametrize(
        "code",
        [
            *("1", "0x_ff", "1_000", "1.5e3", "-1", "-1.5", "True", "False", "None"),
            *("'a'", "r'\\n'", "'\\n\\x41\\N{BULLET}'", "b'a'", "rb'\\n'", "u'a'", "'''a\nb'''", "''"),
            *("'a' 'b' r'\\c'", "b'a' b'b'", "('a'\n 'b')"),
            *("(1, 'a')", "()", "(1, (2, 3))"),
        ],
    )
    def test_are_worth_what_python_makes_of_them(self, code):
        value = literal_value(expression(code))
        assert value == ast.literal_eval(code)
        assert type(value) is type(ast.literal_eval(code))

    def test_lists_and_sets_are_tuples(self):
        assert literal_value(expression("[1, 'a']")) == (1, "a")
        assert literal_value(expression("{1}")) == (1,)

    @pytest.mark.parametrize(
        "code",
        [
            "x",
            "f()",
            "f'a'",
            "'a' f'b'",
            "'a' f'{b}'",
            "1 + 1",
            "not True",
            "~1",
            "1j",
            "[1, x]",
            "(*(1, 2), 3)",
            "{}",
            "{1: 2}",
        ],
    )
    def test_everything_else_is_unknown(self, code):
        assert literal_value(expression(code)) is UNKNOWN

    def test_numbers_that_python_refuses_are_unknown(self):
        assert literal_value(expression("1" * 5000)) is UNKNOWN

    def test_escapes_of_the_code_that_is_read_are_nobodys_warning(self):
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            assert literal_value(expression(r"'\d'")) == r"\d"
            assert template_of(expression(r"f'\d{x}'")) == r"\d" + HOLE


def test_text_is_no_bytes_and_no_number():
    assert string_value(expression("'a' 'b'")) == "ab"
    assert [string_value(expression(code)) for code in ("b'a'", "b'a' b'b'", "f'a'", "1", "x")] == [None] * 5


class TestTemplates:
    @pytest.mark.parametrize(
        ("code", "text"),
        [
            ("'a' 'b'", "ab"),
            ("f'a{b}c'", "a_c"),
            ("'a' f'{b}' 'c'", "a_c"),
            ("f'{{a}}{b!r:>{c}}'", "{a}_"),
            (r"f'a\n{b}\x41'", "a\n_A"),
            (r"rf'a\n{b}'", r"a\n_"),
            (r"f'\'{b}\''", "'_'"),
            ("'a' + b + 'c'", "a_c"),
            ("a + 'b'", "_b"),
            ("'a' + f(1) + 'c'", "a_c"),
            ("'a' + 'b %s' % c", "ab _"),
            ("'a' + ('b' + c)", "ab_"),
            ("'%s and %(x)d of %5.2f, 100%%' % a", "_ and _ of _, 100%"),
            ("'100%%s %-10s %*d %r' % a", "100%s _ _ _"),
            ("'{} {x!r} {y:{z}} {{w}}'.format(a)", "_ _ _ {w}"),
            ("'{{{}}}'.format(a)", "{_}"),
            ("f'{a}{{}}'.format(b)", "__"),
            ("'{'.format(a)", "{"),
        ],
    )
    def test_text_with_a_hole_for_what_is_not_constant(self, code, text):
        assert template_of(expression(code)) == text.replace("_", HOLE)

    @pytest.mark.parametrize(
        "code", ["x", "1", "a + b", "1 + 2", "a % b", "b'a'", "a.format(b)", "'a'.join(b)", "'a' * 3"]
    )
    def test_no_text_no_template(self, code):
        assert template_of(expression(code)) is None

    def test_long_sums(self):
        assert template_of(expression(" + ".join(["'a'"] * 300))) == "a" * 300

    @settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
    @given(
        st.text(alphabet="a%{}s()d\\'\"n0.*: ", max_size=12),
        st.sampled_from(["'{}'", "f'{}'", "r'{}'", "'{}' % x", "'{}'.format(x)"]),
    )
    def test_never_raises(self, text, form):
        code = form.replace("{}", text, 1)
        try:
            node = expression(code)
        except (libcst.ParserSyntaxError, ValueError, SyntaxError):
            return
        template_of(node)
        literal_value(node)

    @settings(max_examples=150, deadline=None)
    @given(st.text(alphabet="ab%{}\n\\'é😀", max_size=12))
    def test_a_constant_says_what_it_says_however_it_is_built(self, text):
        assert template_of(expression(repr(text))) == text
        doubled = repr(text.replace("{", "{{").replace("}", "}}"))
        assert template_of(expression(f"{doubled}.format()")) == text
        assert template_of(expression(f"{text.replace('%', '%%')!r} % ()")) == text
