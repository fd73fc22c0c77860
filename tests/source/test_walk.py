"""The walk visits every meaningful node once, in the order of the text, and knows what is around it."""

import collections

import libcst
import pytest
from source_samples import ODD, library_files, parsed_or_none, reference_spans

from lintel.source.children import children_table
from lintel.source.deep import with_deep_stack
from lintel.source.parse import Parsed
from lintel.source.walk import walk


class Everything(libcst.CSTVisitor):
    """LibCST's own visitor: each node that carries meaning, and its nearest such parent."""

    def __init__(self) -> None:
        self.parents: dict[libcst.CSTNode, libcst.CSTNode | None] = {}
        self.around: list[libcst.CSTNode] = []
        self.meaningful = children_table()

    def on_visit(self, node: libcst.CSTNode) -> bool:
        if type(node) in self.meaningful:
            self.parents[node] = self.around[-1] if self.around else None
            self.around.append(node)
        return True

    def on_leave(self, original_node: libcst.CSTNode) -> None:
        if type(original_node) in self.meaningful:
            self.around.pop()


def hold_against_libcst(parsed: Parsed, where: object) -> int:
    walked = walk(parsed.root)
    visitor = Everything()
    parsed.root.visit(visitor)
    seen = [node for nodes in walked.by_type.values() for node in nodes]
    assert set(map(id, seen)) == set(map(id, visitor.parents)), where
    assert len(seen) == len(visitor.parents), where
    for node, parent in visitor.parents.items():
        assert walked.parent(node) is parent, where
    places = reference_spans(parsed.root)
    for name, nodes in walked.by_type.items():
        begins = [(places[node].line, places[node].column) for node in nodes]
        assert begins == sorted(begins), (where, name)
    return len(seen)


def test_the_walk_of_the_standard_library_is_complete_and_ordered() -> None:
    seen = 0
    for path in library_files():
        parsed = parsed_or_none(path.read_bytes())
        if parsed is not None:
            seen += with_deep_stack(hold_against_libcst, parsed, path)
    assert seen > 50_000


@pytest.mark.parametrize("name", ODD)
def test_the_walk_of_odd_files_is_complete_and_ordered(name: str) -> None:
    parsed = parsed_or_none(ODD[name])
    assert parsed is not None
    hold_against_libcst(parsed, name)


def test_only_punctuation_and_white_space_are_passed_over() -> None:
    passed_over = collections.Counter()
    table = children_table()
    for name in dir(libcst):
        kind = getattr(libcst, name)
        if isinstance(kind, type) and issubclass(kind, libcst.CSTNode) and kind not in table:
            passed_over[name] += 1
    assert {"Comment", "Comma", "LeftParen", "SimpleWhitespace", "Add", "Newline"} <= set(passed_over)
    assert not {"Name", "Call", "MatchCase", "StarredElement", "From", "Index", "TypeVar"} & set(passed_over)


def test_ordinals_count_the_nodes_of_a_type() -> None:
    walked = walk(libcst.parse_module("f(g(1), h(2))\ni(3)\n"))
    calls = walked.of("Call")
    assert [call.func.value for call in calls] == ["f", "g", "h", "i"]
    assert [walked.ordinal(call) for call in calls] == [0, 1, 2, 3]
    with pytest.raises(KeyError):
        walked.ordinal(libcst.parse_expression("f()"))


def test_several_types_come_in_the_order_asked_for() -> None:
    walked = walk(libcst.parse_module("def f(): return lambda: 0\nclass A: pass\n"))
    assert [type(node).__name__ for node in walked.of("ClassDef", "Lambda", "Try")] == ["ClassDef", "Lambda"]


def test_ancestors_lead_to_the_root() -> None:
    walked = walk(libcst.parse_module("def f():\n    return g(1)\n"))
    names = [type(node).__name__ for node in walked.ancestors(walked.of("Integer")[0])]
    assert names == ["Arg", "Call", "Return", "SimpleStatementLine", "IndentedBlock", "FunctionDef", "Module"]
    assert walked.parent(walked.root) is None
