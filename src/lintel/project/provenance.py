"""Who wrote a file: people of this project, a generator, or somebody else whose code was copied in.

Facts are made of all three, since the project calls them; findings are reported for the first alone unless
`include-generated` asks for more. A migration that Django or Alembic wrote a draft of is edited and reviewed by people,
so it counts as written here (its role is told by `project.file_roles`).
"""

from __future__ import annotations

import re

HEAD_SIZE = 4096
"""How many bytes of a file `is_generated` wants to see."""

_VENDORED = frozenset({"_vendor", "_vendored", "vendored", "third_party", "thirdparty", "site-packages"})
_GENERATED_NAME = re.compile(r".*_pb2(_grpc)?\.py\Z")
# What precedes the first statement: blank lines, comments, and one docstring.
_OPENING = re.compile(
    rb"(?:\xef\xbb\xbf)?(?P<before>(?:[ \t\f]*(?:#[^\r\n]*)?(?:\r\n|\r|\n|\Z))*)"
    rb"(?:[rRuU]?(?:\"\"\"(?P<double>.*?)(?:\"\"\"|\Z)|'''(?P<single>.*?)(?:'''|\Z))[^\S\r\n]*(?:\r\n|\r|\n|\Z)"
    rb"(?P<after>(?:[ \t\f]*(?:#[^\r\n]*)?(?:\r\n|\r|\n|\Z))*))?",
    re.DOTALL,
)
_KEEP_OFF = rb"\bdo(?:n't|[ \t]+not)[ \t]+(?:edit|modify|change)\b"
_MADE = rb"(?:auto(?:matically)?[- \t]?)?generated\b"
_SAYS_SO = (
    rb"@generated\b"
    rb"|generated\b[^\r\n]*" + _KEEP_OFF + rb"|" + _KEEP_OFF + rb"[^\r\n]*generated\b"
    rb"|\b(?:file|code|module)[ \t]+(?:is|was|has[ \t]+been)[ \t]+" + _MADE
)
_IN_TEXT = re.compile(_SAYS_SO, re.IGNORECASE)
_IN_COMMENT = re.compile(
    rb"#[^\r\n]*?(?:" + _SAYS_SO + rb"|" + _KEEP_OFF + rb"[ \t]*[!.]?[ \t]*(?=[\r\n]|\Z))"
    rb"|#[ \t]*(?:this[ \t]+)?(?:code[ \t]+)?" + _MADE + rb"[ \t]+(?:by|from|with|using|file|code)\b",
    re.IGNORECASE,
)
_MIGRATION = re.compile(rb"generated[ \t]+by[ \t]+django\b|generated[ \t]+by[ \t]+alembic\b", re.IGNORECASE)


def is_vendored(path: str) -> bool:
    """Whether a project-relative path lies in a folder for other people's code."""
    return not _VENDORED.isdisjoint(path.split("/")[:-1])


def is_generated(path: str, head: bytes) -> bool:
    """Whether a file was written by a program: so says its name, or a comment or docstring before the first statement.

    `head` is the beginning of the file, at least `HEAD_SIZE` bytes of it where it has as many.
    """
    if _GENERATED_NAME.match(path):
        return True
    # Most files say nothing of the kind; this spares them the expressions.
    lowered = head[:HEAD_SIZE].lower()
    if b"generated" not in lowered and b"edit" not in lowered:
        return False
    opening = _OPENING.match(head[:HEAD_SIZE])
    if opening is None:
        return False
    comments = opening["before"] + (opening["after"] or b"")
    docstring = opening["double"] or opening["single"] or b""
    if _MIGRATION.search(comments):
        return False
    return bool(_IN_COMMENT.search(comments) or _IN_TEXT.search(docstring))
