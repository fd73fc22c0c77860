"""What operators leave in the program's own settings configures it; what any client leaves there does not."""

from fastapi import Depends, FastAPI
from fastapi.responses import RedirectResponse
from pydantic import BaseModel

app = FastAPI()
SETTINGS = {"home": "https://shop.example/"}
VISITS = {"last": "/"}


class Address(BaseModel):
    address: str


def get_admin_user():
    return {"role": "admin"}


@app.post("/settings/home")
def change(given: Address, user=Depends(get_admin_user)):
    SETTINGS["home"] = given.address


@app.post("/visits")
def visit(given: Address):
    VISITS["last"] = given.address


@app.get("/home")
def home():
    return RedirectResponse(SETTINGS["home"])


@app.get("/last")
def last():
    return RedirectResponse(VISITS["last"])  # want: LNT119
