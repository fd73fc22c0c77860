"""Links small projects written as dictionaries of files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "flow"))

from lintel.facts.module import extract
from lintel.knowledge.index import Knowledge, load
from lintel.program.program import Program
from lintel.source.module import Module

if TYPE_CHECKING:
    from linking import Link


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load()


@pytest.fixture
def link(knowledge: Knowledge) -> Link:
    """From paths and texts to a linked program, without places."""

    def linked(files: dict[str, str]) -> Program:
        facts = {path: extract(Module(path, text.encode(), max_bytes=1_000_000)) for path, text in files.items()}
        return Program(facts, lambda path: {}, {}, knowledge)

    return linked
