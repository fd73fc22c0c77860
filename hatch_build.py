"""What the build adds to a wheel: library knowledge in its compiled form, so that no run has to parse YAML first."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledKnowledge(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles `knowledge/data` beside it; editable installations get it in the source tree."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling passes it
        """Called by hatchling before a wheel is put together."""
        source = Path(self.root, "src")
        sys.path.insert(0, str(source))
        try:
            from lintel.knowledge.compiled import write_compiled

            file = write_compiled()
        finally:
            sys.path.remove(str(source))
        build_data["artifacts"].append(file.relative_to(self.root).as_posix())
