"""What must hold of any question, and every question that a corpus can make."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import snowballstemmer

from peerguide.corpus.names.spelling import words_of
from peerguide.quiz.kinds import NAMES
from peerguide.quiz.likeness import alike
from peerguide.quiz.model import BEST_WORST
from peerguide.quiz.paper import every_card, question_of
from peerguide.quiz.telling import COMMON

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.quiz.material import Material
    from peerguide.quiz.model import Question

SEEDS = range(30)
"""Enough papers of every card for ten thousand questions."""

CHI_SQUARE = {3: 16.27}
"""The value that a chi-square statistic of that many degrees of freedom exceeds once in a thousand times."""

STEMMER = snowballstemmer.stemmer("english")


def questions_of(material: Material, typed: bool, seeds: range = SEEDS) -> Iterator[Question]:
    """Every question of a corpus, in each of these papers."""
    cards = list(every_card(material, NAMES))
    for seed in seeds:
        for card in cards:
            question = question_of(card, material, seed, typed=typed)
            if question:
                yield question


@cache
def stems(text: str) -> frozenset[str]:
    """The telling stems of a text, by a stemmer that the program itself does not use."""
    return frozenset(STEMMER.stemWords([word for word in words_of(text) if word not in COMMON]))


def check_fair(question: Question) -> None:
    """Assert what must hold of any question."""
    assert question.answers
    assert question.explanation
    assert question.refs
    if not question.options:
        return
    assert [option.letter for option in question.options] == list("ABCD")[: len(question.options)]
    assert sum(option.correct for option in question.options) == 1
    assert all(option.why for option in question.options)
    for place, option in enumerate(question.options):
        for other in question.options[:place]:
            assert not alike(option.text, other.text), (option.text, other.text)
    # A situation speaks of what its options are about; that this tells nothing is seen over all of them (test_scenario_content).
    assert question.form == BEST_WORST or not told(question), question.prompt


def told(question: Question) -> frozenset[str]:
    """The stems of the prompt that only the right option has."""
    assert question.right
    others = [stems(option.text) for option in question.options if not option.correct]
    return (stems(question.prompt) & stems(question.right.text)).difference(*others)
