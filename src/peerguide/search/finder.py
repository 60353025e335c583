"""Asking FTS5: which entries match, and how well."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import TYPE_CHECKING

from peerguide.corpus.names.known import LABEL
from peerguide.corpus.names.spelling import fold
from peerguide.search.hits import having

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from peerguide.corpus.library import Corpus
    from peerguide.corpus.model.common import Kind
    from peerguide.search.hits import Index, Ranked
    from peerguide.search.words import Wanted

WEIGHTS = "1000.0, 200.0, 40.0, 1.0, 1.0, 1.0"
"""What a match weighs in a name, in another name, in a theme, in the text, in its plain words beside that, in how people ask for it.

So far apart, they decide the order.
"""

OTHER_WORDS = 0.9
"""What a word found only by a synonym counts for, where an entry has only some of what was asked."""

CLOSENESS = 0.5
"""What `bm25`, beside how much of the query an entry has, counts for where none has all of it."""

CITED = 0.5
"""What a document counts for beside the guide's own entries: people look for what is said before where it was said."""

CANDIDATES = 200
"""As many entries are looked at closely when none has every word."""


@dataclass(frozen=True, eq=False, repr=False)
class Scope:
    """Where to search: entries of these kinds (None for all) and of this value (None for all)."""

    kinds: Collection[Kind] | None = None
    value: str | None = None

    @property
    def has_scenarios(self) -> bool:
        """Whether scenarios are searched."""
        return self.kinds is None or "scenario" in self.kinds

    @property
    def has_more(self) -> bool:
        """Whether anything but scenarios is searched."""
        return self.kinds is None or any(kind != "scenario" for kind in self.kinds)

    def condition(self) -> tuple[str, list[str]]:
        """The scope as an SQL condition on `entry`, and the values it binds."""
        parts: list[str] = []
        values: list[str] = []
        if self.kinds is not None:
            parts.append(f"AND entry.kind IN ({', '.join('?' * len(self.kinds))})")
            values.extend(self.kinds)
        if self.value is not None:
            parts.append(
                "AND (entry.ref = ? OR entry.value = ? OR entry.ref IN "
                "(SELECT ref FROM link WHERE target = ? AND relation = 'value'))"
            )
            values.extend((self.value, self.value, self.value))
        return " ".join(parts), values


