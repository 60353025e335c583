"""Scenarios: what is wrong with them is told, what they are is shown, and nothing gives the key away before it is asked for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from conftest import CorpusMaker, Shell
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from test_check import problems
from test_refs import shipped

from peerguide.corpus.compiling.database import compile_corpus
from peerguide.corpus.library import Corpus
from peerguide.corpus.reading.check import read_corpus
from peerguide.corpus.reading.files import read_files
from peerguide.corpus.reading.schema import json_schema
from peerguide.corpus.scenarios import scenario, scenarios
from peerguide.errors import InvalidFilesError
from peerguide.quiz.fair import LETTERS
from peerguide.quiz.picks import BEST, WORST, Picks, credit_for, picks_in
from peerguide.search.engine import search

if TYPE_CHECKING:
    from pathlib import Path

SCENARIO = """\
scenarios:
  - id: sc-door
    title: At the door
    values: [1, 2]
    between: [1, 2]
    for: supporter
    setting: drop-in
    situation: Somebody comes in.
    question: What do you do?
    options:
      - text: Greet.
        mark: best
        why: It is kind.
        upholds: [1.p1, 2]
      - text: Wait.
        why: It is calm.
        upholds: [2]
        strains: [1.p1]
      - text: Shout.
        mark: worst
        why: It is neither.
        strains: [1, 1.p1]
      - text: Nod.
        why: It is brief.
        strains: [1.p1]
    hard: You are alone.
    discuss: Who greets you?
