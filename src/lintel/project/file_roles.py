"""What the path of a file says about its part in a project: tests, migrations, settings, scripts, examples.

Only the path decides here, so that a finding cached with a file stays right; what classes and decorators say is
answered by `program.roles`.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

_TEST_FOLDERS = frozenset(
    {"tests", "test", "testing", "spec", "specs", "fixtures", "testdata", "test_utils", "benchmarks"}
)
_TEST_FILE = re.compile(
    r"(test_.*|.*_tests?|tests?|testlib|(.*_)?test_?utils?|testcases?|conftest|testing|.*_fixtures?|factories)\.py\Z"
)
_SETTINGS_FOLDERS = frozenset({"settings", "config", "configs", "conf"})
_SETTINGS_FILE = re.compile(
    r"(settings|config|conf|configuration|constants|defaults|env|environment|.*_settings|.*_config|settings_.*|"
    r"config_.*|gunicorn.*conf|celeryconfig|environment_variables)\.py\Z"
)
_SCRIPT_FOLDERS = frozenset({"scripts", "bin", "tools", "commands", "cli", "ci", "dev"})
_SCRIPT_FILE = re.compile(r"(manage|setup|noxfile|fabfile|tasks|cli|__main__|.*_cli)\.py\Z")
_EXAMPLE_FOLDERS = frozenset(
    {"examples", "example", "docs", "doc", "samples", "sample", "demo", "demos", "tutorials", "sandbox"}
)
_TEST_FOLDER = re.compile(r".+[_-]tests?\Z|e2e\Z")
_EXAMPLE_FILE = re.compile(
    r"(.*_)?(settings|config|conf|configuration)[_.\-](tmpl|template|example|sample|dist)\.py\Z|"
    r"(example|sample|template)[_.\-](settings|config|conf|configuration)\.py\Z"
)
_EXAMPLE_FOLDER = re.compile(r"(examples?|samples?|demos?)[_-]")


class FileRole(msgspec.Struct, frozen=True):
    """The parts that a file may play; several may hold at once."""

    test: bool = False
    migration: bool = False
    settings: bool = False
    script: bool = False
    example: bool = False

    @property
    def production(self) -> bool:
        """Whether the file is code that runs in production (no test, example)."""
        return not (self.test or self.example)


@cache
def file_role(path: str) -> FileRole:
    """The roles that a project-relative posix path speaks of."""
    *folders, name = path.lower().split("/")
    inside = set(folders)
    return FileRole(
        test=bool(inside & _TEST_FOLDERS)
        or any(_TEST_FOLDER.match(folder) for folder in folders)
        or bool(_TEST_FILE.match(name)),
        migration="migrations" in inside
        or ("versions" in inside and bool(inside & {"alembic", "migration", "migrations"})),
        settings=bool(inside & _SETTINGS_FOLDERS) or bool(_SETTINGS_FILE.match(name)),
        script=bool(inside & _SCRIPT_FOLDERS) or bool(_SCRIPT_FILE.match(name)),
        example=bool(inside & _EXAMPLE_FOLDERS)
        or any(_EXAMPLE_FOLDER.match(folder) for folder in folders)
        or bool(_EXAMPLE_FILE.match(name)),
    )
