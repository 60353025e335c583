"""Bullets that are missing, so that two statements run into one, and bullets where none should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wording.copies.damage.kinds import STATING, Damage
from wording.copies.lines import BULLET, Line, Word

if TYPE_CHECKING:
    from collections.abc import Collection
    from random import Random

    from wording.copies.damage.kinds import Lines


def merged(lines: Lines, chance: Random, count: int = 6) -> Lines:
    """Some bullets are missing: whose the words are that follow is for nobody to tell, nor where those before end."""
    starts = [place for place, line in enumerate(lines) if line.starts and line.value]
    chosen = set(chance.sample(starts, count))
    untold = {lines[place].ref for place in chosen} | {_ref_before(lines, place) for place in chosen}
    found = [
        line._replace(words=line.words[1:]) if place in chosen else line for place, line in enumerate(lines)
    ]
    return _untold(found, untold)


def _ref_before(lines: Lines, place: int) -> str | None:
    return next((line.words[-1].ref for line in reversed(lines[:place]) if line.words), None)


def _untold(lines: Lines, refs: Collection[str | None]) -> Lines:
    return [
        line._replace(
            words=tuple(word._replace(told=word.told and word.ref not in refs) for word in line.words)
        )
        for line in lines
    ]


def divided(lines: Lines, chance: Random, count: int = 6) -> Lines:
    """In the middle of some statements a line that goes on in small letters has a bullet before it."""
    inner = [
        place
        for place, line in enumerate(lines)
        if line.value and not line.starts and "." in (line.ref or "") and line.text.lstrip()[0].islower()
    ]
    chosen = set(chance.sample(inner, min(count, len(inner))))
    return [_with_bullet(line) if place in chosen else line for place, line in enumerate(lines)]


def _with_bullet(line: Line) -> Line:
    return line._replace(words=(Word(BULLET, column=line.words[0].column), *line.words))


STATEMENTS = (
    Damage("bullets missing", STATING, merged, avoids=("order",)),
    Damage("bullets too many", STATING, divided, avoids=("order",)),
)
