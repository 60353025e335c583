"""Entries that have only some of what was asked: how much of it each has."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from peerguide.search.finder import OTHER_WORDS, Finder, Found, any_of, having
from peerguide.search.parts import PARTS

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from peerguide.search.words import Wanted

CANDIDATES = 200
"""As many entries of a part are looked at closely when hardly any has every word."""


def most_words(
    finders: Sequence[Finder], wanted: Sequence[Wanted], without: Sequence[str], besides: Collection[int]
) -> list[Found]:
    """The entries of all these that have most of what was asked, best first.

    What an entry has of it counts for as much as its part is worth.
    """
    rarities = _rarities(finders[0], wanted)
    alone = _said_only_beside(finders, wanted)
    found: list[tuple[float, Found]] = []
    for finder in finders:
        said = any_of((group.any(finder.part.columns) for group in wanted), without)
        candidates = [one for one in finder.ranked(said, CANDIDATES) if one[0] not in besides]
        has = _worth(finder, wanted, rarities, [seq for seq, _score in candidates])
        worth = finder.part.alone if alone else finder.part.worth
        found += [(worth * has[one.seq], one) for one in finder.scored(candidates, has, worth)]
    best = max((worth for worth, _one in found), default=0.0)
    return [one for worth, one in found if worth >= best / 2]


def _said_only_beside(finders: Sequence[Finder], wanted: Sequence[Wanted]) -> bool:
    """Whether a word is asked for that the guide itself does not have, in whichever words, and what is told beside it has."""
    guide, *others = finders
    if guide.part is not PARTS[0]:
        return False
    own = Finder(guide.corpus, guide.part, [kind for kind in guide.part.kinds if kind != "source"], None)
    return any(
        not own.count(group.any(own.part.columns))
        and any(other.part.has_questions and other.count(group.any(other.part.columns)) for other in others)
        for group in wanted
        if group.weight == 1
    )


def _rarities(finder: Finder, wanted: Sequence[Wanted]) -> list[float]:
    """What share of the query each thing asked for is: what is rarer in this part is more."""
    total = max(finder.size(), 1)
    rarities = [
        group.weight * log(1 + total / (1 + finder.count(group.any(finder.part.columns)))) for group in wanted
    ]
    return [rarity / sum(rarities) for rarity in rarities]


def _worth(
    finder: Finder, wanted: Sequence[Wanted], rarities: Sequence[float], among: list[int]
) -> dict[int, float]:
    """How much of what was asked each of these entries has, from 0 to 1."""
    worth = dict.fromkeys(among, 0.0)
    for group, rarity in zip(wanted, rarities, strict=True):
        spelt = having(finder.corpus, finder.part, group.own(finder.part.columns), among)
        for seq in having(finder.corpus, finder.part, group.any(finder.part.columns), among):
            worth[seq] += rarity * (1.0 if seq in spelt else OTHER_WORDS)
    return worth
