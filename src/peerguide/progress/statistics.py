"""How learning goes, in numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from peerguide.progress.schedule import retrievability

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime

    from peerguide.progress.days import Days
    from peerguide.progress.events import Answer
    from peerguide.progress.schedule import CardState

AHEAD = 14
"""How many days a forecast has, today included."""

BACK = 366
"""How many days a calendar has, today included."""


@dataclass(frozen=True)
class Tally:
    """How many answers one value or one kind of question has, and how many of them are correct."""

    name: str
    answers: int
    correct: int

    @property
    def share(self) -> float:
        """The share of correct answers, from 0 to 1; 0 where there are none."""
        return self.correct / self.answers if self.answers else 0.0


@dataclass(frozen=True)
class Strength:
    """How well a value is remembered: the mean, from 0 to 1, over so many of its cards.

    A card counts with its retrievability, or with 0 when it was not known the last time: FSRS takes a card that has just
    been answered for remembered, since its answer has just been told.
    """

    value: str
    retrievability: float
    cards: int


@dataclass(frozen=True)
class Confusion:
    """How often the option `chosen` was taken where `key` was the right one."""

    key: str
    chosen: str
    count: int


@dataclass(frozen=True)
class Statistics:
    """The numbers.

    `forecast` has for each of the next 14 days how many cards fall due, what is overdue counting for today;
    `calendar` the number of answers for each of the last 366 days that has some; `first` and `last` are in UTC.
    """

    total: Tally
    by_value: tuple[Tally, ...]
    by_kind: tuple[Tally, ...]
    strengths: tuple[Strength, ...]
    forecast: Mapping[date, int]
    calendar: Mapping[date, int]
    confusions: tuple[Confusion, ...]
    days_practiced: int
    first: datetime | None
    last: datetime | None


def statistics_of(
    history: Sequence[Answer], states: Mapping[str, CardState], now: datetime, days: Days
) -> Statistics:
    """The numbers of a history in order of time and of the states it led to.

    Answers in an exam count for all but what is remembered and what falls due, of which `states` knows nothing.
    """
    today = days.day_of(now)
    practiced = Counter(days.days_of(answer.at for answer in history))
    begin = today - timedelta(days=BACK - 1)
    return Statistics(
        Tally("", len(history), sum(answer.correct for answer in history)),
        _tallies((answer.value, answer.correct) for answer in history),
        _tallies((answer.kind, answer.correct) for answer in history),
        _strengths(history, states, now),
        _forecast(states.values(), today, days),
        {day: count for day, count in practiced.items() if begin <= day <= today},
        _confusions(history),
        len(practiced),
        history[0].at if history else None,
        history[-1].at if history else None,
    )


def _tallies(answers: Iterable[tuple[str | None, bool]]) -> tuple[Tally, ...]:
    """One tally for each name, in the order in which the names appear; answers without one are left out."""
    counts: dict[str, list[bool]] = {}
    for name, correct in answers:
        if name is not None:
            counts.setdefault(name, []).append(correct)
    return tuple(Tally(name, len(correct), sum(correct)) for name, correct in counts.items())


def _strengths(
    history: Iterable[Answer], states: Mapping[str, CardState], now: datetime
) -> tuple[Strength, ...]:
    value_of = {answer.card: answer.value for answer in history}
    remembered: dict[str, list[float]] = {}
    for card, state in states.items():
        if (value := value_of.get(card)) is not None:
            remembered.setdefault(value, []).append(retrievability(state, now) if state.last_correct else 0.0)
    return tuple(Strength(value, sum(all_) / len(all_), len(all_)) for value, all_ in remembered.items())


def _forecast(states: Iterable[CardState], today: date, days: Days) -> dict[date, int]:
    forecast = {today + timedelta(days=ahead): 0 for ahead in range(AHEAD)}
    for state in states:
        day = max(today, days.day_of(state.due))
        if day in forecast:
            forecast[day] += 1
    return forecast


def _confusions(history: Iterable[Answer]) -> tuple[Confusion, ...]:
    counts: Counter[tuple[str, str]] = Counter()
    for answer in history:
        key, chosen = answer.key, answer.chosen
        if not answer.correct and key is not None and chosen is not None and key != chosen:
            counts[key, chosen] += 1
    return tuple(Confusion(key, chosen, count) for (key, chosen), count in counts.most_common())
