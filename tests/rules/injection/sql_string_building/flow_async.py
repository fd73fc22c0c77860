"""Values that come back from coroutines, tasks and threads."""

import asyncio
import concurrent.futures
import functools
import sqlite3

from fastapi import FastAPI

app = FastAPI()
db = sqlite3.connect("shop.db", check_same_thread=False)
pool = concurrent.futures.ThreadPoolExecutor()


async def same(text):
    await asyncio.sleep(0)
    return text


async def measured(text):
    await asyncio.sleep(0)
    return len(text)


def plain(text):
    return text


def fixed(text):
    return "fixed"


def search(text):
    return db.execute(f"SELECT id FROM goods WHERE name = '{text}'").fetchall()  # want: LNT101


def search_bound(text):
    return db.execute("SELECT id FROM goods WHERE name = ?", (text,)).fetchall()


def search_later(text):
    return db.execute(f"SELECT id FROM goods WHERE name = '{text}'").fetchall()  # want: LNT101


async def stream(text):
    yield text


async def stream_numbers(text):
    yield len(text)


@app.get("/1")
async def awaited(q: str):
    value = await same(q)
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()  # want: LNT101


@app.get("/2")
async def awaited_number(q: str):
    value = await measured(q)
    return db.execute(f"SELECT id FROM goods WHERE size = {value}").fetchall()


@app.get("/3")
async def gathered(q: str):
    text, size = await asyncio.gather(same(q), measured(q))
    return db.execute(f"SELECT id FROM goods WHERE name = '{text}'").fetchall()  # want: LNT101


@app.get("/4")
async def gathered_other(q: str):
    text, size = await asyncio.gather(same(q), measured(q))
    return db.execute(f"SELECT id FROM goods WHERE size = {size}").fetchall()


@app.get("/5")
async def in_a_thread(q: str):
    return await asyncio.to_thread(search, q)


@app.get("/6")
async def in_a_thread_bound(q: str):
    return await asyncio.to_thread(search_bound, q)


@app.get("/7")
async def result_of_a_thread(q: str):
    value = await asyncio.to_thread(plain, q)
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()  # want: LNT101


@app.get("/8")
async def result_of_a_thread_fixed(q: str):
    value = await asyncio.to_thread(fixed, q)
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()


@app.get("/9")
async def in_an_executor(q: str):
    loop = asyncio.get_running_loop()
    value = await loop.run_in_executor(None, plain, q)
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()  # want: LNT101


@app.get("/10")
async def in_an_executor_fixed(q: str):
    loop = asyncio.get_running_loop()
    value = await loop.run_in_executor(pool, functools.partial(fixed, q))
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()


@app.get("/11")
async def as_a_task(q: str):
    task = asyncio.create_task(same(q))
    value = await task
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()  # want: LNT101


@app.get("/12")
async def as_a_task_number(q: str):
    task = asyncio.create_task(measured(q))
    value = await task
    return db.execute(f"SELECT id FROM goods WHERE size = {value}").fetchall()


@app.get("/13")
async def submitted(q: str):
    return pool.submit(search_later, q).result()


@app.get("/14")
async def waited_for(q: str):
    value = await asyncio.wait_for(same(q), timeout=1)
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()  # want: LNT101


@app.get("/15")
async def streamed(q: str):
    async for value in stream(q):
        db.execute(f"SELECT id FROM goods WHERE name = '{value}'")  # want: LNT101
    return []


@app.get("/16")
async def streamed_numbers(q: str):
    async for value in stream_numbers(q):
        db.execute(f"SELECT id FROM goods WHERE size = {value}")
    return []
