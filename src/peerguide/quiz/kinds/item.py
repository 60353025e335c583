"""Which item stands in a list of the guide, among items of its other lists.

Practices of the guide as a whole are not asked for their value, since they have none, nor how they go on: the second sentence of one
often fits the first of another. What they list can be asked fairly, since a list says itself what is in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.quiz.fair import Candidate, options
from peerguide.quiz.kinds.base import Asking, Kind
from peerguide.quiz.kinds.choosing import standing_wide
from peerguide.quiz.likeness import alike
from peerguide.quiz.model import Question
from peerguide.quiz.telling import telling

if TYPE_CHECKING:
    from peerguide.quiz.material import Material
    from peerguide.quiz.model import Card
    from peerguide.quiz.subjects import Wide

TRIES = 8
"""How often other options are drawn where words of the question, or its length, would tell the answer."""

LONGER = 1.1
"""So many times as long as the longest other option the right one may be: lists are short, and often none of another is longer."""


def _ask(card: Card, asking: Asking) -> Question | None:
    item = asking.material.wide(card.subject)
    if item is None or item.among is None or asking.typed or not _is_asked(item, asking.material):
        return None
    asked = f"Which of these stands in this list of {asking.material.guide}?"
    key = Candidate(item.ref, item.text, f"It stands in this list: {item.among}.")
    rivals = _rivals(item, asking.material)
    for _try in range(TRIES):
        chosen = options(key, rivals, asking.chance)
        others = [option.text for option in chosen if not option.correct]
        told = telling(f"{asked} {item.among}", item.text, others)
        if chosen and not told and len(item.text) <= LONGER * max(map(len, others)):
            return Question(
                card=card,
                form="choice",
                prompt=f"{asked}\n{item.among}",
                options=chosen,
                answers=(item.text,),
                explanation=standing_wide(item, asking),
                refs=tuple(filter(None, (item.ref, item.practice))),
                value=None,
                key=item.ref,
            )
    return None


def _is_asked(item: Wide, material: Material) -> bool:
    return item.ref in material.lists.get(item.practice or "", ())


def _rivals(item: Wide, material: Material) -> list[Candidate]:
    """Items of other lists that say nearly the same as none of this list."""
    lists = {
        practice: [one for one in map(material.wide, refs) if one]
        for practice, refs in material.lists.items()
    }
    own = lists[item.practice or ""]
    return [
        Candidate(one.ref, one.text, f"It stands in another list: {one.among}.")
        for practice, items in lists.items()
        for one in items
        if practice != item.practice and not any(alike(one.text, mine.text) for mine in own)
    ]


KIND = Kind(
    "item",
    "which item stands in a list of the guide",
    lambda material: material.items if len(material.lists) > 1 else (),
    _ask,
    there=lambda material: bool(material.lists),
)
