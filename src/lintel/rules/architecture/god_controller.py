"""A router, view class or handler module that serves unrelated resources: every endpoint's change meets in one file."""

from __future__ import annotations

from collections.abc import Iterator

from lintel.card import Card, Option
from lintel.finding import Finding, Severity
from lintel.program.breadth import Limits, breadth
from lintel.program.responsibilities import Unit
from lintel.rule import Rule
from lintel.rules.architecture.examples import keeper, router
from lintel.rules.architecture.said import said
from lintel.view import ProgramView

CARD = Card(
    code="LNT402",
    name="god-controller",
    family="architecture",
    summary="A router, view class or handler module serves many unrelated resources",
    why=(
        "Entry points of unrelated resources in one place share their helpers, their error handling and their "
        "imports: the file grows with every feature, each change risks the others, and what protects one resource "
        "is easily forgotten for the next."
    ),
    fix=(
        "Give each resource that the message names a router or view class of its own, and move what is not about "
        "requests and responses into services."
    ),
    message="{what} is responsible for too much ({size}): {groups}",
    severity=Severity.WARNING,
    cwe=(1060,),
    spec=("002.137", "001.94", "000.52", "003.96", "004.61"),
    options=(
        Option(
            name="functions",
            type="int",
            default=20,
            doc="From how many functions that do work on a unit is judged, 10 at least.",
        ),
        Option(name="statements", type="int", default=300, doc="From how many statements in them on a unit is judged."),
        Option(name="groups", type="int", default=4, doc="From how many unrelated groups on it is too much."),
        Option(
            name="endpoints",
            type="int",
            default=15,
            doc="From how many endpoints on their resources count, 10 at least.",
        ),
    ),
    bad=(
        router(("users", "orders", "products", "vouchers")),
        keeper("AdminController", ("customer", "invoice", "campaign", "warehouse")),
    ),
    good=(
        router(("orders",)),
        keeper("CustomerController", ("customer", "customer_address", "customer_card", "customer_note")),
    ),
    misses=(
        "Routes that are registered from a table or in a loop, prefixes that are worked out at run time, and single "
        "handlers that do too much (LNT403). View classes that serve one entity and "
        "administration screens are not reported."
    ),
)


def judge(unit: Unit, view: ProgramView) -> Iterator[Finding]:
    """One finding for a controller that is too broad."""
    if unit.role == "controller":
        names = ("functions", "statements", "groups", "endpoints")
        found = breadth(unit, Limits(*(view.option(CARD, name) for name in names)))
        if found is not None:
            yield said(CARD, unit, found, view)


RULE = Rule(CARD, over={"unit": judge})
