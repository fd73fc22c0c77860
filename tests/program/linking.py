"""The shape of the `link` fixture, for annotations."""

from __future__ import annotations

from collections.abc import Callable

from lintel.program.program import Program

Link = Callable[[dict[str, str]], Program]
"""From paths and texts to a linked program, without places."""
