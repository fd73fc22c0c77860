"""The flow IR as bytes, and constants as pool entries: MessagePack has no lone surrogates or huge integers."""

from __future__ import annotations

from typing import Final

import msgspec

from lintel.flow import ir

_ENCODER: Final = msgspec.msgpack.Encoder()
_DECODER: Final = msgspec.msgpack.Decoder(ir.ModuleIR)


def encode(module: ir.ModuleIR) -> bytes:
    """The module as MessagePack."""
    return _ENCODER.encode(module)


def decode(data: bytes) -> ir.ModuleIR:
    """What `encode` wrote.

    Raises:
        msgspec.DecodeError: the bytes are something else.
    """
    return _DECODER.decode(data)


def constant(module: ir.ModuleIR, operand: int) -> object:
    """The Python value of a constant operand.

    Raises:
        ValueError: the operand is a register, a variable, a free name, absent or unknown.
    """
    if operand >= 0:
        raise ValueError("a register is no constant")
    return constant_of(module.pool[~operand])


def constant_of(entry: ir.Entry) -> object:
    """The Python value of a pool entry; raises ValueError for an entry that is no constant."""
    if type(entry) is not tuple:
        return entry
    tag, payload, _ = entry
    if tag == ir.ELLIPSIS:
        return ...
    if tag == ir.IMAGINARY and isinstance(payload, float):
        return complex(0.0, payload)
    if tag == ir.BIG_INTEGER and isinstance(payload, str):
        return int(payload, 16)
    if tag in (ir.SURROGATES, ir.BYTES) and isinstance(payload, str):
        data = payload.encode("latin-1")
        return data if tag == ir.BYTES else data.decode("utf-8", "surrogatepass")
    raise ValueError("this entry is no constant")


def entry_of(value: object) -> ir.Entry:
    """The pool entry of a constant; of any value that is no constant of Python, the unknown one."""
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError:
            return ir.SURROGATES, value.encode("utf-8", "surrogatepass").decode("latin-1"), 0
        return value
    if value is None or isinstance(value, bool | float):
        return value
    if isinstance(value, bytes):
        return ir.BYTES, value.decode("latin-1"), 0
    if isinstance(value, int):
        return value if -(1 << 63) <= value < 1 << 63 else (ir.BIG_INTEGER, hex(value), 0)
    if isinstance(value, complex):
        return ir.IMAGINARY, value.imag, 0
    return (ir.ELLIPSIS, 0, 0) if value is ... else (ir.UNKNOWN, 0, 0)
