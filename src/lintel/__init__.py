"""Lintel holds a Python backend to its own rules.

The package is a house with floors; imports run downwards only. `docs/architecture.md` is the plan of the house.
This module stays empty but for the version, so that importing any room costs nothing more than that room.
"""

__version__ = "0.1.0"
