"""Roles come from what libraries say of bases and decorators, then from names and folders."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linking import Link


def test_roles_of_classes_and_modules(link: Link) -> None:
    program = link(
        {
            "app/db.py": "from sqlalchemy.orm import DeclarativeBase\nclass Base(DeclarativeBase): ...\n",
            "app/user.py": "from app.db import Base\nclass User(Base): ...\n",
            "app/shapes.py": "import pydantic\nclass UserIn(pydantic.BaseModel): ...\n",
            "app/billing.py": "class BillingService: ...\nclass InvoiceRepository: ...\nclass Money: ...\n",
            "app/web.py": "from fastapi import APIRouter\nr = APIRouter()\n@r.get('/x')\ndef x(): ...\n",
            "app/services/mail.py": "class Post: ...\n",
        }
    )
    assert program.roles.show().splitlines() == [
        "app/billing.py:BillingService: service",
        "app/billing.py:InvoiceRepository: repository",
        "app/db.py:Base: entity",
        "app/services/mail.py: service",
        "app/services/mail.py:Post: service",
        "app/shapes.py:UserIn: schema",
        "app/user.py:User: entity",
        "app/web.py: controller",
    ]


def test_routes_are_read_from_decorators(link: Link) -> None:
    program = link(
        {
            "app/main.py": "from app.web import app\n@app.get('/users/{key}')\ndef read(key): ...\ndef helper(): ...\n",
            "app/web.py": "import fastapi\napp = fastapi.FastAPI()\n",
        }
    )
    read, helper = program.facts["app/main.py"].definitions.functions
    assert program.roles.route("app/main.py", read) == "/users/{key}"
    assert not program.roles.is_endpoint("app/main.py", helper)
