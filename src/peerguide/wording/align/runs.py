"""Texts that stand one after another in a known order: which units belong to each, and how sure that is.

A text is a run of neighbouring units. The best way to cut the units into runs, some of them nobody's, is a shortest path; a run is
as sure as the best path that gives its text another run, or none, is worse (a difference of max-marginals).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Table = list[list[tuple[float, float]]]

LONGEST = 24
"""The most units that one text has, in narrow columns."""

SKIPPED = -3.0
"""What it costs that a text is not there: a logarithm, as all of these are."""

LEAVES, STAYS = -4.0, -0.3
"""What it costs that a unit is of no text, after one that was of one, and after another of none."""


class Run(NamedTuple):
    """The units of one text, from the first to the one before `end`, and by how much any other reading of it is worse."""

    begin: int
    end: int
    margin: float


@dataclass(frozen=True)
class Scores:
    """What speaks for the texts and the units that may be theirs, as logarithms: for each text a row, in it a figure for each unit.

    `begins` and `ends` are for its beginning or ending with a unit, `likes` for a unit's words being its own; `within` has for
    each unit what speaks for its going on with the text of the unit before.
    """

    begins: Sequence[Sequence[float]]
    likes: Sequence[Sequence[float]]
    ends: Sequence[Sequence[float]]
    within: Sequence[float]

    def runs(self, text: int, begin: int) -> Iterator[tuple[int, float]]:
        """Each run that this text may have from this unit on: its end, and what speaks for it."""
        score = self.begins[text][begin] + self.likes[text][begin]
        for end in range(begin + 1, min(len(self.within), begin + LONGEST) + 1):
            yield end, score + self.ends[text][end - 1]
            if end == len(self.within) or self.within[end] == -inf:
                return
            score += self.within[end] + self.likes[text][end]


def best_runs(scores: Scores) -> dict[int, Run]:
    """The units of each text that is there, by the number of the text; units before the first one and none of them cost nothing."""
    units, texts = len(scores.within), len(scores.begins)
    runs = [[list(scores.runs(text, at)) for at in range(units)] for text in range(texts)]
    before, after = _before(runs, units, texts), _after(runs, units, texts)
    found: dict[int, Run] = {}
    for text in range(texts):
        there = sorted(
            (
                (max(before[at][text]) + score + after[end][text + 1][0], at, end)
                for at in range(units)
                for end, score in runs[text][at]
            ),
            reverse=True,
        )[:2]
        absent = max(
            before[at][text][away] + SKIPPED + after[at][text + 1][away]
            for at in range(units + 1)
            for away in (0, 1)
        )
        if there and there[0][0] > absent:
            best, begin, end = there[0]
            found[text] = Run(begin, end, best - max([absent, *(other[0] for other in there[1:])]))
    return found


def _before(runs: list[list[list[tuple[int, float]]]], units: int, texts: int) -> Table:
    """The best score of all before a unit and a text: with the unit before being of some text, and of none."""
    best = [[[-inf, -inf] for _text in range(texts + 1)] for _unit in range(units + 1)]
    best[0][0][1] = 0.0
    for at in range(units + 1):
        for text in range(texts + 1):
            here = best[at][text]
            if text < texts:
                for away in (0, 1):
                    best[at][text + 1][away] = max(best[at][text + 1][away], here[away] + SKIPPED)
                for end, score in runs[text][at] if at < units else ():
                    best[end][text + 1][0] = max(best[end][text + 1][0], max(here) + score)
            if at < units:
                stays = 0.0 if text == 0 else STAYS
                best[at + 1][text][1] = max(best[at + 1][text][1], here[0] + LEAVES, here[1] + stays)
    return [[(one, other) for one, other in row] for row in best]


def _after(runs: list[list[list[tuple[int, float]]]], units: int, texts: int) -> Table:
    """The best score of all from a unit and a text on, in the same way."""
    best = [[(-inf, -inf)] * (texts + 1) for _unit in range(units + 1)]
    for at in range(units, -1, -1):
        for text in range(texts, -1, -1):
            ways = [(0.0, 0.0)] if (at, text) == (units, texts) else []
            if text < texts:
                one, other = best[at][text + 1]
                ways.append((one + SKIPPED, other + SKIPPED))
                ways += [
                    (score + best[end][text + 1][0],) * 2
                    for end, score in (runs[text][at] if at < units else ())
                ]
            if at < units:
                stays = 0.0 if text == 0 else STAYS
                ways.append((best[at + 1][text][1] + LEAVES, best[at + 1][text][1] + stays))
            best[at][text] = max(way[0] for way in ways), max(way[1] for way in ways)
    return best
