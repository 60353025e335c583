"""Searching: from a query to the best hits, by SQLite's FTS5.

An entry that has every word comes first; then one that has them only with synonyms for some; and where no entry has
all, those that have the most of what was asked. Within each, FTS5's `bm25` decides, with a match in a name outranking
one in another name, that one in a theme, and that one in the text; ties stand in the corpus's own order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.errors import NotFoundError
from peerguide.search.finder import Finder, Scope
from peerguide.search.query import MOST_WORDS, parse
from peerguide.search.results import Results
from peerguide.search.words import spelt, understood

if TYPE_CHECKING:
    from peerguide.corpus.library import Corpus
    from peerguide.search.finder import Ranked
    from peerguide.search.words import Wanted

FEW = 3
"""Where a query of at least so many words has fewer hits than that, entries that have only some of them follow."""


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
    finder = Finder(corpus, scope or Scope())
    wanted, notices = understood(corpus, query, exact=exact)
    if query.cut:
        notices = (*notices, f"Only the first {MOST_WORDS} words were looked for.")
    without = [spelt(piece) for piece in query.unwanted]
    found = finder.with_ref(text)
    if found:
        return Results(tuple(finder.hits(found, wanted)), 1, (), corpus.citation())
    ranked, total = finder.every_word(wanted, without, limit if limit is None else max(limit, FEW))
    if not total or total < FEW <= len(wanted):
        rest = finder.most_words(wanted, without, besides={seq for seq, _score in ranked})
        notices = (*notices, *_only_some(total, wanted, rest))
        ranked, total = ranked + rest, total + len(rest)
    if not query.unwanted:
        ranked = finder.named_first(ranked, text, defining=query.defining)
    shown = ranked if limit is None else ranked[:limit]
    return Results(tuple(finder.hits(shown, wanted)), max(total, len(ranked)), notices, corpus.citation())


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


def _only_some(whole: int, wanted: list[Wanted], rest: list[Ranked]) -> tuple[str, ...]:
    """What to say when entries are shown that have only some of the words."""
    if not rest or len(wanted) == 1:
        return ()
    if not whole:
        return ("No entry has all of these words; these have the most of them.",)
    return (
        f"Only {whole} of these {'has' if whole == 1 else 'have'} all of the words; the others have the most of them.",
    )
