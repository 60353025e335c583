"""What counts of a history: amendments heard, and retired refs stood in for."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from peerguide.progress.events import EASY, GOOD, Amendment

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from peerguide.progress.events import Answer, Event

NO_HEIRS: Mapping[str, str] = MappingProxyType({})
"""What to give for `heirs` where no ref was retired."""


def effective(events: Iterable[Event], guide: str, heirs: Mapping[str, str]) -> tuple[Answer, ...]:
    """The answers of this guide that count, in order of time.

    `heirs` has for each retired ref the one that stands in its place, of which its answers count. What an amendment
    does depends on no order, so two machines that have the same events agree.
    """
    amended: dict[str, set[str]] = {}
    answers: list[Answer] = []
    for event in events:
        if isinstance(event, Amendment):
            amended.setdefault(event.answer, set()).add(event.what)
        elif event.guide == guide:
            answers.append(event)
    counted = (_amended(answer, amended.get(answer.uid, ())) for answer in answers)
    inherited = [_inherited(answer, heirs) if heirs else answer for answer in counted if answer]
    return tuple(sorted(inherited, key=lambda answer: (answer.at, answer.uid)))


def _amended(answer: Answer, whats: Iterable[str]) -> Answer | None:
    if "undo" in whats:
        return None
    if "right" in whats:
        answer = replace(answer, correct=True, credit=1.0, grade=GOOD)
    if "easy" in whats and answer.correct:
        answer = replace(answer, grade=EASY)
    return answer


def _inherited(answer: Answer, heirs: Mapping[str, str]) -> Answer:
    name, _colon, subject = answer.card.partition(":")
    refs = (subject, answer.value, answer.key, answer.chosen)
    if not any(ref in heirs for ref in refs):
        return answer
    heir, value, key, chosen = (ref and heir_of(ref, heirs) for ref in refs)
    return replace(answer, card=f"{name}:{heir}", value=value, key=key, chosen=chosen)


def heir_of(ref: str, heirs: Mapping[str, str]) -> str:
    """The ref that stands in the place of this one: its heir, or that one's, where it was retired too."""
    passed = {ref}
    while (heir := heirs.get(ref, ref)) not in passed:
        ref = heir
        passed.add(ref)
    return ref
