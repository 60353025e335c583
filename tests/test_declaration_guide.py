"""The second guide: counted and named as the Declaration of Peer Roles is, and looked up like the first."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import Shell

from peerguide.corpus.library import Corpus
from peerguide.corpus.places import shipped_corpora
from peerguide.corpus.reading.check import read_corpus
from peerguide.corpus.reading.files import read_files
from peerguide.errors import InvalidFilesError

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import CorpusMaker

NAMES = (
    "Human Potential and Vision",
    "Prioritize Self-Determination and Choice",
    "Dignity of Being a Whole Person",
    "Easy-to-Understand Language",
    "Mutuality",
    "Approach Each Other with Genuine Curiosity",
    "Honesty, Truth and Transparency",
    "See Challenges as Growth and Learning Opportunity, Not as a Crisis",
    "Recognize the Need for Transformation in the Mental Health System and Society",
    "Focus on Moving Forward",
    "Recognize Our Connectivity and Our Part in a Movement",
    "The Importance of Community Involvement",
)

ITEMS = {"a12": 7, "a13": 4}
"""The activities to stay out of, and the features of the surroundings to avoid."""


@cache
def declaration() -> Corpus:
    """The shipped Declaration."""
    return Corpus.open(shipped_corpora()["declaration"])


def test_its_values_are_named_and_numbered() -> None:
    """It has twelve values, named as the document names them, in its order, and no practice themes."""
    values = declaration().values().values
    assert tuple(value.name for value in values) == NAMES
    assert [value.number for value in values] == list(range(1, 13))
    assert {value.theme for value in values} == {None}


def test_its_actions_belong_to_the_whole_guide() -> None:
    """It has thirteen practices, a1 to a13, of no value, and two of them list seven and four items."""
    (group,) = declaration().statements("practice").groups
    assert group.value is None
    assert [one.ref for one in group.statements] == [f"a{number}" for number in range(1, 14)]
    assert {one.ref: len(one.items) for one in group.statements if one.items} == ITEMS


def test_it_has_three_areas_of_focus_and_a_definition_of_peer() -> None:
    """Its areas are sections f1 to f3 of a reading, and `peer` is a term."""
    refs = {ref for (ref,) in declaration().rows("SELECT ref FROM entry WHERE kind IN ('section', 'term')")}
    assert {"f1", "f2", "f3", "peer"} <= refs


FOUND = [
    ("practice a4", "a4: "),
    ("practice A4", "a4: "),
    ("practice action 4", "a4: "),
    ("practice a-12.4", "Activities to stay out of, a12.4: "),
    ("practice action 12.4", "Activities to stay out of, a12.4: "),
    ("practice declaration:a12", "a12: "),
    ("value mutuality", "Value 5: Mutuality"),
    ("value 5", "Value 5: Mutuality"),
    ("value five", "Value 5: Mutuality"),
    ("value declaration:mutuality", "Value 5: Mutuality"),
    ("term peer", "Term peer: Peer"),
]


@pytest.mark.parametrize(("words", "begins"), FOUND)
def test_entries_are_found(shell: Shell, words: str, begins: str) -> None:
    """An action is found by its id however that is written, a value by its number and name."""
    ran = shell(f"peerguide --corpus declaration {words}")
    assert ran.code == 0
    assert ran.out.startswith(begins)


NOT_FOUND = [
    ("practice a14", "There is no a14: there are a1 to a13."),
    ("practice a12.8", "There is no a12.8: there are a12.1 to a12.7."),
    ("practice a3.1", "There is no a3.1: a3 lists nothing."),
    ("role a4", "a4 is a practice, not a supervisor role."),
    ("practice mutuality", "Value mutuality has no practices."),
    ("value a12.4", "a12.4 is an item, not a value."),
]


@pytest.mark.parametrize(("words", "says"), NOT_FOUND)
def test_what_there_is_not_is_said(shell: Shell, words: str, says: str) -> None:
    """An action that there is not ends with exit code 3, and what there is."""
    ran = shell(f"peerguide --corpus declaration {words}")
    assert (ran.out, ran.code) == ("", 3)
    assert ran.err.startswith(f"peerguide: {says}\n")


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (
            "practice mutuality",
            "To see those of the guide as a whole: peerguide --corpus declaration practice",
        ),
        ("role mutuality", "To see what it has: peerguide --corpus declaration value mutuality"),
        ("value a12.4", "Try: peerguide --corpus declaration practice a12.4"),
        ("term a12.4", "Try: peerguide --corpus declaration practice a12.4"),
    ],
)
def test_where_it_stands_instead_is_said(shell: Shell, words: str, hint: str) -> None:
    """Who asks a value for its practices, or takes an item for something else, is led to where they stand."""
    assert shell(f"peerguide --corpus declaration {words}").err.splitlines()[1] == hint


ELSEWHERE = [
    ("practice a4", "peerguide practice declaration:a4"),
    ("value a12.4", "peerguide practice declaration:a12.4"),
    ("term peer-role", "peerguide term declaration:peer-role"),
    ("role a3", "peerguide practice declaration:a3"),
    ("--corpus declaration value 7.p2", "peerguide --corpus declaration practice guidelines:7.p2"),
]


@pytest.mark.parametrize(("words", "command"), ELSEWHERE)
def test_what_another_guide_has_is_pointed_to(shell: Shell, words: str, command: str) -> None:
    """A ref that only another shipped guide has ends with exit code 3 and the command that shows it, which works."""
    ran = shell(f"peerguide {words}")
    assert (ran.out, ran.code) == ("", 3)
    assert ran.err.splitlines()[-1] == f"Another guide has that: {command}"
    assert shell(command).code == 0


def test_a_hint_about_another_guide_stays_in_it(shell: Shell) -> None:
    """The next step after a ref of another guide names that guide too."""
    ran = shell("peerguide role declaration:mutuality")
    assert ran.err.splitlines()[-1] == "To see what it has: peerguide value declaration:mutuality"


def test_its_name_may_be_written_in_capitals(shell: Shell) -> None:
    """A shipped guide is asked for by its name in any case."""
    assert shell("peerguide --corpus Declaration value mutuality").code == 0


def test_all_is_no_name_of_a_guide(corpus_of: CorpusMaker) -> None:
    """A guide cannot take the name by which all guides are asked for."""
    values = "guide: all\nvalues: [{id: 1, number: 1, name: A, meaning: B}]"
    assert _problems(corpus_of(values=values)) == [
        'values.yaml:1:8: "all" asks for all guides at once; give this one another name'
    ]


def test_another_guide_is_reached_by_its_name(shell: Shell) -> None:
    """A ref with a shipped guide's name before it is looked up there, whatever corpus is in use."""
    assert shell("peerguide value declaration:mutuality").out.startswith("Value 5: Mutuality")
    assert shell("peerguide --corpus declaration value guidelines:7").out.startswith(
        "Value 7: Peer supporters"
    )


