"""The lines of a file for a code frame, decoded as the analysis decoded them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from lintel.errors import SourceError


def source_reader(base: Path, unsaved: Mapping[str, bytes]) -> Callable[[str], Sequence[str]]:
    """What gives the lines of a path relative to `base`; none where the file is gone or cannot be decoded any more.

    `unsaved` stands in place of files.
    """
    from lintel.source.decode import decode, split_lines

    def read(path: str) -> Sequence[str]:
        try:
            return split_lines(decode(unsaved[path] if path in unsaved else (base / path).read_bytes()).text)
        except (OSError, SourceError):
            return ()

    return read
