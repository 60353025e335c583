"""Searching: from a query to the best hits, by SQLite's FTS5.

An entry that has every word comes first; then one that has them only with synonyms for some; and where no entry has
all, those that have the most of what was asked. Within each, FTS5's `bm25` decides, with a match in a name outranking
one in another name, that one in a theme, and that one in the text; ties stand in the corpus's own order.

What the guide itself says comes before its scenarios: those that have every word follow, with a few places kept for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from peerguide.errors import NotFoundError
from peerguide.search.finder import Finder, Scope
from peerguide.search.hits import hits
from peerguide.search.query import MOST_WORDS, parse
from peerguide.search.results import Results
from peerguide.search.words import spelt, understood

if TYPE_CHECKING:
    from peerguide.corpus.library import Corpus
    from peerguide.search.hits import Ranked
    from peerguide.search.query import Query
    from peerguide.search.words import Wanted

FEW = 3
"""Where a query of at least so many words has fewer hits than that, entries that have only some of them follow."""

KEPT = 2
"""So many of the hits shown are scenarios where the guide itself has some, however many there are of either."""

BEHIND = 0.001
"""What brings the score of a scenario below all of the guide's own, behind which it stands."""


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
    wanted, notices = understood(corpus, query, exact=exact)
    if query.cut:
        notices = (*notices, f"Only the first {MOST_WORDS} words were looked for.")
    guide, scenarios = Finder(corpus, scope), Finder(corpus, scope, scenarios=True)
    found = guide.with_ref(text)
    if found:
        return Results(tuple(hits(corpus, guide.index, found, wanted)), 1, (), corpus.citation())
    asked = Asked(text, query, wanted, limit)
    scenes = asked.every_word(scenarios) if scope.has_scenarios else Part()
    told = asked.best(guide, asked.every_word(guide), besides=scenes.total) if scope.has_more else Part()
    # Where the guide has all of the words or most, a scenario that has only some of them would be one too many.
    scenes = asked.named(scenarios, scenes) if told.ranked else asked.best(scenarios, scenes)
    told, scenes = _places(told, scenes, limit)
    ours = hits(corpus, scenarios.index, scenes.ranked, wanted)
    shown = hits(corpus, guide.index, told.ranked, wanted)
    shown[told.names : told.names] = ours[: scenes.names]
    notices = (*notices, *told.notices, *scenes.notices)
    every = (*shown, *ours[scenes.names :])
    return Results(every, told.total + scenes.total, notices, corpus.citation())


class Part(NamedTuple):
    """What was found in one part of a corpus.

    `ranked` is the best of it, the first `names` of which bear the text as their name; `total` is how much there is in all, `notices`
    what to tell the person of it.
    """

    ranked: tuple[Ranked, ...] = ()
    total: int = 0
    notices: tuple[str, ...] = ()
    names: int = 0


class Asked(NamedTuple):
    """One query, as it was typed and as it is understood, and the most hits to give."""

    text: str
    query: Query
    wanted: list[Wanted]
    limit: int | None

    @property
    def without(self) -> list[str]:
        """What must not stand there."""
        return [spelt(piece) for piece in self.query.unwanted]

    def every_word(self, finder: Finder) -> Part:
        """The entries that have every word."""
        limit = self.limit if self.limit is None else max(self.limit, FEW)
        ranked, total = finder.every_word(self.wanted, self.without, limit)
        return Part(tuple(ranked), total)

    def best(self, finder: Finder, whole: Part, besides: int = 0) -> Part:
        """Those that have every word, then, where hardly any has, those with the most of them; `besides` is how many others have all."""
        if not whole.total or whole.total < FEW <= len(self.wanted):
            rest = finder.most_words(self.wanted, self.without, besides={seq for seq, _score in whole.ranked})
            notices = _only_some(whole.total + besides, self.wanted, rest)
            whole = Part((*whole.ranked, *rest), whole.total + len(rest), notices)
        return self.named(finder, whole)

    def named(self, finder: Finder, part: Part) -> Part:
        """The same, with what bears the text as its name before all others."""
        if self.query.unwanted:
            return part
        ranked, names = finder.named_first(list(part.ranked), self.text, defining=self.query.defining)
        return Part(tuple(ranked), max(part.total, len(ranked)), part.notices, names)


def _places(told: Part, scenes: Part, limit: int | None) -> tuple[Part, Part]:
    """As much of both as is shown: what the guide says, then a few scenarios; nothing but these where the guide says nothing.

    One that bears the text as its title has its place before what only speaks of it.
    """
    scenes = scenes._replace(
        ranked=tuple(
            (seq, score if place < scenes.names else score * BEHIND)
            for place, (seq, score) in enumerate(scenes.ranked)
        )
    )
    if limit is None:
        return told, scenes
    kept = min(len(scenes.ranked), scenes.names + (KEPT if limit > 2 * KEPT else 0))
    told = told._replace(ranked=told.ranked[: max(limit - kept, 0)])
    most = limit - len(told.ranked)
    if told.ranked:
        most = min(most, scenes.names + KEPT)
    return told, scenes._replace(ranked=scenes.ranked[:most])


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
