"""The documents that can be read, one reader for each guide: to add one, write its module and a line here."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from peerguide.errors import InvalidFilesError, NotFoundError
from peerguide.wording.outline import outline_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from peerguide.corpus.library import Corpus
    from peerguide.wording.model import Reading
    from peerguide.wording.outline import Outline

READERS = {
    "guidelines": "peerguide.wording.guidelines.reading",
    "declaration": "peerguide.wording.declaration.reading",
}
"""The module that reads the document of a guide, by the guide's permanent name."""

LONGEST = 3_000_000
"""The longest text that is read, in characters: some seventy times as long as the longest of these documents."""


class Reader(Protocol):
    """What a module that reads a document has."""

    TITLE: str
    """The document's title."""

    WITHOUT_TEXT: frozenset[str]
    """The refs of the terms for which the document has no text of its own."""

    def read(self, text: str, outline: Outline) -> Reading:
        """What a text has of the document; it may be nothing."""

    def is_document(self, reading: Reading) -> bool:
        """Whether what was read is enough to say that the text was this document, or a part of it."""


def document_outline(corpus: Corpus) -> Outline:
    """The outline of a corpus, with what its document has no text for; of one whose document is not known too."""
    known = corpus.guide in READERS
    return outline_of(corpus, _reader(corpus.guide).WITHOUT_TEXT if known else ())


def _reader(guide: str) -> Reader:
    return cast("Reader", import_module(READERS[guide]))


def read_document(text: str, outline: Outline) -> Reading:
    """What a copy of a guide's document says, by the entries of the guide.

    Raises NotFoundError when no document of this guide can be read, and InvalidFilesError when the text is not that document.
    """
    if outline.guide not in READERS:
        raise NotFoundError(
            "There is no document whose wording could be brought in for this corpus.",
            f"Documents are known for: {', '.join(READERS)}.",
        )
    reader = _reader(outline.guide)
    if len(text) > LONGEST:
        raise _refused(reader, "It is far too long to be")
    reading = reader.read(text, outline)
    if not reader.is_document(reading):
        raise _refused(reader, "This does not look like")
    return reading


def read_copies(copies: Iterable[str], outline: Outline) -> tuple[str, Reading]:
    """The best of several readings of one copy, and the text it was read from: the one with most texts known to be exact, then with most texts.

    Raises as `read_document` does, when none of them is the document.
    """
    best: tuple[str, Reading] | None = None
    refused: InvalidFilesError | None = None
    for text in copies:
        try:
            reading = read_document(text, outline)
        except InvalidFilesError as error:
            refused = refused or error
            continue
        if best is None or _worth(reading) > _worth(best[1]):
            best = text, reading
        if len(reading.passages) == len(outline.refs):
            break
    if best is None:
        raise refused or ValueError("there was no reading")
    return best


def _worth(reading: Reading) -> tuple[int, int, int]:
    return sum(passage.exact for passage in reading.passages), len(reading.passages), len(reading.names)


def _refused(reader: Reader, why: str) -> InvalidFilesError:
    return InvalidFilesError(
        f"{why} the {reader.TITLE}.",
        "Give the document itself: its PDF, or its text, copied out whole.",
        (),
    )
