"""A text file as text, in pieces, so that one of any length takes little memory."""

from __future__ import annotations

import codecs
import io
import re
from typing import TYPE_CHECKING, BinaryIO

from peerguide.corpus.text_files import encoding_marked, kind_of_file
from peerguide.errors import FileAccessError, InvalidFilesError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

PIECE = 1 << 16
"""How many bytes are read at once."""

CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
MOST_CONTROLS = 0.001
"""A larger share of control characters makes a file none of text."""

SAVE_AS_TEXT = "Save it as plain text in the program that made it, and give that file."
SAVE_AS_UTF8 = "Save the file as UTF-8 text, then try again."


def text_pieces(source: BinaryIO, name: str) -> Iterator[str]:
    """The text of an opened file, in pieces, with a line feed at the end of each line; `name` is what to call it in a message.

    It is UTF-8, UTF-16 or UTF-32 by the mark at its beginning, or UTF-8 without one. Any other encoding is refused and not guessed: a wrong guess would
    put letters into words that hide them from the search.
    Raises InvalidFilesError where it is no text, and FileAccessError when it cannot be read.
    """
    data = _read(source, name)
    _refuse_other_files(data, name)
    decoder = _Decoder(data, name)
    while data:
        following = _read(source, name)
        yield decoder.text(data, last=not following)
        data = following


def _read(source: BinaryIO, name: str) -> bytes:
    try:
        return source.read(PIECE)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise FileAccessError(
            f'"{name}" cannot be read: {reason[:1].lower()}{reason[1:]}.',
            "Check the name, and that you may read it.",
        ) from error


def _refuse_other_files(data: bytes, name: str) -> None:
    """Raise InvalidFilesError for what is no text, by how it begins."""
    kind = "a PDF" if data.startswith(b"%PDF-") else kind_of_file(data)
    if kind:
        raise _invalid(name, (1, 1), f"this is {kind}, and only text can be read", SAVE_AS_TEXT)
    if encoding_marked(data):
        return
    controls = len(CONTROLS.findall(data.decode("latin-1")))
    if 0 in data or controls > MOST_CONTROLS * len(data):
        raise _invalid(name, (1, 1), "this is no text: it holds control characters", SAVE_AS_TEXT)


def _invalid(name: str, place: tuple[int, int], what: str, hint: str) -> InvalidFilesError:
    problem = Problem(name, *place, what)
    return InvalidFilesError(f'"{name}" cannot be read as text.', hint, (problem,))


class _Decoder:
    """Turns bytes into text, and knows how far it has come."""

    def __init__(self, beginning: bytes, name: str) -> None:
        self._name = name
        self._place = (1, 1)
        self._encoding = encoding_marked(beginning) or "utf-8"
        self._decoder = codecs.getincrementaldecoder(self._encoding)("strict")
        self._lines = io.IncrementalNewlineDecoder(None, translate=True)

    def text(self, data: bytes, *, last: bool) -> str:
        """The text of the next bytes. Raises InvalidFilesError where they are none."""
        try:
            decoded = self._decoder.decode(data, last)
        except UnicodeDecodeError as error:
            raise self._not_text(error) from error
        text = self._lines.decode(decoded, last)
        if "\x00" in text:
            place = self._after(text[: text.index("\x00")])
            raise _invalid(self._name, place, "this is no text: it holds a zero byte", SAVE_AS_TEXT)
        self._place = self._after(text)
        return text

    def _not_text(self, error: UnicodeDecodeError) -> InvalidFilesError:
        good = error.object[: error.start].decode(self._encoding, "ignore")
        place = self._after(good.replace("\r\n", "\n").replace("\r", "\n"))
        byte = f"0x{error.object[error.start]:02X}"
        what = f"the byte {byte} here is not {self._encoding.removesuffix('-sig').upper()}"
        return _invalid(self._name, place, what, SAVE_AS_UTF8)

    def _after(self, text: str) -> tuple[int, int]:
        """The line and column of what follows this text."""
        line, column = self._place
        breaks = text.count("\n")
        return line + breaks, len(text) - text.rfind("\n") if breaks else column + len(text)
