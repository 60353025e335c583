"""What kinds share: asking for a value, or for one of its names, among options or to be typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.corpus.names.spelling import words_of
from peerguide.corpus.names.stems import stem
from peerguide.quiz.fair import Candidate, options
from peerguide.quiz.likeness import alike
from peerguide.quiz.model import Question
from peerguide.quiz.subjects import aside, beginning
from peerguide.quiz.telling import COMMON, telling, without

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from peerguide.quiz.kinds.base import Asking
    from peerguide.quiz.model import Card
    from peerguide.quiz.subjects import Fact, Topic, Wide


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
    masked: bool = False,
    why: Callable[[Topic, Topic], str] | None = None,
) -> Question | None:
    """A question whose answer is a value.

    `asked` is the question and `text` what it is about. Where words of the text tell the answer there is no question, or,
    in a text that is long enough to be `masked`, they are taken out. `fits` are the values that would fit too, and
    `why` says of another value why it is not the one.
    """
    topics = asking.material.topics
    rivals = [topic for ref, topic in topics.items() if ref != key.ref and ref not in fits]
    chosen = (
        ()
        if asking.typed
        else options(
            _candidate(key, key, why or difference),
            [_candidate(topic, key, why or difference) for topic in rivals],
            asking.chance,
        )
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
    prompt = f"{asked}\n{without(text, told)}" if text else asked
    return Question(
        card=card,
        form="typed" if asking.typed else "choice",
        prompt=prompt,
        options=chosen,
        answers=(key.name, *unsaid(key.names, prompt)),
        explanation=explanation,
        refs=refs,
        value=key.ref,
        key=key.ref,
        others=tuple(name for topic in topics.values() if topic is not key for name in topic.leads),
        fitting=tuple(name for ref in fits if ref in topics and ref != key.ref for name in topics[ref].names),
    )


def unsaid(names: Iterable[str], prompt: str) -> tuple[str, ...]:
    """The names that do more than repeat words of the prompt, in whatever form."""
    words = words_of(prompt)
    said = {*words, *map(stem, words)}

    def repeats(name: str) -> bool:
        parts = words_of(name)
        return "".join(parts) in said or all(stem(part) in said or part in COMMON for part in parts)

    return tuple(name for name in names if not repeats(name))


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


def _candidate(topic: Topic, key: Topic, why: Callable[[Topic, Topic], str]) -> Candidate:
    return Candidate(topic.ref, topic.name, why(topic, key), topic.ref in key.unlike)


def say_the_same(one: Topic, other: Topic) -> bool:
    """Whether two values mean nearly the same, as they are asked or in plain words."""
    return alike(one.meaning, other.meaning) or alike(one.plain, other.plain)


def difference(topic: Topic, key: Topic) -> str:
    """Why this value is or is not the one asked for, in a sentence."""
    if topic is key:
        return of_theme(topic) or f'It says: "{beginning(topic.meaning, 1)}"'
    return key.unlike.get(topic.ref) or topic.unlike.get(key.ref) or something_else(topic)


def something_else(topic: Topic) -> str:
    """That a value is about something else than what is asked for, and what it is about."""
    if topic.theme:
        return f'Value {topic.number} is about something else: its practice theme is "{topic.theme}".'
    return f'Value {topic.number} is about something else. It says: "{beginning(topic.meaning, 1)}"'


def of_theme(topic: Topic) -> str:
    """The practice theme of a value in a sentence; nothing where it has none."""
    return f'Its practice theme is "{topic.theme}".' if topic.theme else ""


def standing(fact: Fact, asking: Asking) -> str:
    """Under which value a statement stands, and which others the guide says it would fit, and what there is to add on its wording."""
    topics = asking.material.topics
    topic = topics[fact.value]
    theme = f', whose practice theme is "{topic.theme}"' if topic.theme else ""
    where = f"It stands under value {topic.number}, {topic.name}{theme}."
    also = [topics[ref].name for ref in topics if ref in fact.also]
    fitting = f" It would also fit: {'; '.join(also)}." if also else ""
    return f"{where}{fitting}{aside(fact.wording)}"


def standing_wide(wide: Wide, asking: Asking) -> str:
    """That a text belongs to the guide as a whole, among what, which values the guide says it would fit, and what there is to add on its wording."""
    topics = asking.material.topics
    noun = "item" if wide.among else "practice"
    among = f", among: {wide.among}" if wide.among else ""
    fits = [topics[ref].name for ref in topics if ref in wide.also]
    fitting = f" It would fit: {'; '.join(fits)}." if fits else ""
    return f"It is {noun} {wide.ref} of the guide as a whole{among}.{fitting}{aside(wide.wording)}"
