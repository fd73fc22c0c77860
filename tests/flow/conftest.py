"""Library knowledge for all tests of flows, and the way to what builds them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from lintel.knowledge.compiled import shipped_knowledge
from lintel.knowledge.index import Knowledge, digest, load


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return shipped_knowledge(digest()) or load()
