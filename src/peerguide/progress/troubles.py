"""Why a store cannot be used, each reason in one sentence, and how to go on."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from peerguide.errors import FileAccessError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WITHOUT = "practice without saving: peerguide quiz --no-save"
"""How most hints end."""

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class UnusableStoreError(FileAccessError):
    """What is in the file cannot be used as a store: damaged, something else, or of a newer peerguide."""


@contextmanager
def told(file: Path) -> Iterator[None]:
    """What a file system or SQLite refuses about this store inside here becomes a FileAccessError.

    A broken constraint passes: only a bug in peerguide breaks one.
    """
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except sqlite3.Error as error:
        raise _told_by_sqlite(error, file) from error
    except OSError as error:
        raise _told_by_system(error, file) from error
    except UnicodeDecodeError as error:  # a damaged name in the schema, within SQLite's own message
        raise damaged(file) from error


def damaged(file: Path) -> UnusableStoreError:
    """The error that the store is damaged."""
    return UnusableStoreError(
        f'"{file}" is damaged, so it is not read, and it is left as it is.',
        "Move it aside with: peerguide progress reset, then bring back an export with: peerguide progress import FILE, "
        f"or {WITHOUT}",
    )


def not_ours(file: Path) -> UnusableStoreError:
    """The error that the file is something else than a store."""
    return UnusableStoreError(
        f'"{file}" is not progress saved by peerguide, and it is left as it is.',
        f"Move it to another place, choose another folder with PEERGUIDE_DATA, or {WITHOUT}",
    )


def newer(file: Path, version: int, known: int) -> UnusableStoreError:
    """The error that a later peerguide wrote the store."""
    return UnusableStoreError(
        f'"{file}" was saved by a newer peerguide: it has version {version}, and this one knows {known}.',
        f"Update peerguide, or {WITHOUT}",
    )


def moved_away(file: Path) -> FileAccessError:
    """The error that the store is no longer where it was opened."""
    return FileAccessError(
        f'"{file}" was moved or removed while it was in use, so this answer could not be saved.',
        "Begin again with the same command; what was answered before is where the file went.",
    )


def in_use(file: Path) -> FileAccessError:
    """The error that another session holds the store."""
    return FileAccessError(
        f'"{file}" is in use by another session.',
        f"Finish or close the other one, then try again, or {WITHOUT}",
    )


def read_only(file: Path) -> FileAccessError:
    """The error that nothing may be written there."""
    return FileAccessError(
        f'"{file}" cannot be written: it, or its folder, is read-only.',
        f"Allow writing there, choose another folder with PEERGUIDE_DATA, or {WITHOUT}",
    )


def no_room(file: Path) -> FileAccessError:
    """The error that the file may not grow."""
    return FileAccessError(
        f'"{file}" cannot grow: the disk is full, or this account may not use more of it.',
        f"Make room, then go on; what was saved before is still there. Or {WITHOUT}",
    )


def out_of_reach(file: Path, reason: str) -> FileAccessError:
    """The error that the system gives another reason."""
    return FileAccessError(
        f'"{file}" cannot be used: {reason}.',
        f"Choose another folder with PEERGUIDE_DATA, or {WITHOUT}",
    )


def _told_by_sqlite(error: sqlite3.Error, file: Path) -> FileAccessError:
    name: str = getattr(error, "sqlite_errorname", "")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return in_use(file)
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return read_only(file)
    if name in {"SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_SHMSIZE"}:
        return no_room(file)
    if name.startswith("SQLITE_IOERR"):
        return out_of_reach(file, str(error))
    return damaged(file)


def _told_by_system(error: OSError, file: Path) -> FileAccessError:
    if error.errno in _NO_ROOM:
        return no_room(file)
    if error.errno == errno.EROFS:
        return read_only(file)
    return out_of_reach(file, (error.strerror or str(error)).lower())
