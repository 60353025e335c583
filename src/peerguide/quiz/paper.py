"""Drawing a paper: which questions a sitting asks, and in what order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from random import Random
from typing import TYPE_CHECKING, TypeVar

from peerguide.quiz.kinds import NAMES, kind_named
from peerguide.quiz.kinds.base import MARK, Asking
from peerguide.quiz.model import BEST_WORST, Card

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from peerguide.quiz.kinds.base import Kind
    from peerguide.quiz.material import Material
    from peerguide.quiz.model import Question

Thing = TypeVar("Thing")

LARGEST_SEED = 10**9

ENOUGH_TRIED = 200
"""So many cards in a row without a fair question mean that there are hardly any."""


@dataclass(frozen=True, eq=False, repr=False)
class Paper:
    """The questions of a sitting, in order, and the seed that gives them again."""

    questions: tuple[Question, ...]
    seed: int


def new_seed() -> int:
    """A seed that nobody chose."""
    return Random().randrange(LARGEST_SEED)


def any_of(refs: Sequence[str], seed: int | None) -> str:
    """Any of these, the same one for the same seed."""
    return Random(seed).choice(refs)


def draw(  # noqa: PLR0913 - what makes a paper
    material: Material,
    kinds: Sequence[str],
    count: int,
    seed: int,
    *,
    typed: bool = False,
    mark: float = MARK,
) -> Paper:
    """A paper of up to that many questions, none of them twice.

    The kinds take turns, so that those with few cards are asked too. `mark` is the share of a list that passes. The same
    corpus, kinds, count and seed give the same paper.
    """
    chance = Random(seed)
    makers = [kind for kind in map(kind_named, kinds) if kind.there(material)]
    piles = [
        _made(
            ((material, card) for card in _drawn(kind, material, count, chance)), seed, typed=typed, mark=mark
        )
        for kind in makers
    ]
    return Paper(tuple(apart(islice(_turns(piles, chance), count))), seed)


def draw_from(  # noqa: PLR0913 - what makes a paper
    materials: Sequence[Material],
    kinds: Sequence[str],
    count: int,
    seed: int,
    *,
    typed: bool = False,
    mark: float = MARK,
) -> Paper:
    """A paper as `draw` has it, with questions of each guide in turn where there are several."""
    papers = [draw(material, kinds, count, seed, typed=typed, mark=mark) for material in materials]
    if len(papers) == 1:
        return papers[0]
    return Paper(tuple(apart(islice(in_turn(*(paper.questions for paper in papers)), count))), seed)


def in_turn(*lists: Iterable[Thing]) -> Iterator[Thing]:
    """One of each list after another, until none has any."""
    left = [iter(one) for one in lists]
    while left:
        for one in list(left):
            try:
                yield next(one)
            except StopIteration:
                left.remove(one)


def paper_of(
    material: Material, cards: Iterable[str], count: int, seed: int, *, typed: bool = False
) -> Paper:
    """A paper of the first of these cards, by their ids, in this order as far as none gives the next away."""
    return paper_of_all(((material, card) for card in cards), count, seed, typed=typed)


def paper_of_all(
    cards: Iterable[tuple[Material, str]], count: int, seed: int, *, typed: bool = False
) -> Paper:
    """The same of cards of any guides, each with what it is made of."""
    made = _made(((material, Card.of(card)) for material, card in cards), seed, typed=typed)
    return Paper(tuple(apart(islice(made, count))), seed)


def every_card(material: Material, kinds: Sequence[str]) -> Iterator[Card]:
    """All cards of these kinds, kind by kind."""
    for kind in map(kind_named, kinds):
        for subject in kind.subjects(material):
            for way in kind.ways:
                yield Card(way, subject)


def question_of(
    card: Card, material: Material, seed: int, *, typed: bool = False, mark: float = MARK
) -> Question | None:
    """The question that this card asks in a paper of this seed; None where there is no fair one, or no such card."""
    if card.kind not in NAMES:
        return None
    asking = Asking(material, Random(f"{seed} {card.id}"), typed, mark)
    question = kind_named(card.kind).ask(card, asking)
    return _of_its_guide(question, material.name, material.guide) if question and material.name else question


def _of_its_guide(question: Question, name: str, guide: str) -> Question:
    """The question as it is asked among those of other guides: it says which guide it is about."""
    asked, *texts = question.prompt.split("\n")
    if guide not in asked:
        begins = asked if question.form == BEST_WORST else f"{asked[:1].lower()}{asked[1:]}"
        asked = f"In {guide}: {begins}"
    return replace(question, guide=name, prompt="\n".join([asked, *texts]))


def _drawn(kind: Kind, material: Material, count: int, chance: Random) -> Iterator[Card]:
    """Cards of one kind in any order. No more are drawn at first than are likely to be needed, since some corpora are large."""
    subjects, ways = kind.subjects(material), kind.ways
    total = len(subjects) * len(ways)
    taken = chance.sample(range(total), min(total, 2 * count + 8))
    yield from (Card(ways[place % len(ways)], subjects[place // len(ways)]) for place in taken)
    if len(taken) < total:
        rest = sorted(set(range(total)).difference(taken))
        chance.shuffle(rest)
        yield from (Card(ways[place % len(ways)], subjects[place // len(ways)]) for place in rest)


def _made(
    cards: Iterable[tuple[Material, Card]], seed: int, *, typed: bool, mark: float = MARK
) -> Iterator[Question]:
    """The questions of those cards that have a fair one, made when they are wanted.

    Where so many cards in a row have none, the rest is not tried: in a large corpus that could take minutes.
    """
    unfair = 0
    for material, card in cards:
        question = question_of(card, material, seed, typed=typed, mark=mark)
        unfair = 0 if question else unfair + 1
        if question:
            yield question
        elif unfair == ENOUGH_TRIED:
            return


def _turns(piles: list[Iterator[Question]], chance: Random) -> Iterator[Question]:
    """A question of each pile in turn, the piles in another order each time, until none has any."""
    while piles:
        chance.shuffle(piles)
        left = []
        for pile in piles:
            question = next(pile, None)
            if question is not None:
                left.append(pile)
                yield question
        piles = left


def apart(questions: Iterable[Question]) -> list[Question]:
    """The questions in nearly the same order, none following one that gives it away, as far as that can be."""
    waiting = list(questions)
    ordered: list[Question] = []
    while waiting:
        last = ordered[-1] if ordered else None
        place = next((at for at, one in enumerate(waiting) if last is None or not gives_away(last, one)), 0)
        ordered.append(waiting.pop(place))
    return _mended(ordered)


def _mended(ordered: list[Question]) -> list[Question]:
    """The same with those for which there was no place left put between two where they can stand."""
    for _each in ordered:
        at = next((at for at in range(1, len(ordered)) if gives_away(ordered[at - 1], ordered[at])), None)
        if at is None:
            break
        stray = ordered.pop(at)
        place = next((spot for spot in range(len(ordered) + 1) if _fits(stray, ordered, spot)), None)
        if place is None:
            ordered.insert(at, stray)
            break
        ordered.insert(place, stray)
    return ordered


def _fits(question: Question, ordered: Sequence[Question], spot: int) -> bool:
    before = ordered[spot - 1] if spot else None
    after = ordered[spot] if spot < len(ordered) else None
    return not (before and gives_away(before, question)) and not (after and gives_away(question, after))


def gives_away(one: Question, other: Question) -> bool:
    """Whether having seen one question, with its answer, would help with the other."""
    if one.guide != other.guide:
        return False
    if one.card.kind in WHOLE or other.card.kind in WHOLE:
        return one.card.kind in SHOWS_NUMBERS and other.card.kind in SHOWS_NUMBERS
    return (one.value is not None and one.value == other.value) or not _told_of(one).isdisjoint(
        _told_of(other)
    )


def _told_of(question: Question) -> set[str]:
    """The refs of what a question tells: an item in each of its options, where it asks for one."""
    shown = (option.ref for option in question.options) if question.card.kind == ITEM else ()
    return {*question.refs, *shown}


ITEM = "item"

WHOLE = ("list", "order")
"""Kinds that show many values at once."""

SHOWS_NUMBERS = ("list", "order", "number", "name")
"""Kinds whose answers are helped by a list of values with their numbers."""
