"""What a project may say in its settings, how a wrong word is answered, and how it lies beside shipped knowledge."""

from __future__ import annotations

import contextlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintel.errors import KnowledgeError
from lintel.knowledge.index import Knowledge, load
from lintel.knowledge.own import own_digest, with_own

FILE = "/repo/pyproject.toml"
SINK = {"path": "app.db.run", "kind": "sink", "danger": "sql", "args": {"data": "0|sql"}}
CLEANS = {"path": "app.text.clean", "kind": "cleans", "for": "path html", "args": {"value": 0}}
ACME = b"""
library: acme
versions: {acme: "1.0"}
same: [{path: acme.open(), as: acme.File()}]
inherits: [{path: acme.Child, from: acme.Base}]
rows:
  - {path: acme.run, kind: sink, danger: sql, args: {data: "0"}}
"""


@pytest.fixture(scope="module")
def acme() -> Knowledge:
    return load((("acme.yaml", ACME),))


def own(known: Knowledge, **table: Any) -> Knowledge:
    return with_own(known, [(FILE, table)])


def test_rows_are_found_as_those_of_libraries_are(acme: Knowledge) -> None:
    known = own(acme, rows=[SINK, CLEANS])
    (row,) = known.all_rows("app.db.run")
    assert (row.kind, row.get("danger"), row.library) == ("sink", "sql", "project")
    assert str(row.arguments[0].at) == "0|sql"
    (row,) = known.rows("cleans", "app.text.clean")
    assert str(row.arguments[0].at) == "0"
    assert len(known.all_rows("acme.run")) == 1


def test_nothing_said_is_what_was_shipped(acme: Knowledge) -> None:
    assert with_own(acme, []) is acme
    assert acme.own is None
    assert own_digest(acme.digest, []) == acme.digest


def test_the_compiled_form_carries_what_was_said(acme: Knowledge) -> None:
    known = own(acme, rows=[SINK])
    read = Knowledge.decode(known.encode())
    assert read is not None
    assert read.own == known.own
    assert read.digest == known.digest


def test_the_digest_tells_what_was_said_and_not_where(acme: Knowledge) -> None:
    tables: list[dict[str, Any]] = [
        {},
        {"rows": [SINK]},
        {"rows": [SINK, CLEANS]},
        {"rows": [SINK | {"danger": "url"}]},
    ]
    digests = {own_digest(acme.digest, [(FILE, table)]) for table in tables} | {acme.digest}
    assert len(digests) == len(tables) + 1
    assert {len(digest) for digest in digests} == {len(acme.digest)}
    assert own_digest(acme.digest, [("/elsewhere", tables[1])]) == own_digest(acme.digest, [(FILE, tables[1])])
    assert own(acme, rows=[SINK]).digest == own_digest(acme.digest, [(FILE, {"rows": [SINK]})])


def test_a_project_may_say_what_lintel_knows_and_has_the_last_word(acme: Knowledge) -> None:
    said = {"path": "acme.run", "kind": "sink", "danger": "sql", "args": {"data": "0"}}
    known = own(acme, rows=[said], same=[{"path": "acme.open()", "as": "acme.Other()"}])
    assert [row.library for row in known.all_rows("acme.run")] == ["project", "acme"]
    assert known.canonical("acme.open().read") == "acme.Other().read"


def test_base_classes_are_added_to_those_that_are_known(acme: Knowledge) -> None:
    rows = [{"path": f"acme.{name}().go", "kind": "carries"} for name in ("Base", "More")]
    known = own(acme, rows=rows, inherits=[{"path": "acme.Child", "from": "acme.More"}])
    assert len(known.rows("carries", "acme.Child().go")) == 2


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"row": []}, "[tool.lintel.knowledge]: unknown key `row` (did you mean `rows`?)"),
        ({"rows": SINK}, "[tool.lintel.knowledge]: `rows` must be a list"),
        ({"rows": ["x"]}, "[tool.lintel.knowledge]: rows[0]: a mapping is expected here"),
        ({"rows": [SINK, {"path": "a.b"}]}, "[tool.lintel.knowledge]: rows[1]: the key `kind` is missing"),
        ({"rows": [SINK | {"kind": "sinks"}]}, "rows[0]: unknown kind `sinks` (did you mean `sink`?)"),
        ({"rows": [SINK | {"danger": "sqll"}]}, "rows[0]: unknown danger `sqll` (did you mean `sql`?)"),
        ({"rows": [SINK | {"args": {"date": "0"}}]}, "rows[0]: unknown role `date` (did you mean `data`?)"),
        ({"rows": [SINK | {"args": {"data": "0|"}}]}, "rows[0]: `0|`, column 3: a name is missing here"),
        ({"rows": [SINK | {"args": {"data": 1.5}}]}, "[tool.lintel.knowledge]: 1.5 is neither a text nor a position"),
        ({"rows": [SINK | {"path": "app..run"}]}, "rows[0]: `app..run`, column 5: a name is missing here"),
        ({"rows": [CLEANS | {"for": "path htlm"}]}, "rows[0]: unknown for `htlm` (did you mean `html`?)"),
        (
            {"rows": [SINK, SINK]},
            "rows[1]: `sink app.db.run 0|sql` is said already in [tool.lintel.knowledge]: rows[0]",
        ),
        ({"same": [{"path": "a.b", "as": "a.b"}]}, "same[0]: an equal name is rewritten without end"),
        ({"rows": [{"path": [[[[["x"]]]]]}]}, "nested too deeply"),
    ],
)
def test_a_wrong_word_is_refused_with_file_place_and_remedy(
    acme: Knowledge, table: dict[str, Any], message: str
) -> None:
    with pytest.raises(KnowledgeError) as caught:
        own(acme, **table)
    assert str(caught.value).startswith(f"{FILE}: ")
    assert message in str(caught.value)
    assert caught.value.remedy


_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["rows", "same", "inherits", "x"]), _values, max_size=3))
def test_no_table_makes_the_reader_fail_otherwise(acme: Knowledge, table: dict[str, Any]) -> None:
    with contextlib.suppress(KnowledgeError):
        own(acme, **table)
