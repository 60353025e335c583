"""Searching: from a query to the best hits, by SQLite's FTS5.

An entry that bears the text as its name, or that people ask for in nearly these words, comes first. Then come the entries that have every
word, and where hardly any has, those that have the most of what was asked.

Among those with every word, what the guide itself says stands before what is told of it and of other documents, that before the crosswalk,
and that before scenarios (`parts`); in each part the very words stand before synonyms. Within that, FTS5's `bm25` decides, with a
match in a name outranking one in another name, that one in a theme, and that one in the text; ties stand in the corpus's own order.
All that is in the scores (`finder`), by which hits of all parts are put into one order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from peerguide.errors import NotFoundError
from peerguide.search.finder import STEP, Finder, Found, best_first
from peerguide.search.hits import document_of, hits
from peerguide.search.named import named, nearly_asked, with_ref
from peerguide.search.partly import most_words
from peerguide.search.parts import PARTS, SPOKEN, Scope
from peerguide.search.query import MOST_WORDS, parse
from peerguide.search.results import Results
from peerguide.search.words import quoted, understood

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peerguide.corpus.library import Corpus
    from peerguide.search.query import Query
    from peerguide.search.words import Wanted

FEW = 3
"""Where a query of at least so many words has fewer hits than that, entries that have only some of them follow."""

NAMED = 6 * STEP
"""What the score of an entry that the text names is above all others."""

BEST = 6
"""So many places are for the best hits, of whichever part; of those after them, some are kept for parts that come later."""


def search(
    corpus: Corpus, text: str, scope: Scope | None = None, *, limit: int | None = 10, exact: bool = False
) -> Results:
    """The best hits for what was typed.

    `limit` is the most hits to give (None for all); `exact` takes words as they are spelt and without synonyms. Raises
    NotFoundError when the text holds nothing to look for.
    """
    query = parse(text)
    if not query.wanted:
        raise _nothing_to_find(bool(query.passed_over), bool(query.unwanted))
    corpus.ready("passage")
    scope = scope or Scope()
    among = scope.about(corpus)
    finders = [Finder(corpus, part, kinds, among) for part in PARTS if (kinds := scope.within(part))]
    wanted, notices = understood(corpus, query, exact=exact)
    meant = [Found(seq, NAMED, finder.part) for seq, finder in with_ref(finders, text)]
    if meant:
        return _results(corpus, meant[:limit], wanted, len(meant), ())
    if query.cut:
        notices = (*notices, f"Only the first {MOST_WORDS} words were looked for.")
    asked = Asked(text, query, wanted, finders)
    every, total, first = asked.every_word(limit)
    some = asked.most_words(every) if not first or first < FEW <= len(wanted) else []
    notices = (*notices, *_only_some(total, wanted, some))
    found = asked.named_first([*every, *some])
    kept = [one.seq for part in PARTS for one in [one for one in every if one.part is part][: part.kept]]
    shown = _places(found, kept, limit)
    return _results(corpus, shown, wanted, max(total + len(some), len(found)), notices)


def _results(
    corpus: Corpus, shown: Sequence[Found], wanted: Sequence[Wanted], total: int, notices: tuple[str, ...]
) -> Results:
    return Results(tuple(hits(corpus, shown, wanted)), total, notices, document_of(corpus, shown))


class Asked(NamedTuple):
    """One query, as it was typed and as it is understood, and what asks each part of the corpus."""

    text: str
    query: Query
    wanted: list[Wanted]
    finders: list[Finder]

    @property
    def without(self) -> list[str]:
        """What must not stand there."""
        return [f"{SPOKEN} : {quoted(piece)}" for piece in self.query.unwanted]

    def every_word(self, limit: int | None) -> tuple[list[Found], int, int]:
        """The entries that have every word, the best first, and how many there are; of each part so many as may be shown."""
        most = limit if limit is None else max(limit, FEW)
        parts = [finder.every_word(self.wanted, self.without, most) for finder in self.finders]
        return (
            [one for found, _total in parts for one in found],
            sum(total for _found, total in parts),
            parts[0][1],
        )

    def most_words(self, every: Sequence[Found]) -> list[Found]:
        """The others that have most of the words, best first."""
        besides = {one.seq for one in every}
        return most_words(self.finders, self.wanted, self.without, besides)

    def named_first(self, found: Sequence[Found]) -> list[Found]:
        """The same, with what the text names before all others."""
        if self.query.unwanted:
            return list(found)
        scores = {one.seq: one.score for one in found}
        first = [
            Found(seq, NAMED + scores.get(seq, 0.0), finder.part)
            for finder in self.finders
            for seq in named(finder, self.text, defining=self.query.defining)
            | nearly_asked(finder, self.text, self.wanted)
        ]
        besides = {one.seq for one in first}
        return best_first([*first, *(one for one in found if one.seq not in besides)])


def _places(found: Sequence[Found], kept: Sequence[int], limit: int | None) -> list[Found]:
    """As much as is shown of what was found: the best, with as many of those that a place is kept for as there are such places."""
    if limit is None:
        return list(found)
    keeping = set(kept[: max(limit - BEST, 0)])
    others = [one for one in found if one.seq not in keeping][: limit - len(keeping)]
    return [one for one in found if one.seq in keeping or one in others]


def _nothing_to_find(common: bool, unwanted: bool) -> NotFoundError:
    if common:
        return NotFoundError(
            "Those words are too common to find anything by.",
            "Add a word that is about something: peerguide search trust",
        )
    if unwanted:
        return NotFoundError(
            "That says only what to leave out.", "Say what to find as well: peerguide search choice -coercion"
        )
    return NotFoundError("There is no word to look for.", "Give one or more words: peerguide search trust")


def _only_some(whole: int, wanted: list[Wanted], rest: list[Found]) -> tuple[str, ...]:
    """What to say when entries are shown that have only some of the words."""
    if not rest or len(wanted) == 1:
        return ()
    if not whole:
        return ("No entry has all of these words; these have the most of them.",)
    return (
        f"Only {whole} of these {'has' if whole == 1 else 'have'} all of the words; the others have the most of them.",
    )
