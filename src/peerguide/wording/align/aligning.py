"""Aligning units with slots, and keeping only what is sure and whole."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from peerguide.wording.align.costs import PRINTED, TORN
from peerguide.wording.align.lattice import best_path
from peerguide.wording.align.likeness import stems
from peerguide.wording.align.tails import FITS, join_tails, may_lack
from peerguide.wording.align.weighing import Weighing
from peerguide.wording.align.wholeness import first_piece, is_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from peerguide.wording.align.costs import Costs
    from peerguide.wording.align.lattice import Chosen
    from peerguide.wording.align.likeness import Likeness
    from peerguide.wording.align.slots import Column, Marker, Slot
    from peerguide.wording.tidy.units import Unit

SURE = 2.0
"""How much worse, as a logarithm, the best other reading must be for a unit's place to be believed."""

RATHER = 4.0
"""By so much, as a logarithm, a text's words may speak for another entry rather than its own."""

MOST_UNITS = 2_000
"""A part of a copy that has more units than this is no part of the document: the longest has some six hundred."""

SURE_WHEN_TORN = 2.2
"""The same in a copy of which lines are lost, where what seems to fit may be something else."""

SAMPLE = 120
"""So many units tell how a copy's columns are set."""

MAY_BE_DOUBTFUL = 0.03
"""The share of units that may be unsure in a copy that is read as it was printed."""

MUCH, NOTHING = 0.22, 0.5
"""Where so much of several columns is unsure, they were not told apart and nothing is believed; where it is so much, no other reading is
tried.
"""

MAY_BREAK_OFF = 0.03
"""The share of texts that may look broken though they are whole: a few end without a full stop."""


@dataclass
class Alignment:
    """The units of each text by its ref, in order; those left over; and the refs of texts of which only a part seems to be there."""

    placed: dict[str, list[Unit]] = field(default_factory=dict)
    left: list[Unit] = field(default_factory=list)
    cut: set[str] = field(default_factory=set)

    @property
    def incomplete(self) -> set[str]:
        """The refs of the texts of which a part was found and left over."""
        return self.cut - self.placed.keys()


@dataclass(frozen=True)
class Copy:
    """A part of a copy as it is read: its units, the columns they may belong to, the headings, and how like entries words are."""

    units: Sequence[Unit]
    columns: Sequence[Column]
    markers: Sequence[Marker]
    likeness: Likeness


def align(copy: Copy) -> Alignment:
    """Where the units belong.

    Where reading a copy's beginning as it was printed leaves much unsure, it is asked whether its columns are cut into each other; and
    where much breaks off, the copy is read as one of which lines are lost.
    """
    if len(copy.units) > MOST_UNITS:
        return Alignment()
    turns = _turns(replace(copy, units=copy.units[:SAMPLE]))
    path, _score = _path(copy, replace(PRINTED, turns=turns))
    if _doubt(path) > NOTHING:
        return Alignment(left=list(copy.units))
    if not turns and (strays := _strays(copy, path)):
        path, _score = _path(copy, PRINTED, strays)
    gathered = _gathered(copy, path)
    torn = _is_torn(copy, gathered)
    if torn:
        path, _score = _path(copy, replace(TORN, turns=turns))
        gathered = _pieces(copy, path)
    if len(copy.columns) > 1 and _doubt(path) > MUCH:
        return Alignment(left=list(copy.units))
    return _sure(copy, gathered, torn=torn)


def _turns(sample: Copy) -> tuple[int, ...]:
    """The columns that take turns line by line, as the beginning of a copy tells; none, where they stand one after another."""
    path, score = _path(sample, PRINTED)
    best, turns = score + SURE, tuple[int, ...]()
    for columns in _ways_to_take_turns(len(sample.columns)) if _doubt(path) > MAY_BE_DOUBTFUL else ():
        _chosen, score = _path(sample, replace(PRINTED, turns=columns))
        if score > best:
            best, turns = score, columns
    return turns


def _ways_to_take_turns(columns: int) -> Iterator[tuple[int, ...]]:
    """Which columns may be cut into each other: all, or any two."""
    if columns > 1:
        yield tuple(range(columns))
    if columns > 2:
        yield from combinations(range(columns), 2)


def _path(copy: Copy, costs: Costs, strays: frozenset[int] = frozenset()) -> tuple[list[Chosen], float]:
    weighing = Weighing(copy.units, copy.columns, copy.markers, copy.likeness, costs, strays=strays)
    return best_path(weighing.start, len(copy.units), weighing.ways)


def _by_slot(path: Sequence[Chosen]) -> dict[Slot, list[int]]:
    """The places of the units of each slot."""
    found: dict[Slot, list[int]] = {}
    for at, chosen in enumerate(path):
        if chosen.place is not None:
            found.setdefault(chosen.place.slot, []).append(at)
    return found


def _doubt(path: Sequence[Chosen]) -> float:
    """The share of what was read that has no place, or none that is sure."""
    return sum(chosen.place is None or chosen.margin < SURE for chosen in path) / max(1, len(path))


