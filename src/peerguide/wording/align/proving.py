"""Proving texts by a known edition: finding those that are exactly the edition's, and leaving out those that lack something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.wording.edition import fingerprint, letters_of
from peerguide.wording.tidy.joining import without_notes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from peerguide.wording.align.aligning import Alignment
    from peerguide.wording.align.slots import Column, Slot
    from peerguide.wording.edition import Edition, Mark
    from peerguide.wording.tidy.units import Unit

DIFFERS = 0.015
"""By this share a text's letters may be more or fewer than the edition's: a word or two put differently in another printing."""


def exact_refs(alignment: Alignment, edition: Edition) -> set[str]:
    """The refs of the texts that are exactly the edition's."""
    return {ref for ref, units in alignment.placed.items() if edition.is_exact(ref, _text(units))}


def prove(alignment: Alignment, units: Sequence[Unit], columns: Sequence[Column], edition: Edition) -> None:
    """Correct an alignment of a copy that is known to be of this edition.

    What stands somewhere in one piece, exactly as in the edition, is placed there; what is shorter than in the edition is left out.
    """
    proved = exact_refs(alignment, edition)
    slots = {slot.ref: slot for column in columns for slot in column.slots}
    wanted = {ref: mark for ref, mark in edition.marks.items() if ref in slots and ref not in proved}
    taken = {unit for ref in proved for unit in alignment.placed[ref]}
    for ref, found in _pieces(units, wanted, taken):
        if ref not in proved and _in_order(slots[ref], found[0], alignment, proved, slots):
            alignment.placed[ref] = list(found)
            proved.add(ref)
    _leave_out(alignment, proved, edition)
    kept = {unit for placed in alignment.placed.values() for unit in placed}
    alignment.left = [unit for unit in units if unit not in kept]


def keep_exact(alignment: Alignment, edition: Edition) -> None:
    """Leave out every text that is not exactly the edition's: in a copy that is otherwise of that edition, it is a damaged one."""
    exact = exact_refs(alignment, edition)
    for ref in sorted(alignment.placed.keys() - exact):
        alignment.left += alignment.placed.pop(ref)
        alignment.cut.add(ref)
    alignment.left.sort(key=lambda unit: unit.place)


def _text(units: Sequence[Unit]) -> str:
    return without_notes(" ".join(unit.text for unit in units))[0]


def _pieces(
    units: Sequence[Unit], wanted: Mapping[str, Mark], taken: set[Unit]
) -> Iterator[tuple[str, Sequence[Unit]]]:
    """Every run of units, none of them taken, that is exactly a text wanted, with the text's ref."""
    lengths: dict[int, list[str]] = {}
    for ref, mark in wanted.items():
        lengths.setdefault(mark.letters, []).append(ref)
    longest = max(lengths, default=0)
    letters = [letters_of(without_notes(unit.text)[0]) for unit in units]
    for first, unit in enumerate(units):
        if unit.lower:
            continue
        text = ""
        for last in range(first, len(units)):
            text += letters[last]
            if len(text) > longest or units[last] in taken:
                break
            for ref in lengths.get(len(text), ()):
                if fingerprint(ref, text) == wanted[ref].fingerprint:
                    yield ref, units[first : last + 1]


def _in_order(
    slot: Slot, unit: Unit, alignment: Alignment, proved: set[str], slots: Mapping[str, Slot]
) -> bool:
    """Whether a text that begins with this unit stands in the order of its column among those that are proved."""
    others = ((slots[ref], alignment.placed[ref][0]) for ref in proved if slots[ref].column == slot.column)
    return all((other.number < slot.number) == (first.place < unit.place) for other, first in others)


def _leave_out(alignment: Alignment, proved: set[str], edition: Edition) -> None:
    """Leave out texts that are clearly shorter or longer than the edition's, and those whose units are of a text that is proved."""
    taken = {unit for ref in proved for unit in alignment.placed[ref]}
    for ref in sorted(alignment.placed.keys() - proved):
        mark = edition.marks.get(ref)
        letters = len(letters_of(_text(alignment.placed[ref])))
        differs = mark is not None and abs(letters - mark.letters) > DIFFERS * mark.letters
        if differs or not taken.isdisjoint(alignment.placed[ref]):
            del alignment.placed[ref]
            alignment.cut.add(ref)
