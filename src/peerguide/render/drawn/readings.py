"""Readings as a person at a terminal sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from peerguide.corpus.readings import gist
from peerguide.render.drawn import draw
from peerguide.render.drawn.pieces import draw_source, labelled
from peerguide.render.text import paragraphs, safe
from peerguide.render.told import origin, pages

if TYPE_CHECKING:
    from collections.abc import Iterable

    from peerguide.corpus.model.readings import Reading, ReadingFact, ReadingList, Section, SectionView
    from peerguide.render.layout import Sheet


@draw.register
def _list_drawing(entry: ReadingList, sheet: Sheet) -> None:
    for one in entry.readings:
        sheet.gap()
        sheet.hang_first(Text(one.ref, "ref"), Text(safe(one.title), "title"))
        sheet.write(safe(gist(one)), indent=2)


@draw.register
def _reading_drawing(entry: Reading, sheet: Sheet) -> None:
    sheet.hang_first(Text(entry.ref, "ref"), Text(safe(entry.name.title), "title"))
    made = origin(entry.source, entry.name.title)
    if made:
        sheet.write(made, "theme")
    sheet.gap()
    sheet.write(" ".join(paragraphs(entry.name.summary)))
    for section in entry.sections:
        sheet.gap()
        _draw_section(section, sheet)
    _draw_facts(entry.facts, sheet)
    _draw_links(entry, sheet)
    if entry.questions:
        sheet.gap()
        sheet.write("To talk over", "heading")
        for number, question in enumerate(entry.questions, 1):
            sheet.hang(Text(str(number), "ref"), Text(safe(question.text)), 3)
    draw_source(entry.source, sheet)


@draw.register
def _part_drawing(entry: SectionView, sheet: Sheet) -> None:
    sheet.hang_first(Text(entry.reading.ref, "ref"), Text(safe(entry.reading.title), "title"))
    sheet.gap()
    if entry.fact:
        sheet.write(entry.fact.ref, "ref")
        sheet.write(" ".join(paragraphs(entry.fact.text)))
        sheet.gap()
    _draw_section(entry.section, sheet)
    draw_source(entry.source, sheet)


def _draw_section(section: Section, sheet: Sheet) -> None:
    where = ", ".join(filter(None, [section.ref, pages(section, section.last_page)]))
    sheet.hang_first(Text(safe(section.title), "heading"), Text(where, "cite"))
    for number, paragraph in enumerate(paragraphs(section.text)):
        if number:
            sheet.gap()
        sheet.write(paragraph)


def _draw_facts(facts: Iterable[ReadingFact], sheet: Sheet) -> None:
    sheet.gap()
    for place, fact in enumerate(facts):
        if not place:
            sheet.write("Facts at a glance", "heading")
        where = pages(fact)
        text = Text(" ".join(paragraphs(fact.text)))
        sheet.hang(Text("-"), Text.assemble(text, (f" ({where})" if where else "", "cite")), 2)


def _draw_links(entry: Reading, sheet: Sheet) -> None:
    """What a reading bears on."""
    if entry.values or entry.terms:
        sheet.gap()
    for label, links in (("Values", entry.values), ("Terms", entry.terms)):
        if links:
            sheet.write_text(labelled(label, links))
