"""How learning goes as linear text: every figure in a sentence of its own, nothing drawn."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from peerguide.render.figures import (
    CARRIED_OVER,
    NOTHING,
    due,
    first_step,
    gone,
    known,
    known_best,
    more,
    not_asked,
    orphaned,
    practiced,
    share_of,
    steps,
    taken,
)
from peerguide.render.plain import lines
from peerguide.render.remarks import percent
from peerguide.render.text import safe
from peerguide.render.times import MONTHS, counted, day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.progress.learning import KindLearning, Learning, LearningOfAll, Orphans, ValueLearning
    from peerguide.progress.statistics import Tally

LISTED = 10
"""As many pairs of what was taken for what are read out."""


@lines.register
def _learning_of_all_lines(entry: LearningOfAll) -> Iterator[str]:
    for guide in entry.guides:
        yield from lines(guide)


@lines.register
def _learning_lines(entry: Learning) -> Iterator[str]:
    if entry.title:
        yield f"{safe(entry.title)}:"
    if not entry.total.answers:
        yield NOTHING
        yield "To begin: {} ({})".format(*first_step(entry))
        return
    yield known(entry)
    yield from filter(None, (known_best(entry), practiced(entry)))
    yield from map(_value_line, entry.asked)
    yield from filter(None, [not_asked(entry)])
    yield from map(_kind_line, entry.kinds)
    yield from map(taken, entry.mixed[:LISTED])
    yield from filter(None, [more(entry.mixed, LISTED)])
    yield from _forecast_lines(entry)
    yield from _calendar_lines(entry)
    yield due(entry)
    for command, shows in steps(entry):
        yield f"To go on: {command} ({shows})"
    yield from filter(None, [gone(entry)])


def _value_line(one: ValueLearning) -> str:
    memory = f"; memory {one.memory:.2f}" if one.memory is not None else ""
    value = f"Value {one.value.number}, " if one.value.number is not None else ""
    return f"{value}{safe(one.value.name)}: {_tally(one.tally)}{memory}"


def _kind_line(one: KindLearning) -> str:
    asks = f", {one.asks}" if one.asks else ""
    return f"Questions of the kind {safe(one.tally.name)}{asks}: {_tally(one.tally)}"


def _tally(tally: Tally) -> str:
    return f"{share_of(tally.correct, tally.answers)} right, {percent(tally.share)}"


def _forecast_lines(entry: Learning) -> Iterator[str]:
    """The days on which cards come."""
    for date, cards in entry.forecast.items():
        if cards:
            when = "Today" if date == entry.today else day(date)
            yield f"{when}: {counted(cards, 'question')} to come"
    if not any(entry.forecast.values()):
        yield "No card comes in the next 14 days."


def _calendar_lines(entry: Learning) -> Iterator[str]:
    """The days practiced, month by month."""
    for (year, month), dates in groupby(entry.calendar, key=lambda date: (date.year, date.month)):
        answers = [entry.calendar[date] for date in dates]
        yield (
            f"Practiced in {MONTHS[month - 1]} {year}: on {counted(len(answers), 'day')}, "
            f"{counted(sum(answers), 'answer')}"
        )


@lines.register
def _orphans_lines(entry: Orphans) -> Iterator[str]:
    yield orphaned(entry)
    for one in entry.cards:
        yield f"{safe(one.card)}: {counted(one.answers, 'answer')}"
    if entry.cards:
        yield CARRIED_OVER
