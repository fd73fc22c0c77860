"""SQL text that is handed to an ORM as it is: what the ORM guards against elsewhere, it lets pass here."""

from __future__ import annotations

from collections.abc import Iterator

from lintel.card import Card
from lintel.finding import Finding, Severity
from lintel.program.flows import Flow
from lintel.program.sql_reading import worst_hole
from lintel.rule import Rule
from lintel.rules.injection.sql_said import said_of
from lintel.view import ProgramView

CARD = Card(
    code="LNT103",
    name="raw-sql-in-orm",
    family="injection",
    summary="Raw SQL that an ORM takes as it is holds more than constants",
    why=(
        "An ORM binds the values of its expressions. Its hatches for raw SQL (`text`, `raw`, `extra`, `RawSQL`) take a "
        "text as it is: a value that was put into it is SQL like the rest, and the ORM's protection is gone."
    ),
    fix=(
        'Keep the raw text constant and bind the values: `text("name = :name").bindparams(name=name)`, '
        '`Model.objects.raw("... WHERE name = %s", [name])`; or write the expression with the ORM\'s own operators.'
    ),
    message="{origin} is part of the raw SQL that {callee} takes, as {slot}: {instead}",
    severity=Severity.ERROR,
    cwe=(89,),
    owasp=("A03:21",),
    spec=(
        "002.141",
        "002.80",
        "000.11",
        "000.33",
        "003.26",
        "003.115",
        "002.29",
        "004.52",
        "001.74",
        "002.84",
        "004.78",
        "001.126",
        "003.37",
    ),
    aliases=("B610", "B611"),
    bad=(
        """\
from fastapi import FastAPI
from sqlalchemy import create_engine, text

app = FastAPI()
engine = create_engine("postgresql:///shop")


@app.get("/users")
def users(name: str):
    with engine.connect() as connection:
        return connection.execute(text(f"SELECT id FROM users WHERE name = '{name}'")).all()
""",
        """\
# file: shop/models.py
from django.db import models


class Product(models.Model):
    name = models.CharField(max_length=100)


# file: shop/views.py
from django.http import JsonResponse

from shop.models import Product


def search(request):
    name = request.GET.get("name", "")
    found = Product.objects.extra(where=["name = '%s'" % name])
    return JsonResponse({"ids": [each.pk for each in found]})


# file: shop/urls.py
from django.urls import path

from shop import views

urlpatterns = [path("search/", views.search)]
""",
    ),
    good=(
        """\
from fastapi import FastAPI
from sqlalchemy import create_engine, text

app = FastAPI()
engine = create_engine("postgresql:///shop")


@app.get("/users")
def users(name: str):
    with engine.connect() as connection:
        return connection.execute(text("SELECT id FROM users WHERE name = :name"), {"name": name}).all()
""",
        """\
# file: shop/models.py
from django.db import models


class Product(models.Model):
    name = models.CharField(max_length=100)


# file: shop/views.py
from django.http import JsonResponse

from shop.models import Product


def search(request):
    name = request.GET.get("name", "")
    found = Product.objects.extra(where=["name = %s"], params=[name])
    return JsonResponse({"ids": [each.pk for each in found]})


# file: shop/urls.py
from django.urls import path

from shop import views

urlpatterns = [path("search/", views.search)]
""",
    ),
    misses="Raw SQL of unknown origin that is handed on whole, and ORMs that library knowledge does not describe.",
)


def judge(flow: Flow, view: ProgramView) -> Iterator[Finding]:
    """What arrives in a piece of raw SQL."""
    hole = worst_hole(flow, view)
    if hole is not None:
        yield from said_of(CARD, flow, view, hole)


def judge_written(flow: Flow, view: ProgramView) -> Iterator[Finding]:
    """What a method puts into the SQL that it gives back, where a value stands: names are what classes are made for."""
    hole = worst_hole(flow, view)
    if hole is not None and (hole.slot == "value" or hole.piece.level == "client"):
        yield from said_of(CARD, flow, view, hole)


RULE = Rule(CARD, over={"flow:sql-fragment": judge, "flow:sql-written": judge_written})
