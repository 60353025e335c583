"""Texts and numbers as the tables hold them."""

from __future__ import annotations


def one_line(text: str | None) -> str | None:
    """The text on one line: what must not break a list."""
    return None if text is None else " ".join(text.split())


def plain_number(number: int | None) -> int | None:
    """The number without its place in the file, which SQLite would not take."""
    return None if number is None else int(number)


def paragraphs(text: str) -> str:
    """The text with each of its paragraphs on a line of its own."""
    return "\n".join(filter(None, (" ".join(part.split()) for part in text.splitlines())))
