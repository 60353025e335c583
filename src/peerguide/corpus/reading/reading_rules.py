"""The rules that readings keep, and those of the crosswalk.

Like `rules`, each asks for a field before it uses it, since records may be incomplete, and says nothing about pointers into a file
that is broken itself. A ref with a guide's name before it is looked up in that guide, where somebody can say what it holds.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from peerguide.corpus.model.common import NOTHING
from peerguide.corpus.reading.files import GLOSSARY, READINGS, SOURCES, VALUES
from peerguide.corpus.reading.placed import problem_at, refs_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from peerguide.corpus.reading.placed import Record, Text
    from peerguide.corpus.reading.raw import Raw
    from peerguide.errors import Problem

    Elsewhere = Callable[[str], Collection[str] | None]
    """Says which refs the guide of a name has; None where that guide is not at hand."""


def reading_problems(raw: Raw, broken: Collection[str], elsewhere: Elsewhere | None) -> Iterator[Problem]:
    """Every problem of readings and crosswalk that their files alone do not show.

    `broken` names files with problems of their own; without `elsewhere` nothing is said of refs of other guides.
    """
    sources = {str(source["id"]): source for source in raw.sources if "id" in source}
    own = str(raw.guide) if raw.guide else None
    values, terms = refs_of(raw.values), refs_of(raw.terms)
    for reading in raw.readings:
        source = reading.get("source")
        if source is not None and source not in sources and SOURCES not in broken:
            yield problem_at(source, f'no document has the id "{source}"')
        yield from _pages(reading, sources.get(str(source), {}))
        yield from _facts(reading)
        for key, known, file in (("values", values, VALUES), ("terms", terms, GLOSSARY)):
            here = None if file in broken else known
            for ref in reading.get(key, []):
                yield from _leads(ref, key[:-1], here, own, elsewhere)
    yield from _crosswalk(raw, broken, own, elsewhere)


def _pages(reading: Record, source: dict[str, Any]) -> Iterator[Problem]:
    """The last page of a section comes after the first, and none lies beyond the last one of the document."""
    length = source.get("pages")
    for part in chain(reading.get("sections", []), reading.get("facts", [])):
        first, last = part.get("page"), part.get("last_page")
        if last is not None and first is None:
            yield problem_at(last, '"last_page" needs a "page" before it')
        elif last is not None and last < first:
            yield problem_at(last, f"the last page, {last}, comes before the first, {first}")
        page = last or first
        if length and page is not None and page > length:
            yield problem_at(page, f"page {page} lies beyond the document's last, {length}")


def _facts(reading: Record) -> Iterator[Problem]:
    """A fact stands in a section of its own reading, and on a page of that section."""
    sections = {str(one["id"]): one for one in reading.get("sections", []) if "id" in one}
    for fact in reading.get("facts", []):
        section, page = fact.get("section"), fact.get("page")
        if section is None:
            continue
        if section not in sections:
            yield problem_at(section, f'no section of this reading has the id "{section}"')
        elif page is not None and not _stands_on(page, sections[section]):
            yield problem_at(page, f'the section "{section}" does not stand on page {page}')


def _stands_on(page: int, section: Record) -> bool:
    """Whether the section stands on this page; one that says no page might."""
    first = section.get("page")
    return first is None or first <= page <= section.get("last_page", first)


def _crosswalk(
    raw: Raw, broken: Collection[str], own: str | None, elsewhere: Elsewhere | None
) -> Iterator[Problem]:
    here = None if {VALUES, GLOSSARY, READINGS} & set(broken) else refs_of(raw.entries())
    for row in raw.crosswalk:
        for ref in filter(None, (row.get("from"), row.get("to"))):
            yield from _leads(ref, "entry", here, own, elsewhere)
        yield from _ends(row)
    yield from _said_twice(raw.crosswalk, own)


def _said_twice(rows: list[Record], own: str | None) -> Iterator[Problem]:
    """No two rows hold the same two entries against each other, and where nothing corresponds there is no other row."""
    ends = [_bare_ends(row, own) for row in rows]
    matched = set(chain.from_iterable(pair for pair in ends if len(pair) > 1))
    first: dict[frozenset[str], Record] = {}
    for row, pair in zip(rows, ends, strict=True):
        if pair and pair in first:
            yield problem_at(row, f"a row has these ends already; it stands in line {first[pair].line}")
        elif len(pair) == 1 and pair <= matched:
            yield problem_at(row, f'by another row, something corresponds to "{min(pair)}"')
        first.setdefault(pair, row)


def _bare_ends(row: Record, own: str | None) -> frozenset[str]:
    """The entries that a row is about; those of this guide without its name."""
    ends = filter(None, (row.get("from"), row.get("to")))
    return frozenset(str(ref).removeprefix(f"{own}:") for ref in ends)


def _ends(row: Record) -> Iterator[Problem]:
    """A row has two ends, or one where nothing corresponds to it."""
    ends = [ref for ref in (row.get("from"), row.get("to")) if ref is not None]
    if not ends:
        yield problem_at(row, 'a row has "from", "to" or both')
    elif "closeness" in row and (row["closeness"] == NOTHING) != (len(ends) == 1):
        wanted = "one of them alone" if row["closeness"] == NOTHING else "both"
        yield problem_at(row["closeness"], f'with "{row["closeness"]}" a row has "from" or "to": {wanted}')


def _leads(
    ref: Text, noun: str, here: Collection[str] | None, own: str | None, elsewhere: Elsewhere | None
) -> Iterator[Problem]:
    """A ref leads to an entry of this guide, or of the one whose name stands before it."""
    guide, colon, bare = ref.rpartition(":")
    if colon and guide != own:
        there = elsewhere(guide) if elsewhere else None
        if there is not None and bare not in there:
            yield problem_at(ref, f'the guide "{guide}" has no entry "{bare}"')
        elif elsewhere and there is None:
            yield problem_at(ref, f'there is no guide "{guide}" here')
    elif here is not None and bare not in here:
        yield problem_at(ref, f'no {noun} has the id "{bare}"')
