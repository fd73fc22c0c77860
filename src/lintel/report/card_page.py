"""A rule's card as a page of text, for `lintel rule`, and all cards as a table, for `lintel rules`."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Sequence

from lintel.card import Card, Option
from lintel.report.palette import PLAIN, Palette

_WIDEST = 100


def page(card: Card, *, palette: Palette = PLAIN, width: int = 80) -> str:
    """Everything a card says, under fixed headings; examples are indented and never wrapped."""
    width = min(width, _WIDEST)
    blocks = [
        _title(card, palette, width),
        _section("Why", _prose(card.why, width), palette),
        _section("How to fix", _prose(card.fix, width), palette),
        *(_section(_numbered("Bad", n, card.bad), _code(text), palette, "error") for n, text in enumerate(card.bad)),
        *(_section(_numbered("Good", n, card.good), _code(text), palette, "good") for n, text in enumerate(card.good)),
        _section("Options", _options(card, width, palette), palette),
        _section("What it misses", _prose(card.misses, width), palette),
        _section("References", references(card), palette),
    ]
    return "\n".join("".join(f"{line}\n" for line in block) for block in blocks if block)


def references(card: Card) -> list[str]:
    """CWE, OWASP, clauses of the specification and ids of other tools, one kind a line."""
    rows = (
        ("CWE", [f"CWE-{number}" for number in card.cwe]),
        ("OWASP", list(card.owasp)),
        ("Specification", list(card.spec)),
        ("Also known as", list(card.aliases)),
        ("Since", [card.since]),
    )
    return [f"{label}: {', '.join(said)}" for label, said in rows if said]


def table(cards: Sequence[Card], *, palette: Palette = PLAIN) -> str:
    """All rules, family by family: code, name, severity, whether on by default, summary."""
    name_width = max((len(card.name) for card in cards), default=0)
    lines: list[str] = []
    family = None
    for card in cards:
        if card.family != family:
            family = card.family
            lines += ["", palette("strong", family)] if lines else [palette("strong", family)]
        severity = palette(card.severity, f"{card.severity:<7}")
        state = "on " if card.on else "off"
        lines.append(f"  {card.code:<7} {card.name:<{name_width}}  {severity}  {state}  {card.summary}")
    return "".join(f"{line}\n" for line in lines)


def cards_as_json(cards: Iterable[Card]) -> str:
    """The cards as a JSON list, every field present."""
    return _dumped([_every_field(card) for card in cards])


def card_as_json(card: Card) -> str:
    """One card as a JSON object, every field present."""
    return _dumped(_every_field(card))


def _every_field(card: Card) -> dict[str, object]:
    shown = {name: getattr(card, name) for name in card.__struct_fields__}
    return {**shown, "options": [{n: getattr(option, n) for n in option.__struct_fields__} for option in card.options]}


def _dumped(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def toml_value(value: object) -> str:
    """An option's value as one writes it in a settings file."""
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)


def _title(card: Card, palette: Palette, width: int) -> list[str]:
    state = "on by default" if card.on else "off by default"
    severity = palette(card.severity, card.severity)
    head = f"{palette('strong', f'{card.code} {card.name}')}  {severity}, {state}, {card.family}"
    return [head, "", *textwrap.wrap(card.summary, width)]


def _section(title: str, body: Sequence[str], palette: Palette, role: str = "strong") -> list[str]:
    return [palette(role, title), *(f"    {line}".rstrip() for line in body)] if body else []


def _numbered(title: str, index: int, texts: Sequence[str]) -> str:
    return title if len(texts) == 1 else f"{title} ({index + 1} of {len(texts)})"


def _prose(text: str, width: int) -> list[str]:
    """Paragraphs wrapped one by one."""
    lines: list[str] = []
    for paragraph in text.strip().split("\n\n"):
        lines += ["", *textwrap.wrap(paragraph, width - 4)] if lines else textwrap.wrap(paragraph, width - 4)
    return lines


def _code(text: str) -> list[str]:
    return textwrap.dedent(text).strip("\n").split("\n")


def _options(card: Card, width: int, palette: Palette) -> list[str]:
    if not card.options:
        return []
    lines = [palette("faint", f"[tool.lintel.{card.name}]")]
    for option in card.options:
        lines += _option(option, width, palette)
    return lines


def _option(option: Option, width: int, palette: Palette) -> list[str]:
    """One option as a line of a settings file with its default, and what it does below."""
    kind = "list of strings" if option.type == "list" else option.type
    head = f"{option.name} = {toml_value(option.default)}"
    return [
        f"{head}  {palette('faint', f'# {kind}')}",
        *(f"    {line}" for line in textwrap.wrap(option.doc, width - 8)),
    ]
