"""What may reach a terminal: text of the code under analysis is data, so no control character of it passes.

A source file or a file name may carry escape sequences that recolour or rewrite a terminal, line breaks that forge a
second finding, or characters that turn the direction of writing. Here they become visible and harmless.
"""

from __future__ import annotations

import unicodedata

TAB = 4


def escaped(text: str) -> str:
    """The text with every unprintable character written as its Python escape; one line in, one line out."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "backslashreplace").decode() for c in text)


def one_line(text: str) -> str:
    """The text on one line: white space collapsed, the rest escaped."""
    return escaped(" ".join(text.split()))


def glyph(character: str, cell: int) -> tuple[str, int]:
    """What stands for one source character at a column of cells, and how many cells that takes.

    A tab reaches to the next multiple of `TAB`; wide characters take two cells, combining ones none; what a terminal
    would act on is replaced.
    """
    if character == "\t":
        width = TAB - cell % TAB
        return " " * width, width
    if character.isascii():
        return (character if character.isprintable() else "�"), 1
    category = unicodedata.category(character)
    if category in {"Mn", "Me"}:
        return character, 0
    if category[0] == "C" or category in {"Zl", "Zp"}:
        return "�", 1
    return character, 2 if unicodedata.east_asian_width(character) in "WF" else 1
