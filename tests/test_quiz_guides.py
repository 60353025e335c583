"""Quiz, review, stats and reflect with another guide than the guidelines, and with both together."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from killing import kept

from peerguide.corpus.library import Corpus
from peerguide.corpus.places import corpus_folder
from peerguide.quiz.kinds import MIXED
from peerguide.quiz.material import Material
from peerguide.quiz.model import Card
from peerguide.quiz.paper import draw, draw_from, in_turn, question_of

if TYPE_CHECKING:
    from conftest import Shell

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")

BOTH = ("guidelines", "declaration")


def asked(shell: Shell, words: str) -> list[dict[str, Any]]:
    """The questions that a command would ask."""
    found: list[dict[str, Any]] = json.loads(shell(f"{words} --json").out)
    return found


def letters(questions: list[dict[str, Any]]) -> list[str]:
    """The right letter of each question of a paper of choices."""
    return [next(one["letter"] for one in each["options"] if one["correct"]) for each in questions]


def material(name: str) -> Material:
    """A guide among others, as questions need it."""
    return Material(Corpus.open(corpus_folder(name)), name=name)


# Papers of both


def test_each_guide_in_turn() -> None:
    """A paper of several guides has questions of each, the same ones for the same seed, as many as were asked for."""
    materials = [material(name) for name in BOTH]
    paper, again = (draw_from(materials, MIXED, 10, 4) for _time in range(2))
    cards = [(question.guide, question.card) for question in paper.questions]
    assert [guide for guide, _card in cards].count("declaration") == 5
    assert len(set(cards)) == 10
    assert cards == [(question.guide, question.card) for question in again.questions]


def test_one_guide_alone_is_drawn_as_ever() -> None:
    """A paper of one guide has nothing of several: no guide's name, and the same questions."""
    alone = Material(Corpus.open(corpus_folder("declaration")))
    paper = draw_from([alone], MIXED, 8, 2)
    assert [question.card for question in paper.questions] == [
        question.card for question in draw(alone, MIXED, 8, 2).questions
    ]
    assert {question.guide for question in paper.questions} == {None}


@pytest.mark.parametrize(
    "identity", ["meaning:mutuality", "gap:a4", "item:a12.4", "term:peer", "list:values"]
)
def test_a_card_asks_the_same_among_others(identity: str) -> None:
    """Among other guides a card asks the same question of the same options; it only says first which guide it is of."""
    alone = question_of(Card.of(identity), Material(Corpus.open(corpus_folder("declaration"))), 3)
    among = question_of(Card.of(identity), material("declaration"), 3)
    assert alone
    assert among
    assert "the Declaration of Peer Roles" in among.prompt.partition("\n")[0]
    assert among.prompt.partition("\n")[2] == alone.prompt.partition("\n")[2]
    assert [option.text for option in among.options] == [option.text for option in alone.options]
    assert (among.card, among.refs, among.value, among.key) == (
        alone.card,
        alone.refs,
        alone.value,
        alone.key,
    )
    assert among.shown(among.refs[0]) == f"declaration:{alone.refs[0]}"


def test_lists_in_turn() -> None:
    """One of each list comes after another; where one has no more, the others go on."""
    assert list(in_turn("abc", "", "1")) == ["a", "1", "b", "c"]


def test_json_names_the_guide(shell: Shell) -> None:
    """In JSON every ref of a question has its guide's name, and so has its id, which is still that of a card."""
    questions = asked(shell, "peerguide --corpus all quiz --seed 2 --count 20")
    assert len(questions) == 20
    guides = set()
    for one in questions:
        guide, _colon, bare = Card.of(one["id"]).subject.partition(":")
        refs = [*one["refs"], *(option["ref"] for option in one["options"]), *filter(None, [one["value"]])]
        assert bare
        assert all(ref.startswith(f"{guide}:") for ref in refs)
        guides.add(guide)
    assert guides == set(BOTH)


def test_values_of_one_guide_leave_the_other_out(shell: Shell) -> None:
    """With a value chosen only its own guide is asked."""
    questions = asked(shell, "peerguide --corpus all quiz --seed 2 --count 20 --value declaration:mutuality")
    assert {Card.of(one["id"]).subject.partition(":")[0] for one in questions} == {"declaration"}


