"""Placeholders and values that do not fit together: the statement fails, or finds nothing, whatever the values are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from lintel.card import Card
from lintel.finding import Finding, Related, Severity
from lintel.program.flows import Arrival, Flow, level_of
from lintel.program.sql_reading import sink_rows, text_of, worst_hole
from lintel.program.sql_text import LONGEST, Placeholder, placeholders, tokens, words_of
from lintel.rule import Rule
from lintel.view import ProgramView

CARD = Card(
    code="LNT316",
    name="placeholder-mismatch",
    family="data_access",
    summary="The placeholders of a statement and the values bound to it do not fit together",
    why=(
        "Each driver knows its own placeholders and fills each of them with one value. In another style, inside of "
        "quotes, or with a value too many or too few, the statement fails when it runs, or it quietly compares with "
        "the text `?`; and the next who mends it may put the value into the text."
    ),
    fix=(
        "Write the placeholders of the driver at hand, without quotes around them, one for each value, and pass the "
        "values as a sequence (`(name,)`, with the comma) or as a mapping with all the names."
    ),
    message="{callee} gets SQL and values that do not fit together: {problem}",
    severity=Severity.ERROR,
    cwe=(89, 628),
    owasp=("A03:21",),
    spec=("002.80", "002.141", "000.33"),
    bad=(
        """\
import sqlite3


def find(name: str):
    connection = sqlite3.connect("shop.db")
    return connection.execute("SELECT id FROM users WHERE name = %s", (name,)).fetchall()
""",
        """\
import psycopg2


def find(name: str, mail: str):
    with psycopg2.connect("dbname=shop") as connection, connection.cursor() as cursor:
        cursor.execute("SELECT id FROM users WHERE name = %s AND mail = %s", (name,))
        return cursor.fetchall()
""",
        """\
from databases import Database

database = Database("postgresql:///shop")


async def find(name: str, mail: str):
    return await database.fetch_one("SELECT id FROM users WHERE name = :name AND mail = :mail", {"name": name})
""",
    ),
    good=(
        """\
import sqlite3


def find(name: str):
    connection = sqlite3.connect("shop.db")
    return connection.execute("SELECT id FROM users WHERE note = 'really?' AND name = ?", (name,)).fetchall()
""",
        """\
import psycopg2


def find(name: str, mail: str):
    with psycopg2.connect("dbname=shop") as connection, connection.cursor() as cursor:
        cursor.execute("SELECT id FROM users WHERE name LIKE 'a%%' AND mail = %s", (mail,))
        cursor.execute("SELECT data ? 'key' FROM users WHERE name = %s AND mail = %s", [name, mail])
        return cursor.fetchall()
""",
        """\
from databases import Database

database = Database("postgresql:///shop")


async def find(name: str):
    return await database.fetch_one("SELECT name::text FROM users WHERE name = :name", {"name": name})
