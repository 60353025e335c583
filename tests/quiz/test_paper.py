"""Papers: which questions are drawn, in what order, and the same ones again."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from peerguide.corpus.library import Corpus
from peerguide.corpus.places import corpus_folder
from peerguide.quiz.kinds import NAMES
from peerguide.quiz.material import Material
from peerguide.quiz.model import Card
from peerguide.quiz.paper import draw, gives_away, paper_of

if TYPE_CHECKING:
    from conftest import CorpusMaker

    from peerguide.quiz.paper import Paper


def material(*values: str) -> Material:
    """The shipped corpus, or these values of it."""
    return Material(Corpus.open(corpus_folder(None)), values)


def contents(paper: Paper) -> list[tuple[str, str, tuple[str, ...]]]:
    """What a paper asks, in order."""
    return [
        (question.card.id, question.prompt, tuple(option.text for option in question.options))
        for question in paper.questions
    ]


def test_a_seed_repeats_its_paper() -> None:
    """The same seed draws the same questions with the same options in the same order; another one draws others."""
    first, again, other = (contents(draw(material(), NAMES, 20, seed)) for seed in (7, 7, 8))
    assert first == again
    assert first != other


@pytest.mark.parametrize("seed", range(40))
def test_no_two_in_a_row_give_each_other_away(seed: int) -> None:
    """In a paper of all kinds no question follows one on the same value or statement, nor one list of values another."""
    paper = draw(material(), NAMES, 12, seed)
    assert len(paper.questions) == 12
    assert not any(gives_away(one, other) for one, other in pairwise(paper.questions))


def test_no_question_twice_and_every_kind_in_turn() -> None:
    """No card comes twice in one paper, and twice as many questions as kinds have two of each."""
    kinds = [name for name in NAMES if name not in ("list", "says", "item")]
    cards = [question.card for question in draw(material(), kinds, 2 * len(kinds), 3).questions]
    assert len(set(cards)) == len(cards)
    assert set(Counter(card.kind for card in cards).values()) == {2}


def test_a_paper_of_everything() -> None:
    """A paper of more questions than there are has each of them once."""
    paper = draw(material(), NAMES, 10_000, 1)
    assert len({question.card for question in paper.questions}) == len(paper.questions) > 300


def test_only_the_values_asked_for() -> None:
    """With values chosen, every question is about one of them, about a term that it uses, or a scenario of it among others."""
    corpus = Corpus.open(corpus_folder(None))
    for question in draw(material("7", "9"), NAMES, 500, 1).questions:
        about = {question.value, *corpus.targets(question.card.subject, "value")}
        assert about & {"7", "9"} or question.card.kind == "term"


@pytest.mark.parametrize(
    ("yaml", "kinds", "count"),
    [
        ("", NAMES, 0),
        ("practices: [{id: 1.p1, text: We greet each person.}]", ["practice", "theme", "half", "order"], 0),
        ("practices: [{id: 1.p1, text: We greet each person.}]", ["name", "part", "gap"], 2),
    ],
)
def test_a_corpus_of_one_value(yaml: str, kinds: list[str], count: int, corpus_of: CorpusMaker) -> None:
    """Of one value there is no choice to offer, yet what can be asked fairly is asked."""
    entry = "- {id: 1, number: 1, name: We are kind, theme: Open the door, meaning: Kindness is for all."
    folder = corpus_of(f"values:\n{entry}{f', {yaml}' if yaml else ''}}}\n")
    asked = draw(
        Material(Corpus.open(folder)), [kind for kind in kinds if kind != "name" or yaml], 10, 1
    ).questions
    assert len(asked) == count


def test_two_values_give_two_options(corpus_of: CorpusMaker) -> None:
    """A corpus of two values gives two options, and a value named like the question gives none."""
    paper = draw(Material(Corpus.open(corpus_of())), ["practice", "theme", "number"], 10, 1)
    assert paper.questions
    assert {len(question.options) for question in paper.questions} == {2}


def test_cards_in_a_given_order() -> None:
    """A paper of given cards keeps their order, leaves out what is no card here, and ends at its count."""
    cards = ["theme:7", "practice:99.p1", "practice:3.p1", "nonsense", "gap:9.s1", "term:peer"]
    assert [question.card.id for question in paper_of(material(), cards, 3, 1).questions] == [
        "theme:7",
        "practice:3.p1",
        "gap:9.s1",
    ]


@pytest.mark.parametrize("identity", ["practice:7.p2", "theme-back:7", "value:declaration:mutuality"])
def test_a_card_is_its_id(identity: str) -> None:
    """A card has the id it was made from, and its subject may hold a colon."""
    card = Card.of(identity)
    assert card.id == identity
    assert f"{card.way}:{card.subject}" == identity
