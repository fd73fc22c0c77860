"""What every store promises, so that callers never ask which kind they were given."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

Key = bytes | str
KeyT = TypeVar("KeyT", bytes, str)


class Store(Protocol):
    """Bytes by key. No method raises for reasons of disk, lock or damage: what cannot be read is a miss."""

    @property
    def notice(self) -> str:
        """What the user should know (the cache cannot be written, say), or the empty string."""

    def get(self, key: Key) -> bytes | None:
        """Answer the value last put under this key, exactly, or None."""

    def get_many(self, keys: Iterable[KeyT]) -> dict[KeyT, bytes]:
        """Answer the values of those keys that are known; the others are absent."""

    def put_many(self, items: Iterable[tuple[Key, bytes]]) -> None:
        """Keep all of these, or, where the disk refuses, none of them."""

    def close(self) -> None:
        """Let go of files; a closed store opens itself again when asked."""


def encoded(key: Key) -> bytes:
    """Turn the key into bytes; text may hold the lone surrogates of undecodable file names."""
    return key.encode("utf-8", "surrogatepass") if isinstance(key, str) else key
