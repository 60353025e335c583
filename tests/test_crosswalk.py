"""The crosswalk: what is wrong with it is told, what is asked about is found in either guide, and tensions are named."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from conftest import SMALL, CorpusMaker, Shell
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from test_check import problems
from test_completion import offered
from test_refs import shipped

from peerguide.corpus.compiling.database import compile_corpus
from peerguide.corpus.crosswalk import crosswalk
from peerguide.corpus.guides import Guides, refs_in
from peerguide.corpus.library import Corpus
from peerguide.corpus.model.common import CLOSENESS, NOTHING
from peerguide.corpus.names.told import find_in_guides
from peerguide.corpus.places import shipped_corpora
from peerguide.corpus.reading.check import read_corpus
from peerguide.corpus.reading.files import read_files
from peerguide.corpus.reading.schema import json_schema
from peerguide.corpus.together import together
from peerguide.errors import InvalidFilesError, NotFoundError
from peerguide.render.drawn import crosswalk as _drawn  # noqa: F401 - it draws them
from peerguide.render.plain import crosswalk as _plain  # noqa: F401 - it tells them
from peerguide.render.plain import lines
from peerguide.render.screen import drawing

if TYPE_CHECKING:
    from peerguide.corpus.model.common import Closeness
    from peerguide.corpus.model.crosswalk import Crosswalk

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")

ROWS = """\
crosswalk:
  - id: kind-and-respect
    from: 1
    to: guidelines:5
    closeness: overlaps
    why: Both are warm.
  - id: greeting
    from: 1.p1
    to: declaration:a5
    closeness: goes further
    why: One greets.
  - id: calm
    from: 2
    closeness: nothing corresponds
    why: Nobody speaks of calm.
"""
"""Valid rows for the small corpus, on the first line of their file."""

MORE_ROWS = """\
  - id: welcome-notes
    from: 1.s1
    to: guidelines:11.s1
    closeness: in tension
    why: >-
      Here nothing is asked of a worker but to greet, while the guidelines have supervisors explain the duties of the job and the
      documentation that comes with it.
  - id: power
    from: declaration:a12
    to: 1
    closeness: goes further
    why: Both mean well, and the Declaration adds what to stay out of.
  - id: greeting-and-being-with
    from: 1
    to: declaration:mutuality
    closeness: same
    why: In both, people meet.
