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
                "implement me", "not implemented yet", "not yet implemented", "in a real app", "in a real application",
                "in a real implementation", "in a real system",
                "in production you would", "in production, you would", "in production this would",
                "in production, this would", "real implementation would", "temporary hack", "quick hack",
                "quick and dirty", "hard coded for now", "hard-coded for now", "hardcoded for now", "disabled for now",
                "deactivated for now", "commented out for now", "stubbed for now", "stubbed out for now",
                "mocked for now", "replace with actual", "replace with real", "your code here", "your logic here",
                "rest of the code", "simplified implementation", "placeholder implementation",
                "stub implementation", "mock implementation", "dummy implementation",
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
        'def notify(user):\n    """Send a mail.\n\n    In a real application this would use a queue.\n    """\n'
        "    user.mail()\n",
    ),
    good=(
        "def price(order):\n    # Prices are net: the invoice adds the tax of the country.\n    return order.net\n",
        'class Todo:\n    """One entry of a to-do list."""\n\n    title = "TODO"\n',
    ),
    misses="markers in other languages, and unfinished work that no comment admits",
)  # fmt: skip

_LINKED = re.compile(r"(?<!\w)#\d+|\b[A-Z][A-Z0-9]+-\d+\b|https?://\S+|\bGH-?\d+")
_THING = r"(?!\w|[-=/.]\w|s?\s+(?:list|lists|item|items|app|apps|entry|entries|page|board|comment|comments|tag|tags)\b)"
_OWNER = r"\s*(?:\([^)]*\)|\[[^\]]*\])?"
_SHOWN = 60


def judge(module: cst.Module, view: ModuleView) -> Iterator[Draft]:
    """Report each comment, and each line of a docstring, that marks open work."""
    tags, phrases = view.option(CARD, "tags"), view.option(CARD, "phrases")
    if not _mentions(view.text, tags, phrases):
        return
    for comment in view.comments:
        text = comment.text.lstrip("#!: \t*-")
        yield from _said(text, comment.span, _tag_in_comment(text, tags), phrases, view)
    for span, text in _docstring_lines(module, view, tags, phrases):
        yield from _said(text, span, _tag_in_prose(text, tags), phrases, view, in_docstring=True)


def _said(
    text: str,
    span: Span,
    tag: re.Match[str] | None,
    phrases: tuple[str, ...],
    view: ModuleView,
    *,
    in_docstring: bool = False,
) -> Iterator[Draft]:
    """The finding of one comment or docstring line, where its tag or a phrase marks open work."""
    if view.option(CARD, "allow-linked") and _LINKED.search(text):
        return
    if tag is not None:
        rest = text[tag.end() :].lstrip(" :-")
        yield view.found(CARD, span, marker=tag.group(1).upper(), text=_shortened(rest or text))
        return
    phrase = re.search(rf"\b(?:{_either(phrases)})\b", text, re.IGNORECASE)
    if phrase is not None:
        confidence = Confidence.MEDIUM if in_docstring else Confidence.HIGH
        yield view.found(
            CARD, span, marker=f"'{phrase.group(0).lower()}'", text=_shortened(text), confidence=confidence
        )


def _tag_in_comment(text: str, tags: tuple[str, ...]) -> re.Match[str] | None:
    """A tag that begins the comment, or stands in it with its colon; in small letters it needs the colon everywhere."""
    words = _either(tags)
    return (
        re.match(rf"@?({words})\b{_THING}{_OWNER}", text)
        or re.match(rf"@?({words}){_OWNER}:(?!\S)", text, re.IGNORECASE)
        or re.search(rf"(?<=[\s(])({words}){_OWNER}(?=:(?:\s|\Z))", text)
    )


def _tag_in_prose(text: str, tags: tuple[str, ...]) -> re.Match[str] | None:
    """A tag that begins a line of a docstring and has its colon or its owner, or a directive of that name."""
    words = _either(tags)
    return re.match(rf"@?({words})(?:\s*:|{_OWNER}:|\s*\()", text) or re.match(
        rf"\.\. ({words})::", text, re.IGNORECASE
    )


def _mentions(text: str, tags: tuple[str, ...], phrases: tuple[str, ...]) -> bool:
    """Whether any marker occurs at all: plain searches, for most files hold none."""
    lowered = text.lower()
    return any(word.lower() in lowered for word in (*tags, *phrases))


def _docstring_lines(
    module: cst.Module, view: ModuleView, tags: tuple[str, ...], phrases: tuple[str, ...]
) -> Iterator[tuple[Span, str]]:
    """The lines, with their spans, of those docstrings in which a marker stands."""
    holders = [module, *view.nodes("ClassDef", "FunctionDef")]
    strings = [string for holder in holders if (string := view.docstring(holder)) is not None]
    marked = [string for string in strings if _mentions(string_value(string) or "", tags, phrases)]
    statements = [view.parent(string) for string in marked]
    for whole in sorted(view.spans(each for each in statements if each is not None)):
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
