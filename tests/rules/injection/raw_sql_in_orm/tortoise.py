"""Pieces of SQL in what Tortoise builds."""

from fastapi import FastAPI
from tortoise import fields
from tortoise.expressions import RawSQL
from tortoise.models import Model

app = FastAPI()


class User(Model):
    name = fields.CharField(max_length=50)


@app.get("/users")
async def users(name: str, age: int):
    await User.raw(f"SELECT * FROM user WHERE name = '{name}'")  # want: LNT103
    await User.raw("SELECT * FROM user WHERE active")
    await User.raw(f"SELECT * FROM user WHERE age > {age}")
    await User.annotate(same=RawSQL("name = '" + name + "'"))  # want: LNT103
    await User.annotate(length=RawSQL("length(name)"))
    return await User.filter(name=name)
