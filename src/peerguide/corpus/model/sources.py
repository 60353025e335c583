"""The documents behind a corpus."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, eq=False, repr=False)
class Source:
    """A document: one behind the corpus, or one that it cites."""

    ref: str
    title: str
    author: str | None
    publisher: str | None
    year: int | None
    address: str | None
    pages: int | None
    note: str | None
    about: str
    obtain: str
    terms_of_use: str


@dataclass(frozen=True, eq=False, repr=False)
class SourceList:
    """The documents, in order."""

    sources: tuple[Source, ...]
