"""All facts of one file, gathered: the value that is cached and that linking starts from."""

from __future__ import annotations

import msgspec

from lintel.source.module import Module


class ModuleFacts(msgspec.Struct, frozen=True, array_like=True):
    """What one file says. `path` is relative to the project's root."""

    path: str
    lines: int


def extract(module: Module) -> ModuleFacts:
    """The facts of a parsed file."""
    return ModuleFacts(path=module.path, lines=len(module.lines))
