"""Readings: other documents of the field, and a guide's own background, told in other words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peerguide.corpus.model.common import Citation, Link


@dataclass(frozen=True, eq=False, repr=False)
class Section:
    """A section of a reading, with its first and last page in the document (None where it has none)."""

    ref: str
    title: str
    text: str
    page: int | None
    last_page: int | None


@dataclass(frozen=True, eq=False, repr=False)
class ReadingFact:
    """A number, a date or another fact that people ask for, with the ref of the section that has it."""

    ref: str
    section: str
    text: str
    page: int | None


@dataclass(frozen=True, eq=False, repr=False)
class DiscussionQuestion:
    """A question to talk over."""

    ref: str
    text: str


@dataclass(frozen=True, eq=False, repr=False)
class ReadingName:
    """A reading as it stands in a list."""

    ref: str
    title: str
    summary: str


@dataclass(frozen=True, eq=False, repr=False)
class ReadingList:
    """Readings, in order."""

    readings: tuple[ReadingName, ...]


@dataclass(frozen=True, eq=False, repr=False)
class Reading:
    """A reading with all that stands in it; `values` and `terms` are what it bears on, of this guide or another."""

    name: ReadingName
    sections: tuple[Section, ...]
    facts: tuple[ReadingFact, ...]
    questions: tuple[DiscussionQuestion, ...]
    values: tuple[Link, ...]
    terms: tuple[Link, ...]
    source: Citation | None

    @property
    def ref(self) -> str:
        """Its permanent id."""
        return self.name.ref


@dataclass(frozen=True, eq=False, repr=False)
class SectionView:
    """One section, or one fact with the section that has it, and the reading in which it stands."""

    reading: ReadingName
    section: Section
    fact: ReadingFact | None
    source: Citation | None