"""
"""More of them, of the other sorts."""

BROKEN: dict[str, tuple[str, str, str]] = {
    "an unknown key": ("    why: One", "    whi: One", '11:5: an item of "crosswalk" has no key "whi"; did you mean "why"?'),
    "another closeness": ("closeness: overlaps", "closeness: alike", '5:16: "closeness" must be same or overlaps or goes further or in tension or nothing corresponds, not "alike"'),
    "no such entry": ("from: 1.p1", "from: 1.p9", '8:11: no entry has the id "1.p9"'),
    "an id twice": ("id: greeting", "id: kind-and-respect", '7:9: the id "kind-and-respect" is used twice; it stands first in FOLDER/crosswalk.yaml, line 2'),
    "the id of an entry": ("id: greeting", "id: 1.p1", '7:9: "id" must be a number or lower-case words joined by hyphens, such as "routine-notes", not "1.p1"'),
    "no end": ("    from: 2\n", "", '12:5: a row has "from", "to" or both'),
    "one end and close": ("nothing corresponds", "same", '14:16: with "same" a row has "from" or "to": both'),
    "two ends and nothing": ("closeness: overlaps", "closeness: nothing corresponds", '5:16: with "nothing corresponds" a row has "from" or "to": one of them alone'),
    "the same ends": ("from: 1.p1\n    to: declaration:a5", "from: guidelines:5\n    to: 1", "7:5: a row has these ends already; it stands in line 2"),
    "something and nothing": ("from: 2\n", "from: 1.p1\n", '12:5: by another row, something corresponds to "1.p1"'),
    "no reason": ("    why: One greets.\n", "", '7:5: an item of "crosswalk" has no "why"'),
}  # fmt: skip
"""What is changed in the rows, into what, and what is said of it."""

WITHIN_THE_FILE = ("an unknown key", "another closeness", "the id of an entry", "no reason")
"""What JSON Schema can see too."""


def test_valid_rows(corpus_of: CorpusMaker) -> None:
    """Rows that keep all rules have no problem, and fit the published schema."""
    assert problems(corpus_of(crosswalk=ROWS + MORE_ROWS)) == []
    assert _fits_schema(ROWS + MORE_ROWS)


@pytest.mark.parametrize("case", BROKEN)
def test_problem_of_a_row_is_told_at_its_place(case: str, corpus_of: CorpusMaker) -> None:
    """Each thing that can be wrong with a row is told in one sentence with its line and column."""
    before, after, expected = BROKEN[case]
    assert before in ROWS
    folder = corpus_of(crosswalk=ROWS.replace(before, after, 1))
    assert f"crosswalk.yaml:{expected.replace('FOLDER', str(folder))}" in problems(folder)


@pytest.mark.parametrize("case", WITHIN_THE_FILE)
def test_schema_refuses_what_the_check_refuses(case: str) -> None:
    """What is wrong within the file is refused by the published JSON Schema too."""
    before, after, _expected = BROKEN[case]
    assert not _fits_schema(ROWS.replace(before, after, 1))


@pytest.mark.parametrize(
    ("ref", "problem"),
    [
        ("guidelines:99", '4:9: the guide "guidelines" has no entry "99"'),
        ("declaration:7.p2", '4:9: the guide "declaration" has no entry "7.p2"'),
        ("charter:1", '4:9: there is no guide "charter" here'),
        ("declaration:a12.4", None),
        ("declaration:f1", None),
        ("mine:1.s1", None),
        ("mine:9", '4:9: no entry has the id "9"'),
    ],
)
def test_refs_of_other_guides_are_looked_up_there(
    ref: str, problem: str | None, corpus_of: CorpusMaker, shell: Shell
) -> None:
    """`corpus check` says so when a ref of another guide leads nowhere, or when there is no such guide."""
    corpus_of(f"guide: mine\n{SMALL}", crosswalk=ROWS.replace("guidelines:5", ref))
    ran = shell("peerguide corpus check mine --json")
    if problem is None:
        assert json.loads(ran.out)["crosswalk"] == 3
        return
    told = json.loads(ran.err)["error"]["problems"]
    assert [f"{one['line']}:{one['column']}: {one['message']}" for one in told] == [problem]


@given(data=st.data())
def test_incomplete_rows_have_an_answer(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever is left out of a row, the check says so in sentences and does not give up."""
    rows = [
        {key: one for key, one in row.items() if data.draw(st.booleans(), label=f"{place} {key}")}
        for place, row in enumerate(yaml.safe_load(ROWS)["crosswalk"])
    ]
    written = yaml.safe_dump({"crosswalk": rows})
    folder = CorpusMaker(tmp_path_factory.mktemp("corpus") / "mine")(crosswalk=written)
    try:
        read_corpus(read_files(folder), folder, elsewhere=refs_in)
    except InvalidFilesError as error:
        assert all(line.startswith(f"{folder}/crosswalk.yaml:") for line in error.lines())


# Finding

