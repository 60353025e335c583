"""From units that were placed to passages: texts put together, with what was put right in them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from peerguide.wording.model import Leftover, Passage, Repair
from peerguide.wording.tidy.joining import join

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from peerguide.wording.align.aligning import Alignment
    from peerguide.wording.align.slots import Column, Slot
    from peerguide.wording.tidy.joining import Joined, Vocabulary
    from peerguide.wording.tidy.units import Unit


def passages_of(
    alignment: Alignment, columns: Sequence[Column], vocabulary: Vocabulary
) -> Iterator[tuple[Passage, list[Repair]]]:
    """Each text that was placed, in the order of the columns, and what was put right in it."""
    for column in columns:
        for slot in column.slots:
            units = alignment.placed.get(slot.ref)
            if units:
                joined = join(units, vocabulary, paragraphs=column.paragraphs)
                yield Passage(slot.ref, joined.text), list(_repairs(slot, units, joined))


def _repairs(slot: Slot, units: Sequence[Unit], joined: Joined) -> Iterator[Repair]:
    for word in joined.mended:
        yield Repair("word", slot.ref, word)
    for number in joined.notes:
        yield Repair("footnote", slot.ref, str(number))
    for before, unit in pairwise(units):
        if unit.breaks and not before.ends and unit.line == before.line:
            yield Repair("header", slot.ref, unit.text)


def tails_of(alignment: Alignment) -> Iterator[Repair]:
    """Every piece of a sentence that stood away from its beginning, other texts between them."""
    for ref, units in alignment.placed.items():
        for before, unit in pairwise(units):
            if unit.place != before.place + 1 and not before.ends:
                yield Repair("tail", ref, unit.text)


def leftovers_of(units: Iterable[Unit], value_at: Sequence[tuple[int, str]]) -> Iterator[Leftover]:
    """What was left over, pieces of neighbouring lines together; `value_at` says from which line on the document is at which value."""
    run: list[Unit] = []
    for unit in units:
        if run and (unit.bullet or unit.line > run[-1].line + 2):
            yield _leftover(run, value_at)
            run = []
        run.append(unit)
    if run:
        yield _leftover(run, value_at)


def _leftover(run: Sequence[Unit], value_at: Sequence[tuple[int, str]]) -> Leftover:
    value = next((ref for line, ref in reversed(value_at) if line <= run[0].line), None)
    return Leftover(" ".join(unit.text for unit in run), run[0].line, value)
