"""The way that a finding tells: every stop once, in the order in which the value goes it, from where it comes in."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintel.assemble import Request, check

WEB = """
from flask import Flask, request

from app.service import Users

app = Flask(__name__)


@app.get("/users/<kind>")
def users(kind):
    return {"rows": Users().find(kind)}


@app.post("/jobs")
def jobs():
    job = Users().job(request)
    job.go()
"""

SERVICE = """
import sqlite3
import subprocess


class Users:
    def __init__(self):
        self.db = sqlite3.connect("users.db")

    def find(self, kind):
        query = "select * from users"
        query = query + f" where kind = '{kind}'"
        return self._run(query)

    def _run(self, sql):
        return self.db.execute(sql).fetchall()

    def job(self, request):
        return Job(request)


class Job:
    def __init__(self, request):
        self.command = request.args["command"]

    def go(self):
        line = f"/bin/{self.command}"
        subprocess.run(
            line,
            shell=True,
        )
"""


@pytest.fixture(scope="module")
def ways(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """By rule, the lines and words of each stop."""
    folder: Path = tmp_path_factory.mktemp("ways")
    files = {"app/__init__.py": "", "app/web.py": WEB, "app/service.py": SERVICE}
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text)
    found = check(Request((Path(),), folder, use_store=False)).report.findings
    lines = {path: text.split("\n") for path, text in files.items()}
    return {
        each.code: [f"{lines[step.path][step.span.line - 1].strip()} # {step.message}" for step in each.steps]
        for each in found
    }


def test_calls_stand_before_what_happens_in_the_function_they_lead_to(ways: dict[str, list[str]]) -> None:
    assert ways["LNT101"] == [
        "def users(kind): # a part of the path comes in",
        'return {"rows": Users().find(kind)} # passed to find()',
        """query = query + f" where kind = '{kind}'" # put into a text""",
        "return self._run(query) # passed to _run()",
        "return self.db.execute(sql).fetchall() # sqlite3.Connection().execute is called",
        "return self._run(query) # reaches Connection.execute",
    ]


def test_a_part_of_the_request_comes_in_where_it_is_taken(ways: dict[str, list[str]]) -> None:
    assert ways["LNT106"] == [
        'self.command = request.args["command"] # a query parameter comes in',
        "job.go() # passed to go()",
        'line = f"/bin/{self.command}" # put into a text',
        "subprocess.run( # reaches subprocess.run",
    ]
