# What the fields of models are held to: patterns, validators, closed sets; and what leaves them as they were sent.

import sqlite3
from typing import Annotated, Literal
from fastapi import FastAPI
from pydantic import BaseModel, Field, StringConstraints, constr, field_validator, validator, AfterValidator
import re
app = FastAPI()
db = sqlite3.connect("x.db")
ALLOWED = {"a", "b"}

def known(v: str) -> str:
    if v not in ALLOWED:
        raise ValueError("no")
    return v

def loose(v: str) -> str:
    return v.strip()

class Sent(BaseModel):
    free: str
    field: str = Field(pattern=r"^[a-z]+$")
    wide: str = Field(pattern=r"^.+$")
    anno: Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{1,20}$")]
    annofield: Annotated[str, Field(pattern=r"^[a-z0-9_]{1,20}$")]
    constrained: constr(pattern=r"^[a-z]+$")
    lit: Literal["a", "b"]
    checked: str
    old: str
    notchecked: str
    shortened: str
    after: Annotated[str, AfterValidator(known)]
    after2: Annotated[str, AfterValidator(loose)]
    short: Annotated[str, Field(max_length=20)]

    @field_validator("checked")
    @classmethod
    def check(cls, v: str) -> str:
        if v not in ALLOWED:
            raise ValueError("not allowed")
        return v

    @validator("old")
    def check_old(cls, v):
        if not re.fullmatch(r"[a-z]+", v):
            raise ValueError("no")
        return v

    @field_validator("notchecked")
    @classmethod
    def log(cls, v):
        if v == "":
            raise ValueError("empty")
        return v

    @field_validator("shortened", mode="after")
    @classmethod
    def cut(cls, v):
        return v.strip()

@app.post("/i")
def post(item: Sent):
    db.execute(f"SELECT * FROM t WHERE a = '{item.free}'")  # want: LNT101
    db.execute(f"SELECT * FROM t WHERE a = '{item.field}'")
    db.execute(f"SELECT * FROM t WHERE a = '{item.wide}'")  # want: LNT101
    db.execute(f"SELECT * FROM t WHERE a = '{item.anno}'")
    db.execute(f"SELECT * FROM t WHERE a = '{item.annofield}'")
    db.execute(f"SELECT * FROM t WHERE a = '{item.constrained}'")
    db.execute(f"SELECT * FROM t WHERE a = '{item.lit}'")
    db.execute(f"SELECT * FROM t WHERE a = '{item.checked}'")
    db.execute(f"SELECT * FROM t WHERE a = '{item.old}'")
    db.execute(f"SELECT * FROM t WHERE a = '{item.notchecked}'")  # want: LNT101
    db.execute(f"SELECT * FROM t WHERE a = '{item.shortened}'")  # want: LNT101
    db.execute(f"SELECT * FROM t WHERE a = '{item.after}'")
    db.execute(f"SELECT * FROM t WHERE a = '{item.after2}'")  # want: LNT101
    db.execute(f"SELECT * FROM t WHERE a = '{item.short}'")  # want: LNT101
    return {}
