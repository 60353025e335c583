"""What can be wrong with a copy, each in a sentence with what to do next."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from peerguide.errors import FileAccessError, InvalidFilesError

if TYPE_CHECKING:
    from collections.abc import Iterator

WHOLE = "Give the document itself: its PDF, or its text, copied out whole."


@contextmanager
def told_opening(name: str) -> Iterator[None]:
    """Tell what keeps a file from being opened. Raises FileAccessError."""
    try:
        yield
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise FileAccessError(
            f'"{name}" cannot be read: {reason[:1].lower()}{reason[1:]}.',
            "Check the name, and that you may read it.",
        ) from error


def invalid(message: str, hint: str = WHOLE) -> InvalidFilesError:
    """The error that a copy is not one that can be read."""
    return InvalidFilesError(message, hint, ())


def too_large(name: str) -> InvalidFilesError:
    """The error that there is far too much of it."""
    return invalid(f'"{name}" is far too large to be a copy of the document.')


def empty(name: str) -> InvalidFilesError:
    """The error that there is nothing in it."""
    return invalid(f'There is nothing in "{name}".')


def no_text(name: str) -> InvalidFilesError:
    """The error that a PDF holds no text, as one of scanned pages does."""
    return invalid(
        f'"{name}" holds pictures of pages and no text.',
        "Run text recognition (OCR) over it first, or copy the text out of another copy.",
    )


def locked(name: str) -> InvalidFilesError:
    """The error that a PDF needs a password."""
    return invalid(
        f'"{name}" is locked with a password.',
        "Save it without one in the program that you read it with, or copy its text out.",
    )


def broken(name: str) -> InvalidFilesError:
    """The error that a PDF cannot be read."""
    return invalid(f'"{name}" cannot be read as a PDF: it is damaged, or far too large inside.')


def no_reader() -> InvalidFilesError:
    """The error that nothing is there to read PDFs with."""
    return invalid(
        "There is nothing here to read a PDF with.",
        "Install pdftotext (in the package poppler-utils) or: pip install 'peerguide[pdf]'. Or copy the text out of it.",
    )
