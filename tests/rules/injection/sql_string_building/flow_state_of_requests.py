"""What a middleware leaves on the request, under a name that it is given first."""

import sqlite3

from fastapi import FastAPI, Request

app = FastAPI()
db = sqlite3.connect("shop.db")


@app.middleware("http")
async def keep(request: Request, call_next):
    state = request.state
    state.owner = request.headers["x-owner"]
    state.limit = int(request.headers["x-limit"])
    return await call_next(request)


@app.get("/goods")
def goods(request: Request):
    rows = db.execute(f"SELECT id FROM goods WHERE owner = '{request.state.owner}'").fetchall()  # want: LNT101
    return rows + db.execute(f"SELECT id FROM goods LIMIT {request.state.limit}").fetchall()
