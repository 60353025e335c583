"""The sentence in which some words stand."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from peerguide.language.patterns import later

ABBREVIATION = later(r"\b(?:Dr|Mr|Ms|Mrs|St|e\.g|i\.e|vs)\.\s+\Z")
SENTENCE_END = later(
    r"[.!?\n|](?:(?<=[.!?])[\"')\u201d\u2019*_]*\s+|(?<=\n)(?:[ \t\r]*\n|(?=[ \t]*(?:[-*+\u2022#|]|\d+[.)])[ \t]))|(?<=\|))"
)
UNEVEN = later(r"[\t\r\n]|  ")
SPACE = later(r"\s+")
LONGEST_ABBREVIATION = 12
REACH = 400
"""How many characters to either side a sentence is looked at."""


class Sentence(NamedTuple):
    """What stands before and after some words in their sentence, on one line, with straight apostrophes."""

    before: str
    after: str


class Sentences:
    """The sentences of a paragraph, which stands from `start` to `end` in a text."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._stops: list[int] = []
        self._begins = [start]
        for found in SENTENCE_END.finditer(text, start, end):
            before = max(start, found.end() - LONGEST_ABBREVIATION)
            if not ABBREVIATION.search(text, before, found.end()):
                self._stops.append(found.start() + 1)
                self._begins.append(found.end())
        self._stops.append(end)

    def around(self, start: int, end: int) -> Sentence:
        """The rest of the sentence in which the words from `start` to `end` stand."""
        low = self._begins[bisect_right(self._begins, start) - 1]
        high = self._stops[min(bisect_right(self._stops, end), len(self._stops) - 1)]
        before = self._text[max(low, start - REACH) : start]
        return Sentence(_tidy(before), _tidy(self._text[end : min(high, end + REACH)]))


def _tidy(text: str) -> str:
    text = text.replace("\u2019", "'")
    return SPACE.sub(" ", text) if UNEVEN.search(text) else text


def has_hint(text: str, hints: tuple[str, ...]) -> bool:
    """Whether one of these stands in the text; looking for them first is far cheaper than each pattern."""
    for hint in hints:  # noqa: SIM110 - asked for every match, and a generator would cost more than the looking
        if hint in text:
            return True
    return False
