"""What constructors need: parameters without default, and what they make without handing themselves over."""

from __future__ import annotations

from lintel.facts.constructions import extract_constructions
from lintel.facts.owners import Owners
from lintel.source.module import Module

TEXT = b"""
from shop.mail import Mail, Box

class Desk:
    def __init__(self, mail: Mail, box: Box | None = None, *, name: str) -> None:
        self.mail, self.part = mail, Part(self)
        self.box = box or Box(name)

    def later(self):
        return Mail()

class Plain:
    def __init__(self, anything):
        self.anything = anything
"""


def test_what_is_taken_and_made() -> None:
    module = Module("shop/desk.py", TEXT, max_bytes=10_000)
    (found,) = extract_constructions(module, Owners(module.walked))
    assert (found.owner, found.required, found.makes) == ("Desk", ("mail", "name"), ("shop.mail.Box",))
