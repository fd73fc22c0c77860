"""Tables in memory, filled from databases."""

import pandas as pd
import polars as pl
from fastapi import FastAPI
from sqlalchemy import create_engine, text

app = FastAPI()
engine = create_engine("postgresql:///shop")


@app.get("/pandas")
def by_pandas(customer: str, year: int):
    pd.read_sql(f"SELECT * FROM orders WHERE customer = '{customer}'", engine)  # want: LNT101
    pd.read_sql(text("SELECT * FROM orders WHERE customer = :customer"), engine, params={"customer": customer})
    pd.read_sql_query("SELECT * FROM orders WHERE customer = '%s'" % customer, con=engine)  # want: LNT101
    pd.read_sql_query("SELECT * FROM orders WHERE customer = %(customer)s", engine, params={"customer": customer})
    frame = pd.read_sql(f"SELECT * FROM orders WHERE year = {year}", engine)
    return frame.to_dict()


@app.get("/polars")
def by_polars(customer: str):
    pl.read_database("SELECT * FROM orders WHERE customer = '" + customer + "'", engine)  # want: LNT101
    bound = {"parameters": {"customer": customer}}
    frame = pl.read_database("SELECT * FROM orders WHERE customer = :customer", engine, execute_options=bound)
    return frame.to_dicts()
