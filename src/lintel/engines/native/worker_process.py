"""All that a worker needs, loaded by being imported: by the fork server once for all workers, else by each worker.

Never import this in a process that others share: LibCST's nodes are made without their checks from then on.
"""

from __future__ import annotations

import gc

gc.disable()  # nothing that is loaded here ever becomes garbage

from lintel.source.construction import construct_quickly  # noqa: E402

construct_quickly()  # before anything imports LibCST, which is then imported twice as quickly

import lintel.engines.native.worker  # noqa: E402 - loaded for those who come after
import lintel.facts.lower_file  # noqa: E402, F401
from lintel.knowledge.compiled import compiled_digest, shipped_knowledge  # noqa: E402
from lintel.rules.registry import load_rules, rule_modules  # noqa: E402
from lintel.source.children import children_table  # noqa: E402

load_rules(rule_modules())
children_table()
if (digest := compiled_digest()) is not None:
    shipped_knowledge(digest)
gc.freeze()