"""
"""A valid scenario for the small corpus."""

BROKEN: dict[str, tuple[str, str, str]] = {
    "an id without sc-": ("id: sc-door", "id: door", '2:9: "id" must be an id such as "sc-records", not "door"'),
    "an unknown key": ("    title:", "    titel:", '3:5: an item of "scenarios" has no key "titel"; did you mean "title"?'),
    "for nobody": ("for: supporter", "for: nurses", '6:10: "for" must be supporter or supervisor, not "nurses"'),
    "another mark": ("mark: best", "mark: good", '12:15: "mark" must be best or worst, not "good"'),
    "reviewed perhaps": ("    hard:", "    reviewed: soon\n    hard:", '26:15: "reviewed" must be yes or no, not "soon"'),
    "no such value": ("between: [1, 2]\n", "terms: [calm]\n", '5:13: no term has the id "calm"'),
    "no such statement": ("strains: [1, 1.p1]", "strains: [1.p9]", '22:19: no statement or value has the id "1.p9"'),
    "a citation twice": ("strains: [1, 1.p1]", "strains: [1, 1]", '22:22: "strains" names "1" twice'),
    "between one": ("between: [1, 2]", "between: [1]", '5:15: "between" names two values, not 1'),
    "between others": ("values: [1, 2]", "values: [1]", '5:18: "between" names "2", which is not among the scenario\'s values'),
    "three options": (
        "      - text: Nod.\n        why: It is brief.\n        strains: [1.p1]\n",
        "",
        "2:5: a scenario has four options; this one has 3",
    ),
    "the same text": ("text: Nod.", "text: WAIT", "23:15: another option of this scenario has the same text"),
    "no best": ("        mark: best\n", "", '2:5: no option is marked "best"; exactly one is'),
    "no worst": ("        mark: worst\n", "", '2:5: no option is marked "worst"; exactly one is'),
    "two best": ("text: Nod.", "text: Nod.\n        mark: best", '24:15: a second option is marked "best"; exactly one is'),
    "a best without reasons": (
        "        upholds: [1.p1, 2]\n", "        strains: [1.p1, 2]\n",
        '11:9: the best option names nothing that it upholds; give it "upholds"',
    ),
    "a worst without reasons": (
        "        strains: [1, 1.p1]\n", "", '19:9: the worst option names nothing that it strains; give it "strains"',
    ),
    "an option on nothing": (
        "why: It is brief.\n        strains: [1.p1]\n",
        "why: It is brief.\n",
        '23:9: an option names at least one statement that it "upholds" or "strains"',
    ),
    "upheld and strained": (
        "upholds: [2]\n        strains: [1.p1]", "upholds: [2]\n        strains: [2]",
        '18:19: one option cannot both uphold and strain "2"',
    ),
    "a value without a reason": ("upholds: [1.p1, 2]", "upholds: [1.p1]", '4:17: the best option names no statement of the value "2"'),
}  # fmt: skip
"""What is changed in the scenario, into what, and what is said of it."""

WITHIN_THE_FILE = (
    "an id without sc-",
    "an unknown key",
    "for nobody",
    "another mark",
    "reviewed perhaps",
    "a citation twice",
)
"""What JSON Schema can see too."""


def test_valid_scenario(corpus_of: CorpusMaker) -> None:
    """A scenario that keeps all rules has no problem, and fits the published schema."""
    assert problems(corpus_of(scenarios=SCENARIO)) == []
    assert _fits_schema(SCENARIO)


@pytest.mark.parametrize("case", BROKEN)
def test_problem_of_a_scenario_is_told_at_its_place(case: str, corpus_of: CorpusMaker) -> None:
    """Each thing that can be wrong with a scenario is told in one sentence with its line and column."""
    before, after, expected = BROKEN[case]
    assert before in SCENARIO
    told = problems(corpus_of(scenarios=SCENARIO.replace(before, after, 1)))
    assert f"scenarios.yaml:{expected}" in told


@pytest.mark.parametrize("case", WITHIN_THE_FILE)
def test_schema_refuses_what_the_check_refuses(case: str) -> None:
    """What is wrong within the file is refused by the published JSON Schema too."""
    before, after, _expected = BROKEN[case]
    assert not _fits_schema(SCENARIO.replace(before, after, 1))


def test_titles_and_ids_are_used_once(corpus_of: CorpusMaker) -> None:
    """Two scenarios share neither an id nor a title, however it is written."""
    twice = SCENARIO + SCENARIO.replace("scenarios:\n", "").replace("sc-door", "sc-gate").replace(
        "At the", "AT THE"
    )
    assert problems(corpus_of(scenarios=twice)) == [
        'scenarios.yaml:29:12: "AT THE door" already leads to "sc-door"'
    ]


def test_reviewed_may_be_a_truth_value_to_an_editor() -> None:
    """What YAML may read as true fits the schema where `yes` is wanted."""
    for word in ("yes", "no", "true"):
        assert _fits_schema(SCENARIO + f"    reviewed: {word}\n")


@given(data=st.data())
def test_incomplete_scenarios_have_an_answer(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever is left out of a scenario, the check says so in sentences and does not give up."""
    whole: dict[str, Any] = yaml.safe_load(SCENARIO)["scenarios"][0]
    kept = {key: one for key, one in whole.items() if data.draw(st.booleans(), label=key)}
    options = [
        {key: one for key, one in option.items() if data.draw(st.booleans(), label=key)}
        for option in whole["options"]
    ]
    written = yaml.safe_dump({"scenarios": [kept | {"options": options}]})
    folder = CorpusMaker(tmp_path_factory.mktemp("corpus") / "mine")(scenarios=written)
    try:
        read_corpus(read_files(folder), folder)
    except InvalidFilesError as error:
        assert all(line.startswith(f"{folder}/scenarios.yaml:") for line in error.lines())


def test_a_retired_scenario_hands_its_history_on(corpus_of: CorpusMaker, shell: Shell) -> None:
    """A scenario that was replaced is found by its old id, and says so."""
    corpus_of(scenarios=SCENARIO + "retired: [{id: sc-gate, replaced_by: sc-door}]\n")
    ran = shell("peerguide scenario sc-gate --corpus mine")
    assert ran.out.startswith("Scenario sc-door: At the door\n")
    assert ran.err == "sc-gate is retired; sc-door stands in its place.\n"


