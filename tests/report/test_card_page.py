"""What `lintel rule` and `lintel rules` print."""

from __future__ import annotations

import json
import re
import tomllib

import pytest
from reports import CARDS, card

from lintel.card import Option
from lintel.finding import Severity
from lintel.report import card_page
from lintel.report.palette import Palette

FULL = card(
    "LNT702",
    "blocking-call-in-async",
    family="asyncio",
    summary="a coroutine waits without letting go of the loop",
    why="Every other request on the loop waits for it.",
    fix="Await the asynchronous form of the call, or move the call to a thread.",
    severity=Severity.ERROR,
    on=False,
    cwe=(400, 1322),
    owasp=("A04",),
    spec=("002.139",),
    aliases=("ASYNC210",),
    options=(
        Option(name="calls", type="list", default=("time.sleep",), doc="Calls that block, by qualified name."),
        Option(name="seconds", type="float", default=0.5, doc="Waits up to this are accepted."),
    ),
    bad=("async def f():\n    time.sleep(1)\n", "async def g():\n    requests.get(u)\n"),
    good=("async def f():\n    await asyncio.sleep(1)\n",),
    misses="a blocking call behind a stored callback",
)


def test_whole_page():
    assert card_page.page(FULL, width=60) == (
        "LNT702 blocking-call-in-async  error, off by default, asyncio\n"
        "\n"
        "A coroutine waits without letting go of the loop.\n"
        "\n"
        "Why\n"
        "    Every other request on the loop waits for it.\n"
        "\n"
        "How to fix\n"
        "    Await the asynchronous form of the call, or move the\n"
        "    call to a thread.\n"
        "\n"
        "Bad (1 of 2)\n"
        "    async def f():\n"
        "        time.sleep(1)\n"
        "\n"
        "Bad (2 of 2)\n"
        "    async def g():\n"
        "        requests.get(u)\n"
        "\n"
        "Good\n"
        "    async def f():\n"
        "        await asyncio.sleep(1)\n"
        "\n"
        "Options\n"
        "    [tool.lintel.blocking-call-in-async]\n"
        '    calls = ["time.sleep"]  # list of strings\n'
        "        Calls that block, by qualified name.\n"
        "    seconds = 0.5  # float\n"
        "        Waits up to this are accepted.\n"
        "\n"
        "What it misses\n"
        "    A blocking call behind a stored callback.\n"
        "\n"
        "References\n"
        "    CWE: CWE-400, CWE-1322\n"
        "    OWASP: A04\n"
        "    Specification: 002.139\n"
        "    Also known as: ASYNC210\n"
        "    Since: 0.1.0\n"
    )


def test_a_long_list_takes_several_lines_that_a_settings_file_could_hold():
    option = Option(name="words", type="list", default=tuple(f"word {n}" for n in range(9)), doc="Words.")
    text = card_page.page(card("LNT1", "x", options=(option,)), width=60)
    table = text[text.index("    [tool") : text.index("        Words.")]
    assert tomllib.loads(table)["tool"]["lintel"]["x"]["words"] == list(option.default)
    assert max(map(len, text.splitlines())) <= 60


def test_colour_changes_nothing_but_colour():
    painted = card_page.page(FULL, width=60, palette=Palette(colour=True))
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == card_page.page(FULL, width=60)


def test_the_table_is_by_family_and_code():
    assert card_page.table([FULL, *CARDS.values()], width=100) == (
        "architecture\n"
        "  LNT401  god-service             warning  on   About god-service\n"
        "  LNT405  circular-dependency     warning  on   About circular-dependency\n"
        "\n"
        "resilience\n"
        "  LNT601  swallowed-exception     warning  on   About swallowed-exception\n"
        "\n"
        "asyncio\n"
        "  LNT702  blocking-call-in-async  error    off  a coroutine waits without letting go of the loop\n"
    )


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_summary_is_wider_than_the_page(width):
    wordy = card("LNT1", "short", summary="many words " * 20)
    lines = card_page.table([wordy, FULL], width=width).splitlines()
    assert max(len(line) for line in lines if "LNT" not in line) <= width


def test_json_has_every_field_of_the_card():
    (said,) = json.loads(card_page.cards_as_json([FULL]))
    assert set(said) == set(FULL.__struct_fields__)
    assert said["on"] is False
    assert said["severity"] == "error"
    assert said["options"][1] == {
        "name": "seconds",
        "type": "float",
        "default": 0.5,
        "doc": "Waits up to this are accepted.",
    }
    assert json.loads(card_page.card_as_json(FULL)) == said
