"""Files of a store that come into being whole, and never over another one."""

from __future__ import annotations

import os
from contextlib import closing, contextmanager, nullcontext, suppress
from typing import TYPE_CHECKING

from peerguide.corpus.placing import put, put_under_free_name
from peerguide.progress import migrations
from peerguide.progress.events import new_uid
from peerguide.progress.snapshot import connect, index_of, log_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def make_store(file: Path) -> None:
    """An empty store in this file, unless another session was quicker; its folder is made too."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _beside(file) as made:
        with closing(connect(made, "rw")) as database:
            database.execute(f"PRAGMA application_id = {migrations.APPLICATION_ID}")
            migrations.upgrade(database, lambda _version: nullcontext())
            database.execute("PRAGMA journal_mode = WAL")
        with suppress(FileExistsError):
            put(made, file)


def make_backup(file: Path, name: str) -> Path:
    """A copy of the store as it is committed, in a new file of this name beside it; a number follows where it is taken."""
    with _beside(file) as made:
        with closing(connect(file, "ro")) as source, closing(connect(made, "rw")) as copy:
            source.backup(copy)
        return put_under_free_name(made, file.with_name(name))


@contextmanager
def backed_up(file: Path, version: int) -> Iterator[None]:
    """A backup of the store stands beside it before it is brought to this version; not after that was refused."""
    backup = make_backup(file, f"{file.name}.before-{version}")
    try:
        yield
    except BaseException:
        backup.unlink()
        raise


@contextmanager
def _beside(file: Path) -> Iterator[Path]:
    """A new file beside this one, which its owner alone can read; it is taken away unless it was moved."""
    made = file.with_name(f"{file.name}.{new_uid()}.new")
    os.close(os.open(made, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        yield made
    finally:
        for left in (made, log_of(made), index_of(made)):
            with suppress(FileNotFoundError):
                left.unlink()
