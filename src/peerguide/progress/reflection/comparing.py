"""Two views of the same part side by side, for a conversation: where they are furthest apart comes first, and neither is right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from peerguide.errors import InvalidFilesError
from peerguide.progress.effective import heir_of
from peerguide.progress.reflection.responses import APPLYING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from peerguide.corpus.model.common import Wording
    from peerguide.corpus.model.values import ValueName
    from peerguide.progress.reflection.handed import Handed, HandedAnswer
    from peerguide.progress.reflection.responses import Part
    from peerguide.progress.reflection.statements import Item

Relation = Literal["apart", "applies to one", "answered by one", "alike", "answered by neither"]

RELATIONS: tuple[Relation, ...] = (
    "apart",
    "applies to one",
    "answered by one",
    "alike",
    "answered by neither",
)
"""How two views of a statement stand to each other, in the order in which they are told."""


@dataclass(frozen=True, eq=False, repr=False)
class View:
    """Whose view it is, by the name of the file, and when it was begun and answered last."""

    name: str
    began: datetime
    last: datetime


@dataclass(frozen=True, eq=False, repr=False)
class Pair:
    """Both views of one statement; None where one has no answer. A statement that is no longer there has no value."""

    ref: str
    text: str
    value: ValueName | None
    wording: Wording | None
    answers: tuple[HandedAnswer | None, HandedAnswer | None]
    relation: Relation


@dataclass(frozen=True, eq=False, repr=False)
class Comparison:
    """Two views, and every statement with both, those furthest apart first. `program` begins the commands to go on with."""

    guide: str
    part: Part
    views: tuple[View, View]
    pairs: tuple[Pair, ...]
    program: str

    def of(self, relation: Relation) -> tuple[Pair, ...]:
        """The statements whose two views stand so to each other."""
        return tuple(pair for pair in self.pairs if pair.relation == relation)


def compared(  # noqa: PLR0913 - both, and what they are about
    one: Handed, other: Handed, items: Sequence[Item], heirs: Mapping[str, str], *, guide: str, program: str
) -> Comparison:
    """Both reflections side by side, the same in whichever order they are given.

    `items` are the statements of their part in the corpus in use, whose name is `guide`. Raises InvalidFilesError when they are not
    about the same part of that guide.
    """
    _check_same(one, other, guide)
    first, second = sorted((one, other), key=_order)
    answers = [_with_heirs(each, heirs) for each in (first, second)]
    pairs = sorted(_pairs(answers[0], answers[1], items), key=_apart)
    views = View(first.name, first.began, first.last), View(second.name, second.began, second.last)
    return Comparison(guide, one.part, views, tuple(pairs), program)


def _order(one: Handed) -> tuple[object, ...]:
    return one.name, one.began, one.last, sorted(one.answers.items())


def _with_heirs(handed: Handed, heirs: Mapping[str, str]) -> dict[str, HandedAnswer]:
    return {heir_of(ref, heirs): answer for ref, answer in sorted(handed.answers.items())}


def _pairs(
    one: Mapping[str, HandedAnswer], other: Mapping[str, HandedAnswer], items: Sequence[Item]
) -> Iterator[Pair]:
    for item in items:
        both = one.get(item.ref), other.get(item.ref)
        yield Pair(item.ref, item.text, item.value, item.wording, both, _relation(*both))
    for ref in sorted((one.keys() | other.keys()) - {item.ref for item in items}):
        both = one.get(ref), other.get(ref)
        text = next(each.text for each in both if each)
        yield Pair(ref, text, None, None, both, _relation(*both))


def _relation(one: HandedAnswer | None, other: HandedAnswer | None) -> Relation:
    if one is None or other is None:
        return "answered by neither" if one is other else "answered by one"
    if one.answer == other.answer:
        return "alike"
    return "apart" if one.answer in APPLYING and other.answer in APPLYING else "applies to one"


def _apart(pair: Pair) -> tuple[int, int]:
    """What comes first: by how the views stand to each other, and how far they are apart."""
    one, other = pair.answers
    steps = 0
    if one and other and pair.relation == "apart":
        steps = abs(APPLYING.index(one.answer) - APPLYING.index(other.answer))
    return RELATIONS.index(pair.relation), -steps


def _check_same(one: Handed, other: Handed, guide: str) -> None:
    """Raise InvalidFilesError unless both are about the same part of this guide."""
    if one.guide != other.guide:
        problems = [
            each.place._replace(message=f'this is about the guide "{each.guide}"') for each in (one, other)
        ]
        message, hint = "These are about two guides", "Compare two views of the same guide."
    elif one.part != other.part:
        problems = [
            each.place._replace(message=f"this is about the part of a {each.part}") for each in (one, other)
        ]
        message = "These are about two parts"
        hint = "Compare two views of the same part, each made with the same --as."
    elif one.guide != guide:
        problems = [
            each.place._replace(message=f'this is about the guide "{each.guide}"') for each in (one, other)
        ]
        message = f'These are about another guide than "{guide}"'
        hint = "Name the corpus that they are about with --corpus."
    else:
        return
    raise InvalidFilesError(f"{message}, so they cannot be set side by side.", hint, problems)
