"""Which cards to ask today, and when the next one comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.progress.events import subject_of
from peerguide.progress.schedule import REVIEW

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime

    from peerguide.progress.days import Days
    from peerguide.progress.events import Answer
    from peerguide.progress.schedule import CardState


def waiting(states: Mapping[str, CardState], now: datetime, days: Days) -> list[CardState]:
    """The cards that are due, the most overdue first.

    A card in review is due from the start of the day it falls on, one in its steps only at its minute.
    """
    end = days.end_of(days.day_of(now))
    due = [one for one in states.values() if (one.due < end if one.state == REVIEW else one.due <= now)]
    return sorted(due, key=lambda one: (one.due, one.card))


def todays(  # noqa: PLR0913, PLR0917 - all that a day's cards depend on
    cards_in_order: Sequence[str],
    states: Mapping[str, CardState],
    history: Iterable[Answer],
    now: datetime,
    days: Days,
    new: int,
) -> list[str]:
    """The cards to ask now: those that wait, then some that were never answered.

    `cards_in_order` are the cards there are, in the order in which new ones come; `new` is how many may come on one
    day, those that already came today in a review included. Two cards of one subject never come on one day, and none
    comes when another one of its subject was answered today outside an exam.
    """
    answered = [answer for answer in history if answer.mode != "exam"]
    today = days.day_of(now)
    asked = _asked_on(today, answered, days)
    there = set(cards_in_order)
    due = [one.card for one in waiting(states, now, days) if one.card in there]
    left = max(0, new - _introduced_on(today, answered, days))
    chosen = _apart(due, asked)
    taken = asked | {subject_of(card): card for card in chosen}
    return chosen + _apart((card for card in cards_in_order if card not in states), taken)[:left]


def _asked_on(today: date, answered: Sequence[Answer], days: Days) -> dict[str, str | None]:
    """The card answered today of each subject; None for a subject with two of them, of which neither is asked again."""
    asked: dict[str, str | None] = {}
    for answer, day in zip(answered, days.days_of(answer.at for answer in answered), strict=True):
        if day == today:
            known = asked.setdefault(answer.subject, answer.card)
            asked[answer.subject] = answer.card if known == answer.card else None
    return asked


def _introduced_on(today: date, answered: Sequence[Answer], days: Days) -> int:
    """How many cards had their first answer today, in a review."""
    first: dict[str, Answer] = {}
    for answer in answered:
        first.setdefault(answer.card, answer)
    return sum(one.mode == "review" and days.day_of(one.at) == today for one in first.values())


def _apart(cards: Iterable[str], taken: Mapping[str, str | None]) -> list[str]:
    """These cards without any whose subject another card took, be it one of them."""
    seen = dict(taken)
    return [card for card in dict.fromkeys(cards) if seen.setdefault(subject_of(card), card) == card]


def next_time(
    states: Mapping[str, CardState], cards: Iterable[str], now: datetime, days: Days
) -> datetime | None:
    """When the first of these cards comes, in UTC; None when none of them was ever answered.

    A card that is due already can only have been put off for today, so it counts for the start of the next day.
    """
    put_off = {one.card for one in waiting(states, now, days)}
    tomorrow = days.end_of(days.day_of(now))
    known = (states[card] for card in cards if card in states)
    return min((tomorrow if one.card in put_off else _comes(one, days) for one in known), default=None)


def _comes(state: CardState, days: Days) -> datetime:
    return days.start_of(days.day_of(state.due)) if state.state == REVIEW else state.due
