"""All facts of one file, gathered: the value that is cached and that linking starts from."""

from __future__ import annotations

import msgspec

from lintel.facts.constants import Constants, extract_constants
from lintel.facts.constructions import Construction, extract_constructions
from lintel.facts.definitions import Definitions, extract_definitions
from lintel.facts.imports import Import, extract_imports
from lintel.facts.owners import Owners
from lintel.facts.routes import Tie, extract_ties
from lintel.facts.uses import Uses, extract_uses
from lintel.source.module import Module


class ModuleFacts(msgspec.Struct, frozen=True, array_like=True):
    """What one file says. `path` is relative to the project's root."""

    path: str
    lines: int
    imports: tuple[Import, ...]
    definitions: Definitions
    uses: tuple[Uses, ...]
    constants: Constants = Constants()
    ties: tuple[Tie, ...] = ()
    constructions: tuple[Construction, ...] = ()


def extract(module: Module) -> ModuleFacts:
    """The facts of a parsed file."""
    owners = Owners(module.walked)
    uses, used = extract_uses(module, owners)
    return ModuleFacts(
        path=module.path,
        lines=len(module.lines) - (not module.lines[-1]),  # what follows the last line end is no line
        imports=extract_imports(module, used),
        definitions=extract_definitions(module, owners),
        uses=uses,
        constants=extract_constants(module),
        ties=extract_ties(module),
        constructions=extract_constructions(module, owners),
    )
