"""The handbook in Markdown: contents, values, glossary and sources, in one document or a folder of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.export.credits import credit, disclaimer, notice
from peerguide.export.markdown.entries import source_block, term_blocks, value_blocks
from peerguide.export.markdown.places import GLOSSARY, INDEX, SOURCES, Places, value_file
from peerguide.export.markdown.text import SPANS, anchor, document, heading, hung, item, link, prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.export.selection import Selection


# Whole documents


def handbook(selection: Selection) -> Iterator[str]:
    """Everything in one document."""
    return document(_handbook(selection))


def glossary(selection: Selection) -> Iterator[str]:
    """The glossary, or the terms that the chosen values use."""
    return document(_glossary(selection, Places.of(selection, "term")))


def values(selection: Selection) -> Iterator[str]:
    """The chosen values, each a part of its own; one alone is the document's whole content."""
    return document(_values(selection, Places.of(selection, "value")))


def folder(selection: Selection) -> Iterator[tuple[str, Iterator[str]]]:
    """The files of the handbook: an index, one for each value, the glossary, the sources."""
    places = Places.of(selection, "value", "term", "source", folder=True)
    yield INDEX, document(_index(selection, places))
    for value in selection.values():
        told = map(prose, notice(selection.corpus))
        yield value_file(value.ref), document([*value_blocks(value, 1, places), *told, SPANS])
    if places.held["term"]:
        yield GLOSSARY, document(_glossary(selection, places))
    if places.held["source"]:
        yield SOURCES, document(_sources(selection))


def _handbook(selection: Selection) -> Iterator[str]:
    places = Places.of(selection, "value", "term", "source")
    yield from _beginning(f"Handbook: {selection.title}", selection)
    yield heading(2, "Contents")
    yield _contents(selection, places, "#glossary", "#sources")
    for value in selection.values():
        yield from value_blocks(value, 2, places)
    if places.held["term"]:
        yield heading(2, "The glossary", anchor("glossary"))
        for term in selection.terms():
            yield from term_blocks(term, 3, places)
    if places.held["source"]:
        yield heading(2, "The sources", anchor("sources"))
        yield from map(source_block, selection.sources())
    yield SPANS


def _index(selection: Selection, places: Places) -> Iterator[str]:
    yield from _beginning(f"Handbook: {selection.title}", selection)
    yield heading(2, "Contents")
    yield _contents(selection, places, GLOSSARY, SOURCES)


def _glossary(selection: Selection, places: Places) -> Iterator[str]:
    yield from _beginning(f"Glossary: {selection.title}", selection)
    for term in selection.terms():
        yield from term_blocks(term, 2, places)
    yield SPANS


def _sources(selection: Selection) -> Iterator[str]:
    yield heading(1, f"Sources: {selection.title}")
    yield from map(source_block, selection.sources())
    yield SPANS


def _values(selection: Selection, places: Places) -> Iterator[str]:
    level = 1 if len(places.held["value"]) == 1 else 2
    if level > 1:
        yield heading(1, f"Values: {selection.title}")
    for value in selection.values():
        yield from value_blocks(value, level, places)
    yield from map(prose, disclaimer(selection.corpus))
    yield SPANS


def _beginning(title: str, selection: Selection) -> Iterator[str]:
    yield heading(1, title)
    yield from map(prose, credit(selection.corpus))


def _contents(selection: Selection, places: Places, glossary_at: str, sources_at: str) -> str:
    names = (name for name in selection.corpus.values().values if name.ref in places.held["value"])
    lines = [item(places.link("value", name.ref, f"{name.number}. {name.name}")) for name in names]
    if places.held["term"]:
        lines.append(item(link("The glossary", glossary_at)))
        terms = (term for term in selection.corpus.terms().terms if term.ref in places.held["term"])
        lines += (hung([places.link("term", term.ref, term.name)], "  - ", "    ") for term in terms)
    if places.held["source"]:
        lines.append(item(link("The sources", sources_at)))
    return "\n".join(lines)
