"""The access-path language: what it can say, what it refuses and in which words, and that text and value agree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintel.errors import KnowledgeError
from lintel.knowledge.paths import AccessPath, Selector, Step, parse_path, parse_selector

NAMES = st.sampled_from(["a", "os", "environ", "Model", "_private", "größe", "get2"])
KEYS = st.sampled_from(["HOST", "1", "bootstrap.servers", "a b", "X-Api-Key"])
STEPS = st.one_of(
    NAMES.map(lambda name: Step("member", (name,))),
    st.lists(NAMES, min_size=2, max_size=4, unique=True).map(lambda names: Step("members", tuple(names))),
    st.just(Step("call")),
    st.just(Step("await")),
    st.just(Step("element")),
    KEYS.map(lambda key: Step("element", (key,))),
)
PATHS = st.builds(AccessPath, NAMES, st.lists(STEPS, max_size=6).map(tuple))
SELECTORS = st.builds(
    Selector,
    st.none() | st.integers(0, 99),
    st.none() | NAMES | st.just("from"),
    st.lists(KEYS | st.just(""), max_size=3).map(tuple),
).filter(lambda selector: selector.position is not None or selector.keyword is not None)


@pytest.mark.parametrize(
    ("text", "sorts"),
    [
        ("os.environ.get", ["member", "member"]),
        ("os.environ[]", ["member", "element"]),
        ("requests.Session().get", ["member", "call", "member"]),
        ("asyncpg.connect().await.fetch", ["member", "call", "await", "member"]),
        ("django.conf.settings.DATABASES[][HOST]", ["member", "member", "member", "element", "element"]),
        ("django.conf.settings.*", ["member", "member", "any"]),
        ("flask.views.View+", ["member", "member", "subclass"]),
        ("django.db.models.Model+.objects.filter", ["member", "member", "member", "subclass", "member", "member"]),
        ("sqlalchemy.orm.sessionmaker()()", ["member", "member", "call", "call"]),
        ("pkg.awaited", ["member"]),
        ("requests", []),
    ],
)
def test_each_step_is_read_as_what_it_is(text, sorts):
    path = parse_path(text)
    assert [step.sort for step in path.steps] == sorts
    assert str(path) == text


def test_a_group_of_members_stands_for_one_path_each():
    path = parse_path("httpx.{Client,AsyncClient}().{get, post}")
    assert [str(each) for each in path.expanded()] == [
        "httpx.Client().get",
        "httpx.Client().post",
        "httpx.AsyncClient().get",
        "httpx.AsyncClient().post",
    ]


@pytest.mark.parametrize(
    ("text", "column", "problem"),
    [
        ("", 1, "a name is missing here"),
        (".get", 1, "a name is missing here"),
        ("os..get", 4, "a name is missing here"),
        ("os.", 4, "a name is missing here"),
        ("os environ", 3, "` ` begins no step"),
        ("os.class", 4, "`class` is a keyword of Python and cannot be a name"),
        ("await.x", 1, "`await` is a keyword of Python and cannot be a name"),
        ("a[", 3, "a key of an element is missing or begins with a space"),
        ("a[ x]", 3, "a key of an element is missing or begins with a space"),
        ("a[x", 4, "the element is not closed by `]`"),
        ("a(", 2, "`(` begins no step"),
        ("a.{b}", 6, "a group of one member is written without braces"),
        ("a.{b,b}", 8, "a member stands twice in the group"),
        ("a.{b,c", 7, "the group of members is not closed by `}`"),
        ("a.*.b", 4, "nothing may follow `.*`"),
        ("a.B()+", 7, "`+` may stand once, after a class and not after `()`"),
        ("a.B++", 6, "`+` may stand once, after a class and not after `()`"),
    ],
)
def test_a_path_that_cannot_be_read_says_where_and_why(text, column, problem):
    with pytest.raises(KnowledgeError) as caught:
        parse_path(text, "redis.yaml", "redis: rows[3]")
    assert caught.value.file == "redis.yaml"
    assert caught.value.row == ("redis: rows[3]")
    assert caught.value.problem == f"`{text}`, column {column}: {problem}"
    assert "a step is" in caught.value.remedy


@pytest.mark.parametrize(
    ("text", "selector"),
    [
        ("0", Selector(0, None)),
        ("url", Selector(None, "url")),
        ("0|url", Selector(0, "url")),
        ("auth[1]", Selector(None, "auth", ("1",))),
        ("0|servers[][host]", Selector(0, "servers", ("", "host"))),
        ("1|from", Selector(1, "from")),
    ],
)
def test_a_selector_names_an_argument_by_position_keyword_or_both(text, selector):
    assert parse_selector(text) == selector
    assert str(selector) == text


@pytest.mark.parametrize("text", ["", "|url", "0|", "0|1", "-1", "url|0", "0x", "123", "url.x", "url[", "a b"])
def test_a_selector_that_cannot_be_read_is_refused(text):
    with pytest.raises(KnowledgeError, match="a selector is a position"):
        parse_selector(text)


@given(PATHS)
def test_every_path_is_read_back_from_its_text(path):
    assert parse_path(str(path)) == path


@given(SELECTORS)
def test_every_selector_is_read_back_from_its_text(selector):
    assert parse_selector(str(selector)) == selector


@given(st.text() | st.text(alphabet="ab.()[]{}*+,| 01await"))
def test_no_text_makes_the_reader_fail_otherwise(text):
    for parse in (parse_path, parse_selector):
        try:
            value = parse(text)
        except KnowledgeError:
            continue
        assert parse(str(value)) == value
