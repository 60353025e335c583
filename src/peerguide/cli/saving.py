"""Writing a file that someone asked for: whole or not at all, and never over another one."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from peerguide.errors import FileAccessError

if TYPE_CHECKING:
    from pathlib import Path


def check_free(file: Path) -> None:
    """Raise FileAccessError when this file is there already, or its folder is not."""
    if os.path.lexists(file):
        raise FileAccessError(
            f"{file} is there already; nothing was written.", "Choose another name, or move it away."
        )
    if not file.absolute().parent.is_dir():
        raise FileAccessError(
            f"{file} cannot be written: its folder is not there.", "Make the folder first, or choose another."
        )


def save_text(file: Path, text: str, *, private: bool = False) -> None:
    """Write a text beside its place and move it there; a `private` one only its owner may read.

    Raises FileAccessError, with nothing half-written, when it cannot be.
    """
    check_free(file)
    beside = file.with_name(f".{file.name}.{os.getpid()}.new")
    try:
        made = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600 if private else 0o666)
        with os.fdopen(made, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        _move(beside, file)
    except OSError as error:
        raise FileAccessError(
            f"{file} cannot be written: {error.strerror or error}.",
            "Choose a place that you may write to, with room on it.",
        ) from error
    finally:
        with suppress(OSError):
            beside.unlink()


def _move(beside: Path, file: Path) -> None:
    """Move a file into its place, never over another one, not even one that came there a moment ago."""
    try:
        os.link(beside, file)
    except FileExistsError:
        check_free(file)
    except OSError:  # a file system without hard links
        check_free(file)
        beside.rename(file)
