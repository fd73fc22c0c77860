"""What a rule may see: `ModuleView` of the file being judged, `ProgramView` of everything linked.

Questions of context are answered here once for all rules. A rule that needs a new question gets it here (or in the room
the answer comes from), not in its own file, so that the next rule finds it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from lintel.card import Card, OptionValue
from lintel.finding import Candidate, Confidence, Finding, Related, Severity, Span, Suppression
from lintel.rule import Draft

if TYPE_CHECKING:
    from lintel.knowledge.index import Knowledge
    from lintel.knowledge.schema import Row
    from lintel.program.program import Program
    from lintel.project.file_roles import FileRole
    from lintel.source.comments import Comment
    from lintel.source.lazy import cst
    from lintel.source.literals import Literal, Unknown
    from lintel.source.module import Module

T = TypeVar("T")
_DEFINITIONS = frozenset({"FunctionDef", "ClassDef"})
_NESTED = _DEFINITIONS | {"Lambda"}


class ModuleView:
    """What a judgement may ask while a file is judged; answers come from this file and from knowledge alone."""

    def __init__(
        self,
        module: Module,
        role: FileRole,
        knowledge: Knowledge,
        options: Mapping[str, Mapping[str, OptionValue]],
    ) -> None:
        self.module = module
        self.path = module.path
        self.role = role
        self.knowledge = knowledge
        self._options = options

    # The text

    @property
    def text(self) -> str:
        """The decoded text of the file."""
        return self.module.text

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the file; line n is `lines[n - 1]`."""
        return self.module.lines

    @property
    def comments(self) -> tuple[Comment, ...]:
        """All comments of the file."""
        return self.module.comments

    @property
    def suppressions(self) -> tuple[Suppression, ...]:
        """The comments of the file that silence findings of ours."""
        return self.module.suppressions

    # The tree

    def nodes(self, *types: str) -> list[Any]:
        """All nodes of these LibCST types in the file, each type in source order."""
        return self.module.walked.of(*types)

    def parent(self, node: cst.CSTNode) -> cst.CSTNode | None:
        """The nearest meaningful node around this one."""
        return self.module.walked.parent(node)

    def ancestors(self, node: cst.CSTNode) -> Iterator[cst.CSTNode]:
        """The nodes around this one, innermost first."""
        return self.module.walked.ancestors(node)

    def nearest(self, node: cst.CSTNode, *types: str) -> Any:
        """The innermost node around this one of one of these LibCST types, or None."""
        return next((above for above in self.ancestors(node) if type(above).__name__ in types), None)

    def function_around(self, node: cst.CSTNode) -> Any:
        """The innermost function definition whose body, decorators or signature this node stands in, or None."""
        return self.nearest(node, "FunctionDef")

    def class_around(self, node: cst.CSTNode) -> Any:
        """The innermost class around this node, through functions too, or None."""
        return self.nearest(node, "ClassDef")

    def symbol(self, node: cst.CSTNode) -> str:
        """The dotted name, inside the module, of the innermost class or function at or around this node; or ''."""
        here = node if type(node).__name__ in _DEFINITIONS else self.nearest(node, *_DEFINITIONS)
        return self.module.names.defined_name(here) if here is not None else ""

    def within(self, node: cst.CSTNode) -> Iterator[Any]:
        """The nodes inside this one, itself first, in source order; without what nested functions and classes hold."""
        from lintel.source.children import children_table

        table = children_table()
        stack: list[Any] = [node]
        while stack:
            here = stack.pop()
            yield here
            getter = table[type(here)]
            if getter is None or (here is not node and type(here).__name__ in _NESTED):
                continue
            below: list[Any] = []
            for value in getter(here):
                if isinstance(value, (list, tuple)):
                    below.extend(value)
                elif type(value) in table:
                    below.append(value)
            stack.extend(reversed(below))

    def calls_in(self, node: cst.CSTNode) -> list[Any]:
        """The calls inside a node, in source order, nested functions left out."""
        return [each for each in self.within(node) if type(each).__name__ == "Call"]

    def statements(self, definition: Any) -> list[Any]:
        """The statements of a body (function, class, branch, handler...), simple ones taken out of their lines."""
        found: list[Any] = []
        body = definition.body
        for statement in getattr(body, "body", body) if not isinstance(body, (list, tuple)) else body:
            small = type(statement).__name__ in {"SimpleStatementLine", "SimpleStatementSuite"}
            found.extend(statement.body if small else (statement,))
        return found

    def docstring(self, definition: Any) -> Any:
        """The string node that documents a module, class or function, or None."""
        first: Any = next(iter(self.statements(definition)), None)
        if type(first).__name__ == "Expr" and type(first.value).__name__ in {"SimpleString", "ConcatenatedString"}:
            return first.value
        return None

    def remarks_in(self, node: cst.CSTNode) -> list[str]:
        """The comments inside a node that tell a reader something (no pragma, no to-do); needs no positions."""
        from lintel.source.comments import is_remark

        return [text for text in self.comments_in(node) if is_remark(text)]

    def comments_in(self, node: cst.CSTNode) -> list[str]:
        """The texts of the comments inside a node, those of its first and last line with it; needs no positions."""
        from lintel.source.comments import comment_texts

        return comment_texts(node)

    def spans(self, nodes: Iterable[cst.CSTNode]) -> list[Span]:
        """Where these nodes stand, in the order given. The first question costs a pass over the file: ask late."""
        wanted = list(nodes)
        found = self.module.spans(wanted)
        return [found[id(node)] for node in wanted]

    # Names and values

    def name_of(self, node: cst.CSTNode) -> str | None:
        """The qualified name of an expression (see `source.names`), or None where this file alone cannot say."""
        return self.module.names.name_of(node)

    def names_of(self, nodes: Iterable[cst.CSTNode]) -> list[str]:
        """The qualified names of those of these expressions that have one."""
        return [name for node in nodes if (name := self.name_of(node)) is not None]

    def base_names(self, class_node: Any) -> list[str]:
        """The qualified names of a class's bases, followed through classes of this file."""
        found: list[str] = []
        todo, seen = [class_node], set()
        while todo:
            node = todo.pop()
            if id(node) in seen:
                continue
            seen.add(id(node))
            for base in node.bases:
                value = base.value.value if type(base.value).__name__ == "Subscript" else base.value
                found.extend(self.names_of([value]))
                if type(value).__name__ == "Name":
                    bindings = self.module.scopes.bindings(value)
                    todo.extend(each.node for each in bindings if each.kind == "class")
        return found

    def decorator_names(self, definition: Any) -> list[str]:
        """The qualified names of the decorators of a class or function, without their call."""
        callees = (each.decorator for each in definition.decorators)
        return self.names_of(each.func if type(each).__name__ == "Call" else each for each in callees)

    def literal(self, node: cst.CSTNode) -> Literal | Unknown:
        """The constant an expression is, also through a name that this file binds exactly once."""
        from lintel.source.literals import UNKNOWN, literal_value

        value = literal_value(node)
        if value is UNKNOWN and type(node).__name__ == "Name":
            bindings = self.module.scopes.bindings(node)  # type: ignore[arg-type]
            if len(bindings) == 1 and bindings[0].kind == "assign" and bindings[0].value is not None:
                return literal_value(bindings[0].value)
        return value

    def argument(self, call: Any, position: int | None, keyword: str | None) -> Any:
        """The value given to a call by position or keyword, or None; positions behind a `*` are unknown."""
        for index, argument in enumerate(call.args):
            if argument.keyword is not None:
                if argument.keyword.value == keyword:
                    return argument.value
            elif argument.star == "*":
                position = None
            elif index == position and not argument.star:
                return argument.value
        return None

    def known(self, kind: str, node: cst.CSTNode) -> tuple[Row, ...]:
        """The rows of library knowledge of this kind that the expression (a callee, a value, a base) matches."""
        name = self.name_of(node)
        return self.knowledge.rows(kind, name) if name is not None else ()

    def known_class(self, kind: str, class_node: Any) -> tuple[Row, ...]:
        """The rows of this kind that hold for a class by way of its bases, as far as this file knows the bases."""
        name = ":" + self.module.names.defined_name(class_node)
        return self.knowledge.rows(kind, name, self.base_names(class_node))

    # What is said

    def option(self, card: Card, name: str) -> Any:
        """The value of an option of the card: from settings, else the card's default."""
        given = self._options.get(card.name, {})
        if name in given:
            return given[name]
        return next(option.default for option in card.options if option.name == name)

    def found(
        self,
        card: Card,
        at: cst.CSTNode | Span,
        *,
        severity: Severity | None = None,
        confidence: Confidence = Confidence.HIGH,
        related: Iterable[tuple[cst.CSTNode | Span, str]] = (),
        symbol: str | None = None,
        **arguments: str,
    ) -> Draft:
        """A finding at this place. `severity` is the one at high confidence; medium and low lower it one step."""
        return self._draft(card, at, severity, confidence, related, symbol, arguments, None)

    def candidate(
        self,
        card: Card,
        at: cst.CSTNode | Span,
        *,
        data: Mapping[str, str],
        severity: Severity | None = None,
        confidence: Confidence = Confidence.HIGH,
        symbol: str | None = None,
        **arguments: str,
    ) -> Draft:
        """A suspicion that the rule's `settle` will confirm or drop once everything is linked."""
        return self._draft(card, at, severity, confidence, (), symbol, arguments, data)

    def _draft(
        self,
        card: Card,
        at: cst.CSTNode | Span,
        severity: Severity | None,
        confidence: Confidence,
        related: Iterable[tuple[cst.CSTNode | Span, str]],
        symbol: str | None,
        arguments: Mapping[str, str],
        data: Mapping[str, str] | None,
    ) -> Draft:
        if symbol is None:
            symbol = "" if isinstance(at, Span) else self.symbol(at)
        level = card.severity if severity is None else severity
        if confidence is not Confidence.HIGH:
            level = level.lowered()
        return Draft(card, at, dict(arguments), level, confidence, symbol, tuple(related), None, data)


