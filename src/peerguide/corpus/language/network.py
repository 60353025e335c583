"""The network that is made of phrases: the words of their texts become edges, along which all are followed at once.

Within a text, a space or a hyphen parts words; where a hyphen stands, the words may be joined as well.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from peerguide.corpus.language.phrases import GAP, GAP_WORDS, NOUN, places_of, told_part
from peerguide.corpus.model.phrases import Node, PhraseIndex, PhraseMark

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from peerguide.corpus.model.language import LanguageEntry

WORD = re.compile(r"['/&]?[^\W_]+")


def word_rows(text: str) -> Iterable[list[str]]:
    """The rows of words as which a text may stand: the words at a hyphen apart, and joined."""
    pieces = [WORD.findall(piece) for piece in text.split("-")]
    rows: list[list[str]] = [[]]
    for words in pieces:
        joined = [[*row[:-1], row[-1] + words[0], *words[1:]] for row in rows if row and words]
        rows = [[*row, *words] for row in rows] + [row for row in joined if row not in rows]
    return rows


UNKNOWN = PhraseMark(-1, noun=False, capitals={}, told=-1)


class IndexMaker:
    """Makes the network, phrase by phrase."""

    def __init__(self, sets: Mapping[str, Sequence[str]]) -> None:
        self._sets = sets
        self._nodes: list[tuple[dict[str, set[int]], int, int]] = []
        self._marks: list[PhraseMark] = []
        self._starts: dict[str, int] = {}

    def index(self, entries: Sequence[LanguageEntry]) -> PhraseIndex:
        """The network of these entries' phrases. Raises PhraseError for one that cannot be read."""
        found = self._node()
        for number, entry in enumerate(entries):
            for phrase in entry.match:
                self._add(found, phrase, number)
        unless = tuple(self._starts_of(entry.unless) for entry in entries)
        unless_near = tuple(self._starts_of(entry.unless_near) for entry in entries)
        needs = tuple(self._starts_of(entry.needs) for entry in entries)
        nodes = tuple(Node(_as_tuples(edges), ends, other) for edges, ends, other in self._nodes)
        return PhraseIndex(nodes, tuple(self._marks), found, unless, unless_near, needs)

    def _starts_of(self, phrases: Sequence[str]) -> tuple[int, ...]:
        """The nodes where these phrases begin; entries with the same phrase share its node."""
        for phrase in phrases:
            if phrase not in self._starts:
                self._starts[phrase] = self._node()
                self._add(self._starts[phrase], phrase, -1)
        return tuple(self._starts[phrase] for phrase in phrases)

    def _node(self, ends: int = -1, other: int = -1) -> int:
        self._nodes.append(({}, ends, other))
        return len(self._nodes) - 1

    def _add(self, start: int, phrase: str, entry: int) -> None:
        """Lay a phrase from this node on, the last place first."""
        places = places_of(phrase, self._sets)
        mark = len(self._marks)
        self._marks.append(UNKNOWN)
        node = self._node(mark)
        part = told_part(phrase)
        told = -1 if part is None else self._starts_of((part,))[0]
        self._marks[mark] = PhraseMark(entry, phrase.startswith(NOUN), _capitals(places), told)
        for place in reversed(places[1:]):
            node = self._before(place, node)
        self._lay(start, places[0], node)

    def _before(self, place: list[str], after: int) -> int:
        """A node from which this place leads to `after`."""
        if place == [GAP]:
            return self._gap(after)
        node = self._node()
        self._lay(node, place, after)
        return node

    def _gap(self, after: int) -> int:
        """A node from which the words of `after` go on, at once or after other words."""
        edges, ends, _other = self._nodes[after]
        node = after
        for _word in range(GAP_WORDS):
            self._nodes.append((edges, ends, node))
            node = len(self._nodes) - 1
        return node

    def _lay(self, start: int, place: list[str], after: int) -> None:
        """Let the texts of a place lead from `start` to `after`; where it may be left out, what follows begins at `start` too."""
        trie: dict[tuple[str, ...], int] = {(): start}
        for text in place:
            for row in word_rows(text.lower()) if text else ():
                self._lay_row(tuple(row), trie, after)
        if "" in place:
            edges, ends, other = self._nodes[after]
            for word, targets in edges.items():
                self._nodes[start][0].setdefault(word, set()).update(targets)
            own, own_ends, own_other = self._nodes[start]
            self._nodes[start] = (own, max(own_ends, ends), max(own_other, other))

    def _lay_row(self, row: tuple[str, ...], trie: dict[tuple[str, ...], int], after: int) -> None:
        for length in range(1, len(row)):
            if row[:length] not in trie:
                trie[row[:length]] = self._node()
                self._edge(trie[row[: length - 1]], row[length - 1], trie[row[:length]])
        self._edge(trie[row[:-1]], row[-1], after)

    def _edge(self, start: int, word: str, end: int) -> None:
        self._nodes[start][0].setdefault(word, set()).add(end)


def _as_tuples(edges: dict[str, set[int]]) -> dict[str, tuple[int, ...]]:
    return {word: tuple(sorted(targets)) for word, targets in edges.items()}


def _capitals(places: Iterable[Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """For each word of a phrase that stands in it with capitals only, the ways in which it does."""
    ways: dict[str, set[str]] = {}
    for place in places:
        for text in place:
            for row in word_rows(text):
                for word in row:
                    ways.setdefault(word.lower(), set()).add(word)
    return {word: tuple(sorted(found)) for word, found in ways.items() if word not in found}
