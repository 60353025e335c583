"""Units: the smallest pieces of a copy that are sure to belong to one entry, a sentence of a line at most."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from peerguide.wording.tidy.characters import BULLET

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from peerguide.wording.tidy.lines import Line

_MARK = re.compile(rf"^\s*(?:{BULLET}\s*|(?:--?|[*\u2013\u2014\u00b7]|o)\s*(?=[\"\u201c\u2018']?[A-Z]))")
"""A bullet at the beginning of a line. What may be something else counts before a capital only."""

_INSIDE = re.compile(rf"(?={BULLET})|(?<=[.!?;])\s+(?=(?:[*\u2013\u00b7-]|o)\s+[A-Z])")
"""Where another bullet begins within a line."""

_ALONE = re.compile(rf"^\s*(?:{BULLET}|[-*\u2013\u00b7o])\s*$")

_SENTENCE = re.compile(
    r"(?<=[.!?])(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\betc\.)(?<!\bvs\.)([\"\u201d\u2019')]*)\s+(?=\S)"
)

_ENDS = re.compile(r"[.!?][\"\u201d\u2019')\]]*\d{0,2}$")
"""The end of a sentence, maybe with a footnote's number after it."""

_STOPS = re.compile(r"(?<!\be\.g)(?<!\bi\.e)(?<!\betc)(?<!\bvs)\.[\"\u201d\u2019')\]]*\d{0,2}$")


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of a line; `place` counts the units of a text from 0, `line` is the number of the line.

    `bullet` says that a bullet stood before it, `fresh` that an empty line or a page's edge did, `breaks` that a page begins with it, and
    `inside` that it does not begin its line.
    """

    text: str
    place: int
    line: int
    bullet: bool = False
    fresh: bool = False
    breaks: bool = False
    inside: bool = False

    @property
    def ends(self) -> bool:
        """Whether a sentence ends with it."""
        return _ends(self.text)

    @property
    def stops(self) -> bool:
        """Whether a sentence is sure to end with it: a question mark may be a quotation's, a full stop an abbreviation's."""
        return bool(_STOPS.search(self.text))

    @property
    def lower(self) -> bool:
        """Whether it begins as the middle of a sentence does."""
        return _begins_lower(self.text)


@lru_cache(maxsize=8192)
def _ends(text: str) -> bool:
    return bool(_ENDS.search(text))


@lru_cache(maxsize=8192)
def _begins_lower(text: str) -> bool:
    return next((character for character in text if character.isalnum()), "").islower()


def units_of(lines: Iterable[Line]) -> list[Unit]:
    """The units of these lines. An empty line counts only where not every line has one before it."""
    found = list(lines)
    telling = [_tells(found, place) for place in range(len(found))]
    return [replace(unit, place=place) for place, unit in enumerate(_units(found, telling))]


def first_units(units: Sequence[Unit], lines: Sequence[Line]) -> list[int]:
    """For each line the place of the first unit from there on, and one for the end."""
    numbers = [unit.line for unit in units]
    return [*(bisect_left(numbers, line.number) for line in lines), len(units)]


def _tells(lines: list[Line], place: int) -> bool:
    """Whether the empty line before this one parts anything: among lines that all stand apart it does not."""
    if lines[place].breaks or place == 0:
        return True
    if not lines[place].blank:
        return False
    near = [line.blank for line in lines[max(0, place - 2) : place] + lines[place + 1 : place + 3]]
    return sum(near) < len(near) / 2 or not (near and (lines[place - 1].blank or near[-1]))


def _units(lines: list[Line], telling: list[bool]) -> Iterator[Unit]:
    waiting = False
    for line, fresh in zip(lines, telling, strict=True):
        if _ALONE.match(line.text):
            waiting = True
            continue
        for position, part in enumerate(filter(str.strip, _INSIDE.split(line.text))):
            mark = _MARK.match(part)
            bullet = bool(mark) or (waiting and position == 0)
            waiting = False
            yield from _sentences(
                part[mark.end() :] if mark else part, line, bullet=bullet, first=position == 0, fresh=fresh
            )


def _sentences(text: str, line: Line, *, bullet: bool, first: bool, fresh: bool) -> Iterator[Unit]:
    for place, sentence in enumerate(_split(text)):
        at_start = first and place == 0
        yield Unit(
            sentence,
            0,
            line.number,
            bullet=bullet and place == 0,
            fresh=fresh and at_start,
            breaks=line.breaks and at_start,
            inside=not at_start,
        )


def _split(text: str) -> list[str]:
    marked = _SENTENCE.sub(lambda match: f"{match[1]}\n", " ".join(text.split()))
    return [part for part in marked.split("\n") if part]
