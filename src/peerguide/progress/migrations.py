"""The schema of a store, as the steps that lead to it; `user_version` counts the steps taken."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

APPLICATION_ID = int.from_bytes(b"peer", "big")
"""What tells a store from other people's SQLite files."""

VERSION_1 = (
    """
    CREATE TABLE event (
        seq INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE CHECK (length(uid) >= 24 AND uid NOT GLOB '*[^0-9a-f]*'),
        type TEXT NOT NULL CHECK (type IN ('answer', 'amendment')),
        at INTEGER NOT NULL CHECK (at BETWEEN 0 AND 32503679999999),
        guide TEXT, card TEXT, kind TEXT, value TEXT, mode TEXT, sitting TEXT, given TEXT, correct INTEGER,
        grade INTEGER, credit REAL, key TEXT, chosen TEXT,
        answer TEXT, what TEXT,
        crc INTEGER NOT NULL,
        CHECK (type <> 'answer' OR (
            guide <> '' AND kind <> '' AND sitting <> '' AND given IS NOT NULL
            AND instr(card, ':') BETWEEN 2 AND length(card) - 1
            AND mode IN ('practice', 'exam', 'review')
            AND correct IN (0, 1) AND grade IN (1, 2, 3, 4) AND credit BETWEEN 0 AND 1) IS TRUE),
        CHECK (type <> 'amendment' OR (answer <> '' AND what IN ('undo', 'right', 'easy')) IS TRUE)
    )
    """,
    "CREATE TRIGGER event_stays BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'an event stays as it is'); END",
    "CREATE TRIGGER event_remains BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'an event remains'); END",
    """
    CREATE TRIGGER event_is_not_replaced BEFORE INSERT ON event
    WHEN EXISTS (SELECT 1 FROM event WHERE uid = NEW.uid OR seq = NEW.seq)
    BEGIN SELECT RAISE(ABORT, 'an event is not replaced'); END
    """,
    """
    CREATE TABLE state (
        guide TEXT NOT NULL,
        card TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        state TEXT NOT NULL,
        step INTEGER,
        stability REAL NOT NULL,
        difficulty REAL NOT NULL,
        due INTEGER NOT NULL,
        last_review INTEGER NOT NULL,
        answers INTEGER NOT NULL,
        lapses INTEGER NOT NULL,
        last_correct INTEGER NOT NULL,
        crc INTEGER NOT NULL,
        PRIMARY KEY (guide, card)
    )
    """,
)
"""`event` is the history; `state` only what was worked out from it, and may be emptied at any time."""

VERSION_2 = (
    """
    CREATE TABLE response (
        seq INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE CHECK (length(uid) >= 24 AND uid NOT GLOB '*[^0-9a-f]*'),
        at INTEGER NOT NULL CHECK (at BETWEEN 0 AND 32503679999999),
        guide TEXT NOT NULL CHECK (guide <> ''),
        reflection TEXT NOT NULL CHECK (reflection <> ''),
        part TEXT NOT NULL CHECK (part IN ('supervisor', 'supporter')),
        ref TEXT NOT NULL CHECK (ref <> ''),
        answer TEXT NOT NULL
            CHECK (answer IN ('not yet', 'sometimes', 'often', 'as a habit', 'does not apply')),
        note TEXT NOT NULL,
        crc INTEGER NOT NULL
    )
    """,
    """
    CREATE TRIGGER response_stays BEFORE UPDATE ON response
    BEGIN SELECT RAISE(ABORT, 'a response stays as it is'); END
    """,
    """
    CREATE TRIGGER response_remains BEFORE DELETE ON response
    BEGIN SELECT RAISE(ABORT, 'a response remains'); END
    """,
    """
    CREATE TRIGGER response_is_not_replaced BEFORE INSERT ON response
    WHEN EXISTS (SELECT 1 FROM response WHERE uid = NEW.uid OR seq = NEW.seq)
    BEGIN SELECT RAISE(ABORT, 'a response is not replaced'); END
    """,
)
"""`response` is what reflections are made of, beside the history and as permanent."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (VERSION_1, VERSION_2)
"""The statements of each step. A step that people's stores have taken is never edited; another one follows it."""


def version_of(database: sqlite3.Connection) -> int:
    """How many steps this database has taken."""
    ((version,),) = database.execute("PRAGMA user_version")
    return int(version)


def upgrade(database: sqlite3.Connection, keeping: Callable[[int], AbstractContextManager[object]]) -> None:
    """Take the steps that are left, each in one transaction, inside `keeping` of the version that it leads to."""
    while version_of(database) < len(MIGRATIONS):
        with transaction(database):
            version = version_of(database) + 1
            # Another session may have taken the step while this one waited for the lock.
            if version <= len(MIGRATIONS):
                with keeping(version):
                    _take(database, version)


def _take(database: sqlite3.Connection, version: int) -> None:
    for statement in MIGRATIONS[version - 1]:
        database.execute(statement)
    database.execute(f"PRAGMA user_version = {version}")


@contextmanager
def transaction(database: sqlite3.Connection) -> Iterator[None]:
    """One transaction that holds the lock for writing: all of it is committed, or nothing."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
        database.execute("COMMIT")
    finally:
        if database.in_transaction:
            database.execute("ROLLBACK")
