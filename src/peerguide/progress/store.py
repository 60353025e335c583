"""The store: one SQLite file in the person's data folder, to which events and responses are added and never rewritten."""

from __future__ import annotations

from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Any, TypeVar

from peerguide.progress import making, migrations, snapshot, troubles
from peerguide.progress.effective import NO_HEIRS, effective
from peerguide.progress.events import Answer
from peerguide.progress.reflection import rows as responses
from peerguide.progress.reflection.responses import Response
from peerguide.progress.rows import COLUMNS, checksum, event_of, row_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path
    from typing import Self

    from peerguide.progress.events import Amendment, Event

    Entry = Event | Response
    Inserting = Callable[[Iterable[Entry]], None]
    Identity = tuple[int, int]

Kept = TypeVar("Kept")

STATE_COLUMNS = (
    "card fingerprint state step stability difficulty due last_review answers lapses last_correct".split()
)
"""What is kept of a card's worked-out state, between its guide and its checksum."""


def _reading(table: str, columns: list[str]) -> str:
    return f"SELECT seq, {', '.join(columns)}, crc FROM {table} WHERE seq > ? ORDER BY seq"  # noqa: S608 - own names


def _adding(table: str, columns: list[str]) -> str:
    return f"INSERT INTO {table} ({', '.join(columns)}, crc) VALUES ({', '.join('?' * (len(columns) + 1))})"  # noqa: S608


_READ, _READ_RESPONSES = _reading("event", COLUMNS), _reading("response", responses.COLUMNS)
_ADD, _ADD_RESPONSE = _adding("event", COLUMNS), _adding("response", responses.COLUMNS)
_KEPT = f"SELECT {', '.join(STATE_COLUMNS)}, crc FROM state WHERE guide = ?"  # noqa: S608
_KEEP = (
    f"INSERT OR REPLACE INTO state ({', '.join(STATE_COLUMNS)}, crc, guide) "  # noqa: S608
    f"VALUES ({', '.join('?' * (len(STATE_COLUMNS) + 2))})"
)


def store_file(folder: Path) -> Path:
    """The file of the store in this folder."""
    return folder / "progress.sqlite"


class Store:
    """An open store. Every method raises FileAccessError for what the file system or damage makes impossible.

    A context manager that closes it.
    """

    def __init__(self, file: Path, database: sqlite3.Connection, identity: Identity | None) -> None:
        self.file = file
        self.writable = identity is not None
        """Whether it may be added to; one opened by `look` may not."""
        self._database = database
        self._identity = identity
        self._events: list[Event] = []
        self._responses: list[Response] = []

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The store of this folder, for adding to it; made when there is none, and brought to this version.

        Raises FileAccessError, and leaves the file as it is, when it is damaged, no store, or saved by a newer
        peerguide.
        """
        file = store_file(folder)
        with troubles.told(file):
            if not snapshot.is_there(file):
                making.make_store(file)
            snapshot.snapshot(file).close()
            identity = _identity(file)
            database = snapshot.connect(file, "rw")
            with snapshot.closed_on_error(database):
                _prepare(database, file)
                store = cls(file, database, identity)
                store.events(), store.responses()  # so that nothing is added to a store with a damaged row
                return store

    @classmethod
    def look(cls, folder: Path) -> Self | None:
        """The store of this folder as it is now, for reading; None when there is none. Nothing is created or changed.

        Raises FileAccessError as `open` does.
        """
        file = store_file(folder)
        with troubles.told(file):
            if not snapshot.is_there(file):
                return None
            database = snapshot.snapshot(file)
            with snapshot.closed_on_error(database):
                migrations.upgrade(database, lambda _version: nullcontext())
                database.execute("PRAGMA query_only = ON")
                return cls(file, database, None)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the file go."""
        self._database.close()

    def add(self, answer: Answer) -> None:
        """Add an answer. It is on the disk when this returns, and otherwise not in the store."""
        with self.adding() as insert:
            insert([answer])

    def amend(self, amendment: Amendment) -> None:
        """Add an amendment, as durably. Raises ValueError when the store does not have the answer."""
        with self.adding() as insert:
            if not any(one.uid == amendment.answer and isinstance(one, Answer) for one in self.events()):
                raise ValueError(f"there is no answer {amendment.answer}")
            insert([amendment])

    def respond(self, response: Response) -> None:
        """Add a response of a reflection, as durably."""
        with self.adding() as insert:
            insert([response])

    @contextmanager
    def adding(self) -> Iterator[Inserting]:
        """One transaction: what is called to insert events and responses, all of which are added in the end, or none."""
        with troubles.told(self.file), migrations.transaction(self._database):
            # Only now nobody can take the file away any more: `reset` waits for the same lock.
            if self.writable and _identity(self.file) != self._identity:
                raise troubles.moved_away(self.file)
            yield self._insert

    def _insert(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            if isinstance(entry, Response):
                query, row = _ADD_RESPONSE, responses.row_of(entry)
            else:
                query, row = _ADD, row_of(entry)
            self._database.execute(query, (*row, checksum(row)))

    def events(self) -> list[Event]:
        """All events in the order in which they were added to this store."""
        return self._read(_READ, self._events, event_of)

    def responses(self) -> list[Response]:
        """All responses in the order in which they were added to this store."""
        return self._read(_READ_RESPONSES, self._responses, responses.response_of)

    def _read(self, query: str, known: list[Kept], made: Callable[[tuple[Any, ...]], Kept]) -> list[Kept]:
        """What is known of a table's rows, after reading those that are new."""
        with troubles.told(self.file):
            # Every row is read and none is skipped by its content, so no damaged one goes unnoticed.
            for seq, *values, crc in self._database.execute(query, (len(known),)):
                if seq != len(known) + 1 or checksum(values) != crc:
                    raise troubles.damaged(self.file)
                known.append(made(tuple(values)))
        return list(known)

    def history(self, guide: str, heirs: Mapping[str, str] = NO_HEIRS) -> tuple[Answer, ...]:
        """The answers of a guide that count, in order of time.

        Amendments are heard: an undone answer is left out. `heirs` has for each retired ref the one in its place.
        """
        return effective(self.events(), guide, heirs)

    def kept_states(self, guide: str) -> list[tuple[Any, ...]]:
        """What was kept of worked-out states, as values of `STATE_COLUMNS`; a damaged row is left out."""
        with troubles.told(self.file):
            rows = self._database.execute(_KEPT, (guide,)).fetchall()
        return [tuple(values) for *values, crc in rows if checksum((guide, *values)) == crc]

    def keep_states(self, guide: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Keep worked-out states, given as values of `STATE_COLUMNS`, in place of earlier ones of their cards."""
        with troubles.told(self.file), migrations.transaction(self._database):
            self._database.executemany(_KEEP, ((*row, checksum((guide, *row)), guide) for row in rows))


def _prepare(database: sqlite3.Connection, file: Path) -> None:
    database.execute("PRAGMA synchronous = FULL")
    migrations.upgrade(database, lambda version: making.backed_up(file, version))
    database.execute("PRAGMA journal_mode = WAL")
    _try_writing(database)


def _try_writing(database: sqlite3.Connection) -> None:
    """Write something and take it back, so that a file that may not be written is told before the first question."""
    database.execute("BEGIN IMMEDIATE")
    database.execute(f"PRAGMA user_version = {migrations.version_of(database)}")
    database.execute("ROLLBACK")


def _identity(file: Path) -> Identity | None:
    """What stays the same as long as the same file is in this place."""
    try:
        found = file.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino
