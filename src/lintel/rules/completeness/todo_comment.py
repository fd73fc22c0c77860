"""A marker of unfinished work in a comment or docstring: what it promises is not in the code."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from lintel.card import Card, Option
from lintel.finding import Confidence, Severity, Span
from lintel.rule import Draft, Rule

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
            doc="Words that mark open work at the start of a comment, or followed by a colon inside one; TODO and "
            "FIXME also in brackets, behind a further hash, and in small letters.",
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
_PLAIN = frozenset({"TODO", "FIXME"})
_NO_STATE = r"(?<!=\s)(?<!\bas\s)(?<!\bis\s)(?<!state\s)(?<!status\s)"
_SAID_OF_ONE = r"(?!\s+(?:is|was|are|were|has|had|have|can|could|may|must|will|with|of|not|does|did|belongs)\b)"
_SHOWN = 60
_SHORTEST_STEM = 7


def judge(module: cst.Module, view: ModuleView) -> Iterator[Draft]:
    """Report each comment, and each line of a docstring, that marks open work."""
    marks = _marks(tuple(view.option(CARD, "tags")), tuple(view.option(CARD, "phrases")))
    if not marks.occur_in(view.text):
        return
    linked = bool(view.option(CARD, "allow-linked"))
    for comment in view.comments:
        text = comment.text.lstrip("#!: \t*-")
        if marks.occur_in(text) and not (linked and _LINKED.search(text)):
            tag = marks.tag_in_comment(text) or _bare_tag(text, marks, view)
            yield from _said(text, comment.span, tag, marks, view)
    for span, text in _docstring_lines(module, view, marks):
        if not (linked and _LINKED.search(text)):
            yield from _said(text, span, marks.tag_in_prose(text), marks, view, sure=Confidence.MEDIUM)


def _said(
    text: str,
    span: Span,
    tag: re.Match[str] | None,
    marks: _Marks,
    view: ModuleView,
    sure: Confidence = Confidence.HIGH,
) -> Iterator[Draft]:
    """The finding of one comment or docstring line, where its tag or else a phrase marks open work."""
    if tag is not None:
        rest = text[tag.end() :].lstrip(" :-?]),;")
        word = next(each for each in tag.groups() if each)
        yield view.found(CARD, span, marker=word.upper(), text=_shortened(rest or text))
    elif (phrase := marks.phrase.search(text)) is not None:
        yield view.found(CARD, span, marker=f"'{phrase.group(0).lower()}'", text=_shortened(text), confidence=sure)


class _Marks:
    """The tags and phrases of some settings, ready to be looked for."""

    def __init__(self, tags: tuple[str, ...], phrases: tuple[str, ...]) -> None:
        words, plain = _either(tags), _either(tuple(tag for tag in tags if tag in _PLAIN))
        small = {*(tag.lower() for tag in tags), *_stems([phrase.lower() for phrase in phrases])}
        self._small = sorted(word for word in small if not any(other in word for other in small - {word}))
        self.phrase = re.compile(rf"\b(?:{_either(phrases)})\b", re.IGNORECASE)
        self._first = re.compile(rf"@?({words})\b{_THING}{_OWNER}")
        self._first_small = re.compile(
            rf"@?({words}){_OWNER}:(?!\S)|({plain}){_OWNER}\s*[:-]\s|@({words})\b", re.IGNORECASE
        )
        self._inside = re.compile(rf"(?<=[\s(])({words}){_OWNER}(?=:(?:\s|\Z))|[#\[(]\s*({plain})\b{_THING}{_OWNER}")
        self.loose = re.compile(
            rf"(?<=\s){_NO_STATE}({plain})(?=\s+[\w(]|[.,;?]|\s*\Z)(?!\s+in\s+\S+\.py){_THING}{_OWNER}"
        )
        self.bare = re.compile(rf"({plain})(?=\W*\Z|\s+\w){_THING}{_SAID_OF_ONE}", re.IGNORECASE)
        self._in_prose = re.compile(rf"@?({words})(?:\s*:|{_OWNER}:|\s*\()")
        self._directive = re.compile(rf"\.\. ({words})::", re.IGNORECASE)

    def occur_in(self, text: str) -> bool:
        """Whether any mark may occur at all: plain searches, for most files hold none."""
        lowered = text.lower()
        for word in self._small:  # noqa: SIM110 - a generator costs more than the searches
            if word in lowered:
                return True
        return False

    def tag_in_comment(self, text: str) -> re.Match[str] | None:
        """A tag that begins the comment, or stands in it with a colon, hash or bracket; small letters need a mark."""
        return self._first.match(text) or self._first_small.match(text) or self._inside.search(text)

    def tag_in_prose(self, text: str) -> re.Match[str] | None:
        """A tag that begins a line of a docstring with its colon or its owner, or a directive of that name."""
        return self._in_prose.match(text) or self._directive.match(text)


def _bare_tag(text: str, marks: _Marks, view: ModuleView) -> re.Match[str] | None:
    """A tag in small letters that begins the comment, or one without a mark inside it.

    Only where no name of the file holds it: else it is what the file is about.
    """
    tag = marks.bare.match(text) or marks.loose.search(text)
    if tag is None:
        return None
    word = tag.group(1).lower()
    return None if any(word in node.value.lower() for node in view.nodes("Name")) else tag


def _stems(phrases: list[str]) -> set[str]:
    """The pairs of words that several phrases share, and the phrases without such a pair: fewer texts to look for."""
    pairs = {phrase: [" ".join(pair) for pair in pairwise(phrase.split())] for phrase in phrases}
    shared = Counter(pair for each in pairs.values() for pair in set(each) if len(pair) >= _SHORTEST_STEM)
    best = {phrase: max(each, key=lambda pair: shared[pair], default=phrase) for phrase, each in pairs.items()}
    return {pair if shared[pair] > 1 else phrase for phrase, pair in best.items()}


@cache
def _marks(tags: tuple[str, ...], phrases: tuple[str, ...]) -> _Marks:
    return _Marks(tags, phrases)


def _docstring_lines(module: cst.Module, view: ModuleView, marks: _Marks) -> Iterator[tuple[Span, str]]:
    """The lines, with their spans, of those docstrings in which a marker stands."""
    holders = [module, *view.nodes("ClassDef", "FunctionDef")]
    strings = [string for holder in holders if (string := view.docstring(holder)) is not None]
    marked = [string for string in strings if marks.occur_in(getattr(string, "value", ""))]
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
