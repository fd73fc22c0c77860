"""Where a hole stands in a statement, told in one line a case."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintel.program.sql_slots import slots
from lintel.program.sql_text import LONGEST, MARK, marked

CASES = r"""
value|SELECT * FROM t WHERE a = '{}'
value|SELECT * FROM t WHERE a = {}
value|SELECT * FROM t WHERE a LIKE '%{}%'
value|SELECT * FROM t WHERE a IN ({})
value|SELECT * FROM t WHERE a IN (1, {})
value|SELECT * FROM t WHERE a BETWEEN 1 AND {}
value|SELECT * FROM t LIMIT {}
value|SELECT * FROM t LIMIT 1, {}
value|SELECT * FROM t LIMIT 1 OFFSET {}
value|INSERT INTO t (a, b) VALUES (1, {})
value|INSERT INTO t (a, b) VALUES {}
value|INSERT INTO t (a, b) VALUES (1,2), {}
value|INSERT INTO t (a, b) VALUES (1,2), (3, {})
identifier|INSERT INTO t (a, {}) VALUES (1, 2)
identifier|INSERT INTO {} (a) VALUES (1)
identifier|INSERT INTO t ({}) VALUES (?)
value|UPDATE t SET a = {}
identifier|UPDATE t SET {} = ?
identifier|UPDATE t SET a = 1, {} = ?
clause|UPDATE t SET {} WHERE id = 1
identifier|UPDATE {} SET a = 1
identifier|SELECT {} FROM t
identifier|SELECT id, {} FROM t
value|SELECT {}
value|SELECT lower({}) FROM t
identifier|SELECT count({}) FROM t
identifier|SELECT * FROM {}
identifier|SELECT * FROM a JOIN {} ON a.id = b.id
identifier|SELECT * FROM a.{}
identifier|SELECT * FROM {}.b
identifier|SELECT * FROM sales_{}
identifier|SELECT * FROM "{}"
identifier|SELECT * FROM `x.{}`
identifier|SELECT * FROM [{}]
value|SELECT * FROM t WHERE a = "{}"
identifier|SELECT * FROM t ORDER BY {}
identifier|SELECT * FROM t ORDER BY a, {}
identifier|SELECT * FROM t ORDER BY a {}
identifier|SELECT * FROM t ORDER BY a {} LIMIT 3
identifier|SELECT * FROM t GROUP BY {}
clause|SELECT * FROM t {}
clause|SELECT * FROM t WHERE {}
clause|SELECT * FROM t WHERE a = 1 {}
clause|SELECT * FROM t WHERE a = 1 AND {}
clause|SELECT * FROM t WHERE ({})
identifier|SELECT * FROM t WHERE {} = ?
identifier|SELECT * FROM t WHERE {} IN (1)
identifier|SELECT * FROM t WHERE a = 1 AND {} LIKE 'x'
clause|SELECT * FROM t WHERE a {} 3
statement|{}
statement|{} LIMIT 10
statement|SELECT count(*) FROM ({}) AS x
statement|SELECT 1 UNION {}
identifier|CREATE TABLE {} (id int)
identifier|CREATE TABLE IF NOT EXISTS {} (id int)
identifier|DROP TABLE {}
identifier|DROP DATABASE {}
identifier|ALTER TABLE {} ADD COLUMN x int
identifier|ALTER TABLE t ADD COLUMN {} int
identifier|CREATE INDEX i ON {} (a)
identifier|CREATE INDEX i ON t ({})
identifier|TRUNCATE {}
identifier|PRAGMA table_info({})
identifier|SELECT * FROM t WHERE a = x.{}
value|SELECT * FROM t WHERE a->>'{}' = 'x'
identifier|SELECT a AS {} FROM t
identifier|SELECT cast(a AS {}) FROM t
identifier|SELECT a::{} FROM t
value|SELECT * FROM f({})
value|CALL f({})
clause|SELECT 1 /* {} */
clause|SELECT 1 -- {}
value|SELECT * FROM t WHERE a = '{}
value|SELECT a FROM t WHERE x > now() - INTERVAL {}
value|COPY (SELECT * FROM orders WHERE day = '{}') TO STDOUT
clause|DELETE FROM t {}
value|SELECT CASE WHEN a THEN {} END FROM t
identifier|SET search_path TO {}
identifier|SELECT * FROM t WHERE a = ? ORDER BY name {}
value|INSERT INTO cart VALUES (?, '{}')
value|SELECT * FROM t WHERE a = ({})
value|SELECT id FROM t WHERE id = ANY({})
clause|INSERT INTO t {}
identifier|SHOW TABLES FROM {}
identifier|SELECT * FROM a AS {} JOIN b
identifier|SELECT id, {}, x FROM goods WHERE y = ?
value|SELECT * FROM t WHERE name ILIKE {}
value|SELECT * FROM t WHERE x = 1 AND y=%s AND z = {}
identifier|SELECT {} , b FROM t
identifier|SELECT DISTINCT {} FROM t
identifier|SELECT sum({}) FROM t
identifier|GRANT ALL ON {} TO me
identifier|SELECT * FROM t WHERE name IN (SELECT {} FROM b)
value|SELECT * FROM t WHERE a = {} AND b = 1
clause|SELECT * FROM t WHERE a = 1 ORDER BY a DESC {}
value|SELECT a || {} FROM t
value|SELECT * FROM t WHERE id*{} > 3
clause|SELECT * {}
identifier|REFRESH MATERIALIZED VIEW {}
value|EXEC proc '{}'
identifier|DELETE FROM {} WHERE id = 1
identifier|COPY {} FROM STDIN
identifier|VACUUM {}
value|SELECT * FROM t WHERE data @> '{}'
statement|SELECT 1; {}
identifier|{} DESC
identifier|{}, id
identifier|{} = %s
identifier|SELECT * FROM t WHERE {} = :{}
identifier|SELECT {}, {} FROM t
value|SELECT * FROM t WHERE note LIKE 'a!%' ESCAPE '\' AND name = '{}'
value|INSERT INTO t (name) VALUES ('{}') ON CONFLICT (name) DO UPDATE SET size = {}
identifier|INSERT INTO t (a) VALUES (1) ON CONFLICT ({}) DO NOTHING
identifier|INSERT INTO t (a) VALUES (1) RETURNING {}
statement|CREATE VIEW v AS {}
statement|WITH x AS ({}) SELECT 1
identifier|WITH {} AS (SELECT 1) SELECT 1
value|SELECT * FROM t WHERE a = $$ {} $$
value|SELECT * FROM t WHERE id IN (SELECT id FROM u WHERE name = {})
clause|SELECT row_number() OVER ({}) FROM t
""".strip().splitlines()


@pytest.mark.parametrize("case", CASES)
def test_the_slot_of_a_hole(case: str) -> None:
    slot, _, sql = case.partition("|")
    assert set(slots(sql.replace("{}", MARK))) == {slot}


def test_each_hole_has_its_own_slot() -> None:
    text = marked(["SELECT ", None, " FROM ", None, " WHERE a = '", None, "' ", None])
    assert slots(text) == ("identifier", "identifier", "value", "clause")


def test_a_text_that_is_too_long_to_be_read_holds_pieces_of_sql() -> None:
    assert slots("x" * LONGEST + MARK) == ("clause",)


@given(st.lists(st.one_of(st.none(), st.text(alphabet="SELECT FROM'\"`[](){}$:%?;.,*/-\\#\nas=1\u00d0\u00f0"))))
def test_any_text_is_read_and_no_hole_is_lost(pieces: list[str | None]) -> None:
    assert len(slots(marked(pieces))) == pieces.count(None)
