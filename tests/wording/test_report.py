"""How the report of an import, its status and both wordings are drawn, read aloud and given to programs."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from progress.samples import in_zone
from rich.cells import cell_len
from wording.made import IMPORTED, LEFTOVERS, REPAIRS, guide_outline, kept_of, official, reading_of

from peerguide.corpus.model.common import Citation
from peerguide.render.output import Output
from peerguide.render.wordings import exactness, gaps, lacking, terms_lacking
from peerguide.wording.coverage import coverage_of
from peerguide.wording.model import Leftover, Passage, Reading, Repair
from peerguide.wording.pairs import wordings_of
from peerguide.wording.results import WordingReport, WordingStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.render.output import Form

OUTLINE = guide_outline()
DOCUMENT = Citation("a-document", "A Document", None, 2019, None, None, None, None)
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")

LOST = (
    "7 theme",
    "7.p3",
    "9",
    "9.p1",
    "9.p2",
    "9.p3",
    "9.p4",
    "12.s4",
    "transparent",
)
CUT = ("7.s1", "11", "peer")
EXACT = ("7", "7.p1", "12.s1", "advocacy")

WHOLE = reading_of(OUTLINE)
PARTLY = reading_of(OUTLINE, without=LOST, partial=CUT, exact=EXACT, leftovers=LEFTOVERS, repairs=REPAIRS)
NAMES = Reading({value.ref: value.name for value in OUTLINE.values}, {}, ())


@pytest.fixture(autouse=True)
def in_utc() -> Iterator[None]:
    """Days are those of UTC."""
    with in_zone("UTC"):
        yield


def shown(entry: object, columns: int | None = None) -> str:
    """What is shown: drawn for a terminal so many columns wide, without its colours, or as linear text."""
    form: Form = "drawn" if columns else "plain"
    return ESCAPE.sub("", Output(form, columns or 80, None, None).rendered(entry))


def data_of(entry: object) -> Any:
    """What a program gets."""
    return json.loads(Output("json", 80, None, None).rendered(entry))


def report(
    reading: Reading = PARTLY, *, dry_run: bool = False, backup: str | None = None, **changes: Any
) -> WordingReport:
    """The report of an import of this reading."""
    kept = kept_of(reading, **changes)
    return WordingReport(DOCUMENT, kept, coverage_of(reading, OUTLINE), dry_run, backup, "peerguide")


def status(reading: Reading | None) -> WordingStatus:
    """The status where this reading is kept."""
    kept = None if reading is None else kept_of(reading)
    covered = coverage_of(reading or Reading({}, {}, ()), OUTLINE)
    return WordingStatus(DOCUMENT, "guidelines", kept, covered, "wording/guidelines.sqlite", "peerguide")


@pytest.mark.parametrize("columns", [40, 80, 120, None])
def test_the_whole_report(columns: int | None, request: pytest.FixtureRequest) -> None:
    """What an import says of a copy with gaps, leftovers and repairs is what is recorded, at each width and in words."""
    told = shown(report(backup="wording/guidelines-20260519T080000Z.sqlite"), columns)
    recorded = Path(__file__).parents[1] / "recorded" / f"wording-{columns or 'plain'}.txt"
    if request.config.getoption("--rewrite-transcripts"):
        recorded.write_text(told, encoding="utf-8")
    assert told == recorded.read_text(encoding="utf-8")


@pytest.mark.parametrize("columns", [20, 40, 60, 61, 80, 120])
@pytest.mark.parametrize(
    "entry",
    [
        report(),
        status(PARTLY),
        wordings_of("7", OUTLINE, kept_of(PARTLY)),
        wordings_of("advocacy", OUTLINE, kept_of(PARTLY)),
    ],
    ids=lambda entry: type(entry).__name__,
)
def test_no_line_is_wider_than_the_terminal(entry: object, columns: int) -> None:
    """At any width every line fits, and none ends in blanks."""
    for line in shown(entry, columns).splitlines():
        assert cell_len(line) <= columns
        assert line == line.rstrip()


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        (report(WHOLE), "The official wording is here, and is shown from now on."),
        (report(), "The official wording is here in part, and is shown from now on."),
        (report(WHOLE, dry_run=True), "This copy can be read; nothing was saved."),
        (report(dry_run=True), "This copy can be read in part; nothing was saved."),
        (report(NAMES), "The copy has names of values and none of the texts, so plain words are shown as before."),
        (status(WHOLE), "The official wording is here, since Wednesday, 20 May 2026."),
        (status(PARTLY), "The official wording is here in part, since Wednesday, 20 May 2026."),
        (status(NAMES), "The copy has names of values and none of the texts, so plain words are shown as before."),
        (status(None), "There is no official wording of this guide here yet."),
    ],
)  # fmt: skip
@pytest.mark.parametrize("columns", [120, None])
def test_first_sentence(entry: object, sentence: str, columns: int | None) -> None:
    """The first thing said is what became of the copy, or what there is."""
    assert " ".join(shown(entry, columns).split()).startswith(sentence)


@pytest.mark.parametrize(
    ("reading", "sentence"),
    [
        (WHOLE, None),
        (
            reading_of(OUTLINE, without=["7"]),
            "This copy is not complete: it does not have 1 meaning.",
        ),
        (
            reading_of(OUTLINE, without=["7", "7.p1", "7.p2"], partial=["8.s1"]),
            "This copy is not complete: it does not have 1 meaning and 2 practices, and it has 1 text only in part.",
        ),
        (
            reading_of(OUTLINE, partial=["7.p1", "7.p2"]),
            "This copy is not complete: it has 2 texts only in part.",
        ),
    ],
)
def test_warning(reading: Reading, sentence: str | None) -> None:
    """A copy with gaps gets one sentence that counts each of them once; a whole one none."""
    assert gaps(coverage_of(reading, OUTLINE)) == sentence


@pytest.mark.parametrize(
    ("without", "partial", "told"),
    [
        ([], [], None),
        (["7"], ["7.p1"], "not in the copy: its meaning; only in part: 7.p1"),
        ([], ["7", "7.p1"], "only in part: its meaning, 7.p1"),
        (["7.s1", "7.s2"], ["7.s3"], "not in the copy: 7.s1, 7.s2; only in part: 7.s3"),
        (["7.s1", "7.s2", "7.s3"], [], "not in the copy: all supervisor roles"),
    ],
)
def test_what_a_value_lacks_is_told_once(without: list[str], partial: list[str], told: str | None) -> None:
    """What is there in part is told as that, and not as missing; all of a kind is said only where nothing of it is there."""
    value = coverage_of(reading_of(OUTLINE, without=without, partial=partial), OUTLINE).values[6]
    assert lacking(value) == told


def test_what_the_glossary_lacks_is_told_once() -> None:
    """A term that is there in part is told as that, even where no term is there whole."""
    first, *others = (term.ref for term in OUTLINE.terms)
    terms = coverage_of(reading_of(OUTLINE, without=others, partial=[first]), OUTLINE).terms
    assert terms_lacking(terms) == f"not in the copy: {', '.join(others)}; only in part: {first}"
    none = coverage_of(reading_of(OUTLINE, without=[first, *others]), OUTLINE).terms
    assert terms_lacking(none) == "not in the copy: all terms"


@pytest.mark.parametrize(
    ("reading", "year", "sentence"),
    [
        (PARTLY, 2019, "4 of 123 texts are those of the 2019 edition, letter for letter."),
        (PARTLY, None, "4 of 123 texts are those of a known edition, letter for letter."),
        (
            reading_of(OUTLINE, exact=["7"]),
            2019,
            "1 of 123 texts is that of the 2019 edition, letter for letter.",
        ),
        (WHOLE, 2019, "The wording could not be compared with a known edition."),
        (NAMES, 2019, None),
    ],
)
def test_how_many_texts_are_exact(reading: Reading, year: int | None, sentence: str | None) -> None:
    """How many texts are the edition's is said wherever there are texts, and that none is known to be."""
    document = Citation("a-document", "A Document", None, year, None, None, None, None)
    assert exactness(coverage_of(reading, OUTLINE), document) == sentence
    told = " ".join(shown(report(reading)).split())
    assert ("edition" in told) == (sentence is not None)


