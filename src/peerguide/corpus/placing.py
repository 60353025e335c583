"""Files that come into their place whole, and never over another one unless that is meant."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def written_beside(file: Path, data: bytes) -> Iterator[Path]:
    """A new file beside this one with these bytes, on the disk already, that its owner alone may read.

    It is taken away in the end unless it was moved. Raises OSError when it cannot be written.
    """
    made = file.with_name(f"{file.name}.{os.urandom(6).hex()}.new")
    try:
        with os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        yield made
    finally:
        with suppress(OSError):
            made.unlink()


def put_over(made: Path, place: Path) -> None:
    """Move a file to a place, over the one that is there."""
    made.replace(place)
    _sync(place.parent)


def put_under_free_name(made: Path, place: Path) -> Path:
    """Move a file to a place, or beside it with a number where there is a file already; says where."""
    number, free = 1, place
    while True:
        try:
            put(made, free)
        except FileExistsError:
            number += 1
            free = place.with_name(f"{place.name}-{number}")
        else:
            return free


def put(made: Path, place: Path) -> None:
    """Move a file to a place where there is none; raises FileExistsError where there is one."""
    try:
        os.link(made, place)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if place.exists():
            raise FileExistsError(place) from None
        made.rename(place)
    else:
        made.unlink()
    _sync(place.parent)


def _sync(folder: Path) -> None:
    """Have the disk remember the folder's new names, where the system lets a folder be opened."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
