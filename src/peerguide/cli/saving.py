"""Writing what someone asked for: whole or not at all, and never over another's file unless they say so."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from peerguide.errors import FileAccessError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    Content = Iterable[str] | bytes


def check_free(file: Path, *, force: bool | None = None, parents: bool | None = None) -> None:
    """Raise FileAccessError when nothing can be written here: there is something already, or no folder to put it in.

    With `force` a file that is there may be replaced, with `parents` missing folders may be made; None where the command
    has no such option to name.
    """
    if file.is_dir():
        raise FileAccessError(f"{file} is a folder; nothing was written.", "Name a file in it.")
    if os.path.lexists(file) and not file.is_file():
        raise FileAccessError(f"{file} is no ordinary file; nothing was written.", "Choose another name.")
    if file.is_file() and not force:
        way = (
            "Choose another name, or replace it with --force."
            if force is False
            else "Choose another name, or move it away."
        )
        raise FileAccessError(f"{file} is there already; nothing was written.", way)
    _check_folder(file, parents=parents)


def _check_folder(path: Path, *, parents: bool | None) -> None:
    folder = path.absolute().parent
    if folder.is_dir() or (parents and not os.path.lexists(folder)):
        return
    way = (
        "Make the folder with --parents, or choose another."
        if parents is False
        else "Make the folder first, or choose another."
    )
    raise FileAccessError(f"{path} cannot be written: its folder is not there.", way)


def save_text(
    file: Path,
    content: Content,
    *,
    private: bool = False,
    force: bool | None = None,
    parents: bool | None = None,
) -> None:
    """Write a text, given in pieces, or bytes, beside its place and move it there; a `private` one only its owner may read.

    Raises FileAccessError, with nothing half-written, when it cannot be.
    """
    check_free(file, force=force, parents=parents)
    if force and file.is_symlink():
        file = file.resolve()  # what is replaced is the file, not the link to it
    with _told(file):
        if parents:
            file.parent.mkdir(parents=True, exist_ok=True)
        beside = file.with_name(f".{file.name}.{os.getpid()}.new")
        try:
            _write(beside, content, 0o600 if private else 0o666)
            if force:
                beside.replace(file)
            else:
                _move(beside, file)
        finally:
            with suppress(OSError):
                beside.unlink()


def save_folder(
    folder: Path, files: Iterable[tuple[str, Content]], *, force: bool = False, parents: bool = False
) -> list[str]:
    """Write files into a folder, all of them or none, and give their names, which may name folders within it.

    They are written into a folder beside it first. One that is there already is replaced only with `force`.
    Raises FileAccessError when they cannot be written.
    """
    if os.path.lexists(folder) and not folder.is_dir():
        raise FileAccessError(
            f"{folder} is a file, not a folder; nothing was written.", "Choose another name."
        )
    _check_folder(folder, parents=parents)
    with _told(folder):
        if parents:
            folder.parent.mkdir(parents=True, exist_ok=True)
        beside = folder.absolute().parent / f".{folder.name}.{os.getpid()}.new"
        try:
            beside.mkdir()
            names = [_written_into(beside, name, content) for name, content in files]
            _move_all(beside, folder, names, force=force)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    return names


def _written_into(folder: Path, name: str, content: Content) -> str:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    _write(file, content, 0o666)
    return name


def _move_all(beside: Path, folder: Path, names: list[str], *, force: bool) -> None:
    """Move the files into place; where one cannot be, put back what was there."""
    if not folder.exists():
        beside.rename(folder)
        return
    there = [name for name in names if os.path.lexists(folder / name)]
    if there and not force:
        raise FileAccessError(
            f"{folder} already has {there[0]}; nothing was written.",
            "Choose another folder, or replace the files with --force.",
        )
    for name in there:
        check_free(folder / name, force=True)
    old = beside / ".old"
    old.mkdir()
    moved: list[str] = []
    try:
        for name in names:
            for place in (folder, old):
                (place / name).parent.mkdir(parents=True, exist_ok=True)
            if name in there:
                (folder / name).rename(old / name)
            moved.append(name)
            (beside / name).rename(folder / name)
    except OSError:
        for name in moved:
            if name in there:
                (old / name).replace(folder / name)
            else:
                (folder / name).unlink(missing_ok=True)
        raise


def _write(file: Path, content: Content, mode: int) -> None:
    made = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(made, "wb") as stream:
        for piece in in_bytes(content):
            stream.write(piece)


def in_bytes(content: Content) -> Iterator[bytes]:
    """The pieces of a text or the bytes of a container, as a file holds them: text is UTF-8 whatever the locale."""
    if isinstance(content, bytes):
        yield content
    else:
        yield from (piece.encode("utf-8", "surrogatepass") for piece in content)


def _move(beside: Path, file: Path) -> None:
    """Move a file into its place, never over another one, not even one that came there a moment ago."""
    try:
        os.link(beside, file)
    except FileExistsError:
        check_free(file)
    except OSError:  # a file system without hard links
        check_free(file)
        beside.rename(file)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What the file system refuses in the block, as a FileAccessError that names what was asked for."""
    try:
        yield
    except OSError as error:
        raise FileAccessError(
            f"{path} cannot be written: {error.strerror or error}.",
            "Choose a place that you may write to, with room on it.",
        ) from error