def test_scenario_as_written(corpus_of: CorpusMaker) -> None:
    """All that a file says of a scenario comes back."""
    found = scenario(
        _compiled(corpus_of(scenarios=SCENARIO + "    law: It differs.\n    reviewed: yes\n")), "sc-door"
    )
    assert (found.name.title, found.name.values, found.between) == ("At the door", ("1", "2"), ("1", "2"))
    assert (found.situation, found.question) == ("Somebody comes in.", "What do you do?")
    assert (found.hard, found.discuss, found.law, found.reviewed) == (
        "You are alone.",
        "Who greets you?",
        "It differs.",
        True,
    )
    assert [option.mark for option in found.options] == ["best", None, "worst", None]
    assert found.marked("best").upholds == ("1.p1", "2")
    assert found.options[1].refs == ("2", "1.p1")


def test_scenarios_count_for_nothing_else(corpus_of: CorpusMaker) -> None:
    """A word that only scenarios have changes neither what the guide's words are worth nor who uses a term."""
    with_one = _compiled(corpus_of(scenarios=SCENARIO))
    with_one.ready("word")
    counts = dict(with_one.rows("SELECT word, count FROM word"))
    assert (counts["somebody"], counts["greet"]) == (0, 2)


@pytest.mark.parametrize(
    ("word", "found"), [("alone", 1), ("drop", 1), ("greets", 1), ("shout", 0), ("nod", 0), ("brief", 0)]
)
def test_options_are_not_searched(word: str, found: int, corpus_of: CorpusMaker) -> None:
    """A scenario is found by what it tells, not by its options or their reasons, which would give the key away."""
    corpus = _compiled(corpus_of(scenarios=SCENARIO))
    assert sum(hit.kind == "scenario" for hit in search(corpus, word, exact=True).hits) == found


# The command


@pytest.mark.parametrize(
    ("words", "ref"),
    [
        ("sc-watching-doses", "sc-watching-doses"),
        ("watching-doses", "sc-watching-doses"),
        ("SC Watching Doses", "sc-watching-doses"),
        ('"a favor at the morning visit"', "sc-watching-doses"),
        ("favor morning", "sc-watching-doses"),
        ("faver at the mornig visit", "sc-watching-doses"),
    ],
)
def test_a_ref_forgives(words: str, ref: str, shell: Shell) -> None:
    """A scenario is found by its id with or without sc-, its title, words of it, and past a slip."""
    assert json.loads(shell(f"peerguide scenario {words} --json").out)["ref"] == ref


def test_no_key_before_it_is_asked_for(shell: Shell) -> None:
    """In a pipe nothing of the key is printed without --answer, and everything with it."""
    for name in scenarios(shipped()).scenarios[:6]:
        whole = scenario(shipped(), name.ref)
        hidden = [*(option.why for option in whole.options), whole.hard, whole.discuss]
        without, with_key = (
            shell(f"peerguide scenario {name.ref}"),
            shell(f"peerguide scenario {name.ref} --answer"),
        )
        assert not [text for text in hidden if text in without.out]
        assert "The best." not in without.out
        assert [text for text in hidden if text not in with_key.out] == []


def test_the_key_in_json(shell: Shell) -> None:
    """JSON has the key always: one best, one worst, reasons and refs for every option."""
    found = json.loads(shell("peerguide scenario watching-doses --json").out)
    assert list(found)[:5] == ["ref", "values", "situation", "question", "options"]
    assert all(
        list(one)[:6] == ["letter", "text", "best", "worst", "why", "refs"] for one in found["options"]
    )
    assert [sum(one[key] for one in found["options"]) for key in ("best", "worst")] == [1, 1]


def test_random_is_the_same_for_a_seed(shell: Shell) -> None:
    """The same seed shows the same scenario, and others come with other seeds; filters hold."""
    seen = {seed: shell(f"peerguide scenario --random --seed {seed} --value 9").out for seed in range(5)}
    assert shell("peerguide scenario --value 9 --random --seed 3").out == seen[3]
    assert len(set(seen.values())) > 1
    about = {one.ref for one in scenarios(shipped(), ["9"]).scenarios}
    assert {text.split()[1].rstrip(":") for text in seen.values()} <= about


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("sc-records-of-nobody", 3),
        ("--for nurses", 2),
        ("--seed 3", 2),
        ("--answer", 2),
        ("watching-doses --random", 2),
        ("watching-doses --value 9", 2),
        ("--value 99", 3),
    ],
)
def test_bad_input(words: str, code: int, shell: Shell) -> None:
    """What cannot be is refused in a sentence and a next step, with nothing printed."""
    ran = shell(f"peerguide scenario {words}")
    assert (ran.out, ran.code, len(ran.err.splitlines())) == ("", code, 2)


