# Models make their fields what these are declared to be, however they are filled, and so does what they are written to.

import os
from dataclasses import dataclass
from typing import Literal

from fastapi import FastAPI
from flask import Flask, request
from pydantic import BaseModel

app = Flask(__name__)
api = FastAPI()


class Maker(BaseModel):
    name: str
    founded: int


class Job(BaseModel):
    line: str
    count: int
    mode: Literal["slow", "fast"]
    maker: Maker


@dataclass
class Plain:
    line: str
    count: int


@app.post("/words")
def words():
    job = Job(**request.get_json())
    os.system(f"nice -n {job.count} {job.mode} {job.maker.founded}")
    os.system(f"nice {job.line}")  # want: LNT106
    os.system(f"nice {job.maker.name}")  # want: LNT106
    return ""


@app.post("/validated")
def validated():
    job = Job.model_validate(request.get_json())
    os.system(f"nice -n {job.count} {job.mode}")
    os.system(f"nice {job.line}")  # want: LNT106
    held = job.model_dump()
    os.system(f"nice -n {held['count']}")
    os.system(f"nice {held['line']}")  # want: LNT106
    return ""


@app.post("/json")
def from_json():
    job = Job.model_validate_json(request.get_data())
    os.system(f"nice -n {job.count}")
    os.system(f"nice {job.line}")  # want: LNT106
    return ""


@app.post("/plain")
def plain():
    job = Plain(**request.get_json())
    os.system(f"nice -n {job.count}")  # want: LNT106
    return ""


@api.post("/many")
def many(jobs: list[Job]):
    for job in jobs:
        os.system(f"nice -n {job.count}")
        os.system(f"nice {job.line}")  # want: LNT106


@api.post("/dumped")
def dumped(job: Job):
    held = job.model_dump()
    os.system(f"nice -n {held['count']}")
    os.system(f"nice {held['line']}")  # want: LNT106
