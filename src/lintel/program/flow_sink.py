"""What is told of a sink: the row that made a call one, and statements that methods of unknown objects run."""

from __future__ import annotations

import re
from typing import NamedTuple

from lintel.flow.summary import Event
from lintel.flow.values import (
    Choice,
    Text,
    Value,
)
from lintel.program.flow_relevance import is_telling


class Sink(NamedTuple):
    """What a finding has to know of the row that made a call a sink."""

    danger: str
    name: str
    styles: str
    origin: str


def assumed(event: Event) -> Event | None:
    """A statement run by a method of something unknown, where the method's name and the text itself leave no doubt."""
    data = event.values.get("0") or event.values.get("statement") or event.values.get("sql")
    if data is None or not is_telling(event.name) or not any(map(_begins_statement, _texts_of(data))):
        return None
    values = {"data": data}
    if "1" in event.values:
        values["bound"] = event.values["1"]
    return event._replace(sink=Sink("sql", event.name, "", ASSUMED), values=values, receiver=None)


ASSUMED = "assumed"
_STATEMENT = re.compile(
    r"\s*\(?\s*(?:select|insert\s+into|update|delete\s+from|replace\s+into|create|drop|alter|with|call|exec)\s", re.I
)


def _texts_of(value: Value) -> tuple[Value, ...]:
    return value.values if type(value) is Choice else (value,)


def _begins_statement(value: Value) -> bool:
    return type(value) is Text and type(value.parts[0]) is str and _STATEMENT.match(value.parts[0]) is not None
