"""A file as it is held while it is judged: its text, its lines, and places for any of its nodes."""

from __future__ import annotations

import libcst
import pytest
from source_samples import ODD, library_files, reference_spans

from lintel.errors import SourceError
from lintel.source.module import Module

CODE = (
    b"import os\n\n\nclass A:  # first\n    def f(self):\n        return os.getcwd(1)\n\n\n"
    b"try:\n    pass\nexcept E as e:\n    A().f()\n"
)


def test_text_lines_and_path():
    module = Module("a/b.py", "# -*- coding: latin-1 -*-\r\nname = 'é'".encode("latin-1"), max_bytes=1000)
    assert module.path == "a/b.py"
    assert module.text == "# -*- coding: latin-1 -*-\r\nname = 'é'"
    assert module.lines == ("# -*- coding: latin-1 -*-", "name = 'é'")


def test_what_cannot_be_parsed_is_refused_with_the_reason():
    with pytest.raises(SourceError) as caught:
        Module("a.py", b"def f(:\n", max_bytes=1000)
    assert caught.value.kind == "syntax"
    with pytest.raises(SourceError) as caught:
        Module("a.py", b"a = 1\n" * 1000, max_bytes=1000)
    assert caught.value.kind == "too-large"


def test_scopes_names_and_comments_of_the_same_tree():
    module = Module("a.py", CODE, max_bytes=1000)
    (first, second, third) = module.walked.of("Call")
    said = {module.names.name_of(each) for each in (first, second, third)}
    assert said == {"os.getcwd()", ":A()", ":A().f()"}
    assert [each.text for each in module.comments] == ["# first"]
    assert module.scopes.is_builtin(module.walked.of("Name")[0]) is False


def test_nothing_is_made_before_it_is_asked_for():
    made = vars(Module("a.py", CODE, max_bytes=1000))
    assert not {"scopes", "names", "comments", "lines"} & made.keys()


def all_places(data: bytes, *, together: bool) -> None:
    module = Module("a.py", data, max_bytes=5_000_000)
    if module.root.code != module.text:
        pytest.skip("LibCST drops form feeds and lines of one backslash: tests of positions hold the places there")
    reference = {id(node): span for node, span in reference_spans(module.root).items()}
    nodes = [node for nodes in module.walked.by_type.values() for node in nodes if not isinstance(node, libcst.Module)]
    wanted = nodes if together else nodes[:: max(1, len(nodes) // 60)]
    found = module.spans(wanted) if together else {id(node): module.spans([node])[id(node)] for node in wanted}
    assert found == {id(node): reference[id(node)] for node in wanted}


@pytest.mark.parametrize("name", ODD)
def test_places_are_those_of_libcst_asked_together_or_one_by_one(name):
    try:
        Module("a.py", ODD[name], max_bytes=1000)
    except SourceError:
        pytest.skip("not Python")
    all_places(ODD[name], together=True)
    all_places(ODD[name], together=False)


@pytest.mark.parametrize("path", library_files()[2::6], ids=lambda path: path.name)
def test_places_in_files_of_the_library(path):
    try:
        all_places(path.read_bytes(), together=False)
    except SourceError:
        pytest.skip("not for LibCST")


def test_of_nothing_asked_for_nothing():
    assert Module("a.py", CODE, max_bytes=1000).spans([]) == {}
