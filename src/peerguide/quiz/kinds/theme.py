"""Which value has a practice theme; and back, which practice theme a value has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.quiz.fair import Candidate, options
from peerguide.quiz.kinds.base import Asking, Kind
from peerguide.quiz.kinds.choosing import difference, which_value
from peerguide.quiz.model import Question
from peerguide.quiz.telling import telling

if TYPE_CHECKING:
    from peerguide.quiz.model import Card
    from peerguide.quiz.subjects import Topic


def _ask(card: Card, asking: Asking) -> Question | None:
    topic = asking.material.topics.get(card.subject)
    if topic is None or topic.theme is None:
        return None
    make = _back if card.way != card.kind else _forth
    return make(card, asking, topic, topic.theme)


def _forth(card: Card, asking: Asking, topic: Topic, theme: str) -> Question | None:
    """From the theme to the value; none where the theme itself tells it ("Share hope")."""
    return which_value(
        card,
        asking,
        "Which value has this practice theme?",
        theme,
        topic,
        explanation=_explained(topic),
        refs=(topic.ref,),
    )


def _back(card: Card, asking: Asking, topic: Topic, theme: str) -> Question | None:
    """From the value to the theme; none where the value's name tells it."""
    topics = asking.material.topics.values()
    candidates = [
        Candidate(one.ref, one.theme, difference(one, topic), one.ref in topic.unlike)
        for one in topics
        if one.theme and one is not topic
    ]
    key = Candidate(topic.ref, theme, _explained(topic))
    chosen = () if asking.typed else options(key, candidates, asking.chance)
    rivals = [one.text for one in candidates]
    others = rivals if asking.typed else [one.text for one in chosen if not one.correct]
    if not rivals or not (chosen or asking.typed) or telling(topic.short, theme, others):
        return None
    return Question(
        card=card,
        form="typed" if asking.typed else "choice",
        prompt=f"What is the practice theme of this value?\n{topic.short}",
        options=chosen,
        answers=(theme,),
        explanation=_explained(topic),
        refs=(topic.ref,),
        value=topic.ref,
        key=topic.ref,
        others=tuple(rivals),
    )


def _explained(topic: Topic) -> str:
    return f'The practice theme of value {topic.number}, {topic.name}, is "{topic.theme}".'


KIND = Kind(
    "theme",
    "which value has a practice theme, and back",
    lambda material: material.themed,
    _ask,
    back=True,
    there=lambda material: bool(material.themed),
)
