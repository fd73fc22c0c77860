"""`lintel rule` and `lintel rules`: what the rules say of themselves, from the card index alone."""

from __future__ import annotations

import sys
from collections.abc import Mapping

import click

from lintel.card import Card, card_index
from lintel.errors import LintelError
from lintel.faces.cli_output import page_width, palette_for, print_text
from lintel.report import card_page

_FORMAT = click.option(
    "--output-format", type=click.Choice(("text", "json")), default="text", show_default=True, help="How to print it."
)


@click.command(short_help="Explain one rule.")
@click.argument("rule", metavar="CODE|NAME")
@_FORMAT
def rule(rule: str, output_format: str) -> None:
    """Explain one rule: why it matters, how to fix it, examples, options, what it misses."""
    card = find_card(rule, card_index())
    if output_format == "json":
        print_text(card_page.card_as_json(card), "utf-8")
    else:
        print_text(card_page.page(card, palette=palette_for(sys.stdout), width=page_width()))


@click.command(short_help="List all rules.")
@_FORMAT
def rules(output_format: str) -> None:
    """List all rules, by family."""
    cards = card_index().values()
    if output_format == "json":
        print_text(card_page.cards_as_json(cards), "utf-8")
    else:
        print_text(card_page.table(cards, palette=palette_for(sys.stdout), width=page_width()))


def find_card(word: str, cards: Mapping[str, Card]) -> Card:
    """The card of a code, a name, or the id that another tool gives the same defect; case does not matter.

    Raises:
        LintelError: there is no such rule; names the ones that begin alike or are spelled alike.

    """
    wanted = word.strip().casefold()
    for card in cards.values():
        if wanted in (card.code.casefold(), card.name.casefold(), *(alias.casefold() for alias in card.aliases)):
            return card
    alike = _alike(wanted, cards)
    remedy = f"did you mean {' or '.join(alike)}?" if alike else "`lintel rules` lists all rules"
    raise LintelError(f"unknown rule {word!r} ({remedy})")


def _alike(wanted: str, cards: Mapping[str, Card]) -> list[str]:
    """At most three rules that the word may have meant."""
    import difflib

    words: dict[str, list[Card]] = {}
    for card in sorted(cards.values(), key=lambda card: card.code):
        for spelling in {card.code.casefold(), card.name, *card.name.split("-")}:
            words.setdefault(spelling, []).append(card)
    begun = [spelling for spelling in sorted(words) if wanted and spelling.startswith(wanted)]
    close = begun or difflib.get_close_matches(wanted, sorted(words), n=3, cutoff=0.7)
    found = dict.fromkeys(f"{card.code} {card.name}" for spelling in close for card in words[spelling])
    return list(found)[:3]
