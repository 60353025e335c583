"""Keeping answers: where a sitting and the store of a learner's history meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.progress.events import Amendment, Answer, new_uid

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from peerguide.progress.events import Mode, What
    from peerguide.progress.store import Store
    from peerguide.quiz.sitting import Answered


class Recorder:
    """Saves each answer before anything is said of it, and what is amended later.

    Without a store it keeps nothing. In a review, it also works out when a card comes again. `guides` has for the name of each guide
    asked what stands in the place of its retired refs; an answer is kept under the guide of its question.
    """

    def __init__(
        self,
        store: Store | None,
        guides: Mapping[str, Mapping[str, str]],
        mode: Mode,
        now: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._guides = guides
        self._mode = mode
        self._now = now
        self._sitting = new_uid()
        self._saved: list[Answer] = []

    @property
    def saves(self) -> bool:
        """Whether answers are kept."""
        return self._store is not None

    def save(self, answered: Answered) -> None:
        """Keep an answer: it is on the disk when this returns. Raises FileAccessError when that cannot be."""
        answer = self._answer(answered)
        if self._store:
            self._store.add(answer)
        self._saved.append(answer)

    def save_more(self, answered: Answered) -> None:
        """Keep an answer that goes on from the last one saved, in its place and in one transaction."""
        earlier, answer = self._saved.pop(), self._answer(answered)
        if self._store:
            with self._store.adding() as insert:
                insert([Amendment(new_uid(), earlier.uid, "undo", answer.at), answer])
        self._saved.append(answer)

    def _answer(self, answered: Answered) -> Answer:
        question, reply = answered.question, answered.reply
        return Answer(
            uid=new_uid(),
            guide=question.guide or next(iter(self._guides)),
            card=question.card.id,
            kind=question.card.kind,
            value=question.value,
            at=self._now(),
            mode=self._mode,
            sitting=self._sitting,
            given=reply.given,
            correct=answered.correct,
            grade=answered.grade,
            credit=answered.credit,
            key=question.key,
            chosen=reply.chosen.ref if reply.chosen else None,
        )

    def undo(self) -> None:
        """Let the last answer not count."""
        self._amend(self._saved.pop(), "undo")

    def claim(self) -> None:
        """Let the last answer count as right."""
        self._amend(self._saved[-1], "right")

    def easy(self) -> None:
        """Let the last answer count as easy."""
        self._amend(self._saved[-1], "easy")

    def _amend(self, answer: Answer, what: What) -> None:
        if self._store:
            self._store.amend(Amendment(new_uid(), answer.uid, what, self._now()))

    def due(self) -> datetime | None:
        """When the card answered last comes again; None outside a review, or where nothing is kept."""
        if self._mode != "review" or not self._store or not self._saved:
            return None
        from peerguide.progress.schedule import replay

        last = self._saved[-1]
        history = self._store.history(last.guide, self._guides[last.guide])
        return replay(answer for answer in history if answer.card == last.card).due
