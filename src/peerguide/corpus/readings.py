"""Readings in the compiled corpus: what is read of them, and finding the one that is meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from peerguide.corpus.guides import Guides
from peerguide.corpus.model.common import PLAIN, Citation
from peerguide.corpus.model.readings import (
    DiscussionQuestion,
    Reading,
    ReadingFact,
    ReadingList,
    ReadingName,
    Section,
    SectionView,
)

if TYPE_CHECKING:
    from peerguide.corpus.library import Corpus
    from peerguide.corpus.model.common import Link

SECTIONS = "SELECT ref, name, text, page, last_page FROM entry WHERE kind = 'section' "

FACTS = "SELECT fact.ref, fact.value, fact.text, fact.page FROM entry AS fact "

SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"'(])")
"""Where a sentence ends and the next begins."""


def readings(corpus: Corpus) -> ReadingList:
    """All readings."""
    rows = corpus.rows("SELECT ref, name, text FROM entry WHERE kind = 'reading' ORDER BY seq")
    return ReadingList(tuple(ReadingName(*row) for row in rows))


def reading(corpus: Corpus, ref: str, guides: Guides | None = None) -> Reading:
    """One reading; `guides` are those whose values and terms it may bear on, the shipped ones unless told."""
    guides = guides or Guides(corpus)
    facts = corpus.rows(
        FACTS
        + "JOIN entry AS section ON section.ref = fact.value WHERE fact.kind = 'fact' AND section.value = ? ORDER BY fact.seq",
        ref,
    )
    questions = corpus.rows(
        "SELECT target, why FROM link WHERE ref = ? AND relation = 'discuss' ORDER BY position", ref
    )
    return Reading(
        name=_name(corpus, ref),
        sections=tuple(Section(*row) for row in corpus.rows(SECTIONS + "AND value = ? ORDER BY seq", ref)),
        facts=tuple(ReadingFact(*row) for row in facts),
        questions=tuple(DiscussionQuestion(*row) for row in questions),
        values=_links(corpus, ref, "value", guides),
        terms=_links(corpus, ref, "touches", guides),
        source=_source(corpus, ref),
    )


def part(corpus: Corpus, ref: str) -> SectionView:
    """One section, or one fact with the section that has it."""
    facts = corpus.rows(FACTS + "WHERE fact.kind = 'fact' AND fact.ref = ?", ref)
    fact = ReadingFact(*facts[0]) if facts else None
    (row,) = corpus.rows(SECTIONS + "AND ref = ?", fact.section if fact else ref)
    section = Section(*row)
    ((owner,),) = corpus.rows("SELECT value FROM entry WHERE ref = ?", section.ref)
    first = fact.page if fact and fact.page else section.page
    last = fact.page if fact and fact.page else section.last_page
    return SectionView(_name(corpus, owner), section, fact, _source(corpus, owner, first, last))


def gist(name: ReadingName) -> str:
    """What a reading is about, in the first sentence of its summary."""
    return SENTENCE.split(name.summary, maxsplit=1)[0]


def _name(corpus: Corpus, ref: str) -> ReadingName:
    (row,) = corpus.rows("SELECT ref, name, text FROM entry WHERE ref = ?", ref)
    return ReadingName(*row)


def _links(corpus: Corpus, ref: str, relation: str, guides: Guides) -> tuple[Link, ...]:
    """What a reading bears on, of this guide and of others."""
    return tuple(map(guides.link, corpus.targets(ref, relation)))


def _source(
    corpus: Corpus, ref: str, page: int | None = None, last_page: int | None = None
) -> Citation | None:
    """The document that a reading restates."""
    rows: list[tuple[Any, ...]] = corpus.rows(
        "SELECT source.ref, name, publisher, year, address FROM link JOIN source ON source.ref = link.target "
        "JOIN entry ON entry.ref = source.ref WHERE link.ref = ? AND relation = 'restates'",
        ref,
    )
    for source, title, publisher, year, address in rows:
        words = PLAIN if corpus.shipped else None
        return Citation(source, title, publisher, year, page, last_page, address, words)
    return None
