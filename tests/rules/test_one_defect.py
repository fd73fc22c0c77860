"""One defect is one finding: rules that look at the same values do not speak of one value together."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from harness import Bench
from snippets import read_snippet

from lintel.knowledge.index import Knowledge

HERE = Path(__file__).parent / "configuration"
RULES = tuple(
    f"lintel.rules.configuration.{name}"
    for name in ("hardcoded_configuration", "hardcoded_secret", "insecure_config_default")
)
SNIPPETS = sorted(HERE.glob("*/*.py"))


@pytest.mark.parametrize("path", SNIPPETS, ids=lambda path: path.relative_to(HERE).as_posix())
def test_no_line_of_a_configuration_snippet_is_told_twice(path: Path, tmp_path: Path, knowledge: Knowledge) -> None:
    for version in read_snippet(path, frozenset({"LNT501", "LNT502", "LNT503"})).versions[:1]:
        judged = Bench(tmp_path, RULES, knowledge).judge(version.files)
        told = Counter((each.path, each.span.line, each.span.column) for each in judged.findings)
        assert not [place for place, count in told.items() if count > 1]


def test_a_constant_that_a_read_falls_back_to_is_told_by_one_rule(tmp_path: Path, knowledge: Knowledge) -> None:
    text = 'import os\n\n_OWN_KEY = "q8Zr1LwX0vTn5JpYc3KdG7hB"\nSECRET_KEY = os.getenv("SECRET_KEY", _OWN_KEY)\n'
    judged = Bench(tmp_path, RULES, knowledge).judge({"shop/settings.py": text})
    assert [each.code for each in judged.findings] == ["LNT503"]
