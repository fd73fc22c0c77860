"""The shipped knowledge in its compiled form, written when Lintel is built: to parse the YAML takes ten times as long.

It is believed only where it was made of the very YAML files that lie beside it, so an edited checkout parses them. The
file begins with the digest of those files, which is told without reading the rest.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from lintel.knowledge import index

FILE_NAME = "compiled.msgpack"


@lru_cache(maxsize=1)
def shipped_knowledge(digest: bytes) -> index.Knowledge | None:
    """What `read_compiled` says of the file in this package, remembered: workers are copies of who asked before."""
    return read_compiled(digest)


def compiled_digest(folder: Path | None = None) -> bytes | None:
    """The digest (`index.digest`) of the files that the compiled form was made of; None where there is none."""
    try:
        with _file(folder).open("rb") as file:
            return file.read(index.DIGEST_SIZE)
    except OSError:
        return None


def read_compiled(digest: bytes, folder: Path | None = None) -> index.Knowledge | None:
    """The compiled form of the files with this digest; None where there is none of them.

    `folder` is where it lies, by default beside the data.
    """
    if compiled_digest(folder) != digest:
        return None
    try:
        stored = _file(folder).read_bytes()
    except OSError:
        return None
    known = index.Knowledge.decode(stored[index.DIGEST_SIZE :])
    return known if known is not None and known.digest == digest else None


def write_compiled(folder: Path | None = None) -> Path:
    """Compile the shipped files and keep the result; where it lies. For the build (`hatch_build.py`).

    Raises:
        KnowledgeError: a file of knowledge is not as it must be.
        OSError: the folder cannot be written.

    """
    file = _file(folder)
    known = index.load()
    file.write_bytes(known.digest + known.encode())
    return file


def _file(folder: Path | None) -> Path:
    return (Path(__file__).parent if folder is None else folder) / FILE_NAME
