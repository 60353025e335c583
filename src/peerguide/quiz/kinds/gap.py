"""Fill the gap: a telling word has been taken out of a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.quiz.gaps import gap_in_fact
from peerguide.quiz.kinds.base import Asking, Kind
from peerguide.quiz.kinds.choosing import standing
from peerguide.quiz.model import Question

if TYPE_CHECKING:
    from peerguide.quiz.model import Card


def _ask(card: Card, asking: Asking) -> Question | None:
    fact = asking.material.fact(card.subject)
    gap = fact and gap_in_fact(fact, asking.material)
    if not fact or not gap:
        return None
    return Question(
        card=card,
        form="typed",
        prompt=f"{gap.asked}\n{gap.text}",
        options=(),
        answers=gap.answers,
        explanation=f'The word is "{gap.word}". {standing(fact, asking)}',
        refs=(fact.ref, fact.value),
        value=fact.value,
        key=fact.ref,
    )


KIND = Kind(
    "gap", "a telling word that is missing from a statement", lambda material: material.statements, _ask
)
