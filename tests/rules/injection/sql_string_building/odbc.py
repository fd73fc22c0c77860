"""A warehouse behind ODBC."""

import aioodbc
import pyodbc
from fastapi import FastAPI
from flask import Flask, jsonify, request

app = Flask(__name__)
api = FastAPI()
DSN = "Driver=SQL;Server=warehouse"


@app.get("/parts")
def parts():
    name = request.args["name"]
    connection = pyodbc.connect(DSN)
    cursor = connection.cursor()
    cursor.execute("SELECT * FROM parts WHERE name = '" + name + "'")  # want: LNT101
    cursor.execute("SELECT * FROM parts WHERE name = ?", name)
    cursor.execute("SELECT * FROM parts WHERE name = ?", (name,))
    rows = connection.execute(f"SELECT * FROM parts WHERE name LIKE '{name}%'").fetchall()  # want: LNT101
    rows += connection.execute("SELECT * FROM parts WHERE name LIKE ?", name + "%").fetchall()
    return jsonify(rows)


@api.get("/stock")
async def stock(place: str, shelf: int):
    async with aioodbc.create_pool(dsn=DSN) as pool, pool.acquire() as connection:
        async with connection.cursor() as cursor:
            await cursor.execute(f"SELECT * FROM stock WHERE place = '{place}'")  # want: LNT101
            await cursor.execute("SELECT * FROM stock WHERE place = ? AND shelf = ?", place, shelf)
            await cursor.execute(f"SELECT * FROM stock WHERE shelf = {shelf}")
            return await cursor.fetchall()
