"""A module aligns its nodes once, and says of each what a tree with positions says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from lintel.source import module as under_test
from lintel.source.module import Module
from lintel.source.positions import record_spans

if TYPE_CHECKING:
    import pytest

TEXT = 'import os\nclass A:\n    def f(self, x):\n       return f"{g(x)}", [h(y) for y in x]\nλ = A().f(os.getcwd())\n'


def test_spans_are_those_of_the_tree() -> None:
    module = Module("app.py", TEXT.encode(), max_bytes=10_000)
    nodes = module.walked.of("ClassDef", "FunctionDef", "Call", "Name", "ListComp", "Import")
    assert module.spans(nodes) == record_spans(module.root, nodes, module.text)


def test_the_file_is_aligned_once_for_the_usual_kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []

    def counted(text: str, kinds: Any) -> Any:
        asked.append(sorted(kinds))
        return original(text, kinds)

    original = under_test.aligned_places
    monkeypatch.setattr(under_test, "aligned_places", counted)
    module = Module("app.py", TEXT.encode(), max_bytes=10_000)
    for kind in ("ClassDef", "FunctionDef", "Import", "Return", "ClassDef"):
        module.spans(module.walked.of(kind))
    assert len(asked) == 1


def test_no_nodes_cost_no_alignment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(under_test, "aligned_places", None)
    assert Module("app.py", TEXT.encode(), max_bytes=10_000).spans([]) == {}


def test_comments_inside_a_node(tmp_path: Path) -> None:
    from lintel.source.comments import comment_texts, is_remark

    text = "# above\ndef f():  # behind the colon\n    # inside\n    return 1  # noqa: E501\n# below\n"
    (function,) = Module("app.py", text.encode(), max_bytes=10_000).walked.of("FunctionDef")
    found = comment_texts(function)
    assert sorted(found) == ["# behind the colon", "# inside", "# noqa: E501"]
    assert sorted(filter(is_remark, found)) == ["# behind the colon"]
