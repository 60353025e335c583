"""The numbers about a history."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from progress.samples import NOW, answer, in_zone

from peerguide.progress.days import Days
from peerguide.progress.schedule import CardState, replay, retrievability
from peerguide.progress.statistics import Confusion, Statistics, Strength, Tally, statistics_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.progress.events import Answer

DAY = timedelta(days=1)
TODAY = date(2026, 5, 20)


@pytest.fixture(autouse=True)
def _in_utc() -> Iterator[None]:
    with in_zone("UTC"):
        yield


def numbers(*history: Answer, states: dict[str, CardState] | None = None) -> Statistics:
    """The numbers of a history at noon of 20 May 2026."""
    return statistics_of(history, states or {}, NOW, Days())


def test_nothing_yet() -> None:
    """An empty history has numbers too: none."""
    none = numbers()
    assert none.total == Tally("", 0, 0)
    assert none.total.share == 0.0
    assert (none.by_value, none.by_kind, none.strengths, none.confusions, none.calendar) == (
        (),
        (),
        (),
        (),
        {},
    )
    assert (none.days_practiced, none.first, none.last) == (0, None, None)
    assert list(none.forecast) == [TODAY + number * DAY for number in range(14)]
    assert set(none.forecast.values()) == {0}


def test_tallies() -> None:
    """Answers are counted in all, by value and by kind; those about no value only by kind; exams like others."""
    found = numbers(
        answer(value="7", kind="practice"),
        answer(value="7", kind="theme", correct=False),
        answer(value="2", kind="practice", mode="exam"),
        answer(value=None, kind="term", correct=False),
    )
    assert found.total == Tally("", 4, 2)
    assert found.by_value == (Tally("7", 2, 1), Tally("2", 1, 1))
    assert found.by_kind == (Tally("practice", 2, 2), Tally("theme", 1, 0), Tally("term", 1, 0))
    assert found.by_value[0].share == 0.5


def test_confusions() -> None:
    """What was taken for what is counted, most often first, where an answer was not right and both are known."""
    swapped = [answer(correct=False, key="9", chosen="11") for _number in range(2)]
    found = numbers(
        answer(correct=False, key="1", chosen="2"),
        *swapped,
        answer(correct=False, key="11", chosen="9"),
        answer(correct=True, key="1", chosen="2"),
        answer(correct=False, key="1", chosen="1"),
        answer(correct=False, key=None, chosen="2"),
        answer(correct=False, key="1", chosen=None),
    )
    assert found.confusions == (Confusion("9", "11", 2), Confusion("1", "2", 1), Confusion("11", "9", 1))


def test_days() -> None:
    """A calendar has the answers of each of the last 366 days; practiced days count for ever; a day ends at four."""
    night = datetime(2026, 5, 20, 3, tzinfo=UTC)
    instants = [NOW - 800 * DAY, NOW - 366 * DAY, NOW - 365 * DAY, NOW - 1 * DAY, night, NOW, NOW + 3 * DAY]
    found = numbers(*(answer(at=at) for at in instants))
    assert found.calendar == {TODAY - 365 * DAY: 1, TODAY - DAY: 2, TODAY: 1}
    assert found.days_practiced == 6
    assert (found.first, found.last) == (instants[0], instants[-1])


def test_forecast() -> None:
    """Each of the next fourteen days has the cards that fall due on it; today has the overdue ones too."""

    def due(at: datetime) -> CardState:
        return CardState(f"p:{at}", "review", None, 5.0, 5.0, at, NOW - DAY, 1, 0, True)

    instants = [NOW - 9 * DAY, NOW, datetime(2026, 5, 21, 3, tzinfo=UTC), NOW + 13 * DAY, NOW + 14 * DAY]
    found = numbers(states={one.card: one for one in map(due, instants)})
    assert {day: count for day, count in found.forecast.items() if count} == {TODAY: 3, TODAY + 13 * DAY: 1}


def test_strengths() -> None:
    """How well a value is remembered is the mean over its cards; a card about no value counts for none."""
    history = [
        answer(card="p:7.p1", value="7", at=NOW - 30 * DAY),
        answer(card="p:7.p2", value="7", at=NOW - DAY),
        answer(card="term:peer", value=None, at=NOW - DAY),
    ]
    states = {one.card: replay([one]) for one in history}
    first, second = (retrievability(states[card], NOW) for card in ("p:7.p1", "p:7.p2"))
    assert numbers(*history, states=states).strengths == (Strength("7", (first + second) / 2, 2),)
    assert 0 < first < second <= 1


def test_what_was_just_missed_is_not_remembered() -> None:
    """A card that was not known the last time counts as not remembered, however short ago its answer was told."""
    missed = answer(card="p:7.p1", value="7", at=NOW, correct=False, grade=1)
    assert numbers(missed, states={missed.card: replay([missed])}).strengths == (Strength("7", 0.0, 1),)
