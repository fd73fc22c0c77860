"""The colours of text for a terminal: by role, so that every page of Lintel looks alike and colour can be left out."""

from __future__ import annotations

from dataclasses import dataclass

_CODES = {
    "error": "1;31",
    "warning": "1;33",
    "note": "1;36",
    "failure": "1;35",
    "notice": "36",
    "good": "1;32",
    "strong": "1",
    "faint": "2",
    "frame": "34",
}


@dataclass(frozen=True, slots=True)
class Palette:
    """Paints text by role; without colour it gives the text back."""

    colour: bool

    def __call__(self, role: str, text: str) -> str:
        """The text in the colour of its role: a severity, `failure`, `notice`, `good`, `strong`, `faint` or `frame`."""
        if not self.colour or not text:
            return text
        return f"\x1b[{_CODES[role]}m{text}\x1b[0m"


PLAIN = Palette(colour=False)
