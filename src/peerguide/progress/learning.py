"""How learning goes, told in a guide's own names: the numbers of a history joined with what they are about."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from peerguide.progress.due import next_time, todays, waiting
from peerguide.progress.moving import orphans
from peerguide.progress.statistics import Tally, statistics_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date, datetime

    from peerguide.progress.days import Days
    from peerguide.progress.events import Answer
    from peerguide.progress.schedule import CardState
    from peerguide.progress.statistics import Confusion, Statistics

KNOWN_WELL = 0.8
"""From this share of right answers on a value is known well."""

REMEMBERED = 0.9
"""From this likelihood on, the one at which reviews come, a value counts as remembered."""

ENOUGH = 3
"""As many answers say something about a value."""

OF_ALL = ""
"""The ref under which answers are counted that are about the guide as a whole: no entry has it."""

STRONGEST = 3
"""As many values are named as known well, at most."""


@dataclass(frozen=True)
class Subject:
    """What an answer is about: a value with its number, a glossary term, which has none, or the guide as a whole, whose ref is empty."""

    ref: str
    number: int | None
    name: str


@dataclass(frozen=True, eq=False, repr=False)
class Names:
    """What a guide calls the things that answers are about.

    `entries` has for the ref of every entry what it counts for: a value for itself and for what stands under it, a term
    for itself, the guide as a whole for what stands under no value, None for what counts for nothing of these. `kinds` says what each
    kind of question asks, in the order to show.
    """

    guide: str
    values: Sequence[Subject]
    entries: Mapping[str, Subject | None]
    kinds: Mapping[str, str]


@dataclass(frozen=True, eq=False, repr=False)
class ValueLearning:
    """How one value goes, or what belongs to the guide as a whole. `memory` is how well it is remembered, from 0 to 1; None where nothing of it is scheduled."""

    value: Subject
    tally: Tally
    memory: float | None
    cards: int


@dataclass(frozen=True, eq=False, repr=False)
class KindLearning:
    """How one kind of question goes; `asks` says what it asks, and is empty for a kind that there is no more."""

    tally: Tally
    asks: str


@dataclass(frozen=True, eq=False, repr=False)
class Mixed:
    """How often `chosen` was taken for `key`."""

    key: Subject
    chosen: Subject
    count: int


@dataclass(frozen=True, eq=False, repr=False)
class Learning:
    """How learning goes.

    `values` has every value of the guide, by number, then the guide as a whole where questions ask about that; `mixed` what was taken for something else, most often first;
    `due` how many cards a review would ask `now`, `put_off` how many more wait for another day because something else
    is asked of their subject, and `next` when the first that is not asked now comes; `last_day` the last day with an answer; `orphans` how many answers are about entries that are no longer there. `forecast` begins today.
    What else there is, is as in `Statistics`. `program` begins the commands to go on with. `title` is what the guide is called where
    there are several.
    """

    guide: str
    now: datetime
    total: Tally
    values: tuple[ValueLearning, ...]
    kinds: tuple[KindLearning, ...]
    forecast: Mapping[date, int]
    calendar: Mapping[date, int]
    days_practiced: int
    first: datetime | None
    last: datetime | None
    last_day: date | None
    mixed: tuple[Mixed, ...]
    due: int
    put_off: int
    next: datetime | None
    orphans: int
    program: str
    title: str | None = None

    @property
    def today(self) -> date:
        """The day it is."""
        return min(self.forecast)

    @property
    def asked(self) -> tuple[ValueLearning, ...]:
        """The values with answers."""
        return tuple(one for one in self.values if one.tally.answers)

    @property
    def strongest(self) -> tuple[ValueLearning, ...]:
        """The values that are known best, if any is known well; the best first."""
        well = [one for one in self.asked if one.tally.answers >= ENOUGH and one.tally.share >= KNOWN_WELL]
        return tuple(sorted(well, key=_strength, reverse=True)[:STRONGEST])

    @property
    def weakest(self) -> ValueLearning | None:
        """The value to read again first; None where all that were asked about are known and remembered."""
        open_ = [one for one in self.asked if one.tally.share < 1 or (one.memory or 1) < REMEMBERED]
        return min(open_, key=_strength, default=None)


def _strength(one: ValueLearning) -> tuple[float, float]:
    return one.tally.share, one.memory or 0.0


@dataclass(frozen=True, eq=False, repr=False)
class LearningOfAll:
    """How learning goes in several guides, each by itself."""

    guides: tuple[Learning, ...]


def learning_of(  # noqa: PLR0913 - all that the numbers depend on
    history: Sequence[Answer],
    states: Mapping[str, CardState],
    cards: Sequence[str],
    names: Names,
    *,
    now: datetime,
    days: Days,
    program: str,
    title: str | None = None,
) -> Learning:
    """How learning goes by this history, in order of time, and the states it led to. `cards` are those that there are."""
    asked = set(cards)
    there = {card: state for card, state in states.items() if card in asked}
    numbers = statistics_of([_with_value(answer, names) for answer in history], there, now, days)
    due = todays(cards, there, history, now, days, new=0)
    return Learning(
        guide=names.guide,
        now=now,
        total=numbers.total,
        values=tuple(_values(numbers, names)),
        kinds=tuple(_kinds(numbers, names)),
        forecast=numbers.forecast,
        calendar=numbers.calendar,
        days_practiced=numbers.days_practiced,
        first=numbers.first,
        last=numbers.last,
        last_day=days.day_of(numbers.last) if numbers.last else None,
        mixed=_mixed(numbers.confusions, names),
        due=len(due),
        put_off=len(waiting(there, now, days)) - len(due),
        next=next_time(there, there.keys() - set(due), now, days),
        orphans=sum(count for _card, count in orphans(history, names.entries)),
        program=program,
        title=title,
    )


def _with_value(answer: Answer, names: Names) -> Answer:
    """The answer, under the name for all that belongs to no value where its subject is such."""
    subject = names.entries.get(answer.subject) if answer.value is None else None
    return replace(answer, value=OF_ALL) if subject and subject.ref == OF_ALL else answer


def _values(numbers: Statistics, names: Names) -> Iterator[ValueLearning]:
    tallies = {tally.name: tally for tally in numbers.by_value}
    strengths = {strength.value: strength for strength in numbers.strengths}
    for value in names.values:
        tally, strength = tallies.get(value.ref), strengths.get(value.ref)
        yield ValueLearning(
            value,
            tally or Tally(value.ref, 0, 0),
            strength.retrievability if strength else None,
            strength.cards if strength else 0,
        )


def _kinds(numbers: Statistics, names: Names) -> Iterator[KindLearning]:
    """The kinds with answers, those that there are first."""
    tallies = {tally.name: tally for tally in numbers.by_kind}
    for name in dict.fromkeys([*names.kinds, *tallies]):
        if name in tallies:
            yield KindLearning(tallies[name], names.kinds.get(name, ""))


def _mixed(confusions: Sequence[Confusion], names: Names) -> tuple[Mixed, ...]:
    """What was taken for what; two entries of one value are not told apart here."""
    counts: Counter[tuple[Subject, Subject]] = Counter()
    for confusion in confusions:
        key, chosen = names.entries.get(confusion.key), names.entries.get(confusion.chosen)
        if key and chosen and key != chosen:
            counts[key, chosen] += confusion.count
    return tuple(Mixed(key, chosen, count) for (key, chosen), count in counts.most_common())


@dataclass(frozen=True, eq=False, repr=False)
class Orphan:
    """A card whose entry is no longer there, and how many answers it has."""

    card: str
    answers: int


@dataclass(frozen=True, eq=False, repr=False)
class Orphans:
    """The cards of a guide whose entries are no longer there, or of several, each card then with its guide's name."""

    guide: str
    cards: tuple[Orphan, ...]