""",
    ),
    misses=(
        "Statements and values that are not known: texts with pieces that are not constant are not counted, values "
        "that are passed one by one neither. Names in a mapping that no placeholder takes are not reported."
    ),
)

_FAMILIES: Final = {
    "format": "format", "pyformat": "format", "qmark": "qmark", "named": "colon", "numeric": "colon",
    "dollar": "dollar", "brace": "brace",
}  # fmt: skip
_SHOWN: Final = {
    "format": "%s", "pyformat": "%(name)s", "qmark": "?", "named": ":name", "numeric": ":1", "dollar": "$1",
    "brace": "{name:Type}",
}  # fmt: skip
_ONE_SHAPE: Final = words_of("DELETE INSERT MERGE REPLACE SELECT UPDATE WITH")


def judge(flow: Flow, view: ProgramView) -> Iterator[Finding]:
    """What arrives at a statement, and what is bound to it."""
    own = flow.styles.split()
    if not own or own == ["none"] or worst_hole(flow, view) is not None:
        return
    binds, apart = _binding(flow, view)
    if not binds:
        return
    ways = Counter(arrival.calls for arrival in flow.arrivals)
    for arrival in flow.arrivals:
        if level_of(arrival.pieces) != "harmless":
            continue
        problem = problem_of(arrival, own, paired=ways[arrival.calls] == 1, apart=apart)
        if problem:
            yield _finding(flow, view, arrival, problem)
            return


def _binding(flow: Flow, view: ProgramView) -> tuple[bool, bool]:
    """Whether the callee takes values, and whether it takes several sets of them."""
    bound = [argument.at for row in sink_rows(flow, view) if (argument := row.argument("bound")) is not None]
    return bool(bound), any(selector.parts for selector in bound)


def problem_of(arrival: Arrival, own: Sequence[str], *, paired: bool, apart: bool = False) -> str:
    """What does not fit, or an empty text. `paired`: this text and these values surely belong together."""
    kind, count = ("unknown", -1) if apart else (arrival.bound, arrival.parameters)
    families = {_FAMILIES[style] for style in own if style in _FAMILIES}
    text = text_of(arrival)
    if len(text) > LONGEST:
        return ""
    found = placeholders(text, formatted="format" in families)
    mine = [each for each in found if _FAMILIES[each.style] in families and not each.quoted]
    given = kind and count != 0
    if given and not mine:
        foreign = next((each for each in found if _is_foreign(each, families)), None)
        if foreign is not None:
            return f"`{shown(foreign)}` is no placeholder of this driver, which takes {_listed(own)}"
    if given:
        quoted = [each for each in found if each.quoted and _FAMILIES[each.style] in families]
        if quoted and ("format" in families or not mine):
            return f"`'{shown(quoted[0])}'` in quotes is a text, and no place for a value"
    if not paired or any(piece.hole for piece in arrival.pieces) or not all(each.sure for each in mine):
        return ""
    return _by_count(text, own, mine, Arrival(arrival.pieces, (), kind, count, arrival.names))


def _is_foreign(found: Placeholder, families: set[str]) -> bool:
    family = _FAMILIES[found.style]
    if not found.sure or found.quoted or family == "brace" or family in families:
        return False
    return not (family == "dollar" and {"qmark", "colon"} <= families)  # SQLite knows `$1` as a name


def _by_count(text: str, own: Sequence[str], mine: Sequence[Placeholder], arrival: Arrival) -> str:
    """What does not fit in number or by name."""
    named = [each for each in mine if each.style in ("pyformat", "named", "brace")]
    placed = [each for each in mine if each not in named]
    words = tokens(text)
    if arrival.bound == "":
        verb = next((token.upper for token in words if token.kind == "word"), "")
        sure = [each for each in placed if each.style in ("format", "qmark", "dollar") and not each.quoted]
        if sure and verb in _ONE_SHAPE:
            return f"{_counted(_places(placed), 'placeholder')} and no value"
        return ""
    if arrival.bound == "mapping":
        missing = sorted({each.name for each in named} - set(arrival.names))
        if missing:
            return f"no value for {', '.join(f'`{name}`' for name in missing)}"
        return ""
    if arrival.bound != "sequence" or "dollar" in own or named:
        return ""
    if not mine and any(token.text in "{@$" or token.text[0] in "@$" for token in words):
        return ""
    if not mine and words and words[-1].upper == "VALUES":
        return ""
    places, values = _places(placed), arrival.parameters
    if places == values or (not places and not values):
        return ""
    return f"{_counted(places, 'placeholder')} and {_counted(values, 'value')}"


def _places(placed: Sequence[Placeholder]) -> int:
    """How many values are taken: numbered places are filled by number, others one by one."""
    numbers = {each.name for each in placed if each.name.isdigit()}
    return len(numbers) + sum(1 for each in placed if not each.name.isdigit())


def _counted(number: int, what: str) -> str:
    return f"{number or 'no'} {what}{'' if number == 1 else 's'}"


def shown(found: Placeholder) -> str:
    """A placeholder as it is written."""
    forms = {
        "format": "%s", "pyformat": f"%({found.name})s", "qmark": f"?{found.name}", "brace": f"{{{found.name}}}",
        "dollar": f"${found.name}",
    }  # fmt: skip
    return forms.get(found.style, f":{found.name}")


def _listed(own: Sequence[str]) -> str:
    known = [f"`{_SHOWN[style]}`" for style in own if style in _SHOWN]
    return " and ".join(filter(None, (", ".join(known[:-1]), known[-1])))


def _finding(flow: Flow, view: ProgramView, arrival: Arrival, problem: str) -> Finding:
    steps = (Related(step.path, view.place(step.path, step.kind, step.ordinal), step.what) for step in arrival.calls)
    found = view.found(
        CARD,
        flow.path,
        view.place(flow.path, flow.kind, flow.ordinal),
        anchor=f"{flow.sink}({text_of(arrival)})",
        symbol=flow.symbol,
        callee=flow.sink.removesuffix("()").rpartition(".")[2],
        problem=problem,
    )
    return msgspec.structs.replace(found, steps=tuple(steps))


RULE = Rule(CARD, over={"flow:sql": judge, "flow:sql-fragment": judge})
