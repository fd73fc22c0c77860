from typing import Annotated
from uuid import UUID

from litestar import Controller, Litestar, Request, get, post
from litestar.params import Parameter
from litestar.response import Redirect
from pydantic import BaseModel


class Target(BaseModel):
    address: str
    number: int


@get("/after-login", sync_to_thread=False)
def after_login(next_page: Annotated[str, Parameter(query="next")]) -> Redirect:
    return Redirect(next_page)  # want: LNT119


@post("/leave")
async def leave(data: Target) -> Redirect:
    return Redirect(path=data.address)  # want: LNT119


@get("/raw")
async def raw(request: Request) -> Redirect:
    return Redirect(request.query_params["next"])  # want: LNT119


class Orders(Controller):
    path = "/orders"

    @get("/back")
    async def back(self, referer: Annotated[str, Parameter(header="Referer")]) -> Redirect:
        return Redirect(referer)  # want: LNT119

    @get("/{key:uuid}")
    async def order(self, key: UUID) -> Redirect:
        return Redirect(f"{key}/lines")

    @post("/go")
    async def go(self, data: Target) -> Redirect:
        return Redirect(f"/orders/{data.number}")

    @get("/again")
    async def again(self, request: Request) -> Redirect:
        return Redirect(request.url.path)

    def prefixed(self, address: str) -> Redirect:
        return Redirect("/orders/" + address)


app = Litestar(route_handlers=[after_login, leave, raw, Orders])
