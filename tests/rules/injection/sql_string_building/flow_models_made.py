# Models that a handler makes of what was sent: their fields are held to the same.

import sqlite3
from flask import Flask, request
from pydantic import BaseModel, Field, field_validator
app = Flask(__name__)
db = sqlite3.connect("x.db")
class Sent(BaseModel):
    free: str
    count: int
    field: str = Field(pattern=r"^[a-z]+$")
    checked: str
    @field_validator("checked")
    @classmethod
    def check(cls, v: str) -> str:
        if not v.isalnum():
            raise ValueError("not allowed")
        return v

@app.post("/i")
def post():
    item = Sent(**request.get_json())
    db.execute(f"SELECT * FROM t WHERE a = '{item.free}'")  # want: LNT101
    db.execute(f"SELECT * FROM t WHERE a = '{item.field}'")
    db.execute(f"SELECT * FROM t WHERE a = '{item.checked}'")
    db.execute(f"SELECT * FROM t WHERE a = '{item.count}'")
    item = Sent.model_validate(request.get_json())
    db.execute(f"SELECT * FROM t WHERE a = '{item.free}'")  # want: LNT101
    db.execute(f"SELECT * FROM t WHERE a = '{item.field}'")
    db.execute(f"SELECT * FROM t WHERE a = '{item.checked}'")
    return {}
