"""What a kind of knowledge is: the demands on rows that say it. The kinds themselves are in `kinds`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

import msgspec

Arguments = Literal["none", "optional", "required"]


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """What a row of one kind must and may say.

    `names` is what its path names: a callee, a class, or an expression. `roles` are the roles its arguments may have;
    `stored` allows a role for the value that is assigned to the path instead. `attributes` are further keys with their
    legal words (none: any text), of which `required` must be given; those of `several` hold more than one, with spaces
    between them. `why` asks for a reason on every row.
    """

    name: str
    doc: str
    names: Literal["callee", "class", "expression"]
    roles: tuple[str, ...] = ()
    arguments: Arguments = "none"
    stored: bool = False
    attributes: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    required: tuple[str, ...] = ()
    several: tuple[str, ...] = ()
    why: bool = False
