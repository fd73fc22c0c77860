import numexpr
import pandas as pd
from fastapi import FastAPI, Request

app = FastAPI()
COLUMNS = {"price", "amount"}


@app.get("/rows")
async def rows(condition: str, column: str, least: float):
    frame = pd.read_csv("/srv/data/sales.csv")
    found = frame.query(condition)  # want: LNT108
    found = frame.query("price > @least")
    found = frame.query(f"price > {least}")
    if column in COLUMNS:
        found = frame.query(f"{column} > 10")
    found = frame[frame["price"] > least]
    return {"rows": len(found)}


@app.post("/formula")
async def formula(request: Request):
    body = await request.json()
    frame = pd.DataFrame({"a": [1, 2], "b": [3, 4]})
    frame["c"] = frame.eval(body["formula"])  # want: LNT108
    frame["d"] = frame.eval("a + b")
    total = numexpr.evaluate(body["formula"])  # want: LNT108
    total = numexpr.evaluate("a * 2", local_dict={"a": body["factor"]})
    value = pd.eval(body["other"])  # want: LNT108
    return {"sum": float(frame["c"].sum()), "total": float(total), "value": str(value)}
