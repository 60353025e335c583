"""Matching words with several known sequences of words, cut into each other, slips forgiven."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LIKE = 0.75
"""How alike a word must be to the one expected, so that a slip in it is forgiven; from 0 to 1."""


@lru_cache(maxsize=4096)
def _alike(one: str, other: str) -> bool:
    return one == other or (
        min(len(one), len(other)) > 3 and SequenceMatcher(None, one, other, autojunk=False).ratio() >= LIKE
    )


def match(
    tokens: tuple[str, ...], expected: Sequence[Sequence[str]], at: tuple[int, int, int], free: bool
) -> list[tuple[int, int]]:
    """The longest beginning of the tokens that is an interleaving of what is expected: for each token its part and place there.

    Only in a line that is `free`, being in capitals or numbered, may expected words be missing.
    """
    best: list[tuple[int, int]] = []
    seen: set[tuple[int, tuple[int, int, int]]] = set()

    def follow(done: int, here: tuple[int, int, int], path: list[tuple[int, int]]) -> bool:
        nonlocal best
        if len(path) > len(best):
            best = list(path)
        if done == len(tokens):
            return True
        if (done, here) in seen:
            return False
        seen.add((done, here))
        for part, place in _next_places(tokens[done], expected, here, path, free=free):
            after = (*here[:part], place + 1, *here[part + 1 :])
            if follow(done + 1, (after[0], after[1], after[2]), [*path, (part, place)]):
                return True
        return False

    follow(0, at, [])
    return best


def _next_places(
    token: str,
    expected: Sequence[Sequence[str]],
    here: tuple[int, int, int],
    path: list[tuple[int, int]],
    *,
    free: bool,
) -> Iterator[tuple[int, int]]:
    """Where this word may stand: first where none is passed over, and in the part of the word before."""
    last = path[-1][0] if path else -1
    places = (
        (part, place)
        for part, words in enumerate(expected)
        for place in range(here[part], len(words) if free else min(here[part] + 1, len(words)))
        if _alike(token, words[place])
    )
    yield from sorted(places, key=lambda one: (one[1] - here[one[0]], one[0] != last))