FINDS: list[tuple[str, str, str]] = [
    ("guidelines", "7", "guidelines:7"),
    ("guidelines", "seven", "guidelines:7"),
    ("guidelines", "honest", "guidelines:7"),
    ("guidelines", "onest", "guidelines:7"),
    ("guidelines", "7p2", "guidelines:7.p2"),
    ("guidelines", "7.S1", "guidelines:7.s1"),
    ("guidelines", "mutuality", "declaration:mutuality"),
    ("guidelines", "whole-person", "declaration:whole-person"),
    ("guidelines", "human potential", "declaration:human-potential"),
    ("guidelines", "a12", "declaration:a12"),
    ("guidelines", "a12.4", "declaration:a12.4"),
    ("guidelines", "declaration:A4", "declaration:a4"),
    ("guidelines", "Declaration: mutuality", "declaration:mutuality"),
    ("guidelines", "declaration:honest", "declaration:honesty"),
    ("guidelines", "guidelines:honest", "guidelines:7"),
    ("guidelines", "co-optation", "guidelines:co-optation"),
    ("guidelines", "peer drift", "guidelines:co-optation"),
    ("guidelines", "peer", "guidelines:peer"),
    ("guidelines", "fixer", "declaration:f1"),
    ("guidelines", "areas of focus", "declaration:areas-of-focus"),
    ("guidelines", "routine-documentation", "guidelines:routine-documentation"),
    ("declaration", "mutuality", "declaration:mutuality"),
    ("declaration", "peer", "declaration:peer"),
    ("declaration", "7", "declaration:honesty"),
    ("declaration", "co-optation", "guidelines:co-optation"),
    ("declaration", "guidelines:7", "guidelines:7"),
    ("all", "7", "guidelines:7"),
    ("all", "mutuality", "declaration:mutuality"),
    ("all", "guidelines:7.p2", "guidelines:7.p2"),
]  # fmt: skip


@pytest.mark.parametrize(("guide", "words", "ref"), FINDS)
def test_finding(guide: str, words: str, ref: str) -> None:
    """What a ref means is found in the guide in use, then in the others; a ref as it stands before a name, a name before a slip."""
    assert find_in_guides(Guides(_guide(guide)), words).ref == ref


@pytest.mark.parametrize("words", ["zebra", "99", "7.p99", "declaration:7.p2", "nowhere:7", ""])
def test_what_is_nowhere(words: str) -> None:
    """What no guide has is refused with a next step."""
    with pytest.raises(NotFoundError) as told:
        find_in_guides(Guides(_guide("guidelines")), words)
    assert "peerguide crosswalk" in told.value.hint


def test_several_guides_in_use_may_share_a_ref(shell: Shell) -> None:
    """A ref that each of several guides in use has is not guessed."""
    ran = shell("peerguide crosswalk peer --corpus all")
    assert ran.code == 3
    assert ran.err.splitlines()[1:] == [
        "  guidelines:peer: Peer",
        "  declaration:peer: Peer",
        "Say which guide, for example: peerguide --corpus all crosswalk guidelines:peer",
    ]


def test_matches_carry_their_guide(shell: Shell) -> None:
    """Where words fit several entries of a guide that is not in use, each is listed with that guide's name."""
    ran = shell("peerguide crosswalk declaration:role")
    assert ran.code == 3
    assert "  declaration:peer-role: Peer role" in ran.err.splitlines()


# Rows


@pytest.mark.parametrize(
    ("guide", "about", "groups"),
    [
        ("guidelines", "7.p2", {"7.p2": ["declaration:growth"]}),
        ("guidelines", "declaration:a13.1", {"declaration:a13.1": [None]}),
        ("guidelines", "declaration:badges", {}),
        ("declaration", "a13.1", {"a13.1": [None]}),
        ("declaration", "guidelines:7.p2", {"guidelines:7.p2": ["growth"]}),
        ("all", "guidelines:7.p2", {"guidelines:7.p2": ["declaration:growth"]}),
        ("guidelines", "guidelines:badges", {"declaration:a13.1": [None]}),
    ],
)
def test_rows_about_an_entry(guide: str, about: str, groups: dict[str, list[str | None]]) -> None:
    """The rows about an entry stand under it, each with its other end; refs of the guide in use are bare."""
    assert _groups(crosswalk(_guide(guide), about)) == groups


def test_rows_about_what_stands_under_it() -> None:
    """With a value come its practices and roles, with a practice what it lists, with a reading its sections, in their order."""
    about = crosswalk(_guide("guidelines"), "7")
    assert about.about
    assert about.about.text == "Peer supporters are honest and direct"
    refs = [group.end.ref for group in about.groups]
    assert refs[0] == "7"
    assert refs == sorted(refs)
    assert all(ref == "7" or ref.startswith("7.") for ref in refs)
    listed = crosswalk(_guide("declaration"), "a12")
    assert [group.end.ref for group in listed.groups] == ["a12", *(f"a12.{number}" for number in range(1, 8))]
    read = crosswalk(_guide("declaration"), "areas-of-focus")
    assert [group.end.ref for group in read.groups] == ["f1", "f2", "f3"]


