"""Put these in order: some values, in the order of their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.quiz.fair import LETTERS, OPTIONS
from peerguide.quiz.kinds.base import Asking, Kind
from peerguide.quiz.model import Question

if TYPE_CHECKING:
    from peerguide.quiz.model import Card
    from peerguide.quiz.subjects import Topic


def _ask(card: Card, asking: Asking) -> Question | None:
    topics = asking.material.topics
    topic = topics.get(card.subject)
    others = [other for other in topics.values() if other is not topic]
    if topic is None or not others:
        return None
    shown = _shuffled([topic, *asking.chance.sample(others, min(OPTIONS - 1, len(others)))], asking)
    order = sorted(shown, key=lambda one: one.number)
    return Question(
        card=card,
        form="order",
        prompt=f"Put these values in the order of {asking.material.guide}, the first one first.",
        options=(),
        answers=("".join(LETTERS[shown.index(one)] for one in order),),
        explanation="The order is: " + "; ".join(f"{one.number}. {one.name}" for one in order) + ".",
        refs=tuple(one.ref for one in order),
        value=topic.ref,
        key=topic.ref,
        items=tuple(one.name for one in shown),
    )


def _shuffled(topics: list[Topic], asking: Asking) -> list[Topic]:
    """The values in any order but the right one."""
    right = sorted(topics, key=lambda one: one.number)
    shuffled = list(right)
    while shuffled == right:
        asking.chance.shuffle(shuffled)
    return shuffled


KIND = Kind(
    "order",
    "some values in the order of their numbers",
    lambda material: material.numbered,
    _ask,
    there=lambda material: bool(material.numbered),
)
