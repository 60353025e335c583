"""The values of the declaration, each a name, a colon and what it says.

The names tell where a value begins, so neither bullets nor empty lines are needed; it goes on to the next bullet, the next paragraph or the
next name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from peerguide.corpus.names.spelling import fold
from peerguide.wording.align.likeness import stems
from peerguide.wording.align.wholeness import first_piece
from peerguide.wording.declaration.sections import LIKE, alike
from peerguide.wording.declaration.telling import Lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peerguide.wording.align.likeness import Likeness
    from peerguide.wording.outline import Outline, ValueOutline
    from peerguide.wording.tidy.units import Unit

LONGEST_NAME = 110
"""The length of the longest name with its colon, in characters."""

LIKE_HEADING = 0.94
"""How alike a value's name and a line must be that has no colon; from 0 to 1."""

NAME_LINES = 3
"""The most lines over which a name runs."""

GOES_ON = 1.0
"""How much, as a logarithm, the words of another paragraph must speak for a value to be its, or against it not to be."""

_TITLE = re.compile(r"[A-Z][\w\u2019' -]{2,45}:")
"""The title of a section, before its text on one line."""


@dataclass
class Found:
    """A value's name as it stands in a copy, and the units of what it says; `open` where there may be more of it, or less."""

    value: ValueOutline
    name: str
    units: list[Unit] = field(default_factory=list)
    open: bool = False

    @property
    def whole(self) -> bool:
        """Whether this is sure to be all that the value says."""
        if not self.units or self.open:
            return False
        return self.units[-1].ends and len(first_piece(self.units)) == len(self.units)


def values_in(units: Sequence[Unit], outline: Outline, likeness: Likeness) -> list[Found]:
    """Each value named in these units, in their order, with what it says."""
    lines = Lines.of(units)
    paragraphs = lines.paragraphs(units)
    every: list[Found] = []
    reading, skip = False, 0
    for at, unit in enumerate(units):
        if skip:
            skip -= 1
            continue
        named = _name_at(units[at : at + NAME_LINES], outline)
        if named:
            found, skip = named
            every.append(found)
            reading = True
        elif reading:
            reading = _is_of(unit, every[-1], likeness, paragraph=at in paragraphs)
            if reading:
                every[-1].units.append(unit)
        elif every and likeness.of(stems(unit.text), every[-1].value.ref) > 0:
            every[-1].open = True
    for found in every:
        found.open = found.open or lines.are_disturbed(found.units, likeness)
    return every


def _is_of(unit: Unit, found: Found, likeness: Likeness, *, paragraph: bool) -> bool:
    """Whether a unit is of the value that was named last.

    A bullet, the title of a section and a paragraph end a value; it goes on in another paragraph, as after a page's edge, where the words
    say so, and where they say nothing it is not known to be whole.
    """
    if not found.units:
        return not unit.bullet
    titled = bool(_TITLE.match(unit.text)) and not unit.inside and found.units[-1].ends
    if titled or unit.lower or not (unit.bullet or unit.fresh or paragraph):
        return not titled
    speaks = likeness.of(stems(unit.text), found.value.ref)
    found.open = abs(speaks) < GOES_ON
    return speaks >= GOES_ON and not unit.bullet


def _name_at(units: Sequence[Unit], outline: Outline) -> tuple[Found, int] | None:
    """The value whose name begins with the first of these units, and how many more units the name runs over; None when none does."""
    text = ""
    for more, unit in enumerate(units):
        text = f"{text} {unit.text}".strip()
        colon = text.find(":")
        if 0 < colon <= LONGEST_NAME:
            value = _value_named(text[:colon], outline)
            if value is None:
                break
            rest = text[colon + 1 :].strip()
            found = Found(value, _in_one(text[:colon]))
            if rest:
                found.units.append(replace(unit, text=rest, bullet=False))
            return found, more
        if colon > LONGEST_NAME or unit.ends:
            break
    return _heading_at(units, outline)


def _heading_at(units: Sequence[Unit], outline: Outline) -> tuple[Found, int] | None:
    """The value whose name stands on lines of its own from here on, as a heading does, and over how many units more."""
    if units[0].inside or units[0].lower:
        return None
    for more in range(len(units)):
        name = " ".join(unit.text for unit in units[: more + 1])
        alone = not any(unit.inside for unit in units[more + 1 : more + 2])
        value = _value_named(name, outline, LIKE_HEADING) if alone else None
        if value:
            return Found(value, _in_one(name)), more
    return None


def _in_one(name: str) -> str:
    """A name that may have run over several lines; after its hyphens there is no space."""
    return re.sub(r"(?<=\w)- (?=\w)", "-", " ".join(name.split()))


def _value_named(name: str, outline: Outline, least: float = LIKE) -> ValueOutline | None:
    """The value with this name, a slip or two forgiven."""
    folded = fold(name)
    likes = [(alike(folded, fold(value.name)), -value.number, value) for value in outline.values]
    like, _number, value = max(likes, key=lambda one: one[:2], default=(0.0, 0, None))
    return value if like >= least else None
