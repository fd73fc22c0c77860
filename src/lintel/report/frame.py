"""The code frame: the lines around a span, with line numbers, and marks under what is meant.

Pure text, no colour: rows say which part of them is meant, and `full` paints that part. Columns of spans are code
points, columns of a terminal are cells, and between the two stand tabs, wide and combining characters, and lines far
longer than the terminal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lintel.finding import Span
from lintel.report.printable import glyph

CONTEXT = 2
_WHOLE_UP_TO = 6
_HEAD, _TAIL = 4, 1
_CUT = "..."
_LEAST_ROOM = 24
_FAR = 8
_READABLE = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a frame: its line number (None for a row of marks or a gap), its text, and the part that is meant."""

    number: int | None
    text: str
    meant: tuple[int, int] = (0, 0)
    is_gap: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """The rows of a frame and how many digits its line numbers need."""

    rows: tuple[Row, ...]
    digits: int


@dataclass(frozen=True, slots=True)
class _Shown:
    """A source line as it is printed: its text, the part that is meant in characters, and the same in cells."""

    text: str
    characters: tuple[int, int]
    cells: tuple[int, int]


def frame(lines: Sequence[str], span: Span, width: int) -> Frame | None:
    """The frame of a span, no row wider than `width` cells; None where the source has no such line (any more)."""
    if not 1 <= span.line <= len(lines) or not any(lines):
        return None
    last = min(max(span.end_line, span.line), len(lines))
    if last > span.line and span.end_column == 0:
        last -= 1
    before = _trimmed(lines, range(max(1, span.line - CONTEXT), span.line))
    after = range(last + 1, min(len(lines), last + CONTEXT) + 1)
    after = range(after.start, after.start + len(_trimmed(lines, after[::-1])))
    digits = len(str(after[-1] if after else last))
    room = max(_LEAST_ROOM, width - digits - 3)
    if last == span.line:
        return Frame(
            (*_context(lines, before, room), *_single(lines, span, room), *_context(lines, after, room)), digits
        )
    room -= 2
    rows = (
        *(Row(row.number, "  " + row.text) for row in _context(lines, before, room)),
        *_several(lines, span, last, room),
        *(Row(row.number, "  " + row.text) for row in _context(lines, after, room)),
    )
    return Frame(rows, digits)


def concealed(lines: Sequence[str], spans: Iterable[Span]) -> Sequence[str]:
    """The lines with every letter and digit inside these spans starred: what stands there is nobody's to read."""
    shown = list(lines)
    for span in spans:
        for number in range(span.line, min(span.end_line, len(shown)) + 1):
            line = shown[number - 1]
            start = span.column if number == span.line else 0
            end = span.end_column if number == span.end_line else len(line)
            shown[number - 1] = line[:start] + _READABLE.sub("*", line[start:end]) + line[end:]
    return shown


def _trimmed(lines: Sequence[str], numbers: range) -> range:
    """The numbers without the blank lines they begin with."""
    for index, number in enumerate(numbers):
        if lines[number - 1].strip():
            return numbers[index:]
    return range(0)


def _context(lines: Sequence[str], numbers: range, room: int) -> tuple[Row, ...]:
    return tuple(Row(number, _fit(lines[number - 1], 0, 0, room).text) for number in numbers)


def _single(lines: Sequence[str], span: Span, room: int) -> tuple[Row, ...]:
    """A line and carets under the part that is meant."""
    line = lines[span.line - 1]
    end = span.end_column if span.end_line == span.line else len(line)
    shown = _fit(line, span.column, end, room)
    start, stop = shown.cells
    marks = Row(None, " " * start + "^" * max(1, stop - start), (start, max(start + 1, stop)))
    meant = (min(shown.characters[0], len(shown.text)), min(shown.characters[1], len(shown.text)))
    return Row(span.line, shown.text, meant), marks


def _several(lines: Sequence[str], span: Span, last: int, room: int) -> tuple[Row, ...]:
    """Several lines with a bracket on their left; the middle of a long stretch is left out."""
    first = lines[span.line - 1]
    begins_line = not first[: span.column].strip()
    shown = _fit(first, span.column, len(first), room)
    rows = [Row(span.line, ("/ " if begins_line else "  ") + shown.text, (0, 1) if begins_line else (0, 0))]
    if not begins_line:
        rows.append(Row(None, " " + "_" * (shown.cells[0] + 1) + "^", (0, shown.cells[0] + 3)))
    count = last - span.line + 1
    head = count if count <= _WHOLE_UP_TO else _HEAD
    for number in range(span.line + 1, span.line + head):
        rows.append(Row(number, "| " + _fit(lines[number - 1], 0, 0, room).text, (0, 1)))
    if head < count:
        rows.append(Row(None, f"| {_CUT} {count - head - _TAIL} more lines", (0, 1), is_gap=True))
        for number in range(last - _TAIL + 1, last + 1):
            rows.append(Row(number, "| " + _fit(lines[number - 1], 0, 0, room).text, (0, 1)))
    final = lines[last - 1]
    end = span.end_column if span.end_line == last else len(final)
    tip = min(max(1, _cells(final, end)), room)
    rows.append(Row(None, "|" + "_" * tip + "^", (0, tip + 2)))
    return tuple(rows)


def _cells(line: str, column: int) -> int:
    """How many cells the characters before a column take."""
    cell = 0
    for character in line[:column]:
        cell += glyph(character, cell)[1]
    return cell


def _fit(line: str, start: int, end: int, room: int) -> _Shown:
    """A line as printed in at most `room` cells: what does not fit is cut so that the part from `start` on is seen."""
    start, end = min(start, len(line)), min(max(start, end), len(line))
    # A line of a megabyte costs no more than one of a screen: characters that no window can show are dropped at once.
    skipped = max(0, start - 4 * room)
    kept = line[skipped : skipped + 12 * room]
    glyphs: list[tuple[str, int]] = []
    offsets = [0]
    for character in kept:
        glyphs.append(glyph(character, offsets[-1]))
        offsets.append(offsets[-1] + glyphs[-1][1])
    start, end = start - skipped, min(end - skipped, len(kept))
    is_cut_far = skipped + len(kept) < len(line)
    low, high = _window(offsets, start, end, room, is_cut=bool(skipped) or is_cut_far)
    left = _CUT if low or skipped else ""
    right = _CUT if high < len(kept) or is_cut_far else ""
    texts = [text for text, _ in glyphs]
    text = left + "".join(texts[low:high]) + right
    start, end = max(start, low), max(low, min(end, high))
    begin = len(left) + len("".join(texts[low:start]))
    cell = len(left) + offsets[start] - offsets[low]
    return _Shown(
        text=text if right else text.rstrip(),
        characters=(begin, begin + len("".join(texts[start:end]))),
        cells=(cell, cell + max(0, offsets[end] - offsets[start])),
    )


def _window(offsets: Sequence[int], start: int, end: int, room: int, *, is_cut: bool) -> tuple[int, int]:
    """Which characters of a line are shown: all that fit, else a window that holds the span or at least its start."""
    count = len(offsets) - 1
    if offsets[-1] <= room and not is_cut:
        return 0, count
    wanted = offsets[end] - offsets[start]
    usable = room - 2 * len(_CUT)
    low = 0
    if offsets[end] > room - len(_CUT):
        lead = (usable - wanted) // 2 if wanted < usable - 2 * _FAR else _FAR
        while low < start and offsets[start] - offsets[low] > lead:
            low += 1
    limit = offsets[low] + (usable if low else room - len(_CUT))
    high = low
    while high < count and offsets[high + 1] <= limit:
        high += 1
    return low, high