def test_all_rows_from_either_side() -> None:
    """Both guides show the same rows, those with nothing that corresponds included, each from its own side."""
    ours, theirs = crosswalk(_guide("guidelines")), crosswalk(_guide("declaration"))
    everything = crosswalk(_guide("all"))
    assert len(ours.rows) == len(theirs.rows) == len(everything.rows)
    assert [row.why for row in ours.rows] == [row.why for row in theirs.rows]
    assert _ends(ours) == {ref.removeprefix("guidelines:") for ref in _ends(everything)}
    assert _ends(theirs) == {ref.removeprefix("declaration:") for ref in _ends(everything)}
    assert all(row in ours.rows for group in ours.groups for row in group.rows)
    assert sum(len(group.rows) for group in ours.groups) == len(ours.rows)


def test_every_end_is_named() -> None:
    """Both ends of every row come with a name or a text, and with their guide's title."""
    for row in crosswalk(_guide("all")).rows:
        for end in (row.begin, row.end):
            assert end is None or (end.text and end.guide != end.ref.partition(":")[0]), row.ref


@pytest.mark.parametrize(
    ("words", "closeness"),
    [
        ('"in tension"', "in tension"),
        ("tension", "in tension"),
        ("Tensions", "in tension"),
        ("in-tension", "in tension"),
        ("further", "goes further"),
        ("overlap", "overlaps"),
        ("same", "same"),
        ("nothing", "nothing corresponds"),
    ],
)
def test_closeness(words: str, closeness: Closeness, shell: Shell) -> None:
    """Rows of one closeness alone can be asked for, by a word of it."""
    found = json.loads(shell(f"peerguide crosswalk --json --closeness {words}").out)
    every = crosswalk(_guide("guidelines"), closeness=[closeness])
    assert [one["id"] for one in found] == [row.ref for row in every.rows]
    assert {one["closeness"] for one in found} == {closeness}


def test_several_sorts_of_closeness(shell: Shell) -> None:
    """The option may be given again, and with a ref."""
    words = "--closeness same --closeness tension"
    found = json.loads(shell(f"peerguide crosswalk mutuality --json {words}").out)
    assert [(one["to"], one["closeness"]) for one in found] == [("8", "same")]
    every = json.loads(shell(f"peerguide crosswalk --json {words}").out)
    assert {one["closeness"] for one in every} == {"same", "in tension"}


@pytest.mark.parametrize(
    ("words", "code", "hint"),
    [
        ("7.s1", 3, "To see what it has about 7, under which that stands: peerguide crosswalk 7"),
        ("sc-records-of-nobody", 3, "To see what the crosswalk has: peerguide crosswalk"),
        ("systemic-racism", 3, "To see all that it has: peerguide crosswalk"),
        ("8 --closeness tension", 3, "To see every row about it: peerguide crosswalk 8"),
        ("--closeness near", 2, f"Choose one of: {', '.join(CLOSENESS)}."),
        ('--closeness ""', 2, f"Choose one of: {', '.join(CLOSENESS)}."),
    ],
)
def test_nothing_to_show(words: str, code: int, hint: str, shell: Shell) -> None:
    """Where there is no row, that is said in a sentence with where to look."""
    ran = shell(f"peerguide crosswalk {words}")
    assert (ran.out, ran.code, ran.err.splitlines()[1]) == ("", code, hint)


def test_a_corpus_without_a_crosswalk(corpus_of: CorpusMaker, shell: Shell) -> None:
    """A corpus that nothing is held against has none, though the shipped guides have one between them."""
    corpus_of()
    ran = shell("peerguide crosswalk --corpus mine")
    assert (ran.code, ran.err.splitlines()[0]) == (3, "peerguide: This corpus has no crosswalk.")
    assert shell("peerguide crosswalk --corpus mine --json").out == "[]\n"