class Asked(msgspec.Struct, frozen=True, array_like=True):
    """One recorded question: what was asked, of what, and the hash of the answer."""

    question: str
    key: str
    answer: bytes


class ProgramView:
    """What a verdict or a program judgement may ask; each question and the hash of its answer is recorded.

    A stored verdict is reused while all its recorded answers are equal, absence included. Answers are plain values that
    msgspec can encode.
    """

    def __init__(
        self, program: Program, options: Mapping[str, Mapping[str, OptionValue]], knowledge: Knowledge
    ) -> None:
        self._program = program
        self._options = options
        self._knowledge = knowledge
        self._asked: dict[tuple[str, str], bytes] = {}

    def ask(self, question: str, key: str = "") -> Any:
        """The program's answer to a question about a key, recorded. See `Program.questions` for what can be asked.

        Raises:
            KeyError: for a question that the program does not know.
        """
        answer = self._program.answer(question, key)
        if (question, key) not in self._asked:
            self._asked[question, key] = answer_hash(answer)
        return answer

    @property
    def asked(self) -> tuple[Asked, ...]:
        """The questions asked so far with the hashes of their answers, in order of asking."""
        return tuple(Asked(question, key, answer) for (question, key), answer in self._asked.items())

    def option(self, card: Card, name: str) -> Any:
        """The value of an option of the card: from settings, else the card's default."""
        given = self._options.get(card.name, {})
        if name in given:
            return given[name]
        return next(option.default for option in card.options if option.name == name)

    def rows(self, kind: str, name: str) -> tuple[Row, ...]:
        """The rows of library knowledge of a kind that a qualified name matches."""
        return self._knowledge.rows(kind, name)

    def place(self, path: str, kind: str, ordinal: int) -> Span:
        """Where the node of this LibCST type and ordinal stands in a file."""
        place: Span = self.ask("place", f"{path}|{kind}|{ordinal}")
        return place

    def confirm(self, candidate: Candidate, *, confidence: Confidence | None = None, **arguments: str) -> Finding:
        """The finding that a confirmed candidate becomes; `arguments` are added to those it carries."""
        card = self._program.card(candidate.code)
        sure = candidate.confidence if confidence is None else confidence
        lowered = candidate.confidence is Confidence.HIGH and sure is not Confidence.HIGH
        filled = {**candidate.arguments, **arguments}
        return Finding(
            code=card.code,
            path=candidate.path,
            span=candidate.span,
            message=card.message.format(**filled),
            severity=candidate.severity.lowered() if lowered else candidate.severity,
            confidence=sure,
            arguments=message_arguments(card, filled),
            symbol=candidate.symbol,
            anchor=candidate.anchor,
            conceal=candidate.conceal,
        )

    def found(
        self,
        card: Card,
        path: str,
        span: Span,
        *,
        anchor: str,
        symbol: str = "",
        severity: Severity | None = None,
        confidence: Confidence = Confidence.HIGH,
        related: Iterable[Related] = (),
        **arguments: str,
    ) -> Finding:
        """A finding of a program judgement. `anchor` is the text that its identity is built on."""
        level = card.severity if severity is None else severity
        return Finding(
            code=card.code,
            path=path,
            span=span,
            message=card.message.format(**arguments),
            severity=level if confidence is Confidence.HIGH else level.lowered(),
            confidence=confidence,
            arguments=message_arguments(card, arguments),
            symbol=symbol,
            anchor=anchor,
            related=tuple(related),
        )


def message_arguments(card: Card, arguments: Mapping[str, str]) -> dict[str, str]:
    """Those of the arguments that the card's message names, in the order of the message."""
    return {name: str(arguments[name]) for name in card.argument_names()}


_encode: Callable[[Any], bytes] = msgspec.msgpack.Encoder(order="deterministic").encode


def answer_hash(answer: Any) -> bytes:
    """A short hash of a program's answer; equal answers have equal hashes in every process."""
    return hashlib.blake2b(_encode(answer), digest_size=12).digest()
