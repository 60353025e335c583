"""Readings and the crosswalk in files: whole, from any texts, linked where the document has what they name."""

from __future__ import annotations

import csv
import json
from functools import cache
from io import StringIO
from typing import TYPE_CHECKING

import html5lib
import jsonschema
import pytest
from export.hostile_corpus import hostile_corpus
from export.test_html import by_id, page, told
from export.test_markdown import files, line, lost_links, read, written
from made_up import made_up

from peerguide.corpus.credits import OWN_COPY, UNOFFICIAL
from peerguide.corpus.library import Corpus
from peerguide.corpus.places import corpus_folder
from peerguide.corpus.records import record
from peerguide.export.crosswalk import OWN
from peerguide.export.formats import format_named
from peerguide.export.formats.markdown import FORMAT
from peerguide.export.selection import Selection

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import CorpusMaker

GUIDES = ["guidelines", "declaration"]


@cache
def guide(name: str) -> Corpus:
    """A shipped guide."""
    return Corpus.open(corpus_folder(name))


def text_of(form: str, what: str, selection: Selection) -> str:
    """What a format of text writes."""
    content = format_named(form).whats[what](selection)
    assert not isinstance(content, bytes)
    return "".join(content)


def rows_of(what: str, selection: Selection) -> list[dict[str, str]]:
    """The rows of a table."""
    return list(csv.DictReader(StringIO(text_of("csv", what, selection), newline="")))


@pytest.fixture(params=[*GUIDES, "hostile"])
def selection(request: pytest.FixtureRequest, tmp_path: Path) -> Selection:
    """Each shipped guide, and one whose texts are made of what formats act on."""
    hostile = request.param == "hostile"
    return Selection(hostile_corpus(tmp_path / "hostile") if hostile else guide(request.param))


# Whole


@pytest.mark.parametrize("what", ["readings", "handbook"])
def test_markdown_has_every_reading(what: str, selection: Selection) -> None:
    """A reader of Markdown finds every section, fact and question of a reading as it was, with its pages."""
    found = read(written(what, selection))
    text = " ".join(found)
    assert len(list(selection.readings())) >= 2
    for number, reading in enumerate(selection.readings(), 1):
        assert f"Reading {number}. {line(reading.name.title)}" in found
        assert {line(one) for one in reading.name.summary.split("\n")} <= set(found)
        for place, section in enumerate(reading.sections, 1):
            assert f"{number}.{place}. {line(section.title)}" in found
            *most, last = map(line, section.text.split("\n"))
            assert set(most) <= set(found)
            assert f"{last} ({section.ref}" in text
        assert all(line(fact.text) in text for fact in reading.facts)
        assert all(line(question.text) in text for question in reading.questions)
        assert all(line(one.name) in text for one in (*reading.values, *reading.terms))


@pytest.mark.parametrize("what", ["crosswalk", "handbook"])
def test_markdown_has_every_row(what: str, selection: Selection) -> None:
    """Every row is there with both ends, how close they are, and why; which guide goes further is said by name."""
    found = read(written(what, selection))
    text = " ".join(found)
    rows = [row for group in selection.crosswalk() for row in group.rows]
    assert len({row.ref for row in rows}) == len(rows) > 20
    for row in rows:
        assert line(row.why.split("\n")[0]) in text
        for end in filter(None, (row.begin, row.end)):
            assert end.ref in text
            assert all(line(paragraph) in text for paragraph in end.text.split("\n"))
        if row.closeness == "goes further":
            assert row.begin
            assert f"{line(row.begin.guide)} goes further: " in text
    for label in ("Overlaps: ", "In tension: ", "Nothing corresponds: "):
        assert label in text


def test_pages_have_it_all(selection: Selection) -> None:
    """The page has every section, fact and row under its ref, as it was, and a page of its own has the same."""
    whole = by_id(page(selection))
    alone = {
        what: by_id(html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text_of("html", what, selection)))
        for what in ("readings", "crosswalk")
    }  # fmt: skip
    for ids in (whole, alone["readings"]):
        for reading in selection.readings():
            assert all(told(ids[section.ref]) == section.text for section in reading.sections)
            assert all(told(ids[fact.ref]) == fact.text for fact in reading.facts)
    for ids in (whole, alone["crosswalk"]):
        for group in selection.crosswalk():
            for row in group.rows:
                assert told(ids[row.ref]).endswith(row.why)
                other = row.other(group.end)
                assert not other or other.ref in "".join(ids[row.ref].itertext())