def test_many_leftovers_and_repairs() -> None:
    """However much was left over or put right, the report stays short, says how much more there is, and JSON has it all."""
    leftovers = tuple(Leftover(f"Sentence {number}. {'word ' * 200}", number) for number in range(1, 51))
    repairs = tuple(Repair("word", "7.p1", f"word-{number}") for number in range(50))
    entry = report(reading_of(OUTLINE, leftovers=leftovers, repairs=repairs))
    for columns in (80, None):
        told = " ".join(shown(entry, columns).split())
        assert "50 texts that could not be placed, or are not whole, are left out" in told
        assert "And 30 more; --json has them all." in told
        assert '7.p1 "word-19", and 30 more' in told
        assert len(told) < 10_000
    data = data_of(entry)
    assert (len(data["leftovers"]), len(data["repairs"])) == (50, 50)
    assert data["leftovers"][0]["text"] == leftovers[0].text


def test_hostile_copy_is_harmless() -> None:
    """Control characters and markup in a copy and in its file's name appear as harmless text."""
    hostile = "\x1b[31mred\x07 [bold]b[/bold] [/] \u202eabc"
    names = {value.ref: hostile for value in OUTLINE.values}
    texts = tuple(Passage(ref, hostile, notes=(hostile,)) for ref in OUTLINE.refs)
    left, repaired = (Leftover(hostile, 3, "7"),), (Repair("word", "7.p1", hostile),)
    reading = Reading(names, names, texts, left, repaired)
    kept = kept_of(reading, copy=hostile)
    entries = [report(reading, copy=hostile), status(reading)]
    entries += [wordings_of(ref, OUTLINE, kept) for ref in ("7", "7.p1", "peer")]
    for entry in entries:
        for columns in (80, None):
            told = shown(entry, columns)
            assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", told)
        if not isinstance(entry, WordingStatus):
            assert "[bold]b[/bold] [/]" in " ".join(shown(entry, 120).split())


