"""Readings: what is wrong with them is told, the one that is meant is found, and all of it is shown."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import CorpusMaker, Shell
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from test_check import problems
from test_completion import offered
from test_refs import shipped

from peerguide.corpus.compiling.database import compile_corpus
from peerguide.corpus.guides import Guides
from peerguide.corpus.library import Corpus
from peerguide.corpus.names.told import find_reading
from peerguide.corpus.places import shipped_corpora
from peerguide.corpus.reading.check import read_corpus
from peerguide.corpus.reading.files import read_files
from peerguide.corpus.reading.schema import json_schema
from peerguide.corpus.readings import gist, part, reading, readings
from peerguide.corpus.starter import begin_corpus
from peerguide.errors import AmbiguousError, InvalidFilesError, NotFoundError
from peerguide.render.drawn import readings as _drawn  # noqa: F401 - it draws them
from peerguide.render.screen import drawing

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")

READINGS = """\
readings:
  - id: first-year
    title: The first year
    source: book
    values: [2, "declaration:mutuality"]
    terms: [guest]
    summary: Two people began. They met each week.
    sections:
      - id: first-year.people
        title: The people
        page: 2
        last_page: 3
        aliases: [founders]
        text: |-
          Two people met.

          They talked.
      - id: first-year.place
        title: The place
        text: It was a kitchen.
    facts:
      - id: first-year.count
        section: first-year.people
        page: 3
        text: There were two people.
        asked: [how many began]
    questions:
      - id: first-year.q1
        text: What did they talk about?
