"""Slots: the places of a guide's entries in the columns of its document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Slot(NamedTuple):
    """The place of one entry: its column, its number in the column, and the number of the group (a value, say) it stands in."""

    ref: str
    column: int
    number: int
    group: int


class Place(NamedTuple):
    """Where a unit is put: a slot, and whether the slot begins with it."""

    slot: Slot
    begins: bool


@dataclass(frozen=True)
class Column:
    """A column: its slots in order, and how its texts look.

    `bulleted` says that each begins with a bullet, `paragraphs` that one may have several; `opening` are words, folded, with which most of
    them begin and no other column's.
    """

    slots: tuple[Slot, ...]
    bulleted: bool
    paragraphs: bool
    opening: str | None = None


class Marker(NamedTuple):
    """A heading: from this unit on, this column stands in this group."""

    unit: int
    column: int
    group: int
