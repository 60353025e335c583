"""A small corpus to begin with: the commented files in this folder, and writing them where someone wants them."""

from __future__ import annotations

import json
import os
import re
import shutil
from contextlib import suppress
from pathlib import Path

from peerguide.corpus.names.spelling import fold
from peerguide.corpus.places import shipped_corpora
from peerguide.corpus.reading.files import FILES, VALUES
from peerguide.corpus.reading.schema import FILE_NAME, json_schema
from peerguide.errors import FileAccessError


def begin_corpus(folder: Path) -> list[str]:
    """Write a small corpus into a folder, which is made if need be, and give the names of its files.

    Either all files are written or none. Raises FileAccessError when one of them is there already, or when the
    folder cannot be written.
    """
    contents = _contents(_slug(folder.absolute().name))
    shown, folder = folder, folder.absolute()
    there = [name for name in contents if os.path.lexists(folder / name)]
    if there:
        raise FileAccessError(
            f"{shown} already has {', '.join(there)}; nothing was written.",
            "Choose another folder, or move what is there out of the way.",
        )
    inside = folder if folder.is_dir() else folder.parent
    beside = inside / f".peerguide.{os.getpid()}.new"
    try:
        beside.mkdir()
        for name, content in contents.items():
            (beside / name).write_text(content, encoding="utf-8")
        _move(beside, folder, list(contents))
    except OSError as error:
        raise FileAccessError(
            f"{shown} cannot be written: {error.strerror or error}.",
            "Choose a folder in a place that exists and that you may write to.",
        ) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return list(contents)


def _slug(name: str) -> str:
    """A folder's name as an id; that of the example where it has no plain letter, and one more word where a shipped guide has that name."""
    slug = "-".join(re.findall("[a-z0-9]+", fold(name)))
    if slug in shipped_corpora():
        return f"my-{slug}"
    return slug if re.search("[a-z]", slug) else "my-guide"


def _contents(guide: str) -> dict[str, str]:
    """What each file holds, for a guide of this permanent name."""
    here = Path(__file__).parent
    contents = {name: (here / name).read_text(encoding="utf-8") for name in FILES}
    contents[VALUES] = contents[VALUES].replace("guide: my-guide", f"guide: {guide}", 1)
    return contents | {FILE_NAME: json.dumps(json_schema(), indent=2) + "\n"}


def _move(beside: Path, folder: Path, names: list[str]) -> None:
    """Move the files into place: the whole folder where it is new, else one by one, and back out if one fails."""
    if not folder.exists():
        beside.rename(folder)
        return
    moved: list[Path] = []
    try:
        for name in names:
            (beside / name).rename(folder / name)
            moved.append(folder / name)
    except OSError:
        for file in moved:
            with suppress(OSError):
                file.unlink()
        raise
