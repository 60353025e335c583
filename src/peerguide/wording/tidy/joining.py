"""Putting the units of one entry together again: words broken at a line's end, footnotes' numbers, paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from peerguide.wording.tidy.characters import SOFT_HYPHEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from peerguide.wording.tidy.units import Unit

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*", re.UNICODE)
_BROKEN = re.compile(rf"([^\W\d_]+)(?:-|{SOFT_HYPHEN})$")
_BEGINS = re.compile(r"[^\W\d_]+")
_NOTE = re.compile(r"(?<=[^\W\d_])([.,;:]?[\"\u201d\u2019')]?)(\d{1,2})(?=[\s.,;:)]|$)")
"""A footnote's number glued to a word, or to the sign that follows it."""

KEEPS_HYPHEN = frozenset("self non co peer evidence".split())
"""First parts of compounds, which keep their hyphen wherever a line ends."""

MAY_KEEP = frozenset("ex well person trauma strength strengths long short two re".split())
"""First parts of compounds, and of other words too: they keep it before a word."""

ENDS_COMPOUND = frozenset("on up off in out by to down based free focused driven informed like".split())
"""Last parts of compounds; no word is broken before one of these."""


@dataclass
class Vocabulary:
    """The words that a copy and its guide have whole, by which a broken one is known."""

    words: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, lines: Iterable[str], texts: Iterable[str]) -> Vocabulary:
        """The words of a copy's lines, without those that a line's end may have broken, and of other texts.

        Those joined by hyphens count whole and in their parts.
        """
        words: set[str] = set()
        broken = False
        for line in (*lines, *texts):
            found = [match[0] for match in _WORD.finditer(line.casefold())]
            breaks = bool(_BROKEN.search(line.rstrip()))
            for word in found[int(broken) : len(found) - int(breaks)]:
                words.add(word)
                words.update(word.split("-"))
            broken = breaks
        return cls(words)

    def joint(self, first: str, second: str) -> str:
        """What stands between two parts of a word that a line's end has parted: a hyphen, or nothing."""
        one, other = first.casefold(), second.casefold()
        if f"{one}-{other}" in self.words:
            return "-"
        if one + other in self.words:
            return ""
        if one in KEEPS_HYPHEN or other in ENDS_COMPOUND or (one in MAY_KEEP and other in self.words):
            return "-"
        return (
            "-"
            if one not in MAY_KEEP
            and one in self.words
            and other in self.words
            and len(one) > 1
            and len(other) > 1
            else ""
        )


@dataclass(frozen=True)
class Joined:
    """A text put together, with the words that were mended and the footnotes whose numbers were taken out."""

    text: str
    mended: tuple[str, ...] = ()
    notes: tuple[int, ...] = ()


def join(units: Sequence[Unit], vocabulary: Vocabulary, *, paragraphs: bool = False) -> Joined:
    """The units as one text."""
    text, mended = "", list[str]()
    width = max((len(unit.text) for unit in units), default=0)
    for place, unit in enumerate(units):
        if place and (whole := _mended(text, unit.text, vocabulary)):
            text = whole[0]
            mended.extend([whole[1]] if whole[1] else [])
            continue
        parted = paragraphs and place and _is_paragraph(units[place - 1], unit, width)
        text += ("\n" if parted else " " if text else "") + unit.text
    bare, notes = without_notes(text.replace(SOFT_HYPHEN, ""))
    return Joined(bare, tuple(mended), notes)


def _mended(text: str, following: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """The text with what follows joined to the word broken at its end, and that word if it lost its hyphen; None when none is broken."""
    broken, begins = _BROKEN.search(text), _BEGINS.match(following)
    if not broken or not begins:
        return None
    soft = text.endswith(SOFT_HYPHEN)
    if not begins[0][0].islower():
        return None if soft else (text + following, "")
    if begins[0] in {"and", "or"} and not soft:
        return None
    joint = "" if soft else vocabulary.joint(broken[1], begins[0])
    return text[:-1] + joint + following, "" if joint else broken[1] + begins[0]


def _is_paragraph(before: Unit, unit: Unit, width: int) -> bool:
    """Whether a paragraph begins here: after a sentence whose line had room for the next word."""
    if not before.ends or unit.lower or unit.inside:
        return False
    return unit.fresh or unit.breaks or len(before.text) + 1 + len(unit.text.split()[0]) < width - 1


def without_notes(text: str) -> tuple[str, tuple[int, ...]]:
    """A text without the footnotes' numbers that are glued to its words, and these numbers."""
    numbers: list[int] = []

    def taken(match: re.Match[str]) -> str:
        numbers.append(int(match[2]))
        return match[1]

    return _NOTE.sub(taken, text), tuple(numbers)
