"""SQLite files that are written once, whole, with a checksum of themselves, so a damaged or half-written one is never believed.

The checksum stands in SQLite's own `user_version` field, so the file is an ordinary database to other programs.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHUNK = 1 << 20
SMALL = 8 << 20
"""Up to this many bytes a file is read whole; a larger one is read page by page, as needed."""

CHECKSUM_AT = 60
"""Where SQLite keeps `user_version`, four bytes of its file's header."""


def seal(database: sqlite3.Connection) -> bytes:
    """The bytes of a file that holds what this database holds now, with the checksum of itself."""
    data = bytearray(database.serialize())
    data[CHECKSUM_AT : CHECKSUM_AT + 4] = _checksum(bytes(data), iter(()))
    return bytes(data)


def open_sealed(file: Path) -> sqlite3.Connection | None:
    """The database in this file, for reading; None where the file does not bear the checksum of itself.

    Raises OSError and sqlite3.Error when it cannot be read.
    """
    with file.open("rb") as opened:
        if os.fstat(opened.fileno()).st_size > SMALL:
            return _connect(file) if _is_whole(iter(lambda: opened.read(CHUNK), b"")) else None
        data = opened.read()
    if not _is_whole(iter((data,))):
        return None
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.deserialize(data)
    return database


def _connect(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)


def _is_whole(chunks: Iterator[bytes]) -> bool:
    """Whether these chunks of a file bear the checksum of themselves."""
    first = next(chunks, b"")
    return len(first) > CHECKSUM_AT + 4 and _checksum(first, chunks) == first[CHECKSUM_AT : CHECKSUM_AT + 4]


def _checksum(first: bytes, rest: Iterator[bytes]) -> bytes:
    """The CRC-32 of a file, taken with zeros where the checksum itself stands."""
    crc = zlib.crc32(first[:CHECKSUM_AT] + bytes(4))
    crc = zlib.crc32(memoryview(first)[CHECKSUM_AT + 4 :], crc)
    for chunk in rest:
        crc = zlib.crc32(chunk, crc)
    return crc.to_bytes(4, "big")
