"""No file, however deep, kills the process: what is too deep is told, and ordinary deep code passes."""

import subprocess
import sys

import libcst
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from source_samples import MAX_BYTES, library_files

from lintel.errors import SourceError
from lintel.source.guard import check, depth, hesitates

CALLS = 30_000

# Each kills LibCST, or holds it up for minutes, when it is repeated often enough: what is said for n levels.
SHAPES = {
    "parentheses": "'x=' + '(' * n + '1' + ')' * n",
    "unclosed parentheses": "'(' * n",
    "lists": "'x=' + '[' * n + ']' * n",
    "dictionaries": "'x=' + '{1:' * n + '1' + '}' * n",
    "calls": "'f(' * n + ')' * n",
    "keyword arguments": "'x=' + 'f(a=' * n + '1' + ')' * n",
    "calls of calls": "'x=f' + '()' * n",
    "subscripts in subscripts": "'x=' + 'a[' * n + '0' + ']' * n",
    "subscripts of subscripts": "'x=a' + '[0]' * n",
    "comprehensions": "'x=' + '[' * n + 'i' + ' for i in y]' * n",
    "loops of one comprehension": "'x=[1' + ' for a in b' * n + ']'",
    "templates in templates": "'x=' + \"f'{\" * n + '1' + \"}'\" * n",
    "format specifications": "\"x=f'\" + '{1:' * n + '1' + '}' * n + \"'\"",
    "lambdas": "'x=' + 'lambda:' * n + '1'",
    "defaults of lambdas": "'x=' + 'lambda a=' * n + '1' + ':1' * n",
    "ternaries": "'x=' + 'a if b else ' * n + '1'",
    "minus signs": "'x=' + '-' * n + '1'",
    "negations": "'x=' + 'not ' * n + '1'",
    "powers": "'x=' + '1**' * n + '1'",
    "sums": "'x=' + 'a+' * n + '1'",
    "sums over lines": "'x=(a' + '\\n    + b' * n + ')'",
    "sums that end lines": "'x=(' + 'a +\\n' * n + '1)'",
    "sums with backslashes": "'x=a' + ' \\\\\\n  + b' * n",
    "conjunctions": "'x=' + 'a and ' * n + '1'",
    "conjunctions over lines": "'x=(a' + '\\n  and b' * n + ')'",
    "attributes": "'x=a' + '.b' * n",
    "links": "'x=a' + '.b()' * n",
    "links over lines": "'x=(a' + '\\n  .b(1)' * n + ')'",
    "links with arguments over lines": "'x=a' + '.b(\\n  1,\\n)' * n",
    "strings": "'x=' + '\"a\" ' * n",
    "strings over lines": "'x=(' + '\"a\"\\n' * n + ')'",
    "elifs": "'if a:\\n  b\\n' + 'elif c:\\n  d\\n' * n",
    "dotted imports": "'import a' + '.b' * n",
    "assignment targets": "'[' * n + 'a' + ']' * n + '=1'",
    "sequence patterns": "'match a:\\n case ' + '[' * n + '1' + ']' * n + ': pass\\n'",
    "mapping patterns": "'match a:\\n case ' + '{1:' * n + '1' + '}' * n + ': pass\\n'",
    "sums in brackets": "'x=' + '(' * n + '1' + '+1)' * n",
    "decorator": "'@' + '(' * n + 'a' + ')' * n + '\\ndef f(): pass\\n'",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_what_would_kill_the_parser_is_told(shape: str) -> None:
    program = f"""
import sys
from lintel.source.parse import parse
from lintel.errors import SourceError
for n in (4_000, {CALLS}):
    try:
        parse(({SHAPES[shape]}).encode(), max_bytes=10_000_000)
    except SourceError as error:
        print(error.kind, error.line is not None and error.line >= 1)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stdout.split("\n")[:2]) == (0, ["too-deep True", "too-deep True"]), done.stderr


@pytest.mark.parametrize(
    "source",
    [
        "x = a" + ".b()" * 300,
        "x = (a" + "\n    .filter(b=1)" * 300 + ")",
        "if a: b()\n" + "elif c: d()\n" * 500,
        "x = (\n" + "    'part'\n" * 2_000 + ")",
        "x = (\n" + "    f'part {a}'\n" * 2_000 + ")",
        "x = a" + " + b" * 1_000,
        "x = [" + "(1, [2.5, -3], {'a': 'b'}),\n" * 20_000 + "]",
        "".join(f"def f{i}(a, b):\n    return a.b(c).d[0] + b if a else -b\n" for i in range(5_000)),
        "x = " + "[" * 60 + "]" * 60,
        "@decorated\n" * 500 + "def f(): pass",
        "x = 'a" + "(" * 5_000 + "'",
        "# " + "(" * 5_000,
        "x = ''" + "\nx = x + '('" * 3_000,
        "match a:\n  case {'b': [c, {'d': E(f=g)}]}: pass",
        "x = case = 1; y = " + "(" * 40 + ")" * 40,
    ],
    ids=lambda source: source[:30],
)
def test_ordinary_code_passes(source: str) -> None:
    check(source.encode(), MAX_BYTES)


@pytest.mark.parametrize(
    "source", ["x = a" + ".b()" * 300, "x = (\n" + "    'part'\n" * 2_000 + ")", "if a: b()\n" + "elif c: d()\n" * 500]
)
def test_ordinary_deep_code_parses(source: str) -> None:
    program = "import sys; from lintel.source.parse import parse; parse(sys.stdin.buffer.read(), max_bytes=10**6)"
    done = subprocess.run([sys.executable, "-c", program], input=source.encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_standard_library_passes_and_is_rarely_measured() -> None:
    files = library_files()
    measured = 0
    for path in files:
        data = path.read_bytes()
        check(data, MAX_BYTES)
        measured += hesitates(data)
    assert measured <= len(files) // 10


def test_a_file_over_the_cap_is_too_large() -> None:
    check(b"x" * 100, 100)
    with pytest.raises(SourceError) as caught:
        check(b"x" * 101, 100)
    assert caught.value.kind == "too-large"
    assert "101" in caught.value.reason
    assert "100" in caught.value.reason


@pytest.mark.parametrize(
    ("source", "brackets", "levels"),
    [
        ("f(g(h()))", 3, 3),
        ("a + b + c", 0, 2),
        ("a.b().c()", 1, 4),
        ("[a + b, c + d, e + f]", 1, 2),
        ("'((((' # ((((", 0, 1),
        ("f'{a(b)}'", 3, 3),
        ("if a:\n  b\nelif c:\n  d\nelif e:\n  f\n", 0, 2),
        ("if a: b\nelif c: d\nif e: f\nelif g: h\n", 0, 1),
        ("x = 1\ny = 2\n", 0, 0),
    ],
)
def test_depth_counts_what_stands_inside_what(source: str, brackets: int, levels: int) -> None:
    found = depth(source.encode())
    assert (found.brackets, found.levels) == (brackets, levels)


def test_the_place_of_the_depth_is_named() -> None:
    with pytest.raises(SourceError) as caught:
        check(b"a = 1\n\nb = '''\n'''\nc = " + b"(" * 300 + b")" * 300 + b"\nd = 2\n", MAX_BYTES)
    assert caught.value.line == 5
    assert "line 5" in caught.value.reason


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from(["(", ")", "[", "{", "}", "'", '"', "f'", "\\", "\n", "#", " + ", ".b", "lambda ", "elif", ":"])
    )
)
def test_any_bytes_are_measured(parts: list[str]) -> None:
    found = depth("".join(parts).encode())
    assert found.brackets >= 0


def test_what_libcst_itself_cannot_survive_is_real() -> None:
    """The reason for all this: should LibCST learn to refuse by itself, the guard may go."""
    program = "import libcst; libcst.parse_module('(' * 20_000 + ')' * 20_000)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, timeout=120, check=False)
    assert done.returncode < 0, libcst.__file__
