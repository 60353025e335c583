"""The steps that a unit may take: into which slots it may be put, after what was read before, and what each costs."""

from __future__ import annotations

import re
from heapq import nlargest
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from peerguide.corpus.names.spelling import fold
from peerguide.wording.align.likeness import stems
from peerguide.wording.align.slots import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from peerguide.wording.align.costs import Costs
    from peerguide.wording.align.likeness import Likeness
    from peerguide.wording.align.slots import Column, Marker, Slot
    from peerguide.wording.tidy.units import Unit

LIKELIEST = 6
"""Of the slots of a column that may begin with a unit, so many are looked at."""

_FOREIGN = re.compile(r"https?://|www\.|\S@\S+\.\S|\u00a9|&copy;| \| |\bcookies?\b", re.IGNORECASE)


class State(NamedTuple):
    """What was read so far.

    `begun` has the number of the slot begun last in each column (-1 for none), `column` is that of the last unit that was put into one (-1 for
    none), `open` says which columns stand in the middle of a sentence, and `away` that the last unit was of no entry.
    """

    begun: tuple[int, ...]
    column: int
    open: tuple[bool, ...]
    away: bool = False


class Weighing:
    """The steps that units may take, as these costs have it."""

    def __init__(  # noqa: PLR0913 - all that the weight of a step depends on
        self,
        units: Sequence[Unit],
        columns: Sequence[Column],
        markers: Sequence[Marker],
        likeness: Likeness,
        costs: Costs,
        *,
        strays: frozenset[int] = frozenset(),
    ) -> None:
        self._units = units
        self._strays = strays
        self._columns = columns
        self._costs = costs
        self._words = [stems(unit.text) for unit in units]
        self._likeness = likeness
        self._due, self._next = _headings(len(units), len(columns), markers)
        self._marked = [
            {marker.group for marker in markers if marker.column == column} for column in range(len(columns))
        ]
        self._opens = [self._opening(unit) for unit in units]
        self._like: dict[tuple[int, str], float] = {}
        self._fitting: dict[tuple[int, int, int], list[tuple[Slot, float]]] = {}
        self._foreign = [self._foreign_score(place) for place in range(len(units))]

    @property
    def start(self) -> State:
        """The state before anything is read."""
        return State((-1,) * len(self._columns), -1, (False,) * len(self._columns))

    def ways(self, at: int, state: State) -> Iterator[tuple[State, float, Place | None]]:
        """The steps that a unit may take from a state; those that are known to be astray are passed over."""
        if at in self._strays:
            yield state, 0.0, None
            return
        leaving = self._costs.stays_away if state.away else self._costs.leaves
        yield State(state.begun, state.column, state.open, away=True), leaving + self._foreign[at], None
        for column, last in enumerate(state.begun):
            still = (*state.open[:column], not self._units[at].ends, *state.open[column + 1 :])
            if last >= 0:
                slot = self._columns[column].slots[last]
                score = self._going_on(at, state, column, slot)
                yield State(state.begun, column, still), score, Place(slot, begins=False)
            for slot, score in self._fits(at, column, last):
                begun = (*state.begun[:column], slot.number, *state.begun[column + 1 :])
                total = score + self._entering(at, state, slot)
                yield State(begun, column, still), total, Place(slot, begins=True)

    def _fits(self, at: int, column: int, last: int) -> list[tuple[Slot, float]]:
        """The slots of a column that may begin here after the last one, and what speaks for each whatever was read before."""
        key = at, column, last
        if key not in self._fitting:
            found = [
                (slot, self._beginning(at, slot) + self._skipped(last, slot))
                for slot in self._beginnings(at, column, last)
            ]
            self._fitting[key] = nlargest(LIKELIEST, found, key=itemgetter(1))
        return self._fitting[key]

    def _beginnings(self, at: int, column: int, last: int) -> Iterator[Slot]:
        """The slots that may begin here: later ones of the group that the headings name, or of one whose heading is lost."""
        due, coming = self._due[column][at], self._next[column][at]
        for slot in self._columns[column].slots[last + 1 :]:
            if coming is not None and slot.group >= coming:
                return
            if slot.group == due or (
                slot.group not in self._marked[column] and (due is None or slot.group > due)
            ):
                yield slot

    def _beginning(self, at: int, slot: Slot) -> float:
        """What it scores that a slot begins with this unit, whatever was read before."""
        unit = self._units[at]
        score = self._likeness_of(at, slot) + self._bulleted(unit, self._columns[slot.column])
        return score + self._costs.begins_in_lower_case * unit.lower + self._opening_cost(at, slot.column)

    def _entering(self, at: int, state: State, slot: Slot) -> float:
        """What it costs that a slot begins after what was read before."""
        unit, costs = self._units[at], self._costs
        score = 0.0 if self._is_entered(at, state, slot) else costs.no_heading
        if self._take_turns(state.column, slot.column):
            return score + costs.ends_open * state.open[slot.column] + self._turning(unit, state, slot.column)
        score += costs.ends_open * (state.column >= 0 and state.open[state.column])
        turns_back = state.column > slot.column and not unit.breaks and not self._is_headed(at, slot.column)
        return score + costs.column_turns_back * turns_back

    def _is_entered(self, at: int, state: State, slot: Slot) -> bool:
        """Whether the headings, or texts that were read, say that the slot's group has begun."""
        if slot.group == self._due[slot.column][at]:
            return True
        begun = zip(self._columns, state.begun, strict=True)
        return any(last >= 0 and column.slots[last].group == slot.group for column, last in begun)

    def _bulleted(self, unit: Unit, column: Column) -> float:
        """What it costs that a text of this column begins with a bullet, or without one."""
        if not column.bulleted:
            return self._costs.paragraph_with_bullet * unit.bullet
        if unit.bullet:
            return 0
        return self._costs.begins_within_line if unit.inside else self._costs.begins_without_bullet

    def _going_on(self, at: int, state: State, column: int, slot: Slot) -> float:
        """What it scores that a column's last slot goes on with this unit."""
        unit, due = self._units[at], self._due[column][at]
        score = self._likeness_of(at, slot) + self._costs.goes_on_with_bullet * unit.bullet
        score += self._costs.heading_passed * (due is not None and slot.group < due)
        score += self._grammar(unit, column, opened=state.open[column])
        return score + self._changing(unit, state, column)

    def _grammar(self, unit: Unit, column: int, *, opened: bool) -> float:
        if opened:
            return self._costs.within_sentence if unit.lower else self._costs.capital_within
        if unit.lower:
            return self._costs.sentence_broken
        if self._columns[column].paragraphs:
            return 0
        return self._costs.next_paragraph if unit.fresh else self._costs.next_sentence

    def _changing(self, unit: Unit, state: State, column: int) -> float:
        """What it costs that this column goes on rather than the one that had the last unit."""
        if self._take_turns(state.column, column):
            return self._turning(unit, state, column)
        if state.column == column:
            return self._costs.comes_back * state.away
        if unit.inside:
            return self._costs.changes_within_line
        left = self._costs.ends_open * (state.column >= 0 and state.open[state.column])
        if unit.breaks:
            return left + self._costs.column_changes_at_page
        return left + (self._costs.column_changes_at_gap if unit.fresh else self._costs.column_changes)

    def _take_turns(self, one: int, other: int) -> bool:
        return one in self._costs.turns and other in self._costs.turns

    def _turning(self, unit: Unit, state: State, column: int) -> float:
        """What it costs that this column has the next line where the columns take turns: one is passed over when it has come to its end."""
        if unit.inside:
            return 0 if column == state.column else self._costs.changes_within_line
        turns = self._costs.turns
        before, now = turns.index(state.column), turns.index(column)
        passed = (
            turns[(before + step) % len(turns)] for step in range(1, (now - before - 1) % len(turns) + 1)
        )
        return sum(self._costs.turn_missed if state.open[one] else self._costs.turn_over for one in passed)

    def _skipped(self, last: int, slot: Slot) -> float:
        """What the slots cost that are passed over after the last one, within their groups."""
        passed = self._columns[slot.column].slots[last + 1 : slot.number]
        here = sum(one.group == slot.group for one in passed)
        return max(self._costs.skipped_at_most, self._costs.skipped * here) + max(
            self._costs.skipped_at_most, self._costs.skipped * (len(passed) - here)
        )

    def _opening_cost(self, at: int, column: int) -> float:
        opens = self._opens[at]
        if self._columns[column].opening is None:
            return self._costs.others_opening if opens is not None and self._columns[column].bulleted else 0
        return 0 if opens == column else self._costs.not_its_opening

    def _opening(self, unit: Unit) -> int | None:
        """The column whose texts begin with the words that this unit begins with."""
        folded = fold(unit.text[:60])
        for number, column in enumerate(self._columns):
            if column.opening and folded.startswith(column.opening):
                return number
        return None

    def _is_headed(self, at: int, column: int) -> bool:
        return at == 0 or self._due[column][at] != self._due[column][at - 1]

    def _likeness_of(self, at: int, slot: Slot) -> float:
        key = at, slot.ref
        if key not in self._like:
            self._like[key] = self._likeness.of(self._words[at], slot.ref)
        return self._like[key]

    def _foreign_score(self, at: int) -> float:
        unit = self._units[at]
        score = self._likeness.strange(self._words[at])
        score += self._costs.foreign_with_bullet if unit.bullet else 0
        score += self._costs.foreign_in_lower_case if unit.lower else 0
        return score + (self._costs.surely_foreign if _FOREIGN.search(unit.text) else 0)


def _headings(
    units: int, columns: int, markers: Sequence[Marker]
) -> tuple[list[list[int | None]], list[list[int | None]]]:
    """For each column and unit: the group of the last heading before it, and of the next one after it."""
    due: list[list[int | None]] = [[None] * units for _column in range(columns)]
    coming: list[list[int | None]] = [[None] * units for _column in range(columns)]
    for marker in sorted(markers):
        for at in range(marker.unit, units):
            due[marker.column][at] = marker.group
    for marker in sorted(markers, reverse=True):
        for at in range(min(marker.unit, units)):
            coming[marker.column][at] = marker.group
    return due, coming
