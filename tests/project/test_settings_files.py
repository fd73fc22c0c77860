"""Which settings file rules a folder, and what it extends."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintel.errors import SettingsError
from lintel.project.settings_files import SettingsSource, read_settings, says_lintel, settings_above, settings_in
from lintel.settings import Pattern, Settings, Words

WORDS = Words({})


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def source(folder: Path, **more: object) -> SettingsSource:
    return SettingsSource(words=WORDS, folder=str(folder), **more)  # type: ignore[arg-type]


def test_the_nearest_file_with_the_table_decides_and_nothing_merges(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "[tool.lintel]\njobs = 1\nforce-exclude = true")
    write(tmp_path / "a/pyproject.toml", "[tool.lintel]\njobs = 2")
    write(tmp_path / "a/b/pyproject.toml", "[tool.other]\njobs = 3")
    settings = settings_above(str(tmp_path / "a/b"), str(tmp_path), source(tmp_path))
    assert (settings.jobs, settings.force_exclude) == (2, False)
    assert settings.files == (str(tmp_path / "a/pyproject.toml"),)


def test_a_file_above_the_root_says_nothing(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "[tool.lintel]\njobs = 1")
    (tmp_path / "root/a").mkdir(parents=True)
    assert settings_above(str(tmp_path / "root/a"), str(tmp_path / "root"), source(tmp_path)) == Settings()


def test_what_is_extended_lies_below_and_keeps_its_own_folder(tmp_path: Path) -> None:
    write(tmp_path / "shared/base.toml", 'exclude = ["gen/*"]\njobs = 7\nfail-on = "note"')
    top = write(tmp_path / "app/pyproject.toml", '[tool.lintel]\nextend = "../shared/base.toml"\nfail-on = "never"')
    settings = read_settings(top, WORDS)
    assert settings.exclude == (Pattern(str(tmp_path / "shared"), "gen/*"),)
    assert (settings.jobs, settings.fail_on) == (7, "never")
    assert settings.files == (str(tmp_path / "shared/base.toml"), str(top))


def test_files_that_extend_each_other_are_refused(tmp_path: Path) -> None:
    write(tmp_path / "a.toml", 'extend = "b.toml"')
    write(tmp_path / "b.toml", 'extend = "./a.toml"')
    with pytest.raises(SettingsError, match=r"in a circle: .*a\.toml -> .*b\.toml -> .*a\.toml"):
        read_settings(tmp_path / "a.toml", WORDS)


def test_a_missing_extended_file_names_who_asked_for_it(tmp_path: Path) -> None:
    top = write(tmp_path / "pyproject.toml", '[tool.lintel]\nextend = "nowhere.toml"')
    with pytest.raises(SettingsError) as caught:
        read_settings(top, WORDS)
    assert caught.value.place == f"{top}: [tool.lintel] extend"
    assert "nowhere.toml" in caught.value.problem


def test_a_wrong_word_names_the_file_that_says_it(tmp_path: Path) -> None:
    base = write(tmp_path / "base.toml", "jbos = 1")
    top = write(tmp_path / "pyproject.toml", '[tool.lintel]\nextend = "base.toml"')
    with pytest.raises(SettingsError) as caught:
        read_settings(top, WORDS)
    assert caught.value.place == f"{base}: [tool.lintel] jbos"


def test_a_broken_file_that_means_us_is_refused_and_others_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path / "ours/pyproject.toml", "[tool.lintel]\njobs = = 1")
    write(tmp_path / "template/pyproject.toml", "[project]\nname = {{ name }}")
    with pytest.raises(SettingsError, match="not valid TOML"):
        settings_in(str(tmp_path / "ours"), source(tmp_path))
    assert settings_in(str(tmp_path / "template"), source(tmp_path)) is None


def test_the_table_may_be_written_in_any_way_toml_allows(tmp_path: Path) -> None:
    assert says_lintel(write(tmp_path / "1/pyproject.toml", "[tool]\nlintel.jobs = 1"))
    assert says_lintel(write(tmp_path / "2/pyproject.toml", "tool = {lintel = {}}"))
    assert not says_lintel(write(tmp_path / "3/pyproject.toml", '[project]\nname = "lintel"'))
    assert not says_lintel(tmp_path / "4/pyproject.toml")


def test_a_table_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="expected a table"):
        read_settings(write(tmp_path / "pyproject.toml", "[tool]\nlintel = 1"), WORDS)


def test_the_command_line_lies_on_top_of_every_file(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "[tool.lintel]\njobs = 1\nforce-exclude = true")
    settings = settings_above(str(tmp_path), str(tmp_path), source(tmp_path, overrides={"jobs": 4}))
    assert (settings.jobs, settings.force_exclude) == (4, True)


def test_config_replaces_the_search_and_isolated_reads_nothing(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "[tool.lintel]\njobs = 1")
    write(tmp_path / "other.toml", "jobs = 2")
    folder = str(tmp_path)
    assert settings_above(folder, folder, source(tmp_path, config="other.toml")).jobs == 2
    assert settings_in(folder, source(tmp_path, config="other.toml")) is None
    assert settings_above(folder, folder, source(tmp_path, isolated=True)).jobs == 0
    with pytest.raises(SettingsError, match="cannot be combined"):
        settings_above(folder, folder, source(tmp_path, isolated=True, config="other.toml"))
    with pytest.raises(SettingsError, match=r"--config: cannot read"):
        settings_above(folder, folder, source(tmp_path, config="absent.toml"))
