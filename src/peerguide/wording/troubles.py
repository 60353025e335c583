"""Why a wording cannot be read or kept, each reason in one sentence, and how to go on."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from peerguide.errors import FileAccessError, InvalidFilesError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

AGAIN = "bring your copy in again with: peerguide wording import FILE"
WITHOUT = "go on in plain words with: --wording plain"


@contextmanager
def told_reading(file: Path) -> Iterator[None]:
    """What the file system or SQLite refuses about reading this wording inside here becomes a FileAccessError."""
    try:
        yield
    except OSError as error:
        raise FileAccessError(
            f'The official wording in "{file}" cannot be read: {_reason(error)}.',
            f"See that you may read it, or {WITHOUT}",
        ) from error
    except sqlite3.Error as error:
        raise damaged(file) from error


@contextmanager
def told_writing(file: Path) -> Iterator[None]:
    """What the file system refuses about keeping this wording inside here becomes a FileAccessError."""
    try:
        yield
    except OSError as error:
        raise FileAccessError(
            f'"{file}" cannot be written, and nothing was changed: {_reason(error)}.',
            "Make room there or allow writing, or choose another folder with PEERGUIDE_DATA.",
        ) from error


def damaged(file: Path) -> FileAccessError:
    """The error that the file is damaged."""
    return FileAccessError(
        f'The official wording in "{file}" is damaged, so it is not read, and it is left as it is.',
        f"To mend it, {AGAIN} (this file is then kept beside it), or {WITHOUT}",
    )


def foreign(file: Path) -> FileAccessError:
    """The error that the file is whole, and not what this peerguide keeps for this guide."""
    return FileAccessError(
        f'"{file}" is not the official wording of this guide as this peerguide keeps it.',
        f"Update peerguide if a newer one saved it, or {AGAIN} (this file is then kept beside it), or {WITHOUT}",
    )


def nothing_imported() -> NotFoundError:
    """The error that nobody brought in a wording of this guide."""
    return NotFoundError(
        "There is no official wording of this guide here yet.",
        "To bring in yours: peerguide wording import FILE",
    )


def only_names() -> InvalidFilesError:
    """The error that a copy has less than what is kept already: names, and no texts."""
    return InvalidFilesError(
        "This copy has only names of values, and a wording with texts is here already, so nothing was changed.",
        "To begin anew with it all the same, first: peerguide wording remove",
        (),
    )


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
