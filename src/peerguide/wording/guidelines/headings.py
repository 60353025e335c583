"""Finding the headings of the values: name, practice theme, and the words over the supervisors' column, however they are set.

A heading runs over several lines and three columns, and its lines may stand one after another or be cut into each other. Its
words are known, so it is read as what it is: two or three known sequences of words, one cut into the other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from peerguide.corpus.names.spelling import without_stem, words_of
from peerguide.wording.guidelines.matching import match
from peerguide.wording.tidy.characters import BULLET

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peerguide.wording.outline import Outline, ValueOutline
    from peerguide.wording.tidy.lines import Line

Part = Literal["name", "theme", "role"]

PARTS: tuple[Part, ...] = ("name", "theme", "role")

ROLE = "the supervisor role is to"

LONGEST = 10
"""The most lines over which a heading may run."""

MOST = 300
"""More headings than several copies of the document have."""

LONGEST_LINE = 300
"""What stands beyond so many characters of a line is of no heading."""

BETWEEN = 2
"""The most lines of other columns that may stand between the lines of a heading."""

WITHIN = 4
"""The most lines of anything that may stand within a part of a heading."""

ENOUGH = 0.7
"""The share of a part's words that must be there."""

_NUMBERED = re.compile(
    r"^\W*(?:core\s+value\s*)?(?:#|no\.\s*)?(\d{1,2})\s*[).:\u2013-]?\s*(?=[A-Za-z]|$)", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_]+")


class Token(NamedTuple):
    """A word of a line, folded, and where it ends."""

    word: str
    end: int


@dataclass(frozen=True)
class Heading:
    """What stands of one value's heading in some lines: its parts as they stand there, by which lines.

    `value` is the number of the value in the outline, None where only the words over the supervisors' column stand. `rest` is what
    follows on its last line and is not of it; `whole` are the parts that lack no word.
    """

    value: int | None
    lines: tuple[int, ...]
    parts: dict[Part, str]
    rest: str
    whole: frozenset[Part]

    @property
    def words(self) -> int:
        """How many words it has: the more, the surer it is."""
        return sum(len(words_of(text)) for text in self.parts.values())


def headings_in(lines: Sequence[Line], outline: Outline) -> list[Heading]:
    """The headings in these lines, in their order."""
    found: list[Heading] = []
    taken: set[int] = set()
    for at, line in enumerate(lines):
        if at in taken or len(found) == MOST or not _may_begin(line.text):
            continue
        readings = (_read(lines, at, number, value, taken) for number, value in enumerate(outline.values))
        best = max(filter(None, readings), key=lambda heading: heading.words, default=None)
        if best:
            found.append(best)
            taken.update(best.lines)
    return found


def _may_begin(text: str) -> bool:
    """Whether a heading may begin with this line: it has a number, is in capitals, or begins with words that headings begin with."""
    if text.lstrip().startswith(BULLET):
        return False
    text = text[:LONGEST_LINE]
    folded = " ".join(words_of(text))
    return bool(
        _NUMBERED.match(text)
        or _in_capitals(text)
        or re.match(rf"practice\b|core value\b|peer support|{ROLE}", folded)
    )


