"""What a history is made of: answers, and amendments of answers. Both are added and never rewritten."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import datetime

Mode = Literal["practice", "exam", "review"]
What = Literal["undo", "right", "easy"]

MODES: tuple[Mode, ...] = ("practice", "exam", "review")
"""How an answer came about. An exam leaves the schedule alone."""

WHATS: tuple[What, ...] = ("undo", "right", "easy")
"""What an amendment does: the answer does not count; it was right; it was right and easy."""

AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4
"""The grades of an answer, as spaced repetition knows them."""


@dataclass(frozen=True)
class Answer:
    """One answer to one card.

    `uid` is its id, the same on every machine; `guide` the corpus; `card` is `NAME:SUBJECT`, SUBJECT a ref of that
    corpus; `kind` the kind of question; `value` the ref of the value it is about; `at` an instant in UTC, kept to the
    millisecond; `sitting` the id of what was answered in one go; `given` what was typed or chosen; `grade` from 1
    (again) to 4 (easy); `credit` from 0 to 1; `key` the ref of the right option and `chosen` that of the chosen one.
    """

    uid: str
    guide: str
    card: str
    kind: str
    value: str | None
    at: datetime
    mode: Mode
    sitting: str
    given: str
    correct: bool
    grade: int
    credit: float
    key: str | None
    chosen: str | None

    @property
    def subject(self) -> str:
        """The ref that the card is about."""
        return subject_of(self.card)


@dataclass(frozen=True)
class Amendment:
    """What was said later of the answer with the uid `answer`."""

    uid: str
    answer: str
    what: What
    at: datetime


Event = Answer | Amendment


def subject_of(card: str) -> str:
    """The ref that a card is about: what follows its first colon."""
    return card.partition(":")[2]


def new_uid() -> str:
    """A new id of 32 hexadecimal digits, unlike any other on any machine.

    It begins with the time, so that answers of one millisecond keep the order in which they were given.
    """
    return f"{time.time_ns():016x}{os.urandom(8).hex()}"
