"""Rings: which modules import one another, and which import is cheapest to cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linking import Link


def test_the_order_of_files_does_not_matter(link: Link) -> None:
    files = {
        "a.py": "import b\nX = b.Y\n",
        "b.py": "import c\nY = c.Z\n",
        "c.py": "import a\n\ndef f(): return a.X\nZ = 1\n",
    }
    shown = link(files).components.show()
    assert shown == "load: a.py b.py c.py; cut c.py -> a.py (functions), left 0"
    assert link(dict(reversed(files.items()))).components.show() == shown


def test_imports_for_the_type_checker_make_no_ring(link: Link) -> None:
    program = link(
        {
            "a.py": "import b\n",
            "b.py": "import typing\nif typing.TYPE_CHECKING:\n    import a\n\ndef f(x: 'a.X'): ...\n",
        }
    )
    assert program.components.keys() == []


def test_deferred_rings_are_apart_from_those_of_loading(link: Link) -> None:
    program = link(
        {
            "a.py": "import b\nX = b.Y\n",
            "b.py": "import a\nY = 1\n\ndef f(): return a.X\n",
            "c.py": "import a\n",
            "d.py": "def f():\n    import e\n\n    return e.x()\n",
            "e.py": "import d\n",
        }
    )
    assert program.components.keys() == ["deferred|d.py", "load|a.py"]


def test_what_stays_tied_is_said(link: Link) -> None:
    program = link(
        {
            "a.py": "import b\nimport c\nX = (b, c)\n",
            "b.py": "import a\nY = a\n",
            "c.py": "import a\n\ndef f(): return a\n",
        }
    )
    ring = program.components.ring("load|a.py")
    assert ring.modules == ("a.py", "b.py", "c.py")
    assert (ring.cut.source, ring.cut.target, ring.left) == ("c.py", "a.py", 2)
