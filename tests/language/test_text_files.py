"""Files are read as text in the encodings people save them in; what is none is told kindly."""

from __future__ import annotations

import codecs
import io
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerguide.errors import FileAccessError, InvalidFilesError
from peerguide.language.opening import PIECE, text_pieces

TEXT = "A caf\u00e9 \u201chere\u201d.\nTwo\u2026 lines"

ENCODED = [
    TEXT.encode(),
    codecs.BOM_UTF8 + TEXT.encode(),
    TEXT.encode("utf-16"),
    codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
    TEXT.replace("\n", "\r\n").encode(),
    TEXT.replace("\n", "\r").encode(),
]


def text_of(data: bytes) -> str:
    """The text of a file with these bytes."""
    return "".join(text_pieces(io.BytesIO(data), "note.md"))


@pytest.mark.parametrize("data", ENCODED)
def test_encodings_are_read(data: bytes) -> None:
    """A text reads the same in every encoding that people save it in."""
    assert text_of(data) == TEXT


@pytest.mark.parametrize("data", ENCODED[:-2])
def test_encodings_are_read_across_pieces(data: bytes) -> None:
    """A character at the edge of a piece is read whole, and a late one still shows the encoding."""
    mark = data[:4] if data[:4] == codecs.BOM_UTF32_LE else b""
    wide = 4 if mark else 2 if data[:2] in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE} else 1
    filler = "a".encode(
        {1: "utf-8", 2: "utf-16-le" if data[:2] == codecs.BOM_UTF16_LE else "utf-16-be", 4: "utf-32-le"}[wide]
    )
    begin = 4 if mark else 2 if wide == 2 else 3 if data.startswith(codecs.BOM_UTF8) else 0
    for count in range(PIECE // wide - 6, PIECE // wide + 2):
        assert text_of(data[:begin] + filler * count + data[begin:]) == "a" * count + TEXT


REFUSED = {
    "zero bytes": (b"text\x00\x01\x02", "note.md:1:1: this is no text: it holds control characters"),
    "control characters": (b"\x01\x02\x03 ab", "note.md:1:1: this is no text: it holds control characters"),
    "a picture": (b"\x89PNG\r\n\x1a\n", "note.md:1:1: this is a picture, and only text can be read"),
    "a PDF": (b"%PDF-1.7 ...", "note.md:1:1: this is a PDF, and only text can be read"),
    "a word processor": (b"PK\x03\x04 ...", "archive, and only text can be read"),
    "a late zero byte": (
        b"ab\n" * PIECE + b"c\x00",
        f"note.md:{PIECE + 1}:2: this is no text: it holds a zero byte",
    ),
    "two encodings": (
        "caf\u00e9\n".encode() * PIECE + b"ab\xff",
        f"note.md:{PIECE + 1}:3: the byte 0xFF here is not UTF-8",
    ),
    "another encoding": (b"a tea\ncaf\xe9", "note.md:2:4: the byte 0xE9 here is not UTF-8"),
    "a broken mark": (codecs.BOM_UTF8 + b"ab\xff", "note.md:1:3: the byte 0xFF here is not UTF-8"),
    "half a character": (codecs.BOM_UTF16_LE + b"a\x00b", "here is not UTF-16"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_other_files_are_told(case: str) -> None:
    """What is no text is told with its line and column, and with what to do."""
    data, told = REFUSED[case]
    with pytest.raises(InvalidFilesError) as raised:
        text_of(data)
    assert told in raised.value.lines()[0]
    assert raised.value.hint.startswith("Save")


def test_nothing_comes_before_an_error_at_the_beginning() -> None:
    """A file that is no text by its beginning gives no piece first."""
    pieces = text_pieces(io.BytesIO(b"\x00" * 3 * PIECE), "note.md")
    with pytest.raises(InvalidFilesError):
        next(pieces)


class Broken(io.BytesIO):
    """A file that cannot be read."""

    def read(self, _size: int | None = -1, /) -> bytes:
        """Refuse."""
        raise OSError(5, "Input/output error")


def test_unreadable_files_are_told() -> None:
    """What the file system refuses is told with the file's name."""
    source: BinaryIO = Broken()
    with pytest.raises(FileAccessError, match=r'"note\.md" cannot be read: input/output error'):
        list(text_pieces(source, "note.md"))


@given(st.binary(max_size=200))
def test_bytes_are_text_or_told(data: bytes) -> None:
    """Any bytes are read, or told to be no text."""
    try:
        text_of(data)
    except InvalidFilesError as error:
        assert error.lines()
