"""Readings as linear text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.corpus.readings import gist
from peerguide.render.phrases import pointers
from peerguide.render.plain import lines
from peerguide.render.plain.entries import source_lines
from peerguide.render.text import paragraphs, safe
from peerguide.render.told import pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.corpus.model.readings import Reading, ReadingFact, ReadingList, Section, SectionView


@lines.register
def _list_lines(entry: ReadingList) -> Iterator[str]:
    for one in entry.readings:
        yield f"{one.ref}: {safe(one.title)}. {safe(gist(one))}"


@lines.register
def _reading_lines(entry: Reading) -> Iterator[str]:
    yield f"Reading {entry.ref}: {safe(entry.name.title)}"
    yield f"Summary: {_joined(entry.name.summary)}"
    for section in entry.sections:
        yield _section(section)
    for fact in entry.facts:
        yield _fact(fact)
    if entry.values:
        yield f"Values: {pointers(entry.values)}"
    if entry.terms:
        yield f"Terms: {pointers(entry.terms)}"
    for number, question in enumerate(entry.questions, 1):
        yield f"To talk over, {number}: {safe(question.text)}"
    yield from source_lines(entry.source)


@lines.register
def _part_lines(entry: SectionView) -> Iterator[str]:
    if entry.fact:
        yield _fact(entry.fact)
    yield _section(entry.section)
    yield f"Reading {entry.reading.ref}: {safe(entry.reading.title)}"
    yield from source_lines(entry.source)


def _section(section: Section) -> str:
    where = ", ".join(filter(None, [section.ref, pages(section, section.last_page)]))
    return f"{safe(section.title)} ({where}): {_joined(section.text)}"


def _fact(fact: ReadingFact) -> str:
    where = ", ".join(filter(None, [fact.ref, pages(fact)]))
    return f"Fact ({where}): {_joined(fact.text)}"


def _joined(text: str) -> str:
    return " ".join(paragraphs(text))
