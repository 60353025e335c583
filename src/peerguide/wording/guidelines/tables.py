"""Reading the tables of the values: meanings, practices and supervisor roles out of three columns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from peerguide.wording.align.slots import Column, Marker, Slot
from peerguide.wording.tidy.units import first_units, units_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from peerguide.wording.guidelines.headings import Heading, Part
    from peerguide.wording.outline import Item, Outline
    from peerguide.wording.tidy.lines import Line
    from peerguide.wording.tidy.units import Unit

MEANING, PRACTICE, ROLE = range(3)

ALONE: tuple[tuple[Part, ...], ...] = (("name",), ("theme",), ("role",))
"""Which part stands over each column where the columns stand one after another, headings and all."""

HEADED_BY: tuple[tuple[Part, ...], ...] = (("name", "theme"), ("theme", "name"), ("role", "theme", "name"))
"""Which part of a value's heading stands over each column; where that is lost, which other tells where it begins."""


def columns_of(outline: Outline) -> tuple[Column, Column, Column]:
    """The three columns of the tables."""
    meanings = [(group, value.meaning) for group, value in enumerate(outline.values)]
    practices = [(group, item) for group, value in enumerate(outline.values) for item in value.practices]
    roles = [(group, item) for group, value in enumerate(outline.values) for item in value.roles]
    return (
        Column(_slots(MEANING, meanings), bulleted=False, paragraphs=True),
        Column(_slots(PRACTICE, practices), bulleted=True, paragraphs=False, opening="peer support"),
        Column(_slots(ROLE, roles), bulleted=True, paragraphs=False),
    )


def _slots(column: int, items: Sequence[tuple[int, Item]]) -> tuple[Slot, ...]:
    return tuple(Slot(item.ref, column, number, group) for number, (group, item) in enumerate(items))


def body_of(lines: Sequence[Line], headings: Sequence[Heading]) -> tuple[list[Unit], list[Marker]]:
    """The units of the tables without their headings, and where each column's part of a value begins."""
    headed = {at for heading in headings for at in heading.lines}
    rests = {heading.lines[-1]: heading.rest for heading in headings if heading.rest}
    kept: list[Line] = []
    starts: list[int] = []
    for at, line in enumerate(lines):
        starts.append(len(kept))
        if at in rests:
            kept.append(replace(line, text=rests[at], blank=True))
        elif at not in headed:
            kept.append(replace(line, blank=line.blank or at - 1 in headed))
    units = units_of(kept)
    first = first_units(units, kept)
    return units, list(_markers(headings, [first[place] for place in starts]))


def _markers(headings: Sequence[Heading], at_line: Sequence[int]) -> Iterator[Marker]:
    """Where each column's part of a value begins, by the part of the heading that stands over it or the next best."""
    places: dict[tuple[int, Part], int] = {}
    for heading, value in zip(headings, _values_of(headings), strict=True):
        for part in heading.parts:
            if value is not None:
                places.setdefault((value, part), at_line[heading.lines[-1]])
    headed_by = HEADED_BY if _stand_together(places) else ALONE
    for value in sorted({value for value, _part in places}):
        for column, parts in enumerate(headed_by):
            at = next((places[value, part] for part in parts if (value, part) in places), None)
            if at is not None:
                yield Marker(at, column, value)


def _stand_together(places: Mapping[tuple[int, Part], int]) -> bool:
    """Whether the parts of a value's heading mostly stand beside each other, and not each over its column down the page."""
    gaps = [
        places[value, "theme"] - at
        for (value, part), at in places.items()
        if part == "name" and (value, "theme") in places
    ]
    return sum(gap > 0 for gap in gaps) <= len(gaps) / 2


def _values_of(headings: Sequence[Heading]) -> Iterator[int | None]:
    """The value of each heading; for one that names none, the earliest one named whose column has no heading yet."""
    waiting: list[int] = []
    done: set[int] = set()
    for heading in headings:
        value = heading.value
        if value is None and waiting:
            value = waiting[0]
        if value is not None and "role" in heading.parts:
            done.add(value)
        elif value is not None and value not in waiting:
            waiting.append(value)
        waiting = [other for other in waiting if other not in done]
        yield value
