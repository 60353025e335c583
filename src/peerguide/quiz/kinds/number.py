"""Which value has a number; and back, which number a value has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.corpus.names.spelling import number_words
from peerguide.quiz.fair import Candidate, options
from peerguide.quiz.kinds.base import Asking, Kind
from peerguide.quiz.kinds.choosing import which_value
from peerguide.quiz.model import Question

if TYPE_CHECKING:
    from peerguide.quiz.model import Card
    from peerguide.quiz.subjects import Topic


def _ask(card: Card, asking: Asking) -> Question | None:
    topic = asking.material.topics.get(card.subject)
    if topic is None:
        return None
    return _back(card, asking, topic) if card.way != card.kind else _forth(card, asking, topic)


def _forth(card: Card, asking: Asking, topic: Topic) -> Question | None:
    question = which_value(
        card,
        asking,
        f"Which value is number {topic.number} in {asking.material.guide}?",
        "",
        topic,
        explanation=_explained(topic),
        refs=(topic.ref,),
        why=lambda other, _key: f"{other.name} is number {other.number}.",
    )
    return question and _without_numbers(question, topic)


def _without_numbers(question: Question, topic: Topic) -> Question:
    """The question without the answers that only repeat its number."""
    from dataclasses import replace

    repeated = {str(topic.number), number_words(topic.number), topic.ref}
    return replace(question, answers=tuple(answer for answer in question.answers if answer not in repeated))


def _back(card: Card, asking: Asking, topic: Topic) -> Question | None:
    rivals = [other for other in asking.material.topics.values() if other is not topic]
    candidates = [
        Candidate(one.ref, str(one.number), _explained(one), one.ref in topic.unlike) for one in rivals
    ]
    chosen = (
        ()
        if asking.typed
        else options(Candidate(topic.ref, str(topic.number), _explained(topic)), candidates, asking.chance)
    )
    if not rivals or not (chosen or asking.typed):
        return None
    return Question(
        card=card,
        form="typed" if asking.typed else "choice",
        prompt=f"Which number does this value have in {asking.material.guide}?\n{topic.name}",
        options=chosen,
        answers=(str(topic.number), number_words(topic.number)),
        explanation=_explained(topic),
        refs=(topic.ref,),
        value=topic.ref,
        key=topic.ref,
        others=tuple(name for one in rivals for name in (str(one.number), number_words(one.number))),
    )


def _explained(topic: Topic) -> str:
    return f"Value {topic.number} is: {topic.name}."


KIND = Kind(
    "number",
    "which value has a number, and back",
    lambda material: material.numbered,
    _ask,
    back=True,
    there=lambda material: bool(material.numbered),
)
