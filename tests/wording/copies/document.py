"""The synthetic document: its texts as words, with the places where a page ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from wording.copies.lines import MEANING, PRACTICES, Word

FILE = Path(__file__).with_name("document.yaml")
PAGE = "[page]"
MARK = re.compile(r"(\[\d+\])")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of an entry, or as much of it as stands on one page; `turned` says how many pages were turned before it."""

    ref: str
    words: tuple[Word, ...]
    turned: int
    begins: bool
    """Whether the entry begins here."""


@dataclass(frozen=True)
class Document:
    """What is in the document's file."""

    content: dict[str, Any]

    def column_of(self, value: int, column: str) -> list[Paragraph]:
        """The paragraphs of one column of a value's table, pages counted down the column."""
        texts = [
            (str(ref), text) for ref, text in self.content["texts"].items() if _stands_in(ref, value, column)
        ]
        return paragraphs(texts, column)

    def definition(self, ref: str) -> list[Paragraph]:
        """The paragraphs of a term's definition."""
        return paragraphs([(ref, self.content["definitions"][ref])], "")


@cache
def document() -> Document:
    """The document, read once."""
    return Document(yaml.safe_load(FILE.read_text(encoding="utf-8")))


def _stands_in(ref: int | str, value: int, column: str) -> bool:
    if column == MEANING:
        return ref == value
    return str(ref).startswith(f"{value}.{'p' if column == PRACTICES else 's'}")


def paragraphs(texts: list[tuple[str, str]], column: str) -> list[Paragraph]:
    """The paragraphs of these texts, a new one wherever a page is turned."""
    found: list[Paragraph] = []
    turned = 0
    for ref, text in texts:
        at = 0
        for paragraph in text.split("\n"):
            for number, piece in enumerate(paragraph.split(PAGE)):
                turned += number > 0
                words = marked_words(piece, ref, column, at)
                if words:
                    found.append(Paragraph(ref, tuple(words), turned, begins=at == 0))
                    at = max(word.at for word in words) + 1
    return found


def marked_words(text: str, ref: str | None, column: str, at: int = 0) -> list[Word]:
    """The words of a text; the numbers of footnotes, which belong to no entry, are glued to the words before them."""
    words: list[Word] = []
    for chunk in text.split():
        gap = 1
        for piece in filter(None, MARK.split(chunk)):
            if MARK.fullmatch(piece):
                # Of two numbers in a row the second stands apart.
                twice = bool(words) and words[-1].ref is None and gap == 0 and words[-1].text.isdigit()
                words.append(Word(piece[1:-1], gap=int(twice), column=column))
            else:
                words.append(Word(piece, ref, at, gap=gap, column=column))
                at += 1
            gap = 0
    return words
