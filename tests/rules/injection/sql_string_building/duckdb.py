"""Figures from files, asked for with DuckDB."""

import duckdb
from fastapi import FastAPI

app = FastAPI()
FILE = "sales.parquet"


@app.get("/sales")
def sales(region: str, year: int):
    connection = duckdb.connect("sales.db")
    connection.execute(f"SELECT * FROM sales WHERE region = '{region}'")  # want: LNT101
    connection.execute("SELECT * FROM sales WHERE region = ?", [region])
    connection.execute("SELECT * FROM sales WHERE region = $region", {"region": region})
    connection.sql(f"SELECT * FROM sales WHERE year = {year}")
    duckdb.sql("SELECT * FROM 'sales.parquet' WHERE region = '" + region + "'")  # want: LNT101
    duckdb.sql(f"SELECT * FROM '{FILE}' WHERE region = $1", params=[region])
    return connection.execute("SELECT sum(amount) FROM sales").fetchone()


@app.post("/query")
def query(text: str):
    return duckdb.query(text).fetchall()  # want: LNT101
