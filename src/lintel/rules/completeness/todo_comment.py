"""A marker of unfinished work in a comment or docstring: what it promises is not in the code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lintel.card import Card, Option
from lintel.finding import Confidence, Severity, Span
from lintel.rule import Draft, Rule
from lintel.source.literals import string_value

if TYPE_CHECKING:
    from lintel.source.lazy import cst
    from lintel.view import ModuleView

CARD = Card(
    code="LNT907",
    name="todo-comment",
    family="completeness",
    summary="A comment says that work is left to do",
    why=(
        "A to-do in delivered code is a decision that nobody took: it has no owner and no date, and readers learn to "
        "pass it over. Phrases such as 'in a real application' mark code that was never meant to run in one."
    ),
    fix="Do the work, or move it to the issue tracker and name the issue here (see the option `allow-linked`).",
    message="{marker} is left in the code: {text}",
    severity=Severity.WARNING,
    cwe=(546,),
    spec=("000.77", "001.131", "002.170", "003.83", "003.168"),
    options=(
        Option(
            name="tags",
            type="list",
            default=("TODO", "FIXME", "XXX", "HACK", "WIP", "TBD"),
            doc="Words that mark open work at the start of a comment, or followed by a colon inside one.",
        ),
        Option(
            name="phrases",
            type="list",
            default=(
                "implement me", "not implemented yet", "not yet implemented", "to be implemented", "in a real app",
                "in a real application", "in a real implementation", "in a real system", "in production you would",
                "in production, you would", "temporary hack", "temporary workaround", "quick hack", "dummy data",
                "replace with actual", "your code here", "rest of the code", "left as an exercise",
                "simplified implementation", "placeholder implementation",
            ),
            doc="Phrases, in any case, that mark code as not meant to stay.",
        ),
        Option(
            name="allow-linked",
            type="bool",
            default=False,
            doc="Accept a marker that names an issue (`TODO(#12)`, `FIXME: ABC-34`) or an address.",
        ),
    ),
    bad=(
        "def price(order):\n    # TODO: add the tax\n    return order.net\n",
        'def notify(user):\n    """Send a mail to the user.\n\n    In a real application this would use a queue.\n    """\n    user.mail()\n',
    ),
    good=(
        "def price(order):\n    # Prices are net: the invoice adds the tax of the country.\n    return order.net\n",
        'class Todo:\n    """One entry of a to-do list."""\n\n    title = "TODO"\n',
    ),
    misses="markers in other languages, and unfinished work that no comment admits",
)  # fmt: skip

_LINKED = re.compile(r"#\d+|\b[A-Z][A-Z0-9]+-\d+\b|https?://\S+|\bGH-?\d+", re.IGNORECASE)
_SHOWN = 60


def judge(module: cst.Module, view: ModuleView) -> Iterator[Draft]:
    """Report each comment, and each line of a docstring, that marks open work."""
    tags, phrases = view.option(CARD, "tags"), view.option(CARD, "phrases")
    if not _mentions(view.text, tags, phrases):
        return
    for comment in view.comments:
        text = comment.text.lstrip("#!: ")
        yield from _said(text, comment.span, tags, phrases, view, strict=False)
    for span, text in _docstring_lines(module, view, tags, phrases):
        yield from _said(text, span, tags, phrases, view, strict=True)


def _said(
    text: str, span: Span, tags: tuple[str, ...], phrases: tuple[str, ...], view: ModuleView, *, strict: bool
) -> Iterator[Draft]:
    """The finding of one comment or docstring line; in prose (`strict`) a tag needs its colon or bracket."""
    if view.option(CARD, "allow-linked") and _LINKED.search(text):
        return
    tag = re.match(rf"@?({_either(tags)})\b(?=\s*[:(\[])" if strict else rf"@?({_either(tags)})\b(?![-=/\w.])", text)
    tag = tag or (None if strict else re.search(rf"(?<=[\s(])({_either(tags)})(?=:|\([^)]*\):)", text))
    if tag is not None:
        rest = text[tag.end(1) :].lstrip(" :-")
        yield view.found(CARD, span, marker=tag.group(1), text=_shortened(rest or text))
        return
    phrase = re.search(rf"\b(?:{_either(phrases)})\b", text, re.IGNORECASE)
    if phrase is not None:
        confidence = Confidence.MEDIUM if strict else Confidence.HIGH
        yield view.found(CARD, span, marker=f"'{phrase.group(0).lower()}'", text=_shortened(text), confidence=confidence)


def _mentions(text: str, tags: tuple[str, ...], phrases: tuple[str, ...]) -> bool:
    """Whether any marker occurs at all: plain searches, for most files hold none."""
    if any(tag in text for tag in tags):
        return True
    lowered = text.lower()
    return any(phrase.lower() in lowered for phrase in phrases)


def _docstring_lines(
    module: cst.Module, view: ModuleView, tags: tuple[str, ...], phrases: tuple[str, ...]
) -> Iterator[tuple[Span, str]]:
    """The lines, with their spans, of those docstrings in which a marker stands."""
    holders = [module, *view.nodes("ClassDef", "FunctionDef")]
    strings = [string for holder in holders if (string := view.docstring(holder)) is not None]
    marked = [string for string in strings if _mentions(string_value(string) or "", tags, phrases)]
    for whole in sorted(view.spans(marked)):
        for number in range(whole.line, whole.end_line + 1):
            line = view.lines[number - 1]
            text = line.strip().lstrip("rRuU").strip("\"'").strip()
            start = line.find(text)
            yield Span(number, start, number, start + len(text)), text


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in words) or r"(?!)"


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"


RULE = Rule(CARD, on={"Module": judge})