# What is kept


def test_answers_are_kept_under_their_own_guide(shell: Shell) -> None:
    """An answer given through both guides is kept as one given through its own: the same card, refs and guide."""
    words = "peerguide --corpus all quiz --seed 3 --count 4 --kind meaning"
    right = letters(asked(shell, words))
    assert shell(words, "".join(f"{letter}\n" for letter in right)).code == 0
    answers = [kept(shell, name) for name in BOTH]
    assert list(map(len, answers)) == [2, 2]
    for answer in (*answers[0], *answers[1]):
        assert answer.correct
        assert answer.card == f"meaning:{answer.value}"
        assert answer.key == answer.chosen == answer.value
        assert ":" not in str(answer.value)


def test_history_is_one_and_the_same(shell: Shell) -> None:
    """What was missed through both guides is asked again through its own, and the other way round."""
    words = "peerguide --corpus all quiz --seed 3 --count 2 --kind meaning"
    wrong = ["ABCD"["BCDA".index(letter)] for letter in letters(asked(shell, words))]
    shell(words, "".join(f"{letter}\n" for letter in wrong))
    own = [asked(shell, f"peerguide --corpus {name} quiz --missed")[0]["id"] for name in BOTH]
    both = asked(shell, "peerguide --corpus all quiz --missed")
    named = [f"meaning:{name}:{Card.of(card).subject}" for name, card in zip(BOTH, own, strict=True)]
    assert sorted(one["id"] for one in both) == sorted(named)


def test_a_review_of_both(shell: Shell) -> None:
    """A review of both guides shares the new questions of a day between them, and keeps each answer under its guide."""
    before = json.loads(shell("peerguide --corpus all review --due --json").out)
    assert (before["due"], before["new"]) == (0, 10)
    guides = [Card.of(card).subject.partition(":")[0] for card in before["cards"]]
    assert guides == list(BOTH) * 5
    words = "peerguide --corpus all review --count 2 --kind meaning"
    assert "Comes again" in shell(words, "a\nb\n").out
    for name in BOTH:
        assert [answer.mode for answer in kept(shell, name)] == ["review"]
        assert json.loads(shell(f"peerguide --corpus {name} review --due --json").out)["next"]


def test_stats_of_both(shell: Shell) -> None:
    """Each guide is told of by itself, under its title; as JSON they are a list, each as it is alone."""
    shell("peerguide --corpus declaration quiz --kind gap --count 2 --seed 1", "x\nx\n")
    told = shell("peerguide --corpus all stats").out.splitlines()
    assert told[0] == "National Practice Guidelines for Peer Specialists and Supervisors:"
    assert told[told.index("Declaration of Peer Roles:") + 1].startswith("You knew 0 of 2")
    both = json.loads(shell("peerguide --corpus all stats --json").out)
    assert [one["guide"] for one in both] == list(BOTH)
    alone = json.loads(shell("peerguide --corpus declaration stats --json").out)
    assert both[1] | {"at": None} == alone | {"at": None}
    drawn = ESCAPES.sub("", shell.on_terminal("peerguide --corpus all stats", columns=80).out)
    assert "Declaration of Peer Roles\n" in drawn
    assert shell("peerguide --corpus all stats --svg both.svg").code == 0


def test_orphans_of_both(shell: Shell) -> None:
    """Cards without an entry are listed for both guides, each with its guide's name."""
    shell("peerguide --corpus declaration quiz --kind gap --count 1 --seed 1", "x\n")
    exported = shell("peerguide progress export -").out
    lost = re.sub(r'("uid": ")..', r"\1aa", re.sub(r"gap:a[0-9.]+", "gap:a99", exported))
    (shell.folder / "lost.jsonl").write_text(lost, encoding="utf-8")
    assert shell("peerguide progress import lost.jsonl").code == 0
    assert json.loads(shell("peerguide --corpus all progress orphans --json").out) == [
        {"card": "gap:declaration:a99", "answers": 1}
    ]
    assert json.loads(shell("peerguide --corpus declaration progress orphans --json").out) == [
        {"card": "gap:a99", "answers": 1}
    ]


# The Declaration by itself


