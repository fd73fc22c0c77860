# Functions that the standard library calls, one item after the other or elsewhere, and what it gives back of them.

import heapq
import os
from collections import namedtuple
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from functools import reduce

from fastapi import FastAPI, Request
from flask import Flask, request

app = Flask(__name__)
api = FastAPI()
pool = ThreadPoolExecutor()
Trip = namedtuple("Trip", "start end")


def shown(name):
    return "echo " + name


def counted(name):
    return f"echo {len(name)}"


@app.get("/futures")
def futures():
    name = request.args["name"]
    os.system(pool.submit(counted, name).result())
    os.system(pool.submit(shown, name).result())  # want: LNT106
    for line in pool.map(counted, request.args.getlist("name")):
        os.system(line)
    for line in pool.map(shown, request.args.getlist("name")):
        os.system(line)  # want: LNT106
    return ""


@app.get("/folded")
def folded():
    names = request.args.getlist("name")
    size = reduce(lambda total, name: total + len(name), names, 0)
    os.system(f"sleep {size}")
    line = reduce(lambda whole, name: whole + " " + name, names, "echo")
    os.system(line)  # want: LNT106
    return ""


@app.get("/heap")
def heap():
    own, given = [], []
    heapq.heappush(own, "ls")
    heapq.heappush(given, request.args["name"])
    os.system(heapq.heappop(own))
    os.system(heapq.heappop(given))  # want: LNT106
    return ""


async def pieces(inquiry):
    async for piece in inquiry.stream():
        yield piece.decode()


async def sizes(inquiry):
    async for piece in inquiry.stream():
        yield str(len(piece))


@api.post("/pieces")
async def streamed(inquiry: Request):
    async for size in sizes(inquiry):
        os.system("sleep " + size)
    async for piece in pieces(inquiry):
        os.system("echo " + piece)  # want: LNT106


@dataclass
class Job:
    line: str
    note: str


class Loose:
    def __init__(self, **words):
        self.__dict__.update(words)


@app.get("/fields")
def fields():
    job = asdict(Job("ls", request.args["note"]))
    os.system(job["line"])
    os.system(job["note"])  # want: LNT106
    trip = Trip("ls", "df")._replace(end=request.args["end"])
    os.system(trip.start)
    os.system(trip.end)  # want: LNT106
    loose = Loose(own="ls", given=request.args["given"])
    os.system(loose.own)
    os.system(loose.given)  # want: LNT106
    vars(loose)["own"] = request.args["own"]
    os.system(loose.own)  # want: LNT106
    return ""
