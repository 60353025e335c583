"""Taking a telling word out of a text, so that it can be asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from peerguide.corpus.names.spelling import words_of
from peerguide.quiz.model import GAP
from peerguide.quiz.telling import COMMON, WORD, content, related

if TYPE_CHECKING:
    from peerguide.quiz.material import Material
    from peerguide.quiz.subjects import Fact, Wide

SHORTEST = 5
"""A shorter word tells too little to be missed, in letters."""


class Gap(NamedTuple):
    """A text with a word taken out wherever it stands, the word, and others that would fill its place."""

    text: str
    word: str
    others: tuple[str, ...] = ()

    @property
    def answers(self) -> tuple[str, ...]:
        """What may be typed."""
        return (self.word, *self.others)

    @property
    def asked(self) -> str:
        """The question, with the help that leaves one word only."""
        first, last = self.word[0], self.word[-1]
        return f"Which word is missing? It begins with {first}, ends with {last}, and has {len(self.word)} letters."


def gap_in_fact(fact: Fact, material: Material) -> Gap | None:
    """A statement without its most telling word: the one that the guide names, or one of its value's own words if it has any."""
    if fact.gap:
        return _without_word(fact.text, fact.gap[0], fact.gap[1:])
    topic = material.topics[fact.value]
    return gap_in(fact.text, material, own=content(f"{topic.short} {topic.theme or ''}"))


def gap_in_wide(wide: Wide, material: Material) -> Gap | None:
    """A text of the guide as a whole without its most telling word: the one that the guide names, or the rarest."""
    if wide.gap:
        return _without_word(wide.text, wide.gap[0], wide.gap[1:])
    return gap_in(wide.text, material, told=content(wide.among or ""))


def gap_in(
    text: str, material: Material, *, own: frozenset[str] = frozenset(), told: frozenset[str] = frozenset()
) -> Gap | None:
    """The text without its most telling word; None where it has none.

    The word stands there once, and no relative of it is left, nor among the words that are `told` beside it. It is related
    to one of the words that are the subject's `own`, or else the rarest in the corpus.
    """
    words = WORD.findall(text)
    alone = [word for word in words if _stands_alone(word, words)]
    single = [word for word in alone if not any(related(word.casefold(), other) for other in told)]
    if not single:
        return None

    def rank(word: str) -> tuple[bool, int, int]:
        folded = word.casefold()
        return not any(related(folded, other) for other in own), material.frequency(folded), -len(word)

    return _without_word(text, min(single, key=rank))


def can_be_missed(word: str, text: str) -> bool:
    """Whether a text has this word, folded, and nothing else there tells it."""
    words = WORD.findall(text)
    return any(one.casefold() == word and not _is_told(one, words) for one in words)


def _without_word(text: str, word: str, others: tuple[str, ...] = ()) -> Gap:
    alone = rf"(?<!\w){re.escape(word)}(?!\w)"
    return Gap(re.sub(alone, GAP, text, flags=re.IGNORECASE), word.casefold(), others)


def _stands_alone(word: str, words: list[str]) -> bool:
    """Whether this is a word worth asking for that nothing else in the text tells."""
    worth_asking = len(word) >= SHORTEST and word.isalpha() and word.casefold() not in COMMON
    return worth_asking and not _is_told(word, words)


def _is_told(word: str, words: list[str]) -> bool:
    """Whether a word stands among these once more, or one of its family does."""
    if sum(word in other for other in words) > 1:
        return True
    rest = [other for other in words_of(" ".join(words)) if other not in COMMON]
    return sum(related(word.casefold(), other) for other in rest) > 1
