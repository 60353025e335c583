"""Every question that any kind can make is fair: one option is right, and nothing but knowing tells which."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_up import made_up
from quiz.fairness import CHI_SQUARE, SEEDS, check_fair, questions_of, stems

from peerguide.corpus.library import Corpus
from peerguide.corpus.names.spelling import fold, words_of
from peerguide.corpus.places import corpus_folder
from peerguide.quiz.kinds import NAMES
from peerguide.quiz.likeness import alike
from peerguide.quiz.material import Material
from peerguide.quiz.model import BEST_WORST, GAP
from peerguide.quiz.paper import every_card

if TYPE_CHECKING:
    from pathlib import Path

    from peerguide.corpus.wordings import Choice
    from peerguide.quiz.model import Question

WHO_ACTS = set(
    "you your supervisor supervisors supervisee supervisees supporter supporters specialist specialists individual individuals".split()
)
"""Words that say whose part a statement is, or whom it is about."""

FEWER = range(10)
"""Enough of them in another wording, where the same rules make the questions out of other sentences."""

in_each_wording = pytest.mark.parametrize("wording", ["plain", "official"])


@cache
def corpus_in(wording: Choice) -> Corpus:
    """The shipped corpus in a wording; the official one is made up for the tests."""
    corpus = Corpus.open(corpus_folder(None))
    return corpus.in_wording(wording, made_up(corpus))


@cache
def shipped(wording: Choice = "plain") -> Material:
    """The shipped corpus, as questions need it."""
    return Material(corpus_in(wording))


@cache
def every_question(typed: bool = False, wording: Choice = "plain") -> tuple[Question, ...]:
    """Every question of the shipped corpus, in each of the papers."""
    return tuple(questions_of(shipped(wording), typed, SEEDS if wording == "plain" else FEWER))


@in_each_wording
def test_every_question_of_the_shipped_corpus_is_fair(wording: Choice) -> None:
    """Exactly one option is right, no two say nearly the same, and no word of the prompt tells which."""
    questions = every_question(wording=wording)
    assert len(questions) >= (10_000 if wording == "plain" else 3_000)
    for question in questions:
        check_fair(question)


@in_each_wording
def test_every_typed_question_of_the_shipped_corpus_is_fair(wording: Choice) -> None:
    """A question to be typed has an answer, a reason and refs, and is typed unless it is a list, an order, or has whole sentences to
    choose from.
    """
    for question in every_question(typed=True, wording=wording):
        check_fair(question)
        assert question.form in ("typed", "list", "order", BEST_WORST)


@in_each_wording
def test_four_options(wording: Choice) -> None:
    """Every question with options has four of them in the shipped corpus."""
    assert {len(question.options) for question in every_question(wording=wording)} == {0, 4}


@in_each_wording
@pytest.mark.parametrize("kind", ["practice", "role", "part"])
def test_no_option_fits_as_well(kind: str, wording: Choice) -> None:
    """No value stands against the right one that the statement would fit by `also`."""
    corpus = Corpus.open(corpus_folder(None))
    for question in every_question(wording=wording):
        if question.card.kind == kind:
            fits = {*corpus.targets(question.card.subject, "also"), question.value}
            wrong = {option.ref for option in question.options if not option.correct}
            assert wrong.isdisjoint(fits - {question.value})
            assert kind == "part" or question.value not in wrong


@in_each_wording
def test_no_role_of_the_other_half_fits_as_well(wording: Choice) -> None:
    """No role stands against the right one that would fit the practice's value, or the practice its value."""
    corpus = Corpus.open(corpus_folder(None))
    owner = dict(corpus.rows("SELECT ref, value FROM entry WHERE kind IN ('practice', 'role')"))
    for question in every_question(wording=wording):
        if question.card.kind == "half":
            own = {owner[question.card.subject], *corpus.targets(question.card.subject, "also")}
            for option in question.options:
                if not option.correct:
                    assert own.isdisjoint({owner[option.ref], *corpus.targets(option.ref, "also")})
                else:
                    assert owner[option.ref] == owner[question.card.subject]


