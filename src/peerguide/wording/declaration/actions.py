"""The actions of the declaration and what two of them list, in the order that the guide has: numbered, with bullets, or paragraphs.

What stands before the first of them introduces them, and is none of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from peerguide.wording.align.likeness import stems
from peerguide.wording.align.runs import Scores, best_runs
from peerguide.wording.align.wholeness import first_piece
from peerguide.wording.declaration.telling import Lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peerguide.wording.align.likeness import Likeness
    from peerguide.wording.outline import Outline
    from peerguide.wording.tidy.units import Unit

SURE = 2.0
"""How much worse, as a logarithm, any other reading must be for a text's units to be believed."""

RATHER = 4.0
"""By so much, as a logarithm, a text's words may speak for another entry rather than its own."""

MOST_UNITS = 600
"""More units than this section has in any copy."""

OPEN = frozenset(
    """a an and as at because but by for from his her if in into its nor of on or our that the their to when where which
    while who whose with without your""".split()
)
"""Words with which no item ends."""

USUAL = 0.5
"""Where at least so large a share of the texts has bullets, one without is less likely."""

NO_BULLET, NO_BULLET_IN_LIST = -1.0, -4.0
"""What it costs that a line begins a text without a bullet: where bullets are not usual, and where they are."""

WITHIN_LINE, WITHIN_SENTENCE, IN_LOWER_CASE = -5.0, -4.0, -6.0
"""What it costs that a text begins within a line, after an unfinished sentence, in small letters."""

ENDS_OPEN, BROKEN_INTO = -4.0, -3.0
"""What it costs that a text ends without the end of a sentence, and before a piece in small letters."""

SAME_SENTENCE, CAPITAL, NEXT_SENTENCE, NEXT_LINE, NEXT_PARAGRAPH, STRAY_BULLET, BROKEN = (
    0.5, -1.0, -0.2, -0.7, -4.0, -4.0, -4.0
)  # fmt: skip
"""What speaks for a unit's going on with a text: in a sentence, in it with a capital, after it, on the next line, in another paragraph, with a
bullet before small letters, and in small letters after the end of a sentence.
"""


@dataclass(frozen=True)
class Slot:
    """The place of an action or an item: its ref, whether it is an item, and whether a list follows it."""

    ref: str
    item: bool = False
    lists: bool = False


@dataclass(frozen=True)
class Placed:
    """The units of each text that is sure and whole; those of texts that are not whole; and what is left over."""

    whole: dict[str, list[Unit]]
    cut: dict[str, list[Unit]]
    left: list[Unit]


def slots_of(outline: Outline) -> list[Slot]:
    """The places of the actions and items, in their order."""
    found: list[Slot] = []
    for action in outline.actions:
        found.append(Slot(action.practice.ref, lists=bool(action.items)))
        found += [Slot(item.ref, item=True) for item in action.items]
    return found


def actions_in(units: Sequence[Unit], slots: Sequence[Slot], likeness: Likeness, *, ended: bool) -> Placed:
    """Where the actions are in these units; `ended` says that something follows the units, so that the last of them does not break off."""
    if not slots or len(units) > MOST_UNITS:
        return Placed({}, {}, [])
    found = best_runs(_scores(units, slots, likeness))
    placed, lines = Placed({}, {}, []), Lines.of(units)
    for number, run in found.items():
        texts = list(units[run.begin : run.end])
        if run.margin < SURE or not _is_like(texts, slots[number], slots, likeness):
            continue
        last = run.end == len(units) and not ended
        after = units[run.end] if run.end < len(units) else None
        whole = _is_whole(texts, slots[number], after, last=last) and not lines.are_disturbed(texts, likeness)
        (placed.whole if whole else placed.cut)[slots[number].ref] = texts
    placed.left.extend(_left(units, placed))
    return placed