"""
"""A valid reading for the small corpus, on the first line of its file."""

SOURCES = (
    "sources: [{id: book, title: A Book, publisher: Us, year: 2020, pages: 4, about: A., obtain: B., "
    "terms_of_use: C.}]\n"
)
GLOSSARY = "terms: [{id: guest, name: Guest, definition: Who comes.}]\n"

BROKEN: dict[str, tuple[str, str, str]] = {
    "an unknown key": ("    title: The first", "    titel: The first", '3:5: an item of "readings" has no key "titel"; did you mean "title"?'),
    "no such document": ("source: book", "source: film", '4:13: no document has the id "film"'),
    "no such value": ("values: [2,", "values: [9,", '5:14: no value has the id "9"'),
    "a value twice": ('[2, "declaration:mutuality"]', "[2, 2]", '5:17: "values" names "2" twice'),
    "no such term": ("terms: [guest]", "terms: [host]", '6:13: no term has the id "host"'),
    "an id with a space": ("id: first-year.people", "id: first people", '9:13: "id" must be an id such as "stand-against-racism.listening", not "first people"'),
    "an id twice": ("id: first-year.place", "id: first-year.people", '18:13: the id "first-year.people" is used twice; it stands first in FOLDER/readings.yaml, line 9'),
    "a question's id twice": ("id: first-year.q1", "id: first-year.count", '28:13: the id "first-year.count" is used twice; it stands first in FOLDER/readings.yaml, line 22'),
    "no such section": ("section: first-year.people", "section: first-year.cook", '23:18: no section of this reading has the id "first-year.cook"'),
    "a last page before the first": ("last_page: 3", "last_page: 1", "12:20: the last page, 1, comes before the first, 2"),
    "a last page alone": ("        page: 2\n", "", '11:20: "last_page" needs a "page" before it'),
    "a page beyond the last": ("last_page: 3", "last_page: 5", "12:20: page 5 lies beyond the document's last, 4"),
    "a fact's page beyond the last": ("page: 3\n        text", "page: 7\n        text", "24:15: page 7 lies beyond the document's last, 4"),
    "a fact's page outside its section": ("page: 3\n        text", "page: 4\n        text", '24:15: the section "first-year.people" does not stand on page 4'),
    "no sections": ("sections:\n", "sections: []\n    was:\n", '8:15: "sections" is an empty list; give it an item, or leave it out where it may be left out'),
}  # fmt: skip
"""What is changed in the reading, into what, and what is said of it."""

WITHIN_THE_FILE = ("an unknown key", "a value twice", "an id with a space", "no sections")
"""What JSON Schema can see too."""


@pytest.fixture
def folder_of(corpus_of: CorpusMaker) -> Any:
    """Makes the small corpus with these readings."""

    def make(readings: str = READINGS) -> Path:
        return corpus_of(readings=readings, sources=SOURCES, glossary=GLOSSARY)

    return make


def test_valid_reading(folder_of: Any) -> None:
    """A reading that keeps all rules has no problem, and fits the published schema."""
    assert problems(folder_of()) == []
    assert _fits_schema(READINGS)


@pytest.mark.parametrize("case", BROKEN)
def test_problem_of_a_reading_is_told_at_its_place(case: str, folder_of: Any) -> None:
    """Each thing that can be wrong with a reading is told in one sentence with its line and column."""
    before, after, expected = BROKEN[case]
    assert before in READINGS
    folder = folder_of(READINGS.replace(before, after, 1))
    assert f"readings.yaml:{expected.replace('FOLDER', str(folder))}" in problems(folder)


@pytest.mark.parametrize("case", WITHIN_THE_FILE)
def test_schema_refuses_what_the_check_refuses(case: str) -> None:
    """What is wrong within the file is refused by the published JSON Schema too."""
    before, after, _expected = BROKEN[case]
    assert not _fits_schema(READINGS.replace(before, after, 1))


def test_titles_are_used_once(folder_of: Any) -> None:
    """Two readings share no title, however it is written."""
    second = (
        READINGS.replace("readings:\n", "")
        .replace("first-year", "one-year")
        .replace("The first", "THE FIRST")
    )
    assert problems(folder_of(READINGS + second)) == [
        'readings.yaml:31:12: "THE FIRST year" already leads to "first-year"'
    ]


def test_values_of_another_guide_are_looked_up_there(folder_of: Any, shell: Shell) -> None:
    """`corpus check` says so when a ref of another guide leads nowhere, or when there is no such guide."""
    folder_of(READINGS.replace("declaration:mutuality", "declaration:calm"))
    ran = shell("peerguide corpus check mine")
    assert (ran.code, ran.err.splitlines()[1]) == (
        4,
        'mine/readings.yaml:5:17: the guide "declaration" has no entry "calm"',
    )
    folder_of(READINGS.replace("declaration:mutuality", "elsewhere:calm"))
    assert (
        'mine/readings.yaml:5:17: there is no guide "elsewhere" here'
        in shell("peerguide corpus check mine").err
    )
    folder_of()
    assert shell("peerguide corpus check mine").code == 0


@given(data=st.data())
def test_incomplete_readings_have_an_answer(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever is left out of a reading, the check says so in sentences and does not give up."""
    (whole,) = yaml.safe_load(READINGS)["readings"]
    kept: dict[str, Any] = {key: one for key, one in whole.items() if data.draw(st.booleans(), label=key)}
    for key in ("sections", "facts", "questions"):
        kept[key] = [
            {name: one for name, one in record.items() if data.draw(st.booleans(), label=f"{key} {name}")}
            for record in whole[key]
        ]
    folder = CorpusMaker(tmp_path_factory.mktemp("corpus") / "mine")(
        readings=yaml.safe_dump({"readings": [kept]})
    )
    try:
        read_corpus(read_files(folder), folder)
    except InvalidFilesError as error:
        assert all(line.startswith(f"{folder}/readings.yaml:") for line in error.lines())


def test_reading_as_written(folder_of: Any) -> None:
    """All that a file says of a reading comes back."""
    corpus = _compiled(folder_of())
    (name,) = readings(corpus).readings
    found = reading(corpus, name.ref)
    assert (name.ref, name.title, name.summary) == (
        "first-year",
        "The first year",
        "Two people began. They met each week.",
    )
    assert [(one.ref, one.title, one.text, one.page, one.last_page) for one in found.sections] == [
        ("first-year.people", "The people", "Two people met.\nThey talked.", 2, 3),
        ("first-year.place", "The place", "It was a kitchen.", None, None),
    ]
    assert [(one.ref, one.section, one.text, one.page) for one in found.facts] == [
        ("first-year.count", "first-year.people", "There were two people.", 3)
    ]
    assert [(one.ref, one.text) for one in found.questions] == [
        ("first-year.q1", "What did they talk about?")
    ]
    assert [(one.ref, one.name) for one in found.values] == [
        ("2", "We are calm"),
        ("declaration:mutuality", "Mutuality"),
    ]
    assert [(one.ref, one.name) for one in found.terms] == [("guest", "Guest")]
    assert found.source
    assert (found.source.ref, found.source.title, found.source.year, found.source.words) == (
        "book",
        "A Book",
        2020,
        None,
    )


