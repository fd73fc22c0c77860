"""A rule's card as a page of text, for `lintel rule`, and all cards as a table, for `lintel rules`."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterable, Sequence

from lintel.card import Card, Option
from lintel.report.palette import PLAIN, Palette

_WIDEST = 100
_LEAST_SUMMARY = 36


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
        _section("What it misses", _prose(sentence(card.misses), width), palette),
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


def table(cards: Iterable[Card], *, palette: Palette = PLAIN, width: int = 80) -> str:
    """All rules, family by family: code, name, severity, whether on by default, summary."""
    families = by_family(cards)
    names = max((len(card.name) for members in families.values() for card in members), default=0)
    blocks = []
    for family, members in families.items():
        rows = [row for card in members for row in _table_row(card, names, palette, width)]
        blocks.append([palette("strong", family), *rows])
    return "\n".join("".join(f"{line}\n" for line in block) for block in blocks)


def by_family(cards: Iterable[Card]) -> dict[str, list[Card]]:
    """The cards of each family by code; families in the order of their first codes."""
    families: dict[str, list[Card]] = {}
    for card in sorted(cards, key=lambda card: card.code):
        families.setdefault(card.family, []).append(card)
    return families


def sentence(text: str) -> str:
    """The text with a capital first letter, unless it begins with a name of the code, and a final full stop."""
    text = text.strip()
    first = text[:1].upper() if re.match(r"[a-z]+[ ,;:.]", text) else text[:1]
    return first + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")


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


def _table_row(card: Card, names: int, palette: Palette, width: int) -> list[str]:
    """One rule; a summary that does not fit goes on under itself, or below where there is no room beside the name."""
    state = "on " if card.on else "off"
    code, severity = palette("strong", f"{card.code:<7}"), palette(card.severity, f"{card.severity:<7}")
    head = f"  {code} {card.name:<{names}}  {severity}  {state}"
    used = 2 + 7 + 1 + names + 2 + 7 + 2 + 3 + 2
    if width - used >= _LEAST_SUMMARY:
        first, *more = textwrap.wrap(card.summary, width - used)
        return [f"{head}  {first}", *(" " * used + line for line in more)]
    return [head.rstrip(), *textwrap.wrap(card.summary, width, initial_indent=" " * 10, subsequent_indent=" " * 10)]


def _title(card: Card, palette: Palette, width: int) -> list[str]:
    state = "on by default" if card.on else "off by default"
    severity = palette(card.severity, card.severity)
    head = f"{palette('strong', f'{card.code} {card.name}')}  {severity}, {state}, {card.family}"
    return [head, "", *textwrap.wrap(sentence(card.summary), width)]


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
    """One option as a line of a settings file with its default, or several for a long list, and what it does below."""
    kind = "list of strings" if option.type == "list" else option.type
    comment = palette("faint", f"# {kind}")
    head = f"{option.name} = {toml_value(option.default)}"
    lines = [f"{head}  {comment}"]
    if isinstance(option.default, tuple) and len(head) > width - 4:
        lines = [f"{option.name} = [  {comment}", *_items(option.default, width - 4), "]"]
    return [*lines, *(f"    {line}" for line in textwrap.wrap(option.doc, width - 8))]


def _items(values: Sequence[str], width: int) -> list[str]:
    """The items of a list in a settings file, as many on a line as fit."""
    lines = [""]
    for value in values:
        item = f"{toml_value(value)}, "
        if lines[-1] and len(lines[-1]) + len(item) > width - 4:
            lines.append("")
        lines[-1] += item
    return [f"    {line}".rstrip() for line in lines]
