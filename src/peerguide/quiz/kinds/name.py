"""Name the value: its number and its practice theme are told, its name is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.corpus.names.spelling import fold, number_words
from peerguide.quiz.kinds.base import Asking, Kind
from peerguide.quiz.kinds.choosing import unsaid
from peerguide.quiz.model import Question
from peerguide.quiz.telling import telling, without

if TYPE_CHECKING:
    from peerguide.quiz.model import Card


def _ask(card: Card, asking: Asking) -> Question | None:
    topics = asking.material.topics
    topic = topics.get(card.subject)
    if topic is None or topic.theme is None:
        return None
    theme, others = topic.theme, [other for other in topics.values() if other is not topic]
    shown = without(theme, telling(theme, topic.name, [other.name for other in others]))
    told = (topic.ref, number_words(topic.number))
    names = [name for name in topic.names if name not in told and not (" " in name and name in fold(theme))]
    return Question(
        card=card,
        form="typed",
        prompt=f"Name the value. It is number {topic.number}, and this is its practice theme:\n{shown}",
        options=(),
        answers=(topic.name, *unsaid(names, f"{shown} {topic.number}")),
        explanation=f'Value {topic.number} is: {topic.name}. Its practice theme is "{theme}".',
        refs=(topic.ref,),
        value=topic.ref,
        key=topic.ref,
        others=tuple(name for other in others for name in other.leads),
    )


KIND = Kind(
    "name",
    "the name of a value, typed",
    lambda material: material.themed,
    _ask,
    there=lambda material: bool(material.themed),
)
