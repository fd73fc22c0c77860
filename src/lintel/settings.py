"""Settings as a frozen value, and the checks that turn a `[tool.lintel]` table into one.

The conventions are ruff's: the nearest settings file decides, nothing merges but through `extend`, and the command line
lies on top. Every layer is a table checked by `layered`; reading files belongs to `lintel.project.settings_files`.

A setting is a row of `SETTINGS`: docs, `--show-settings` and error messages are made from it.
"""

from __future__ import annotations

import difflib
import math
import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal

import msgspec

from lintel.card import Card, Option, OptionValue
from lintel.errors import SettingsError

FailOn = Literal["error", "warning", "note", "never"]
SettingType = Literal[
    "path", "paths", "selectors", "selectors by pattern", "patterns", "boolean", "count", "size", "seconds", "choice",
    "knowledge",
]  # fmt: skip

DEFAULT_EXCLUDE = (
    *(".bzr", ".direnv", ".eggs", ".git", ".git-rewrite", ".hg", ".ipynb_checkpoints", ".lintel_cache", ".mypy_cache"),
    *(".nox", ".pants.d", ".pyenv", ".pytest_cache", ".pytype", ".ruff_cache", ".svn", ".tox", ".venv", ".vscode"),
    *("__pycache__", "__pypackages__", "*.egg", "*.egg-info", "buck-out", "node_modules", "site-packages", "venv"),
)


class Pattern(msgspec.Struct, frozen=True, order=True):
    """A glob over paths.

    One with a slash is anchored at `base`, the folder of the file that says it (posix, absolute); one without matches a
    file or folder of that name anywhere in the project.
    """

    base: str
    text: str


class PerFileIgnore(msgspec.Struct, frozen=True, order=True):
    """Selectors that are off for the files a pattern matches, or, where `negated`, for all others."""

    pattern: Pattern
    selectors: tuple[str, ...]
    negated: bool = False


