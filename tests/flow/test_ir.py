"""The flow IR on its own: constants that MessagePack cannot carry, round trips, places and operands."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintel.flow import encoding, ir
from lintel.flow.text import show


def module_of(*constants: object) -> ir.ModuleIR:
    pool = [(ir.ABSENT, 0, 0), *map(encoding.entry_of, constants)]
    return ir.ModuleIR(
        ["f", "x"], pool, [ir.Function("<module>", ir.MODULE_BODY, -1, -1, 0, [], [1], 2, [], [], [], [[]])]
    )


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        0,
        -1,
        1.5,
        float("inf"),
        "",
        "é",
        "\ud800\udfff",
        b"",
        b"\x00\xff",
        2j,
        ...,
        2**63 - 1,
        2**63,
        -(2**63) - 1,
    ],
)
def test_a_constant_survives_the_round_trip(value: object) -> None:
    module = encoding.decode(encoding.encode(module_of(value)))
    back = encoding.constant(module, ~1)
    assert back == value
    assert type(back) is type(value)


@given(st.one_of(st.text(st.characters()), st.binary(), st.integers(), st.floats(allow_nan=False)))
def test_any_constant_survives_the_round_trip(value: object) -> None:
    assert encoding.constant(encoding.decode(encoding.encode(module_of(value))), ~1) == value


@pytest.mark.parametrize("operand", [0, 1, ~0])
def test_what_is_no_constant_has_no_value(operand: int) -> None:
    with pytest.raises(ValueError, match="no constant"):
        encoding.constant(module_of(), operand)


def test_what_is_no_python_constant_is_unknown() -> None:
    assert encoding.entry_of(object()) == (ir.UNKNOWN, 0, 0)


def test_foreign_bytes_are_refused() -> None:
    with pytest.raises(msgspec.DecodeError):
        encoding.decode(b"\x93\x01\x02\x03")


def test_each_opcode_is_the_index_of_its_row() -> None:
    assert [getattr(ir, op.name) for op in ir.OPS] == list(range(len(ir.OPS)))


def test_each_opcode_is_documented() -> None:
    table = {
        name
        for line in (ir.__doc__ or "").splitlines()
        if line.startswith("| ")
        for name in line.split("|")[1].split(", ")
    }
    assert {op.name for op in ir.OPS} <= {name.strip() for name in table}


def test_a_place_is_the_type_and_ordinal() -> None:
    assert ir.place((ir.CALL, 7, 0, 1, 0)) == ("Call", 7)
    assert ir.place((ir.MOVE, ir.KINDS.index("For"), 3, 0, 1)) == ("For", 3)
    assert ir.place((ir.RETURN, ir.NO_PLACE, 0)) is None
    assert ir.place((ir.NOT, 0, 1)) is None


def test_operands_follow_the_layout() -> None:
    call = (ir.CALL, 7, 0, 1, 1, 2, 0, 3)
    assert ir.operands(call) == [("at", 7), ("to", 0), ("v", 1), ("count", 1), ("v", 2), ("n", 0), ("v", 3)]
    assert ir.blocks_of((ir.IF, 0, ir.NONE, ir.NONE, 0, 1, 2, 1, 3)) == [1, 2, 3]


def test_the_text_form_can_say_where() -> None:
    function = ir.Function(
        "f", ir.DEFINITION, 0, -1, 0, [(ir.ORDINARY, 0)], [1], 2, [], [], [], [[(ir.CALL, 7, 1, 0, 0)]]
    )
    module = ir.ModuleIR(["f", "x"], [(ir.ABSENT, 0, 0)], [function])
    assert show(module) == "def f(x)\n  %0 = call x()\n"
    assert show(module, places=True) == "def f(x)\n  %0 = call x()  @Call 7\n"
