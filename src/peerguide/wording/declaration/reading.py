"""Reading a copy of the declaration: its values, each a name, a colon and what it says.

The names tell where a value begins, so neither bullets nor empty lines are needed; it goes on to the next bullet, the next paragraph or the
next name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from peerguide.corpus.names.spelling import fold
from peerguide.wording.model import Leftover, Passage, Reading, Repair
from peerguide.wording.tidy.characters import clean
from peerguide.wording.tidy.joining import Vocabulary, join
from peerguide.wording.tidy.lines import lines_of
from peerguide.wording.tidy.units import units_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from peerguide.wording.outline import Outline, ValueOutline
    from peerguide.wording.tidy.units import Unit

TITLE = "Declaration of Peer Roles"

FEWEST = 4
"""Fewer of its values could stand in any text on peer support."""

LIKE = 0.88
"""How alike a name and the words before a colon must be; from 0 to 1."""

LONGEST_NAME = 110
"""The length of the longest name with its colon, in characters."""

NAME_LINES = 3
"""The most lines over which a name runs."""


_TITLE = re.compile(r"[A-Z][\w\u2019' -]{2,45}:")
"""The title of a section, before its text on one line."""


@dataclass
class Found:
    """A value's name as it stands in a copy, and the units of what it says."""

    value: ValueOutline
    name: str
    units: list[Unit] = field(default_factory=list)


def read(text: str, outline: Outline) -> Reading:
    """What this text has of the declaration: nothing at all, when it is another document."""
    lines = lines_of(clean(text))
    plain = (item.plain for item in outline.items)
    vocabulary = Vocabulary.of((line.text for line in lines), plain)
    found = {one.value.ref: one for one in _values(units_of(lines), outline)}
    joined = {ref: join(one.units, vocabulary) for ref, one in found.items() if one.units}
    whole = {ref: made for ref, made in joined.items() if found[ref].units[-1].ends}
    return Reading(
        names={ref: one.name for ref, one in found.items()},
        themes={},
        passages=tuple(
            Passage(value.meaning.ref, whole[value.ref].text, value.meaning.page)
            for value in outline.values
            if value.ref in whole
        ),
        leftovers=tuple(
            Leftover(joined[ref].text, found[ref].units[0].line, ref) for ref in joined if ref not in whole
        ),
        repairs=tuple(Repair("word", ref, word) for ref, made in whole.items() for word in made.mended),
        incomplete=tuple(ref for ref in joined if ref not in whole),
    )


def is_document(reading: Reading) -> bool:
    """Whether this is enough to say that the text was the declaration, or a part of it."""
    return len(reading.passages) >= FEWEST


def _values(units: Sequence[Unit], outline: Outline) -> Iterator[Found]:
    """Each value named in these units, in their order, with what it says."""
    found: Found | None = None
    skip = 0
    for at, unit in enumerate(units):
        if skip:
            skip -= 1
            continue
        named = _name_at(units[at : at + NAME_LINES], outline)
        if named:
            if found:
                yield found
            found, skip = named
            continue
        if found and _begins_anew(unit, found):
            yield found
            found = None
        if found:
            found.units.append(unit)
    if found:
        yield found


def _begins_anew(unit: Unit, found: Found) -> bool:
    """Whether a bullet, a paragraph or the title of a section begins with this unit."""
    titled = bool(_TITLE.match(unit.text)) and not unit.inside and bool(found.units) and found.units[-1].ends
    return unit.bullet or titled or (unit.fresh and not unit.lower)


def _name_at(units: Sequence[Unit], outline: Outline) -> tuple[Found, int] | None:
    """The value whose name begins with the first of these units, and how many more units the name runs over; None when none does."""
    text = ""
    for more, unit in enumerate(units):
        text = f"{text} {unit.text}".strip()
        colon = text.find(":")
        if 0 < colon <= LONGEST_NAME:
            value = _value_named(text[:colon], outline)
            if value is None:
                return None
            rest = text[colon + 1 :].strip()
            found = Found(value, re.sub(r"\s+", " ", text[:colon]))
            if rest:
                found.units.append(replace(unit, text=rest, bullet=False))
            return found, more
        if colon > LONGEST_NAME or unit.ends:
            return None
    return None


def _value_named(name: str, outline: Outline) -> ValueOutline | None:
    """The value with this name, a slip or two forgiven."""
    folded = fold(name)
    likes = [
        (SequenceMatcher(None, folded, fold(value.name), autojunk=False).ratio(), -value.number, value)
        for value in outline.values
    ]
    like, _number, value = max(likes, key=lambda one: one[:2], default=(0.0, 0, None))
    return value if like >= LIKE else None
