"""Words that tell: which words of a question would give its answer away, and taking them out.

Two words tell of each other when they belong to one family, as `hope`, `hopeful` and `hopeless` do.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from peerguide.corpus.names.spelling import words_of
from peerguide.corpus.names.stems import stem
from peerguide.quiz.model import GAP

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

COMMON = frozenset(
    """a about after all also an and another any are as at be because been being both but by can do does each for from
    had has have how if in into is it its itself least make made may more most no nor not of off on one ones only or other
    others our out over own same she he so some such than that the their them themselves then there these they this those
    through to too under up upon use used was we were what when where which while who whom whose why will with within
    without would you your yours yourself
    additional anyone certain especially everyone everything include included includes including instead people someone
    something     whatever whenever wherever whether""".split()
)
"""Words that tell nothing, whatever they stand beside."""

IRREGULAR = {
    "strength": "strong",
    "empow": "power",
    "chose": "choos",
    "choic": "choos",
    "humil": "humbl",
    "freedom": "free",
}
"""Stems of one family that share too few letters to show it."""

WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")


@lru_cache(maxsize=8_000)
def content(text: str) -> frozenset[str]:
    """The words of a text that can tell something, folded."""
    return frozenset(words_of(text)) - COMMON


def telling(prompt: str, key: str, others: Iterable[str]) -> frozenset[str]:
    """The words of the prompt that are of one family with a word that the key has and no other option.

    Another option has the word only in the same stem: a distant relative there would not hide it.
    """
    elsewhere: frozenset[str] = frozenset().union(*map(_stems, others))
    alone = (word for word in content(key) if stem(word) not in elsewhere)
    return frozenset().union(*(_told_by(prompt, word) for word in alone))


@lru_cache(maxsize=8_000)
def _stems(text: str) -> frozenset[str]:
    return frozenset(map(stem, content(text)))


@lru_cache(maxsize=8_000)
def _told_by(prompt: str, word: str) -> frozenset[str]:
    return frozenset(other for other in content(prompt) if related(word, other))


def without(text: str, words: AbstractSet[str]) -> str:
    """The text with a gap where these words stood, folded as `content` gives them."""
    if not words:
        return text
    return WORD.sub(lambda match: GAP if not words.isdisjoint(words_of(match[0])) else match[0], text)


def spared(text: str, words: Iterable[str]) -> str:
    """The text with a gap where a word of the family of one of these stood, folded as `content` gives them."""
    return without(text, {word for word in content(text) if any(related(word, one) for one in words)})


@lru_cache(maxsize=200_000)
def related(one: str, other: str) -> bool:
    """Whether two folded words are of one family.

    They are when they share a stem, by Porter's algorithm, or so much of its beginning that only an ending differs.
    A search engine keeps more families apart, since there a wrong hit costs more than a missed one; here it is the
    other way round.
    """
    if one[:2] != other[:2] and one not in other and other not in one:
        return False  # most pairs, and quickly
    stems = _family(one), _family(other)
    shorter = min(map(len, stems))
    within = shorter > _INSIDE and (stems[0] in stems[1] or stems[1] in stems[0])
    begins = max(_PREFIX, shorter - 1)
    return within or stems[0] == stems[1] or (shorter >= begins and stems[0][:begins] == stems[1][:begins])


_PREFIX = 4
_INSIDE = 4


def _family(word: str) -> str:
    return IRREGULAR.get(stem(word), stem(word))
