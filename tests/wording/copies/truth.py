"""What a reader may be expected to find in a damaged copy: of each entry the words that are still there, in their order."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wording.copies.lines import Line, Word

FEWEST = 4
"""A remainder of fewer words than this tells nobody whose it is."""

CURLY = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
HYPHENS = str.maketrans("", "", "- ")


@dataclass(frozen=True)
class Expected:
    """What is left of an entry: its text, and as it is printed; whether that is all of it, whether it can be told whose it is.

    `torn` says that a word of it lost its other half at a line's end, so that nobody knows whether its hyphen is its own.
    """

    text: str
    printed: str
    whole: bool
    told: bool
    torn: bool

    def is_read_as(self, text: str) -> bool:
        """Whether this is the text, but for white space and the shape of quotation marks."""
        mine, theirs = plain(self.text), plain(text)
        return mine == theirs or (self.torn and mine.translate(HYPHENS) == theirs.translate(HYPHENS))


def plain(text: str) -> str:
    """The text with single spaces and straight quotation marks."""
    return " ".join(text.translate(CURLY).split())


def expected(lines: Iterable[Line], original: Iterable[Line]) -> dict[str, Expected]:
    """What is left of each entry, tagged by its ref; `original` is the copy before it was damaged."""
    intact = _readings(original)
    return {ref: _expected(words, intact.get(ref, {})) for ref, words in _by_ref(lines).items()}


def _by_ref(lines: Iterable[Line]) -> dict[str, list[Word]]:
    found: defaultdict[str, list[Word]] = defaultdict(list)
    for line in lines:
        for word in line.words:
            if word.ref is not None:
                found[word.ref].append(word)
    return found


def _reads(words: Iterable[Word]) -> dict[int, str]:
    """How each word of an entry reads, by its place, the parts of a divided one joined."""
    ordered = sorted(words, key=lambda word: (word.at, word.part))
    return {
        at: "".join(part.reads for part in parts) for at, parts in groupby(ordered, key=lambda word: word.at)
    }


def _readings(lines: Iterable[Line]) -> Mapping[str, Mapping[int, str]]:
    return {ref: _reads(words) for ref, words in _by_ref(lines).items()}


def _expected(words: list[Word], intact: Mapping[int, str]) -> Expected:
    reads = _reads(words)
    whole = reads == intact
    told = all(word.told for word in words) and (whole or len(reads) >= FEWEST)
    torn = any(intact[at] != word for at, word in reads.items())
    printed = " ".join(word.text for word in sorted(words, key=lambda word: (word.at, word.part)))
    return Expected(" ".join(reads.values()), printed, whole, told, torn)
