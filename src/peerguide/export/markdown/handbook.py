"""The handbook in Markdown: contents, values and the chapters beside them, in one document or a folder of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.export.credits import credit, disclaimer, notice, own_terms
from peerguide.export.markdown import chapters as parts
from peerguide.export.markdown.entries import value_blocks
from peerguide.export.markdown.places import INDEX, Places, value_file
from peerguide.export.markdown.text import SPANS, anchor, document, heading, hung, item, link, prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.export.markdown.chapters import Chapter
    from peerguide.export.selection import Selection


# Whole documents


def handbook(selection: Selection) -> Iterator[str]:
    """Everything in one document."""
    return document(_handbook(selection))


def glossary(selection: Selection) -> Iterator[str]:
    """The glossary, or the terms that the chosen values use."""
    return document(_alone(parts.glossary(selection, Places.of(selection, "term"), 2), selection))


def crosswalk(selection: Selection) -> Iterator[str]:
    """The crosswalk, or what it has about the chosen values."""
    return document(_alone(parts.crosswalk(selection, Places.of(selection), 2), selection))


def values(selection: Selection) -> Iterator[str]:
    """The chosen values, each a part of its own; one alone is the document's whole content."""
    return document(_values(selection, Places.of(selection, "value")))


def folder(selection: Selection) -> Iterator[tuple[str, Iterator[str]]]:
    """The files of the handbook: an index, one for each value, one for each chapter beside them."""
    places = Places.of_all(selection, folder=True)
    yield INDEX, document(_index(selection, places))
    for value in selection.values():
        told = map(prose, notice(selection.corpus))
        yield value_file(value.ref), document([*value_blocks(value, 1, places), *told, SPANS])
    for chapter in parts.chapters(selection, places, 2):
        yield chapter.file, document(_alone(chapter, selection))


def _handbook(selection: Selection) -> Iterator[str]:
    places = Places.of_all(selection)
    yield from _index(selection, places)
    for value in selection.values():
        yield from value_blocks(value, 2, places)
    for chapter in parts.chapters(selection, places, 3):
        yield heading(2, chapter.title, anchor(chapter.name))
        yield from chapter.blocks
    yield SPANS


def _index(selection: Selection, places: Places) -> Iterator[str]:
    """What the handbook is, and its contents."""
    yield heading(1, f"Handbook: {selection.title}")
    yield from map(prose, credit(selection.corpus))
    yield heading(2, "Contents")
    yield "\n".join(_contents(selection, places))


def _contents(selection: Selection, places: Places) -> Iterator[str]:
    for name in selection.corpus.values().values:
        if name.ref in places.held["value"]:
            yield item(places.link("value", name.ref, f"{name.number}. {name.name}"))
    for chapter in parts.chapters(selection, places, 2):
        yield item(link(chapter.title, chapter.file if places.folder else f"#{chapter.name}"))
        yield from (hung([entry], "  - ", "    ") for entry in chapter.listed)


def _alone(chapter: Chapter, selection: Selection) -> Iterator[str]:
    """A chapter as a document of its own."""
    yield heading(1, f"{chapter.alone}: {selection.title}")
    yield from map(prose, chapter.told)
    yield from chapter.blocks
    yield SPANS


def _values(selection: Selection, places: Places) -> Iterator[str]:
    level = 1 if len(places.held["value"]) == 1 else 2
    if level > 1:
        yield heading(1, f"Values: {selection.title}")
    for value in selection.values():
        yield from value_blocks(value, level, places)
    yield from map(prose, (*disclaimer(selection.corpus), *own_terms(selection.corpus)))
    yield SPANS
