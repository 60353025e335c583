"""Where the official wording is kept: one SQLite file for each guide in the person's data folder, private to its owner.

A wording is written beside its place and moved there, so there is always a whole one. The one before stays as a backup
whose name has the time; no backup is ever written over or taken away, and the same wording brought in again needs none.
Of two imports at the same moment the later one stays. The file is `sealed`, so a damaged one is told, and never
believed or taken for none.
"""

from __future__ import annotations

import errno
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from peerguide.corpus.placing import put_over, put_under_free_name, written_beside
from peerguide.corpus.sealed import open_sealed, seal
from peerguide.errors import FileAccessError
from peerguide.wording import troubles

if TYPE_CHECKING:
    from pathlib import Path

    from peerguide.wording.model import Reading

FORMAT = "1"
"""Goes up whenever a file holds something else, or in another way."""

SCHEMA = """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE passage (
        seq INTEGER PRIMARY KEY, ref TEXT NOT NULL UNIQUE, text TEXT NOT NULL, page INTEGER, exact INTEGER NOT NULL,
        notes TEXT NOT NULL
    );
"""

OUT_OF_SIGHT = {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.EACCES}
"""With these a file system says that there is no such file, or none that this account could ever have kept there."""


@dataclass(frozen=True)
class Kept:
    """A wording as it is kept: of which guide, and out of which copy.

    `copy` is the name of the copy's file as it was typed, `digest` the SHA-256 of its text, `imported` the instant in UTC as
    ISO 8601 has it.
    """

    guide: str
    copy: str
    digest: str
    imported: str
    reading: Reading


def wording_file(folder: Path, guide: str) -> Path:
    """The file of a guide's wording, whether it is there or not; `folder` is the data folder."""
    return folder / "wording" / f"{guide}.sqlite"


def digest_of(text: str) -> str:
    """What stays the same as long as a copy's text does: its SHA-256 in hexadecimal digits."""
    from hashlib import sha256

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def is_kept(folder: Path, guide: str) -> bool:
    """Whether a wording of this guide was imported, readable or not."""
    file = wording_file(folder, guide)
    with troubles.told_reading(file):
        return _is_there(file)


def texts_of(folder: Path, guide: str) -> dict[str, str] | None:
    """The official texts of a guide by the ref of their entry; None where nothing was imported.

    Raises FileAccessError when the file is damaged or cannot be read.
    """
    file = wording_file(folder, guide)
    database = _opened(file, guide)
    if database is None:
        return None
    with troubles.told_reading(file), closing(database):
        rows = database.execute("SELECT ref, text FROM passage").fetchall()
    return dict(rows)


def kept(folder: Path, guide: str) -> Kept | None:
    """All that is kept of a guide's wording; None where nothing was imported. Raises as `texts_of` does."""
    file = wording_file(folder, guide)
    database = _opened(file, guide)
    if database is None:
        return None
    from peerguide.wording.rows import reading_of

    with troubles.told_reading(file), closing(database):
        meta = dict(database.execute("SELECT key, value FROM meta").fetchall())
        passages = database.execute("SELECT ref, text, page, exact, notes FROM passage ORDER BY seq")
        reading = reading_of(meta["report"], passages)
    return Kept(guide, meta["copy"], meta["digest"], meta["imported"], reading)


def check_fuller(folder: Path, new: Kept) -> None:
    """Raise InvalidFilesError when this wording has no texts, and one that has some is kept: it would be lost for nothing."""
    if not new.reading.passages and is_kept(folder, new.guide) and texts_of(folder, new.guide):
        raise troubles.only_names()


def keep(folder: Path, kept: Kept) -> Path | None:
    """Keep a wording in place of the one before, and say where that one is kept now; None where none had to be.

    Raises FileAccessError, with the one before untouched and nothing left behind, when it cannot be written.
    """
    file = wording_file(folder, kept.guide)
    with troubles.told_writing(file):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file.parent.mkdir(mode=0o700, exist_ok=True)
        with written_beside(file, _sealed(kept)) as made:
            if not _is_there(file) or _says_the_same(folder, kept):
                put_over(made, file)
                return None
            return _replace(file, made)


def remove(folder: Path, guide: str) -> Path | None:
    """Put a guide's wording aside, damaged or not, and say where it is kept now; None where there is none.

    Raises FileAccessError when it cannot be moved.
    """
    file = wording_file(folder, guide)
    with troubles.told_writing(file):
        return put_under_free_name(file, _backup_place(file)) if _is_there(file) else None


def _opened(file: Path, guide: str) -> sqlite3.Connection | None:
    """The database in this file, checked; None where there is no such file."""
    with troubles.told_reading(file):
        if not _is_there(file):
            return None
        database = open_sealed(file)
        if database is None:
            raise troubles.damaged(file)
        try:
            _check(database, file, guide)
        except BaseException:
            database.close()
            raise
    return database


def _check(database: sqlite3.Connection, file: Path, guide: str) -> None:
    query = "SELECT value FROM meta WHERE key IN ('format', 'guide') ORDER BY key"
    if database.execute(query).fetchall() != [(FORMAT,), (guide,)]:
        raise troubles.foreign(file)


def _is_there(file: Path) -> bool:
    """Whether there is something in this place."""
    try:
        file.lstat()
    except OSError as error:
        if error.errno in OUT_OF_SIGHT:
            return False
        raise
    return True


def _sealed(kept: Kept) -> bytes:
    """The bytes of the file that keeps this."""
    from peerguide.wording.rows import passage_rows, report_of

    meta = {
        "format": FORMAT,
        "guide": kept.guide,
        "copy": kept.copy,
        "digest": kept.digest,
        "imported": kept.imported,
        "report": report_of(kept.reading),
    }
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.executescript(SCHEMA)
        database.execute("BEGIN")
        database.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
        database.executemany("INSERT INTO passage VALUES (NULL, ?, ?, ?, ?, ?)", passage_rows(kept.reading))
        database.execute("COMMIT")
        return seal(database)


def _says_the_same(folder: Path, new: Kept) -> bool:
    """Whether the wording that is there is the same, so that nothing would be lost with it."""
    try:
        before = kept(folder, new.guide)
    except FileAccessError:
        return False
    return before is not None and (before.digest, before.reading) == (new.digest, new.reading)


def _replace(file: Path, made: Path) -> Path:
    """Move what was made over the file, of which a copy stays; says where. When that is refused no copy stays."""
    with written_beside(file, file.read_bytes()) as copied:
        backup = put_under_free_name(copied, _backup_place(file))
    try:
        put_over(made, file)
    except OSError:
        backup.unlink()
        raise
    return backup


def _backup_place(file: Path) -> Path:
    from datetime import UTC, datetime

    return file.with_name(f"{file.stem}-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.sqlite")
