"""What reflections come to: which there are, the picture of one, what is otherwise than before."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from progress.samples import GUIDE, NOW
from reflection.samples_of_reflection import FIRST, MINUTE, RESPONSES, response, said

from peerguide.corpus.library import Corpus
from peerguide.corpus.places import corpus_folder
from peerguide.progress.reflection.past import changes_between, history_of
from peerguide.progress.reflection.picture import NAMED, picture_of
from peerguide.progress.reflection.reflections import latest, one_before, reflections_of, to_go_on_with
from peerguide.progress.reflection.responses import FREQUENCIES, MOSTLY, SELDOM
from peerguide.progress.reflection.statements import items_of

if TYPE_CHECKING:
    from peerguide.progress.reflection.picture import Picture
    from peerguide.progress.reflection.responses import Frequency, Response

SECOND = "b" * 32
CORPUS = Corpus.open(corpus_folder(None))
ITEMS = items_of(CORPUS, "supervisor")
ANSWERS = st.dictionaries(
    st.sampled_from([item.ref for item in ITEMS]), st.sampled_from(FREQUENCIES), min_size=1
)


def drawn(answers: dict[str, Frequency]) -> Picture:
    """The picture of a reflection with these answers."""
    (one,) = reflections_of(said(answers), GUIDE)
    return picture_of(one, ITEMS, program="peerguide")


def test_what_was_said_last_counts() -> None:
    """Of each statement what was said last in a reflection stands, and each reflection is by itself."""
    before, after = response(), response(at=NOW + MINUTE, answer="sometimes", note="less, lately")
    other = response(reflection=SECOND, at=NOW - MINUTE, answer="not yet")
    one, two = reflections_of([after, before, other], GUIDE)
    assert (one.uid, one.number, one.answers) == (SECOND, 1, {"9.s2": other})
    assert (two.uid, two.number, two.began, two.last) == (FIRST, 2, NOW, NOW + MINUTE)
    assert two.answers == {"9.s2": after}


@given(st.lists(RESPONSES, max_size=12), st.randoms(use_true_random=False))
def test_the_order_makes_no_difference(responses: list[Response], chance: random.Random) -> None:
    """In whatever order two machines came by the same responses, their reflections are the same."""
    shuffled = list(responses)
    chance.shuffle(shuffled)
    for guide in (GUIDE, "declaration"):
        assert [vars(one) for one in reflections_of(responses, guide)] == [
            vars(one) for one in reflections_of(shuffled, guide)
        ]


def test_retired_refs_hand_on() -> None:
    """An answer to a statement that was retired counts for the one in its place, unless that was answered later."""
    (one,) = reflections_of([response(ref="9.s9")], GUIDE, {"9.s9": "9.s8", "9.s8": "9.s2"})
    assert list(one.answers) == ["9.s2"]
    later = response(ref="9.s2", at=NOW + MINUTE, answer="not yet")
    (one,) = reflections_of([later, response(ref="9.s9")], GUIDE, {"9.s9": "9.s2"})
    assert one.answers["9.s2"].answer == "not yet"


def test_what_to_go_on_with() -> None:
    """The last reflection of a part goes on as long as it leaves any statement asked about open."""
    first = said({"9.s1": "often", "9.s2": "often"})
    second = said({"9.s1": "often"}, reflection=SECOND, at=NOW + 9 * MINUTE)
    supporter = said({"9.p1": "often"}, reflection="c", part="supporter", at=NOW + 20 * MINUTE)
    reflections = reflections_of([*first, *second, *supporter], GUIDE)
    going = to_go_on_with(reflections, "supervisor", ["9.s1", "9.s2"])
    assert going
    assert going.uid == SECOND
    assert to_go_on_with(reflections, "supervisor", ["9.s1"]) is None
    assert to_go_on_with((), "supervisor", ["9.s1"]) is None
    last = latest(reflections)
    assert last
    assert last.uid == "c"
    assert one_before(reflections, last) is None
    before = one_before(reflections, reflections[1])
    assert before
    assert before.uid == FIRST


def test_strengths_come_first() -> None:
    """What goes well comes first, value by value; values without an answer are told apart, and "does not apply" weighs nothing."""
    picture = drawn(
        {"1.s1": "not yet", "1.s2": "often", "7.s1": "as a habit", "9.s1": "often", "9.s2": "does not apply"}
    )
    assert [one.value and one.value.ref for one in picture.shown] == ["7", "9", "1"]
    assert [one.item.ref for one in picture.strengths] == ["7.s1", "9.s1", "1.s2"]
    assert [one.item.ref for one in picture.suggestions] == ["1.s1"]
    assert (picture.total, picture.gone, len(picture.said)) == (43, 0, 5)


def test_suggestions_spread_and_heed_notes() -> None:
    """At most three suggestions: "not yet" before "sometimes", those with a note first, one of each value before a second."""
    answers = said(
        {"1.s1": "not yet", "1.s2": "not yet", "2.s1": "sometimes", "3.s1": "not yet", "4.s1": "not yet"}
    )
    answers.append(response(ref="4.s1", answer="not yet", note="in May", at=NOW + 30 * MINUTE))
    (one,) = reflections_of(answers, GUIDE)
    picture = picture_of(one, ITEMS, program="peerguide")
    assert [one.item.ref for one in picture.suggestions] == ["4.s1", "1.s1", "3.s1"]


@given(ANSWERS)
def test_any_picture(answers: dict[str, Frequency]) -> None:
    """Every answer is in the picture once; strengths are what goes well, suggestions what is seldom so, three of each at most."""
    picture = drawn(answers)
    assert {one.item.ref: one.response.answer for one in picture.said} == answers
    assert sum(one.count(*FREQUENCIES) for one in picture.values) == len(answers)
    assert sum(len(one.answers) for one in picture.values) == len(ITEMS)
    assert all(one.response.answer in MOSTLY for one in picture.strengths)
    assert all(one.response.answer in SELDOM for one in picture.suggestions)
    seldom = sum(answer in SELDOM for answer in answers.values())
    assert len(picture.suggestions) == min(NAMED, seldom)


def test_changes() -> None:
    """Beside the one before, each statement is more often so, less often, the same, or answered in only one of the two."""
    before = said(
        {"1.s1": "not yet", "1.s2": "often", "1.s3": "often", "9.s1": "does not apply", "9.s2": "often"}
    )
    now = said(
        {"1.s1": "as a habit", "1.s2": "sometimes", "1.s3": "often", "9.s1": "often", "9.s3": "often"},
        reflection=SECOND,
        at=NOW + 60 * MINUTE,
    )
    history = history_of(
        GUIDE,
        reflections_of([*before, *now], GUIDE),
        {"supervisor": ITEMS, "supporter": ()},
        program="peerguide",
    )
    changes = history.changes
    assert changes
    assert [one.item.ref for one in changes.more] == ["1.s1"]
    assert [one.item.ref for one in changes.less] == ["1.s2"]
    assert [one.item.ref for one in changes.other] == ["9.s1"]
    assert (changes.same, changes.apart) == (1, 2)
    assert [(one.answered, one.total) for one in history.reflections] == [(5, 43), (5, 43)]


@given(ANSWERS, ANSWERS)
def test_changes_the_other_way_round(one: dict[str, Frequency], other: dict[str, Frequency]) -> None:
    """What is more often so one way is less often so the other way, and nothing is left out."""
    (first,), (second,) = reflections_of(said(one), GUIDE), reflections_of(said(other), GUIDE)
    there, back = changes_between(first, second, ITEMS), changes_between(second, first, ITEMS)
    assert [change.item.ref for change in there.more] == [change.item.ref for change in back.less]
    assert [change.item.ref for change in there.other] == [change.item.ref for change in back.other]
    told = len(there.more) + len(there.less) + len(there.other) + there.same + there.apart
    assert told == len(one.keys() | other.keys())


@pytest.mark.parametrize("answers", [{"1.s1": "does not apply"}, {"1.s1": "as a habit"}])
def test_nothing_to_suggest(answers: dict[str, Frequency]) -> None:
    """Where nothing is seldom so there is no suggestion."""
    assert drawn(answers).suggestions == ()
