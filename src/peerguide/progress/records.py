"""What a learner has done, and has to do, as JSON data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.corpus.records import Data, record

if TYPE_CHECKING:
    from datetime import datetime

    from peerguide.progress.agenda import Agenda
    from peerguide.progress.learning import (
        KindLearning,
        Learning,
        LearningOfAll,
        Mixed,
        Orphan,
        Orphans,
        Subject,
        ValueLearning,
    )


@record.register
def _agenda_record(entry: Agenda) -> Data:
    return {
        "due": entry.due,
        "new": entry.new,
        "next": entry.next.isoformat() if entry.next else None,
        "cards": list(entry.cards),
    }


@record.register
def _learning_record(entry: Learning) -> Data:
    return {
        "guide": entry.guide,
        "at": entry.now.isoformat(),
        "answers": entry.total.answers,
        "correct": entry.total.correct,
        "share": _rounded(entry.total.share),
        "days_practiced": entry.days_practiced,
        "first": _instant(entry.first),
        "last": _instant(entry.last),
        "values": [record(value) for value in entry.values],
        "kinds": [record(kind) for kind in entry.kinds],
        "forecast": [{"day": day.isoformat(), "cards": cards} for day, cards in entry.forecast.items()],
        "calendar": [{"day": day.isoformat(), "answers": count} for day, count in entry.calendar.items()],
        "confusions": [record(mixed) for mixed in entry.mixed],
        "due": entry.due,
        "put_off": entry.put_off,
        "next": _instant(entry.next),
        "strongest": [one.value.ref for one in entry.strongest if one.value.ref],
        "weakest": entry.weakest.value.ref if entry.weakest else None,
        "orphans": entry.orphans,
    }


@record.register
def _learning_of_all_record(entry: LearningOfAll) -> Data:
    return [record(guide) for guide in entry.guides]


@record.register
def _value_learning_record(entry: ValueLearning) -> Data:
    return {
        "ref": entry.value.ref or None,
        "number": entry.value.number,
        "name": entry.value.name,
        "answers": entry.tally.answers,
        "correct": entry.tally.correct,
        "share": _rounded(entry.tally.share),
        "memory": None if entry.memory is None else _rounded(entry.memory),
        "cards": entry.cards,
    }


@record.register
def _kind_learning_record(entry: KindLearning) -> Data:
    return {
        "kind": entry.tally.name,
        "asks": entry.asks,
        "answers": entry.tally.answers,
        "correct": entry.tally.correct,
        "share": _rounded(entry.tally.share),
    }


@record.register
def _mixed_record(entry: Mixed) -> Data:
    return {"key": record(entry.key), "chosen": record(entry.chosen), "count": entry.count}


@record.register
def _subject_record(entry: Subject) -> Data:
    return {"ref": entry.ref, "number": entry.number, "name": entry.name}


@record.register
def _orphans_record(entry: Orphans) -> Data:
    return [record(card) for card in entry.cards]


@record.register
def _orphan_record(entry: Orphan) -> Data:
    return {"card": entry.card, "answers": entry.answers}


def _instant(instant: datetime | None) -> str | None:
    return instant.isoformat() if instant else None


def _rounded(share: float) -> float:
    return round(share, 4)
