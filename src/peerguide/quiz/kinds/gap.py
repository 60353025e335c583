"""Fill the gap: a telling word has been taken out of a statement, or of what a practice lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.quiz.gaps import gap_in_fact, gap_in_wide
from peerguide.quiz.kinds.base import Asking, Kind
from peerguide.quiz.kinds.choosing import standing, standing_wide
from peerguide.quiz.model import Question

if TYPE_CHECKING:
    from peerguide.quiz.model import Card


def _ask(card: Card, asking: Asking) -> Question | None:
    fact = asking.material.fact(card.subject)
    if fact is None:
        return _of_the_whole(card, asking)
    gap = gap_in_fact(fact, asking.material)
    if not gap:
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


def _of_the_whole(card: Card, asking: Asking) -> Question | None:
    """The question on a text that belongs to no value; an item is asked with the name of its list."""
    wide = asking.material.wide(card.subject)
    gap = wide and gap_in_wide(wide, asking.material)
    if not wide or not gap:
        return None
    among = f"{wide.among}: " if wide.among else ""
    return Question(
        card=card,
        form="typed",
        prompt=f"{gap.asked}\n{among}{gap.text}",
        options=(),
        answers=gap.answers,
        explanation=f'The word is "{gap.word}". {standing_wide(wide, asking)}',
        refs=(wide.ref,),
        value=None,
        key=wide.ref,
    )


KIND = Kind(
    "gap",
    "a telling word that is missing from a statement",
    lambda material: material.statements + material.actions + material.items,
    _ask,
)
