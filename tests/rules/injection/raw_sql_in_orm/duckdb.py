"""Pieces of SQL in relations."""

import duckdb
from fastapi import FastAPI

app = FastAPI()


@app.get("/sales")
def sales(region: str, year: int):
    table = duckdb.connect("sales.db").table("sales")
    table.filter(f"region = '{region}'").fetchall()  # want: LNT103
    table.filter(f"year = {year}").fetchall()
    table.order(region).fetchall()  # want: LNT103
    table.filter(duckdb.ColumnExpression("region") == duckdb.ConstantExpression(region)).fetchall()
    return table.order("amount DESC").fetchall()
