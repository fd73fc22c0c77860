"""Modules that import one another: none of them can be understood, tested or loaded without all the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lintel.card import Card
from lintel.finding import Finding, Related, Severity, Span
from lintel.program.components import Reason, Ring
from lintel.program.constructors import ConstructorRing, Demand
from lintel.program.imports import ImportEdge, Site
from lintel.project.file_roles import file_role
from lintel.rule import Rule
from lintel.view import ProgramView

CARD = Card(
    code="LNT405",
    name="circular-dependency",
    family="architecture",
    summary="Modules import one another in a ring, or classes need one another to be made",
    why=(
        "Modules in a ring are one module in several files: none can be loaded, tested, reused or understood without "
        "the others, and which of them is imported first decides whether the program starts. An import inside a "
        "function hides the ring until that line runs. Objects of which each needs the other to be made are one object "
        "in several classes."
    ),
    fix=(
        "Cut the named import: under TYPE_CHECKING where only annotations need it; by moving what both sides need into "
        "a module of its own; or by passing the object in instead of importing it. Moving the import into a function "
        "only hides the ring. Where constructors need one another, let one side get what it needs with the call "
        "that needs it, or move what both share into a third class."
    ),
    message="{what}: {cycle}; cut {cut}: {reason}",
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
        "Imports by text (importlib, settings, Django's string references), objects that a container ties together by "
        "name, and objects that are tied together after they are made. A part that is handed `self` by its whole, data "
        "classes, constructors that only make one another and what only the type checker imports make no ring. A "
        "package that lazily imports its own parts, a function that only hands out what it imports, and a package's "
        "own modules that reach a sibling through its `__init__` are not reported."
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
_SITES = 8


def judge(ring: Ring, view: ProgramView) -> Iterator[Finding]:
    """One finding for a ring of production modules, at the import that is cheapest to cut."""
    if not all(file_role(path).production for path in (ring.cut.source, ring.cut.target)):
        return
    cut = f"{_name(ring.cut.source, view)} -> {_name(ring.cut.target, view)}"
    deferred = ring.moment == "deferred"
    moment = "through imports inside functions" if deferred else "while they load"
    shown = dict.fromkeys((*ring.smallest, *ring.cycle))
    yield view.found(
        CARD,
        ring.cut.source,
        _place(ring.cut, view),
        anchor=cut,
        severity=Severity.NOTE if deferred else Severity.WARNING,
        related=[note for edge in shown for note in _related(edge, view)],
        what=f"{len(ring.modules)} modules import one another {moment}",
        cycle=_cycle(ring, view),
        cut=cut,
        reason=_reason(ring),
    )


def judge_constructors(ring: ConstructorRing, view: ProgramView) -> Iterator[Finding]:
    """One finding for a ring of constructors, at the class where it begins."""
    first = ring.cycle[0]
    names = [each.name.rpartition(".")[2] for each in ring.cycle]
    cut = next((each for each in ring.cycle if each.how == "makes"), first)
    said = f"{cut.name.rpartition('.')[2]} {cut.how} {cut.target.rpartition('.')[2]}"
    yield view.found(
        CARD,
        first.path,
        _head(first, view),
        anchor=" -> ".join(names),
        symbol=first.name,
        related=[Related(each.path, _head(each, view), _said(each)) for each in ring.cycle],
        what=f"the constructors of {ring.classes} classes need one another",
        cycle=" -> ".join((*names, names[0])),
        cut=f"{cut.name.rpartition('.')[2]} -> {cut.target.rpartition('.')[2]}",
        reason=f"{said}, which can be handed over by the call that needs it",
    )


def _said(demand: Demand) -> str:
    return f"the constructor of {demand.name} {demand.how} {demand.target}"


def _head(demand: Demand, view: ProgramView) -> Span:
    """The place of the class's head."""
    place = view.place(demand.path, "ClassDef", demand.ordinal)
    return Span(place.line, place.column, place.line, place.column + len("class "))


def _name(path: str, view: ProgramView) -> str:
    name: str = view.ask("module-name", path)
    return name


def _place(edge: ImportEdge, view: ProgramView) -> Span:
    return view.place(edge.source, edge.first.kind, edge.first.ordinal)


def _cycle(ring: Ring, view: ProgramView) -> str:
    """The way around: the smallest ring first where the one through the cut is longer."""
    shown = _around(ring.cycle, view)
    if len(ring.smallest) < len(ring.cycle):
        return f"{_around(ring.smallest, view)}; {shown}"
    return shown


def _around(edges: Sequence[ImportEdge], view: ProgramView) -> str:
    names = [_name(edge.source, view) for edge in edges]
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


def _related(edge: ImportEdge, view: ProgramView) -> list[Related]:
    """All statements that make an edge, the earliest first, those for the type checker left out."""
    target = _name(edge.target, view)
    sites = [site for site in edge.sites if site.when != "typing"]
    return [
        Related(edge.source, view.place(edge.source, site.kind, site.ordinal), _imports(edge, site, target, view))
        for site in sorted(sites, key=lambda site: (site.when != edge.when, site.ordinal))[:_SITES]
    ]


def _imports(edge: ImportEdge, site: Site, target: str, view: ProgramView) -> str:
    names = [name for name in site.names if name not in {target, target.rpartition(".")[2]}]
    taken = ", ".join(names[:_SHOWN]) + (", ..." if len(names) > _SHOWN else "")
    function = f" in {site.function}" if site.function else ""
    what = f"{taken} from {target}" if taken else target
    return f"{_name(edge.source, view)} imports {what}{function}"


RULE = Rule(CARD, over={"import-ring": judge, "constructor-ring": judge_constructors})
