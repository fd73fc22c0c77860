"""A class or module that does everything: a change to any of its subjects must understand all the others."""

from __future__ import annotations

from collections.abc import Iterator

from lintel.card import Card, Option
from lintel.finding import Finding, Severity
from lintel.program.breadth import Limits, breadth
from lintel.program.responsibilities import Unit
from lintel.rule import Rule
from lintel.rules.architecture.examples import SHOP, client, keeper
from lintel.rules.architecture.said import said
from lintel.view import ProgramView

CARD = Card(
    code="LNT401",
    name="god-service",
    family="architecture",
    summary="A service, store or utility module is responsible for many unrelated things",
    why=(
        "A class or module that serves many subjects changes for every reason there is: whoever touches one "
        "subject has to understand, test and merge with all the others, and none of them can be replaced or "
        "reused alone."
    ),
    fix=(
        "Split it along the groups that the message names: one class or module for each, what they share passed "
        "in. Keep a thin facade where callers need the old name."
    ),
    message="{what} is responsible for too much ({size}): {groups}",
    severity=Severity.WARNING,
    cwe=(1060, 1093),
    spec=("002.137", "002.50", "002.91", "000.10", "002.49", "004.69", "004.68", "001.95"),
    options=(
        Option(
            name="functions",
            type="int",
            default=20,
            doc="From how many functions that do work on a unit is judged, 10 at least.",
        ),
        Option(name="statements", type="int", default=300, doc="From how many statements in them on a unit is judged."),
        Option(name="groups", type="int", default=4, doc="From how many unrelated groups on it is too much."),
    ),
    bad=(keeper("BackOfficeService", ("customer", "invoice", "campaign", "warehouse")), SHOP),
    good=(
        keeper("InvoiceService", ("invoice", "invoice_line", "invoice_address", "invoice_total")),
        client(("customer", "invoice", "plan", "coupon")),
    ),
    misses=(
        "Units whose functions do more than their names say, breadth that comes of inheritance, a class about one "
        "thing with too many duties (unless it is very large and uses much of the project), a service of few, long "
        "functions, a file of many small classes, and units of fewer than some 200 statements. Clients of one remote "
        "system, units with few ways in that know little of the project, functions of one protocol (actions, commands, "
        "validators, conversions), entities, query managers, visitors, tests and their fixtures, and facades that "
        "mostly hand through are wide by design and left out."
    ),
)


def judge(unit: Unit, view: ProgramView) -> Iterator[Finding]:
    """One finding for a unit that is no controller and too broad."""
    if unit.role != "controller":
        functions, statements, groups = (view.option(CARD, name) for name in ("functions", "statements", "groups"))
        found = breadth(unit, Limits(functions, statements, groups, endpoints=0))
        if found is not None:
            yield said(CARD, unit, found, view)


RULE = Rule(CARD, over={"unit": judge})
