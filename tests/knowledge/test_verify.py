"""The verifier of rows is tested on rows about the standard library, right and wrong ones."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from lintel.knowledge.index import Knowledge
from lintel.knowledge.loader import load_library

TOOL = Path(__file__).resolve().parents[2] / "tools" / "verify_knowledge.py"


@pytest.fixture(scope="module")
def verifier():
    spec = importlib.util.spec_from_file_location("verify_knowledge", TOOL)
    module = importlib.util.module_from_spec(spec)
    sys.modules["verify_knowledge"] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules["verify_knowledge"]


def problems(verifier, section, item):
    text = f'library: acme\nversions: {{python: "3"}}\nrows: []\n{section}:\n  - {item}\n'.replace(
        "rows: []\nrows", "rows"
    )
    library = load_library("acme.yaml", text.encode())
    resolver = verifier.Resolver(Knowledge((library,), b""))
    return [problem for _, place, problem in verifier.problems_of(resolver, library) if place != "python"]


@pytest.mark.parametrize(
    "row",
    [
        "{path: os.getenv, kind: config-read, result: text, missing: none, args: {name: 0|key, default: 1|default}}",
        "{path: 'os.environ[]', kind: config-read, result: text, missing: raises}",
        "{path: smtplib.SMTP().login, kind: secret-sink, args: {password: 1|password}}",
        "{path: logging.handlers.SysLogHandler, kind: config-sink, args: {host: '0|address[0]'}}",
        "{path: pathlib.Path, kind: config-sink, args: {path: 0}}",
        "{path: logging.LoggerAdapter().extra, kind: request-object}",
        "{path: sqlite3.connect, kind: config-sink, args: {path: 0|database}, unchecked: built in}",
        "{path: ast.NodeVisitor+, kind: visitor-base}",
        "{path: pathlib.Path().rename, kind: carries, args: {value: [self, 0|target]}}",
    ],
)
def test_a_right_row_is_no_problem(verifier, row):
    assert problems(verifier, "rows", row) == []


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("{path: os.getenvy, kind: request-object}", "cannot import `os.getenvy`"),
        ("{path: nowhere.x, kind: request-object}", "cannot import `nowhere`"),
        ("{path: smtplib.SMTP().logon, kind: request-object}", "instances of `SMTP` have no member `logon`"),
        ("{path: smtplib.SMTP.logon, kind: request-object}", "has no member `logon`"),
        ("{path: 'smtplib.SMTP()[]', kind: request-object}", "has no elements"),
        ("{path: os.getenv+, kind: request-object}", "is not a class that can be inspected"),
        ("{path: os.getenv()().x, kind: request-object}", "does not say what it returns"),
        ("{path: os.getenv, kind: cli-option, args: {name: key}}", "name: `key` should be `0|key`"),
        ("{path: os.getenv, kind: cli-option, args: {name: '0'}}", "name: `0` should be `0|key`"),
        ("{path: os.getenv, kind: cli-option, args: {name: 1|key}}", "name: `1|key` should be `0|key`"),
        ("{path: os.getenv, kind: cli-option, args: {name: word}}", "no parameter `word` among ['key', 'default']"),
        ("{path: os.getenv, kind: cli-option, args: {name: 7}}", "no parameter at position 7"),
        ("{path: subprocess.run, kind: cli-option, args: {name: cwd}}", "`cwd` would arrive in **kwargs"),
        ("{path: os.getenv, kind: request-object, unchecked: hidden}", "is marked `unchecked`, and can be verified"),
    ],
)
def test_a_wrong_row_is_a_problem(verifier, row, problem):
    (found,) = problems(verifier, "rows", row)
    assert problem in found


def test_equal_names_and_inheritance_are_checked(verifier):
    assert problems(verifier, "same", "{path: smtplib.SMTP_SSL, as: smtplib.SMTP}") == []
    assert problems(verifier, "same", "{path: os.getenv, as: os.getcwd}") != []
    assert problems(verifier, "inherits", "{path: smtplib.SMTP_SSL, from: smtplib.SMTP}") == []
    assert problems(verifier, "inherits", "{path: smtplib.SMTP, from: smtplib.SMTP_SSL}") != []