def test_what_belongs_to_no_value_is_counted(shell: Shell) -> None:
    """Answers about practices of the guide as a whole have a line of their own in stats, in each form."""
    words = "peerguide --corpus declaration quiz --kind item --count 3 --seed 2"
    first, *_others = letters(asked(shell, words))
    shell(words, f"{first}\nx\ny\n")
    whole = json.loads(shell("peerguide --corpus declaration stats --json").out)["values"][-1]
    assert (whole["ref"], whole["number"], whole["name"]) == (None, None, "The guide as a whole")
    assert (whole["answers"], whole["correct"]) == (1, 1)
    assert "The guide as a whole: 1 of 1 right" in shell("peerguide --corpus declaration stats").out
    for columns in (40, 80, 120):
        drawn = ESCAPES.sub(
            "", shell.on_terminal("peerguide --corpus declaration stats", columns=columns).out
        )
        assert "The guide as a whole" in drawn
        assert "None" not in drawn


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_a_sitting_on_a_terminal(columns: int, shell: Shell) -> None:
    """A sitting with the Declaration fits the terminal: a hint, an answer, its reason, undo, and what to look at next."""
    words = "peerguide --corpus declaration quiz --seed 4 --count 2 --kind gap --kind item"
    ran = shell.on_terminal(words, columns=columns, keys=["h", "wrong", "", "a", "u", "a", ""])
    lines = ESCAPES.sub("", ran.out).splitlines()
    told = " ".join(line.strip() for line in lines)
    assert ran.code == 0
    assert max(map(len, lines)) <= columns
    assert "It begins so" in told
    assert "of the guide as a whole" in told
    assert "Taken back." in told
    assert "peerguide --corpus declaration practice a" in told
    assert "None" not in told
    assert {answer.value for answer in kept(shell, "declaration")} == {None}
    assert not kept(shell)


@pytest.mark.parametrize("form", ["--json", "--plain", "--exam", "--typed", ""])
def test_a_whole_paper_of_it(form: str, shell: Shell) -> None:
    """All that can be asked of the Declaration can be asked in each form, without a crash and without a "None"."""
    ran = shell(f"peerguide --corpus declaration quiz --count 500 --seed 5 --no-save {form}", "1\n" * 200)
    assert ran.code == 0
    assert "None" not in ran.out


# Reflection


def test_reflecting_on_what_belongs_to_no_value(shell: Shell) -> None:
    """The thirteen practices are gone through as the guide as a whole, with what they list, and shown so in each form."""
    words = "peerguide --corpus declaration reflect --as supporter"
    form = json.loads(shell(f"{words} --json").out)
    assert [one["ref"] for one in form["statements"]] == [f"a{number}" for number in range(1, 14)]
    assert "Wearing badges or name tags." in form["statements"][12]["text"]
    assert {one["value"] for one in form["statements"]} == {None}
    ran = shell(words, "1\n4\n" + "3\n" * 11)
    assert "The guide as a whole: 1 as a habit, 11 often, 1 not yet" in ran.out
    picture = json.loads(shell("peerguide --corpus declaration reflect show --json").out)
    assert [value["name"] for value in picture["values"]] == ["The guide as a whole"]
    drawn = ESCAPES.sub("", shell.on_terminal("peerguide --corpus declaration reflect show", columns=60).out)
    assert "The guide as a whole" in drawn
    assert "None" not in drawn


def test_two_views_of_what_belongs_to_no_value(shell: Shell) -> None:
    """Two reflections on the Declaration can be handed over and set side by side."""
    words = "peerguide --corpus declaration reflect --as supporter --new"
    for name, answers in (("mine", "1\n4\n"), ("theirs", "4\n4\n")):
        shell(words, answers)
        assert shell(f"peerguide --corpus declaration reflect export {name}.json").code == 0
    ran = shell("peerguide --corpus declaration reflect compare mine.json theirs.json")
    assert ran.code == 0
    assert "a1" in ran.out
    assert "no longer there" not in ran.out


def test_reflection_is_on_one_guide(shell: Shell) -> None:
    """Of both guides together there is no reflection: that is said, with how to name one."""
    for words in ("reflect", "reflect history", "reflect show", "reflect --json"):
        ran = shell(f"peerguide --corpus all {words}")
        assert ran.code == 2
        assert "guidelines, declaration" in ran.err
