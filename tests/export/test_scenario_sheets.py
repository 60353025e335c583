"""Scenarios in files: handouts that give nothing away, the facilitator's sheet, tables and lists, from any texts."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import TYPE_CHECKING

import jsonschema
import pytest
from export.hostile_corpus import hostile_corpus
from export.test_markdown import GOLDEN, read, written
from test_scenarios import SCENARIO

from peerguide.corpus.library import Corpus
from peerguide.corpus.places import corpus_folder
from peerguide.export.characters import shown
from peerguide.export.formats import format_named
from peerguide.export.selection import Selection

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import CorpusMaker, Shell


def shipped(*refs: str) -> Selection:
    """The shipped corpus, or these values of it."""
    return Selection(Corpus.open(corpus_folder(None)), refs=refs)


def text_of(form: str, what: str, selection: Selection) -> str:
    """What a format writes."""
    content = format_named(form).whats[what](selection)
    assert not isinstance(content, bytes)
    return "".join(content)


def line(text: str) -> str:
    """A text as a reader of Markdown gives it back: its characters that XML can hold, on one line."""
    return " ".join(shown(text).split())


def everything(document: str) -> str:
    """All text of a Markdown document, as a reader has it."""
    return line(" ".join(read(document)))


def test_handouts_give_nothing_away() -> None:
    """A handout has the situation, the options and the question to talk over, and nothing of the key."""
    selection = shipped()
    told = everything(written("scenarios", selection))
    for one in selection.scenarios():
        for text in (
            one.name.title,
            one.situation,
            one.question,
            one.discuss,
            *(option.text for option in one.options),
        ):
            assert line(text) in told
        assert line(one.hard) not in told
        assert not [option for option in one.options if line(option.why) in told]
    for word in ("The best.", "The worst.", "Upholds", "Strains", "pull against"):
        assert word not in told


def test_the_sheet_tells_everything() -> None:
    """The facilitator's sheet has every option with where it stands, why and on what that rests, and all that is said of it."""
    selection = shipped("9")
    told = everything(written("scenarios-key", selection))
    for one in selection.scenarios():
        assert all(line(text) in told for text in filter(None, (one.hard, one.discuss, one.law)))
        for letter, option in zip("ABCD", one.options, strict=True):
            assert line(f"{letter}. {option.text}") in told
            assert line(option.why) in told
            assert f"{letter}." in told
        assert f"({one.ref})" in told


def test_a_value_has_its_scenarios() -> None:
    """With a value chosen, the sheets are about its scenarios, whether it is their main one or not."""
    chosen = {one.ref for one in shipped("9").scenarios()}
    assert 4 <= len(chosen) < len(list(shipped().scenarios()))
    assert all("9" in one.name.values for one in shipped("9").scenarios())
    rows = csv.DictReader(StringIO(text_of("csv", "scenarios", shipped("9")), newline=""))
    assert {row["ref"] for row in rows} == chosen


@pytest.mark.parametrize("what", ["scenarios", "scenarios-key"])
def test_hostile_texts_come_back(what: str, tmp_path: Path) -> None:
    """Whatever a scenario says, a reader of Markdown has it as it was."""
    selection = Selection(hostile_corpus(tmp_path / "mine"))
    told = everything(written(what, selection))
    for one in selection.scenarios():
        for text in (one.name.title, one.discuss, *(option.text for option in one.options)):
            assert line(text) in told


def test_tables_hold_it_all(tmp_path: Path) -> None:
    """JSON keeps to its schema, and a table has a row for each scenario, any text in it as it was."""
    schema = json.loads(text_of("json", "schema", shipped()))
    for selection in (shipped(), Selection(hostile_corpus(tmp_path / "mine"))):
        found = json.loads(text_of("json", "scenarios", selection))
        jsonschema.validate(found, schema)
        rows = list(csv.DictReader(StringIO(text_of("csv", "scenarios", selection), newline="")))
        cards = text_of("quizlet", "scenarios", selection).splitlines()
        every = list(selection.scenarios())
        assert len(found) == len(rows) == len(cards) == len(every) > 0
        for one, entry, row in zip(every, found, rows, strict=True):
            marked = {option["letter"]: option for option in entry["options"]}
            assert marked[row["best"]]["best"]
            assert marked[row["worst"]]["worst"]
            for letter, option in zip("ABCD", one.options, strict=True):
                assert row[letter].removeprefix("'") == option.text.removeprefix("'")
                assert marked[letter]["text"] == option.text
        assert all(card.count("\t") == 1 and card.endswith("\n") is False for card in cards)


@pytest.mark.parametrize("what", ["scenarios", "scenarios-key"])
def test_sheets_of_a_small_corpus(what: str, corpus_of: CorpusMaker, request: pytest.FixtureRequest) -> None:
    """The sheets are written exactly as they were looked over by people (`--rewrite-transcripts` writes them down anew)."""
    found = written(what, Selection(Corpus.open(corpus_of(scenarios=SCENARIO + "    law: It differs.\n"))))
    file = GOLDEN / f"{what}.md"
    if request.config.getoption("--rewrite-transcripts"):
        file.write_text(found, encoding="utf-8")
    assert found == file.read_text(encoding="utf-8")


def test_a_folder_has_a_file_for_each(shell: Shell) -> None:
    """In a folder every handout is a file of its own, under its scenario's ref."""
    assert shell("peerguide export markdown --what scenarios --value 9 -o sheets/").code == 0
    names = {file.name for file in (shell.folder / "sheets").iterdir()}
    assert names == {f"{one.ref}.md" for one in shipped("9").scenarios()}
    assert shell("peerguide export markdown --what scenarios-key --value 9 -o sheets/").code == 2


def test_nothing_to_hand_out(corpus_of: CorpusMaker, shell: Shell) -> None:
    """A corpus without scenarios has no sheets, and says so."""
    corpus_of()
    for words in ("markdown --what scenarios", "markdown --what scenarios-key", "csv --what scenarios"):
        ran = shell(f"peerguide export {words} --corpus mine")
        assert (ran.out, ran.code) == ("", 3)
        assert ran.err.startswith("peerguide: There are no scenarios here.\n")
    assert shell("peerguide export gift --kind scenario --corpus mine").code == 3


def test_cards_are_for_short_questions() -> None:
    """Cards to cut out hold the short kinds, unless scenarios are asked for."""
    assert "What makes it hard" not in written("cards", shipped("9"))
    assert "What makes it hard" in written("cards", Selection(shipped().corpus, ("9",), ("scenario",)))