# Both wordings


@pytest.mark.parametrize("columns", [40, 80, None])
def test_both_wordings_of_a_value(columns: int | None) -> None:
    """A value shows the copy's name and theme, and each of its texts in both wordings, the plain one after the official."""
    value = OUTLINE.values[6]
    told = " ".join(shown(wordings_of("7", OUTLINE, kept_of(WHOLE)), columns).split())
    for word in (value.name, value.theme or "no theme", "7.p5", "7.s3", "page 5", "my copy.pdf"):
        assert word in told
    if columns != 80:  # side by side the lines of the two are mixed
        for item in (value.meaning, *value.practices, *value.roles):
            assert 0 < told.index(official(item.ref)) < told.index(item.plain, told.index(official(item.ref)))


@pytest.mark.parametrize("columns", [40, 120, None])
def test_what_is_missing_is_said(columns: int | None) -> None:
    """Where the copy lacks a name, a theme or a text, or has it in part, that is said in its place."""
    reading = reading_of(OUTLINE, without=["7 name", "7 theme", "7.p1"], partial=["7.p2"])
    told = " ".join(shown(wordings_of("7", OUTLINE, kept_of(reading)), columns).split())
    assert told.count("The copy does not have the value's name.") == 1
    assert told.count("The copy does not have the practice theme.") == 1
    assert official("7.p1") not in told
    assert official("7.p2") not in told
    if columns != 120:
        assert told.count("The copy does not have this text.") == 1
        assert told.count("The copy has only a part of this text, which is left out.") == 1


def test_footnotes_stand_below_the_text() -> None:
    """A term's footnotes are shown after its official text."""
    told = shown(wordings_of("advocacy", OUTLINE, kept_of(WHOLE)))
    assert told.index(official("advocacy")) < told.index("footnote: A work.") < told.index("plain: ")