def test_the_key_stands_anywhere() -> None:
    """Over ten thousand questions the place of the right option is uniform, by a chi-square test."""
    asked = [question for question in every_question() if len(question.options) == 4][:10_000]
    places = Counter(question.right.letter for question in asked if question.right)
    expected = len(asked) / 4
    assert sum((places[letter] - expected) ** 2 / expected for letter in "ABCD") < CHI_SQUARE[3]


@in_each_wording
@pytest.mark.parametrize(
    "kind", ["", "theme", "meaning", "number", "practice", "role", "part", "half", "term"]
)
def test_the_longest_option_is_no_hint(kind: str, wording: Choice) -> None:
    """The right option is the longest one no more often than by chance, over all kinds and in each."""
    asked = [
        question
        for question in every_question(wording=wording)
        if question.options and kind in ("", question.card.kind)
    ]
    longest = sum(
        all(len(option.text) < len(question.right.text) for option in question.options if not option.correct)
        for question in asked
        if question.right
    )
    assert longest <= len(asked) / 4


def test_the_same_seed_asks_the_same() -> None:
    """A card asks the same question again with the same seed, and mostly another one with another seed."""
    first, again, other = (
        {
            question.card: [(option.text, option.correct) for option in question.options]
            for question in questions_of(shipped(), typed=False, seeds=range(seed, seed + 1))
            if question.options
        }
        for seed in (1, 1, 2)
    )
    assert first == again
    both = first.keys() & other.keys()
    assert sum(first[card] != other[card] for card in both) > len(both) / 2


@in_each_wording
def test_every_kind_has_questions(wording: Choice) -> None:
    """Every kind that the guidelines have entries for has questions, and most cards of every kind that shows a name or a number."""
    asked = {question.card for question in every_question(wording=wording)}
    assert {card.kind for card in asked} == set(NAMES) - {"says", "item"}
    kinds = ["number", "meaning", "name", "list", "order", "term"]
    if wording == "plain":  # of an official sentence, there may be no word that can be taken out
        kinds.append("gap")
    for kind in kinds:
        assert [card for card in every_card(shipped(wording), [kind]) if card not in asked] == []


def test_a_word_that_tells_is_not_asked_for_its_value() -> None:
    """A theme or a statement that has a word of its value's own name is not asked for its value."""
    asked = {question.card.id for question in every_question()}
    assert asked.isdisjoint({"theme:2", "theme:9", "practice:10.p2", "role:2.s1"})
    assert {"theme:7", "practice:7.p3", "role:2.s3", "gap:10.p2"} <= asked


@in_each_wording
def test_what_could_be_either_part_is_not_asked(wording: Choice) -> None:
    """No question asks whose part a statement is that could be both, or that names who acts in another way."""
    corpus = Corpus.open(corpus_folder(None))
    either = {ref for (ref,) in corpus.rows("SELECT ref FROM link WHERE relation = 'either part'")}
    for typed in (False, True):
        for question in every_question(typed, wording):
            if question.card.kind == "part":
                assert question.card.subject not in either
                assert WHO_ACTS.isdisjoint(words_of(question.prompt.partition("\n")[2]))


@in_each_wording
def test_no_answer_repeats_the_prompt(wording: Choice) -> None:
    """Nothing that only repeats words of the prompt is among the answers that pass."""
    for question in every_question(typed=True, wording=wording):
        if (
            question.card.kind in ("theme", "meaning", "number", "practice", "role", "name")
            and "-back" not in question.card.way
        ):
            said = set(words_of(question.prompt))
            for answer in question.answers[1:]:
                assert not said.issuperset(words_of(answer)), (question.card.id, answer)


@in_each_wording
def test_no_gap_is_told_beside_it(wording: Choice) -> None:
    """The word of a gap stands nowhere else in its prompt."""
    for question in every_question(typed=True, wording=wording):
        if question.card.kind in ("gap", "half") or question.card.way == "term-back":
            assert question.answers[0] not in words_of(question.prompt), question.card.id


