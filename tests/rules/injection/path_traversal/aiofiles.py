import os

import aiofiles
import aiofiles.os
from fastapi import FastAPI, Request

app = FastAPI()
ROOT = "/srv/files"
LANGUAGES = ("en", "de", "fr")


@app.get("/text")
async def text(name: str, language: str):
    async with aiofiles.open(f"{ROOT}/{name}") as file:  # want: LNT121
        content = await file.read()
    async with aiofiles.open(os.path.join(ROOT, os.path.basename(name))) as file:
        content += await file.read()
    if language in LANGUAGES:
        async with aiofiles.open(f"{ROOT}/{language}.txt") as file:
            content += await file.read()
    return {"content": content}


@app.delete("/text")
async def remove(request: Request):
    name = request.query_params["name"]
    await aiofiles.os.remove(os.path.join(ROOT, name))  # want: LNT121
    await aiofiles.os.remove(os.path.join(ROOT, "last.txt"))
    await aiofiles.os.rename(f"{ROOT}/last.txt", f"{ROOT}/{name}")  # want: LNT121
    return {"left": await aiofiles.os.listdir(ROOT)}