def test_a_crosswalk_of_ones_own(corpus_of: CorpusMaker, shell: Shell) -> None:
    """A corpus of one's own is held against the shipped guides, and only its own rows are listed."""
    corpus_of(crosswalk=ROWS)
    found = json.loads(shell("peerguide crosswalk --corpus mine --json").out)
    assert [(one["from"], one["to"]) for one in found] == [
        ("1", "guidelines:5"),
        ("1.p1", "declaration:a5"),
        ("2", None),
    ]
    assert [one["to_text"] for one in found][::2] == ["Peer supporters are respectful", None]
    about = json.loads(shell("peerguide crosswalk guidelines:5 --corpus mine --json").out)
    assert about[0]["from"] == "1"
    assert "peerguide's own" not in shell("peerguide crosswalk --corpus mine").out


@pytest.mark.parametrize("name", ["mine", "guidelines", "declaration"])
def test_the_corpus_to_begin_from_is_valid(name: str, shell: Shell) -> None:
    """The small corpus is held against the guidelines, whatever its folder is called."""
    shell(f"peerguide corpus new ./{name}")
    assert shell(f"peerguide corpus check ./{name}").code == 0
    found = json.loads(shell(f"peerguide crosswalk --corpus ./{name} --json").out)
    assert [one["to"] for one in found] == ["guidelines:5", "guidelines:5.p3", None]


def test_several_in_the_guide_in_use_are_listed(shell: Shell) -> None:
    """Words that fit several entries here are not guessed to mean what they come near to elsewhere."""
    ran = shell("peerguide crosswalk 'peer supporters'")
    assert (ran.out, ran.code) == ("", 3)
    assert "  3: Peer supporters are open minded" in ran.err.splitlines()


def test_a_guide_that_is_not_at_hand(corpus_of: CorpusMaker) -> None:
    """A row whose other end is of an unknown guide is shown with its ref, as far as it is known."""
    folder = corpus_of(crosswalk=ROWS.replace("guidelines:5", "charter:5"))
    found = crosswalk(_compiled(folder), "1")
    assert found.rows[0].end
    assert (found.rows[0].end.ref, found.rows[0].end.text, found.titles["charter"]) == (
        "charter:5",
        "",
        "charter",
    )
    assert "Overlaps: charter:5. Both are warm." in list(lines(found))


# Texts


def test_which_goes_further_is_said() -> None:
    """The row says which of the two goes further, from whichever side it is read; a tension is called one."""
    for about in ("guidelines:9.p3", "declaration:a12"):
        found = crosswalk(_guide("all"), about, ["goes further"])
        told = [line for line in lines(found) if line.startswith("Declaration of Peer Roles goes further: ")]
        assert len(told) == len(found.rows) > 0
    told = list(lines(crosswalk(_guide("guidelines"), "declaration:a12.4")))
    assert told[1].startswith("In tension: 11.s1, ")


@pytest.mark.parametrize("guide", ["guidelines", "declaration", "all"])
def test_plain_text_has_one_item_a_line(guide: str) -> None:
    """Linear text has a line for each entry, one for each row under it, then the figures and whose comparison it is."""
    every = crosswalk(_guide(guide))
    told = list(lines(every))
    assert len(told) == len(every.groups) + len(every.rows) + 2
    assert not [line for line in told if "\n" in line]
    assert told[-2].startswith(f"{len(every.rows)} rows: ")


def test_forty_columns() -> None:
    """All rows keep within 40 columns, and no reason is lost there."""
    every = crosswalk(_guide("all"))
    told = ESCAPE.sub("", drawing(every, 40, colour=False))
    assert max(map(len, told.splitlines())) <= 40
    words = " ".join(told.split())
    assert not [row.ref for row in every.rows if " ".join(row.why.split()) not in words]


