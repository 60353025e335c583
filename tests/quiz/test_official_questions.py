"""Questions in an official wording: the same cards, fair for the same reasons, and told about in both wordings."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from made_up import made_up

from peerguide.corpus.library import Corpus
from peerguide.corpus.places import corpus_folder
from peerguide.quiz.kinds import NAMES
from peerguide.quiz.kinds.part import unnamed
from peerguide.quiz.material import Material
from peerguide.quiz.model import GAP, Card, Question
from peerguide.quiz.paper import every_card, question_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from conftest import CorpusMaker

    from peerguide.corpus.wordings import Choice


@cache
def shipped() -> Corpus:
    """The shipped corpus, in plain words."""
    return Corpus.open(corpus_folder(None))


def material(choice: Choice, texts: Mapping[str, str]) -> Material:
    """The shipped corpus in a wording, as questions need it."""
    return Material(shipped().in_wording(choice, texts))


def asked(card: str, material: Material, seed: int = 1, *, typed: bool = False) -> Question:
    """The question of a card, which has one."""
    question = question_of(Card.of(card), material, seed, typed=typed)
    assert question
    return question


def test_cards_do_not_depend_on_the_wording() -> None:
    """The cards are the same, whatever the wording, so that history carries on."""
    every = [
        [card.id for card in every_card(material(choice, made_up(shipped())), NAMES)]
        for choice in ("plain", "official", "both")
    ]
    assert every[0] == every[1] == every[2]


@pytest.mark.parametrize("card", ["practice:7.p3", "gap:7.p3", "meaning:7", "term:peer-supporter"])
def test_what_is_asked_in_both(card: str) -> None:
    """With both wordings the official one is asked, and the explanation adds the plain one."""
    texts = made_up(shipped())
    plain, official, both = (asked(card, material(choice, texts)) for choice in ("plain", "official", "both"))
    assert official.prompt == both.prompt
    assert [one.text for one in official.options] == [one.text for one in both.options]
    assert official.prompt != plain.prompt
    assert official.explanation == plain.explanation
    beside = both.explanation.removeprefix(official.explanation)
    assert beside.startswith(" In plain words: ")


def test_both_halves_are_told_in_plain_words() -> None:
    """With both wordings, the plain words of a practice and of its role are told together, once introduced."""
    question = asked("half:7.p3", material("both", made_up(shipped())))
    _told, _introduced, beside = question.explanation.partition(" In plain words: ")
    ((practice,),) = shipped().rows("SELECT text FROM entry WHERE ref = '7.p3'")
    ((role,),) = shipped().rows("SELECT text FROM entry WHERE ref = ?", question.key)
    assert beside == f"{practice} {role}"


def test_what_is_not_there_is_asked_in_plain_words() -> None:
    """A statement without an official text is asked in plain words, and that is said."""
    ((plain,),) = shipped().rows("SELECT text FROM entry WHERE ref = '7.p3'")
    for choice in ("official", "both"):
        question = asked("practice:7.p3", material(choice, {"9.p1": "Else."}))
        assert question.prompt.endswith(plain)
        assert question.explanation.endswith("plain words stand.")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Peer supporters bring compassion to their work.", "compassion"),
        ("Peer supporters bring COMPASSION to their work.", "compassion"),
        ("Peer supporters are compassionate at work, with compassion.", "supporters"),
        ("Peer supporters are warm at their workplaces.", "workplaces"),
    ],
)
def test_the_word_that_the_guide_names(text: str, word: str) -> None:
    """The word that the guide takes out is asked for only where the official text has it and nothing else tells it."""
    question = asked("gap:7.p3", material("official", {"7.p3": text}))
    assert question.answers[0] == word
    assert GAP in question.prompt


def test_what_a_term_is_known_by() -> None:
    """Where a definition is official, a term is asked by how that begins, and not by the guide's own gist."""
    texts = made_up(shipped())
    prompt = asked("term:peer", material("official", {"peer": "Someone on a par."})).prompt
    assert prompt.endswith("Someone on a par.")
    assert "Someone on a par" not in asked("term:peer", material("official", texts)).prompt


# What fits as well

SAME = "Peer supporters are punctual about their appointments every week."
LIKE = "Peer supporters are punctual about all their appointments each week."


@pytest.mark.parametrize(
    ("texts", "fits"),
    [
        ({"1.p1": "Alpha beta gamma delta.", "2.p1": "Sigma tau upsilon phi."}, {"1", "2"}),
        ({"1.p1": SAME, "2.p1": SAME}, {"1", "2"}),
        ({"1.p1": SAME, "3.p1": LIKE}, {"1", "2", "3"}),
        ({"1.p1": SAME, "3.p1": "Alpha beta gamma delta."}, {"1", "2"}),
    ],
    ids=["alike in plain words", "alike in both", "alike in official words", "not alike"],
)
def test_near_identical_statements(texts: dict[str, str], fits: set[str], corpus_of: CorpusMaker) -> None:
    """A statement fits another value where nearly the same stands there, in the wording asked or in plain words."""
    plain = [
        "We greet each person warmly at the door.",
        "We greet every person warmly at the door.",
        "We rest.",
    ]
    values = "".join(
        f"- {{id: {n}, number: {n}, name: 'We are {name}', theme: t{n}, meaning: m{n}, practices: [{{id: {n}.p1, text: '{text}'}}]}}\n"
        for n, (name, text) in enumerate(zip(("kind", "calm", "wise"), plain, strict=True), 1)
    )
    corpus = Corpus.open(corpus_of(f"values:\n{values}"))
    fact = Material(corpus.in_wording("official", texts)).fact("1.p1")
    assert fact
    assert fact.fits == fits


def test_value_7_and_its_doubled_practice() -> None:
    """What value 7 states twice, word for word, is one card; its second statement asks nothing."""
    official = material("official", made_up(shipped()))
    first, second = official.fact("7.p1"), official.fact("7.p4")
    assert first
    assert second
    assert first.text == second.text
    assert "7.p1" in official.practices
    assert "7.p4" not in official.practices


def test_values_9_and_11_and_what_they_share() -> None:
    """What stands under values 9 and 11 in nearly the same words is never asked for one against the other."""
    official = material("official", made_up(shipped()))
    for ref, other in (("9.s2", "11"), ("11.s5", "9")):
        for seed in range(20):
            question = question_of(Card("role", ref), official, seed)
            assert not question or other not in {option.ref for option in question.options}


def test_whose_part_it_is_was_looked_at_in_plain_words() -> None:
    """What cannot be asked for its part in plain words is not asked in official ones either: nobody looked whether it could be both."""
    texts = {"9.p1": "Peer supporters speak as equals."}
    for typed in (False, True):
        assert question_of(Card("part", "9.p1"), material("plain", {}), 1, typed=typed) is None
        assert question_of(Card("part", "9.p1"), material("official", texts), 1, typed=typed) is None


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Peer supporters assist individuals.", "Assist ____."),
        ("Respect an individual's path.", "Respect an ____ path."),
        ("Respect individuals\u2019 paths.", "Respect ____ paths."),
        ("Meet supervisees and those being supported.", "Meet ____ and ____."),
        ("Tell it to those who are being supported.", "Tell it to ____."),
        ("Orient peer specialists.", "Orient ____."),
    ],
)
def test_who_acts_is_not_named(text: str, left: str) -> None:
    """The names that official sentences have for who acts and on whom are taken out like those of the plain ones."""
    assert unnamed(text) == left
