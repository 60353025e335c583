"""When two texts say nearly the same, so that a question must not offer one against the other."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from math import ceil

from peerguide.corpus.names.spelling import fold, without_stem
from peerguide.quiz.telling import content

SAME_WORDS = 0.6
"""From this share of common words on (Jaccard's index, common words left out), two texts are nearly the same."""

SAME_LETTERS = 0.85
"""From this share of common pairs of letters on (Dice's coefficient), two texts are nearly the same."""


@lru_cache(maxsize=20_000)
def alike(one: str, other: str) -> bool:
    """Whether two texts are the same or nearly so. Texts with different numbers in them are not."""
    first, second = _bare(one), _bare(other)
    if first == second:
        return True
    if _numbers(first) != _numbers(second):
        return False
    words, more = content(first), content(second)
    if words and more and len(words & more) >= SAME_WORDS * len(words | more):
        return True
    pairs, others = _pairs(first), _pairs(second)
    return 2 * len(pairs & others) >= SAME_LETTERS * (len(pairs) + len(others)) > 0


def most_different(words: int) -> int:
    """How many of its words, of so many, a text may lack that is still nearly the same."""
    return words - ceil(words * SAME_WORDS)


@lru_cache(maxsize=4_000)
def _bare(text: str) -> str:
    """The text folded, without the beginning that the values' names share."""
    folded = fold(text)
    return without_stem(folded) or folded


@lru_cache(maxsize=4_000)
def _pairs(folded: str) -> frozenset[str]:
    return frozenset(map("".join, pairwise(folded)))


@lru_cache(maxsize=4_000)
def _numbers(folded: str) -> tuple[str, ...]:
    return tuple(word for word in folded.split() if word.isdecimal())
