"""What is lost where a call fails unnoticed: known callees first, then how the call is written."""

from __future__ import annotations

import pytest

from lintel.facts.risks import Risk, worst_risk
from lintel.knowledge.index import Knowledge, load
from lintel.source.module import Module

HEAD = "import json, logging, smtplib, sqlite3\nfrom pathlib import Path\nlog = logging.getLogger()\n"


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def risk(statement: str, knowledge: Knowledge) -> Risk:
    parameters = "connection: sqlite3.Connection, mail: smtplib.SMTP, value, client, order"
    text = f"{HEAD}async def f({parameters}):\n    {statement}\n"
    module = Module("app.py", text.encode(), max_bytes=10_000)
    (function,) = module.walked.of("FunctionDef")
    calls = [call for call in module.walked.of("Call") if function in list(module.walked.ancestors(call))]
    return worst_risk(calls, module, knowledge)


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("pass", Risk.NONE),
        ("number = int(value)", Risk.NONE),
        ("data = json.loads(value)", Risk.NONE),
        ("text = value.strip().lower()", Risk.NONE),
        ("order.append(value)", Risk.NONE),
        ("log.info(value)", Risk.NONE),
        ("client.close()", Risk.NONE),
        ("data = parse_order(value)", Risk.NONE),
        ("data = await value.json()", Risk.NONE),
        ("total = compute(value)", Risk.UNKNOWN),
        ("text = Path(value).read_text()", Risk.UNKNOWN),
        ("user = client.find_user(value)", Risk.LIKELY),
        ("user = order.shop_client.users.find(value)", Risk.LIKELY),
        ("user = await find_user(value)", Risk.OUTSIDE),
        ("recompute(value)", Risk.ACTION),
        ("await recompute(value)", Risk.ACTION),
        ("Path(value).write_text(order)", Risk.ACTION),
        ("connection.commit()", Risk.GRAVE),
        ("mail.send_message(value)", Risk.GRAVE),
        ("total = compute(value); connection.commit()", Risk.GRAVE),
    ],
)
def test_the_worst_of_the_calls_decides(statement: str, expected: Risk, knowledge: Knowledge) -> None:
    assert risk(statement, knowledge) is expected
