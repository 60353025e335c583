"""The compiled corpus, kept between runs: one file in the user's cache for each corpus folder.

The file is known by a key made of the YAML's content and the program's version, so one that does not belong is
never used; and it carries a checksum of itself, so a damaged or half-written one is never believed. When it
cannot be used it is made again, and when it cannot be written the corpus is compiled in memory: all without a
word, since nobody asked for a cache.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING

from peerguide import __version__
from peerguide.corpus.places import cache_folder
from peerguide.corpus.reading.files import FILES, read_files

try:  # hashlib would load OpenSSL: 4 MiB of memory and a third of P (the interpreter's own start) for one hash
    from _blake2 import blake2b
except ImportError:  # pragma: no cover - an interpreter without it
    from hashlib import blake2b

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Progress = Callable[[float], None]

FORMAT = 8
"""Goes up whenever `compiled` builds something else out of the same YAML."""

CHUNK = 1 << 20
SMALL = 8 << 20
"""Up to this many bytes a compiled corpus is read whole; a larger one is read page by page, as needed."""

CHECKSUM_AT = 60
"""Where SQLite keeps `user_version`, four bytes of its file's header; the checksum stands there."""


def open_database(folder: Path, progress: Progress | None = None) -> sqlite3.Connection:
    """The compiled corpus of this folder, from the cache or made now; `progress` is told how far the making is, from 0 to 1.

    Raises InvalidFilesError when the YAML is not a valid corpus, FileAccessError when it cannot be read.
    """
    file = cache_file(folder)
    database = _load(file, _key(folder)) if file else None
    return database or _compile(folder, file, progress)


def _compile(folder: Path, file: Path | None, progress: Progress | None) -> sqlite3.Connection:
    from peerguide.corpus.compiled import compile_corpus
    from peerguide.corpus.reading.check import read_corpus

    contents = read_files(folder)
    # Reading takes about half the time of it all, indexing the other half.
    raw = read_corpus(contents, folder, progress and (lambda done: progress(done / 2)))
    key = _new_key()
    for name, content in contents.items():
        if isinstance(content, bytes):
            key.update(f"{name} {len(content)} ".encode())
            key.update(content)
    if progress:
        progress(0.5)
    database = compile_corpus(raw, key.hexdigest())
    if progress:
        progress(1)
    if file:
        _store(file, database)
    return database


def _new_key() -> blake2b:
    return blake2b(f"{__version__} {FORMAT} ".encode(), digest_size=16)


def _key(folder: Path) -> str | None:
    """The key of what the folder holds now; None when it cannot be read, which compiling will explain."""
    key = _new_key()
    for name in FILES:
        try:
            with (folder / name).open("rb") as file:
                key.update(f"{name} {os.fstat(file.fileno()).st_size} ".encode())
                while chunk := file.read(CHUNK):
                    key.update(chunk)
        except FileNotFoundError:
            continue
        except OSError:
            return None
    return key.hexdigest()


def cache_file(folder: Path) -> Path | None:
    """The file in which the compiled corpus of this folder is kept; None where there is no cache."""
    cache = cache_folder()
    if cache is None:
        return None
    name = blake2b(os.fsencode(folder.resolve()), digest_size=8).hexdigest()
    return cache / f"corpus-{name}.sqlite"


def _load(file: Path, key: str | None) -> sqlite3.Connection | None:
    """The database in this file, or None unless it is whole and has this key."""
    database = None
    with suppress(OSError, sqlite3.Error, ValueError):
        database = _connect(file)
        if database and database.execute("SELECT value FROM meta WHERE key = 'key'").fetchone() == (key,):
            return database
    if database:
        database.close()
    return None


def _connect(file: Path) -> sqlite3.Connection | None:
    with file.open("rb") as opened:
        if os.fstat(opened.fileno()).st_size > SMALL:
            return _connect_large(file) if _is_whole(iter(lambda: opened.read(CHUNK), b"")) else None
        data = opened.read()
    if not _is_whole(iter((data,))):
        return None
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.deserialize(data)
    return database


def _connect_large(file: Path) -> sqlite3.Connection:
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


def _store(file: Path, database: sqlite3.Connection) -> None:
    """Write the database beside its place and move it there; where that cannot be done, leave things as they are."""
    data = bytearray(database.serialize())
    data[CHECKSUM_AT : CHECKSUM_AT + 4] = _checksum(bytes(data), iter(()))
    beside = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(data)
        beside.replace(file)
    except OSError:
        with suppress(OSError):
            beside.unlink()
