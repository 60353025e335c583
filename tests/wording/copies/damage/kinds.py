"""What a kind of damage is: a function from tagged lines to tagged lines, and how it goes with others."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from wording.copies.lines import Line

    Lines = list[Line]
    Damaging = Callable[[Lines, Random], Lines]

(
    LOSING, HEADING, ORDERING, STATING, ENDING, ADDING, WRAPPING, DIVIDING, DELETING, SPACING, WRITING, SIGNING, BREAKING,
) = range(13)  # fmt: skip
"""The order in which damage of several kinds is done: what acts on statements before what acts on lines, and on characters last."""


@dataclass(frozen=True)
class Damage:
    """A kind of damage: its name, when it is done, what does it.

    It is not done together with those of its own family, nor with those of a family that it avoids.
    """

    name: str
    stage: int
    do: Damaging
    family: str = ""
    avoids: tuple[str, ...] = ()
    alone: bool = False
    """Whether nothing else can be done to such a copy that would mean anything."""

    def goes_with(self, other: Damage) -> bool:
        """Whether both can be done to one copy and mean something."""
        same = bool(self.family) and self.family == other.family
        if self == other or same or self.alone or other.alone:
            return False
        return self.family not in other.avoids and other.family not in self.avoids


def damaged(lines: Sequence[Line], kinds: Collection[Damage], seed: int = 0) -> Lines:
    """A copy with all this damage done to it; the same seed does the same."""
    found = [*lines]
    for kind in sorted(kinds, key=lambda one: (one.stage, one.name)):
        found = kind.do(found, Random(f"{kind.name} {seed}"))
    return found
