import sqlite3
from enum import Enum

import strawberry

db = sqlite3.connect("shop.db")


@strawberry.enum
class Colour(Enum):
    RED = "red"
    GREEN = "green"


@strawberry.input
class ItemInput:
    name: str
    amount: int


@strawberry.type
class Query:
    @strawberry.field
    def items(self, info: strawberry.Info, name: str) -> int:
        return db.execute(f"SELECT count(*) FROM items WHERE name = '{name}'").fetchone()[0]  # want: LNT101

    @strawberry.field
    def bound(self, name: str) -> int:
        return db.execute("SELECT count(*) FROM items WHERE name = ?", (name,)).fetchone()[0]

    @strawberry.field
    def item(self, number: int) -> str:
        return db.execute(f"SELECT name FROM items WHERE id = {number}").fetchone()[0]

    @strawberry.field
    def mine(self, info: strawberry.Info) -> int:
        return db.execute(f"SELECT count(*) FROM items WHERE owner = {info.context['user'].id}").fetchone()[0]


@strawberry.type
class Mutation:
    @strawberry.mutation
    def add(self, data: ItemInput) -> int:
        db.execute("INSERT INTO items (name) VALUES ('%s')" % data.name)  # want: LNT101
        db.execute(f"INSERT INTO amounts (amount) VALUES ({data.amount})")
        return db.execute("SELECT max(id) FROM items").fetchone()[0]


schema = strawberry.Schema(query=Query, mutation=Mutation)
