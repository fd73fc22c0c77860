"""How knowledge is asked: exact places, equal names, subclasses, elements, any member; and how it is stored."""

from __future__ import annotations

import textwrap

import pytest

from lintel.knowledge.index import Knowledge, digest, load

ACME = b"""
library: acme
versions: {acme: "1.2"}
same:
  - {path: acme.api, as: acme}
  - {path: acme.session(), as: acme.Session()}
  - {path: acme.Session().child(), as: acme.Session()}
  - {path: acme.current, as: acme.App()}
inherits:
  - {path: acme.JsonView, from: acme.View}
  - {path: acme.ListView, from: acme.JsonView}
rows:
  - {path: acme.get, kind: config-sink, args: {url: 0|url}}
  - {path: acme.get, kind: external-system, system: http}
  - {path: acme.Session().*, kind: external-system, system: http}
  - {path: acme.Session().close, kind: cleanup, why: gone either way}
  - {path: "acme.settings.DB[][HOST]", kind: config-sink, role: host}
  - {path: "acme.environ[]", kind: config-read, result: text, missing: raises}
  - {path: acme.View+, kind: endpoint-class, handlers: get post, shape: view}
  - {path: acme.ListView, kind: admin-base}
  - {path: acme.App().log, kind: logs, level: info}
  - {path: acme.Model+.objects.all, kind: query, effect: reads}
"""


@pytest.fixture(scope="module")
def acme():
    return load((("acme.yaml", ACME),))


def places(rows):
    return [row.text for row in rows]


def test_a_place_is_found_by_its_name_and_kind(acme):
    (row,) = acme.rows("config-sink", "acme.get")
    assert str(row.argument("url").at) == "0|url"
    assert acme.kinds_of("acme.get") == {"config-sink", "external-system"}


@pytest.mark.parametrize(
    "name", ["acme.put", "acme", "acme.get.x", "other.get", "get", "", ":acme.get", "acmeget", "acme.get()"]
)
def test_other_places_are_not(acme, name):
    assert acme.all_rows(name) == ()


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("acme.api.get", {"config-sink", "external-system"}),
        ("acme.session().close", {"cleanup", "external-system"}),
        ("acme.api.session().child().child().close", {"cleanup", "external-system"}),
        ("acme.current.log", {"logs"}),
        ("acme.currently.log", set()),
    ],
)
def test_equal_names_lead_to_the_same_rows(acme, name, kinds):
    assert acme.kinds_of(name) == kinds


def test_any_member_is_met_by_every_member_and_by_no_call(acme):
    assert acme.kinds_of("acme.Session().anything") == {"external-system"}
    assert acme.kinds_of("acme.Session()") == frozenset()
    assert acme.kinds_of("acme.Session().anything()") == frozenset()


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("acme.settings.DB[default][HOST]", {"config-sink"}),
        ("acme.settings.DB[][HOST]", {"config-sink"}),
        ("acme.settings.DB[default][PORT]", set()),
        ("acme.settings.DB[HOST]", set()),
        ("acme.environ[PATH]", {"config-read"}),
        ("acme.environ[]", {"config-read"}),
        ("acme.environ[a][b][c][d][e][f]", set()),
    ],
)
def test_any_element_is_met_by_every_key(acme, name, kinds):
    assert acme.kinds_of(name) == kinds


def test_a_class_is_asked_about_with_its_bases(acme):
    assert acme.kinds_of(":Orders") == frozenset()
    assert acme.kinds_of(":Orders", ["builtins.object", "acme.View"]) == {"endpoint-class"}


def test_what_library_classes_inherit_reaches_their_subclasses(acme):
    assert acme.kinds_of("acme.JsonView") == {"endpoint-class"}
    assert places(acme.rows("endpoint-class", ":Orders", ["acme.ListView"])) == ["acme.View+"]


def test_a_row_without_plus_is_about_that_class_alone(acme):
    assert acme.kinds_of("acme.ListView") == {"admin-base", "endpoint-class"}
    assert acme.kinds_of(":Orders", ["acme.ListView"]) == {"endpoint-class"}


def test_members_are_asked_about_by_way_of_the_bases(acme):
    assert acme.kinds_of(":Mine().close", ["acme.Session().close"]) == {"cleanup", "external-system"}
    assert acme.kinds_of("app.User.objects.all", ["acme.Model.objects.all"]) == {"query"}
    assert acme.kinds_of(":mine", ["acme.get"]) == frozenset()


def test_a_row_is_told_once_however_it_is_reached(acme):
    assert len(acme.rows("endpoint-class", "acme.View", ["acme.View", "acme.JsonView", "acme.ListView"])) == 1


def test_names_are_told_apart_cheaply_by_their_package(acme):
    assert acme.is_about("acme.anything")
    assert acme.is_about("acme[x]")
    assert not acme.is_about("acmeology.get")


def test_the_compiled_form_is_equal(acme):
    again = Knowledge.decode(acme.encode())
    assert again is not None
    assert (again.libraries, again.digest) == (acme.libraries, acme.digest)
    assert again.encode() == acme.encode()
    assert again.rows("cleanup", "acme.session().close") == acme.rows("cleanup", "acme.session().close")


def test_a_damaged_or_foreign_compiled_form_is_a_miss(acme):
    data = acme.encode()
    foreign = data.replace(b"\x93\x01", b"\x93\x7f", 1)
    for wrong in (b"", b"{}", data[:-1], data[: len(data) // 2], b"\x00" * 40, foreign):
        assert Knowledge.decode(wrong) is None


def test_the_digest_tells_contents_and_names_apart_and_parses_nothing():
    first = digest((("a.yaml", b"not: [yaml"), ("b.yaml", b"")))
    assert first == digest((("a.yaml", b"not: [yaml"), ("b.yaml", b"")))
    assert len({first, digest((("a.yaml", b"not: [yaml"),)), digest((("a.yaml", b""), ("b.yaml", b"not: [yaml")))}) == 3
    assert len(digest()) == 16


def test_a_warm_start_does_not_import_yaml(tmp_path, run_python):
    stored = tmp_path / "knowledge"
    stored.write_bytes(load().encode())
    program = textwrap.dedent(
        f"""
        import pathlib, sys
        from lintel.knowledge.index import Knowledge, digest
        known = Knowledge.decode(pathlib.Path({str(stored)!r}).read_bytes())
        assert known.digest == digest() and known.kinds_of("os.getenv") == {{"config-read"}}
        print([name for name in ("yaml", "libcst") if name in sys.modules])
        """
    )
    assert run_python(program) == "[]\n"
