"""What a typed line means: a key, an answer, or neither."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerguide.quiz.model import Card, Name, Option, Question
from peerguide.quiz.naming import Naming
from peerguide.quiz.replies import Reply, Unclear, hint_for, key_of, reply_to
from peerguide.quiz.sitting import AGAIN, GOOD, HARD, Answered, Sitting
from peerguide.render.remarks import hint_text, how_to_answer


def question(*texts: str, key: int = 0, **changes: object) -> Question:
    """A question with these options, the one at `key` being right."""
    options = tuple(
        Option("ABCD"[place], text, str(place), place == key, "because") for place, text in enumerate(texts)
    )
    fields: dict[str, object] = {
        "card": Card("practice", "1.p1"),
        "form": "choice",
        "prompt": "Which?",
        "options": options,
        "answers": ("right",),
        "explanation": "So it is.",
        "refs": ("1.p1", "1"),
        "value": "1",
        "key": "1",
    }
    return Question(**(fields | changes))  # type: ignore[arg-type]


VALUES = question(
    "Peer supporters are hopeful", "Peer supporters are honest and direct", "Peer support is voluntary", key=1
)
NUMBERS = question("7", "3", "1", "12", key=0)
ORDER = question(form="order", items=("two", "one", "three"), answers=("BAC",))
TYPED = question(
    form="typed", answers=("Peer supporters are hopeful", "hopeful"), others=("voluntary", "honest")
)
LIST = question(
    form="list",
    named=tuple(
        Name(str(place), name, ()) for place, name in enumerate(["hopeful", "honest", "voluntary"], 1)
    ),
    needed=2,
)


@pytest.mark.parametrize(
    ("line", "letter"),
    [
        ("a", "A"), ("B", "B"), (" c ", "C"), ("(b)", "B"), ("b.", "B"), ("B)", "B"), ("1", "A"), ("3.", "C"), ("02", "B"),
        ("hopeful", "A"), ("peer supporters are honest and direct", "B"), ("honest & direct", "B"), ("voluntery", "C"),
    ],
)  # fmt: skip
def test_an_option_is_chosen(line: str, letter: str) -> None:
    """A letter, a number or the option's own words choose it."""
    reply = reply_to(VALUES, line)
    assert isinstance(reply, Reply)
    assert reply.chosen
    assert reply.chosen.letter == letter
    assert reply.correct == (letter == "B")


@pytest.mark.parametrize(
    "line", ["d", "0", "4", "99999999999999999999", "zebra", "...", "peer supporters", "é"]
)
def test_what_is_no_option_says_what_to_type(line: str) -> None:
    """What is none of the options is no answer, and the advice names the letters there are."""
    reply = reply_to(VALUES, line)
    assert isinstance(reply, Unclear)
    assert reply.question is VALUES


@pytest.mark.parametrize(
    ("line", "text"), [("7", "7"), ("12", "12"), ("3", "3"), ("1", "1"), ("a", "7"), ("d", "12")]
)
def test_a_number_among_numbers_is_itself(line: str, text: str) -> None:
    """Where the options are numbers, a number means the one that it is, not its place."""
    reply = reply_to(NUMBERS, line)
    assert isinstance(reply, Reply)
    assert reply.given == text


@pytest.mark.parametrize("line", ["bac", "B A C", "b, a, c", "213", "2-1-3", "b>a>c"])
def test_an_order_is_read(line: str) -> None:
    """Letters or numbers in a row are an order, whatever stands between them."""
    reply = reply_to(ORDER, line)
    assert isinstance(reply, Reply)
    assert (reply.correct, reply.credit) == (True, 1.0)


@pytest.mark.parametrize("line", ["ba", "baa", "bacd", "one two three", ""])
def test_half_an_order_is_none(line: str) -> None:
    """An order has each letter once."""
    assert isinstance(reply_to(ORDER, line), Unclear)


def test_part_of_an_order_counts_in_part() -> None:
    """Each item at its place has its share of the credit."""
    reply = reply_to(ORDER, "bca")
    assert isinstance(reply, Reply)
    assert not reply.correct
    assert reply.credit == pytest.approx(1 / 3)


@pytest.mark.parametrize(
    ("line", "correct"), [("hopefull", True), ("Hope", False), ("hopeless", False), ("voluntary", False)]
)
def test_a_typed_answer_is_graded(line: str, correct: bool) -> None:
    """What is typed is graded, and the reply says how."""
    reply = reply_to(TYPED, line)
    assert isinstance(reply, Reply)
    assert reply.verdict
    assert reply.correct is correct


@pytest.mark.parametrize(
    ("line", "key"),
    [("?", "help"), ("h", "hint"), (" S ", "skip"), ("u", "undo"), ("!", "right"), ("e", "easy"), ("Q", "stop"), ("x", None), ("", None), ("help", "help"), ("quit", "stop")],
)  # fmt: skip
def test_keys(line: str, key: str | None) -> None:
    """A key is one character by itself, in either case."""
    assert key_of(line) == key


