"""A suppression names what it means, or says why it does not. `# noqa` in prose is none."""

import os  # noqa  # want: LNT910 @12 "`# noqa`" "silences everything; name the codes that are meant"
import re  # NOQA  # want: LNT910 @12
import ast  # noqa : F401  # want: LNT910
import csv  # noqa: unused  # want: LNT910
import json  # type: ignore  # want: LNT910 @14 "`# type: ignore`"
import time  # pyright: ignore  # want: LNT910
import uuid  # nosec  # want: LNT910 @14 "`# nosec`"
import enum  # lintel: ignore  # want: LNT910 @14 "`# lintel: ignore`"
import glob  # pragma: no cover  # noqa  # want: LNT910 @34
# pylint: disable=all  # want: LNT910 @1 "`# pylint: disable=all`"
# flake8: noqa  # want: LNT910 @1 "`# flake8: noqa`"
# lintel: off  # want: LNT910
# lintel: on
# mypy: ignore-errors  # want: LNT910

import abc  # noqa: F401
import bz2  # noqa:F401,E402
import cmd  # type: ignore[import-untyped]
import code  # nosec B404
import copy  # nosec: B404, B603
import dis  # pylint: disable=unused-import
import gc  # lintel: ignore-file[LNT907] -- this file is about comments that mark work. TODO: see
import io  # noqa - the plugin looks for this name
import ssl  # type: ignore  # the stubs of this release are wrong
import tty  # the noqa comment of the line above is none of this one
import pwd  # fmt: skip
import pty  # noqa: F401 (the terminal of the shop)
import sched  # type: ignore[import-untyped, attr-defined]
import shelve  # noqa: E402 isort:skip
import shlex  # see noqa.py for the list
import zlib  # mypy: disable-error-code="name-defined"
import tarfile  # ty: ignore[unresolved-import]
import turtle  # type: ignore-me-not
import trace  # nosecurity

# The type checker cannot guess how many arguments there are.
abc.register(
    bz2,
    cmd,  # type: ignore
)
# Do not remove: the plugins register themselves.
import rlcompleter  # noqa

# The first of the month.
today = 1  # type: ignore  # want: LNT910

MARKER = "# noqa"
TEXT = """
# nosec
# type: ignore
"""
