"""How people write names: folding, number words, distances."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerguide.corpus.names.spelling import allowed_slips, distance, fold, nearest, number_words, without_stem

WORDS = st.text(alphabet="abcde", max_size=7)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Co-Learning", "co learning"),
        ("what's strong", "whats strong"),
        ("what’s strong", "whats strong"),
        ("  Person–driven  ", "person driven"),
        ("CAFÉ", "cafe"),
        ("Straße", "strasse"),
        ("７", "7"),
        ("open_minded", "open minded"),
        ("(PSS)", "pss"),
        ("?!", ""),
    ],
)
def test_fold(written: str, folded: str) -> None:
    """Case, accents, dashes, quotes and width do not matter to a name."""
    assert fold(written) == folded


@given(st.text())
def test_fold_is_stable(text: str) -> None:
    """Folding what is folded changes nothing, and leaves only letters, numbers and single spaces."""
    folded = fold(text)
    assert folded == " ".join(folded.split())
    assert all(character.isalnum() or character == " " for character in folded)
    if text.isascii():
        assert fold(folded) == folded


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "zero"), (7, "seven"), (12, "twelve"), (20, "twenty"), (42, "forty two"), (100, "100")],
)
def test_number_words(number: int, words: str) -> None:
    """A number is known by its words up to ninety-nine."""
    assert number_words(number) == words


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Peer support is voluntary", "voluntary"),
        ("Peer supporters are honest and direct", "honest and direct"),
        ("Peer supporters facilitate change", "facilitate change"),
        ("Peer support", "peer support"),
        ("The peer supporters are hopeful", "hopeful"),
    ],
)
def test_without_stem(name: str, short: str) -> None:
    """The beginning that the values' names share may be left out."""
    assert without_stem(fold(name)) == short


@given(WORDS, WORDS)
def test_distance_is_the_textbook_one(one: str, other: str) -> None:
    """The distance is that of optimal string alignment, as its recursive definition gives it."""
    assert distance(one, other, 99) == _textbook(one, other)


@given(WORDS, WORDS, st.integers(0, 4))
def test_distance_stops_at_its_limit(one: str, other: str, limit: int) -> None:
    """A distance beyond the limit is told as one more than the limit."""
    assert distance(one, other, limit) == min(_textbook(one, other), limit + 1)


def _textbook(one: str, other: str) -> int:
    @cache
    def apart(i: int, j: int) -> int:
        if not i or not j:
            return i + j
        steps = [apart(i - 1, j) + 1, apart(i, j - 1) + 1, apart(i - 1, j - 1) + (one[i - 1] != other[j - 1])]
        if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
            steps.append(apart(i - 2, j - 2) + 1)
        return min(steps)

    return apart(len(one), len(other))


LONG = st.text(alphabet="abc", min_size=6, max_size=9)


@given(LONG, st.lists(LONG, max_size=6))
def test_nearest_are_the_closest(word: str, known: list[str]) -> None:
    """The nearest words share the smallest distance within reach, and every word at that distance is among them."""
    apart = {candidate: _textbook(word, candidate) for candidate in known}
    within = {
        candidate: slips for candidate, slips in apart.items() if slips <= allowed_slips(word, candidate)
    }
    assert set(nearest(word, known)) == {
        one for one, slips in within.items() if slips == min(within.values())
    }


@pytest.mark.parametrize(
    ("typed", "known", "slips"),
    [
        ("nope", "hope", 0),
        ("onest", "honest", 1),
        ("powr", "power", 1),
        ("volentery", "voluntary", 2),
        ("involuntary", "voluntary", 1),
        ("sympathetic", "empathetic", 1),
    ],
)
def test_slips_that_are_allowed(typed: str, known: str, slips: int) -> None:
    """A short word may have no slip, a long one two, but not two that change its first letter."""
    assert allowed_slips(typed, known) == slips
