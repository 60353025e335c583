"""What a value says: its meaning, in a guide without practice themes, where nothing shorter tells what a value is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.quiz.fair import Candidate, options
from peerguide.quiz.kinds.base import Asking, Kind
from peerguide.quiz.kinds.choosing import say_the_same
from peerguide.quiz.model import Question
from peerguide.quiz.subjects import aside
from peerguide.quiz.telling import content, spared, telling

if TYPE_CHECKING:
    from peerguide.quiz.material import Material
    from peerguide.quiz.model import Card
    from peerguide.quiz.subjects import Topic

ASKED = "What is this about?"

TRIES = 8
"""How often other options are drawn where words of the question would tell the answer."""


def _ask(card: Card, asking: Asking) -> Question | None:
    """None to be typed: a whole meaning cannot be, and `meaning` asks for the name."""
    topic = asking.material.topics.get(card.subject)
    if topic is None or topic.theme or asking.typed:
        return None
    key = Candidate(topic.ref, _unnamed(topic), _explained(topic))
    candidates = [
        Candidate(other.ref, _unnamed(other), _explained(other), other.ref in topic.unlike)
        for other in asking.material.topics.values()
        if other is not topic and not _fits(other, topic)
    ]
    for _try in range(TRIES):
        chosen = options(key, candidates, asking.chance)
        others = [option.text for option in chosen if not option.correct]
        if chosen and not telling(f"{ASKED} {topic.name}", key.text, others):
            return Question(
                card=card,
                form="choice",
                prompt=f"{ASKED}\n{topic.name}",
                options=chosen,
                answers=(key.text,),
                explanation=f"{_explained(topic)} It says: {topic.meaning}{aside(topic.wording)}",
                refs=(topic.ref,),
                value=topic.ref,
                key=topic.ref,
            )
    return None


def _fits(other: Topic, topic: Topic) -> bool:
    """Whether what is said of one value would fit the other too."""
    return other.ref in topic.also or topic.ref in other.also or say_the_same(other, topic)


def _unnamed(topic: Topic) -> str:
    """The meaning without the words of the value's own name, which every option is spared."""
    return spared(topic.meaning, content(topic.name))


def _explained(topic: Topic) -> str:
    return f"This is value {topic.number}, {topic.name}."


def _subjects(material: Material) -> tuple[str, ...]:
    return tuple(ref for ref in material.values if ref not in material.themed)


KIND = Kind(
    "says",
    "what a value says, where there are no practice themes",
    _subjects,
    _ask,
    there=lambda material: bool(_subjects(material)),
)
