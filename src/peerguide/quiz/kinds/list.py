"""Name them all: the values, in any order, one by one."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from peerguide.corpus.names.spelling import number_words
from peerguide.quiz.kinds.base import Asking, Kind
from peerguide.quiz.model import Name, Question

if TYPE_CHECKING:
    from peerguide.quiz.material import Material
    from peerguide.quiz.model import Card

SUBJECT = "values"


def _ask(card: Card, asking: Asking) -> Question | None:
    topics = [asking.material.topics[ref] for ref in asking.material.values]
    if card.subject != SUBJECT or len(topics) < 2:
        return None
    count = number_words(len(topics))
    needed = ceil(len(topics) * asking.mark - 1e-9)
    return Question(
        card=card,
        form="list",
        prompt=f"Name the {count} values, in any order. {needed} of {len(topics)} are enough.",
        options=(),
        answers=tuple(topic.name for topic in topics),
        explanation="The values are: " + "; ".join(f"{topic.number}. {topic.name}" for topic in topics) + ".",
        refs=tuple(topic.ref for topic in topics),
        value=None,
        key=None,
        named=tuple(Name(topic.ref, topic.name, _ways(topic.names, topic.number)) for topic in topics),
        needed=needed,
    )


def _ways(names: tuple[str, ...], number: int) -> tuple[str, ...]:
    """The ways to type a name, without its number and an id in digits: they would name nothing."""
    return tuple(name for name in names if not name.isdecimal() and name != number_words(number))


def _subjects(material: Material) -> tuple[str, ...]:
    return (SUBJECT,) if len(material.values) == len(material.topics) else ()


KIND = Kind("list", "all values by name, in any order", _subjects, _ask)
