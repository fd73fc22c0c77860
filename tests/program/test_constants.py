"""Where constants are used, and which of the project's functions read configuration."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linking import Link

ENV = """\
import os

def read(name, default=None):
    for key in ["SHOP_" + name, name]:
        if os.environ.get(key) is not None:
            return os.environ[key]
    return default

def flag(name, default=False, *, strict=False):
    return read(name, default)

def label(name, default):
    return TEXTS.get(name, default)
"""


class TestUses:
    def test_a_use_in_another_file_is_found_through_re_exports(self, link: Link) -> None:
        program = link(
            {
                "shop/constants.py": "BASE_URL = 'x'\n",
                "shop/__init__.py": "from shop.constants import BASE_URL\n",
                "shop/client.py": "import requests\nfrom shop import BASE_URL\nrequests.get(BASE_URL + '/x')\n",
            }
        )
        uses = program.answer("constant-uses", "shop/constants.py|BASE_URL")
        assert [(use.path, use.kind, use.callee, use.slot) for use in uses] == [
            ("shop/client.py", "argument", "requests.get", "0")
        ]

    def test_attributes_of_an_imported_module_are_uses(self, link: Link) -> None:
        program = link(
            {
                "shop/constants.py": "BASE_URL = 'x'\n",
                "shop/client.py": "from shop import constants\ndef f(url=constants.BASE_URL): ...\n",
            }
        )
        uses = program.answer("constant-uses", "shop/constants.py|BASE_URL")
        assert [(use.kind, use.slot) for use in uses] == [("default", "url")]

    def test_a_local_name_is_another_name(self, link: Link) -> None:
        program = link({"a.py": "BASE_URL = 'x'\ndef f():\n    BASE_URL = 'y'\n    return BASE_URL\n"})
        assert program.answer("constant-uses", "a.py|BASE_URL") == []

    def test_nothing_is_known_of_what_is_not_there(self, link: Link) -> None:
        assert link({"a.py": ""}).answer("constant-uses", "a.py|X_URL") == []


class TestReaders:
    def test_a_function_that_reads_the_environment_is_a_reader(self, link: Link) -> None:
        program = link({"shop/env.py": ENV, "shop/app.py": "from shop.env import read\n"})
        shape = program.answer("config-reader", "shop/app.py|shop.env.read")
        assert (shape.name_position, shape.name_keyword) == (0, "name")
        assert (shape.default_position, shape.default_keyword) == (1, "default")

    def test_a_wrapper_of_a_reader_is_one(self, link: Link) -> None:
        program = link({"shop/env.py": ENV})
        assert program.answer("config-reader", "shop/env.py|:flag") is not None

    def test_star_imports_lead_there(self, link: Link) -> None:
        program = link({"shop/env.py": ENV, "shop/app.py": "from shop.env import *\n"})
        assert program.answer("config-reader", "shop/app.py|:read") is not None

    def test_a_lookup_in_a_dictionary_of_its_own_is_none(self, link: Link) -> None:
        program = link({"shop/env.py": ENV})
        assert program.answer("config-reader", "shop/env.py|:label") is None
        assert program.answer("config-reader", "shop/env.py|:nothing") is None

    def test_a_function_that_keeps_its_default_to_itself_is_none(self, link: Link) -> None:
        text = "import os\ndef read(name, default):\n    print(len(default))\n    return os.environ[name]\n"
        assert link({"a.py": text}).answer("config-reader", "a.py|:read") is None
