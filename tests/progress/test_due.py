"""What comes today, what has to wait, and when the next card comes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from progress.samples import answer, in_zone

from peerguide.progress.days import Days
from peerguide.progress.due import next_time, todays, waiting
from peerguide.progress.schedule import CardState, replay

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.progress.events import Answer

DAYS = Days()
NOW = datetime(2026, 5, 20, 12, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture(autouse=True)
def _in_utc() -> Iterator[None]:
    with in_zone("UTC"):
        yield


def state(card: str, due: datetime, name: str = "review") -> CardState:
    """A state that is due then."""
    return CardState(card, name, None, 5.0, 5.0, due, NOW - 5 * DAY, 3, 0, True)


def by_card(*all_: CardState) -> dict[str, CardState]:
    """States by their cards."""
    return {one.card: one for one in all_}


@pytest.mark.parametrize(
    ("due", "name", "waits"),
    [
        (NOW - 9 * DAY, "review", True),
        (NOW + HOUR, "review", True),
        (datetime(2026, 5, 21, 3, 59, tzinfo=UTC), "review", True),
        (datetime(2026, 5, 21, 4, 0, tzinfo=UTC), "review", False),
        (NOW, "learning", True),
        (NOW + HOUR, "learning", False),
        (NOW - DAY, "relearning", True),
        (NOW + HOUR, "relearning", False),
    ],
)
def test_waiting(due: datetime, name: str, waits: bool) -> None:
    """A card in review waits from the start of its day, one in its steps from its minute."""
    assert bool(waiting(by_card(state("p:1", due, name)), NOW, DAYS)) is waits


def test_most_overdue_first() -> None:
    """What is overdue longest comes first."""
    found = waiting(
        by_card(state("p:1", NOW - DAY), state("p:2", NOW - 9 * DAY), state("p:3", NOW)), NOW, DAYS
    )
    assert [one.card for one in found] == ["p:2", "p:1", "p:3"]


def asked(
    cards: str, *states: CardState, history: list[Answer] | None = None, new: int = 10, now: datetime = NOW
) -> str:
    """The cards of today, of these cards in this order."""
    return " ".join(todays(cards.split(), by_card(*states), history or [], now, DAYS, new))


def test_waiting_ones_then_new_ones() -> None:
    """First what waits, most overdue first; then new cards in the order given; no card of another corpus."""
    states = (
        state("p:3", NOW - DAY),
        state("p:4", NOW - 2 * DAY),
        state("p:9", NOW),
        state("p:5", NOW + 5 * DAY),
    )
    assert asked("p:1 p:2 p:3 p:4 p:5", *states) == "p:4 p:3 p:1 p:2"


@pytest.mark.parametrize(("new", "found"), [(0, ""), (1, "p:1"), (2, "p:1 p:2"), (9, "p:1 p:2 p:3")])
def test_number_of_new_ones(new: int, found: str) -> None:
    """No more new cards come than were asked for."""
    assert asked("p:1 p:2 p:3", new=new) == found


@pytest.mark.parametrize(
    ("history", "left"),
    [
        ([answer(card="p:8", at=NOW - HOUR)], 1),
        ([answer(card="p:8", at=NOW - HOUR), answer(card="p:9", at=NOW)], 0),
        ([answer(card=f"p:{number}", at=NOW) for number in range(50, 59)], 0),
        ([answer(card="p:8", at=NOW - HOUR, mode="practice")], 2),
        ([answer(card="p:8", at=NOW - HOUR, mode="exam")], 2),
        ([answer(card="p:8", at=NOW - DAY)], 2),
        ([answer(card="p:8", at=NOW - DAY), answer(card="p:8", at=NOW)], 2),
        ([answer(card="p:8", at=NOW - DAY, mode="exam"), answer(card="p:8", at=NOW)], 1),
        ([answer(card="p:8", at=NOW - HOUR, mode="practice"), answer(card="p:8", at=NOW)], 2),
        ([answer(card="p:8", at=NOW + DAY)], 2),
    ],
)
def test_new_ones_of_today_count(history: list[Answer], left: int) -> None:
    """Cards that came first in a review of today are taken off; those first met elsewhere or earlier are not."""
    assert len(asked("p:1 p:2 p:3", history=history, new=2).split()) == left


def test_siblings_come_on_different_days() -> None:
    """Of two cards about one thing the first alone comes, be they due or new."""
    assert asked("p:1 q:1 p:2 q:2") == "p:1 p:2"
    assert asked("p:1 q:1", state("p:1", NOW), state("q:1", NOW - DAY)) == "q:1"
    assert asked("p:1 q:1 p:2", state("q:1", NOW)) == "q:1 p:2"


@pytest.mark.parametrize(
    ("mode", "at", "found"),
    [
        ("practice", NOW - HOUR, "p:2"),
        ("review", NOW - HOUR, "p:2"),
        ("exam", NOW - HOUR, "p:1 p:2"),
        ("practice", NOW - DAY, "p:1 p:2"),
    ],
)
def test_sibling_answered_today(mode: str, at: datetime, found: str) -> None:
    """A card is left for another day when another one about the same was answered today outside an exam."""
    history = [answer(card="q:1", at=at, mode=mode)]
    assert asked("p:1 p:2", state("p:1", NOW - DAY), history=history) == found


def test_put_off_sibling_takes_no_new_ones_place() -> None:
    """A new card that is put off leaves its place to the next one."""
    assert asked("p:1 q:1 p:2 p:3", new=2) == "p:1 p:2"


def test_card_answered_today_comes_again() -> None:
    """A card in its steps comes again on the day it was answered; two of one subject both wait for another day."""
    learning = state("p:1", NOW - timedelta(minutes=1), "learning")
    history = [answer(card="p:1", at=NOW - timedelta(minutes=2))]
    assert asked("p:1 q:1", learning, history=history) == "p:1"
    history.append(answer(card="q:1", at=NOW - timedelta(minutes=1)))
    assert asked("p:1 q:1", learning, history=history) == ""


def test_clock_set_back() -> None:
    """Answers that lie in the future break nothing: their cards are known, wait for their time, and others come."""
    future = [answer(card="p:1", at=NOW + 30 * DAY), answer(card="p:1", at=NOW + 31 * DAY)]
    states = replay(future)
    assert asked("p:1 p:2", states, history=future) == "p:2"
    assert next_time(by_card(states), ["p:1"], NOW, DAYS) is not None
    assert asked("p:1 p:2", states, history=future, now=states.due) == "p:1 p:2"


def at_four(day: int) -> datetime:
    """The start of a day in May."""
    return datetime(2026, 5, day, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    ("states", "found"),
    [
        ([], None),
        ([state("p:1", NOW + 5 * DAY)], at_four(25)),
        ([state("p:1", NOW + 5 * DAY), state("p:2", NOW + 2 * DAY)], at_four(22)),
        ([state("p:1", NOW + 5 * DAY), state("p:2", NOW + HOUR, "learning")], NOW + HOUR),
        ([state("p:1", datetime(2026, 5, 23, 2, tzinfo=UTC))], at_four(22)),
        ([state("p:1", NOW - DAY)], at_four(21)),
        ([state("p:9", NOW + DAY)], None),
    ],
)
def test_next_time(states: list[CardState], found: datetime | None) -> None:
    """The next card comes at the start of its day, or at its minute; one put off today comes tomorrow."""
    assert next_time(by_card(*states), ["p:1", "p:2"], NOW, DAYS) == found
