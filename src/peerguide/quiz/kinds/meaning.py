"""Which value a meaning describes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.quiz.kinds.base import Asking, Kind
from peerguide.quiz.kinds.choosing import which_value
from peerguide.quiz.likeness import alike
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
        explanation=f'This is the meaning of value {topic.number}, {topic.name}. Its practice theme is "{topic.theme}".{aside(topic.wording)}',
        refs=(topic.ref,),
        masked=True,
        fits={ref for ref, other in topics.items() if other is not topic and _say_the_same(other, topic)},
    )


def _say_the_same(one: Topic, other: Topic) -> bool:
    """Whether two values mean nearly the same, as they are asked or in plain words."""
    return alike(one.meaning, other.meaning) or alike(one.plain, other.plain)


KIND = Kind("meaning", "which value a meaning describes", lambda material: material.values, _ask)
