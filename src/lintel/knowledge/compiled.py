"""The shipped knowledge in its compiled form, written when Lintel is built: to parse the YAML takes ten times as long.

It is believed only where it was made of the very YAML files that lie beside it, so an edited checkout parses them.
"""

from __future__ import annotations

from pathlib import Path

from lintel.knowledge import index

FILE_NAME = "compiled.msgpack"


def read_compiled(digest: bytes, folder: Path | None = None) -> index.Knowledge | None:
    """The compiled form of the files with this digest (`index.digest`); None where there is none of them.

    `folder` is where it lies, by default beside the data.
    """
    try:
        stored = _file(folder).read_bytes()
    except OSError:
        return None
    known = index.Knowledge.decode(stored)
    return known if known is not None and known.digest == digest else None


def write_compiled(folder: Path | None = None) -> Path:
    """Compile the shipped files and keep the result; where it lies. For the build (`hatch_build.py`).

    Raises:
        KnowledgeError: a file of knowledge is not as it must be.
        OSError: the folder cannot be written.

    """
    file = _file(folder)
    file.write_bytes(index.load().encode())
    return file


def _file(folder: Path | None) -> Path:
    return (Path(__file__).parent if folder is None else folder) / FILE_NAME
