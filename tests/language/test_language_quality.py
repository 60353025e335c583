"""The shipped words find what a careful trainer would mark, and leave the rest alone."""

from __future__ import annotations

from collections import Counter

import pytest
import textstat
from language.judging import OTHERS, OWN, paragraphs, score

from peerguide.corpus.language.words import language_problems, language_words
from peerguide.corpus.places import shipped_folder
from peerguide.language.examples import example_problems


def test_own_paragraphs_agree() -> None:
    """Over the paragraphs written for this purpose, precision and recall are at least 0.97."""
    result = score(*OWN)
    assert result.precision >= 0.97, result.differences
    assert result.recall >= 0.97, result.differences


@pytest.mark.parametrize("name", OTHERS)
def test_paragraphs_of_others_agree(name: str) -> None:
    """Over each set of paragraphs by other hands, precision is at least 0.92 and recall at least 0.88, with much to spare."""
    result = score(name)
    assert result.precision >= 0.96, result.differences
    assert result.recall >= 0.96, result.differences


def test_there_are_enough_paragraphs() -> None:
    """At least 80 of the own paragraphs have findings, and at least 80 have none."""
    assert all(len(paragraphs(name)) >= 80 for name in OWN)


def test_every_example_holds() -> None:
    """Each entry is found in the sentences that show it, and not in those that pass."""
    assert example_problems(language_words()) == []


def test_shipped_words_are_valid() -> None:
    """The shipped words have the right shape, and every ref in them leads somewhere."""
    assert language_problems(shipped_folder()) == []


def test_there_are_enough_entries() -> None:
    """There are at least 150 entries, some of each kind and of each confidence."""
    words = language_words()
    assert len(words.entries) >= 150
    assert min(Counter(entry.kind for entry in words.entries).values()) >= 5
    assert set(words.kinds) == {entry.kind for entry in words.entries}
    assert {entry.confidence for entry in words.entries} == {"high", "medium", "ask"}


def test_reasons_are_plain() -> None:
    """The reasons read at about eighth grade over all, and none is hard."""
    entries = language_words().entries
    assert textstat.flesch_kincaid_grade(" ".join(entry.reason for entry in entries)) <= 8.5
    hard = [entry.id for entry in entries if textstat.flesch_kincaid_grade(entry.reason) > 14]
    assert hard == []
