from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Cookie, Depends, FastAPI, Form, Header, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel

app = FastAPI()
router = APIRouter(prefix="/go")


class Target(BaseModel):
    address: str
    number: int


@app.get("/after-login")
def after_login(next: str = "/"):
    return RedirectResponse(next)  # want: LNT119


@router.post("/form")
async def from_form(target: Annotated[str, Form()]):
    return RedirectResponse(url=target, status_code=303)  # want: LNT119


@router.post("/body")
async def from_body(target: Target):
    return RedirectResponse(target.address)  # want: LNT119


@router.get("/referer")
def from_header(referer: str = Header(default="/")):
    return RedirectResponse(referer)  # want: LNT119


@router.get("/raw")
async def raw(request: Request):
    return RedirectResponse(request.query_params["next"])  # want: LNT119


def way_back(back: Annotated[str, Cookie()] = "/") -> str:
    return back


@router.get("/back")
def back(address: Annotated[str, Depends(way_back)]):
    return RedirectResponse(address)  # want: LNT119


@router.get("/header")
def header(to: str, response: Response):
    response.headers["Location"] = to  # want: LNT119
    response.status_code = 302


@router.get("/item/{key}")
def item(key: UUID):
    return RedirectResponse(str(key))


@router.post("/order")
def order(target: Target):
    return RedirectResponse(f"/orders/{target.number}")


@router.get("/place")
def place(place: Literal["/home", "/orders"]):
    return RedirectResponse(place)


@router.get("/slash")
def slash(request: Request):
    return RedirectResponse(request.url_for("item", key=request.query_params["key"]))


@router.get("/secure")
def secure(request: Request):
    return RedirectResponse(request.url.replace(scheme="https"))
