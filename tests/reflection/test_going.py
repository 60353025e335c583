"""Where somebody stands in a reflection."""

from __future__ import annotations

import pytest
from reflection.samples_of_reflection import response

from peerguide.corpus.library import Corpus
from peerguide.corpus.places import corpus_folder
from peerguide.progress.reflection.going import Going
from peerguide.progress.reflection.statements import Item, items_of


@pytest.fixture(scope="module")
def items() -> tuple[Item, ...]:
    """The four supervisor roles of value 9."""
    return items_of(Corpus.open(corpus_folder(None)), "supervisor", ["9"])


def ref(going: Going) -> str | None:
    """The ref of the statement whose turn it is."""
    return going.item.ref if going.item else None


def noted(going: Going) -> str | None:
    """The ref of the statement that a note would belong to."""
    return going.noted.ref if going.noted else None


def take(going: Going) -> None:
    """Answer the statement whose turn it is."""
    going.take(response(ref=ref(going)))


def test_past_what_has_an_answer(items: tuple[Item, ...]) -> None:
    """Statements that have an answer are passed over, and the place among all of them is told."""
    going = Going(items, {"9.s1": response(ref="9.s1"), "9.s3": response(ref="9.s3"), "1.s1": response()})
    asked = going.asked()
    assert asked
    assert (asked.item.ref, asked.number, asked.total, asked.first) == ("9.s2", 2, 4, True)
    take(going)
    asked = going.asked()
    assert asked
    assert (asked.item.ref, asked.number, asked.first) == ("9.s4", 4, False)
    take(going)
    assert going.asked() is None
    assert sorted(going.answers) == ["9.s1", "9.s2", "9.s3", "9.s4"]


def test_back_and_on(items: tuple[Item, ...]) -> None:
    """Going back leads to the statement before, with what was said; from there it goes on where one was."""
    going = Going(items, {})
    take(going)
    take(going)
    assert (going.back(), going.back(), going.back()) == (True, True, False)
    asked = going.asked()
    assert asked
    assert asked.given
    assert asked.given.ref == "9.s1"
    take(going)
    assert ref(going) == "9.s3"
    going.skip()
    take(going)
    assert ref(going) is None
    assert going.back()
    assert ref(going) == "9.s4"


def test_what_a_note_belongs_to(items: tuple[Item, ...]) -> None:
    """A note belongs to the answer given last, or to that of the statement one went back to."""
    going = Going(items, {})
    assert noted(going) is None
    take(going)
    take(going)
    assert noted(going) == "9.s2"
    going.back()
    going.back()
    assert noted(going) == "9.s1"


def test_what_only_repeats_is_asked_once() -> None:
    """All 43 roles are asked, and of the 56 practices those that say something of their own."""
    corpus = Corpus.open(corpus_folder(None))
    assert len(items_of(corpus, "supervisor")) == 43
    refs = {item.ref for item in items_of(corpus, "supporter")}
    repeating = {ref for (ref,) in corpus.rows("SELECT ref FROM link WHERE relation = 'repeats'")}
    assert len(refs) == 56 - len(repeating)
    assert not refs & repeating
