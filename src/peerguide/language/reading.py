"""One window of a text on the way to what is found in it."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from peerguide.language.company import Company, as_written, stands_as_noun
from peerguide.language.hidden import hidden_spans, in_machine_text, is_indented_code
from peerguide.language.sentences import Sentences
from peerguide.language.spoken import is_spared
from peerguide.language.tokens import mended, tokens
from peerguide.language.windows import BLANK_LINE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.language.finder import Finder
    from peerguide.language.tokens import Tokens
    from peerguide.language.windows import Window

    Match = tuple[int, int, int]
    """Where words begin and end in a window, and the number of their entry."""

LONGEST_KNOWN = 4000
"""The longest paragraph that is remembered, in characters."""

MOST_KNOWN = 1 << 20
"""About so many characters of paragraphs are remembered; then it begins anew."""


class Reading:
    """A window on the way to its matches; `text` is its text without what is code."""

    def __init__(self, finder: Finder, window: Window, text: str) -> None:
        self._finder = finder
        self._window = window
        self._text = text

    def matches(self, after: int) -> Iterator[Match]:
        """What is found, in order; nothing that begins before `after`."""
        edges = [0, *(found.end() for found in BLANK_LINE.finditer(self._text)), len(self._text)]
        for edge, following in pairwise(edges):
            for start, end, entry in self._found_between(edge, following):
                begin = edge + start
                if begin >= after and self._window.core_start <= begin < self._window.core_end:
                    after = edge + end
                    yield begin, after, entry

    def _found_between(self, start: int, end: int) -> tuple[Match, ...]:
        """What is found in one paragraph, its places counted from where it begins."""
        if is_indented_code(self._text, start, end):
            return ()
        text = self._text[start:end]
        found = self._finder.known.get(text)
        if found is None:
            found = tuple(Paragraph(self._finder, text).matches())
            self._finder.known.keep(text, found)
        return found


class Known:
    """What was found in paragraphs that were read: forms, notices and signatures come again and again."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[Match, ...]] = {}
        self._size = 0

    def get(self, text: str) -> tuple[Match, ...] | None:
        """What was found in this paragraph; None where it was not read, or long ago."""
        return self._found.get(text)

    def keep(self, text: str, found: tuple[Match, ...]) -> None:
        """Remember what was found in a paragraph, but for a long one, which hardly comes again."""
        if len(text) > LONGEST_KNOWN:
            return
        if self._size > MOST_KNOWN:
            self._found.clear()
            self._size = 0
        self._found[text] = found
        self._size += len(text)


class Paragraph:
    """A paragraph, or a part of a long one, on the way to its matches."""

    def __init__(self, finder: Finder, text: str) -> None:
        self._finder = finder
        self._text = text
        self._spared: list[Match] = []

    @cached_property
    def _hidden(self) -> list[tuple[int, int]]:
        return hidden_spans(self._text)

    @cached_property
    def _sentences(self) -> Sentences:
        return Sentences(self._text, 0, len(self._text))

    def matches(self) -> Iterator[Match]:
        """What is found, in order."""
        whole, after = tokens(self._text), 0
        found = list(self._begun_in(whole))
        for part, broken in mended(whole, self._text):
            found += [match for match in self._begun_in(part) if _has(part, broken, match)]
        for match in sorted(found, key=lambda match: (match[0], -match[1], match[2])):
            if match[0] >= after:
                after = match[1]
                yield match

    def _begun_in(self, tokens: Tokens) -> Iterator[Match]:
        """For each word, the best of the matches that begin with it, and of those that begin with it but are told of later words."""
        network, start = self._finder.network, self._finder.start
        for number, here, state in network.beginnings(start, tokens):
            ends = network.walk_on(state, tokens, here)
            if ends:
                yield from self._best(tokens, number, ends)

    def _best(self, tokens: Tokens, first: int, ends: list[tuple[int, int]]) -> Iterator[Match]:
        marks = self._finder.index.marks
        if len(ends) > 1:
            ends.sort(key=lambda end: (-end[0], marks[end[1]].entry))
        begun: set[int] = set()
        for last, phrase in ends:
            told = marks[phrase].told
            if (told < 0 and first in begun) or not self._holds(tokens, first, last, phrase):
                continue
            begin, end = self._told(tokens, first, last, told)
            match = tokens.starts[begin], tokens.ends[end], marks[phrase].entry
            if begin not in begun and not self._is_spared(match):
                begun.add(begin)
                yield match

    def _told(self, tokens: Tokens, first: int, last: int, node: int) -> tuple[int, int]:
        """The first and the last word of the part of a match that is told of."""
        network = self._finder.network
        for begin in range(first, last + 1) if node >= 0 else ():
            ends = [
                end for end, _phrase in network.walk(network.state((node,)), tokens, begin) if end <= last
            ]
            if ends:
                return begin, max(ends)
        return first, last

    def _holds(self, tokens: Tokens, first: int, last: int, phrase: int) -> bool:
        """Whether this phrase stands here in its sense, where it is looked at."""
        mark = self._finder.index.marks[phrase]
        if mark.capitals and not as_written(tokens, self._text, first, last, mark):
            return False
        if mark.noun and not stands_as_noun(tokens, last, self._finder.after_noun):
            return False
        return not self._is_hidden(tokens.starts[first], tokens.ends[last]) and self._keeps_company(
            tokens, range(first, last + 1), mark.entry
        )

    def _is_spared(self, match: Match) -> bool:
        """Whether these words, or more of them, are left alone for what is said with them."""
        start, end, number = match
        if any(low <= start and end <= high and other == number for low, high, other in self._spared):
            return True
        entry = self._finder.words.entries[number]
        if not is_spared(self._sentences.around(start, end), self._text[start:end], entry):
            return False
        self._spared.append(match)
        return True

    def _is_hidden(self, start: int, end: int) -> bool:
        if any(low < end and start < high for low, high in self._hidden):
            return True
        return in_machine_text(self._text, start, end)

    def _keeps_company(self, tokens: Tokens, match: range, entry: int) -> bool:
        index = self._finder.index
        company = Company(self._finder.network, index.marks, tokens, self._text)
        if index.unless[entry] and company.covered(index.unless[entry], match):
            return False
        if index.unless_near[entry]:
            around = self._around(tokens, match, entry, "unless_near")
            if company.near(index.unless_near[entry], around, match):
                return False
        if not index.needs[entry]:
            return True
        return company.near(index.needs[entry], self._around(tokens, match, entry, "needs"), range(0))

    def _around(self, tokens: Tokens, match: range, entry: int, key: str) -> range:
        """The numbers of the words that stand near a match."""
        words = self._finder.words
        reach = words.entries[entry].reach or words.reach[key]
        return range(max(match.start - reach, 0), min(match.stop + reach, len(tokens.words)))


def _has(part: Tokens, number: int, match: Match) -> bool:
    """Whether a match has the word with this number."""
    return match[0] <= part.starts[number] and part.ends[number] <= match[1]
