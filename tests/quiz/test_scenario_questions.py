"""Questions about scenarios: what they ask, that nothing but knowing tells, what an answer is worth, and when it comes again."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

import pytest
from conftest import Shell
from hypothesis import given
from hypothesis import strategies as st
from test_refs import shipped

from peerguide.corpus.scenarios import scenario, scenarios
from peerguide.progress.events import Answer, new_uid
from peerguide.progress.store import Store
from peerguide.quiz.kinds import MIXED
from peerguide.quiz.material import Material
from peerguide.quiz.model import BEST_WORST, Card
from peerguide.quiz.paper import draw, question_of
from peerguide.quiz.replies import Reply, Unclear, hint_for, reply_to
from peerguide.quiz.sitting import AGAIN, GOOD, HARD, Answered

if TYPE_CHECKING:
    from peerguide.quiz.model import Question

SEEDS = range(40)
CHI_SQUARE = 16.27
"""The value that a chi-square statistic of three degrees of freedom exceeds once in a thousand times."""

REFS = [one.ref for one in scenarios(shipped()).scenarios]


@cache
def questions(seed: int) -> tuple[Question, ...]:
    """The question of every scenario, in a paper of this seed."""
    material = Material(shipped())
    made = (question_of(Card("scenario", ref), material, seed) for ref in REFS)
    return tuple(filter(None, made))


def letters(question: Question) -> tuple[str, str]:
    """What the best and the worst option are called."""
    best = next(option.letter for option in question.options if option.correct)
    return best, next(option.letter for option in question.options if option.worst)


def test_every_scenario_is_asked_whole() -> None:
    """Each has its situation, its question and its four options, each with its text, its reason and what that rests on."""
    for question in questions(1):
        whole = scenario(shipped(), question.card.subject)
        assert question.form == BEST_WORST
        assert whole.situation in question.prompt
        assert whole.question in question.prompt
        assert {option.text for option in question.options} == {choice.text for choice in whole.options}
        assert all(
            option.why.startswith(choice.why)
            for option in question.options
            for choice in whole.options
            if option.text == choice.text
        )
        assert all(
            set(option.refs) <= set(option.why.replace(",", "").replace(". ", " ").strip(".").split())
            for option in question.options
        )
        assert question.refs[0] == whole.ref
    assert len(questions(1)) == len(REFS)


@pytest.mark.parametrize("which", [0, 1], ids=["best", "worst"])
def test_the_key_stands_anywhere(which: int) -> None:
    """Over many papers the place of the best option is uniform, and so is that of the worst, by a chi-square test."""
    places = Counter(letters(question)[which] for seed in SEEDS for question in questions(seed))
    expected = places.total() / 4
    assert sum((places[letter] - expected) ** 2 / expected for letter in "ABCD") < CHI_SQUARE


def test_a_seed_repeats_a_paper() -> None:
    """The same seed asks the same scenarios with their options in the same order."""
    papers = [draw(Material(shipped()), ["scenario"], 5, seed).questions for seed in (3, 3, 4)]
    told = [[(one.card, [option.text for option in one.options]) for one in paper] for paper in papers]
    assert told[0] == told[1] != told[2]


def test_scenarios_are_not_mixed_in() -> None:
    """A quiz without --kind asks the short kinds only."""
    assert "scenario" not in MIXED
    asked = {question.card.kind for question in draw(Material(shipped()), MIXED, 200, 1).questions}
    assert "scenario" not in asked


@given(line=st.text(), place=st.integers(0, len(REFS) - 1))
def test_any_line_is_worth_something_between(line: str, place: int) -> None:
    """Any line is an answer worth from nothing to the whole, or is asked for again."""
    reply = reply_to(questions(1)[place], line)
    assert isinstance(reply, Unclear) or 0 <= reply.credit <= 1


@given(place=st.integers(0, len(REFS) - 1), picked=st.permutations("ABCD"))
def test_what_an_answer_is_worth(place: int, picked: list[str]) -> None:
    """The best counts as right; only with the worst it is the whole and remembered well; the two swapped are worth nothing."""
    question = questions(1)[place]
    best, worst = letters(question)
    reply = reply_to(question, f"{picked[0]} {picked[1]}")
    assert isinstance(reply, Reply)
    assert reply.correct == (picked[0] == best)
    assert reply.credit == pytest.approx((picked[0] == best) * 2 / 3 + (picked[1] == worst) / 3)
    whole = (picked[0], picked[1]) == (best, worst)
    assert Answered(question, reply).grade == (GOOD if whole else HARD if reply.correct else AGAIN)
    swapped = reply_to(question, worst + best)
    assert isinstance(swapped, Reply)
    assert (swapped.credit, swapped.correct) == (0, False)


def test_a_hint_leaves_the_best_and_the_worst() -> None:
    """A hint rules one option out that is neither."""
    for question in questions(1):
        (ruled_out,) = hint_for(question).ruled_out
        assert ruled_out not in letters(question)


# From outside


def test_reasons_are_told(shell: Shell) -> None:
    """Feedback tells why the best is best, why the worst is worst, and why what was taken for either is in between."""
    question = next(iter(json.loads(shell("peerguide quiz --kind scenario --count 1 --seed 5 --json").out)))
    marked = {key: next(one for one in question["options"] if one[key]) for key in ("best", "worst")}
    between = next(one for one in question["options"] if not (one["best"] or one["worst"]))
    ran = shell(
        "peerguide quiz --kind scenario --count 1 --seed 5",
        f"{between['letter']}{marked['worst']['letter']}\n",
    )
    assert "\nThe worst one.\n" in ran.out
    for one in (*marked.values(), between):
        assert one["why"] in ran.out
    assert f"To read it: peerguide scenario {question['refs'][0]} --answer\n" in ran.out


def test_an_exam_tells_the_answer_at_the_end(shell: Shell) -> None:
    """In an exam nothing is told before the end; then both options are, in the report too."""
    question = next(iter(json.loads(shell("peerguide quiz --kind scenario --count 1 --seed 5 --json").out)))
    marked = {key: next(one for one in question["options"] if one[key]) for key in ("best", "worst")}
    words = "peerguide quiz --exam --kind scenario --count 1 --seed 5 --out report.md"
    ran = shell(words, f"{marked['worst']['letter']}{marked['best']['letter']}\n")
    told = f"The answer: Best: {marked['best']['text']} Worst: {marked['worst']['text']}"
    asked, _report, report = ran.out.partition("Exam: ")
    assert marked["best"]["why"] not in asked
    assert report.startswith("0 of 1 right, 0 percent.")
    assert told in report
    assert (
        " ".join((shell.folder / "report.md").read_text().split()).count(f"Best: {marked['best']['text']}")
        == 1
    )


def test_typed_asks_for_letters_too(shell: Shell) -> None:
    """With --typed a scenario keeps its options, since nobody could type one."""
    (question,) = json.loads(shell("peerguide quiz --kind scenario --typed --count 1 --json").out)
    assert len(question["options"]) == 4


def test_review_asks_again_what_was_answered(shell: Shell) -> None:
    """A scenario comes in reviews once it was answered, as a new one only where it is asked for."""
    kinds = [one["kind"] for one in json.loads(shell("peerguide review --new 500 --json").out)]
    assert "scenario" not in kinds
    assert len(json.loads(shell("peerguide review --new 3 --kind scenario --json").out)) == 3
    long_ago = datetime.now(UTC) - timedelta(days=30)
    with Store.open(shell.folder / "progress") as store:
        store.add(_answer("scenario:sc-silence", long_ago))
    assert [one["id"] for one in json.loads(shell("peerguide review --new 0 --json").out)] == [
        "scenario:sc-silence"
    ]
    assert "Questions of the kind scenario" in shell("peerguide stats").out
    assert "sc-silence" not in shell("peerguide progress orphans").out


def _answer(card: str, at: datetime) -> Answer:
    return Answer(
        uid=new_uid(), guide="guidelines", card=card, kind="scenario", value="5", at=at, mode="practice",
        sitting="5" * 24, given="Best: a Worst: b", correct=False, grade=AGAIN, credit=1 / 3, key=None, chosen=None,
    )  # fmt: skip
