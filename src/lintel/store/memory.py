"""The store of a tree that cannot be written to: it lasts as long as the process."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable

from lintel.store.contract import Key, KeyT, encoded


class MemoryStore:
    """Keeps values in this process, the most recently used first to stay when `size_cap` bytes are passed."""

    def __init__(self, *, size_cap: int, notice: str = "") -> None:
        self._size_cap = size_cap
        self._notice = notice
        self._values: OrderedDict[bytes, bytes] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()

    @property
    def notice(self) -> str:
        """Why nothing is kept on disk."""
        return self._notice

    def get(self, key: Key) -> bytes | None:
        """Answer the value last put under this key, or None."""
        with self._lock:
            return self._get(encoded(key))

    def get_many(self, keys: Iterable[KeyT]) -> dict[KeyT, bytes]:
        """Answer the values of those keys that are known."""
        with self._lock:
            found = {key: self._get(encoded(key)) for key in keys}
        return {key: value for key, value in found.items() if value is not None}

    def put_many(self, items: Iterable[tuple[Key, bytes]]) -> None:
        """Keep these, and let go of the least recently used beyond the cap."""
        with self._lock:
            for key, value in items:
                name = encoded(key)
                self._size += len(value) - len(self._values.pop(name, b""))
                self._values[name] = value
            while self._size > self._size_cap:
                self._size -= len(self._values.popitem(last=False)[1])

    def close(self) -> None:
        """Nothing to let go of: the values stay until the process ends."""

    def _get(self, name: bytes) -> bytes | None:
        value = self._values.get(name)
        if value is not None:
            self._values.move_to_end(name)
        return value