ACTIONS = "values: [{id: one, number: 1, name: One, meaning: One.}]\npractices:\n"

BROKEN = [
    (
        "- {id: a2, text: Two.}",
        "3:8: the practices of the whole guide are numbered without a gap; 1 is missing before 2",
    ),
    ("- {id: b1, text: One.}", '3:8: "id" must be an id such as "a4", not "b1"'),
    ("- {id: a1, text: One., also: [two]}", '3:31: no value has the id "two"'),
    (
        "- {id: a1, text: One., items: [{id: a1.1, text: A.}]}",
        '3:3: a practice with "items" says in "items_name" what they are',
    ),
    (
        "- {id: a1, text: One., items_name: A}",
        '3:36: "items_name" says what "items" are, and there are none',
    ),
    (
        "- {id: a1, text: One., items_name: A, items: [{id: a2.1, text: A.}]}",
        '3:52: "a2.1" stands under "a1", so its id must begin with "a1."',
    ),
    (
        "- {id: a1, text: One., items_name: A, items: [{id: a1.2, text: A.}]}",
        '3:52: the items of "a1" are numbered without a gap; 1 is missing before 2',
    ),
    ("- {id: a1, text: One., gap: [two]}", '3:30: "gap" takes out "two", which the text does not have'),
    (
        "- {id: a1, text: One.}\n- {id: a1, text: Two.}",
        '4:8: the id "a1" is used twice; it stands first in values.yaml, line 3',
    ),
]


@pytest.mark.parametrize(("actions", "told"), BROKEN)
def test_what_is_wrong_with_actions_is_told(corpus_of: CorpusMaker, actions: str, told: str) -> None:
    """A practice of the whole guide that cannot stand so is told at its place."""
    assert _problems(corpus_of(values=ACTIONS + actions)) == [f"values.yaml:{told}"]


def test_themes_are_for_all_or_for_none(corpus_of: CorpusMaker) -> None:
    """A value without a practice theme is told where others have one."""
    values = "values:\n- {id: 1, number: 1, name: A, theme: B, meaning: C}\n- {id: 2, number: 2, name: D, meaning: E}"
    assert _problems(corpus_of(values=values)) == [
        'values.yaml:3:3: this value has no "theme", though others have one'
    ]


def _problems(folder: Path) -> list[str]:
    try:
        read_corpus(read_files(folder), folder)
    except InvalidFilesError as error:
        return [line.replace(f"{folder}/", "") for line in error.lines()]
    return []


SHOWN = ("", "value", "value mutuality", "practice", "practice a12", "practice a12.4", "term peer")


@pytest.mark.parametrize("form", ["40", "80", "120", "plain"])
def test_the_whole_drawing(shell: Shell, form: str, request: pytest.FixtureRequest) -> None:
    """What is drawn of the guide, at each width and in words, is what is recorded."""
    told = "".join(_shown(shell, words, form) for words in SHOWN)
    recorded = Path(__file__).parent / "recorded" / f"declaration-{form}.txt"
    if request.config.getoption("--rewrite-transcripts"):
        recorded.write_text(told, encoding="utf-8")
    assert told == recorded.read_text(encoding="utf-8")


def _shown(shell: Shell, words: str, form: str) -> str:
    command = f"peerguide --corpus declaration {words}".strip()
    if form == "plain":
        return f"$ {command} --plain\n{shell(f'{command} --plain').out}\n"
    ran = shell.on_terminal(command, columns=int(form), NO_COLOR="1")
    return f"$ {command}\n{ran.out.replace(chr(13), '')}\n"
