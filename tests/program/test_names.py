"""Names are followed through aliases, re-exports and star imports to where they are defined."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linking import Link


SHOP = {
    "shop/__init__.py": "from .models import User, Order as Purchase\nfrom . import views\nfrom .settings import *\n",
    "shop/models.py": "class Base: ...\nclass User(Base): ...\nclass Order(Base): ...\nlatest = Order\n",
    "shop/settings.py": "__all__ = ['DEBUG']\nDEBUG = True\nHIDDEN = 1\n",
    "shop/views.py": "from shop import User\n\ndef page(): return User()\n",
    "main.py": "import shop\nimport shop.views as v\n",
}


def where(found: object) -> str:
    return f"{found.path}:{found.name}" if found is not None else "-"  # type: ignore[attr-defined]


def test_re_exports_lead_to_the_definition(link: Link) -> None:
    names = link(SHOP).names
    assert where(names.resolve("main.py", "shop.User")) == "shop/models.py:User"
    assert where(names.resolve("main.py", "shop.Purchase.total")) == "shop/models.py:Order.total"
    assert where(names.resolve("main.py", "shop.views.User")) == "shop/models.py:User"


def test_aliases_lead_to_what_they_stand_for(link: Link) -> None:
    assert where(link(SHOP).names.resolve("main.py", "shop.models.latest")) == "shop/models.py:Order"


def test_relative_names_are_read_from_their_file(link: Link) -> None:
    names = link(SHOP).names
    assert where(names.resolve("shop/views.py", ".models.User")) == "shop/models.py:User"
    assert where(names.resolve("shop/models.py", ":User.name")) == "shop/models.py:User.name"


def test_star_imports_take_what_is_exported(link: Link) -> None:
    names = link(SHOP).names
    assert where(names.resolve("main.py", "shop.DEBUG")) == "shop/settings.py:DEBUG"
    assert names.resolve("main.py", "shop.HIDDEN") is None


def test_submodules_are_modules(link: Link) -> None:
    assert where(link(SHOP).names.resolve("main.py", "shop.views")) == "shop/views.py:"


def test_what_leaves_the_project_keeps_its_outside_name(link: Link) -> None:
    http = "from requests import Session as S\nget = S\n"
    program = link({"app/http.py": http, "app/use.py": "from app.http import get\n"})
    assert program.names.canonical("app/use.py", "app.http.get") == "requests.Session"
    assert program.names.text("app/use.py", "app.http.get()") == "requests.Session"


def test_a_variable_stands_for_the_call_that_made_it(link: Link) -> None:
    program = link(
        {
            "app/web.py": "from fastapi import FastAPI\napp = FastAPI()\n",
            "app/main.py": "from app.web import app\n@app.get('/')\ndef root(): ...\n",
        }
    )
    assert program.names.full("app/main.py", "app.web.app.get") == "fastapi.FastAPI().get"


def test_star_imports_in_a_circle_end(link: Link) -> None:
    files = {f"p/m{n}.py": "".join(f"from p.m{k} import *\n" for k in range(12) if k != n) for n in range(12)}
    program = link({"p/__init__.py": "", **files})
    assert program.names.resolve("p/m0.py", "p.m3.nowhere") is None


def test_namespace_packages_need_no_init(link: Link) -> None:
    program = link({"ns/one/a.py": "class A: ...\n", "ns/two/b.py": "from ns.one.a import A\n"})
    assert where(program.names.resolve("ns/two/b.py", "ns.one.a.A")) == "ns/one/a.py:A"


def test_the_lineage_of_a_class_crosses_files(link: Link) -> None:
    program = link(
        {
            "app/base.py": "from django.db import models\nclass Base(models.Model): ...\n",
            "app/user.py": "from app import base\nclass Named(base.Base): ...\nclass User(Named): ...\n",
        }
    )
    found = program.names.resolve("app/user.py", ":User")
    assert found is not None
    inside, outside = program.names.lineage(found)
    assert [each.name for each in inside] == ["Named", "Base"]
    assert outside == ["django.db.models.Model"]


def test_a_chain_of_re_exports_without_end_is_lost_and_no_danger(link: Link) -> None:
    chain = {f"m{n}.py": f"from m{n + 1} import thing\n" for n in range(1500)}
    program = link({**chain, "m1500.py": "thing = 1\n"})
    assert program.names.resolve("m0.py", ":thing") is None
    assert where(program.names.resolve("m1480.py", ":thing")) == "m1500.py:thing"