class Selection(msgspec.Struct, frozen=True):
    """What one layer (a file, the command line) says about which rules are on; `select` None means: as below."""

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    extend_ignore: tuple[str, ...] = ()


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that may be set, checked.

    Paths are absolute and posix. `files` are the settings files that were read, the extended ones first; `options`
    holds what was set, by rule name; `option` adds the defaults.
    """

    files: tuple[str, ...] = ()
    selection: tuple[Selection, ...] = ()
    per_file_ignores: tuple[PerFileIgnore, ...] = ()
    extend_per_file_ignores: tuple[PerFileIgnore, ...] = ()
    exclude: tuple[Pattern, ...] = tuple(Pattern("", text) for text in DEFAULT_EXCLUDE)
    extend_exclude: tuple[Pattern, ...] = ()
    force_exclude: bool = False
    respect_gitignore: bool = True
    include_generated: bool = False
    src: tuple[str, ...] = ()
    fail_on: FailOn = "error"
    output_format: str = "full"
    jobs: int = 0
    cache_dir: str | None = None
    max_file_size: int = 2_000_000
    file_timeout: float = 60.0
    knowledge: tuple[tuple[str, dict[str, Any]], ...] = ()
    options: dict[str, dict[str, OptionValue]] = {}

    def option(self, card: Card, name: str) -> OptionValue:
        """The value of a rule's option: as set, or else the card's default."""
        default = next(option.default for option in card.options if option.name == name)
        return self.options.get(card.name, {}).get(name, default)


class Setting(msgspec.Struct, frozen=True):
    """One public setting as data: its name in the table, its type in words, its default as TOML, and what it does."""

    name: str
    type: SettingType
    default: str
    doc: str
    choices: tuple[str, ...] = ()


SETTINGS = (
    Setting("extend", "path", "none", "Another settings file to start from; what this file says lies on top of it."),
    Setting("select", "selectors", "the rules that are on by default", "The rules that are on, and no others."),
    Setting("ignore", "selectors", "[]", "Rules that are off."),
    Setting("extend-select", "selectors", "[]", "Rules that are on beside those of `select`."),
    Setting("extend-ignore", "selectors", "[]", "Rules that are off beside those of `ignore`."),
    Setting(
        "per-file-ignores",
        "selectors by pattern",
        "{}",
        "Rules that are off in files that match; `!` before it negates.",
    ),
    Setting("extend-per-file-ignores", "selectors by pattern", "{}", "The same, beside those of `per-file-ignores`."),
    Setting("exclude", "patterns", f"[{', '.join(map(repr, DEFAULT_EXCLUDE))}]", "Files and folders left out."),
    Setting("extend-exclude", "patterns", "[]", "Files and folders left out beside those of `exclude`."),
    Setting("force-exclude", "boolean", "false", "Leave out excluded files even where they are named one by one."),
    Setting("respect-gitignore", "boolean", "true", "Leave out what .gitignore files and .git/info/exclude name."),
    Setting("include-generated", "boolean", "false", "Report findings in generated and vendored code too."),
    Setting("src", "paths", "detected", "The folders that absolute imports start from."),
    Setting(
        "fail-on",
        "choice",
        '"error"',
        "The least severity that fails the check.",
        ("error", "warning", "note", "never"),
    ),
    Setting("output-format", "choice", '"full"', "How findings are printed."),
    Setting("jobs", "count", "0", "Worker processes; 0 takes one for each core."),
    Setting("cache-dir", "path", '".lintel_cache" in the project root', "Where facts and findings are kept."),
    Setting("max-file-size", "size", "2000000", "Bytes beyond which a file is not judged but reported as too large."),
    Setting("knowledge", "knowledge", "{}", "What functions of the project, and of libraries it uses, do with values."),
    Setting("file-timeout", "seconds", "60", "Seconds that one file may take before it is reported as stalled."),
)
_BY_NAME = {setting.name: setting for setting in SETTINGS}


class Words(msgspec.Struct, frozen=True):
    """The words that settings may name: cards by code, and output formats. Both come in as values."""

    cards: Mapping[str, Card]
    formats: tuple[str, ...] = ("full", "concise", "json")


class Place(msgspec.Struct, frozen=True):
    """Where a table was said: the file as it is shown in messages, and the folder that its paths start from.

    The command line is a place without a file, whose keys are shown as flags.
    """

    folder: str
    file: str = ""

    def of(self, key: str) -> str:
        """The place of one key, for a message."""
        return f"{self.file}: [tool.lintel] {key}" if self.file else f"--{key}"


def nearest(word: str, words: Iterable[str], otherwise: str) -> str:
    """The remedy for a wrong word: the most similar right one, or what is said otherwise."""
    known = sorted(set(words))
    folded = {candidate.casefold().replace("_", "-"): candidate for candidate in known}
    close = difflib.get_close_matches(word.casefold().replace("_", "-"), folded, n=1, cutoff=0.7)
    return f"did you mean {folded[close[0]]!r}?" if close else otherwise


_PREFIX = re.compile(r"([A-Z]+)([0-9]*)")
_EXACT = 1000


def selected_by(selector: str, cards: Mapping[str, Card]) -> tuple[int, frozenset[str]]:
    """How specific a selector is (the more, the stronger) and the codes it means; no code where it is unknown.

    A selector is `ALL`, a code, a rule's name, or the beginning of a code with all of its letters (`LNT`, `LNT5`).
    """
    if selector == "ALL":
        return 0, frozenset(cards)
    exact = frozenset(code for code, card in cards.items() if selector in (code, card.name))
    prefix = _PREFIX.fullmatch(selector)
    if exact or prefix is None:
        return _EXACT, exact
    letters = prefix.group(1)
    codes = (code for code in cards if code.startswith(selector) and code.rstrip("0123456789") == letters)
    return len(selector), frozenset(codes)


def layered(base: Settings, table: Mapping[str, Any], place: Place, words: Words) -> Settings:
    """`base` with one table on top. Raises SettingsError for the first key or value that cannot be used.

    `extend` is checked here and followed by whoever reads files.
    """
    rules = {card.name: card for card in words.cards.values()}
    changes: dict[str, Any] = {}
    options = {name: dict(values) for name, values in base.options.items()}
    for key, value in table.items():
        setting = _BY_NAME.get(key)
        if setting is not None and (place.file or key != "extend"):
            changes[key.replace("-", "_")] = _CHECKS[setting.type](value, setting, place, words)
        elif key in rules:
            options.setdefault(key, {}).update(_rule_table(value, rules[key], place))
        else:
            raise _unknown_key(key, place, words)
    changes.pop("extend", None)
    said = {name: changes.pop(name) for name in Selection.__struct_fields__ if name in changes}
    if said:
        changes["selection"] = (*base.selection, Selection(**said))
    for name in ("extend_exclude", "extend_per_file_ignores", "knowledge"):
        changes[name] = (*getattr(base, name), *changes.get(name, ()))
    if place.file:
        changes["files"] = (*base.files, place.file)
    return msgspec.structs.replace(base, **changes, options=options)


def effective(settings: Settings) -> dict[str, Any]:
    """The settings as plain values under their public names, for `--show-settings`."""
    shown: dict[str, Any] = {"settings-files": list(settings.files)}
    for layer in settings.selection:
        if layer.select is not None:
            shown = {key: value for key, value in shown.items() if key == "settings-files"}
            shown["select"] = list(layer.select)
        for name in ("ignore", "extend_select", "extend_ignore"):
            if getattr(layer, name):
                shown.setdefault(name.replace("_", "-"), []).extend(getattr(layer, name))
    for name in ("exclude", "extend_exclude"):
        shown[name.replace("_", "-")] = [_shown_pattern(pattern) for pattern in getattr(settings, name)]
    for name in ("per_file_ignores", "extend_per_file_ignores"):
        shown[name.replace("_", "-")] = {
            ("!" if row.negated else "") + _shown_pattern(row.pattern): list(row.selectors)
            for row in getattr(settings, name)
        }
    done = {*shown, "files", "selection", "options"}
    for name in settings.__struct_fields__:
        if name.replace("_", "-") not in done:
            value = getattr(settings, name)
            shown[name.replace("_", "-")] = list(value) if isinstance(value, tuple) else value
    return {**shown, **{name: dict(values) for name, values in sorted(settings.options.items())}}


def _shown_pattern(pattern: Pattern) -> str:
    anchored = "/" in pattern.text.rstrip("/")
    return posixpath.join(pattern.base, pattern.text) if anchored else pattern.text


def _unknown_key(key: str, place: Place, words: Words) -> SettingsError:
    card = words.cards.get(key)
    if card is not None:
        return SettingsError(place.of(key), "options are set under a rule's name", f"write {card.name!r}")
    known = (*_BY_NAME, *(card.name for card in words.cards.values() if card.options))
    return SettingsError(place.of(key), "unknown setting", nearest(key, known, "the docs list all settings"))


def _wrong(place: str, expected: str, value: object) -> SettingsError:
    said = {bool: "a boolean", int: "an integer", float: "a float", str: "a string", list: "a list", dict: "a table"}
    return SettingsError(place, f"expected {expected}, found {said.get(type(value), type(value).__name__)}")


def _strings(value: object, place: str, what: str = "a list of strings") -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)):
        raise _wrong(place, what, value)
    for item in value:
        if not isinstance(item, str):
            raise _wrong(place, what, item)
        if not item.strip() or "\0" in item:
            raise SettingsError(place, f"{item!r} is not a usable value", "write a word that is not empty")
    return tuple(value)


def _selectors(value: object, setting: Setting, place: Place, words: Words) -> tuple[str, ...]:
    return _known_selectors(value, place.of(setting.name), words)


def _known_selectors(value: object, place: str, words: Words) -> tuple[str, ...]:
    selectors = _strings(value, place, "a list of rule codes, prefixes or names")
    for selector in selectors:
        if selector != "ALL" and not selected_by(selector, words.cards)[1]:
            known = (*words.cards, *(card.name for card in words.cards.values()), "ALL")
            remedy = nearest(selector, known, "`lintel rules` lists all rules")
            raise SettingsError(place, f"unknown rule selector {selector!r}", remedy)
    return selectors


def _selectors_by_pattern(value: object, setting: Setting, place: Place, words: Words) -> tuple[PerFileIgnore, ...]:
    where = place.of(setting.name)
    if not isinstance(value, Mapping):
        raise _wrong(where, "a table of patterns and lists of rule selectors", value)
    rows = []
    for text, selectors in value.items():
        pattern = _pattern(text.removeprefix("!"), where, place)
        known = _known_selectors(selectors, f"{where}: {text!r}", words)
        rows.append(PerFileIgnore(pattern, known, negated=text.startswith("!")))
    return tuple(rows)


def _patterns(value: object, setting: Setting, place: Place, _words: Words) -> tuple[Pattern, ...]:
    where = place.of(setting.name)
    for text in _strings(value, where, "a list of patterns"):
        if text.startswith("!"):
            raise SettingsError(where, f"{text!r}: a pattern here cannot be negated", "leave the file out of `exclude`")
    return tuple(_pattern(text, where, place) for text in _strings(value, where))


def _pattern(text: str, where: str, place: Place) -> Pattern:
    if not text.strip("./") or "\0" in text:
        raise SettingsError(where, f"{text!r} matches no file", 'write a name ("build") or a path ("app/legacy/**")')
    return Pattern(place.folder, text)


def _path(value: object, setting: Setting, place: Place, _words: Words) -> str:
    (text,) = _strings([value], place.of(setting.name), "a path")
    return posixpath.normpath(posixpath.join(place.folder, text))


def _paths(value: object, setting: Setting, place: Place, _words: Words) -> tuple[str, ...]:
    texts = _strings(value, place.of(setting.name), "a list of paths")
    return tuple(posixpath.normpath(posixpath.join(place.folder, text)) for text in texts)


def _boolean(value: object, setting: Setting, place: Place, _words: Words) -> bool:
    if not isinstance(value, bool):
        raise _wrong(place.of(setting.name), "true or false", value)
    return value


def _integer(value: object, setting: Setting, place: Place, _words: Words) -> int:
    least, most = (0, 1024) if setting.type == "count" else (1, 2**31)
    if type(value) is not int:
        raise _wrong(place.of(setting.name), "an integer", value)
    if not least <= value <= most:
        raise SettingsError(place.of(setting.name), f"{value} is out of range", f"write {least} to {most}")
    return value


def _seconds(value: object, setting: Setting, place: Place, _words: Words) -> float:
    if type(value) not in (int, float):
        raise _wrong(place.of(setting.name), "a number of seconds", value)
    if not 0 < value <= 86_400:  # type: ignore[operator]
        raise SettingsError(place.of(setting.name), f"{value} is out of range", "write seconds, above 0, up to a day")
    return float(value)  # type: ignore[arg-type]


def _knowledge(value: object, setting: Setting, place: Place, _words: Words) -> tuple[tuple[str, dict[str, Any]], ...]:
    if not isinstance(value, Mapping):  # what its rows say is read by `lintel.knowledge.own`, two floors up
        raise _wrong(place.of(setting.name), "a table of rows", value)
    return ((place.file, dict(value)),)


def _choice(value: object, setting: Setting, place: Place, words: Words) -> str:
    choices = setting.choices or words.formats
    if not isinstance(value, str):
        raise _wrong(place.of(setting.name), f"one of {', '.join(choices)}", value)
    if value not in choices:
        remedy = nearest(value, choices, f"one of {', '.join(choices)}")
        raise SettingsError(place.of(setting.name), f"unknown value {value!r}", remedy)
    return value


_CHECKS: dict[SettingType, Callable[[object, Setting, Place, Words], Any]] = {
    "path": _path,
    "paths": _paths,
    "selectors": _selectors,
    "selectors by pattern": _selectors_by_pattern,
    "patterns": _patterns,
    "boolean": _boolean,
    "count": _integer,
    "size": _integer,
    "seconds": _seconds,
    "choice": _choice,
    "knowledge": _knowledge,
}


def _rule_table(value: object, card: Card, place: Place) -> dict[str, OptionValue]:
    if not isinstance(value, Mapping):
        raise _wrong(place.of(card.name), "a table of the rule's options", value)
    options = {option.name: option for option in card.options}
    checked = {}
    for name, given in value.items():
        where = place.of(f"{card.name}.{name}")
        if name not in options:
            remedy = nearest(name, options, f"`lintel rule {card.name}` lists its options")
            raise SettingsError(where, "unknown option", remedy if options else f"{card.name} has no options")
        checked[name] = _option(given, options[name], where)
    return checked


def _option(value: object, option: Option, where: str) -> OptionValue:
    if option.type == "list":
        return _strings(value, where)
    if option.type == "float" and type(value) in (int, float) and math.isfinite(value):  # type: ignore[arg-type]
        return float(value)  # type: ignore[arg-type]
    kind = {"int": int, "bool": bool, "str": str}.get(option.type)
    if type(value) is kind:
        return value  # type: ignore[return-value]
    words = {"int": "an integer", "float": "a number", "bool": "true or false", "str": "a string"}
    raise _wrong(where, words[option.type], value)