def test_part_as_written(folder_of: Any) -> None:
    """A section comes with its pages and its reading; a fact with its own page and its section."""
    corpus = _compiled(folder_of())
    section, fact = part(corpus, "first-year.people"), part(corpus, "first-year.count")
    assert (section.reading.ref, section.section.title, section.fact) == ("first-year", "The people", None)
    assert section.source
    assert (section.source.page, section.source.last_page) == (2, 3)
    assert (fact.reading.ref, fact.section.ref, fact.fact and fact.fact.text) == (
        "first-year",
        "first-year.people",
        "There were two people.",
    )
    assert fact.source
    assert (fact.source.page, fact.source.last_page) == (3, 3)


@pytest.mark.parametrize(
    ("summary", "first"),
    [
        ("One. Two.", "One."),
        ("In the U.S. and beyond. Then more.", "In the U.S. and beyond."),
        ("It had 98.5%. So it was.", "It had 98.5%."),
        ('Why "now"? Because.', 'Why "now"?'),
        ("One sentence alone", "One sentence alone"),
    ],
)
def test_gist(summary: str, first: str, folder_of: Any) -> None:
    """A list has the first sentence of what a reading says, whatever points stand in it."""
    corpus = _compiled(
        folder_of(READINGS.replace("Two people began. They met each week.", json.dumps(summary)))
    )
    assert gist(readings(corpus).readings[0]) == first


# Finding

FINDS: list[tuple[str, str, str]] = [
    ("guidelines", "stand-against-racism", "stand-against-racism"),
    ("guidelines", "STAND AGAINST RACISM", "stand-against-racism"),
    ("guidelines", "systemic racism", "stand-against-racism"),
    ("guidelines", "racism", "stand-against-racism"),
    ("guidelines", "iNAPS takes a stand against systemic racism", "stand-against-racism"),
    ("guidelines", "sistemic racism", "stand-against-racism"),
    ("guidelines", "reading support-network", "support-network"),
    ("guidelines", "support network", "support-network"),
    ("guidelines", "background", "guidelines-background"),
    ("guidelines", "stand-against-racism.listening", "stand-against-racism.listening"),
    ("guidelines", "guidelines:stand-against-racism.listening", "stand-against-racism.listening"),
    ("guidelines", "listening", "stand-against-racism.listening"),
    ("guidelines", "lisening", "stand-against-racism.listening"),
    ("guidelines", "discomfort", "stand-against-racism.discomfort"),
    ("guidelines", "mutual respect", "guidelines-background.mutual-respect"),
    ("guidelines", "peer and non-peer supervision", "guidelines-background.peer-and-non-peer"),
    ("guidelines", "sleeping dragon", "support-network.dragon"),
    ("guidelines", "guidelines-background.issued", "guidelines-background.issued"),
    ("declaration", "f1", "f1"),
    ("declaration", "fixer", "f1"),
    ("declaration", "in but not of", "f3"),
    ("declaration", "purpose", "purpose"),
    ("declaration", "areas of focus", "areas-of-focus"),
]  # fmt: skip


@pytest.mark.parametrize(("guide", "words", "ref"), FINDS)
def test_finding(guide: str, words: str, ref: str) -> None:
    """A reading, a section or a fact is found by its id, its title, words of it, another name, and past a slip."""
    assert find_reading(_guide(guide), words).ref == ref


@pytest.mark.parametrize("words", ["lisening", "racism", "background"])
def test_what_was_not_typed_is_said(words: str) -> None:
    """What is shown for something that is no name of it is said."""
    assert find_reading(_guide("guidelines"), words).notice


@pytest.mark.parametrize("words", ["7.p2", "7", "", "?"])
def test_what_is_no_reading(words: str) -> None:
    """A ref of something else is none of a reading, nor is nothing at all."""
    with pytest.raises(NotFoundError):
        find_reading(_guide("guidelines"), words)


