"""Both routes to a node's place, the one by `ast` and the one by generating code, say what LibCST's provider says."""

import sys
from collections import Counter
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesmith import from_grammar
from source_samples import MAX_BYTES, ODD, library_files, parsed_or_none, reference_spans

from lintel.finding import Span
from lintel.source.decode import split_lines
from lintel.source.deep import is_deep, with_deep_stack
from lintel.source.parse import Parsed, parse, parse_count
from lintel.source.positions import ALIGNABLE, align, record_all, record_spans, spans
from lintel.source.walk import Walked, walk

IN_TEMPLATES_PLACED = sys.version_info >= (3, 12)


def everything(walked: Walked) -> list[object]:
    return [node for nodes in walked.by_type.values() for node in nodes]


def hold_recorder(parsed: Parsed, where: object) -> int:
    walked = walk(parsed.root)
    nodes = everything(walked)
    reference = reference_spans(parsed.root)
    found = record_spans(parsed.root, nodes)
    assert len(found) == len(nodes), where
    for node in nodes:
        assert found[id(node)] == reference[node], (where, type(node).__name__)
    return len(nodes)


def hold_alignment(parsed: Parsed, where: object, seen: Counter[str]) -> None:
    walked = walk(parsed.root)
    reference = reference_spans(parsed.root)
    at_once = align(parsed.text, ALIGNABLE)
    for kind in ALIGNABLE:
        aligned = at_once if at_once is not None else align(parsed.text, [kind])
        if aligned is None:
            seen["cannot say"] += 1
            continue
        assert aligned[kind] == [reference[node] for node in walked.of(kind)], (where, kind)
        seen[kind] += len(aligned[kind])


def test_recorded_places_of_the_standard_library_are_those_of_libcst() -> None:
    seen = 0
    for path in library_files():
        parsed = parsed_or_none(path.read_bytes())
        if parsed is not None:
            seen += with_deep_stack(hold_recorder, parsed, path)
    assert seen > 50_000


def test_aligned_places_of_the_standard_library_are_those_of_libcst() -> None:
    seen: Counter[str] = Counter()
    for path in library_files()[::2]:
        parsed = parsed_or_none(path.read_bytes())
        if parsed is not None and parsed.root.code == parsed.text:
            hold_alignment(parsed, path, seen)
    assert seen["Call"] > 1_000
    assert {"ClassDef", "FunctionDef", "If", "Import", "ImportFrom", "Return", "Try", "With"} <= set(seen)


@pytest.mark.parametrize("name", [name for name in ODD if "form feed" not in name and "backslash" not in name])
def test_places_in_odd_files_are_those_of_libcst(name: str) -> None:
    parsed = parsed_or_none(ODD[name])
    assert parsed is not None
    hold_recorder(parsed, name)
    hold_alignment(parsed, name, Counter())


@pytest.mark.parametrize("name", [name for name in ODD if name != "nothing"])
def test_both_routes_agree_and_point_at_the_text(name: str) -> None:
    parsed = parsed_or_none(ODD[name])
    assert parsed is not None
    walked = walk(parsed.root)
    lines = split_lines(parsed.text)
    recorded = record_spans(parsed.root, everything(walked), parsed.text)
    for call in walked.of("Call"):
        span = recorded[id(call)]
        begin = lines[span.line - 1][span.column :]
        called = split_lines(parsed.root.code_for_node(call.func))[0]
        assert begin.startswith(called), (span, begin)
    aligned = align(parsed.text, ["Call"])
    if aligned is not None:
        assert aligned["Call"] == [recorded[id(call)] for call in walked.of("Call")]


def test_columns_are_code_points() -> None:
    assert align("é = 'ü'; f('日本', g())\n", ["Call"]) == {"Call": [Span(1, 9, 1, 21), Span(1, 17, 1, 20)]}


def test_alignment_reads_bytes_as_python_does() -> None:
    assert align(b"# coding: latin-1\n'\xe9'; f()\n", ["Call"]) == {"Call": [Span(2, 5, 2, 8)]}
    assert align(b"\xef\xbb\xbff()\n", ["Call"]) == {"Call": [Span(1, 0, 1, 3)]}


