"""What a finding is known by outlives the words that it is told in: baselines and verdicts are kept under it."""

from __future__ import annotations

from pathlib import Path

import pytest
from harness import Bench

from lintel.knowledge.index import Knowledge
from lintel.run.gather import with_fingerprints

SECRET = "lintel.rules.configuration.hardcoded_secret"
DEFAULT = "lintel.rules.configuration.insecure_config_default"

SECRETS = (
    "import jwt\n\n\ndef issue(user):\n"
    '    return jwt.encode({"sub": user.id}, "kuY7-2mQ!xA9", "HS256")\n\n\n'
    'STORAGE_SECRET_KEY = "q8Zr1LwX0vTn5JpYc3KdG7hB"\n'
    'ENGINE = connect("postgresql://shop:v3rySecr3t@db.shop.internal/orders")\n'
)
FALLBACKS = (
    'import os\n\nSECRET_KEY = os.getenv("SECRET_KEY", "t0p-Secret-4711")\nDEBUG = os.getenv("DEBUG", True)\n'
    'URL = os.getenv("DATABASE_URL", "postgresql://shop:v3rySecr3t@db.shop.internal/orders")\n'
)


def told(folder: Path, knowledge: Knowledge, module: str, text: str) -> list[tuple[str, str, str]]:
    """Anchor, identity and message of each finding of a rule in a file."""
    judged = Bench(folder, (module,), knowledge).judge({"app.py": text})
    assert not judged.failures
    return [(each.anchor, each.fingerprint, each.message) for each in with_fingerprints(judged.findings)]


def test_secrets_are_known_by_role_and_name(tmp_path: Path, knowledge: Knowledge) -> None:
    found = told(tmp_path, knowledge, SECRET, SECRETS)
    assert [anchor for anchor, _, _ in found] == [
        "passed key jwt.encode",
        "named STORAGE_SECRET_KEY",
        "shaped connect",
    ]


def test_fallbacks_are_known_by_role_and_name(tmp_path: Path, knowledge: Knowledge) -> None:
    found = told(tmp_path, knowledge, DEFAULT, FALLBACKS)
    assert [anchor for anchor, _, _ in found] == ["secret SECRET_KEY", "flag DEBUG", "secret DATABASE_URL"]


@pytest.mark.parametrize(("module", "text"), [(SECRET, SECRETS), (DEFAULT, FALLBACKS)])
def test_other_words_and_another_value_make_no_other_finding(
    tmp_path: Path, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch, module: str, text: str
) -> None:
    before = told(tmp_path / "before", knowledge, module, text)
    changed = text.replace("v3rySecr3t", "an0therSecr3t").replace("t0p-Secret-4711", "t0p-Secret-4712")
    monkeypatch.setattr(f"{SECRET}.shown_credential", lambda node: "a text of some length")
    after = told(tmp_path / "after", knowledge, module, changed.replace("\n\n", "\n\n\n"))
    assert before
    assert [each[:2] for each in after] == [each[:2] for each in before]


def test_two_of_a_name_in_two_functions_are_two(tmp_path: Path, knowledge: Knowledge) -> None:
    text = "".join(f'def f{n}():\n    STORAGE_SECRET_KEY = "q8Zr1LwX0vTn5JpYc3KdG7h{n}"\n' for n in range(2))
    found = told(tmp_path, knowledge, SECRET, text * 2)
    assert len({identity for _, identity, _ in found}) == len(found) == 4
