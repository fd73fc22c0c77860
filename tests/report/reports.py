"""Reports made by hand: what the tests of every format say."""

from __future__ import annotations

from lintel.card import Card
from lintel.finding import Confidence, Counts, Failure, Finding, Notice, Related, Report, Severity, Span

SOURCE = '''\
"""Orders."""

from app import billing


def charge(order):
    try:
        billing.charge(order)
    except Exception:
        pass


class OrderService:
    retries = 3
'''
FILES = {"app/orders.py": SOURCE}


def card(code: str, name: str, **fields: object) -> Card:
    """A card with every field filled; `fields` replaces some."""
    said = {
        "family": "resilience",
        "summary": f"About {name}",
        "why": f"Why {name} matters.",
        "fix": f"How to mend {name}.",
        "message": "{what} is wrong",
        "severity": Severity.WARNING,
        "bad": ("bad()\n",),
        "good": ("good()\n",),
        "misses": "what it cannot see",
    }
    return Card(code=code, name=name, **{**said, **fields})  # type: ignore[arg-type]


CARDS = {
    each.code: each
    for each in (
        card("LNT401", "god-service", family="architecture"),
        card("LNT405", "circular-dependency", family="architecture"),
        card("LNT601", "swallowed-exception"),
    )
}


def finding(code: str, span: tuple[int, int, int, int], message: str, **fields: object) -> Finding:
    """A warning in `app/orders.py`; `fields` replaces what differs."""
    said = {"path": "app/orders.py", "severity": Severity.WARNING, **fields}
    return Finding(code=code, span=Span(*span), message=message, **said)  # type: ignore[arg-type]


CYCLE = finding(
    "LNT405",
    (3, 0, 3, 23),
    "app.orders and app.billing import each other",
    severity=Severity.NOTE,
    confidence=Confidence.MEDIUM,
    related=(
        Related("app/orders.py", Span(3, 0, 3, 23), "app.orders imports app.billing"),
        Related("app/billing/__init__.py", Span(12, 0, 12, 9), "app.billing imports app.orders"),
    ),
)
DROPPED = finding(
    "LNT601",
    (9, 4, 9, 21),
    "Exception is caught and dropped",
    severity=Severity.ERROR,
    arguments={"caught": "Exception"},
    symbol="charge",
    fingerprint="00ff",
)
DROPPED_BLOCK = finding("LNT601", (7, 4, 10, 12), "the whole attempt is dropped", symbol="charge")
LED = finding(
    "LNT601",
    (7, 8, 7, 30),
    "a query parameter reaches the bill",
    severity=Severity.ERROR,
    symbol="charge",
    steps=(
        Related("app/views/cart.py", Span(4, 11, 4, 23), "a query parameter comes in"),
        Related("app/views/cart.py", Span(5, 4, 5, 17), "passed to charge()"),
        Related("app/orders.py", Span(7, 8, 7, 30), "reaches billing.charge"),
    ),
)
GONE = finding("LNT401", (2, 0, 2, 5), "the file is gone", path="app/removed.py")

REPORT = Report(
    base="/project",
    findings=(CYCLE, DROPPED_BLOCK, DROPPED, GONE),
    failures=(
        Failure(kind="syntax", reason="expected ':'", remedy="mend the file", path="app/broken.py", line=12),
        Failure(kind="engine", reason="the rule raised ValueError", remedy="report it", code="LNT401"),
    ),
    notices=(Notice(message="Semgrep is not installed"),),
    counts=Counts(files=1212, parsed=3, stored=1209, lines=30120, left_out={"vendored": 2, "generated": 9}),
)
CLEAN = Report(base="/project", counts=Counts(files=1, lines=1))


def read(path: str) -> list[str]:
    """The lines of a file of this project."""
    return FILES[path].split("\n") if path in FILES else []
