"""A store copied into memory and checked, without touching anything in its folder."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from peerguide.progress import migrations, troubles

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WAIT = 10.0
"""How long to wait for another session's lock, in seconds."""

MODES_AT = slice(18, 20)
"""Where SQLite's header says how it is written: 1 and 1 with a rollback journal, 2 and 2 with a log (WAL)."""


PAGE_AT = slice(16, 18)
"""Where it says how long a page is, in bytes; a file is so many whole ones."""

LARGEST_PAGE = 65536
"""What it writes as 1."""


def log_of(file: Path) -> Path:
    """Where SQLite logs what is committed and not yet in the file."""
    return file.with_name(f"{file.name}-wal")


def index_of(file: Path) -> Path:
    """Where SQLite keeps the index of that log."""
    return file.with_name(f"{file.name}-shm")


def connect(file: Path, mode: str, wait: float | None = None) -> sqlite3.Connection:
    """A connection to a file that is there; `mode` is `rw` or `ro`, `wait` another time to wait for locks, in seconds."""
    address = f"{file.absolute().as_uri()}?mode={mode}"
    return sqlite3.connect(address, uri=True, isolation_level=None, timeout=WAIT if wait is None else wait)


def is_there(file: Path) -> bool:
    """Whether there is a store. Raises FileAccessError when only its log is: SQLite would write that over a new one."""
    if file.exists():
        return True
    if _size(log_of(file)) and not file.exists():
        raise troubles.damaged(log_of(file))
    return False


def snapshot(file: Path) -> sqlite3.Connection:
    """The store in this file as it is now, in memory; a change to it changes no file.

    Raises FileAccessError when it is damaged, not a store, or saved by a newer peerguide; OSError and sqlite3.Error
    when it cannot be read.
    """
    database = _copied(file)
    with closed_on_error(database):
        _check(database, file)
    return database


@contextmanager
def closed_on_error(database: sqlite3.Connection) -> Iterator[None]:
    """The connection is closed when something is raised inside here."""
    try:
        yield
    except BaseException:
        database.close()
        raise


def _copied(file: Path) -> sqlite3.Connection:
    # SQLite itself would leave files beside a store that it only reads, so one that nobody writes is read as bytes. What
    # is read while a log goes into the file may be torn; but then the log is still there, or the file is another one.
    log = log_of(file)
    while _size(log) == 0:
        data = file.read_bytes()
        if _size(log) == 0 and file.read_bytes() == data:
            return _deserialized(data, file)
    copy = sqlite3.connect(":memory:", isolation_level=None)
    with closed_on_error(copy), closing(connect(file, "ro")) as source:
        source.backup(copy)
    return copy


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except FileNotFoundError:
        return 0


def _deserialized(data: bytes, file: Path) -> sqlite3.Connection:
    page = int.from_bytes(data[PAGE_AT], "big")
    if data[MODES_AT] not in {b"\1\1", b"\2\2"} or len(data) % (LARGEST_PAGE if page == 1 else page or 1):
        raise troubles.damaged(file)
    content = bytearray(data)
    content[MODES_AT] = b"\1\1"  # a database in memory has no log
    database = sqlite3.connect(":memory:", isolation_level=None)
    with closed_on_error(database):
        database.deserialize(bytes(content))
    return database


def _check(database: sqlite3.Connection, file: Path) -> None:
    ((application,),) = database.execute("PRAGMA application_id")
    if application != migrations.APPLICATION_ID:
        raise troubles.not_ours(file)
    version, known = migrations.version_of(database), len(migrations.MIGRATIONS)
    if version > known:
        raise troubles.newer(file, version, known)
    if version < 1 or database.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]:
        raise troubles.damaged(file)
