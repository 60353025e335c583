"""Following phrases through a text: all at once, word by word.

The network of phrases has, for a word, several ways to go on. A `State` stands for all the places reached together; what may follow
it is put together the first time it is reached, so that a short text pays only for what it meets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.language.tokens import joint

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from peerguide.corpus.model.phrases import PhraseIndex
    from peerguide.language.tokens import Tokens

LONGEST_GAP = 400
"""A longer stretch between two words parts them."""


class State:
    """Places in phrases, reached together: the phrases that `ends` here, and where each word and any `other` word leads."""

    __slots__ = ("ends", "is_last", "next", "other")

    def __init__(
        self, ends: tuple[int, ...], following: dict[str, tuple[int, ...]], other: tuple[int, ...]
    ) -> None:
        self.ends = ends
        self.next: dict[str, tuple[int, ...] | State] = dict(following)
        self.other = other
        self.is_last = not following and not other


class Network:
    """The states of an index, made as they are reached."""

    def __init__(self, index: PhraseIndex) -> None:
        self._nodes = index.nodes
        self._states: dict[tuple[int, ...], State] = {}
        self._seconds: dict[int, SecondWords] = {}

    def state(self, nodes: tuple[int, ...]) -> State:
        """The state that stands for these nodes."""
        return self._states.get(nodes) or self._states.setdefault(nodes, self._made(nodes))

    def _made(self, nodes: tuple[int, ...]) -> State:
        places = [self._nodes[node] for node in nodes]
        other = tuple(sorted({place[2] for place in places if place[2] >= 0}))
        ends = tuple(place[1] for place in places if place[1] >= 0)
        if len(places) == 1 and not other:
            return State(ends, places[0][0], other)
        merged: dict[str, set[int]] = {}
        for edges, _ends, _other in places:
            for word, targets in edges.items():
                merged.setdefault(word, set(other)).update(targets)
        return State(ends, {word: tuple(sorted(targets)) for word, targets in merged.items()}, other)

    def step(self, state: State, word: str) -> State | None:
        """The state to which a word leads, if any."""
        target = state.next.get(word)
        if isinstance(target, tuple):
            # Kept in its place, as the numbers of many nodes are slow to look up.
            target = state.next[word] = self.state(target)
        if target is not None or not state.other:
            return target
        return state if word[0] in "'/&" else self.state(state.other)

    def beginnings(self, start: State, tokens: Tokens) -> Iterator[tuple[int, int, State]]:
        """Where phrases may begin: the number of the first word, and how far they go on in plain words, as a number and a state."""
        words, gaps, following = tokens.words, tokens.gaps, start.next
        last = len(words) - 1
        for first in self._likely(start, tokens):
            here, after = first, following[words[first]]
            state = self.step(start, words[first]) if isinstance(after, tuple) else after
            while state is not None:
                if state.ends or state.other or here == last or gaps[here + 1] != " ":
                    yield first, here, state
                    break
                here += 1
                after_this = state.next.get(words[here])
                state = self.step(state, words[here]) if isinstance(after_this, tuple) else after_this

    def _likely(self, start: State, tokens: Tokens) -> list[int]:
        """The numbers of the words with which a phrase may begin, by them and the words that follow: most are sorted out here."""
        words, gaps, following = tokens.words, tokens.gaps, start.next
        second = self._seconds.setdefault(id(start), SecondWords(self, start))
        return [
            number
            for number, (word, gap, after) in enumerate(zip(words, gaps[1:], [*words[1:], ""], strict=False))
            if word in following and (gap != " " or after in second[word])
        ]

    def walk(self, start: State, tokens: Tokens, first: int) -> list[tuple[int, int]]:
        """The phrases that begin with this word: the number of the last word of each, and its own."""
        state = self.step(start, tokens.words[first])
        return self.walk_on(state, tokens, first) if state else []

    def walk_on(self, state: State, tokens: Tokens, here: int) -> list[tuple[int, int]]:
        """The phrases that end with this word, at which that state was reached, or go on from it."""
        found: list[tuple[int, int]] = []
        words, gaps = tokens.words, tokens.gaps
        last = len(words) - 1
        reached: State | None = state
        while reached is not None:
            found += [(here, phrase) for phrase in reached.ends]
            if here == last or reached.is_last:
                break
            here += 1
            gap = gaps[here]
            joined = "" if gap == " " else joint(gap) if len(gap) < LONGEST_GAP else None
            if joined is None:
                break
            reached = self.step(reached, joined + words[here])
        return found


class Every:
    """Holds every word."""

    def __contains__(self, _word: object) -> bool:
        return True


class SecondWords(dict[str, "Container[str]"]):
    """For each word with which a phrase may begin, the words that may follow; made as they are asked for."""

    def __init__(self, network: Network, start: State) -> None:
        super().__init__()
        self._network = network
        self._start = start

    def __missing__(self, word: str) -> Container[str]:
        state = self._network.step(self._start, word)
        found: Container[str] = Every()
        if state and not state.ends and not state.other:
            found = state.next
        self[word] = found
        return found