class Finder:
    """Asks one corpus, within one scope, for entries of the guide itself or for its scenarios, by the index of either."""

    def __init__(self, corpus: Corpus, scope: Scope, *, scenarios: bool = False) -> None:
        self._corpus = corpus
        self.index: Index = "scene" if scenarios else "passage"
        self._which = f"kind {'=' if scenarios else '!='} 'scenario'"
        self._condition, self._bound = scope.condition()

    def with_ref(self, text: str) -> list[Ranked]:
        """The entry whose ref this text is, such as `7`, `value 7` or `7.p2`; none for any other text.

        A ref that is a word (`advocacy`) is a word to look for like others.
        """
        ref = re.sub(LABEL, "", text.strip().lower())
        if not any(character.isdecimal() for character in ref):
            return []
        rows = self._corpus.rows(f"SELECT seq FROM entry WHERE ref = ? {self._condition}", ref, *self._bound)
        return [(seq, 300.0) for (seq,) in rows]

    def every_word(
        self, wanted: list[Wanted], without: list[str], limit: int | None
    ) -> tuple[list[Ranked], int]:
        """The best entries that have every word, those without help of synonyms first, and how many there are in all."""
        own = [group.spelt for group in wanted if group.spelt]
        tiers = [(200.0, _all(own, without))] if own else []
        if any(group.meant != group.spelt for group in wanted):
            helped = [*without, _all(own)] if own else without
            tiers.append((100.0, _all([group.meant for group in wanted], helped)))
        ranked: list[Ranked] = []
        total = 0
        for base, expression in tiers:
            total += self._count(expression)
            more = -1 if limit is None else limit - len(ranked)
            ranked += [(seq, base + score) for seq, score in self._ranked(expression, more)] if more else []
        return ranked, total

    def most_words(self, wanted: list[Wanted], without: list[str], besides: set[int]) -> list[Ranked]:
        """The entries that have most of what was asked, from 100 for all of it down."""
        expression = _any((group.meant for group in wanted), without)
        candidates = [one for one in self._ranked(expression, CANDIDATES) if one[0] not in besides]
        worth = self._worth(wanted, [seq for seq, _score in candidates])
        best = max(worth.values(), default=0.0)
        top = max((score for _seq, score in candidates), default=1.0)
        marks = {
            seq: worth[seq] + CLOSENESS * score / top for seq, score in candidates if worth[seq] >= best / 2
        }
        order = sorted(marks, key=lambda seq: (-marks[seq], seq))
        return [(seq, 100 * marks[seq] / (1 + CLOSENESS)) for seq in order]

    def _worth(self, wanted: list[Wanted], among: list[int]) -> dict[int, float]:
        """How much of what was asked each of these entries has, from 0 to 1: a rarer word counts for more."""
        ((total,),) = self._corpus.rows(f"SELECT count(*) FROM entry WHERE {self._which}")
        rarities = [group.weight * log(1 + total / (1 + self._count(group.meant))) for group in wanted]
        worth = dict.fromkeys(among, 0.0)
        for group, rarity in zip(wanted, rarities, strict=True):
            spelt = having(self._corpus, self.index, group.spelt, among) if group.spelt else set()
            for seq in having(self._corpus, self.index, group.meant, among):
                worth[seq] += rarity / sum(rarities) * (1.0 if seq in spelt else OTHER_WORDS)
        return worth

    def named_first(self, ranked: list[Ranked], text: str, *, defining: bool) -> tuple[list[Ranked], int]:
        """The same, with an entry that bears exactly what was typed as a name or a ref before all others, and how many do.

        Where the text asks what something means, a term that it names counts as one.
        """
        folded = fold(text)
        rows = self._corpus.rows(
            "SELECT seq FROM entry WHERE (ref = ? OR ref IN (SELECT ref FROM name WHERE folded = ?)) "
            f"{self._condition} AND {self._which}",
            text.strip().lower(),
            folded,
            *self._bound,
        )
        named = {seq for (seq,) in rows}
        if defining and not named and self.index == "passage":
            named = self._term_named_in(folded)
        scores = dict(ranked)
        first = [
            (seq, scores.get(seq, 0.0) + 300) for seq in sorted(named, key=lambda seq: -scores.get(seq, 0.0))
        ]
        return first + [one for one in ranked if one[0] not in named], len(first)

    def _term_named_in(self, folded: str) -> set[int]:
        """The glossary term whose name is the longest that stands in this text."""
        rows = self._corpus.rows(
            "SELECT seq FROM name JOIN entry ON entry.ref = name.ref WHERE name.kind = 'term' "
            f"AND instr(?, ' ' || folded || ' ') {self._condition} ORDER BY length(folded) DESC LIMIT 1",
            f" {folded} ",
            *self._bound,
        )
        return {seq for (seq,) in rows}

    def _ranked(self, expression: str, limit: int = -1) -> list[Ranked]:
        """The best entries that match, and how well."""
        worth = (
            f"iif({self.index}.rowid >= {self._first_source}, {CITED}, 1)" if self.index == "passage" else "1"
        )
        return self._corpus.rows(
            f"SELECT {self.index}.rowid, -bm25({self.index}, {WEIGHTS}) * {worth} "
            f"AS score FROM {self.index} {self._join} WHERE {self.index} MATCH ? {self._condition} "
            f"ORDER BY score DESC, {self.index}.rowid LIMIT {limit}",
            expression,
            *self._bound,
        )

    def _count(self, expression: str) -> int:
        """How many entries match."""
        query = f"SELECT count(*) FROM {self.index} {self._join} WHERE {self.index} MATCH ? {self._condition}"
        return int(self._corpus.rows(query, expression, *self._bound)[0][0])

    @property
    def _join(self) -> str:
        """What joins `entry`, only where the scope asks for it."""
        return f"JOIN entry ON entry.seq = {self.index}.rowid" if self._condition else ""

    @cached_property
    def _first_source(self) -> int:
        """Where the documents begin, which stand after all other entries that this index has."""
        ((first,),) = self._corpus.rows(
            "SELECT coalesce((SELECT seq FROM entry WHERE kind = 'source' ORDER BY number LIMIT 1), 1 << 60)"
        )
        return int(first)


def _all(expressions: Iterable[str], without: Iterable[str] = ()) -> str:
    return "".join(
        [" AND ".join(f"({expression})" for expression in expressions), *(f" NOT ({one})" for one in without)]
    )


def _any(expressions: Iterable[str], without: Iterable[str] = ()) -> str:
    joined = " OR ".join(f"({expression})" for expression in expressions)
    return "".join([f"({joined})", *(f" NOT ({one})" for one in without)])
