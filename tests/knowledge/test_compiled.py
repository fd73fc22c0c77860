"""The compiled form says what the YAML says, and is believed only beside the files that it was made of."""

from __future__ import annotations

from pathlib import Path

from lintel.knowledge import index
from lintel.knowledge.compiled import read_compiled, write_compiled


def test_it_says_what_the_files_say(tmp_path: Path) -> None:
    file = write_compiled(tmp_path)
    assert file.parent == tmp_path
    known = read_compiled(index.digest(), tmp_path)
    assert known is not None
    assert known.libraries == index.load().libraries
    assert known.digest == index.digest()


def test_that_of_other_files_is_not_believed(tmp_path: Path) -> None:
    write_compiled(tmp_path)
    other = index.digest((("_words.yaml", b"words: []\n"),))
    assert read_compiled(other, tmp_path) is None


def test_none_or_a_damaged_one_is_none(tmp_path: Path) -> None:
    assert read_compiled(index.digest(), tmp_path) is None
    file = write_compiled(tmp_path)
    file.write_bytes(file.read_bytes()[:-7])
    assert read_compiled(index.digest(), tmp_path) is None