@given(line=st.text())
def test_any_line_is_read(line: str) -> None:
    """No line is too odd to be read, and it is right only when it chooses what is right."""
    for asked in (VALUES, NUMBERS, ORDER, TYPED):
        reply = reply_to(asked, line)
        if isinstance(reply, Reply) and reply.chosen:
            assert reply.correct == reply.chosen.correct
    Naming(LIST).take(line)


@pytest.mark.parametrize(
    ("asked", "numbered", "hint"),
    [
        (VALUES, False, "It is not A."),
        (VALUES, True, "It is not 1."),
        (NUMBERS, False, "It is neither B nor C."),
        (NUMBERS, True, "It is neither B nor C."),
        (question("one", "other"), False, "There are only two; think of what each is about."),
        (ORDER, False, "B comes first."),
        (ORDER, True, "2 comes first."),
        (TYPED, False, "Its words begin so: P... s......... a.. h......"),
        (question(form="typed", answers=("trust",)), False, "It begins so: tru.."),
    ],
)
def test_a_hint_helps_and_does_not_answer(asked: Question, numbered: bool, hint: str) -> None:
    """A hint rules options out, or tells how an answer begins, in the labels that are shown, and leaves something to know."""
    assert hint_text(hint_for(asked), numbered=numbered) == hint


@pytest.mark.parametrize(
    ("asked", "numbered", "told"),
    [
        (VALUES, False, "Type a letter from A to C, or ? for help."),
        (VALUES, True, "Type a number from 1 to 3, or ? for help."),
        (NUMBERS, True, "Type a letter from A to D, or ? for help."),
        (ORDER, False, "Type their letters in order, each once."),
        (
            question(form="order", items=("two", "one"), answers=("BA",)),
            True,
            "Type their numbers in order, each once.",
        ),
        (
            question(form="order", items=("c", "b", "a"), answers=("CBA",)),
            True,
            "Type their numbers in order, each once.",
        ),
    ],
)
def test_what_to_type_is_told_in_the_labels_shown(asked: Question, numbered: bool, told: str) -> None:
    """What to type is told in the labels that are shown, and no order is shown that could be the answer."""
    assert how_to_answer(asked, numbered=numbered) == told


def test_what_would_fit_as_well_is_told_so() -> None:
    """A typed value that would fit the statement too does not pass, and is known to fit."""
    asked = question(form="typed", answers=("hopeful",), others=("honest", "calm"), fitting=("honest",))
    reply = reply_to(asked, "honset")
    assert isinstance(reply, Reply)
    assert (reply.correct, reply.fits) == (False, True)
    other = reply_to(asked, "calm")
    assert isinstance(other, Reply)
    assert not other.fits


def test_naming_them_all() -> None:
    """Names count once, are told when said again, and pass from the mark on with their share of the credit."""
    naming = Naming(LIST)
    first = naming.take("hopeful, blue; Hopeful")
    assert [name.name for name in first.new] == ["hopeful"]
    assert [name.name for name in first.again] == ["hopeful"]
    assert [typed for typed, _verdict in first.unknown] == ["blue"]
    assert not naming.reply().correct
    assert naming.reply().credit == pytest.approx(1 / 3)
    assert naming.take("honset").count == 2
    assert [name.name for name in naming.missing] == ["voluntary"]
    assert naming.reply().correct
    assert naming.reply().credit == pytest.approx(2 / 3)


def answered(asked: Question, line: str, *, hinted: bool = False) -> Answered:
    """What this line answers."""
    reply = reply_to(asked, line)
    assert isinstance(reply, Reply)
    return Answered(asked, reply, hinted)


def test_grades() -> None:
    """Not right is again, right is good, right with a hint is hard."""
    assert answered(VALUES, "a").grade == AGAIN
    assert answered(VALUES, "b").grade == GOOD
    assert answered(VALUES, "b", hinted=True).grade == HARD
    assert answered(VALUES, "a", hinted=True).grade == AGAIN


def test_undo_goes_back_by_one() -> None:
    """Undo goes back to the question before, and takes its answer back if it had one."""
    sitting = Sitting([VALUES, NUMBERS, ORDER])
    assert sitting.undo() is None
    sitting.take(answered(VALUES, "a"))
    sitting.skip()
    skipped = sitting.undo()
    assert skipped
    assert skipped.answered is None
    assert sitting.asked
    assert sitting.asked.number == 2
    undone = sitting.undo()
    assert undone
    assert undone.answered
    assert undone.answered.question is VALUES
    assert sitting.answered == ()


def test_second_thoughts_count() -> None:
    """An answer that the learner claims is right counts whole; one that was right needs no claim."""
    sitting = Sitting([VALUES, NUMBERS])
    assert sitting.claim() is None
    sitting.take(answered(VALUES, "a"))
    sitting.skip()
    claimed = sitting.claim()
    assert claimed
    assert (claimed.correct, claimed.credit, claimed.grade) == (True, 1.0, GOOD)
    assert sitting.answered == (claimed,)
    assert sitting.claim() is None
