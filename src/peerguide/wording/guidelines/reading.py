"""Reading a copy of the guidelines, from its text to what belongs to each entry."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from peerguide.corpus.names.spelling import fold
from peerguide.wording.align.aligning import Alignment, Copy, align
from peerguide.wording.align.likeness import Likeness
from peerguide.wording.align.proving import exact_refs, keep_exact, prove
from peerguide.wording.edition import edition_in
from peerguide.wording.guidelines import glossary, marks, tables
from peerguide.wording.guidelines.extent import apart, bounds, first_copy, line_of_columns, moved
from peerguide.wording.guidelines.headings import headings_in
from peerguide.wording.model import Reading
from peerguide.wording.passages import leftovers_of, passages_of, tails_of
from peerguide.wording.tidy.breaking import broken, joined
from peerguide.wording.tidy.characters import clean, without_room
from peerguide.wording.tidy.columns import one_after_another
from peerguide.wording.tidy.joining import Vocabulary
from peerguide.wording.tidy.lines import Raw, lines_of, raw_lines
from peerguide.wording.tidy.markup import without_markup
from peerguide.wording.tidy.numbering import with_bullets, with_one_sign
from peerguide.wording.tidy.running import without_headers, without_headings
from peerguide.wording.tidy.units import first_units, units_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from peerguide.wording.guidelines.headings import Heading
    from peerguide.wording.guidelines.headings import Part as HeadingPart
    from peerguide.wording.model import Passage, Repair
    from peerguide.wording.outline import Outline
    from peerguide.wording.tidy.lines import Line

TITLE = "National Practice Guidelines for Peer Specialists and Supervisors"

WITHOUT_TEXT: frozenset[str] = frozenset()
"""The document explains each term of its glossary in a text of its own."""

MOST_LINES, MOST_LETTERS = 6_000, 400_000
"""More lines, and more characters that are no spaces, than four copies of the document have."""

LEAST_PLACED = 0.15
"""The share of a part's words that must have a place for any to be believed."""

FEWEST_STATEMENTS = 3
"""The fewest practices or roles without which paragraphs under the values' names are not taken for their meanings."""

ENOUGH_TEXTS = 8
"""So many texts are a part of the document, its headings or not."""

FEWEST_NAMES, FEWEST_HEADINGS, FEWEST_TEXTS = 10, 2, 5
"""Less than this of the document could stand in any text on peer support: of a list of the values, names; otherwise headings and texts."""


EDITION = Path(__file__).with_name("edition-2019.txt")

OF_THE_EDITION = 0.7
"""A copy of whose texts so large a share is exact is of that edition, and whatever differs in it was damaged; with less, it may be another printing."""

KNOWN_BY = 5
"""So many texts that are exactly those of the edition of 2019 make a part of a copy known as a part of it."""


@dataclass(frozen=True)
class Part:
    """A part of the document as it was read: its units, where they belong, and from which line on it is at which value."""

    copy: Copy
    alignment: Alignment
    values: Sequence[tuple[int, str]]


def read(text: str, outline: Outline) -> Reading:
    """What this text has of the guidelines: nothing at all, when it is another document."""
    raw = _tidied(text, outline)
    tidy = joined(raw)
    lines = lines_of(without_headings(tidy, marks.COLUMN_HEADINGS, marks.SMALL_HEADINGS))
    listed, heads = first_copy(*apart(headings_in(lines, outline)))
    begin, middle, end = bounds(lines, heads, outline, line_of_columns(tidy))
    likeness = Likeness(_plain(outline))
    parts = [_tables(lines[begin:middle], moved(heads, begin, middle), outline, likeness)]
    sorted_lines = glossary.glossary_in(lines[middle:end], outline)
    parts.append(_glossary(sorted_lines, outline, likeness))
    _prove(parts)
    vocabulary = Vocabulary.of((line.text for line in lines), _plain(outline).values())
    made = [_passages(part, vocabulary) for part in parts]
    repairs = tuple(repair for _found, repairs in made for repair in repairs)
    definitions = _noted(made[1][0], repairs, sorted_lines, outline)
    return Reading(
        _as_they_stand([*listed, *heads], "name", outline),
        _as_they_stand(heads, "theme", outline),
        tuple(_finished((*made[0][0], *definitions), outline)),
        tuple(
            replace(leftover, line=raw[leftover.line - 1].number)
            for part in parts
            for leftover in leftovers_of(part.alignment.left, part.values)
        ),
        repairs,
        tuple(ref for ref in outline.refs if any(ref in part.alignment.incomplete for part in parts)),
    )


def _tidied(text: str, outline: Outline) -> list[Raw]:
    """The lines of a text, its columns one after another, headings and bullets at their beginning; none, where there are too many."""
    if (
        len("".join(text.split())) > MOST_LETTERS
        or sum(map(bool, map(str.strip, text.split("\n")))) > MOST_LINES
    ):
        return []
    raw = without_markup(raw_lines(without_room(clean(text))))
    bare = without_headers(joined(raw), marks.RUNNING).split("\n")
    raw = [Raw(line.number, rest) for line, rest in zip(raw, bare, strict=True)]
    raw = one_after_another(with_one_sign(raw), marks.ROW)
    raw = broken(raw, marks.places_to_break(joined(raw), outline))
    return with_bullets(raw, {fold(value.name) for value in outline.values})


