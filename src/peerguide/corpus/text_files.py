"""What text files begin with, and what files begin with that people take for text."""

from __future__ import annotations

import codecs

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
"""How files begin that people may take for text, and what they are."""


def encoding_marked(data: bytes) -> str | None:
    """The encoding that the beginning of a file names; None where it names none."""
    return next((encoding for mark, encoding in MARKS if data.startswith(mark)), None)


def kind_of_file(data: bytes) -> str | None:
    """What a file is that begins so and is no text; None where nothing tells."""
    return next((kind for begin, kind in KINDS if data.startswith(begin)), None)
