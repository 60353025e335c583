"""Asking FTS5: which entries of a part of a corpus match, and how well."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from peerguide.search.parts import PARTS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from peerguide.corpus.library import Corpus
    from peerguide.corpus.model.common import Kind
    from peerguide.search.parts import Part
    from peerguide.search.words import Wanted

    Ranked = tuple[int, float]
    """An entry's place in the corpus, and how well it matches, higher for better."""

OTHER_WORDS = 0.9
"""What a word found only by a synonym counts for, where an entry has only some of what was asked."""

CLOSENESS = 0.5
"""What `bm25`, beside how much of the query an entry has, counts for where none has all of it."""

CITED = 0.5
"""What a document counts for beside the guide's own entries: people look for what is said before where it was said."""

SOURCES = "SELECT seq FROM entry WHERE kind = 'source'"

MANY = 3
"""So many words that say something do not meet in one entry by chance."""

STEP = 100.0
"""What the scores of one rank are below those of the next: how well an entry matches comes to less than this."""

AMONG = "IN (SELECT value FROM json_each(?))"
"""One of the numbers of a JSON list: SQLite takes a list of any length as one value, but not as a statement.

Where the number has a plus before it, as where a kind has one, SQLite does not go by it, but by what is rarer.
"""


class Found(NamedTuple):
    """An entry that was found: its place in the corpus, its score, higher for better, and the part that it is of.

    A score of STEP or more is that of a rank; one below is that of an entry without a rank.
    """

    seq: int
    score: float
    part: Part


class Finder:
    """Asks one corpus for entries of one part, of these kinds and, where a JSON list of numbers is given, among those."""

    def __init__(self, corpus: Corpus, part: Part, kinds: Collection[Kind], among: str | None) -> None:
        self.corpus = corpus
        self.part = part
        self._bound: list[str] = [*kinds, *([among] if among else [])]
        self._within = f"+entry.kind IN ({', '.join('?' * len(kinds))})"
        if among:
            self._within += f" AND +entry.seq {AMONG}"
        self._is_whole_index = among is None and sum(part.table == one.table for one in PARTS) == 1
        self._is_whole_index &= len(kinds) == len(part.kinds)

    def entries(self, condition: str, *values: str) -> list[int]:
        """The entries of which this SQL condition on `entry` holds, in the corpus's order."""
        rows = self.corpus.rows(
            f"SELECT seq FROM entry WHERE {self._within} AND ({condition}) ORDER BY seq",
            *self._bound,
            *values,
        )
        return [seq for (seq,) in rows]

    def size(self) -> int:
        """How many entries there are."""
        within = self._within.replace("+", "")
        return int(self.corpus.rows(f"SELECT count(*) FROM entry WHERE {within}", *self._bound)[0][0])

    def every_word(
        self, wanted: Sequence[Wanted], without: Sequence[str], limit: int | None
    ) -> tuple[list[Found], int]:
        """The best entries that have every word, those without help of synonyms first, and how many there are in all."""
        own = [words for group in wanted if (words := group.own(self.part.columns))]
        many = sum(group.weight == 1 for group in wanted) >= MANY
        tiers = [(self.part.sure if many else self.part.own, 1.0, all_of(own, without))] if own else []
        if any(group.meant for group in wanted):
            said = [group.any(self.part.columns) for group in wanted]
            tiers.append(
                (self.part.helped, OTHER_WORDS, all_of(said, [*without, all_of(own)] if own else without))
            )
        found: list[Found] = []
        total = 0
        for rank, has, expression in tiers:
            more = None if limit is None else limit - len(found)
            ranked = self.ranked(expression, more)
            total += len(ranked) if more is None or len(ranked) < more else self.count(expression)
            if rank:
                found += [Found(seq, STEP * rank + min(score, STEP - 1), self.part) for seq, score in ranked]
            else:
                has_all = dict.fromkeys((seq for seq, _score in ranked), has)
                found += self.scored(ranked, has_all, self.part.worth)
        return found, total

    def scored(self, ranked: Sequence[Ranked], has: Mapping[int, float], worth: float) -> list[Found]:
        """These entries with the scores of such as have no rank; each has so much of what was asked, from 0 to 1."""
        top = max((score for _seq, score in ranked), default=1.0)
        most = (STEP - 1) * worth / (1 + CLOSENESS)
        return [Found(seq, most * (has[seq] + CLOSENESS * score / top), self.part) for seq, score in ranked]

    def ranked(self, expression: str, limit: int | None) -> list[Ranked]:
        """The best entries that match, and how well."""
        index = self.part.table
        worth = f"iif({index}.rowid IN ({SOURCES}), {CITED}, 1)" if "source" in self.part.kinds else "1"
        return self.corpus.rows(
            f"SELECT {index}.rowid, -bm25({index}, {self.part.weights}) * {worth} AS score FROM {index} {self._matching} "
            f"ORDER BY score DESC, {index}.rowid LIMIT {-1 if limit is None else limit}",
            *self._asking(expression),
        )

    def count(self, expression: str) -> int:
        """How many entries match."""
        query = f"SELECT count(*) FROM {self.part.table} {self._matching}"
        return int(self.corpus.rows(query, *self._asking(expression))[0][0])

    def texts(self, expression: str, most: int) -> list[tuple[int, str | None, str | None]]:
        """Entries that match, not more than so many, each with its name and how people ask for it."""
        index = self.part.table
        return self.corpus.rows(
            f"SELECT {index}.rowid, {index}.name, {index}.asked FROM {index} {self._matching} LIMIT {most}",
            *self._asking(expression),
        )

    @property
    def _matching(self) -> str:
        """The condition that an entry matches and is one of these, which asks `entry` only where it has to."""
        index = self.part.table
        if self._is_whole_index:
            return f"WHERE {index} MATCH ?"
        # A cross join, so that SQLite asks the index first, and not once for each entry of these kinds.
        return f"CROSS JOIN entry ON entry.seq = {index}.rowid WHERE {index} MATCH ? AND {self._within}"

    def _asking(self, expression: str) -> list[str]:
        """What that condition binds."""
        return [expression] if self._is_whole_index else [expression, *self._bound]


def having(corpus: Corpus, part: Part, expression: str | None, among: Iterable[int]) -> set[int]:
    """Which of these entries match; none where there is nothing to match."""
    if expression is None:
        return set()
    query = f"SELECT rowid FROM {part.table} WHERE {part.table} MATCH ? AND +rowid {AMONG}"
    return {seq for (seq,) in corpus.rows(query, expression, listed(among))}


def best_first(found: Iterable[Found]) -> list[Found]:
    """What was found, the best first; of two as good, the one whose part comes first, then the one that stands first."""
    return sorted(found, key=lambda one: (-one.score, PARTS.index(one.part), one.seq))


def all_of(expressions: Iterable[str], without: Iterable[str] = ()) -> str:
    """What finds entries with all of these, and with none of those `without` which they should be."""
    return "".join(
        [" AND ".join(f"({expression})" for expression in expressions), *(f" NOT ({one})" for one in without)]
    )


def any_of(expressions: Iterable[str], without: Iterable[str] = ()) -> str:
    """What finds entries with any of these, and with none of those `without` which they should be."""
    joined = " OR ".join(f"({expression})" for expression in expressions)
    return "".join([f"({joined})", *(f" NOT ({one})" for one in without)])


def listed(numbers: Iterable[int]) -> str:
    """Numbers as the JSON list that `AMONG` takes."""
    return str(sorted(numbers))