def _strays(copy: Copy, path: Sequence[Chosen]) -> frozenset[int]:
    """The places of units that go on in the middle of a sentence where none is open, and belong to what stands elsewhere."""
    found: set[int] = set()
    for places in _by_slot(path).values():
        texts = [copy.units[at] for at in places]
        found.update(places[len(first_piece(texts)) :])
    for at, (before, unit) in enumerate(pairwise(copy.units), 1):
        astray = unit.lower and not unit.bullet and before.stops and path[at].margin < SURE
        goes_on = at - 1 in found and not (unit.bullet or unit.fresh or before.ends)
        if astray or goes_on:
            found.add(at)
    return frozenset(found)


@dataclass(frozen=True)
class _Gathered:
    """The units of each text as a path has them, and by how much any other place of a unit is worse."""

    alignment: Alignment
    margins: dict[Unit, float]


def _pieces(copy: Copy, path: Sequence[Chosen]) -> _Gathered:
    """What a path puts together, up to where a text goes on as none does; definitions of which lines are lost may."""
    found = Alignment()
    for slot, places in _by_slot(path).items():
        found.placed[slot.ref] = [copy.units[at] for at in places]
    _set_aside(found, copy.units)
    return _Gathered(found, {copy.units[at]: chosen.margin for at, chosen in enumerate(path)})


def _gathered(copy: Copy, path: Sequence[Chosen]) -> _Gathered:
    """What a path puts together, and tails joined to their heads."""
    gathered = _pieces(copy, path)
    found = gathered.alignment
    for ref, texts in found.placed.items():
        found.placed[ref] = first_piece(texts)
    _set_aside(found, copy.units)
    missing = {slot.ref for column in copy.columns for slot in column.slots} - found.placed.keys()
    for ref, tail in list(join_tails(found.placed, missing, found.left, copy.likeness)):
        found.placed[ref] += tail
        gathered.margins.update(dict.fromkeys(tail, SURE))
    _set_aside(found, copy.units)
    return gathered


def _is_torn(copy: Copy, gathered: _Gathered) -> bool:
    """Whether lines seem to be lost: many texts begin or end as none does, and many lack their first line."""
    placed = gathered.alignment.placed
    broken = sum(text[0].lower or not text[-1].ends for text in placed.values())
    slots = [(column, slot) for column in copy.columns for slot in column.slots]
    there = {slot.group for _column, slot in slots if slot.ref in placed}
    headless = sum(
        slot.ref not in placed or (column.bulleted and not placed[slot.ref][0].bullet)
        for column, slot in slots
        if slot.group in there
    )
    return min(broken, headless) > max(1, MAY_BREAK_OFF * len(placed))


def _sure(copy: Copy, gathered: _Gathered, *, torn: bool) -> Alignment:
    """What of this is sure and whole; everything else is left over."""
    found, margins = gathered.alignment, gathered.margins
    tails = {
        unit
        for texts in found.placed.values()
        for before, unit in pairwise(texts)
        if unit.place != before.place + 1
    }
    paragraphs = {slot.ref for column in copy.columns if column.paragraphs for slot in column.slots}
    for ref, texts in list(found.placed.items()):
        kept = texts if torn and ref in paragraphs else first_piece(texts)
        whole = is_whole(kept, last=kept[-1] == copy.units[-1], strict=torn)
        whole = whole and not _goes_on(copy, kept, ref, torn=torn and ref in paragraphs, taken=tails)
        whole = whole and (torn or not may_lack(kept, ref, found.left, copy.likeness))
        sure = min(margins[unit] for unit in kept) >= (SURE_WHEN_TORN if torn else SURE)
        if whole and sure and _is_like(copy, kept, ref):
            found.placed[ref] = kept
        else:
            found.cut.add(ref)
            del found.placed[ref]
    _set_aside(found, copy.units)
    return found


def _goes_on(copy: Copy, units: Sequence[Unit], ref: str, *, torn: bool, taken: set[Unit]) -> bool:
    """Whether a text seems to go on, some of it lost, with a piece that stands right after it and was joined to no other."""
    after = units[-1].place + 1
    if after == len(copy.units):
        return False
    unit = copy.units[after]
    if not unit.lower or unit.bullet or unit.fresh or unit.breaks or unit in taken:
        return False
    words = stems(unit.text)
    return torn or copy.likeness.of(words, ref) >= FITS * len(words)


def _set_aside(alignment: Alignment, units: Iterable[Unit]) -> None:
    """Note which units are left over."""
    kept = {unit for texts in alignment.placed.values() for unit in texts}
    alignment.left = [unit for unit in units if unit not in kept]


def _is_like(copy: Copy, units: Sequence[Unit], ref: str) -> bool:
    """Whether a text says what the entry says in plain words, as far as words can tell, and not rather what another does."""
    words = [word for unit in units for word in stems(unit.text)]
    own = copy.likeness.of(words, ref)
    others = (slot.ref for column in copy.columns for slot in column.slots)
    return own >= max(copy.likeness.of(words, other) for other in others) - RATHER and own >= 0
