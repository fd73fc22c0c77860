"""Every rule says of its snippets exactly what their markers say, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from harness import problems
from snippets import read_snippet

from lintel.knowledge.index import Knowledge
from lintel.rules.registry import all_rules, load_rules, rule_modules

HERE = Path(__file__).parent
MODULES = {name.removeprefix("lintel.rules.").replace(".", "/"): name for name in rule_modules() if load_rules([name])}
CODES = frozenset(rule.card.code for rule in all_rules())
SNIPPETS = sorted(path for path in HERE.glob("*/*/*.py") if path.parent != HERE and not path.name.startswith("test_"))


@pytest.mark.parametrize("path", SNIPPETS, ids=lambda path: path.relative_to(HERE).as_posix())
def test_snippet(path: Path, tmp_path: Path, knowledge: Knowledge) -> None:
    module = MODULES[path.parent.relative_to(HERE).as_posix()]
    (rule,) = load_rules([module])
    found = problems(read_snippet(path, CODES), rule, module, knowledge, tmp_path)
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize("folder", sorted(MODULES), ids=str)
def test_every_rule_has_snippets_and_more_silent_lines_than_marked_ones(folder: str) -> None:
    snippets = [read_snippet(path, CODES) for path in SNIPPETS if path.parent == HERE / folder]
    assert snippets, f"tests/rules/{folder}/ holds no snippet"
    marked, silent = sum(each.marked_lines for each in snippets), sum(each.silent_lines for each in snippets)
    assert marked
    assert silent >= marked


def test_no_snippet_stands_twice() -> None:
    texts = [path.read_text("utf-8") for path in SNIPPETS]
    assert len(texts) == len(set(texts))


def test_no_snippet_folder_is_without_a_rule() -> None:
    folders = {path.parent.relative_to(HERE).as_posix() for path in SNIPPETS}
    assert folders <= MODULES.keys()
