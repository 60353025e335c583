"""What kinds share: asking for a value, or for one of its names, among options or to be typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.quiz.fair import Candidate, options
from peerguide.quiz.model import Question
from peerguide.quiz.telling import telling, without

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from peerguide.quiz.kinds.base import Asking
    from peerguide.quiz.model import Card
    from peerguide.quiz.subjects import Fact, Topic


def which_value(  # noqa: PLR0913 - what makes one question
    card: Card,
    asking: Asking,
    asked: str,
    text: str,
    key: Topic,
    *,
    explanation: str,
    refs: tuple[str, ...],
    fits: Collection[str] = (),
    masked: bool = True,
) -> Question | None:
    """A question whose answer is a value.

    `asked` is the question and `text` what it is about; words of the text that tell the answer are taken out, or, where
    it is not to be `masked`, there is no question if it has any. `fits` are the values that would fit too.
    """
    topics = asking.material.topics
    rivals = [topic for ref, topic in topics.items() if ref != key.ref and ref not in fits]
    chosen = (
        ()
        if asking.typed
        else options(_candidate(key, key), [_candidate(topic, key) for topic in rivals], asking.chance)
    )
    if not rivals or not (chosen or asking.typed):
        return None
    others = (
        [topic.name for topic in topics.values() if topic is not key]
        if asking.typed
        else [option.text for option in chosen if not option.correct]
    )
    told = telling(text, key.name, others)
    if (told and not masked) or telling(asked, key.name, others):
        return None
    return Question(
        card=card,
        form="typed" if asking.typed else "choice",
        prompt=f"{asked}\n{without(text, told)}" if text else asked,
        options=chosen,
        answers=(key.name, *key.names),
        explanation=explanation,
        refs=refs,
        value=key.ref,
        key=key.ref,
        others=tuple(name for topic in topics.values() if topic is not key for name in topic.leads),
    )


def value_of_statement(asked: str) -> Callable[[Card, Asking], Question | None]:
    """What asks, in these words, for the value that a statement stands under."""

    def ask(card: Card, asking: Asking) -> Question | None:
        fact = asking.material.fact(card.subject)
        if fact is None:
            return None
        topic = asking.material.topics[fact.value]
        reason, refs = standing(fact, asking), (fact.ref, fact.value)
        return which_value(
            card, asking, asked, fact.text, topic, explanation=reason, refs=refs, fits=fact.fits
        )

    return ask


def _candidate(topic: Topic, key: Topic) -> Candidate:
    return Candidate(topic.ref, topic.name, difference(topic, key), topic.ref in key.unlike)


def difference(topic: Topic, key: Topic) -> str:
    """Why this value is or is not the one asked for, in a sentence."""
    if topic is key:
        return f'Its practice theme is "{topic.theme}".'
    told = key.unlike.get(topic.ref) or topic.unlike.get(key.ref)
    return told or f'Value {topic.number} is about something else: its practice theme is "{topic.theme}".'


def standing(fact: Fact, asking: Asking) -> str:
    """Under which value a statement stands, why, and what else it would fit, in sentences."""
    topics = asking.material.topics
    topic = topics[fact.value]
    where = (
        f'It stands under value {topic.number}, {topic.name}. The practice theme there is "{topic.theme}".'
    )
    also = [topics[ref].name for ref in topics if ref in fact.fits and ref != fact.value]
    return f"{where} It would also fit: {'; '.join(also)}." if also else where
