"""Which value a meaning describes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.quiz.kinds.base import Asking, Kind
from peerguide.quiz.kinds.choosing import of_theme, say_the_same, which_value
from peerguide.quiz.subjects import aside

if TYPE_CHECKING:
    from peerguide.quiz.model import Card, Question
    from peerguide.quiz.subjects import Topic


def _ask(card: Card, asking: Asking) -> Question | None:
    topics = asking.material.topics
    topic = topics.get(card.subject)
    if topic is None:
        return None
    return which_value(
        card,
        asking,
        "Which value does this describe?",
        topic.meaning,
        topic,
        explanation=_explained(topic, asking),
        refs=(topic.ref,),
        masked=True,
        fits={
            ref
            for ref, other in topics.items()
            if other is not topic and (ref in topic.also or say_the_same(other, topic))
        },
    )


def _explained(topic: Topic, asking: Asking) -> str:
    what = f"This is the meaning of value {topic.number}, {topic.name}."
    also = "; ".join(asking.material.topics[ref].name for ref in topic.also)
    fitting = f"It would also fit: {also}." if also else ""
    return f"{' '.join(filter(None, [what, of_theme(topic), fitting]))}{aside(topic.wording)}"


KIND = Kind("meaning", "which value a meaning describes", lambda material: material.values, _ask)
