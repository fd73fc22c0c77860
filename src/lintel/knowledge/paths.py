"""The access-path language: how a row of knowledge, and whoever asks about one, names a place in a library.

    path     = NAME step*                 the first NAME is a top-level package or module (`builtins` for built-ins)
    step     = "." NAME                   a member
             | ".{" NAME ("," NAME)+ "}"  one of several members; the row stands for one row each
             | ".*"                       any member; only as the last step
             | "()"                       what the call returns; for a class: an instance of it or of a subclass
             | ".await"                   what awaiting gives (`await` is a keyword, so it is never a member)
             | "[" "]"                    any element
             | "[" KEY "]"                the element under that constant key, written without quotes
             | "+"                        that class, or any class that inherits from it; at most once, not after "()"
    selector = slot ["|" NAME] element*   an argument of the call that the path names
    slot     = POSITION | NAME            by position (`self` not counted), by keyword, or `0|url` by either;
                                          `self` is what a method is called on
    element  = "[" [KEY] "]"              a part of that argument: `auth[1]`, `config[host]`, `servers[]` (each)

Examples: `os.environ.get`, `os.environ[]`, `requests.Session().get`, `asyncpg.connect().await.fetch`,
`django.db.models.Model+.objects.filter`, `django.conf.settings.DATABASES[][HOST]`. The text form of a path without
groups, `*` and `+` is also how names of analysed code are written, so that a lookup is a lookup in a dictionary. The
language is closed: what it cannot say is code in `lintel.facts`.
"""

from __future__ import annotations

import keyword
import re
from itertools import product
from typing import Literal, NoReturn

import msgspec

from lintel.errors import KnowledgeError

StepSort = Literal["member", "members", "any", "call", "await", "element", "subclass"]

_NAME = re.compile(r"[^\W\d]\w*")
_KEY = re.compile(r"[^\[\]()+\s](?:[^\[\]()+\n]*[^\[\]()+\s])?")
_LEGAL_STEPS = "a step is `.name`, `.{a,b}`, `.*`, `()`, `.await`, `[]`, `[KEY]` or `+`"
_LEGAL_SELECTORS = "a selector is a position, a keyword, or both as `0|url`, then parts such as `[1]`"
_FIXED = {"any": ".*", "call": "()", "await": ".await", "subclass": "+"}


class Step(msgspec.Struct, frozen=True, array_like=True):
    """One step of a path; `names` holds the member (or members), or the key of an element (none: any element)."""

    sort: StepSort
    names: tuple[str, ...] = ()

    def __str__(self) -> str:
        match self.sort:
            case "member":
                return f".{self.names[0]}"
            case "members":
                return ".{" + ",".join(self.names) + "}"
            case "element":
                return f"[{self.names[0] if self.names else ''}]"
            case fixed:
                return _FIXED[fixed]


class AccessPath(msgspec.Struct, frozen=True, array_like=True):
    """A place in a library: its top-level package and the steps from there."""

    root: str
    steps: tuple[Step, ...] = ()

    def __str__(self) -> str:
        return self.root + "".join(map(str, self.steps))

    def expanded(self) -> tuple[AccessPath, ...]:
        """The paths that a path with groups stands for, in written order; a path without groups is its only one."""
        choices = [
            tuple(Step("member", (name,)) for name in step.names) if step.sort == "members" else (step,)
            for step in self.steps
        ]
        return tuple(AccessPath(self.root, steps) for steps in product(*choices))


class Selector(msgspec.Struct, frozen=True, array_like=True, omit_defaults=True):
    """An argument of a call: by position, by keyword or by either, and which part of it (empty: each element)."""

    position: int | None = None
    keyword: str | None = None
    parts: tuple[str, ...] = ()

    def __str__(self) -> str:
        slots = [str(slot) for slot in (self.position, self.keyword) if slot is not None]
        return "|".join(slots) + "".join(f"[{part}]" for part in self.parts)


def parse_path(text: str, file: str = "access path", row: str = "") -> AccessPath:
    """Read the text form of a path; a `KnowledgeError` names file, row, column and what would be legal."""
    return _Reader(text, file, row or text, _LEGAL_STEPS).path()


def parse_selector(text: str, file: str = "selector", row: str = "") -> Selector:
    """Read the text form of an argument selector; errors as in `parse_path`."""
    return _Reader(text, file, row or text, _LEGAL_SELECTORS).selector()


class _Reader:
    """One reading of one text, from left to right."""

    def __init__(self, text: str, file: str, row: str, legal: str) -> None:
        self.text = text
        self.file = file
        self.row = row
        self.legal = legal
        self.at = 0

    def fail(self, problem: str) -> NoReturn:
        raise KnowledgeError(self.file, self.row, f"`{self.text}`, column {self.at + 1}: {problem}", self.legal)

    def take(self, mark: str) -> bool:
        found = self.text.startswith(mark, self.at)
        self.at += len(mark) * found
        return found

    def name(self, allow_keyword: bool = False) -> str:
        found = _NAME.match(self.text, self.at)
        if found is None:
            self.fail("a name is missing here")
        if keyword.iskeyword(found[0]) and not allow_keyword:
            self.fail(f"`{found[0]}` is a keyword of Python and cannot be a name")
        self.at = found.end()
        return found[0]

    def path(self) -> AccessPath:
        root = self.name()
        steps: list[Step] = []
        while self.at < len(self.text):
            if steps and steps[-1].sort == "any":
                self.fail("nothing may follow `.*`")
            step = self.step()
            if step.sort == "subclass" and any(earlier.sort in ("subclass", "call") for earlier in steps):
                self.fail("`+` may stand once, after a class and not after `()`")
            steps.append(step)
        return AccessPath(root, tuple(steps))

    def step(self) -> Step:
        if self.take("()"):
            return Step("call")
        if self.take("+"):
            return Step("subclass")
        if self.take("["):
            return Step("element", () if self.take("]") else (self.key(),))
        if self.take(".*"):
            return Step("any")
        if self.take(".{"):
            return self.group()
        if not self.take("."):
            self.fail(f"`{self.text[self.at]}` begins no step")
        if re.compile(r"await\b").match(self.text, self.at):
            self.at += len("await")
            return Step("await")
        return Step("member", (self.name(),))

    def group(self) -> Step:
        names = [self.name()]
        while self.take(","):
            self.take(" ")
            names.append(self.name())
        if not self.take("}"):
            self.fail("the group of members is not closed by `}`")
        if len(names) < 2:
            self.fail("a group of one member is written without braces")
        if len(set(names)) < len(names):
            self.fail("a member stands twice in the group")
        return Step("members", tuple(names))

    def key(self) -> str:
        found = _KEY.match(self.text, self.at)
        if found is None:
            self.fail("a key of an element is missing or begins with a space")
        self.at = found.end()
        if not self.take("]"):
            self.fail("the element is not closed by `]`")
        return found[0]

    def selector(self) -> Selector:
        position: int | None = None
        word: str | None = None
        if digits := re.compile(r"[0-9]{1,2}(?!\w)").match(self.text, self.at):
            position = int(digits[0])
            self.at = digits.end()
        if position is None or self.take("|"):
            # A keyword of Python may name a parameter that only `**kwargs` can bring (`from`, `lambda`).
            word = self.name(allow_keyword=True)
        parts: list[str] = []
        while self.take("["):
            parts.append("" if self.take("]") else self.key())
        if self.at < len(self.text):
            self.fail(f"`{self.text[self.at]}` cannot stand here")
        return Selector(position, word, tuple(parts))
