"""Write what is made from cards and settings: the card index that ships with the package, and the docs about them.

    python tools/generate.py            # write what is not fresh
    python tools/generate.py --check    # write nothing; exit code 1 where something is not fresh

A page is made from one card (`docs/rules/<code>.md`) or from the settings' own rows (`docs/settings.md`): to change a
page, change the card or the row.
"""

from __future__ import annotations

import re
import sys
import textwrap
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from lintel.card import Card, Option  # noqa: E402
from lintel.knowledge.kinds_of_flow import DANGERS  # noqa: E402
from lintel.report.card_page import by_family, sentence, toml_value  # noqa: E402
from lintel.report.formats import FORMATS  # noqa: E402
from lintel.rules.registry import all_rules  # noqa: E402
from lintel.settings import SETTINGS, Setting  # noqa: E402

INDEX = Path("src/lintel/card_index.json")
RULES = Path("docs/rules")
RULES_INDEX = RULES / "README.md"
SETTINGS_PAGE = Path("docs/settings.md")

_NOTE = "<!-- Written by tools/generate.py; change {} instead of this page. -->\n"
_PAGE_NAME = re.compile(r"[A-Z]+[0-9]+\.md")
_FILE_LINE = re.compile(r"^# file: ", re.MULTILINE)
_VALUE = re.compile(r'true|false|[0-9.]+|"[^"]*"|\[.*\]|\{.*\}')
_TYPES = {
    "path": "a path, from the folder of the settings file",
    "paths": "a list of paths, from the folder of the settings file",
    "selectors": "a list of rule selectors",
    "selectors by pattern": "a table of glob patterns, each with a list of rule selectors",
    "patterns": "a list of glob patterns; one with a slash starts at the folder of the settings file",
    "boolean": "`true` or `false`",
    "count": "a whole number",
    "size": "a whole number of bytes",
    "seconds": "a number of seconds",
    "knowledge": "a table of the lists `rows`, `same` and `inherits`; see [below](#knowledge-of-your-own)",
}
_SETTINGS_HEAD = """\
# Settings

Lintel reads `[tool.lintel]` in `pyproject.toml`. The nearest file that has the table decides for a project, and
nothing merges but through `extend`; what the command line says lies on top. An unknown setting, rule or value is an
error with a suggestion, never ignored. `lintel check --show-settings` prints what is in force and where it came from.

Rule selectors are codes (`LNT601`), beginnings of codes (`LNT6`, `LNT`), names (`swallowed-exception`) or `ALL`. The
more specific selector wins, whatever the order.

```toml
[tool.lintel]
extend-select = ["LNT907"]
fail-on = "warning"

[tool.lintel.per-file-ignores]
"scripts/**" = ["LNT501"]
```
"""
_KNOWLEDGE = """
## Knowledge of your own

Lintel follows values through your functions by reading them. Where it cannot (the body calls something that Lintel does
not know, or does more than can be seen) say what a function does, in the words in which Lintel knows libraries:

```toml
[tool.lintel.knowledge]
rows = [
    {{path = "app.db.run", kind = "sink", danger = "sql", args = {{data = "0|sql", bound = "1|params"}}}},
    {{path = "app.text.clean_name", kind = "cleans", for = "path", args = {{value = "0"}}}},
    {{path = "app.db.Pool().fetch", kind = "sink", danger = "sql", args = {{data = "0|sql"}}}},
    {{path = "app.web.current_body()", kind = "request-data", from = "body"}},
]
same = [{{path = "ourlib.connect()", as = "sqlite3.connect()"}}]
inherits = [{{path = "ourlib.View", from = "flask.views.View"}}]
```

- `path` is the dotted name of a module and what it defines: a function, a class (for its constructor), a method of an
  instance (`app.db.Pool().fetch`) or of the class (`app.db.Pool.make`). What overrides a method below the class is
  meant too, and names that lead there through re-exports will do. `app.web.body()` is what a function returns. Names of
  installed libraries are written in the same way: `ourlib.db.run`.
- `args` says by role where an argument stands: by position (`"0"`, `self` not counted), by keyword (`"sql"`), by either
  (`"0|sql"`).
- `same` are two names of one thing, `inherits` the base class of a library's class.

| kind | meaning | a function of yours |
|---|---|---|
| `sink` | takes `data` that is a `danger` where a client decides it | its body counts too |
| `cleans` | gives back its `value` so that it is no danger of those in `for` | its body is not looked at |
| `checks` | tells (`how = "returns"`) or raises (`how = "raises"`) whether its `value` is no such danger | the same |
| `carries` | gives back something as dangerous as its `value` | the same |
| `harmless` | gives back what no client can make a text of; needs a `why` | the same |
| `request-data` | gives back what a client sent, `from` a part of the request | the same |
| `never-returns` | always raises or ends the program | the same |

Dangers are {dangers}.
`for` takes several, with spaces between them, or `all`. The other kinds of
[`kinds.py`](../src/lintel/knowledge/kinds.py) are for libraries.

All rows hold for the whole project, those of settings files in its folders and of files they `extend` included; they
come before what Lintel knows itself. A word that is wrong is an error, and what matches nothing in the project is told
of in a notice.
"""


def main(arguments: Sequence[str]) -> int:
    """Write or check all generated files; 1 where `--check` found one that is not fresh."""
    if arguments not in ([], ["--check"]):
        print(__doc__)
        return 2
    cards = [rule.card for rule in all_rules()]
    wrong = [problem for card in cards if (problem := ill_typed(card))]
    if wrong:
        print("\n".join(wrong))
        return 1
    stale = stale_files(ROOT, generated(cards))
    for path, content in stale.items():
        print(f"{'not fresh' if arguments else 'written'}: {path}")
        if not arguments:
            _put(ROOT / path, content)
    if arguments and stale:
        print("run: python tools/generate.py")
    return 1 if arguments and stale else 0