def test_several_are_listed() -> None:
    """Words that fit several are not guessed: they are listed with a command for one."""
    with pytest.raises(AmbiguousError) as told:
        find_reading(_guide("guidelines"), "guidelines")
    assert [ref for ref, _title in told.value.matches] == ["guidelines-background", "guidelines-development"]
    assert told.value.hint == "Name one of them, for example: peerguide reading guidelines-background"


def test_a_retired_reading_is_found(folder_of: Any) -> None:
    """A reading that was replaced is found by its old id, and that is said."""
    folder = folder_of(READINGS + "retired: [{id: zero-year, replaced_by: first-year}]\n")
    found = find_reading(_compiled(folder), "zero-year")
    assert found == ("first-year", "zero-year is retired; first-year stands in its place.")


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("zebra", "To see them all: peerguide reading"),
        ("7", "To see them all: peerguide reading"),
        ("f1", "Another guide has that: peerguide reading declaration:f1"),
        (
            "why the declaration has values",
            "Another guide has that: peerguide reading declaration:why-values",
        ),
        ("stand-against-racsim-now-then", "To see them all: peerguide reading"),
    ],
)
def test_nothing_found(words: str, hint: str, shell: Shell) -> None:
    """What nothing is called is said in a sentence, with where to look."""
    ran = shell(f"peerguide reading {words}")
    assert (ran.out, ran.code, ran.err.splitlines()[1]) == ("", 3, hint)


def test_a_guide_by_its_name(shell: Shell) -> None:
    """A ref of another guide, with its name, is shown from there; `--corpus all` shows those of all, with their names."""
    assert json.loads(shell("peerguide reading declaration:f1 --json").out)["ref"] == "f1"
    assert json.loads(shell("peerguide reading f1 --corpus all --json").out)["ref"] == "declaration:f1"
    refs = [one["ref"] for one in json.loads(shell("peerguide reading --corpus all --json").out)]
    assert {ref.partition(":")[0] for ref in refs} == {"guidelines", "declaration"}
    values = json.loads(shell("peerguide reading guidelines:stand-against-racism --corpus all --json").out)[
        "values"
    ]
    assert [one["ref"] for one in values][:1] == ["guidelines:6"]
    assert "declaration:movement" in [one["ref"] for one in values]


def test_a_corpus_without_readings(corpus_of: CorpusMaker, shell: Shell) -> None:
    """Where there are none, that is said."""
    corpus_of()
    ran = shell("peerguide reading --corpus mine")
    assert (ran.code, ran.err.splitlines()[0]) == (3, "peerguide: This corpus has no readings.")
    assert shell("peerguide reading --corpus mine --json").out == "[]\n"


@pytest.mark.parametrize(
    ("line", "offer"),
    [
        ("peerguide reading stand", ["stand-against-racism", "stand-against-racism.association"]),
        ("peerguide reading f --corpus declaration", []),
        ("peerguide --corpus declaration reading f", ["f1", "f2", "f3"]),
    ],
)
def test_tab_offers_readings(line: str, offer: list[str], shell: Shell) -> None:
    """Tab completes readings and their sections."""
    assert offered(shell, line)[: len(offer)] == offer


# JSON and drawings


def test_json(shell: Shell) -> None:
    """The shapes that programs depend on: a list, one reading, a section, a fact."""
    listed = json.loads(shell("peerguide reading --json").out)
    assert [list(one) for one in listed] == [["ref", "title", "summary"]] * len(listed)
    one = json.loads(shell("peerguide reading guidelines-background --json").out)
    assert list(one) == [
        "ref",
        "title",
        "source",
        "summary",
        "sections",
        "facts",
        "values",
        "terms",
        "questions",
    ]
    assert list(one["sections"][0]) == ["ref", "title", "text", "page", "last_page"]
    assert list(one["facts"][0]) == ["ref", "section", "text", "page"]
    assert list(one["values"][0]) == list(one["terms"][0]) == ["ref", "name"]
    assert list(one["questions"][0]) == ["ref", "text"]
    section = json.loads(shell("peerguide reading guidelines-background.workgroup --json").out)
    assert list(section) == ["ref", "title", "text", "page", "last_page", "reading", "source"]
    assert section["reading"] == {"ref": one["ref"], "title": one["title"]}
    fact = json.loads(shell("peerguide reading guidelines-background.issued --json").out)
    assert list(fact) == ["ref", "section", "text", "page", "reading", "source"]
    assert fact["section"]["ref"] == "guidelines-background.peer-supporters"


