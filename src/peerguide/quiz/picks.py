"""Best and worst: what two letters mean that answer a scenario, and what they are worth."""

from __future__ import annotations

import re
from typing import NamedTuple

from peerguide.quiz.fair import LETTERS

BEST, WORST = 2 / 3, 1 / 3
"""What finding the best option is worth, and what finding the worst one adds. The two swapped are worth nothing."""

LONGEST = 80
"""A longer line, in characters, names no two letters."""

_AROUND = r"\b(?:and|as|best|for|is|it|its|option|options|the|then|worst)\b|[^a-z0-9]+"
"""What may stand around the letters, and between them."""


class Picks(NamedTuple):
    """The letters of the options taken for the best and for the worst."""

    best: str
    worst: str


def picks_in(line: str, letters: str = LETTERS) -> Picks | None:
    """The best and the worst that a line names, in this order unless it says otherwise; None where it does not name two options.

    `BD`, `b d`, `2 4`, `best B, worst D` and `worst D, best B` all say the same.
    """
    typed = line.strip().lower()[: LONGEST + 1]
    if len(typed) > LONGEST:
        return None
    named = (
        re.sub(_AROUND, "", typed).translate({ord(str(at)): one for at, one in enumerate(letters, 1)}).upper()
    )
    if len(named) != 2 or named[0] == named[1] or not set(named) <= set(letters):
        return None
    first, second = named[0], named[1]
    at_best, at_worst = typed.find("best"), typed.find("worst")
    worst_first = 0 <= at_worst < at_best or (at_best < 0 and typed.startswith("worst"))
    return Picks(second, first) if worst_first else Picks(first, second)


def told(best: str, worst: str) -> str:
    """The two options by their texts."""
    return f"Best: {best} Worst: {worst}"


def credit_for(picks: Picks, best: str, worst: str) -> float:
    """What these picks are worth where these are the best and the worst, from 0 to 1."""
    return BEST * (picks.best == best) + WORST * (picks.worst == worst)
