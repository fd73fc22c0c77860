"""A comment that silences a tool without saying what is meant: it hides what is known and all that will come.

What this file cannot see, that a suppression silences nothing at all, is found where findings are silenced
(`run/suppress.py`), and told under this rule's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lintel.card import Card, Option
from lintel.finding import Severity, Span, Suppression
from lintel.rule import Draft, Rule

if TYPE_CHECKING:
    from lintel.source.comments import Comment
    from lintel.source.lazy import cst
    from lintel.view import ModuleView

CARD = Card(
    code="LNT910",
    name="blanket-suppression",
    family="completeness",
    summary="A comment silences a tool without naming what is meant, or silences nothing",
    why=(
        "A blanket suppression hides the defect that somebody looked at together with every one that is added later "
        "to that line or file. One that silences nothing any more says that there is a defect where there is none."
    ),
    fix="Name the codes that are meant, and say why; take away what silences nothing.",
    message="{comment} {problem}",
    severity=Severity.NOTE,
    cwe=(710,),
    spec=("003.169", "002.38", "003.61"),
    options=(
        Option(
            name="require-reason",
            type="bool",
            default=False,
            doc="Report Lintel's own suppressions that give no reason (` -- reason`), too.",
        ),
    ),
    bad=(
        "import os  # noqa\n\nprint(os.name)  # type: ignore\n",
        "# lintel: ignore-file\n\nHOST = '10.2.0.7'\n",
    ),
    good=(
        "import os  # noqa: F401\n\nprint(os.nome)  # type: ignore[attr-defined]\n",
        "import os  # noqa - the plugin looks for this name\n",
        '"""Write `# noqa: CODE`, never `# noqa`."""\n',
    ),
    misses="suppressions in settings files, and codes of other tools that silence nothing",
)

_OTHERS = ("noqa", ": ignore", ":ignore", "ignore-errors", "disable=all", "skip-file")
_BLANKET = re.compile(
    r"""\#\s*(?:flake8|ruff)[:=]\s*noqa(?!\w)(?!:\s?[A-Z]+[0-9])
    | \#\s*(?:type|pyright|ty):\s*ignore(?![\w\[-])
    | \#\s*mypy:\s*ignore-errors(?!\w)
    | \#\s*pylint:\s*(?:disable=all|skip-file)(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
_PRAGMA = re.compile(
    r"#\s*(?:noqa|nosec|type:\s*ignore|pyright:\s*ignore|ty:\s*ignore|pragma:[\w\s]*|fmt:\s*\w+|isort:\s*\w+|mypy:[\w\s-]*"
    r"|(?:flake8|ruff)[:=]\s*noqa|pylint:[\w\s=,-]*|lintel:\s*[\w-]+)(?::?\s*[A-Z]+\d+|\[[^\]]*\]|[,\s]+[A-Z]+\d+)*",
    re.IGNORECASE,
)
_ABOUT_IT = re.compile(
    r"ignor|suppress|typ(?:e|ing)[ _-]?check|\b(?:mypy|pyright|flake8|bandit|pylint|linter)\b|false positive|unused"
    r"|(?:do not|don't|never) remove",
    re.IGNORECASE,
)
_NEAR = 3  # lines: a statement of several lines has its comment above the first
_REASON = re.compile(r"[^\W\d_]{2,}\W+[^\W\d_]{2,}")


def judge(_: cst.Module, view: ModuleView) -> Iterator[Draft]:
    """Report blanket suppressions that give no reason, and, where the option says so, our own without one."""
    blanket = {each.line: each for each in view.suppressions if not each.codes}
    required = {each.line: each for each in view.suppressions if each.marker == "lintel" and not each.reason}
    if not view.option(CARD, "require-reason"):
        required.clear()
    lowered = view.text.lower()
    if not (blanket or required or any(word in lowered for word in _OTHERS)):
        return
    above = {each.span.line for each in view.comments if each.own_line and _is_about_it(each.text)}
    for comment in view.comments:
        line, begin = comment.span.line, comment.span.column
        explained = any(line - distance in above for distance in range(1, _NEAR + 1)) or _gives_reason(comment.text)
        if (place := _place(comment, blanket.get(line))) is not None and not explained:
            yield _said(comment, place, "silences everything; name the codes that are meant", view)
        elif (one := required.get(line)) is not None:
            place = (one.column - begin, one.end_column - begin)
            yield _said(comment, place, "gives no reason; write it behind ` -- `", view)


def _place(comment: Comment, ours: Suppression | None) -> tuple[int, int] | None:
    """Where in a comment a blanket suppression stands, one of ours or of a tool that we do not listen to."""
    if ours is not None:
        return ours.column - comment.span.column, ours.end_column - comment.span.column
    others = _BLANKET.search(comment.text)
    return others.span() if others is not None else None


def _is_about_it(text: str) -> bool:
    """Whether a comment on a line of its own explains what is silenced below, in words."""
    said = _PRAGMA.sub(" ", text)
    return _ABOUT_IT.search(said) is not None and _REASON.search(said) is not None


def _gives_reason(text: str) -> bool:
    """Whether words are left when all that speaks to tools is taken away."""
    return _REASON.search(_PRAGMA.sub(" ", text)) is not None


def _said(comment: Comment, place: tuple[int, int], problem: str, view: ModuleView) -> Draft:
    line, column = comment.span.line, comment.span.column
    begin, end = place
    text = " ".join(comment.text[begin:end].split())
    return view.found(CARD, Span(line, column + begin, line, column + end), comment=f"`{text}`", problem=problem)


RULE = Rule(CARD, on={"Module": judge})