def _finished(passages: Iterable[Passage], outline: Outline) -> Iterator[Passage]:
    """The passages with their pages, and whether they are exactly those of the edition of 2019."""
    edition = edition_in(EDITION)
    pages = {item.ref: item.page for item in outline.items}
    for passage in passages:
        exact = edition.is_exact(passage.ref, passage.text)
        yield replace(passage, page=pages[passage.ref], exact=exact)


def is_document(reading: Reading) -> bool:
    """Whether this is enough to say that the text was the guidelines, a part of them, or the list of the values."""
    headed = len(reading.names) >= FEWEST_HEADINGS or len(reading.themes) >= FEWEST_HEADINGS
    texts = len(reading.passages)
    return (
        len({*reading.names, *reading.themes}) >= FEWEST_NAMES
        or texts >= ENOUGH_TEXTS
        or (headed and texts >= FEWEST_TEXTS)
    )


def _plain(outline: Outline) -> dict[str, str]:
    """The plain wording of every entry."""
    return {item.ref: item.plain for item in outline.items}


def _tables(lines: Sequence[Line], heads: Sequence[Heading], outline: Outline, likeness: Likeness) -> Part:
    units, markers = tables.body_of(lines, heads)
    values = [
        (lines[head.lines[0]].number, outline.values[head.value].ref)
        for head in heads
        if head.value is not None
    ]
    copy = Copy(units, tables.columns_of(outline), markers, likeness)
    return Part(copy, align(copy), values)


def _glossary(found: glossary.Glossary, outline: Outline, likeness: Likeness) -> Part:
    begin = (
        found.starts[0][0] if found.starts else len(found.lines)
    )  # what stands before the first term introduces the glossary
    kept = found.lines[begin:]
    units = units_of(kept)
    markers = glossary.markers_of(found, [0] * begin + first_units(units, kept))
    copy = Copy(units, [glossary.column_of(outline)], list(markers), likeness)
    return Part(copy, align(copy), [])


def _prove(parts: Sequence[Part]) -> None:
    """Where enough is exactly as in the edition of 2019, hold everything to that edition; otherwise believe no part that is mostly
    something else, such as another author's thoughts on the values.
    """
    edition = edition_in(EDITION)
    if sum(len(exact_refs(part.alignment, edition)) for part in parts) >= KNOWN_BY:
        for part in parts:
            prove(part.alignment, part.copy.units, part.copy.columns, edition)
        exact = sum(len(exact_refs(part.alignment, edition)) for part in parts)
        if exact >= OF_THE_EDITION * sum(len(part.alignment.placed) for part in parts):
            for part in parts:
                keep_exact(part.alignment, edition)
        return
    for part in parts:
        if _share_placed(part) < LEAST_PLACED or _lacks_statements(part):
            part.alignment.placed.clear()
            part.alignment.left = list(part.copy.units)


def _lacks_statements(part: Part) -> bool:
    """Whether hardly any of the statements that a part should have is there."""
    refs = {slot.ref for column in part.copy.columns if column.bulleted for slot in column.slots}
    return bool(refs) and len(refs & part.alignment.placed.keys()) < FEWEST_STATEMENTS


def _share_placed(part: Part) -> float:
    """The share of a part's words that were placed."""
    words = sum(len(unit.text.split()) for unit in part.copy.units)
    placed = (unit for units in part.alignment.placed.values() for unit in units)
    return sum(len(unit.text.split()) for unit in placed) / max(1, words)


def _passages(part: Part, vocabulary: Vocabulary) -> tuple[list[Passage], list[Repair]]:
    found = list(passages_of(part.alignment, part.copy.columns, vocabulary))
    repairs = [repair for _passage, repairs in found for repair in repairs]
    return [passage for passage, _repairs in found], [*tails_of(part.alignment), *repairs]


def _noted(
    definitions: Iterable[Passage], repairs: Iterable[Repair], found: glossary.Glossary, outline: Outline
) -> Iterator[Passage]:
    """The definitions with the footnotes that their headings, and numbers within them, point to."""
    pointers = {outline.terms[number].ref: list(numbers) for number, numbers in found.pointers.items()}
    for repair in repairs:
        if repair.kind == "footnote":
            pointers.setdefault(repair.ref, []).append(int(repair.words))
    for passage in definitions:
        numbers = pointers.get(passage.ref, ())
        yield replace(
            passage, notes=tuple(found.footnotes[number] for number in numbers if number in found.footnotes)
        )


def _as_they_stand(headings: Iterable[Heading], part: HeadingPart, outline: Outline) -> dict[str, str]:
    """What the copy has, whole, for a part of the headings, by the ref of the value; the last one counts."""
    found = {
        heading.value: heading.parts[part]
        for heading in headings
        if heading.value is not None and part in heading.whole
    }
    return {outline.values[number].ref: found[number] for number in sorted(found)}