def _left(units: Sequence[Unit], placed: Placed) -> list[Unit]:
    """What was left over after the first text that has a place."""
    kept = {unit for texts in (*placed.whole.values(), *placed.cut.values()) for unit in texts}
    first = min((unit.place for unit in kept), default=len(units))
    return [unit for unit in units[first:] if unit not in kept]


def _scores(units: Sequence[Unit], slots: Sequence[Slot], likeness: Likeness) -> Scores:
    words = [stems(unit.text) for unit in units]
    marked = sum(unit.bullet for unit in units) >= USUAL * len(slots)
    return Scores(
        [[_begins(units, at, slot, marked=marked) for at in range(len(units))] for slot in slots],
        [[likeness.of(some, slot.ref) for some in words] for slot in slots],
        [[_ends(units, at, slot) for at in range(len(units))] for slot in slots],
        [_goes_on(units, at) for at in range(len(units))],
    )


def _begins(units: Sequence[Unit], at: int, slot: Slot, *, marked: bool) -> float:
    """What speaks for a text's beginning with a unit."""
    unit = units[at]
    score = IN_LOWER_CASE if unit.lower else 0.0
    if unit.bullet:
        return score
    score += NO_BULLET_IN_LIST if marked else 0.0 if unit.fresh else NO_BULLET
    if at == 0:
        return score
    if unit.inside:
        score += WITHIN_LINE
    before = units[at - 1]
    open_before = not (before.ends or _is_lead(before) or (slot.item and not unit.inside))
    return score + (WITHIN_SENTENCE if open_before else 0.0)


def _ends(units: Sequence[Unit], at: int, slot: Slot) -> float:
    """What speaks for a text's ending with a unit."""
    unit = units[at]
    after = units[at + 1] if at + 1 < len(units) else None
    into = BROKEN_INTO if after and after.lower and not after.bullet else 0.0
    closed = slot.item or unit.ends or (slot.lists and _is_lead(unit))
    return into + (0.0 if closed else ENDS_OPEN)


def _is_lead(unit: Unit) -> bool:
    """Whether a list may follow this."""
    return unit.text.rstrip().endswith(":")


def _goes_on(units: Sequence[Unit], at: int) -> float:
    """What speaks for a unit's going on with the text of the unit before."""
    if at == 0:
        return -inf
    before, unit = units[at - 1], units[at]
    if unit.bullet:
        return STRAY_BULLET if unit.lower and not before.stops else -inf
    if before.stops and unit.lower:
        return BROKEN
    if before.ends or _is_lead(before):
        if unit.fresh and not unit.breaks:
            return NEXT_PARAGRAPH
        return NEXT_SENTENCE if unit.inside else NEXT_LINE
    return SAME_SENTENCE if unit.lower or unit.inside else CAPITAL


def _is_like(units: Sequence[Unit], slot: Slot, slots: Sequence[Slot], likeness: Likeness) -> bool:
    """Whether a text says what its entry says in plain words, as far as words can tell, and no other says it rather."""
    words = [word for unit in units for word in stems(unit.text)]
    own = likeness.of(words, slot.ref)
    return own > 0 and own >= max(likeness.of(words, other.ref) for other in slots) - RATHER


def _is_whole(units: Sequence[Unit], slot: Slot, after: Unit | None, *, last: bool) -> bool:
    """Whether units make a text that begins and ends as one does, and breaks off nowhere."""
    text = " ".join(unit.text for unit in units)
    if units[0].lower or len(first_piece(units)) < len(units):
        return False
    if after and not after.bullet and (after.lower or after.inside):
        return False
    if slot.item:
        return units[-1].ends or not (last or _breaks_off(text))
    return units[-1].ends or (slot.lists and _is_lead(units[-1]))


def _breaks_off(text: str) -> bool:
    """Whether a text stops after a word or a sign after which something must follow."""
    last = text.rpartition(" ")[2]
    return last.endswith((",", "-", ":", "\u2013")) or last.casefold() in OPEN
