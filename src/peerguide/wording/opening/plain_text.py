"""Text files, in the encodings in which people save them, and kindly turning away files that are none."""

from __future__ import annotations

from peerguide.corpus.text_files import encoding_marked, kind_of_file
from peerguide.wording.opening.troubles import invalid

NULS = 0.001
"""A larger share of zero bytes makes a file none of text."""


def refuse_other_files(data: bytes, name: str) -> None:
    """Raise InvalidFilesError for what is no text, saying what it is where that is known."""
    kind = kind_of_file(data)
    if kind:
        raise invalid(
            f'"{name}" is {kind}, and only text and PDFs can be read.',
            "Save it as a PDF or as plain text in the program that made it.",
        )
    if encoding_marked(data) is None and data.count(0) > NULS * len(data):
        raise invalid(f'"{name}" is neither text nor a PDF.')


def decoded(data: bytes, name: str) -> str:
    """The text in these bytes: by the mark at its beginning, as UTF-8, or as word processors on Windows save it."""
    encoding = encoding_marked(data)
    if encoding:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as error:
            raise invalid(f'"{name}" begins as text does, and is none further on.') from error
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
