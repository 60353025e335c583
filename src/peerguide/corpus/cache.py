"""The compiled corpus, kept between runs: one file in the user's cache for each corpus folder.

The file is known by a key made of the YAML's content and the program's version, so one that does not belong is
never used; and it is `sealed`, so a damaged or half-written one is never believed. When it cannot be used it is
made again, and when it cannot be written the corpus is compiled in memory: all without a word, since nobody
asked for a cache.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from peerguide import __version__
from peerguide.corpus.places import cache_folder
from peerguide.corpus.reading.files import FILES, read_files
from peerguide.corpus.sealed import open_sealed, seal

try:  # hashlib would load OpenSSL: 4 MiB of memory and a third of P (the interpreter's own start) for one hash
    from _blake2 import blake2b
except ImportError:  # pragma: no cover - an interpreter without it
    from hashlib import blake2b

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Progress = Callable[[float], None]
    Keep = Callable[[sqlite3.Connection], None]

FORMAT = 17
"""Goes up whenever `compiling` builds something else out of the same YAML."""

CHUNK = 1 << 20

READING = 0.66
"""The share of compiling that reading takes."""


def open_database(folder: Path, progress: Progress | None = None) -> tuple[sqlite3.Connection, Keep]:
    """The compiled corpus of this folder, from the cache or made now, and what keeps it in the cache once something is added to it.

    `progress` is told how far the making is, from 0 to 1.

    Raises InvalidFilesError when the YAML is not a valid corpus, FileAccessError when it cannot be read.
    """
    file = cache_file(folder)
    database = _load(file, _key(folder)) if file else None
    return database or _compile(folder, file, progress), partial(_store, file)


def _compile(folder: Path, file: Path | None, progress: Progress | None) -> sqlite3.Connection:
    from peerguide.corpus.compiling.database import compile_corpus
    from peerguide.corpus.reading.check import read_corpus

    contents = read_files(folder)
    # Reading takes about two thirds of the time of it all.
    raw = read_corpus(contents, folder, progress and (lambda done: progress(done * READING)))
    key = _new_key()
    for name, content in contents.items():
        if isinstance(content, bytes):
            key.update(f"{name} {len(content)} ".encode())
            key.update(content)
    if progress:
        progress(READING)
    database = compile_corpus(raw, key.hexdigest())
    if progress:
        progress(1)
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
        database = open_sealed(file)
        if database and database.execute("SELECT value FROM meta WHERE key = 'key'").fetchone() == (key,):
            return database
    if database:
        database.close()
    return None


def _store(file: Path | None, database: sqlite3.Connection) -> None:
    """Write the database beside its place and move it there; where that cannot be done, leave things as they are."""
    if file is None:
        return
    data = seal(database)
    beside = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(data)
        beside.replace(file)
    except OSError:
        with suppress(OSError):
            beside.unlink()
