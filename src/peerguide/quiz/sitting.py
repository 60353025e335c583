"""A sitting: the questions of a paper answered one after the other, with undo, skipping and second thoughts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from peerguide.quiz.model import BEST_WORST

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from peerguide.quiz.model import Question
    from peerguide.quiz.naming import Naming
    from peerguide.quiz.replies import Reply

AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4
"""How well something was remembered, in the terms of spaced repetition."""


@dataclass(frozen=True, eq=False, repr=False)
class Answered:
    """A question with what was answered. `claimed` says that the learner marked it as right after all."""

    question: Question
    reply: Reply
    hinted: bool = False
    claimed: bool = False
    naming: Naming | None = None

    @property
    def correct(self) -> bool:
        """Whether it counts as right."""
        return self.claimed or self.reply.correct

    @property
    def credit(self) -> float:
        """How far it counts as right, from 0 to 1."""
        return 1.0 if self.claimed else self.reply.credit

    @property
    def grade(self) -> int:
        """How well it was remembered."""
        if not self.correct:
            return AGAIN
        in_part = self.question.form == BEST_WORST and self.credit < 1
        return HARD if self.hinted or in_part else GOOD


@dataclass(frozen=True, eq=False, repr=False)
class Asked:
    """A question at its place in a sitting, to be shown."""

    question: Question
    number: int
    total: int


@dataclass(frozen=True, eq=False, repr=False)
class Feedback:
    """An answer with its reasons, to be shown.

    `program` begins the commands that lead on; `due` is when the card comes again, seen from `now`, None where nobody
    asked for that.
    """

    answered: Answered
    program: str
    due: datetime | None = None
    now: datetime | None = None


@dataclass(frozen=True, eq=False, repr=False)
class Keys:
    """What may be typed besides an answer, to be shown."""


@dataclass(frozen=True, eq=False, repr=False)
class Remark:
    """A sentence between questions, to be shown."""

    text: str


class Undone(NamedTuple):
    """A question gone back to, and the answer taken back; None where it had been skipped."""

    answered: Answered | None


class Sitting:
    """Where a learner stands in a paper: at one question, with those before it answered or skipped."""

    def __init__(self, questions: Sequence[Question]) -> None:
        self.questions = tuple(questions)
        self._results: list[Answered | None] = []

    @property
    def asked(self) -> Asked | None:
        """The question to answer now; None when all have been."""
        place = len(self._results)
        if place >= len(self.questions):
            return None
        return Asked(self.questions[place], place + 1, len(self.questions))

    @property
    def answered(self) -> tuple[Answered, ...]:
        """The answers given, in order."""
        return tuple(filter(None, self._results))

    @property
    def last(self) -> Answered | None:
        """The last answer given; None before the first."""
        return self.answered[-1] if self.answered else None

    def take(self, answered: Answered) -> None:
        """Take an answer to the question asked."""
        self._results.append(answered)

    def skip(self) -> None:
        """Leave the question asked for another time."""
        self._results.append(None)

    def undo(self) -> Undone | None:
        """Go back by one question, taking its answer back if it had one; None at the first question."""
        return Undone(self._results.pop()) if self._results else None

    def claim(self) -> Answered | None:
        """Count the last answer as right, since the learner says so; None when there is none that was not."""
        last = self.last
        if last is None or last.correct:
            return None
        place = len(self._results) - 1 - self._results[::-1].index(last)
        claimed = replace(last, claimed=True)
        self._results[place] = claimed
        return claimed
