"""What formats of question banks share: permanent ids, categories, and what a question accepts and explains."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from peerguide.corpus.scenarios import MARKS
from peerguide.quiz.fair import LETTERS
from peerguide.quiz.model import BEST_WORST

if TYPE_CHECKING:
    from peerguide.corpus.model.scenarios import Mark
    from peerguide.export.selection import Selection
    from peerguide.quiz.model import Form, Option, Question

LONGEST_LABEL = 200
"""So many characters of a label are kept: learning platforms hold no more than 255."""


class Category(NamedTuple):
    """A part of a bank: its permanent name, and what people read."""

    name: str
    label: str


SCENARIOS = Category("scenarios", "Scenarios")


def identity(selection: Selection, *names: str) -> str:
    """A permanent id made of the guide's name and these, such as `guidelines__practice__7_p2`.

    It is an NCName without a full stop, as XML and QTI ask for, and two different cards never have the same.
    """
    parts = (re.sub(r"[^A-Za-z0-9_-]", _replaced, name) for name in (selection.corpus.guide, *names))
    whole = "__".join(parts)
    return whole if re.match("[A-Za-z_]", whole) else f"_{whole}"


def _replaced(match: re.Match[str]) -> str:
    """What stands for a character that an id cannot have: one underscore for the full stop of a ref, its code for others."""
    return "_" if match[0] == "." else f"_{ord(match[0]):x}_"


def category(question: Question, selection: Selection) -> Category:
    """Where a question belongs: to its value, the glossary, the scenarios, the practices of the guide as a whole, or all values together."""
    if question.card.kind == "scenario":
        return SCENARIOS
    if question.value is not None:
        topic = selection.material.topics[question.value]
        return Category(f"value-{topic.ref}", label(f"Value {topic.number}: {topic.name}"))
    if question.card.kind == "term":
        return Category("glossary", "Glossary")
    if selection.material.wide(question.card.subject):
        return Category("practices", label(selection.of_all_title))
    return Category("all-values", "All values")


def by_category(selection: Selection) -> dict[Category, list[Question]]:
    """All questions of a bank by their categories: the values in the guide's order, then what belongs to none."""
    found: dict[Category, list[Question]] = {}
    for question in selection.bank():
        found.setdefault(category(question, selection), []).append(question)
    places = {f"value-{ref}": place for place, ref in enumerate(selection.material.topics)}
    return {key: found[key] for key in sorted(found, key=lambda one: places.get(one.name, len(places)))}


def label(text: str) -> str:
    """A text short enough for a title."""
    return text if len(text) <= LONGEST_LABEL else f"{text[: LONGEST_LABEL - 1]}…"


def accepted(question: Question) -> tuple[str, ...]:
    """The answers that are right, the official one first, without those that differ from another in capital letters only."""
    found: dict[str, str] = {}
    for answer in question.answers:
        found.setdefault(answer.casefold(), answer)
    return tuple(found.values())


CHOOSING: tuple[Form, ...] = ("choice", BEST_WORST)
"""The forms of question that become a choice of one option. Of a scenario the best is asked for."""

IN_PART = 25
"""What an option between the best and the worst is worth, in percent, where a platform gives marks for it."""

BEST_ONLY = "Which is best?"


def asked(question: Question) -> str:
    """What is asked, as a platform asks it that takes one option and not two."""
    return f"{question.prompt} {BEST_ONLY}" if question.form == BEST_WORST else question.prompt


def said(option: Option, question: Question) -> str:
    """What is said of an option: why it is right or is not, and where it stands between the best and the worst."""
    if question.form != BEST_WORST:
        return option.why
    stands: Mark | None = "best" if option.correct else "worst" if option.worst else None
    return f"{MARKS[stands]} {option.why}"


def worth(option: Option, question: Question) -> int:
    """What choosing an option is worth, in percent."""
    if option.correct:
        return 100
    return IN_PART if question.form == BEST_WORST and not option.worst else 0


def right_order(question: Question) -> tuple[int, ...]:
    """Which items of a question of the form "order" come first, second and so on, by their numbers, from 1."""
    return tuple(LETTERS.index(letter) + 1 for letter in question.answers[0])


def right_places(question: Question) -> tuple[int, ...]:
    """The right place of each item of a question of the form "order", from 1."""
    order = right_order(question)
    return tuple(order.index(number) + 1 for number in range(1, len(order) + 1))


def reason(question: Question) -> str:
    """Why the answer is right, and the refs under which it stands in the guide."""
    return f"{question.explanation}\nTo read it: {', '.join(question.refs)}"
