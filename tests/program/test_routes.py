"""Routes are whole: what a decorator or a call declares, behind the prefixes of routers and of their mounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintel.facts.routes import can_tie

if TYPE_CHECKING:
    from linking import Link

    from lintel.knowledge.index import Knowledge


def test_prefixes_of_routers_and_mounts(link: Link) -> None:
    program = link(
        {
            "app/main.py": (
                "from fastapi import FastAPI\nfrom app import users, orders\nfrom app.base import PREFIX\n\n"
                "def create():\n    app = FastAPI()\n    app.include_router(users.router, prefix='/api/users')\n"
                "    app.include_router(orders.router, prefix=f'{PREFIX}/v1')\n    return app\n"
            ),
            "app/base.py": "PREFIX = '/x'\n",
            "app/users.py": (
                "from fastapi import APIRouter\nrouter = APIRouter()\ninner = APIRouter(prefix='/keys')\n\n"
                "@router.get('/{key}')\ndef read(key): ...\n\n@inner.get('/{key}')\ndef read_key(key): ...\n\n"
                "router.include_router(inner)\n"
            ),
            "app/orders.py": (
                "from fastapi import APIRouter\nrouter = APIRouter(prefix='/orders')\n\n"
                "def cancel(key): ...\n\nrouter.add_api_route('/{key}/cancel', cancel)\n"
            ),
        }
    )
    assert program.routes.show().splitlines() == [
        "app/orders.py:cancel /v1/orders/{key}/cancel",
        "app/users.py:read /api/users/{key}",
        "app/users.py:read_key /api/users/keys/{key}",
    ]


def test_django_patterns_by_call_and_by_module_name(link: Link) -> None:
    program = link(
        {
            "site/urls.py": (
                "from django.urls import include, path\nfrom shop import urls\n"
                "urlpatterns = [path('shop/', include('shop.urls')), path('blog/', include(('blog.urls', 'blog')))]\n"
            ),
            "shop/urls.py": (
                "from django.contrib.auth.decorators import login_required\nfrom django.urls import path, include\n"
                "from shop import views\n"
                "inner = [path('close/', views.close)]\n"
                "urlpatterns = [path('carts/<int:key>/', login_required(views.cart)), "
                "path('orders/', views.Orders.as_view()), path('till/', include(inner))]\n"
            ),
            "shop/views.py": (
                "from django.views import View\ndef cart(request, key): ...\ndef close(request): ...\n"
                "class Orders(View): ...\n"
            ),
            "shop/__init__.py": "",
        }
    )
    assert program.routes.show().splitlines() == [
        "shop/views.py:Orders shop/orders/",
        "shop/views.py:cart shop/carts/<int:key>/",
        "shop/views.py:close shop/till/close/",
    ]


def test_blueprints_methods_and_lists(link: Link) -> None:
    program = link(
        {
            "web/app.py": (
                "from flask import Flask\nfrom web.pages import pages\napp = Flask('web')\n"
                "app.register_blueprint(pages, url_prefix='/pages')\n"
            ),
            "web/pages.py": (
                "from flask import Blueprint\nfrom flask.views import MethodView\npages = Blueprint('pages', 'web')\n"
                "class Page(MethodView): ...\npages.add_url_rule('/<key>', view_func=Page.as_view('page'))\n"
            ),
            "web/server.py": (
                "from aiohttp import web\nclass Server:\n    def __init__(self):\n"
                "        self.app = web.Application()\n"
                "        self.app.router.add_get('/state', self.state)\n    async def state(self, request): ...\n"
            ),
            "web/routes.py": (
                "from starlette.routing import Mount, Route\ndef ping(request): ...\n"
                "routes = [Mount('/health', routes=[Route('/ping', ping)])]\n"
            ),
        }
    )
    assert program.routes.show().splitlines() == [
        "web/pages.py:Page /pages/<key>",
        "web/routes.py:ping /health/ping",
        "web/server.py:Server.state /state",
    ]


def test_routers_mounted_on_a_parameter(link: Link) -> None:
    program = link(
        {
            "app/main.py": (
                "from app.users import bp\ndef add(app):\n    app.register_blueprint(bp, url_prefix='/users')\n"
            ),
            "app/users.py": (
                "from flask import Blueprint\nbp = Blueprint('users', 'app')\n@bp.route('/<key>')\ndef read(key): ...\n"
            ),
        }
    )
    assert program.routes.show() == "app/users.py:read /users/<key>"


def test_calls_that_declare_nothing_are_no_routes(link: Link) -> None:
    program = link(
        {
            "app/jobs.py": "import requests\ndef done(): ...\nrequests.get('/users', done)\nprint('/x', done)\n",
            "tests/test_app.py": "from app.web import app\n@app.get('/x')\ndef x(): ...\n",
            "app/web.py": "import fastapi\napp = fastapi.FastAPI()\nPATH = compute()\n@app.get(PATH)\ndef y(): ...\n",
        }
    )
    assert program.routes.show().splitlines() == ["app/web.py:y", "tests/test_app.py:x"]


def test_every_known_way_to_declare_routes_is_kept_by_its_name(knowledge: Knowledge) -> None:
    kinds = ("router", "endpoint", "endpoint-register", "router-mount")
    rows = [row for kind in kinds for row in knowledge.of_kind(kind) if row.get("part") != "application"]
    names = {row.place.rpartition(".")[2] for row in rows}
    assert {name for name in names if not can_tie(name)} == set()
