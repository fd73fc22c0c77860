"""LibCST by name without paying for its import: `import libcst` takes 0.3 s, and a warm run must not pay it.

Every room that names a node type writes `from lintel.source.lazy import cst`: to the type checker that is the real
package, at run time an object that imports LibCST when the first attribute of it is read.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import libcst as cst
else:

    class _Lazy:
        """Stands for a package until something of it is needed; what was read once is an ordinary attribute."""

        def __init__(self, name: str) -> None:
            self.__dict__["_name"] = name

        def __getattr__(self, attribute: str) -> Any:
            if attribute.startswith("__"):
                raise AttributeError(attribute)
            value = getattr(importlib.import_module(self._name), attribute)
            self.__dict__[attribute] = value
            return value

    cst = _Lazy("libcst")

__all__ = ["cst"]
