"""What parent and workers send one another: structs that cost nothing to import.

The parent reads a whole verdict from the store without ever loading what judges a file or links a program.
"""

from __future__ import annotations

import msgspec

from lintel.card import OptionValue
from lintel.finding import Candidate, Failure, Finding, Suppression


class WorkerOrder(msgspec.Struct, frozen=True):
    """What a worker must know before its first file; sent as bytes, so that every start method serves.

    `knowledge` is the encoded form, or empty where the one that is shipped has the digest that is named: to be sent a
    quarter of a megabyte keeps both sides waiting. `options` maps a number to option values, `options_of` paths to
    such a number (0 where a path is not named). `contents` stand in place of files on disk.
    """

    root: str
    max_bytes: int
    knowledge_digest: str
    knowledge: bytes
    options: list[dict[str, dict[str, OptionValue]]]
    options_of: dict[str, int]
    rule_modules: tuple[str, ...]
    contents: dict[str, bytes] = {}


class FileResult(msgspec.Struct, frozen=True):
    """All that is kept of one file: the hash of what was read, and facts, IR and judgement in their stored form.

    A file that could not be judged has no facts; its judgement then holds the failure.
    """

    digest: str
    facts: bytes
    ir: bytes
    judgement: bytes


class FileJudgement(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the in-file judgements said of one file; cached with the file."""

    findings: tuple[Finding, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    failures: tuple[Failure, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
