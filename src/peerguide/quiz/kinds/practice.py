"""Which value a practice belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.quiz.kinds.base import Asking, Kind
from peerguide.quiz.kinds.choosing import standing, which_value

if TYPE_CHECKING:
    from peerguide.quiz.model import Card, Question


def _ask(card: Card, asking: Asking) -> Question | None:
    fact = asking.material.fact(card.subject)
    if fact is None:
        return None
    return which_value(
        card,
        asking,
        "Which value does this practice of peer supporters belong to?",
        fact.text,
        asking.material.topics[fact.value],
        explanation=standing(fact, asking),
        refs=(fact.ref, fact.value),
        fits=fact.fits,
    )


KIND = Kind("practice", "which value a practice belongs to", lambda material: material.practices, _ask)