@in_each_wording
@pytest.mark.parametrize("typed", [False, True])
def test_the_prompt_does_not_say_the_name(typed: bool, wording: Choice) -> None:
    """Where a statement, a theme or a meaning is shown, no word of its value's own name is left in it."""
    for question in every_question(typed, wording):
        if question.card.kind in ("practice", "role", "meaning", "name"):
            topic = shipped().topics[question.value or ""]
            assert stems(topic.short).isdisjoint(stems(question.prompt.partition("\n")[2]))


@in_each_wording
def test_a_gap_has_one_answer(wording: Choice) -> None:
    """The word of a gap is left nowhere in the text, and the letters told are its own."""
    for question in every_question(wording=wording):
        if question.card.kind == "gap":
            asked, _newline, text = question.prompt.partition("\n")
            word = question.answers[0]
            assert GAP in text
            assert word not in words_of(text)
            assert f"begins with {word[0]}, ends with {word[-1]}, and has {len(word)} letters" in asked


# Generated corpora

WORDS = "hope share voice choice power trust open learn change grow listen honor welcome respect strong calm".split()
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)


@st.composite
def corpora(draw: st.DrawFn) -> str:
    """The YAML of a corpus of one to six values, whose few words make many near-identical texts."""
    names = draw(st.lists(texts, min_size=1, max_size=6, unique_by=fold))
    themed = draw(st.booleans())
    lines = [*_whole(draw(st.lists(st.lists(texts, max_size=3), max_size=3))), "values:"]
    for number, name in enumerate(names, 1):
        others = [other for other in range(1, len(names) + 1) if other != number]
        theme = f", theme: '{draw(texts)}'" if themed else ""
        lines += [f"- {{id: {number}, number: {number}, name: 'We {name}'{theme}, meaning: '{draw(texts)}'"]
        for key, letter in (("practices", "p"), ("roles", "s")):
            statements = draw(st.lists(texts, max_size=3))
            items = []
            for place, text in enumerate(statements, 1):
                also = draw(st.lists(st.sampled_from(others), unique=True, max_size=2)) if others else []
                pointers = f", also: {also}" if also else ""
                items.append(f"{{id: {number}.{letter}{place}, text: '{text}'{pointers}}}")
            if items:
                lines[-1] += f", {key}: [{', '.join(items)}]"
        lines[-1] += "}"
    return "\n".join(lines) + "\n"


def _whole(lists: list[list[str]]) -> list[str]:
    """The YAML of practices of the guide as a whole, each with what it lists."""
    lines = ["practices:"] if lists else []
    for number, items in enumerate(lists, 1):
        listed = ", ".join(
            f"{{id: a{number}.{place}, text: '{text}'}}" for place, text in enumerate(items, 1)
        )
        of = f", items_name: List {number}, items: [{listed}]" if items else ""
        lines.append(f"- {{id: a{number}, text: We share number {number}.{of}}}")
    return lines


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(yaml=corpora())
def test_every_question_of_any_corpus_is_fair(yaml: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whatever a corpus holds, each question made of it is fair, typed or not, and none is made of too little."""
    material = Material(Corpus.open(_written(yaml, tmp_path_factory.mktemp("corpus"))))
    for typed in (False, True):
        for question in questions_of(material, typed, range(2)):
            check_fair(question)
            _check_twins(question, material)


def _check_twins(question: Question, material: Material) -> None:
    """Assert that no option is a value under which nearly the same statement stands."""
    if question.card.kind not in ("practice", "role"):
        return
    fact = material.fact(question.card.subject)
    assert fact
    for ref in material.statements:
        other = material.fact(ref)
        if other and alike(fact.text, other.text):
            assert all(option.correct or option.ref != other.value for option in question.options)


def _written(yaml: str, folder: Path) -> Path:
    (folder / "values.yaml").write_text(yaml, encoding="utf-8")
    return folder
