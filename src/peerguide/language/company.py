"""The company that words keep: what follows a noun, what makes them fine, what must stand near."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.language.patterns import later
from peerguide.language.tokens import HYPHENS, joint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.corpus.model.phrases import PhraseMark
    from peerguide.language.network import Network
    from peerguide.language.tokens import Tokens

ENDING = later(r"(?:ed|ly)\Z")
HYPHENATED = later(rf"[*_]*[{HYPHENS}]\Z")
MARKUP = later(r"[*_\s]*\Z")
LONGEST_UNLESS = 10
"""How many words before a match a phrase that makes it fine may begin."""


def stands_as_noun(tokens: Tokens, last: int, after: frozenset[str]) -> bool:
    """Whether the word with this number, the last of a match, is a noun: by what comes next."""
    following = last + 1
    gap = tokens.gaps[following]
    if following == len(tokens.words):
        return True
    if gap in {"'", "\u2019"}:
        return tokens.words[following] == "s"
    if HYPHENATED.match(gap):
        return False
    if not MARKUP.match(gap):
        return True
    word = tokens.words[following]
    return (
        word in after
        or not word[0].isalpha()
        or bool(ENDING.search(word))
        or _is_shortened(tokens, following)
    )


def _is_shortened(tokens: Tokens, number: int) -> bool:
    """Whether this word is the first part of one such as "didn't" or "who'll"."""
    following = number + 1
    if following == len(tokens.words) or joint(tokens.gaps[following]) != "'":
        return False
    return tokens.words[following] in {"t", "ll"} or tokens.words[number] in {
        "who",
        "that",
        "it",
        "he",
        "she",
    }


def as_written(tokens: Tokens, text: str, first: int, last: int, mark: PhraseMark) -> bool:
    """Whether the capitals that a phrase asks for stand in the text."""
    return all(
        _fits(text[tokens.starts[number] : tokens.ends[number]], mark.capitals, tokens.words[number])
        for number in range(first, last + 1)
    )


def _fits(written: str, capitals: dict[str, tuple[str, ...]], word: str) -> bool:
    ways = capitals.get(word)
    return ways is None or any(
        all(have == want for have, want in zip(written, way, strict=False) if want.isupper()) for way in ways
    )


class Company:
    """Looks around in a text."""

    def __init__(self, network: Network, marks: tuple[PhraseMark, ...], tokens: Tokens, text: str) -> None:
        self._network = network
        self._marks = marks
        self._tokens = tokens
        self._text = text

    def covered(self, nodes: tuple[int, ...], match: range) -> bool:
        """Whether one of the phrases that begin at these nodes covers these words."""
        words = range(max(0, match.start - LONGEST_UNLESS), match.start + 1)
        return any(end >= match.stop - 1 for _begin, end in self._phrases(nodes, words))

    def near(self, nodes: tuple[int, ...], around: range, without: range) -> bool:
        """Whether one of the phrases that begin at these nodes stands in the words around, apart from those in `without`."""
        return any(
            end < around.stop and (end < without.start or begin >= without.stop)
            for begin, end in self._phrases(nodes, around)
        )

    def _phrases(self, nodes: tuple[int, ...], numbers: range) -> Iterator[tuple[int, int]]:
        """The first and the last word of each phrase that begins with one of these words."""
        start = self._network.state(nodes)
        words = self._tokens.words
        if start.next.keys().isdisjoint(words[numbers.start : numbers.stop]):
            return
        for begin in [number for number in numbers if words[number] in start.next]:
            for end, phrase in self._network.walk(start, self._tokens, begin):
                mark = self._marks[phrase]
                if not mark.capitals or as_written(self._tokens, self._text, begin, end, mark):
                    yield begin, end
