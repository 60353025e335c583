"""The files that make a corpus, and reading them whole."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from peerguide.errors import FileAccessError, Problem

if TYPE_CHECKING:
    from pathlib import Path

VALUES = "values.yaml"
GLOSSARY = "glossary.yaml"
SOURCES = "sources.yaml"
SYNONYMS = "synonyms.yaml"
SCENARIOS = "scenarios.yaml"
READINGS = "readings.yaml"
CROSSWALK = "crosswalk.yaml"

FILES = (VALUES, GLOSSARY, SOURCES, SYNONYMS, SCENARIOS, READINGS, CROSSWALK)
"""The names of the files. `values.yaml` must be there; the others may be missing."""

MAX_BYTES = 40_000_000
"""The largest file that is read, in bytes: room for a corpus of a hundred thousand entries."""


def read_files(folder: Path) -> dict[str, bytes | Problem]:
    """What each corpus file in this folder holds, by its name, or the problem that it is too large.

    Raises FileAccessError when one cannot be read.
    """
    try:
        there = set(os.listdir(folder))  # noqa: PTH208 - names are all that is wanted
    except OSError as error:
        raise _unreadable(folder, error) from error
    return {name: _read(folder / name) for name in FILES if name in there}


def _read(path: Path) -> bytes | Problem:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise _unreadable(path, error) from error
    if len(data) <= MAX_BYTES:
        return data
    return Problem(
        str(path), 1, 1, f"this file is larger than {MAX_BYTES // 1_000_000} MB, too large for a corpus"
    )


def _unreadable(path: Path, error: OSError) -> FileAccessError:
    return FileAccessError(
        f"{path} cannot be read: {error.strerror or error}.",
        "Check that it is there and that you may read it.",
    )
