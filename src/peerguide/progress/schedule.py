"""When each card comes next, by FSRS as the `fsrs` package has it, with its default parameters and no chance in it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC
from functools import cache
from typing import TYPE_CHECKING, Any, cast
from zlib import crc32

from peerguide.errors import FileAccessError
from peerguide.progress.effective import NO_HEIRS
from peerguide.progress.events import AGAIN
from peerguide.progress.rows import instant_of, milliseconds

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    import fsrs

    from peerguide.progress.events import Answer
    from peerguide.progress.store import Store

LEARNING, REVIEW, RELEARNING = "learning", "review", "relearning"
"""The states of a card: in its first steps, known, or in its steps after it was forgotten."""

FORMAT = 1
"""Goes up whenever the same answers give another state, so that kept ones are worked out anew."""


@dataclass(frozen=True)
class CardState:
    """What the answers to one card come to.

    `step` counts from 0 within learning and relearning, and is None in review; `stability` is in days; `difficulty`
    goes from 1 to 10; `due` and `last_review` are in UTC; `lapses` counts how often it was forgotten once known.
    """

    card: str
    state: str
    step: int | None
    stability: float
    difficulty: float
    due: datetime
    last_review: datetime
    answers: int
    lapses: int
    last_correct: bool


def replay(answers: Iterable[Answer]) -> CardState:
    """The state that one card's answers, in order of time, lead to. Answers in an exam are passed over.

    Raises ValueError when no answer is left.
    """
    import fsrs

    scheduled = [answer for answer in answers if answer.mode != "exam"]
    if not scheduled:
        raise ValueError("no answer has a part in the schedule")
    card = fsrs.Card(card_id=1, due=scheduled[0].at)  # it would sleep a while to find an id of its own
    lapses = 0
    for answer in scheduled:
        lapses += card.state is fsrs.State.Review and answer.grade == AGAIN
        card, _log = _scheduler().review_card(card, fsrs.Rating(answer.grade), answer.at.astimezone(UTC))
    return _state_of(card, scheduled, lapses)


def _state_of(card: fsrs.Card, answers: Sequence[Answer], lapses: int) -> CardState:
    # These three are None only before the first answer.
    stability, difficulty = cast("float", card.stability), cast("float", card.difficulty)
    last_review = cast("datetime", card.last_review)
    last = answers[-1]
    name = card.state.name.lower()
    return CardState(
        last.card,
        name,
        card.step,
        stability,
        difficulty,
        card.due,
        last_review,
        len(answers),
        lapses,
        last.correct,
    )


def retrievability(state: CardState, now: datetime) -> float:
    """How likely the card is remembered now, from 0 to 1."""
    import fsrs

    card = fsrs.Card(card_id=1, due=state.due, stability=state.stability, last_review=state.last_review)
    return float(_scheduler().get_card_retrievability(card, now))


@cache
def _scheduler() -> fsrs.Scheduler:
    import fsrs

    return fsrs.Scheduler(enable_fuzzing=False)


def states(store: Store, guide: str, heirs: Mapping[str, str] = NO_HEIRS) -> dict[str, CardState]:
    """The state of every card of a guide that was answered outside an exam, by card.

    States are kept in a store that may be written, and worked out only for cards whose answers are others since.
    """
    kept = {tuple(row[:2]): row for row in store.kept_states(guide)}
    found: dict[str, CardState] = {}
    fresh: list[tuple[Any, ...]] = []
    for card, answers in _by_card(store.history(guide, heirs)).items():
        fingerprint = _fingerprint(answers)
        if row := kept.get((card, fingerprint)):
            found[card] = _from_row(row)
        else:
            found[card] = replay(answers)
            fresh.append(_to_row(found[card], fingerprint))
    if fresh and store.writable:
        with suppress(FileAccessError):  # they can be worked out again, and nobody asked to keep them
            store.keep_states(guide, fresh)
    return found


def _by_card(history: Iterable[Answer]) -> dict[str, list[Answer]]:
    by_card: dict[str, list[Answer]] = {}
    for answer in history:
        if answer.mode != "exam":
            by_card.setdefault(answer.card, []).append(answer)
    return by_card


def _fingerprint(answers: Sequence[Answer]) -> str:
    """What is different whenever these answers would lead to another state."""
    content = ";".join(f"{answer.uid} {answer.at} {answer.grade} {answer.correct}" for answer in answers)
    return f"{FORMAT} {len(answers)} {answers[-1].uid} {crc32(content.encode()):08x}"


def _to_row(state: CardState, fingerprint: str) -> tuple[Any, ...]:
    return (
        state.card,
        fingerprint,
        state.state,
        state.step,
        state.stability,
        state.difficulty,
        milliseconds(state.due),
        milliseconds(state.last_review),
        state.answers,
        state.lapses,
        int(state.last_correct),
    )


def _from_row(row: tuple[Any, ...]) -> CardState:
    card, _mark, name, step, stability, difficulty, due, last, answers, lapses, correct = row
    due, last = instant_of(due), instant_of(last)
    return CardState(card, name, step, stability, difficulty, due, last, answers, lapses, bool(correct))
