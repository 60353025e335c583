"""The best way through a lattice of states, and how sure each step of it is.

What was read so far comes to a state; each unit goes on from there in a few ways. A beam keeps the best states, the best
path through them is the answer (Viterbi's algorithm), and a step is as sure as the best path that puts its unit elsewhere is
worse (a difference of max-marginals).
"""

from __future__ import annotations

from heapq import nlargest
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Ways = Callable[[int, Any], Iterable[tuple[Any, float, Any]]]
    Scores = dict[Any, float]
    Edges = list[tuple[Any, Any, float, Any]]

WIDTH, NARROWEST = 50, 15
"""The most states that are kept after a unit, in short texts and in long ones."""

EFFORT = 25_000
"""About so many states are kept in all."""

HOPELESS = 13.0
"""A state that is so much worse than the best is not followed."""


class Chosen(NamedTuple):
    """The place that a unit gets, and by how much the best path that puts it elsewhere is worse."""

    place: Any
    margin: float


def best_path(start: object, units: int, ways: Ways) -> tuple[list[Chosen], float]:
    """The place of each unit on the best path, and what that path scores.

    `ways(unit, state)` gives the steps that a unit may take from a state: the state it leads to, what it scores, and the
    unit's place.
    """
    scores: Scores = {start: 0.0}
    forward: list[Scores] = [scores]
    steps: list[Edges] = []
    width = max(NARROWEST, min(WIDTH, EFFORT // max(1, units)))
    for unit in range(units):
        edges = [
            (state, after, score, place) for state in scores for after, score, place in ways(unit, state)
        ]
        scores = _kept(scores, edges, width)
        steps.append([edge for edge in edges if edge[1] in scores])
        forward.append(scores)
    return _chosen(forward, steps), max(scores.values())


def _kept(before: Scores, edges: Edges, width: int) -> Scores:
    """The best score of each state reached, of the best states only."""
    reached: Scores = {}
    for state, after, score, _place in edges:
        total = before[state] + score
        if total > reached.get(after, float("-inf")):
            reached[after] = total
    least = max(reached.values()) - HOPELESS
    return {
        state: reached[state]
        for state in nlargest(width, reached, key=reached.__getitem__)
        if reached[state] >= least
    }


def _chosen(forward: list[Scores], steps: list[Edges]) -> list[Chosen]:
    """The places on the best path, by going back from the end."""
    after: Scores = dict.fromkeys(forward[-1], 0.0)
    state = max(forward[-1], key=forward[-1].__getitem__)
    found: list[Chosen] = []
    for scores, every in zip(reversed(forward[:-1]), reversed(steps), strict=True):
        edges = [edge for edge in every if edge[1] in after]  # the others led nowhere
        totals = [scores[edge[0]] + edge[2] + after[edge[1]] for edge in edges]
        best = max(range(len(edges)), key=lambda at: (edges[at][1] == state, totals[at]))
        place = edges[best][3]
        others = [total for total, edge in zip(totals, edges, strict=True) if edge[3] != place]
        found.append(Chosen(place, totals[best] - max(others, default=float("-inf"))))
        state = edges[best][0]
        after = _after(edges, after)
    return found[::-1]


def _after(edges: Edges, after: Scores) -> Scores:
    """The best that can still come from each state before these steps."""
    found: Scores = {}
    for state, reached, score, _place in edges:
        total = score + after[reached]
        if total > found.get(state, float("-inf")):
            found[state] = total
    return found
