"""What is read out of a copy of a document: its texts, where they belong, and what was done to them on the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Repaired = Literal["tail", "word", "header", "footnote"]
"""What may have been put right: a tail joined to its head, a word broken at a line's end, a page header or a footnote's
number taken out of a sentence."""


@dataclass(frozen=True)
class Passage:
    """One text of the document and the ref of the entry that it is the wording of.

    Its paragraphs are separated by line feeds. `page` is the entry's page in the edition that the guide cites; `exact` says that the
    text is known to be that edition's, letter for letter; `notes` are the footnotes that its numbers pointed to.
    """

    ref: str
    text: str
    page: int | None = None
    exact: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Leftover:
    """A text of the document's tables or glossary that could not be placed, or is not whole, and the line of the copy where it begins."""

    text: str
    line: int
    value: str | None = None
    """The ref of the value under which it was found, where that is known."""


@dataclass(frozen=True)
class Repair:
    """Something that was put right in a passage: what kind of thing, in which entry, and the words concerned."""

    kind: Repaired
    ref: str
    words: str


@dataclass(frozen=True)
class Reading:
    """All that was read out of one copy.

    `names` and `themes` are as they stand there, by the ref of their value; `incomplete` are the refs of the texts of which the copy has only a
    part, which is left over.
    """

    names: Mapping[str, str]
    themes: Mapping[str, str]
    passages: tuple[Passage, ...]
    leftovers: tuple[Leftover, ...] = ()
    repairs: tuple[Repair, ...] = ()
    incomplete: tuple[str, ...] = ()
