"""A small service on databases."""

from databases import Database
from fastapi import FastAPI

app = FastAPI()
database = Database("postgresql:///shop")


@app.get("/users")
async def users(name: str, age: int):
    await database.fetch_all(f"SELECT * FROM users WHERE name = '{name}'")  # want: LNT101
    await database.fetch_all("SELECT * FROM users WHERE name = :name", {"name": name})
    await database.fetch_one(query="SELECT * FROM users WHERE name = :name", values={"name": name})
    await database.fetch_val(f"SELECT count(*) FROM users WHERE age > {age}")
    async with database.connection() as connection:
        await connection.execute("DELETE FROM users WHERE name = '" + name + "'")  # want: LNT101
        await connection.execute_many("INSERT INTO tags (name) VALUES (:name)", [{"name": name}])


@app.get("/orders")
async def orders(customer: str):
    async with database.transaction():
        async for row in database.iterate("SELECT * FROM orders WHERE customer = '%s'" % customer):  # want: LNT101
            yield row
