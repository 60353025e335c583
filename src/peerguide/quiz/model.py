"""What a question is: plain values that a sitting asks, a screen shows and a file holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Form = Literal["choice", "typed", "list", "order", "best-worst"]
"""How a question is answered: one of its options, words, several names one by one, letters in an order, or two of its options."""

BEST_WORST: Form = "best-worst"

GAP = "____"
"""What stands in a text for a word that was taken out."""


class Card(NamedTuple):
    """What a learner's history is kept of: one subject asked in one way.

    Its id is made of permanent names only (`practice:7.p2`, `theme-back:7`), so it outlives every edit.
    """

    way: str
    subject: str

    @property
    def id(self) -> str:
        """The permanent id."""
        return f"{self.way}:{self.subject}"

    def within(self, guide: str | None) -> str:
        """The id as people are shown it where several guides are asked: with the name of its guide before the subject."""
        return f"{self.way}:{guide}:{self.subject}" if guide else self.id

    @property
    def kind(self) -> str:
        """The name of the question kind."""
        return self.way.removesuffix("-back")

    @classmethod
    def of(cls, identity: str) -> Card:
        """The card with this id."""
        way, _colon, subject = identity.partition(":")
        return cls(way, subject)


@dataclass(frozen=True, eq=False, repr=False)
class Option:
    """One option of a question: what it says, the entry it stands for, and why it is right or is not.

    Where the best and the worst are asked for, `correct` says that it is the best, `worst` that it is the worst, and `refs` are
    the statements and values on which that rests.
    """

    letter: str
    text: str
    ref: str
    correct: bool
    why: str
    worst: bool = False
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, repr=False)
class Question:
    """One question, with its key.

    `prompt` is the question, then, after a newline each, the texts it is about; `answers` are the answers that are
    right, the official one first, or the best and the worst where both are asked for; `explanation` says why, and `refs` lead to where it stands. `value` is the value it is
    about, None for what belongs to none; `others` are names that lead elsewhere and must never pass, `fitting` those among them
    that would fit as well. `items` are what a
    question of the form "order" puts in order, and `needed` how many names pass in one of the form "list". `guide` is the name
    of its guide where several are asked: history has the question's own refs, people are shown them with that name before
    (`shown`).
    """

    card: Card
    form: Form
    prompt: str
    options: tuple[Option, ...]
    answers: tuple[str, ...]
    explanation: str
    refs: tuple[str, ...]
    value: str | None
    key: str | None
    others: tuple[str, ...] = ()
    fitting: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    named: tuple[Name, ...] = ()
    needed: int = 0
    guide: str | None = None

    @property
    def right(self) -> Option | None:
        """The option that is right; None where there are no options."""
        return next((option for option in self.options if option.correct), None)

    def shown(self, ref: str) -> str:
        """A ref of this question as people are shown it."""
        return f"{self.guide}:{ref}" if self.guide else ref


@dataclass(frozen=True, eq=False, repr=False)
class Name:
    """One of the names that a question of the form "list" asks for: its ref, and every way to type it."""

    ref: str
    name: str
    ways: tuple[str, ...]
