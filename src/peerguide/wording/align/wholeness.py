"""Whether a text is whole: it begins and ends as a text does, and breaks off nowhere."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from peerguide.wording.align.likeness import COMMON

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peerguide.wording.tidy.units import Unit


def first_piece(units: Sequence[Unit]) -> list[Unit]:
    """The units up to where a sentence has ended and another goes on in the middle."""
    for at, (before, unit) in enumerate(pairwise(units), 1):
        if before.stops and unit.lower:
            return list(units[:at])
    return list(units)


def is_whole(units: Sequence[Unit], *, last: bool, strict: bool) -> bool:
    """Whether units make a text that begins and ends as one does."""
    if units[0].lower or len(first_piece(units)) < len(units):
        return False
    if any(unit.bullet and not unit.lower for unit in units[1:]):
        return False
    if any(_stands_alone(unit, after) for unit, after in pairwise(units)):
        return False
    return units[-1].ends or not (last or strict or breaks_off(units[-1].text))


def _stands_alone(unit: Unit, after: Unit) -> bool:
    """Whether a line stands apart from what is around it, as a title does."""
    return unit.fresh and after.fresh and not (unit.ends or unit.lower or after.lower or after.breaks)


def breaks_off(text: str) -> bool:
    """Whether a text stops after a word or a sign that ends nothing."""
    last = text.rstrip().rpartition(" ")[2]
    return last.endswith((",", "-", ":", "\u2013")) or last.casefold() in COMMON
