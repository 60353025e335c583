"""Text files, in the encodings in which people save them, and kindly turning away files that are none."""

from __future__ import annotations

import codecs

from peerguide.wording.opening.troubles import invalid

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""How a file begins that says which encoding it has; that of UTF-32 begins as that of UTF-16 does, and comes first."""

KINDS = (
    (b"PK\x03\x04", "a document of a word processor, or an archive"),
    (b"\xd0\xcf\x11\xe0", "a document of a word processor"),
    (b"{\\rtf", "a document of a word processor"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"\x1f\x8b", "an archive"),
    (b"7z\xbc\xaf", "an archive"),
)
"""How files begin that people may take for a copy, and what they are."""

NULS = 0.001
"""A larger share of zero bytes makes a file none of text."""


def refuse_other_files(data: bytes, name: str) -> None:
    """Raise InvalidFilesError for what is no text, saying what it is where that is known."""
    for begin, kind in KINDS:
        if data.startswith(begin):
            raise invalid(
                f'"{name}" is {kind}, and only text and PDFs can be read.',
                "Save it as a PDF or as plain text in the program that made it.",
            )
    marked = any(data.startswith(mark) for mark, _encoding in MARKS)
    if not marked and data.count(0) > NULS * len(data):
        raise invalid(f'"{name}" is neither text nor a PDF.')


def decoded(data: bytes, name: str) -> str:
    """The text in these bytes: by the mark at its beginning, as UTF-8, or as word processors on Windows save it."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise invalid(f'"{name}" begins as text does, and is none further on.') from error
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
