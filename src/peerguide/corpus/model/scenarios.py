"""Scenarios: situations to think through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from peerguide.corpus.model.common import Link
    from peerguide.corpus.model.values import ValueName

Audience = Literal["supporter", "supervisor"]
Mark = Literal["best", "worst"]

LETTERS = "ABCD"
"""What the options of a scenario are called, in order."""


@dataclass(frozen=True, eq=False, repr=False)
class Choice:
    """One thing that could be done in a scenario: what, and why that is better or worse.

    `upholds` and `strains` are the refs of the statements and values that it rests on; `mark` is None for an option between the
    best and the worst.
    """

    text: str
    why: str
    upholds: tuple[str, ...]
    strains: tuple[str, ...]
    mark: Mark | None

    @property
    def refs(self) -> tuple[str, ...]:
        """All refs that it names, what it upholds first."""
        return (*self.upholds, *self.strains)


@dataclass(frozen=True, eq=False, repr=False)
class ScenarioName:
    """A scenario as it stands in a list: `values` are the refs of its values, the main one first, `audience` is who acts in it."""

    ref: str
    title: str
    values: tuple[str, ...]
    audience: Audience
    setting: str


@dataclass(frozen=True, eq=False, repr=False)
class ScenarioList:
    """Scenarios, in order."""

    scenarios: tuple[ScenarioName, ...]


@dataclass(frozen=True, eq=False, repr=False)
class Scenario:
    """A situation to think through, with its options in the guide's order.

    `between` are two of its values that pull against each other here, or none; `law` says what differs by law or employer, where
    something does; `reviewed` that somebody read it against the guide, apart from its writing.
    """

    name: ScenarioName
    values: tuple[ValueName, ...]
    between: tuple[str, ...]
    terms: tuple[Link, ...]
    situation: str
    question: str
    options: tuple[Choice, ...]
    hard: str
    discuss: str
    law: str | None
    reviewed: bool

    @property
    def ref(self) -> str:
        """Its permanent id."""
        return self.name.ref

    def marked(self, mark: Mark) -> Choice:
        """The best option, or the worst."""
        return next(option for option in self.options if option.mark == mark)


@dataclass(frozen=True, eq=False, repr=False)
class ScenarioView:
    """A scenario to be shown.

    `told` says what follows: the key, the step that shows it, or nothing, where the reader is about to be asked. `program` begins
    the commands that lead on; `shipped` says that it came with the program.
    """

    scenario: Scenario
    told: Literal["key", "step", "nothing"]
    program: str
    shipped: bool


@dataclass(frozen=True, eq=False, repr=False)
class ScenarioKey:
    """The key of a scenario that was just read, to be shown; `picked` are the letters chosen as best and worst, if any were."""

    scenario: Scenario
    picked: tuple[str, str] | None
    program: str
