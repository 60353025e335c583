"""Readings and the crosswalk as JSON data; keys keep their order and their meaning, like those of `records`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peerguide.corpus.records import record

if TYPE_CHECKING:
    from peerguide.corpus.model.crosswalk import Crosswalk, Row
    from peerguide.corpus.model.readings import (
        DiscussionQuestion,
        Reading,
        ReadingFact,
        ReadingList,
        ReadingName,
        Section,
        SectionView,
    )
    from peerguide.corpus.records import Data


@record.register
def _reading_list_record(entry: ReadingList) -> Data:
    return [record(name) for name in entry.readings]


@record.register
def _reading_name_record(entry: ReadingName) -> Data:
    return {"ref": entry.ref, "title": entry.title, "summary": entry.summary}


@record.register
def _reading_record(entry: Reading) -> Data:
    return {
        "ref": entry.ref,
        "title": entry.name.title,
        "source": record(entry.source) if entry.source else None,
        "summary": entry.name.summary,
        "sections": [record(section) for section in entry.sections],
        "facts": [record(fact) for fact in entry.facts],
        "values": [record(link) for link in entry.values],
        "terms": [record(link) for link in entry.terms],
        "questions": [record(question) for question in entry.questions],
    }


@record.register
def _section_record(entry: Section) -> Data:
    return _section(entry)


def _section(entry: Section) -> dict[str, Any]:
    return {
        "ref": entry.ref,
        "title": entry.title,
        "text": entry.text,
        "page": entry.page,
        "last_page": entry.last_page,
    }


@record.register
def _fact_record(entry: ReadingFact) -> Data:
    return _fact(entry)


def _fact(entry: ReadingFact) -> dict[str, Any]:
    return {"ref": entry.ref, "section": entry.section, "text": entry.text, "page": entry.page}


@record.register
def _question_record(entry: DiscussionQuestion) -> Data:
    return {"ref": entry.ref, "text": entry.text}


@record.register
def _section_view_record(entry: SectionView) -> Data:
    """A section as it stands in its reading, or a fact with its section in place of the section's ref; then where both stand."""
    section = _section(entry.section)
    return {
        **({**_fact(entry.fact), "section": section} if entry.fact else section),
        "reading": {"ref": entry.reading.ref, "title": entry.reading.title},
        "source": record(entry.source) if entry.source else None,
    }


@record.register
def _crosswalk_record(entry: Crosswalk) -> Data:
    return [record(row) for row in entry.rows]


@record.register
def _row_record(entry: Row) -> Data:
    begin, end = entry.begin, entry.end
    return {
        "from": begin.ref if begin else None,
        "to": end.ref if end else None,
        "closeness": entry.closeness,
        "why": entry.why,
        "id": entry.ref,
        "from_text": begin.text if begin else None,
        "to_text": end.text if end else None,
    }
