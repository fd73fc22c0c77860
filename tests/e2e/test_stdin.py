"""`lintel check -`: what an editor has not saved is judged as if it were."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from processes import environment


@pytest.fixture
def buffered():
    def run(folder, text, *arguments):
        command = [sys.executable, "-m", "lintel", "check", "-", *arguments]
        return subprocess.run(
            command, cwd=folder, env=environment(), capture_output=True, input=text, timeout=200, check=False
        )

    return run


NAME = "--stdin-filename=api/database.py"


def findings(finished) -> list[tuple[str, int, str]]:
    return [(each["path"], each["line"], each["code"]) for each in json.loads(finished.stdout)["findings"]]


def test_it_says_what_it_would_say_of_the_file(shop, lintel, buffered):
    saved = lintel(shop, "check", "api/database.py", "--output-format=json")
    text = (shop / "api" / "database.py").read_bytes()
    assert buffered(shop, text, NAME, "--output-format=json").stdout == saved.stdout


def test_what_other_files_say_counts_where_it_is_known(shop, lintel, buffered):
    """A constant that nothing uses is no address in use; whether something does, the project knows."""
    text = b'ADDRESS = "http://billing.internal:8080"\n'
    (shop / "api" / "pay.py").write_text(
        "import requests\n\nfrom api.places import ADDRESS\n\n\n"
        "def pay(order):\n    return requests.post(ADDRESS, order)\n"
    )
    alone = buffered(shop, text, "--stdin-filename=api/places.py", "--output-format=json")
    assert findings(alone) == []
    lintel(shop, "check")
    known = buffered(shop, text, "--stdin-filename=api/places.py", "--output-format=json")
    assert findings(known) == [("api/places.py", 1, "LNT501")]


def test_of_a_store_that_is_not_believed_nothing_is_taken_and_nothing_is_read_for_it(shop, lintel, buffered):
    text = b'ADDRESS = "http://billing.internal:8080"\n'
    (shop / "api" / "pay.py").write_text("from api.places import ADDRESS\n\nHERE = open(ADDRESS)\n# TODO: pay\n")
    lintel(shop, "check")
    for command in (("init", "-q"), ("add", "-f", ".lintel_cache")):
        subprocess.run(["git", *command], cwd=shop, check=True)
    finished = buffered(shop, text, "--stdin-filename=api/places.py", "--output-format=json")
    said = json.loads(finished.stdout)
    assert "git tracks it" in said["notices"][0]["message"]
    assert said["findings"] == []


def test_a_suppression_is_not_called_useless_by_who_sees_one_file(shop, lintel, buffered):
    text = b'ADDRESS = "http://billing.internal:8080"  # lintel: ignore[LNT501] -- the test stand\n'
    name = "--stdin-filename=api/places.py"
    assert findings(buffered(shop, text, name, "--output-format=json")) == []
    lintel(shop, "check")
    assert findings(buffered(shop, text, name, "--output-format=json")) == [("api/places.py", 1, "LNT910")]
    (shop / "broken.py").write_text("def (:\n")
    unsure = buffered(shop, text, name, "--output-format=json")
    assert (unsure.returncode, findings(unsure)) == (2, [])


def test_nothing_of_it_stays(shop, lintel, buffered):
    before = lintel(shop, "check", "--output-format=json").stdout
    assert findings(buffered(shop, b"# TODO: not saved\n", NAME, "--output-format=json"))
    assert lintel(shop, "check", "--output-format=json").stdout == before


def test_of_a_project_that_was_never_read_nothing_is_read_or_kept(shop, buffered):
    finished = buffered(shop, b"# TODO: one\n", NAME, "--output-format=json")
    assert findings(finished) == [("api/database.py", 1, "LNT907")]
    assert not (shop / ".lintel_cache").exists()


def test_frames_show_what_was_not_saved(shop, buffered):
    assert b"# TODO: never on disk" in buffered(shop, b"\n\nx = 1  # TODO: never on disk\n", NAME).stdout


@pytest.mark.parametrize("name", ["new.py", "new/folder/deep.py", "stdin"])
def test_a_file_that_does_not_exist_yet(tmp_path, buffered, name):
    finished = buffered(tmp_path, b"# TODO: one\n", f"--stdin-filename={name}", "--output-format=json")
    assert findings(finished) == [(name, 1, "LNT907")]
    assert list(tmp_path.iterdir()) == []


def test_without_a_name_it_is_called_stdin(tmp_path, buffered):
    assert findings(buffered(tmp_path, b"# TODO: one\n", "--output-format=json")) == [("stdin.py", 1, "LNT907")]


def test_what_is_no_python_is_a_failure(tmp_path, buffered):
    finished = buffered(tmp_path, b"def (:\n", NAME)
    assert finished.returncode == 2
    assert b"api/database.py" in finished.stdout


def test_settings_of_the_file_that_it_is_hold(shop, buffered):
    (shop / "pyproject.toml").write_text("[tool.lintel.per-file-ignores]\n'api/*' = ['LNT907']\n")
    assert findings(buffered(shop, b"# TODO: one\n", NAME, "--output-format=json")) == []
    assert findings(buffered(shop, b"# TODO: one\n", "--stdin-filename=a.py", "--output-format=json"))


@pytest.mark.parametrize(
    ("arguments", "reason"), [(("api",), b"exclude each other"), (("--stdin-filename=x.py", "--", "api"), b"exclude")]
)
def test_it_stands_alone(shop, buffered, arguments, reason):
    finished = buffered(shop, b"", *arguments)
    assert finished.returncode == 2
    assert reason in finished.stderr


def test_a_name_without_standard_input_is_refused(shop, lintel):
    finished = lintel(shop, "check", "api", "--stdin-filename=x.py")
    assert finished.returncode == 2
    assert b"--stdin-filename" in finished.stderr


def test_a_sarif_file_beside_what_is_printed(shop, lintel):
    finished = lintel(shop, "check", "--output-format=concise", "--output-file=sarif=lintel.sarif")
    log = json.loads((shop / "lintel.sarif").read_bytes())
    places = [each["locations"][0]["physicalLocation"] for each in log["runs"][0]["results"]]
    said = [f"{each['artifactLocation']['uri']}:{each['region']['startLine']}" for each in places]
    assert said == [":".join(line.split(":")[:2]) for line in finished.stdout.decode().splitlines()[: len(said)]]
    assert lintel(shop, "check", "--output-format=sarif", "--statistics").returncode == 2
