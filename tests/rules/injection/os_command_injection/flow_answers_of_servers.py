"""What another server answers is not what it was asked: a connection keeps nothing of what is sent through it."""

import subprocess

import aiohttp
from fastapi import FastAPI, Request

app = FastAPI()


@app.post("/asked")
async def asked(request: Request):
    given = await request.json()
    async with aiohttp.ClientSession() as session:
        for _ in range(3):
            answer = await session.post("https://model.example/v1", json=given, headers={"x": request.headers["x"]})
            told = await answer.json()
            subprocess.run(f"echo {told['command']}", shell=True)


@app.post("/given")
async def given_by_the_client(request: Request):
    given = await request.json()
    subprocess.run(f"echo {given['command']}", shell=True)  # want: LNT106