def _in_capitals(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return len(letters) > 3 and sum(map(str.isupper, letters)) > 0.8 * len(letters)


class _Reader:
    """Reads the lines of one heading of one value."""

    def __init__(self, number: int, value: ValueOutline) -> None:
        self.number = number
        self.value = value
        self.expected = (words_of(value.name), ["practice", *words_of(value.theme or "")], ROLE.split())
        self.own = set(words_of(without_stem(" ".join(words_of(value.name))))) or set(self.expected[0])
        self.at = (0, 0, 0)
        self.texts: tuple[list[str], list[str], list[str]] = ([], [], [])
        self.matched: tuple[list[str], list[str], list[str]] = ([], [], [])
        self.numbered = False

    def take(self, text: str, *, strict: bool) -> int | None:
        """Take as much of this line as is of the heading, from its beginning; where that ends, or None when it is none of it."""
        tokens = _tokens(text[:LONGEST_LINE])
        start = self._leading(tokens)
        path = match(
            tuple(token.word for token in tokens[start:]),
            self.expected,
            self.at,
            _in_capitals(text) or start > 0,
        )
        if not path and not (start and start == len(tokens)):
            return None
        whole = start + len(path) == len(tokens) and len(text) <= LONGEST_LINE
        if not whole and (strict or not self._complete_after(path)):
            return None
        self._keep(text, tokens, start, path)
        return len(text) if whole else tokens[start + len(path) - 1].end

    def _leading(self, tokens: Sequence[Token]) -> int:
        """How many words stand before the name: its number, `Core value`."""
        if self.at[0]:
            return 0
        words = [token.word for token in tokens[:3]]
        here = 2 if words[:2] == ["core", "value"] else 0
        if here < len(words) and words[here].isdigit():
            if int(words[here]) != self.value.number:
                return 0
            self.numbered = True
            return here + 1
        return here

    def _complete_after(self, path: Sequence[tuple[int, int]]) -> bool:
        """Whether every part that this line has words of ends within it."""
        last = dict(path)
        return bool(last) and all(place + 1 == len(self.expected[part]) for part, place in last.items())

    def _keep(self, text: str, tokens: Sequence[Token], start: int, path: Sequence[tuple[int, int]]) -> None:
        at = list(self.at)
        for place, (part, position) in enumerate(path):
            end = tokens[start + place].end
            begin = tokens[start + place - 1].end if start + place else 0
            self.texts[part].append(" " * (not place) + text[begin : end + text.startswith("-", end)])
            self.matched[part].append(self.expected[part][position])
            at[part] = position + 1
        self.at = (at[0], at[1], at[2])

    def complete(self) -> bool:
        """Whether nothing more is expected."""
        return all(place == len(words) for place, words in zip(self.at, self.expected, strict=True))

    def within(self) -> bool:
        """Whether only the rest of a part is expected that has begun."""
        return any(0 < place < len(words) for place, words in zip(self.at, self.expected, strict=True))

    def parts(self) -> dict[Part, str]:
        """The parts of which enough is there, as they stand."""
        found: dict[Part, str] = {}
        for number, part in enumerate(PARTS):
            enough = len(self.matched[number]) >= ENOUGH * len(self.expected[number])
            if part == "name":
                enough = (enough and not self.own.isdisjoint(self.matched[0])) or (
                    self.numbered and bool(self.matched[0])
                )
            if part == "theme":
                enough = enough and len(self.matched[1]) > 1
            if enough:
                found[part] = _tidy("".join(self.texts[number]))
            if part == "theme" and enough:
                found[part] = re.sub(r"(?i)^practice\W+", "", found[part])
        return found

    def whole(self) -> frozenset[Part]:
        """The parts of which every word is there, but for the word before a theme."""
        return frozenset(
            part
            for number, part in enumerate(PARTS)
            if len(self.matched[number])
            >= len(self.expected[number]) - (part == "theme" and self.matched[number][:1] != ["practice"])
        )


@lru_cache(maxsize=4096)
def _tokens(text: str) -> tuple[Token, ...]:
    return tuple(
        Token(folded[0], match.end()) for match in _WORD.finditer(text) if (folded := words_of(match[0]))
    )


def _tidy(text: str) -> str:
    """A part of a heading on one line, its hyphens closed up."""
    closed = re.sub(r"(?<=\w)-[ -]*(?=\w)", "-", " ".join(text.split()))
    return closed.strip(" )(.:\u2013-")


def _read(
    lines: Sequence[Line], at: int, number: int, value: ValueOutline, taken: set[int]
) -> Heading | None:
    reader = _Reader(number, value)
    used: list[int] = []
    between, rest = 0, ""
    for place in range(at, min(at + LONGEST, len(lines))):
        text = lines[place].text
        end = None if place in taken else reader.take(text, strict=between > 0)
        if end is None:
            between += 1
            bullet = text.lstrip().startswith(BULLET)
            if not used or bullet or between > (WITHIN if reader.within() else BETWEEN):
                break
            continue
        if between and not _in_capitals(text):
            break
        used.append(place)
        rest = text[end:].lstrip(" :.)\u2013") if end < len(text) else ""
        if rest or reader.complete():
            break
    parts = reader.parts()
    if not parts:
        return None
    named = number if set(parts) - {"role"} else None
    return Heading(named, tuple(used), parts, rest, reader.whole() & parts.keys())
