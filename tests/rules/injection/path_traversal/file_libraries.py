import io
import os

import anyio
import pandas as pd
from fastapi import FastAPI, Request
from PIL import Image

app = FastAPI()
ROOT = "/srv/images"
TABLES = {"sales": "/srv/data/sales.csv", "stock": "/srv/data/stock.csv"}


@app.get("/thumbnail")
async def thumbnail(name: str, size: int):
    image = Image.open(os.path.join(ROOT, name))  # want: LNT121
    image = Image.open(os.path.join(ROOT, os.path.basename(name)))
    image = image.resize((size, size))
    image.save(f"{ROOT}/small/{name}")  # want: LNT121
    image.save(f"{ROOT}/small/{size}.png")
    return {"width": image.width}


@app.post("/upload")
async def upload(request: Request):
    image = Image.open(io.BytesIO(await request.body()))
    image.save(os.path.join(ROOT, "last.png"))
    return {"width": image.width}


@app.get("/table")
async def table(name: str):
    frame = pd.read_csv(f"/srv/data/{name}.csv")  # want: LNT121
    frame = pd.read_csv(TABLES[name])
    async with await anyio.open_file("/srv/data/" + name) as file:  # want: LNT121
        text = await file.read()
    text += await anyio.Path("/srv/data").joinpath(name).read_text()  # want: LNT121
    text += await anyio.Path("/srv/data", "index.txt").read_text()
    return {"rows": len(frame), "size": len(text)}
