"""What the loader refuses, in which words: file, row, line, and the nearest legal word."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintel.errors import KnowledgeError
from lintel.knowledge.index import load
from lintel.knowledge.loader import load_libraries, load_library
from lintel.knowledge.paths import Selector

HEAD = 'library: acme\nversions: {acme: "1.2"}\n'


def read(text, name="acme.yaml"):
    return load_library(name, textwrap.dedent(text).encode())


def rows(*items, head=HEAD):
    return head + "rows:\n" + "".join(f"  - {item}\n" for item in items)


def refused(text, name="acme.yaml"):
    with pytest.raises(KnowledgeError) as caught:
        load(((name, text.encode()),))
    return str(caught.value)


def test_a_row_is_read_with_its_arguments_attributes_reason_and_origin():
    library = read(
        rows(
            "{path: 'acme.{dial,open}', kind: config-sink, why: it dials, args: {host: 0|host, tuning: [timeout, 2]}}",
            "{path: acme.call, kind: external-system, system: http, unchecked: made at run time}",
        )
    )
    first, second, third = library.rows
    assert [first.text, second.text] == ["acme.dial", "acme.open"]
    assert first.argument("host").at == Selector(0, "host")
    assert [str(each.at) for each in first.arguments if each.role == "tuning"] == ["timeout", "2"]
    assert first.argument("port") is None
    assert (first.why, first.origin, first.library) == ("it dials", "acme.yaml:4", "acme")
    assert (third.get("system"), third.get("verb"), third.unchecked) == ("http", "", "made at run time")
    assert library.versions == (("acme", "1.2"),)


def test_words_that_yaml_would_turn_into_something_else_stay_words():
    library = read(rows("{path: acme.secure, kind: security-switch, role: switch, insecure: false, why: no}"))
    assert library.rows[0].get("insecure") == "false"
    assert library.rows[0].why == "no"


ROW_ERRORS = [
    ("{kind: logs, level: error}", "the key `path` is missing", "add `path: ...`"),
    ("{path: acme.x, kind: config-reed}", "unknown kind `config-reed`", "did you mean `config-read`?"),
    ("{path: acme.x, kind: logs, levle: error}", "unknown key `levle`", "did you mean `level`?"),
    ("{path: acme.x, kind: logs, system: http}", "unknown key `system`", "legal: args, kind, level, path, role,"),
    ("{path: acme.x, kind: logs}", "a row of kind `logs` needs `level`", "add `level: ...`"),
    ("{path: acme.x, kind: logs, level: eror}", "unknown level `eror`", "did you mean `error`?"),
    ("{path: acme.x, kind: logs, level: [a]}", "`level` must be a word or text", "remove the brackets"),
    ("{path: acme.x, kind: logs, level: ''}", "`level` is empty", "or leave the key out"),
    ("{path: acme.x, kind: logs, level: error, why: }", "a value is missing", "leave the key out"),
    ("{path: acme.x, kind: logs, level: error, args: {host: 0}}", "has no arguments", "remove `args`"),
    ("{path: acme.x, kind: cleanup}", "a row of kind `cleanup` needs its reason", "add `why: ...`"),
    ("{path: acme.x, kind: cli-option}", "a row of kind `cli-option` needs `args`", "add `args:"),
    ("{path: acme.x, kind: cli-option, args: {}}", "a row of kind `cli-option` needs `args`", "add `args:"),
    ("{path: acme.x, kind: config-sink}", "has either `args` or `role`", "`role` is for what is assigned"),
    ("{path: acme.x, kind: config-sink, role: url, args: {url: 0}}", "has either `args` or `role`", "assigned"),
    ("{path: acme.x, kind: config-sink, role: hots}", "unknown role `hots`", "did you mean `host`?"),
    ("{path: acme.x, kind: config-sink, role: token}", "`token` is no role of kind `config-sink`", "legal: bind"),
    ("{path: acme.x, kind: logs, level: error, role: url}", "nothing is assigned to a `logs`", "remove `role`"),
    ("{path: acme.x, kind: config-sink, args: {hst: 0}}", "unknown role `hst`", "did you mean `host`?"),
    ("{path: acme.x, kind: config-sink, args: {host: 0, port: 0}}", "an argument has two roles", "keep one"),
    ("{path: acme.x, kind: config-sink, args: {host: 0.1}}", "`0.1`, column 2: `.` cannot stand here", "a selector is"),
    ("{path: acme x, kind: request-object}", "`acme x`, column 5: ` ` begins no step", "a step is"),
    ("{path: {a: b}, kind: request-object}", "`path` must be a text or a list of texts", "write `[a, b]`"),
    ("{path: [], kind: request-object}", "`path` is empty", "write it"),
    ("just text", "a mapping is expected here", "write `key: value` lines"),
]


@pytest.mark.parametrize(("row", "problem", "remedy"), ROW_ERRORS)
def test_a_wrong_row_is_refused_with_place_and_remedy(row, problem, remedy):
    text = refused(rows("{path: acme.fine, kind: request-object}", row))
    assert text.startswith("acme.yaml: ")
    assert "line 5" in text
    assert problem in text
    assert remedy in text
    if "a value is missing" not in text:
        assert "acme: rows[1]" in text


FILE_ERRORS = [
    ("", "line 1: the file is empty"),
    ("\t- x", "line 1: not YAML"),
    ("a: [", "not YAML"),
    ("[a]", "top (line 1): a mapping is expected here"),
    ("library: acme\nrows: []\n", "the key `versions` is missing"),
    ('libary: acme\nversions: {acme: "1"}\nrows: []\n', "unknown key `libary` (did you mean `library`?)"),
    (
        'library: other\nversions: {acme: "1"}\nrows: []\n',
        "library `other` is in file `acme.yaml` (rename one to `acme`)",
    ),
    ("library: acme\nversions: {}\nrows: []\n", "`versions` is empty"),
    ("library: acme\nversions: {acme: new}\nrows: []\n", "`new` is no version of `acme` (write it as in 2.32.5)"),
    ("library: acme\nversions: [acme]\nrows: []\n", "a mapping is expected here"),
    ("library: acme\nlibrary: acme\n", "line 2: the key `library` stands twice (keep one)"),
    ("? [a]\n: b\n", "a key must be a word"),
    (HEAD + "rows: {a: b}\n", "acme (line 3): `rows` must be a list"),
    (HEAD + "rows: &a [*a]\n", "nested too deeply"),
    (HEAD + "rows: []\nsame: [{path: acme.a}]\n", "acme: same[0] (line 4): the key `as` is missing"),
    (HEAD + "rows: []\nsame: [{path: acme.a, as: 'acme.{b,c}'}]\n", "`as` names one thing"),
    (HEAD + "rows: []\nsame: [{path: acme.A+, as: acme.B}]\n", "`.*` and `+` have no place among equal names"),
    (HEAD + "rows: []\nsame: [{path: acme.a, as: acme.b}, {path: acme.b, as: acme.a}]\n", "is rewritten without end"),
    (
        HEAD + "rows: []\nsame: [{path: acme.a, as: acme.a.b}]\n",
        "acme.yaml: line 4: an equal name is rewritten without end",
    ),
    (HEAD + "rows: []\nsame: [{path: acme.a, as: acme.a}]\n", "is rewritten without end"),
    (HEAD + "rows: []\ninherits: [{path: acme.A}]\n", "acme: inherits[0] (line 4): the key `from` is missing"),
]


@pytest.mark.parametrize(("text", "message"), FILE_ERRORS)
def test_a_wrong_file_is_refused_with_place_and_remedy(text, message):
    assert message in refused(text)


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(KnowledgeError, match="byte 0: the file is not UTF-8"):
        load_library("acme.yaml", b"\xff")


def test_nesting_without_end_is_refused():
    assert "nested too deeply" in refused("a: " + "[" * 5000 + "]" * 5000)


WORD_ERRORS = [
    ("words: [{list: placeholdr, words: [a], why: b}]", "unknown list `placeholdr` (did you mean `placeholder`?)"),
    ("words: [{list: placeholder, words: [A], why: b}]", "`A` is not in lower case (write `a`)"),
    ("words: [{list: placeholder, words: [a, a], why: b}]", "`a` stands twice"),
    ("words: [{list: placeholder, words: [a]}]", "the key `why` is missing"),
    ("formats: [{provider: a, pattern: '(', keywords: [a], certain: true, why: b}]", "no regular expression"),
    ("formats: [{provider: a, pattern: a, keywords: [a], certain: maybe, why: b}]", "unknown certain `maybe`"),
    ("library: x", "unknown key `library`"),
    (
        "words: [{list: placeholder, words: [a], why: b}, {list: placeholder, words: [c], why: b}]",
        "`words placeholder` is said already in _w.yaml:1",
    ),
]


@pytest.mark.parametrize(("text", "message"), WORD_ERRORS)
def test_a_wrong_word_list_is_refused(text, message):
    assert message in refused(text, "_w.yaml")


def test_two_rows_that_say_the_same_are_refused_wherever_they_stand():
    same = "{path: acme.x, kind: config-sink, args: {host: 0}}"
    other = rows(same, head='library: other\nversions: {other: "1"}\n')
    with pytest.raises(KnowledgeError) as caught:
        load_libraries((("acme.yaml", rows(same).encode()), ("other.yaml", other.encode())))
    assert str(caught.value) == (
        "other.yaml: line 4: `config-sink acme.x 0` is said already in acme.yaml:4 (keep one of the two)"
    )


def test_two_arguments_of_one_callee_may_stand_in_two_rows():
    text = rows(
        "{path: acme.x, kind: config-sink, args: {host: 0}}",
        "{path: acme.x, kind: config-sink, args: {port: 1}, unchecked: hidden}",
    )
    assert len(load_libraries((("acme.yaml", text.encode()),))[0].rows) == 2


@given(st.binary(max_size=200) | st.text(alphabet="a:-[]{}#'\"&*!|>?,% \n\t", max_size=80).map(str.encode))
def test_no_file_makes_the_loader_fail_otherwise(content):
    for name in ("acme.yaml", "_acme.yaml"):
        try:
            load_library(name, content)
        except KnowledgeError as error:
            assert error.file == name  # noqa: PT017 - that nothing else is raised is the point
