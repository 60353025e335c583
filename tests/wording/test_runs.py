"""Texts that stand one after another: the best way to cut units into them, and how sure each is."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from peerguide.wording.align.runs import LEAVES, SKIPPED, STAYS, Run, Scores, best_runs

if TYPE_CHECKING:
    from collections.abc import Iterator

UNITS, TEXTS = 4, 2

Given = dict[int, tuple[int, int]]


def scores_of(figures: list[float]) -> Scores:
    """The scores that have these figures."""
    figures = list(figures)

    def table() -> list[list[float]]:
        return [[figures.pop() for _unit in range(UNITS)] for _text in range(TEXTS)]

    return Scores(table(), table(), table(), [-inf, *(figures.pop() for _unit in range(UNITS - 1))])


def _ways(text: int, at: int) -> Iterator[Given]:
    """Every way to give texts from this one on runs of units from this one on."""
    if text == TEXTS:
        yield {}
        return
    yield from _ways(text + 1, at)
    for begin in range(at, UNITS):
        for end in range(begin + 1, UNITS + 1):
            for rest in _ways(text + 1, end):
                yield {text: (begin, end), **rest}


def _worth(way: Given, scores: Scores) -> float:
    """What speaks for this way, counted straight."""
    worth = SKIPPED * (TEXTS - len(way))
    for text, (begin, end) in way.items():
        worth += scores.begins[text][begin] + scores.ends[text][end - 1] + sum(scores.likes[text][begin:end])
        worth += sum(scores.within[begin + 1 : end])
    of_some = {unit for begin, end in way.values() for unit in range(begin, end)}
    for unit in range(UNITS):
        if unit not in of_some and unit > min(of_some, default=UNITS):
            worth += LEAVES if unit - 1 in of_some else STAYS
    return worth


@given(
    st.lists(
        st.floats(-9, 9).map(lambda one: round(one, 3)),
        min_size=6 * TEXTS * UNITS,
        max_size=6 * TEXTS * UNITS,
    )
)
def test_the_best_way_of_all(figures: list[float]) -> None:
    """Where one way to give units to texts is best, it is found, and a text is as sure as the best way that has it otherwise is worse."""
    scores = scores_of(figures)
    worths = [(_worth(way, scores), way) for way in _ways(0, 0)]
    best, chosen = max(worths, key=lambda one: one[0])
    found = best_runs(scores)
    for text in range(TEXTS):
        other = max(worth for worth, way in worths if way.get(text) != chosen.get(text))
        if best - other < 1e-6:
            continue
        run = found.get(text)
        assert (run and (run.begin, run.end)) == chosen.get(text)
        if run:
            assert abs(run.margin - (best - other)) < 1e-6


def test_nothing_to_place() -> None:
    """Where there are no units, no text has any."""
    assert best_runs(Scores([[], []], [[], []], [[], []], [])) == {}


def test_a_clear_case() -> None:
    """Units that speak for one text each are given to these, and what introduces them to none."""
    own = [[-9.0, 5.0, -9.0, -9.0], [-9.0, -9.0, 5.0, 5.0]]
    nothing = [[0.0] * UNITS] * TEXTS
    found = best_runs(Scores(nothing, own, nothing, [-inf, 0.0, 0.0, 0.0]))
    assert [run[:2] for run in found.values()] == [(1, 2), (2, 4)]
    assert all(isinstance(run, Run) and run.margin > 2 for run in found.values())
