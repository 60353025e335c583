"""What every question kind is, and what it works with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

    from peerguide.quiz.material import Material
    from peerguide.quiz.model import Card, Question


MARK = 10 / 12
"""The share of a list of names that passes unless told: ten of twelve."""


@dataclass(frozen=True, eq=False, repr=False)
class Asking:
    """What a question is made with: the material, chance, whether the answer is to be typed, and the share that passes."""

    material: Material
    chance: Random
    typed: bool
    mark: float = MARK


@dataclass(frozen=True, eq=False, repr=False)
class Kind:
    """One kind of question.

    `name` is what people type after --kind; `asks` says in a few words what it asks; `ways` are the directions in which it
    asks (`theme` and `theme-back`), `subjects` the refs it can ask about, and `ask` makes the question for one card, or
    gives None where the corpus has too little for a fair one. `there` says whether a guide has what it asks about at all: one
    that a guide has nothing for takes no turn.
    """

    name: str
    asks: str
    subjects: Callable[[Material], Sequence[str]]
    ask: Callable[[Card, Asking], Question | None]
    back: bool = False
    there: Callable[[Material], bool] = lambda _material: True

    @property
    def ways(self) -> tuple[str, ...]:
        """The names of the directions in which it asks."""
        return (self.name, f"{self.name}-back") if self.back else (self.name,)
