"""Readings in Markdown: as chapters of the handbook, and as papers for a group, with lines to write on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.corpus.credits import citation
from peerguide.export.credits import on_pages, restated, terms
from peerguide.export.markdown.papers import LINE
from peerguide.export.markdown.places import Places, here
from peerguide.export.markdown.scenarios import BREAK
from peerguide.export.markdown.text import SPANS, document, escaped, heading, hung, item, prose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from peerguide.corpus.model.readings import DiscussionQuestion, Reading, ReadingFact, Section
    from peerguide.export.selection import Selection

    Room = tuple[str, ...]
    """The paragraphs under a question, for what is to be written down."""

LINES: Room = (f"\\{LINE}{LINE}",) * 2


def readings(selection: Selection) -> Iterator[str]:
    """Every reading, with lines to write on under its questions, on a page of its own where it is printed by way of HTML."""
    return document(_readings(selection))


def reading_files(selection: Selection) -> Iterator[tuple[str, Iterator[str]]]:
    """The readings, each a file of its own."""
    places = Places.of(selection)
    for number, reading in enumerate(selection.readings(), 1):
        blocks = [*reading_blocks(reading, number, 1, places, LINES), *_terms(reading, selection)]
        yield f"{reading.ref}.md", document([*blocks, *map(prose, restated(selection.corpus)), SPANS])


def _readings(selection: Selection) -> Iterator[str]:
    yield heading(1, f"Readings: {selection.title}")
    yield from map(prose, restated(selection.corpus))
    places = Places.of(selection)
    for number, reading in enumerate(selection.readings(), 1):
        yield BREAK
        yield from reading_blocks(reading, number, 2, places, LINES)
        yield from _terms(reading, selection)
    yield SPANS


def _terms(reading: Reading, selection: Selection) -> Iterator[str]:
    """Who made the document that a reading restates, and on what terms."""
    if reading.source:
        yield prose(terms(selection.corpus.source(reading.source.ref)))


def reading_blocks(
    reading: Reading, number: int, level: int, places: Places, room: Room = ()
) -> Iterator[str]:
    """One reading with all that stands in it, its heading, with its number in the document, of this level."""
    yield heading(level, f"Reading {number}. {reading.name.title}")
    yield hung(map(escaped, reading.name.summary.split("\n")), here(reading.ref))
    if reading.source:
        yield hung([places.link("source", reading.source.ref, citation(reading.source))], "**Source:** ")
    for place, section in enumerate(reading.sections, 1):
        yield heading(level + 1, f"{number}.{place}. {section.title}")
        yield _section(section)
    if reading.facts:
        yield "Facts that people ask for:"
        yield "\n".join(map(_fact, reading.facts))
    for label, kind, links in (("Values", "value", reading.values), ("Terms", "term", reading.terms)):
        if links:
            pointers = (places.pointer(kind, one.ref, one.name) for one in links)
            yield hung(["; ".join(pointers)], f"**{label}:** ")
    if reading.questions:
        yield "To talk over:"
        yield "\n".join(_questions(reading.questions, room))


def _section(section: Section) -> str:
    """The text of a section, and after it its ref and its pages."""
    paragraphs = list(map(escaped, section.text.split("\n")))
    where = ", ".join(filter(None, [section.ref, on_pages(section.page, section.last_page)]))
    paragraphs[-1] += f" ({escaped(where)})"
    return hung(paragraphs, here(section.ref))


def _fact(fact: ReadingFact) -> str:
    pages = on_pages(fact.page)
    return item(f"{here(fact.ref)}{escaped(fact.text)}{f' ({pages})' if pages else ''}")


def _questions(questions: Iterable[DiscussionQuestion], room: Room) -> Iterator[str]:
    for number, question in enumerate(questions, 1):
        lead = f"{number}. "
        yield hung([escaped(question.text), *room], lead, " " * len(lead))
