"""What the tests of the store run in processes of their own: `python store_processes.py <what> <root> ...`."""

from __future__ import annotations

import sys
from pathlib import Path

from lintel.store.folder import cache_folder, open_store


def write(root: Path, name: str, count: int) -> None:
    store = open_store(cache_folder(root))
    for start in range(0, count, 10):
        store.put_many([(f"{name}{number}", value_of(name, number)) for number in range(start, start + 10)])
    notice = store.notice
    store.close()
    sys.exit(notice or 0)


def write_forever(root: Path) -> None:
    store = open_store(cache_folder(root))
    number = 0
    while True:
        store.put_many([(f"forever{number + step}", value_of("forever", number + step)) for step in range(50)])
        number += 50
        print(number, flush=True)


def value_of(name: str, number: int) -> bytes:
    return f"{name} {number} ".encode() * 200


if __name__ == "__main__":
    if sys.argv[1] == "write":
        write(Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]))
    else:
        write_forever(Path(sys.argv[2]))
