"""Modules that import one another: none of them can be understood, tested or loaded without all the others."""

from __future__ import annotations

from collections.abc import Iterator

from lintel.card import Card
from lintel.finding import Finding, Related, Severity, Span
from lintel.program.components import Reason, Ring
from lintel.program.imports import ImportEdge
from lintel.project.file_roles import file_role
from lintel.rule import Rule
from lintel.view import ProgramView

CARD = Card(
    code="LNT405",
    name="circular-dependency",
    family="architecture",
    summary="Modules import one another in a ring",
    why=(
        "Modules in a ring are one module in several files: none can be loaded, tested, reused or understood without "
        "the others, and which of them is imported first decides whether the program starts. An import inside a "
        "function hides the ring until that line runs."
    ),
    fix=(
        "Cut the named import: under TYPE_CHECKING where only annotations need it; by moving what both sides need into "
        "a module of its own; or by passing the object in instead of importing it. Moving the import into a function "
        "only hides the ring."
    ),
    message="{count} modules import one another {moment}: {cycle}; cut {cut}: {reason}",
    severity=Severity.WARNING,
    cwe=(1047,),
    spec=("002.144", "004.69", "001.95"),
    bad=(
        """\
# file: shop/cart.py
from shop.order import Order


class Cart:
    def check_out(self) -> Order:
        return Order(self)
# file: shop/order.py
from shop.cart import Cart


class Order:
    def __init__(self, cart: Cart) -> None:
        self.cart = cart
""",
        """\
# file: shop/stock.py
from shop import invoices


def reserve(item):
    return invoices.last_for(item)
# file: shop/invoices.py
def last_for(item):
    return item


def cancel(item):
    from shop import stock

    stock.reserve(item)
""",
    ),
    good=(
        """\
# file: shop/cart.py
from shop.order import Order


class Cart:
    def check_out(self) -> Order:
        return Order(self)
# file: shop/order.py
from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shop.cart import Cart


class Order:
    def __init__(self, cart: Cart) -> None:
        self.cart = cart
""",
        """\
# file: shop/__init__.py
from shop.money import Money
from shop.prices import price
# file: shop/money.py
class Money:
    pass
# file: shop/prices.py
from shop import Money


def price():
    return Money()
""",
    ),
    misses=(
        "Imports by text (importlib, settings, Django's string references) and rings of objects that are tied together "
        "at run time. A package that lazily imports its own parts, a function that only hands out what it imports, and "
        "a package's own modules that reach a sibling through its `__init__` are not reported."
    ),
)

_REASONS: dict[Reason, str] = {
    "annotations": "only annotations use what it imports",
    "functions": "only functions use what it imports",
    "few names": "it takes the fewest names",
    "reexport": "the module itself does not use what it imports",
    "part": "what a part needs of its package belongs in a module of its own",
}
_SHOWN = 4


def judge(ring: Ring, view: ProgramView) -> Iterator[Finding]:
    """One finding for a ring of production modules, at the import that is cheapest to cut."""
    if not all(file_role(path).production for path in (ring.cut.source, ring.cut.target)):
        return
    cut = f"{_name(ring.cut.source, view)} -> {_name(ring.cut.target, view)}"
    deferred = ring.moment == "deferred"
    yield view.found(
        CARD,
        ring.cut.source,
        _place(ring.cut, view),
        anchor=cut,
        severity=Severity.NOTE if deferred else Severity.WARNING,
        related=[_related(edge, view) for edge in ring.cycle],
        count=str(len(ring.modules)),
        moment="through imports inside functions" if deferred else "while they load",
        cycle=_cycle(ring, view),
        cut=cut,
        reason=_reason(ring),
    )


def _name(path: str, view: ProgramView) -> str:
    name: str = view.ask("module-name", path)
    return name


def _place(edge: ImportEdge, view: ProgramView) -> Span:
    return view.place(edge.source, edge.first.kind, edge.first.ordinal)


def _cycle(ring: Ring, view: ProgramView) -> str:
    names = [_name(edge.source, view) for edge in ring.cycle]
    shown = names if len(names) <= _SHOWN else [*names[: _SHOWN - 1], f"... {len(names) - _SHOWN} more ...", names[-1]]
    return " -> ".join((*shown, names[0]))


def _reason(ring: Ring) -> str:
    function = ring.cut.first.function
    reason = f"the import in {function} only hides the ring" if function else _REASONS[ring.reason]
    if not ring.left:
        return reason
    if ring.left == len(ring.modules):
        return f"{reason}; others like it must follow before the ring is open"
    return f"{reason}, though {ring.left} modules stay tied by other imports"


def _related(edge: ImportEdge, view: ProgramView) -> Related:
    target = _name(edge.target, view)
    names = [name for name in edge.names if name not in {target, target.rpartition(".")[2]}]
    taken = ", ".join(names[:_SHOWN]) + (", ..." if len(names) > _SHOWN else "")
    function = f" in {edge.first.function}" if edge.first.function else ""
    what = f"{taken} from {target}" if taken else target
    return Related(edge.source, _place(edge, view), f"{_name(edge.source, view)} imports {what}{function}")


RULE = Rule(CARD, over={"import-ring": judge})