def test_tables_hold_it_all(selection: Selection) -> None:
    """JSON is what the commands print and keeps to its schema; a table has a row for each part and each row of the crosswalk."""
    schema = json.loads(text_of("json", "schema", selection))
    readings = list(selection.readings())
    crossed = [row for group in selection.crosswalk() for row in group.rows]
    for what, entries in (("readings", readings), ("crosswalk", crossed)):
        document = json.loads(text_of("json", what, selection))
        jsonschema.validate(document, schema)
        assert document == [record(one) for one in entries]
        assert document == json.loads(text_of("json", "corpus", selection))[what]
    kinds = [row["kind"] for row in rows_of("readings", selection)]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "reading": len(readings),
        "section": sum(len(one.sections) for one in readings),
        "fact": sum(len(one.facts) for one in readings),
        "question": sum(len(one.questions) for one in readings),
    }
    found = [
        (row["ref"], row["from"], row["closeness"], row["to"]) for row in rows_of("crosswalk", selection)
    ]
    assert found == [
        (row.ref, row.begin.ref if row.begin else "", row.closeness, row.end.ref if row.end else "")
        for row in crossed
    ]


# Links, and parts


def test_every_link_leads_somewhere(selection: Selection) -> None:
    """In one document, alone and in a folder, each link leads to a place that is there, with a value chosen too."""
    for chosen in (selection, Selection(selection.corpus, (selection.corpus.values().values[0].ref,))):
        for what in ("handbook", "readings", "crosswalk"):
            assert lost_links({"": written(what, chosen)}) == []
        assert lost_links(files(chosen)) == []


def test_what_is_there_is_linked() -> None:
    """A value that a reading bears on is a link in the handbook, and in a paper by itself its ref stands there."""
    handbook, alone = (
        " ".join(written(what, Selection(guide("guidelines"))).split()) for what in ("handbook", "readings")
    )
    assert "**Values:** [Peer supporters facilitate change](#ref-6)" in handbook
    assert "**Values:** Peer supporters facilitate change (6)" in alone
    assert "(declaration\\:movement)" in handbook


def test_a_value_has_its_readings_and_rows() -> None:
    """With a value chosen, there are the readings that bear on it and the rows about it and what stands under it."""
    chosen = Selection(guide("guidelines"), ("4",))
    every = list(Selection(guide("guidelines")).readings())
    fitting = [one.ref for one in every if "4" in [link.ref for link in one.values]]
    assert [one.ref for one in chosen.readings()] == fitting
    assert 0 < len(fitting) < len(every)
    assert {group.end.ref.partition(".")[0] for group in chosen.crosswalk()} == {"4"}


@pytest.mark.parametrize("name", GUIDES)
def test_papers_have_lines_to_write_on(name: str) -> None:
    """Under every question of a paper are two lines; the handbook has none; in a folder each reading is a file."""
    selection = Selection(guide(name))
    questions = sum(len(one.questions) for one in selection.readings())
    assert written("readings", selection).count("\\____") == 2 * questions
    assert "\\____" not in written("handbook", selection)
    papers = {file: "".join(map(str, text)) for file, text in FORMAT.folders["readings"](selection)}
    assert list(papers) == [f"{one.ref}.md" for one in selection.readings()]
    assert all("Terms of use:" in text for text in papers.values())


def test_a_guide_without_them_has_no_such_chapters(corpus_of: CorpusMaker) -> None:
    """The handbook of a corpus without readings and crosswalk says nothing of them."""
    selection = Selection(Corpus.open(corpus_of()))
    for text in (written("handbook", selection), text_of("html", "handbook", selection)):
        assert not [word for word in ("readings", "crosswalk", "Crosswalk") if word in text]


# What they say of themselves


@pytest.mark.parametrize("name", GUIDES)
def test_whose_comparison_it_is(name: str) -> None:
    """The shipped crosswalk says that it is peerguide's own, and credits both documents."""
    for text in (
        " ".join(read(written("crosswalk", Selection(guide(name))))),
        " ".join(text_of("html", "crosswalk", Selection(guide(name))).replace("&#39;", "'").split()),
    ):
        assert OWN in text
        assert "Western Mass Peer Network" in text
        assert "National Association of Peer Supporters" in text


def test_official_words_in_the_crosswalk() -> None:
    """Where a corpus is asked in official words the crosswalk has them, with the notice; readings are always in plain ones."""
    corpus = guide("guidelines")
    official = Selection(corpus.in_wording("official", made_up(corpus)), ("1",))
    assert OWN_COPY in " ".join(written("crosswalk", official).split())
    assert OWN_COPY not in " ".join(written("readings", Selection(official.corpus)).split())
    assert UNOFFICIAL in " ".join(written("readings", Selection(official.corpus)).split())
