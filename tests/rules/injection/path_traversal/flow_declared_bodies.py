"""A field of a request's body is the client's, whatever it is by default, unless its declaration leaves no way out."""

from typing import Literal, Optional

from fastapi import FastAPI, Query
from pydantic import BaseModel, Field

app = FastAPI()


class Order(BaseModel):
    folder: str = "new"
    name: Optional[str] = None
    number: int = 1
    kind: Literal["short", "long"] = "short"
    label: str = Field("a", max_length=20)
    code: str = Field(pattern=r"^[a-z0-9]+$")
    root = "/srv/orders"

    def place(self):
        return f"{self.root}/{self.folder}"


def written(order: Order):
    with open(f"/srv/{order.name}", "w") as file:  # want: LNT121
        file.write(order.label)
    with open(f"/srv/{order.number}", "w") as file:
        file.write(order.label)


@app.post("/orders")
def orders(order: Order):
    written(order)
    return [
        open(order.place()).read(),  # want: LNT121
        open(f"/srv/{order.folder}").read(),  # want: LNT121
        open(f"/srv/{order.label}").read(),  # want: LNT121
        open(f"/srv/{order.code}").read(),
        open(f"/srv/{order.kind}").read(),
        open(f"/srv/{order.root}").read(),
    ]


@app.get("/orders")
def listed(
    month: str = Query("01", pattern="^[0-9]{2}$"), day: str = Query("01", pattern="[0-9]{2}"), view: str = Query("all")
):
    return [
        open(f"/srv/{month}").read(),
        open(f"/srv/{day}").read(),  # want: LNT121
        open(f"/srv/{view}").read(),  # want: LNT121
    ]


def made_here():
    return open(Order(code="a").place()).read()
