"""Choosing the options of a question so that only one is right, and nothing but knowing tells which.

A candidate that would fit too has been left out before it comes here (`peerguide.quiz.material` knows which would). Here
it is seen to that no two options say nearly the same, that the key stands at any place with the same chance, and
that its length does not give it away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from peerguide.quiz.likeness import alike
from peerguide.quiz.model import Option

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

OPTIONS = 4
LETTERS = "ABCD"

LONGEST = 0.11
"""How often a key may be the longest option although a longer candidate is there.

Some keys are always the longest, since no candidate is longer; the others must make up for them, so that over all
questions the longest option is the key no more often than one time in four.
"""

CONFUSABLE = 0.5
"""By how much a candidate that is easily taken for the key comes sooner: a wrong option teaches when it tempts."""


class Candidate(NamedTuple):
    """What may become an option: its entry, its text, why it is or is not right, and whether it is easily taken for the key."""

    ref: str
    text: str
    why: str
    confusable: bool = False


def options(key: Candidate, candidates: Sequence[Candidate], chance: Random) -> tuple[Option, ...]:
    """The key among up to three others, in any order; none at all when there is nothing to set against it."""
    others = distractors(key, candidates, chance)
    if not others:
        return ()
    chosen = [key, *others]
    chance.shuffle(chosen)
    return tuple(
        Option(letter, candidate.text, candidate.ref, candidate is key, candidate.why)
        for letter, candidate in zip(LETTERS, chosen, strict=False)
    )


def distractors(key: Candidate, candidates: Sequence[Candidate], chance: Random) -> list[Candidate]:
    """Up to three candidates to set against the key, one of them longer than it wherever there is one."""
    pool = sorted(
        candidates,
        key=lambda candidate: chance.random() * (CONFUSABLE if candidate.confusable else 1),
    )
    longer = [candidate for candidate in pool if len(candidate.text) > len(key.text)]
    ahead = longer if chance.random() >= LONGEST else []
    chosen: list[Candidate] = []
    for first in ahead:
        if not alike(first.text, key.text):
            chosen.append(first)
            break
    for candidate in pool:
        if len(chosen) == OPTIONS - 1:
            break
        if candidate not in chosen and not any(alike(candidate.text, one.text) for one in (key, *chosen)):
            chosen.append(candidate)
    return chosen
