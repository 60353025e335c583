"""How much a few words speak for one entry rather than another: a language model for each entry's plain wording.

Each entry's words are taken to come partly from its plain wording and partly from the guide at large (Jelinek-Mercer smoothing,
as in the query likelihood model: Zhai and Lafferty, "A Study of Smoothing Methods for Language Models", 2004). Words are compared
by their stems.
"""

from __future__ import annotations

from collections import Counter
from math import log
from typing import TYPE_CHECKING

from peerguide.corpus.names.spelling import words_of
from peerguide.corpus.names.stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

OWN = 0.4
"""The share of an entry's words that are taken to come from its own plain wording."""

COMMON = frozenset(
    """a about after all also an and another any are as at be because been but by can do does for from had has have how
    if in into is it its itself may more most no not of on one or other our out s so such than that the their them then
    there these they this those through to too under up upon use was we were what when where which while who why will
    with within would you your t don""".split()
)
"""Words that speak for nothing."""

STRANGE, FAMILIAR = 0.9, -0.45
"""What a word of no entry, or of some, says for a text being none of the document's: logarithms of how much likelier it is."""


class Likeness:
    """The language models of some entries."""

    def __init__(self, plain: Mapping[str, str]) -> None:
        self._counts = {ref: Counter(stems(text)) for ref, text in plain.items()}
        self._sizes = {ref: max(1, sum(counts.values())) for ref, counts in self._counts.items()}
        everywhere: Counter[str] = Counter()
        for counts in self._counts.values():
            everywhere.update(counts)
        total = max(1, sum(everywhere.values()))
        self._share = {word: (count + 1) / (total + len(everywhere)) for word, count in everywhere.items()}
        self._rare = 1 / (total + len(everywhere) + 1)

    def of(self, words: Iterable[str], ref: str) -> float:
        """The logarithm of how much likelier these stems are under this entry than anywhere in the guide."""
        counts, size = self._counts[ref], self._sizes[ref]
        score = 0.0
        for word in words:
            count = counts.get(word)
            if count:
                share = self._share.get(word, self._rare)
                score += log((OWN * count / size + (1 - OWN) * share) / share)
            else:
                score += _ABSENT
        return score

    def strange(self, words: Iterable[str]) -> float:
        """The logarithm of how much likelier these stems are in a text that does not belong to the document."""
        return sum(FAMILIAR if word in self._share else STRANGE for word in words)


_ABSENT = log(1 - OWN)


def stems(text: str) -> list[str]:
    """The stems of the words that can speak for something."""
    return [stem(word) for word in words_of(text) if word not in COMMON and not word.isdigit()]
