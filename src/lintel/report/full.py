"""The report for people: what is wrong, where, in the code itself, why it matters and how to mend it.

Why and how are said where a rule speaks first; its other findings name the command, so that three hundred findings of
one rule stay readable. Failures come after the findings and the summary last, where a terminal stops scrolling.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from lintel.card import Card
from lintel.finding import Confidence, Failure, Finding, Notice, Related, Report, Span
from lintel.report.frame import Frame, Row, concealed, frame
from lintel.report.palette import PLAIN, Palette
from lintel.report.printable import escaped, one_line
from lintel.report.summary import coverage, shortfall, verdict

_WIDEST_PROSE = 110
_MOST_RELATED = 20
_LEAST_DIGITS = 2
_LEAST_ROOM = 30

ReadLines = Callable[[str], Sequence[str]]


def render(
    report: Report,
    cards: Mapping[str, Card],
    read: ReadLines,
    *,
    palette: Palette = PLAIN,
    width: int = 100,
    quiet: bool = False,
) -> str:
    """The whole report; `read` gives the lines of a path of the report, none where it cannot be read any more.

    `quiet` leaves out notices and the summary.
    """
    hidden: dict[str, list[Span]] = {}
    for finding in report.findings:
        if finding.conceal:
            hidden.setdefault(finding.path, []).append(finding.span)
    page = _Page(cards, read, palette, width, min(width, _WIDEST_PROSE), hidden)
    blocks = [page.finding(finding) for finding in report.findings]
    blocks += [page.failure(failure) for failure in report.failures]
    if not quiet:
        blocks += [[page.notice(notice)] for notice in report.notices]
        blocks.append(page.summary(report))
    return "\n".join("".join(f"{line}\n" for line in block) for block in blocks)


@dataclass
class _Page:
    """One report being written: what every block needs, and which rules were explained already."""

    cards: Mapping[str, Card]
    read: ReadLines
    palette: Palette
    width: int
    prose: int
    hidden: Mapping[str, Sequence[Span]]
    explained: set[str] = field(default_factory=set)
    _last_source: tuple[str, Sequence[str]] = ("", ())

    def finding(self, finding: Finding) -> list[str]:
        """One finding: headline, place, frame, the way that led there, related places, why and how."""
        card = self.cards.get(finding.code)
        found = frame(self._lines(finding.path), finding.span, self.width)
        digits = max(found.digits if found else 0, _LEAST_DIGITS)
        place = f"{escaped(finding.path)}:{finding.span.line}:{finding.span.column + 1}"
        block = self._headline(finding, card)
        inside = f" in {escaped(finding.symbol)}" if finding.symbol else ""
        block.append(f"{' ' * digits}{self.palette('frame', '-->')} {place}{self.palette('faint', inside)}")
        if found:
            block += self._frame(found, digits, finding.severity)
        block += self._way(finding.steps, digits)
        block += self._places(finding.related, digits)
        block += self._reasons(card, digits)
        return block

    def failure(self, failure: Failure) -> list[str]:
        """Something that was not judged, set apart from findings by its word and colour."""
        rule = f" {failure.code}" if failure.code else ""
        block = self._wrapped(f"failure[{failure.kind}{rule}]", one_line(failure.reason), "failure")
        if failure.path:
            place = escaped(failure.path) + (f":{failure.line}" if failure.line else "")
            block.append(f"{' ' * _LEAST_DIGITS}{self.palette('frame', '-->')} {place}")
        if failure.remedy:
            block += self._said("remedy", one_line(failure.remedy), _LEAST_DIGITS)
        return block

    def notice(self, notice: Notice) -> str:
        """Something to know, no failure."""
        place = f"{escaped(notice.path)}: " if notice.path else ""
        return "\n".join(self._wrapped("notice", place + one_line(notice.message), "notice", strong=False))

    def summary(self, report: Report) -> list[str]:
        """The last lines: what was found, what was judged, what is missing."""
        clean = not report.findings and not report.failures
        lines = [self.palette("good" if clean else "strong", verdict(report)), coverage(report)]
        if report.failures:
            lines.append(self.palette("failure", shortfall(report)))
        return lines

    def _headline(self, finding: Finding, card: Card | None) -> list[str]:
        name = f" {card.name}" if card else ""
        label = f"{finding.severity}[{finding.code}{name}]"
        message = one_line(finding.message)
        if finding.confidence is not Confidence.HIGH:
            message += f" ({finding.confidence} confidence)"
        return self._wrapped(label, message, finding.severity)

    def _wrapped(self, label: str, text: str, role: str, *, strong: bool = True) -> list[str]:
        """`label: text` within the width, the label in the colour of its role."""
        lines = _wrap(f"{'x' * len(label)}: {text}", self.prose, "    ")
        first = lines[0][len(label) :]
        painted = [first, *lines[1:]]
        if strong:
            painted = [self.palette("strong", line) for line in painted]
        return [self.palette(role, label) + painted[0], *painted[1:]]

    def _frame(self, found: Frame, digits: int, role: str) -> list[str]:
        bar = f"{' ' * digits} {self.palette('frame', '|')}"
        return [bar, *(self._row(row, digits, role) for row in found.rows), bar]

    def _row(self, row: Row, digits: int, role: str) -> str:
        number = "" if row.number is None else str(row.number)
        start, end = row.meant
        text = row.text[:start] + self.palette(role, row.text[start:end])
        rest = row.text[end:]
        text += self.palette("faint", rest) if row.is_gap else rest
        return f"{self.palette('frame', f'{number:>{digits}} |')} {text}".rstrip()

    def _way(self, steps: Sequence[Related], digits: int) -> list[str]:
        """The steps of the way of a value, indented under a word that says so."""
        if not steps:
            return []
        head = f"{' ' * digits} {self.palette('frame', '=')} {self.palette('strong', 'way:')}"
        return [head, *self._places(steps, digits, 2)]

    def _places(self, related: Sequence[Related], digits: int, inner: int = 0) -> list[str]:
        """The other places, their messages one under another; below the places where these are long.

        `inner` is by how much they are indented.
        """
        places = [f"{' ' * inner}{escaped(place.path)}:{place.span.line}" for place in related[:_MOST_RELATED]]
        column = max(map(len, places), default=0)
        indent = digits + 3 + column + 2
        stacked = self.prose - indent < _LEAST_ROOM
        lines = []
        for place, other in zip(places, related, strict=False):
            head = f"{' ' * digits} {self.palette('frame', '=')} {place:<{column}}  "
            room = self.prose - digits - 7 if stacked else self.prose - indent
            message = _wrap(one_line(other.message), max(_LEAST_ROOM, room))
            if stacked:
                lines += [head.rstrip(), *(" " * (digits + 7) + line for line in message)]
            else:
                lines += [(head + message[0]).rstrip(), *(" " * indent + line for line in message[1:])]
        if len(related) > _MOST_RELATED:
            rest = f"and {len(related) - _MOST_RELATED} more places (--output-format json lists all)"
            lines += self._remark(rest, digits)
        return lines

    def _reasons(self, card: Card | None, digits: int) -> list[str]:
        """Why it matters and how to mend it, once a rule; afterwards where that was said."""
        if card is None:
            return []
        if card.code in self.explained:
            return self._remark(f"why and how to fix: lintel rule {card.code}", digits)
        self.explained.add(card.code)
        return [*self._said("why", one_line(card.why), digits), *self._said("fix", one_line(card.fix), digits)]

    def _remark(self, text: str, digits: int) -> list[str]:
        """`= text`, of less weight than what stands around it."""
        first, *more = _wrap(text, max(_LEAST_ROOM, self.prose - digits - 3))
        head = f"{' ' * digits} {self.palette('frame', '=')} "
        return [
            head + self.palette("faint", first),
            *(" " * (digits + 3) + self.palette("faint", line) for line in more),
        ]

    def _said(self, label: str, text: str, digits: int) -> list[str]:
        """`= label: text`, later lines under the text."""
        indent = " " * (digits + 5 + len(label))
        lines = _wrap(text, max(_LEAST_ROOM, self.prose - len(indent)))
        head = f"{' ' * digits} {self.palette('frame', '=')} {self.palette('strong', label + ':')} "
        return [head + lines[0], *(indent + line for line in lines[1:])]

    def _lines(self, path: str) -> Sequence[str]:
        """The lines of a file; findings come file by file, so that the last one read is enough to remember."""
        if self._last_source[0] != path:
            self._last_source = (path, concealed(self.read(path), self.hidden.get(path, ())))
        return self._last_source[1]


def _wrap(text: str, width: int, indent: str = "") -> list[str]:
    """The text in lines of at most this width, words kept whole; at least one line."""
    return textwrap.wrap(text, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False) or [""]