def test_json(shell: Shell) -> None:
    """The shape that programs depend on; null where nothing corresponds."""
    found = json.loads(shell("peerguide crosswalk --json").out)
    assert all(list(one) == ["from", "to", "closeness", "why", "id", "from_text", "to_text"] for one in found)
    for one in found:
        assert ((one["from"] is None) or (one["to"] is None)) == (one["closeness"] == NOTHING)
        assert (one["from"] is None, one["to"] is None) == (one["from_text"] is None, one["to_text"] is None)


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_drawings(columns: int, corpus_of: CorpusMaker, request: pytest.FixtureRequest) -> None:
    """What is drawn of all rows, and of those about one entry, is what is recorded, at each width."""
    mine = _compiled(corpus_of(crosswalk=ROWS + MORE_ROWS))
    shown = [crosswalk(mine), crosswalk(mine, "1"), crosswalk(mine, closeness=["in tension"])]
    told = "\n".join(ESCAPE.sub("", drawing(entry, columns, colour=False)) for entry in shown)
    recorded = Path(__file__).parent / "recorded" / f"crosswalk-{columns}.txt"
    if request.config.getoption("--rewrite-transcripts"):
        recorded.write_text(told, encoding="utf-8")
    assert told == recorded.read_text(encoding="utf-8")
    assert max(map(len, told.splitlines())) <= columns


@pytest.mark.parametrize(
    ("line", "offer"),
    [
        ("peerguide crosswalk 4.", ["4.p1", "4.p2", "4.s1", "4.s2"]),
        ("peerguide --corpus declaration crosswalk a12.", [f"a12.{number}" for number in range(1, 8)]),
        ("peerguide crosswalk --closeness in", ["in", "tension"]),
    ],
)
def test_tab_offers_entries(line: str, offer: list[str], shell: Shell) -> None:
    """Tab completes refs of all kinds that rows are about, and the sorts of closeness."""
    assert offered(shell, line) == offer


# Our own rows


def test_every_value_has_its_row() -> None:
    """Every value of both guides, and every action and item of the Declaration, has a row of its own."""
    ends = _ends(crosswalk(_guide("all")))
    for guide in shipped_corpora():
        missing = [value.ref for value in _guide(guide).values().values if f"{guide}:{value.ref}" not in ends]
        assert missing == [], guide
    actions = _guide("declaration").statements("practice").groups[-1]
    assert actions.value is None
    refs = [
        ref for action in actions.statements for ref in (action.ref, *(item.ref for item in action.items))
    ]
    assert len(refs) == 24
    assert [ref for ref in refs if f"declaration:{ref}" not in ends] == []


def test_rows_are_no_repeats() -> None:
    """No two rows hold the same two entries against each other."""
    pairs = [frozenset(one) for one in _pairs(crosswalk(_guide("all")))]
    assert len(pairs) == len(set(pairs))


def test_tensions_are_named() -> None:
    """Routine documentation is among the tensions: one guide rules it out, the other expects some."""
    tense = _pairs(crosswalk(_guide("all"), closeness=["in tension"]))
    assert ("declaration:a12.4", "guidelines:11.s1") in tense


def _guide(name: str) -> Corpus:
    if name == "all":
        return together([_guide(guide) for guide in shipped_corpora()])
    return shipped(shipped_corpora()[name])


def _compiled(folder: Path) -> Corpus:
    return Corpus(folder, compile_corpus(read_corpus(read_files(folder), folder), ""))


def _pairs(found: Crosswalk) -> list[tuple[str, ...]]:
    return [tuple(end.ref for end in (row.begin, row.end) if end) for row in found.rows]


def _ends(found: Crosswalk) -> set[str]:
    return {ref for pair in _pairs(found) for ref in pair}


def _groups(found: Crosswalk) -> dict[str, list[str | None]]:
    others = {group.end.ref: [row.other(group.end) for row in group.rows] for group in found.groups}
    return {ref: [end.ref if end else None for end in ends] for ref, ends in others.items()}


def _fits_schema(text: str) -> bool:
    return bool(Draft7Validator(json_schema()).is_valid(yaml.safe_load(text)))


def test_a_number_is_of_the_guide_in_use(shell: Shell) -> None:
    """A number means the value that has it in the guide in use, as everywhere else."""
    assert shell("peerguide --corpus declaration crosswalk 3").out.startswith("whole-person: ")
    assert shell("peerguide crosswalk 3").out.startswith("3: ")
