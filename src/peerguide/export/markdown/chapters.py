"""The chapters of the handbook beside its values: practices of the guide as a whole, glossary, sources, readings, crosswalk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from peerguide.export.credits import credit, notice, restated
from peerguide.export.crosswalk import introduction
from peerguide.export.markdown.crosswalk import crosswalk_blocks
from peerguide.export.markdown.entries import of_all_block, source_block, term_blocks
from peerguide.export.markdown.readings import reading_blocks
from peerguide.export.markdown.text import prose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from peerguide.export.markdown.places import Places
    from peerguide.export.selection import Selection


@dataclass(frozen=True, eq=False, repr=False)
class Chapter:
    """A chapter, which in a folder is a file of its own.

    `name` is its anchor in one document and, with .md, its file; `title` is its heading, `alone` the beginning of that of the file, which says
    `told` of itself. `blocks` are what stands in it, `listed` are links to its entries, for the contents.
    """

    name: str
    title: str
    alone: str
    told: Iterable[str]
    blocks: Iterable[str]
    listed: Iterable[str] = ()

    @property
    def file(self) -> str:
        """Its file in a folder."""
        return f"{self.name}.md"


def chapters(selection: Selection, places: Places, level: int) -> Iterator[Chapter]:
    """The chapters that there are, in order, the headings in them of this level."""
    corpus = selection.corpus
    if selection.of_all:
        title = selection.of_all_title
        yield Chapter("practices", title, title, notice(corpus), [of_all_block(selection.of_all)])
    if places.held["term"]:
        yield glossary(selection, places, level)
    if places.held["source"]:
        yield Chapter("sources", "The sources", "Sources", (), map(source_block, selection.sources()))
    if places.held["reading"]:
        yield readings(selection, places, level)
    if selection.crosswalk():
        yield crosswalk(selection, places, level)


def glossary(selection: Selection, places: Places, level: int) -> Chapter:
    """The glossary, or the terms that the chosen values use."""
    terms = (term for term in selection.corpus.terms().terms if term.ref in places.held["term"])
    return Chapter(
        "glossary",
        "The glossary",
        "Glossary",
        credit(selection.corpus),
        (block for term in selection.terms() for block in term_blocks(term, level, places)),
        (places.link("term", term.ref, term.name) for term in terms),
    )


def readings(selection: Selection, places: Places, level: int) -> Chapter:
    """The readings, or those that bear on the chosen values."""
    found = selection.readings()
    return Chapter(
        "readings",
        "The readings",
        "Readings",
        restated(selection.corpus),
        (
            block
            for number, reading in enumerate(found, 1)
            for block in reading_blocks(reading, number, level, places)
        ),
        (places.link("reading", one.ref, one.name.title) for one in found),
    )


def crosswalk(selection: Selection, places: Places, level: int) -> Chapter:
    """The crosswalk, or what it has about the chosen values."""
    return Chapter(
        "crosswalk",
        "The crosswalk",
        "Crosswalk",
        credit(selection.corpus),
        (*map(prose, introduction(selection)), *crosswalk_blocks(selection.crosswalk(), level, places)),
    )
