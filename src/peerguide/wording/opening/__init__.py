"""Opening a person's copy of a document: its bytes as text, within limits that a hostile file cannot pass."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from peerguide.wording.opening.limits import MOST_BYTES, MOST_TEXT
from peerguide.wording.opening.plain_text import decoded, refuse_other_files
from peerguide.wording.opening.troubles import empty, told_opening, too_large

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PDF_WITHIN = 1024
"""Among so many first bytes of a PDF stands its mark."""


def open_copies(path: Path | None, name: str) -> Iterator[str]:
    """The text of a copy, in as many readings as there are ways to read it, the likeliest first; each is made when it is asked for.

    `path` is None for standard input; `name` is what to call the copy in a message. Raises FileAccessError when it cannot be read, and
    InvalidFilesError when it is no text and no PDF that can be read.
    """
    data = _bytes(path, name)
    if b"%PDF-" in data[:PDF_WITHIN]:
        from peerguide.wording.opening.pdf import readings

        yield from readings(data, name)
        return
    refuse_other_files(data, name)
    if len(data) > MOST_TEXT:
        raise too_large(name)
    yield decoded(data, name)


def _bytes(path: Path | None, name: str) -> bytes:
    """All that a copy holds."""
    with told_opening(name):
        if path is None:
            data = sys.stdin.buffer.read(MOST_BYTES + 1) if sys.stdin else b""
        else:
            with path.open("rb") as file:
                data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise too_large(name)
    if not data.strip():
        raise empty(name)
    return data