def test_a_corpus_without_scenarios(corpus_of: CorpusMaker, shell: Shell) -> None:
    """Where there are none, that is said."""
    corpus_of()
    assert shell("peerguide scenario --corpus mine").err.startswith(
        "peerguide: This corpus has no scenarios.\n"
    )
    assert shell("peerguide scenario --corpus mine --json").out == "[]\n"


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("dc", "Both: D is the best and C the worst."),
        ("4 1", "The best one, D. The worst is C."),
        ("worst c best b", "The worst one, C. The best is D."),
        ("ab", "Others here: D is the best and C the worst."),
        ("", "What makes it hard"),
    ],
)
def test_a_person_is_asked(key: str, told: str, shell: Shell) -> None:
    """At a terminal the best and the worst are asked for before the key is shown, and nothing is saved."""
    ran = shell.on_terminal("peerguide scenario watching-doses", keys=[key], NO_COLOR="1")
    before, _asked, after = ran.out.partition("Which is best, and which is worst?")
    assert "What makes it hard" not in before
    assert told in after
    assert not (shell.folder / "progress").exists()


def test_a_person_may_leave(shell: Shell) -> None:
    """Nobody has to answer: q and the end of the input leave without the key; another line is asked for again."""
    for keys in (["q"], [], ["what?", "q"]):
        ran = shell.on_terminal("peerguide scenario watching-doses", keys=keys, NO_COLOR="1")
        assert ran.code == 0
        assert "What makes it hard" not in ran.out
        assert ran.out.count("Which is best, and which is worst?") == max(1, len(keys))


# Best and worst


@pytest.mark.parametrize(
    ("line", "picks"),
    [
        ("bd", ("B", "D")),
        ("B D", ("B", "D")),
        ("b, then d.", ("B", "D")),
        ("2 4", ("B", "D")),
        ("24", ("B", "D")),
        ("best: b; worst: d", ("B", "D")),
        ("b is best and d is worst", ("B", "D")),
        ("worst d, best b", ("B", "D")),
        ("d is the worst, b the best", ("B", "D")),
        ("option a and option c", ("A", "C")),
        ("b", None),
        ("bb", None),
        ("bde", None),
        ("be", None),
        ("5 1", None),
        ("", None),
        ("nothing of that", None),
        ("b d" * 100, None),
    ],
)
def test_what_a_line_picks(line: str, picks: tuple[str, str] | None) -> None:
    """Two letters or numbers name the best and the worst, in whatever words around them."""
    assert picks_in(line) == picks


@given(st.text())
def test_any_line_has_a_meaning(line: str) -> None:
    """Any line whatever names two different options, or none."""
    picks = picks_in(line)
    assert picks is None or (picks.best != picks.worst and {*picks} <= set(LETTERS))


@given(st.permutations(LETTERS), st.permutations(LETTERS))
def test_credit(key: list[str], picked: list[str]) -> None:
    """The best counts for two thirds, the worst for one, the two swapped for nothing; only both come to the whole."""
    (best, worst), picks = key[:2], Picks(*picked[:2])
    credit = credit_for(picks, best, worst)
    assert 0 <= credit <= 1
    assert (credit == 1) == (picks == (best, worst))
    assert (credit >= BEST) == (picks.best == best)
    assert credit_for(Picks(worst, best), best, worst) == 0
    assert BEST + WORST == 1


def _compiled(folder: Path) -> Corpus:
    return Corpus(folder, compile_corpus(read_corpus(read_files(folder), folder), ""))


def _fits_schema(text: str) -> bool:
    return bool(Draft7Validator(json_schema()).is_valid(yaml.safe_load(text)))