# For programs


def test_json_of_a_report() -> None:
    """The report as JSON has everything that was read, under keys in their order."""
    data = data_of(report(backup="old.sqlite"))
    assert list(data) == [
        "document", "guide", "copy", "imported", "complete", "totals", "values", "terms", "passages", "leftovers",
        "repairs", "digest", "dry_run", "backup",
    ]  # fmt: skip
    assert (data["document"], data["guide"], data["copy"]) == ("A Document", "guidelines", "my copy.pdf")
    assert (data["imported"], data["complete"], data["backup"]) == (IMPORTED, False, "old.sqlite")
    assert data["totals"] == {
        "names": {"found": 12, "of": 12},
        "themes": {"found": 11, "of": 12},
        "meanings": {"found": 10, "of": 12},
        "practices": {"found": 51, "of": 56},
        "roles": {"found": 41, "of": 43},
        "terms": {"found": 10, "of": 12},
        "exact": {"found": 4, "of": 123},
    }
    assert list(data["totals"])[-1] == "exact"
    assert data["values"][6] == {
        "ref": "7",
        "name": OUTLINE.values[6].name,
        "theme": None,
        "meaning": True,
        "practices": {"found": 4, "of": 5},
        "roles": {"found": 2, "of": 3},
        "missing": ["7.p3"],
        "partial": ["7.s1"],
    }
    assert data["terms"] == {"found": 10, "of": 12, "missing": ["transparent"], "partial": ["peer"]}
    assert len(data["passages"]) == len(PARTLY.passages)
    assert data["passages"][0] == {
        "ref": "1",
        "text": official("1"),
        "page": 5,
        "exact": False,
        "notes": [],
    }
    assert data["leftovers"][0] == {"text": LEFTOVERS[0].text, "line": 512, "value": "7"}
    assert data["repairs"][1] == {"kind": "word", "ref": "7.s2", "words": "self-awareness"}


def test_json_of_a_dry_run() -> None:
    """A dry run says that nothing was imported."""
    data = data_of(report(dry_run=True))
    assert (data["dry_run"], data["imported"], data["backup"]) == (True, None, None)


def test_json_of_the_status() -> None:
    """The status has the same keys whether or not something was imported."""
    nothing = data_of(status(None))
    something = data_of(status(PARTLY))
    assert list(nothing) == list(something)
    assert (nothing["imported"], nothing["copy"], nothing["complete"]) == (None, None, False)
    assert nothing["totals"]["practices"] == {"found": 0, "of": 56}
    assert something["imported"] == IMPORTED


def test_json_of_an_entry() -> None:
    """A statement has both wordings, the official one whole or null, and whether that is known to be exact."""
    kept = kept_of(PARTLY)
    assert data_of(wordings_of("12.s1", OUTLINE, kept)) == {
        "ref": "12.s1",
        "kind": "role",
        "value": "12",
        "name": OUTLINE.values[11].name,
        "official": {
            "ref": "12.s1",
            "text": official("12.s1"),
            "page": 5,
            "exact": True,
            "notes": [],
        },
        "plain": OUTLINE.values[11].roles[0].plain,
        "copy": "my copy.pdf",
    }
    for ref in ("transparent", "peer"):
        missing = data_of(wordings_of(ref, OUTLINE, kept))
        assert (missing["kind"], missing["value"], missing["official"]) == ("term", None, None)


def test_json_of_a_value() -> None:
    """A value has its name and theme as the guide and as the copy have them, and each text in both wordings."""
    data = data_of(wordings_of("7", OUTLINE, kept_of(PARTLY)))
    assert (data["copy_name"], data["copy_theme"]) == (OUTLINE.values[6].name, None)
    assert data["meaning"]["official"]["text"] == official("7")
    assert [pair["ref"] for pair in data["practices"]] == ["7.p1", "7.p2", "7.p3", "7.p4", "7.p5"]
    assert data["practices"][2]["official"] is None
    assert data["roles"][0]["official"] is None
    assert data["practices"][0]["official"]["exact"] is True