def test_nothing_typed_in_a_file_reaches_the_terminal(folder_of: Any, shell: Shell) -> None:
    """Control characters and markup in a reading are shown as text."""
    hostile = json.dumps("[bold]\x1b[31mred[/] \u202e")
    folder_of(READINGS.replace("The place", hostile).replace("The first year", hostile))
    for words in ("first-year", "first-year.place", ""):
        plain = shell(f"peerguide reading {words} --corpus mine").out
        drawn = shell.on_terminal(f"peerguide reading {words} --corpus mine", NO_COLOR="1").out
        for told in (plain, drawn):
            assert "[31mred" not in told.replace("\\x1b[31mred", "")
            assert "[bold]" in told or words == "first-year.place"
            assert "\u202e" not in told


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_drawings(columns: int, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """What is drawn of the list, a reading, a section and a fact is what is recorded, at each width."""
    begin_corpus(tmp_path / "mine")
    told = "\n".join(_drawings(_compiled(tmp_path / "mine"), columns))
    recorded = Path(__file__).parent / "recorded" / f"reading-{columns}.txt"
    if request.config.getoption("--rewrite-transcripts"):
        recorded.write_text(told, encoding="utf-8")
    assert told == recorded.read_text(encoding="utf-8")
    assert max(map(len, told.splitlines())) <= columns


def _drawings(corpus: Corpus, columns: int) -> list[str]:
    shown: list[Any] = [
        readings(corpus),
        reading(corpus, "how-it-began"),
        part(corpus, "how-it-began.hosts"),
        part(corpus, "how-it-began.count"),
    ]
    return [ESCAPE.sub("", drawing(entry, columns, colour=False)) for entry in shown]


@pytest.mark.parametrize("guide", shipped_corpora())
def test_forty_columns(guide: str) -> None:
    """Each of ours keeps within 40 columns, and no line of its text is lost there."""
    corpus = _guide(guide)
    for name in readings(corpus).readings:
        one = reading(corpus, name.ref)
        told = ESCAPE.sub("", drawing(one, 40, colour=False))
        assert max(map(len, told.splitlines())) <= 40
        words = set(told.split())
        assert not [word for section in one.sections for word in section.text.split() if word not in words]


# Our own readings


@pytest.mark.parametrize("guide", shipped_corpora())
def test_every_fact_lies_in_its_section(guide: str) -> None:
    """A fact's section is one of its reading, and its page one of that section's."""
    corpus = _guide(guide)
    for name in readings(corpus).readings:
        one = reading(corpus, name.ref)
        sections = {section.ref: section for section in one.sections}
        for fact in one.facts:
            section = sections[fact.section]
            pages = (
                (None,)
                if section.page is None
                else range(section.page, (section.last_page or section.page) + 1)
            )
            assert fact.page in pages, fact.ref


@pytest.mark.parametrize("guide", shipped_corpora())
def test_every_reading_can_be_talked_over(guide: str) -> None:
    """Each of ours has a source, values, terms and questions, and what it bears on is there."""
    corpus = _guide(guide)
    guides = Guides(corpus)
    for name in readings(corpus).readings:
        one = reading(corpus, name.ref, guides)
        assert one.source, name.ref
        assert one.values and one.questions, name.ref  # noqa: PT018 - each has both
        assert all(link.name != link.ref for link in (*one.values, *one.terms)), name.ref


def test_pages_of_the_guidelines(shell: Shell) -> None:
    """Every section and fact of the guidelines' own background says its page; so the question of who approved has one."""
    for ref in ("guidelines-background", "guidelines-development"):
        one = reading(shipped(), ref)
        assert all(section.page for section in one.sections)
        assert all(fact.page for fact in one.facts)
    told = shell("peerguide reading guidelines-background.supervisors-approval").out
    assert "91.8%" in told
    assert "(2019), page 3." in told


def _guide(name: str) -> Corpus:
    return shipped(shipped_corpora()[name])


def _compiled(folder: Path) -> Corpus:
    return Corpus(folder, compile_corpus(read_corpus(read_files(folder), folder), ""))


def _fits_schema(text: str) -> bool:
    return bool(Draft7Validator(json_schema()).is_valid(yaml.safe_load(text)))
