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
    if topic is None:
        return None
    return _back(card, asking, topic) if card.way != card.kind else _forth(card, asking, topic)


def _forth(card: Card, asking: Asking, topic: Topic) -> Question | None:
    """From the theme to the value; none where the theme itself tells it ("Share hope")."""
    return which_value(
        card,
        asking,
        "Which value has this practice theme?",
        topic.theme,
        topic,
        explanation=_explained(topic),
        refs=(topic.ref,),
    )


def _back(card: Card, asking: Asking, topic: Topic) -> Question | None:
    """From the value to the theme; none where the value's name tells it."""
    rivals = [other for other in asking.material.topics.values() if other is not topic]
    candidates = [
        Candidate(one.ref, one.theme, difference(one, topic), one.ref in topic.unlike) for one in rivals
    ]
    key = Candidate(topic.ref, topic.theme, _explained(topic))
    chosen = () if asking.typed else options(key, candidates, asking.chance)
    others = (
        [one.theme for one in rivals] if asking.typed else [one.text for one in chosen if not one.correct]
    )
    if not rivals or not (chosen or asking.typed) or telling(topic.short, topic.theme, others):
        return None
    return Question(
        card=card,
        form="typed" if asking.typed else "choice",
        prompt=f"What is the practice theme of this value?\n{topic.short}",
        options=chosen,
        answers=(topic.theme,),
        explanation=_explained(topic),
        refs=(topic.ref,),
        value=topic.ref,
        key=topic.ref,
        others=tuple(one.theme for one in rivals),
    )


def _explained(topic: Topic) -> str:
    return f'The practice theme of value {topic.number}, {topic.name}, is "{topic.theme}".'


KIND = Kind(
    "theme", "which value has a practice theme, and back", lambda material: material.values, _ask, back=True
)