def generated(cards: Sequence[Card]) -> dict[Path, bytes]:
    """All generated files by path."""
    ordered = sorted(cards, key=lambda card: card.code)
    pages = {RULES / f"{card.code}.md": rule_page(card) for card in ordered}
    texts = {**pages, RULES_INDEX: rules_page(ordered), SETTINGS_PAGE: settings_page(ordered)}
    return {INDEX: card_index(ordered), **{path: text.encode() for path, text in texts.items()}}


def ill_typed(card: Card) -> str:
    """What is wrong with the types of a card's fields, which nothing checks when a rule writes it; empty if nothing."""
    try:
        msgspec.convert(msgspec.to_builtins(card), Card)
    except msgspec.ValidationError as error:
        return f"the card of {card.code} cannot be used: {error}"
    return ""


def stale_files(root: Path, wanted: Mapping[Path, bytes]) -> dict[Path, bytes | None]:
    """What has to be written for the tree to be fresh; None for the page of a rule that is no more."""
    stale: dict[Path, bytes | None] = {}
    for path, content in wanted.items():
        if not (root / path).is_file() or (root / path).read_bytes() != content:
            stale[path] = content
    for page in sorted((root / RULES).glob("*.md")):
        if _PAGE_NAME.fullmatch(page.name) and RULES / page.name not in wanted:
            stale[RULES / page.name] = None
    return stale


def _put(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def card_index(cards: Sequence[Card]) -> bytes:
    """The cards as `lintel.card.card_index` reads them, one field a line so that changes can be reviewed."""
    return msgspec.json.format(msgspec.json.encode(list(cards)), indent=2) + b"\n"


def rule_page(card: Card) -> str:
    """The page of one rule, always under the same headings."""
    state = "on" if card.on else "off"
    sections = (
        ("What it reports", f"{sentence(card.summary)}\n\nThe message: {_code_span(card.message)}"),
        ("Why", card.why),
        ("How to fix", card.fix),
        ("Examples", _examples(card)),
        ("Options", _options(card)),
        ("What it misses", sentence(card.misses)),
        ("References", _references(card)),
    )
    head = (
        f"{_NOTE.format('the card of the rule')}\n# {card.code} {card.name}\n\n"
        f"Severity: {card.severity}. By default: {state}. Family: {card.family}. Since: {card.since}.\n"
    )
    return head + "".join(f"\n## {title}\n\n{body.strip()}\n" for title, body in sections)


def rules_page(cards: Sequence[Card]) -> str:
    """The list of all rules, family by family."""
    parts = [_NOTE.format("the cards of the rules"), "\n# Rules\n\n", f"{len(cards)} rules.\n"]
    for family, members in by_family(cards).items():
        parts.append(
            f"\n## {family}\n\n| code | name | severity | default | what it reports |\n|---|---|---|---|---|\n"
        )
        parts += [_rule_row(card) for card in members]
    return "".join(parts)


def _rule_row(card: Card) -> str:
    cells = (f"[{card.code}]({card.code}.md)", card.name, card.severity, "on" if card.on else "off", card.summary)
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |\n"


def settings_page(cards: Sequence[Card]) -> str:
    """All settings, then the options of rules under their names."""
    parts = [_NOTE.format("`SETTINGS` in src/lintel/settings.py or the options on the cards"), "\n", _SETTINGS_HEAD]
    parts += [_setting(setting) for setting in SETTINGS]
    parts.append(_KNOWLEDGE.format_map({"dangers": ", ".join(f"`{danger}`" for danger in DANGERS)}))
    with_options = [card for card in cards if card.options]
    if with_options:
        parts.append("\n## Options of rules\n")
    for card in with_options:
        parts.append(f"\n### `[tool.lintel.{card.name}]` ([{card.code}](rules/{card.code}.md))\n\n{_options(card)}\n")
    return "".join(parts)


def _setting(setting: Setting) -> str:
    choices = setting.choices or tuple(FORMATS)
    kind = _TYPES.get(setting.type) or ", ".join(f'`"{choice}"`' for choice in choices)
    default = f"`{setting.default}`" if _VALUE.fullmatch(setting.default) else setting.default
    return f"\n## `{setting.name}`\n\n{setting.doc}\n\n- Value: {kind}\n- Default: {default}\n"


def _examples(card: Card) -> str:
    parts = [("Bad", text) for text in card.bad] + [("Good", text) for text in card.good]
    shown = []
    for title, text in parts:
        body = textwrap.dedent(text).strip("\n")
        several = " (several files)" if len(_FILE_LINE.findall(text)) > 1 else ""
        shown.append(f"{title}{several}:\n\n```python\n{body}\n```")
    return "\n\n".join(shown)


def _options(card: Card) -> str:
    return "\n".join(map(_option, card.options)) or "None."


def _option(option: Option) -> str:
    kind = "list of strings" if option.type == "list" else option.type
    return f"- `{option.name}` ({kind}, default `{toml_value(option.default)}`): {option.doc}"


def _references(card: Card) -> str:
    rows = [f"[CWE-{number}](https://cwe.mitre.org/data/definitions/{number}.html)" for number in card.cwe]
    rows += [f"OWASP {entry}" for entry in card.owasp]
    if card.spec:
        rows.append("Clauses of the specification: " + ", ".join(card.spec))
    if card.aliases:
        rows.append("The same defect in other tools: " + ", ".join(card.aliases))
    return "\n".join(f"- {row}" for row in rows) or "None."


def _code_span(text: str) -> str:
    """The text as code in Markdown, whatever backticks it holds."""
    return f"`` {text} ``" if "`" in text else f"`{text}`"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
