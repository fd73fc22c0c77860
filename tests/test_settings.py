"""What may be said in `[tool.lintel]`, and how a wrong word is answered."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintel.card import Card, Option
from lintel.errors import SettingsError
from lintel.finding import Severity
from lintel.settings import (
    SETTINGS,
    Pattern,
    PerFileIgnore,
    Place,
    Selection,
    Settings,
    Words,
    effective,
    layered,
)


def card(code: str, name: str, *options: Option, on: bool = True) -> Card:
    words = dict.fromkeys(("family", "summary", "why", "fix", "message", "misses"), "x")
    return Card(code=code, name=name, severity=Severity.ERROR, on=on, options=options, bad=(), good=(), **words)


CARDS = {
    one.code: one
    for one in (
        card("LNT101", "sql-injection"),
        card("LNT501", "hardcoded-configuration"),
        card(
            "LNT502",
            "hardcoded-secret",
            Option(name="min-entropy", type="float", default=3.5, doc="x"),
            Option(name="min-length", type="int", default=8, doc="x"),
            Option(name="names", type="list", default=("password",), doc="x"),
            Option(name="in-tests", type="bool", default=False, doc="x"),
            Option(name="marker", type="str", default="x", doc="x"),
        ),
        card("LNB104", "bind-all-interfaces", on=False),
    )
}
WORDS = Words(CARDS)
FILE = Place("/repo", "/repo/pyproject.toml")
COMMAND_LINE = Place("/repo/app")


def read(table: dict[str, object], base: Settings | None = None, place: Place = FILE) -> Settings:
    return layered(base or Settings(), table, place, WORDS)


def refusal(table: dict[str, object], place: Place = FILE) -> SettingsError:
    with pytest.raises(SettingsError) as caught:
        read(table, place=place)
    return caught.value


def test_every_public_setting_is_a_field_and_every_field_is_public() -> None:
    selection = set(Selection.__struct_fields__)
    fields = set(Settings.__struct_fields__) - {"files", "selection", "options"} | selection
    assert {setting.name.replace("-", "_") for setting in SETTINGS} - {"extend"} == fields


def test_every_setting_is_documented() -> None:
    assert all(setting.doc.endswith(".") and setting.default for setting in SETTINGS)


def test_the_documented_defaults_are_the_defaults() -> None:
    said = {setting.name: setting.default for setting in SETTINGS}
    assert msgspec.json.decode(said["fail-on"]) == Settings().fail_on
    assert msgspec.json.decode(said["output-format"]) == Settings().output_format
    for name in ("jobs", "max-file-size", "file-timeout", "force-exclude", "respect-gitignore", "include-generated"):
        assert msgspec.json.decode(said[name]) == getattr(Settings(), name.replace("-", "_"))


def test_a_table_is_checked_and_kept() -> None:
    settings = read(
        {
            "select": ["LNT5", "sql-injection"],
            "ignore": ["LNT502"],
            "per-file-ignores": {"tests/**": ["ALL"], "!src/*.py": ["LNB"]},
            "exclude": ["legacy"],
            "src": ["src", "../shared"],
            "cache-dir": ".cache/lintel",
            "fail-on": "warning",
            "file-timeout": 5,
        }
    )
    assert settings.selection == (Selection(select=("LNT5", "sql-injection"), ignore=("LNT502",)),)
    assert settings.per_file_ignores == (
        PerFileIgnore(Pattern("/repo", "tests/**"), ("ALL",)),
        PerFileIgnore(Pattern("/repo", "src/*.py"), ("LNB",), negated=True),
    )
    assert settings.exclude == (Pattern("/repo", "legacy"),)
    assert settings.src == ("/repo/src", "/shared")
    assert settings.cache_dir == "/repo/.cache/lintel"
    assert settings.fail_on == "warning"
    assert settings.file_timeout == 5.0
    assert settings.files == ("/repo/pyproject.toml",)


def test_a_later_layer_replaces_and_the_extending_keys_add() -> None:
    base = read({"exclude": ["a"], "extend-exclude": ["b"], "jobs": 3, "per-file-ignores": {"x.py": ["LNT101"]}})
    top = read({"exclude": ["c"], "extend-exclude": ["d"], "extend-per-file-ignores": {"y.py": ["ALL"]}}, base)
    assert [pattern.text for pattern in (*top.exclude, *top.extend_exclude)] == ["c", "b", "d"]
    assert [row.pattern.text for row in (*top.per_file_ignores, *top.extend_per_file_ignores)] == ["x.py", "y.py"]
    assert top.jobs == 3


def test_the_command_line_is_a_layer_whose_paths_start_where_it_was_typed() -> None:
    settings = read({"exclude": ["gen/*"], "ignore": ["LNT1"]}, read({"select": ["ALL"]}), COMMAND_LINE)
    assert settings.exclude == (Pattern("/repo/app", "gen/*"),)
    assert settings.selection == (Selection(select=("ALL",)), Selection(ignore=("LNT1",)))


def test_a_rule_reads_its_option_or_the_default_of_its_card() -> None:
    settings = read({"hardcoded-secret": {"min-entropy": 4, "names": ["token"]}})
    secret = CARDS["LNT502"]
    assert settings.option(secret, "min-entropy") == 4.0
    assert settings.option(secret, "names") == ("token",)
    assert settings.option(secret, "min-length") == 8


def test_options_of_a_rule_are_layered_one_by_one() -> None:
    base = read({"hardcoded-secret": {"min-length": 20, "marker": "m"}})
    top = read({"hardcoded-secret": {"min-length": 30}}, base)
    assert top.options == {"hardcoded-secret": {"min-length": 30, "marker": "m"}}


@pytest.mark.parametrize(
    ("table", "place", "problem", "remedy"),
    [
        ({"selekt": ["ALL"]}, "selekt", "unknown setting", "did you mean 'select'?"),
        ({"per_file_ignores": {}}, "per_file_ignores", "unknown setting", "did you mean 'per-file-ignores'?"),
        ({"hardcoded-secrets": {}}, "hardcoded-secrets", "unknown setting", "did you mean 'hardcoded-secret'?"),
        ({"LNT502": {}}, "LNT502", "options are set under a rule's name", "write 'hardcoded-secret'"),
        ({"select": ["LNT520"]}, "select", "unknown rule selector 'LNT520'", "did you mean 'LNT502'?"),
        ({"ignore": ["sql-inject"]}, "ignore", "unknown rule selector 'sql-inject'", "did you mean 'sql-injection'?"),
        ({"ignore": ["lnt101"]}, "ignore", "unknown rule selector 'lnt101'", "did you mean 'LNT101'?"),
        ({"select": ["LN"]}, "select", "unknown rule selector 'LN'", "`lintel rules` lists all rules"),
        ({"select": "ALL"}, "select", "expected a list of rule codes, prefixes or names, found a string", ""),
        ({"select": [1]}, "select", "expected a list of rule codes, prefixes or names, found an integer", ""),
        ({"fail-on": "errors"}, "fail-on", "unknown value 'errors'", "did you mean 'error'?"),
        ({"fail-on": "x"}, "fail-on", "unknown value 'x'", "one of error, warning, note, never"),
        ({"output-format": "jsn"}, "output-format", "unknown value 'jsn'", "did you mean 'json'?"),
        ({"jobs": True}, "jobs", "expected an integer, found a boolean", ""),
        ({"jobs": -1}, "jobs", "-1 is out of range", "write 0 to 1024"),
        ({"file-timeout": float("inf")}, "file-timeout", "inf is out of range", "write seconds, above 0, up to a day"),
        ({"file-timeout": float("nan")}, "file-timeout", "nan is out of range", "write seconds, above 0, up to a day"),
        ({"force-exclude": 1}, "force-exclude", "expected true or false, found an integer", ""),
        ({"exclude": ["!a"]}, "exclude", "'!a': a pattern here cannot be negated", "leave the file out of `exclude`"),
        ({"cache-dir": "a\0b"}, "cache-dir", "'a\\x00b' is not a usable value", "write a word that is not empty"),
        ({"extend": 3}, "extend", "expected a path, found an integer", ""),
        ({"sql-injection": {"x": 1}}, "sql-injection.x", "unknown option", "sql-injection has no options"),
        (
            {"hardcoded-secret": {"min_entropy": 1}},
            "hardcoded-secret.min_entropy",
            "unknown option",
            "did you mean 'min-entropy'?",
        ),
        (
            {"hardcoded-secret": {"min-length": 1.5}},
            "hardcoded-secret.min-length",
            "expected an integer, found a float",
            "",
        ),
        (
            {"hardcoded-secret": {"in-tests": 1}},
            "hardcoded-secret.in-tests",
            "expected true or false, found an integer",
            "",
        ),
        ({"hardcoded-secret": 1}, "hardcoded-secret", "expected a table of the rule's options, found an integer", ""),
        (
            {"per-file-ignores": {"a.py": ["LNT9"]}},
            "per-file-ignores: 'a.py'",
            "unknown rule selector 'LNT9'",
            "`lintel rules` lists all rules",
        ),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_place_and_a_remedy(
    table: dict[str, object], place: str, problem: str, remedy: str
) -> None:
    error = refusal(table)
    assert (error.place, error.problem, error.remedy) == (
        f"/repo/pyproject.toml: [tool.lintel] {place}",
        problem,
        remedy,
    )


def test_on_the_command_line_the_place_is_the_flag() -> None:
    assert str(refusal({"select": ["LNT10x"]}, COMMAND_LINE)).startswith("--select: unknown rule selector 'LNT10x'")
    assert refusal({"extend": "x.toml"}, COMMAND_LINE).problem == "unknown setting"


def test_the_effective_settings_are_plain_values_under_their_public_names() -> None:
    base = read({"ignore": ["LNT101"], "src": ["src"], "per-file-ignores": {"!tests/*": ["ALL"]}})
    shown = effective(read({"select": ["LNT5"], "hardcoded-secret": {"marker": "m"}}, base, COMMAND_LINE))
    assert shown["select"] == ["LNT5"]
    assert "ignore" not in shown  # a later `select` starts anew
    assert shown["src"] == ["/repo/src"]
    assert shown["per-file-ignores"] == {"!/repo/tests/*": ["ALL"]}
    assert shown["hardcoded-secret"] == {"marker": "m"}
    assert shown["settings-files"] == ["/repo/pyproject.toml"]
    msgspec.json.encode(shown)


_values = st.recursive(
    st.one_of(st.booleans(), st.integers(), st.floats(), st.text(max_size=8), st.sampled_from(["ALL", "LNT", "**/x"])),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=6), inner, max_size=3)),
    max_leaves=6,
)
_keys = st.one_of(st.sampled_from([*(setting.name for setting in SETTINGS), "hardcoded-secret"]), st.text(max_size=8))


@given(st.dictionaries(_keys, _values, max_size=4))
def test_no_table_raises_anything_but_a_settings_error(table: dict[str, object]) -> None:
    place = FILE.of("")
    try:
        effective(read(table))
    except SettingsError as error:
        place = error.place
    assert place.startswith("/repo/pyproject.toml: [tool.lintel] ")


def test_knowledge_is_kept_by_file_and_added_to_by_what_extends_it() -> None:
    base = read({"knowledge": {"rows": [{"path": "a.b"}]}})
    assert base.knowledge == (("/repo/pyproject.toml", {"rows": [{"path": "a.b"}]}),)
    above = read({"knowledge": {"same": []}}, base, Place("/repo/app", "/repo/app/pyproject.toml"))
    assert above.knowledge == (*base.knowledge, ("/repo/app/pyproject.toml", {"same": []}))


def test_knowledge_that_is_no_table_is_refused() -> None:
    error = refusal({"knowledge": []})
    assert str(error) == "/repo/pyproject.toml: [tool.lintel] knowledge: expected a table of rows, found a list"
