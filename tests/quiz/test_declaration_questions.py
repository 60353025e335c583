"""Questions of the Declaration of Peer Roles: a guide whose values have no practice themes and no numbers, and whose practices belong to
none of them. They are fair for the same reasons.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from quiz.fairness import CHI_SQUARE, check_fair, questions_of

from peerguide.corpus.library import Corpus
from peerguide.corpus.names.spelling import words_of
from peerguide.corpus.places import corpus_folder
from peerguide.errors import InvalidFilesError
from peerguide.quiz.grading import grade
from peerguide.quiz.kinds import NAMES
from peerguide.quiz.material import Material
from peerguide.quiz.model import BEST_WORST, GAP, Card
from peerguide.quiz.naming import Naming
from peerguide.quiz.paper import draw, every_card, gives_away, question_of

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import CorpusMaker

    from peerguide.quiz.model import Question

SEEDS = range(150)
"""Enough papers of every card for some ten thousand questions."""

FEWER = range(20)
"""Enough of them where there is hardly anything to choose from."""

KINDS = {"meaning", "says", "list", "item", "term", "gap"}
"""What can be asked of it: it has no themes, no numbers, no supervisor roles, no practices of one value, no scenarios."""


@cache
def declaration(*values: str) -> Material:
    """The Declaration, or some values of it, as questions need it."""
    return Material(Corpus.open(corpus_folder("declaration")), values)


@cache
def every_question(typed: bool = False) -> tuple[Question, ...]:
    """Every question of it, in each of the papers."""
    return tuple(questions_of(declaration(), typed, FEWER if typed else SEEDS))


def of_kind(kind: str) -> list[Question]:
    """The questions of a kind that have options."""
    return [question for question in every_question() if question.card.kind == kind and question.options]


@pytest.mark.parametrize("typed", [False, True])
def test_every_question_is_fair(typed: bool) -> None:
    """Exactly one option is right, no two say nearly the same, no word of the prompt tells which, and nothing is missing from a sentence."""
    questions = every_question(typed)
    assert len(questions) >= (800 if typed else 9_000)
    for question in questions:
        check_fair(question)
        assert len(question.options) in (0, 4)
        whys = [option.why for option in question.options]
        assert not any("None" in text for text in (question.prompt, question.explanation, *whys))


def test_every_card_of_each_kind_has_a_question() -> None:
    """All that there is to ask about is asked, in the kinds that fit such a guide and in no other."""
    asked = {question.card for question in every_question()}
    assert {card.kind for card in asked} == KINDS
    assert set(every_card(declaration(), NAMES)) == asked


def test_typed_answers_are_asked_for_what_can_be_typed() -> None:
    """Of what is typed there are meanings, gaps, terms and the list; items and what a value says are sentences, so they are only chosen."""
    typed = every_question(typed=True)
    assert {question.card.kind for question in typed} == KINDS - {"item", "says"}
    assert {question.form for question in typed} <= {"typed", "list"} - {BEST_WORST}


@pytest.mark.parametrize(
    ("value", "typed"),
    [
        ("movement", "part in a movement"),
        ("community", "community"),
        ("self-determination", "choice"),
        ("human-potential", "vision"),
        ("whole-person", "whole person"),
    ],
)
def test_a_word_that_was_taken_out_may_be_the_answer(value: str, typed: str) -> None:
    """A name whose words stand in the meaning, but are taken out of the question, is the answer: the question did not tell it."""
    question = question_of(Card("meaning", value), declaration(), 1, typed=True)
    assert question
    assert grade(typed, question.answers, question.others).correct


@pytest.mark.parametrize("value", ["curiosity", "growth", "transformation", "movement", "community"])
def test_the_list_takes_the_word_that_a_value_is_known_by(value: str) -> None:
    """An id that is a word names its value in the list of all of them; a number there names nothing."""
    question = question_of(Card("list", "values"), declaration(), 1)
    assert question
    assert [name.ref for name in Naming(question).take(value).new] == [value]
    assert not Naming(question).take("7").new


def test_the_key_stands_anywhere() -> None:
    """The place of the right option is uniform, by a chi-square test."""
    places = Counter(question.right.letter for question in every_question() if question.right)
    expected = places.total() / 4
    assert sum((places[letter] - expected) ** 2 / expected for letter in "ABCD") < CHI_SQUARE[3]


@pytest.mark.parametrize(("kind", "visibly"), [("meaning", 1), ("says", 1), ("item", 1.1), ("term", 1)])
def test_length_is_no_hint(kind: str, visibly: float) -> None:
    """The right option is seldom the longest or the shortest one; items, of which there are few, so that one can see it."""
    asked = of_kind(kind)
    longest = shortest = 0
    for question in asked:
        assert question.right
        own = len(question.right.text)
        others = [len(option.text) for option in question.options if not option.correct]
        longest += own > visibly * max(others)
        shortest += visibly * own < min(others)
    assert longest <= len(asked) / 4
    assert shortest <= len(asked) * 0.35


@pytest.mark.parametrize("kind", ["meaning", "says"])
def test_no_value_that_would_fit_is_among_the_options(kind: str) -> None:
    """A value that a meaning would fit by `also` never stands against the right one."""
    corpus = declaration().corpus
    also = {ref: set(corpus.targets(ref, "also")) for ref in declaration().topics}
    assert any(also.values())
    for question in of_kind(kind):
        key = question.value or ""
        wrong = {option.ref for option in question.options if not option.correct}
        assert wrong.isdisjoint(also[key])
        assert kind == "meaning" or not any(key in also[ref] for ref in wrong)


def test_a_typed_value_that_would_fit_is_told_so() -> None:
    """The names of values that a meaning would fit too are known, so that a typed answer can be told that it fits."""
    question = question_of(Card.of("meaning:mutuality"), declaration(), 1, typed=True)
    assert question
    assert "honesty" in question.fitting
    assert "mutuality" not in question.fitting


def test_an_item_stands_in_its_list_alone() -> None:
    """The right item is one of the list that is named, and every other option one of another list."""
    corpus = declaration().corpus
    rows = corpus.rows("SELECT ref, value, name FROM entry WHERE kind = 'item'")
    lists = {ref: (practice, name) for ref, practice, name in rows}
    for question in of_kind("item"):
        assert question.right
        practice, name = lists[question.right.ref]
        assert question.prompt.endswith(f"\n{name}")
        assert question.refs == (question.card.subject, practice)
        assert question.value is None
        assert all(lists[option.ref][1] != name for option in question.options if not option.correct)


def test_what_says_something_of_itself_is_not_asked() -> None:
    """An item of several sentences is neither asked about nor offered: nobody could know it, and no other option looks like it."""
    assert question_of(Card.of("item:a12.5"), declaration(), 1) is None
    assert "gap:a12.5" not in {question.card.id for question in every_question()}
    assert all(option.ref != "a12.5" for question in every_question() for option in question.options)


def test_a_gap_of_the_whole_guide() -> None:
    """A gap in a practice of the guide as a whole has one answer, counts for no value, and leads to that practice alone."""
    gaps = [question for question in every_question() if question.card.kind == "gap"]
    assert {question.card.subject for question in gaps} >= {f"a{number}" for number in range(1, 14)}
    for question in gaps:
        asked, _newline, text = question.prompt.partition("\n")
        word = question.answers[0]
        assert GAP in text
        assert word not in words_of(text)
        assert f"begins with {word[0]}, ends with {word[-1]}, and has {len(word)} letters" in asked
        assert question.refs == (question.card.subject,)
        assert question.value is None
        noun = "item" if "." in question.card.subject else "practice"
        assert f"It is {noun} {question.card.subject} of the guide as a whole" in question.explanation


def test_one_value() -> None:
    """With a value chosen, questions are about it, about terms that it uses, and about practices and items that would fit it."""
    material = declaration("mutuality")
    corpus = material.corpus
    cards = list(every_card(material, NAMES))
    assert {"meaning:mutuality", "says:mutuality", "term:peer", "gap:a5", "gap:a13.1", "item:a13.1"} <= {
        card.id for card in cards
    }
    for card in cards:
        about = {card.subject, *corpus.targets(card.subject, "also")}
        assert "mutuality" in about or card.kind == "term"
    assert "gap:a1" not in {card.id for card in cards}


@pytest.mark.parametrize("seed", range(40))
def test_no_two_in_a_row_give_each_other_away(seed: int) -> None:
    """No question follows one about the same value or item, nor an item one in whose options it stood, as far as there are others."""
    paper = draw(declaration(), [name for name in NAMES if name != "scenario"], 12, seed)
    assert len(paper.questions) == 12
    assert not any(gives_away(one, other) for one, other in pairwise(paper.questions))


def test_an_item_that_was_shown_gives_its_gap_away() -> None:
    """An item is asked for its missing word neither before nor after it was one of the options."""
    shown = next(question for question in of_kind("item"))
    for option in shown.options:
        gap = question_of(Card("gap", option.ref), declaration(), 1)
        assert gap
        assert gives_away(shown, gap)
        assert gives_away(gap, shown)


def test_the_guide_is_called_by_its_name() -> None:
    """Questions call the Declaration by its title, the guidelines by what everybody calls them, and any other guide "this guide"."""
    assert declaration().guide == "the Declaration of Peer Roles"
    assert Material(Corpus.open(corpus_folder(None))).guide == "the guidelines"


def test_a_guide_of_ones_own(corpus_of: CorpusMaker) -> None:
    """A guide with one list only has no question on what stands in which, and one that numbers its values is asked for numbers."""
    folder = corpus_of(
        "values:\n- {id: kind, number: 1, name: We are kind, meaning: Kindness is for all of us.}\n"
        "- {id: calm, number: 2, name: We are calm, meaning: Nobody needs to hurry here.}\n"
        "practices:\n- {id: a1, text: We greet everyone., items_name: Greetings, items: [{id: a1.1, text: Waving.}]}\n"
    )
    asked = cards_of(folder)
    assert {"number:kind", "meaning:calm", "says:kind", "gap:a1"} <= asked
    assert not any(card.startswith(("item:", "theme", "name:")) for card in asked)


def cards_of(folder: Path) -> set[str]:
    """The cards of a guide that have questions."""
    material = Material(Corpus.open(folder))
    return {question.card.id for question in questions_of(material, typed=False, seeds=range(3))}


@pytest.mark.parametrize(
    ("said", "asked"), [("", True), ("numbered: yes\n", True), ("numbered: no\n", False)]
)
def test_numbers_that_the_document_does_not_give(said: str, asked: bool, corpus_of: CorpusMaker) -> None:
    """Where a document does not number its values, no question asks for a number or for an order."""
    values = (
        "values:\n- {id: kind, number: 1, name: We are kind, meaning: Kindness is for all of us.}\n"
        "- {id: calm, number: 2, name: We are calm, meaning: Nobody needs to hurry here.}\n"
    )
    cards = cards_of(corpus_of(said + values))
    assert ({"number:kind", "number-back:calm", "order:calm"} <= cards) is asked
    assert any(card.startswith(("number", "order")) for card in cards) is asked


def test_the_word_of_a_gap_in_an_item_stands_there(corpus_of: CorpusMaker) -> None:
    """The word that a question is to take out of an item must stand in it; otherwise the corpus is not valid."""
    folder = corpus_of(
        "values:\n- {id: kind, number: 1, name: We are kind, meaning: Kindness is for all of us.}\npractices:\n"
        "- {id: a1, text: We greet all., items_name: How, items: [{id: a1.1, text: Waving hands., gap: [feet]}]}\n"
    )
    with pytest.raises(InvalidFilesError) as raised:
        Corpus.open(folder)
    assert any('takes out "feet"' in problem.message for problem in raised.value.problems)
