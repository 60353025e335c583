"""Taking a telling word out of a text, so that it can be asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from peerguide.corpus.names.spelling import words_of
from peerguide.quiz.model import GAP
from peerguide.quiz.telling import COMMON, WORD, content, related

if TYPE_CHECKING:
    from peerguide.quiz.material import Material
    from peerguide.quiz.subjects import Fact

SHORTEST = 5
"""A shorter word tells too little to be missed, in letters."""


class Gap(NamedTuple):
    """A text with a word taken out, and the word."""

    text: str
    word: str

    @property
    def asked(self) -> str:
        """The question, with the help that leaves one word only."""
        return f"Which word is missing? It begins with {self.word[0]} and has {len(self.word)} letters."


def gap_in_fact(fact: Fact, material: Material) -> Gap | None:
    """A statement without its most telling word, one of its value's own words if it has any."""
    topic = material.topics[fact.value]
    return gap_in(fact.text, content(f"{topic.short} {topic.theme}"), material)


def gap_in(text: str, own: frozenset[str], material: Material) -> Gap | None:
    """The text without its most telling word; None where it has none.

    The word stands there once and no relative of it is left. It is related to one of the words that are the
    subject's `own`, or else the rarest in the corpus.
    """
    words = WORD.findall(text)
    single = [word for word in words if _stands_alone(word, words)]
    if not single:
        return None

    def rank(word: str) -> tuple[bool, int, int]:
        folded = word.casefold()
        return not any(related(folded, other) for other in own), material.frequency(folded), -len(word)

    word = min(single, key=rank)
    before, _word, after = text.partition(word)
    return Gap(before + GAP + after, word.casefold())


def _stands_alone(word: str, words: list[str]) -> bool:
    """Whether this is a word worth asking for that nothing else in the text tells."""
    folded = word.casefold()
    if (
        len(word) < SHORTEST
        or not word.isalpha()
        or folded in COMMON
        or sum(word in other for other in words) > 1
    ):
        return False
    rest = [other for other in words_of(" ".join(words)) if other not in COMMON]
    return sum(related(folded, other) for other in rest) == 1