def test_calls_in_templates_are_placed_or_declined() -> None:
    aligned = align("a = f'{g(1)} {h(2)}'\n", ["Call"])
    if IN_TEMPLATES_PLACED:
        assert aligned == {"Call": [Span(1, 7, 1, 11), Span(1, 14, 1, 18)]}
    else:
        assert aligned is None


def test_alignment_declines_what_the_interpreter_cannot_parse() -> None:
    assert align("a = (\n", ["Call"]) is None
    assert align("print 'a'\n", ["Call"]) is None
    assert align("a = 1" + " + 1" * 100_000 + "\n", ["Call"]) is None


def module(source: str) -> SimpleNamespace:
    parsed = parse(source.encode(), max_bytes=MAX_BYTES)
    return SimpleNamespace(text=parsed.text, walked=walk(parsed.root), root=parsed.root)


@pytest.mark.parametrize(
    "source",
    [
        "f(1).g(2)\nif a: b()\n",
        "x = f'{f(1)} {g(2)}'\nh(3)\n",
        'type A = f(1)\nx = f"{g("a")}"\n',
        "import a.b\na.b.c(1)\n",
    ],
)
def test_the_route_does_not_show(source: str) -> None:
    subject = module(source)
    reference = reference_spans(subject.root)
    for kinds in (("Call",), ("Call", "Attribute"), ("Name", "Call"), ("Module", "SimpleStatementLine")):
        nodes = subject.walked.of(*kinds)
        assert spans(subject, nodes) == {id(node): reference[node] for node in nodes}


def test_nothing_asked_nothing_done() -> None:
    assert spans(module("f(1)\n"), []) == {}


def test_places_of_all_nodes_of_kinds_from_bytes() -> None:
    before = parse_count()
    found = record_all(b"import a\nclass B: pass\n", ("Import", "ClassDef", "Try"), max_bytes=MAX_BYTES)
    assert found == {"Import": [Span(1, 0, 1, 8)], "ClassDef": [Span(2, 0, 2, 13)], "Try": []}
    assert parse_count() == before + 1


@pytest.mark.parametrize(
    "source",
    [
        "a = b" + ".c()" * 1_000,
        "a = 1" + " + 1" * 2_000,
        "a = (\n" + "    'b'\n" * 2_000 + ")",
        "if a: b()\n" + "elif c: d()\n" * 2_000,
        "a = " + "(" * 150 + "b()" + ")" * 150,
    ],
    ids=["links", "terms", "strings", "elifs", "brackets"],
)
def test_deep_trees_are_placed(source: str) -> None:
    subject = module(source + "\n")
    nodes = everything(subject.walked)
    assert len(record_spans(subject.root, nodes, subject.text)) == len(nodes)


def test_a_deep_stack_gives_results_raises_errors_and_leaves_no_trace() -> None:
    limit = sys.getrecursionlimit()

    def down(levels: int) -> int:
        return 0 if levels == 0 else 1 + down(levels - 1)

    assert with_deep_stack(down, 20_000) == 20_000
    assert with_deep_stack(lambda: (is_deep(), with_deep_stack(is_deep))) == (True, True)
    with pytest.raises(ZeroDivisionError):
        with_deep_stack(lambda: 1 // 0)
    assert sys.getrecursionlimit() == limit
    assert not is_deep()


@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=40)
@given(from_grammar())
def test_generated_programs_are_placed_as_by_libcst(source: str) -> None:
    parsed = parsed_or_none(source.encode("utf-8", "surrogatepass"))
    if parsed is None:
        return
    walked = walk(parsed.root)
    nodes = everything(walked)
    if parsed.root.code == parsed.text:
        reference = reference_spans(parsed.root)
        assert record_spans(parsed.root, nodes, parsed.text) == {id(node): reference[node] for node in nodes}
    subject = SimpleNamespace(text=parsed.text, walked=walked)
    calls = walked.of("Call", "FunctionDef", "ClassDef")
    assert spans(subject, calls) == record_spans(parsed.root, calls, parsed.text)
