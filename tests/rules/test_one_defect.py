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
SQL_RULES = {
    "LNT101": "lintel.rules.injection.sql_string_building",
    "LNT102": "lintel.rules.injection.sql_identifier_interpolation",
    "LNT103": "lintel.rules.injection.raw_sql_in_orm",
    "LNT316": "lintel.rules.data_access.placeholder_mismatch",
}
SQL_SNIPPETS = sorted(
    path for module in SQL_RULES.values() for path in HERE.parent.joinpath(*module.split(".")[-2:]).glob("*.py")
)


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


@pytest.mark.parametrize("path", SQL_SNIPPETS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_of_the_rules_about_sql_one_speaks_of_a_line(path: Path, tmp_path: Path, knowledge: Knowledge) -> None:
    version = read_snippet(path, frozenset(SQL_RULES)).versions[0]
    judged = Bench(tmp_path, tuple(SQL_RULES.values()), knowledge).judge(version.files)
    told = Counter((each.path, each.span.line) for each in judged.findings)
    assert not [place for place, count in told.items() if count > 1]
    own = next(code for code, module in SQL_RULES.items() if module.endswith(f".{path.parent.name}"))
    assert {each.code for each in judged.findings} <= {own}


def test_a_value_is_told_before_a_name_and_both_before_a_number_of_placeholders(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    head = "import sqlite3\n\nfrom flask import request\n\ndb = sqlite3.connect('shop.db')\n\n\ndef find(place):\n"
    both = "    db.execute(f\"SELECT {request.args['c']} FROM t WHERE a = '{request.args['v']}' AND b = ?\", (1, 2))\n"
    name = "    db.execute(f\"SELECT {request.args['c']} FROM t WHERE a = ? AND b = {place}\", (1, 2))\n"
    none = '    db.execute("SELECT c FROM t WHERE a = ?", (1, 2))\n'
    judged = Bench(tmp_path, tuple(SQL_RULES.values()), knowledge).judge({"shop/views.py": head + both + name + none})
    assert [(each.span.line, each.code) for each in judged.findings] == [(9, "LNT101"), (10, "LNT102"), (11, "LNT316")]


def test_a_name_is_no_worse_in_raw_sql_of_an_orm_than_in_sql_of_a_driver(tmp_path: Path, knowledge: Knowledge) -> None:
    text = (
        "from flask import request\nfrom sqlalchemy import create_engine, text\n\nengine = create_engine('sqlite://')\n\n\n"
        "def find():\n    with engine.connect() as db:\n"
        "        db.execute(text('SELECT * FROM ' + request.args['t']))\n"
        "        db.exec_driver_sql('SELECT * FROM ' + request.args['t'])\n"
        "        db.execute(text('SELECT * FROM t WHERE a = ' + request.args['v']))\n"
    )
    judged = Bench(tmp_path, tuple(SQL_RULES.values()), knowledge).judge({"shop/views.py": text})
    told = [(each.span.line, each.code, each.severity.value) for each in judged.findings]
    assert told == [(9, "LNT103", "warning"), (10, "LNT102", "warning"), (11, "LNT103", "error")]
