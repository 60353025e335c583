"""Anki packages: what the notes hold, under which permanent ids, the same bytes every time."""

from __future__ import annotations

import json
import re
import sqlite3
import sys
import zipfile
from contextlib import closing
from html import unescape
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple
from unicodedata import normalize

import html5lib
import pytest
from export.hostile_corpus import hostile_corpus
from hypothesis import assume, given
from hypothesis import strategies as st

from peerguide.corpus.library import Corpus
from peerguide.corpus.places import corpus_folder
from peerguide.errors import USAGE, UsageError
from peerguide.export.anki.notes import content, field
from peerguide.export.characters import shown
from peerguide.export.formats.anki import FORMAT
from peerguide.export.selection import EARLIEST, Selection
from peerguide.quiz.model import GAP, Card, Question

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import CorpusMaker, Shell

BESIDES = '"\\u0000control \\u001f", "[sound:a.mp3] [latex]x[/latex]", "\\\\(x\\\\) \\\\[y\\\\] [$]z[/$]", "{{FrontSide}} }} <% %>", "\\u0338\\uF900 \\u212B e\\u0301"'
"""Texts on which Anki would act, or which it would change, besides those of the hostile corpus."""


class Note(NamedTuple):
    """A note as it stands in a package."""

    guid: str
    type: int
    modified: int
    tags: str
    fields: list[str]


def package(selection: Selection) -> bytes:
    """The package of this selection."""
    written = FORMAT.whats["questions"](selection)
    assert isinstance(written, bytes)
    return written


def notes(written: bytes) -> dict[str, Note]:
    """The notes of a package by their permanent ids."""
    query = "SELECT guid, mid, mod, tags, flds FROM notes"
    found = [
        Note(guid, kind, modified, tags, fields.split("\x1f"))
        for guid, kind, modified, tags, fields in rows(written, query)
    ]
    assert len({note.guid for note in found}) == len(found)
    return {note.guid: note for note in found}


def rows(written: bytes, query: str) -> list[tuple[Any, ...]]:
    """The rows of a query on a package's collection."""
    with zipfile.ZipFile(BytesIO(written)) as container, closing(sqlite3.connect(":memory:")) as database:
        assert container.namelist() == ["collection.anki2", "media"]
        database.deserialize(container.read("collection.anki2"))
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return database.execute(query).fetchall()


def read(markup: str) -> str:
    """What a browser shows of a field, its paragraphs and items one after the other."""
    return "".join(html5lib.parse(markup, namespaceHTMLElements=False).find("body").itertext())


def corpora(tmp_path: Path, corpus_of: CorpusMaker) -> list[Corpus]:
    """Corpora whose texts are made of what HTML and Anki act on."""
    statements = "\n".join(
        f"  - {{id: {number}.{letter}{place}, text: {text}}}"
        for number, letter in ((1, "p"),)
        for place, text in enumerate(BESIDES.split(", "), 1)
    )
    values = "".join(
        f"- id: {number}\n  number: {number}\n  name: Name {number} {{{{c1::a}}}}\n  theme: Theme {number}\n  meaning: Meaning {number}\n"
        for number in (2, 3)
    )
    first = f"values:\n- id: 1\n  number: 1\n  name: 'One :: two'\n  theme: Theme\n  meaning: Meaning\n  practices:\n{statements}\n"
    return [hostile_corpus(tmp_path / "hostile"), Corpus.open(corpus_of(first + values))]


def test_every_question_is_a_note_under_its_permanent_id() -> None:
    """Each question there is becomes one note, known by the guide's name and its card's id, tagged by kind and value."""
    selection = Selection(Corpus.open(corpus_folder(None)))
    found = notes(package(selection))
    questions = list(selection.bank())
    assert set(found) == {f"guidelines:{question.card.id}" for question in questions}
    for question in questions:
        value = f"guidelines::value::{question.value} " if question.value else ""
        assert (
            found[f"guidelines:{question.card.id}"].tags == f" guidelines::kind::{question.card.kind} {value}"
        )


def test_kinds_of_note() -> None:
    """A missing word is a cloze, a name is typed, and everything else is turned over."""
    selection = Selection(Corpus.open(corpus_folder(None)))
    written = package(selection)
    by_kind: dict[str, set[int]] = {}
    for note in notes(written).values():
        by_kind.setdefault(note.tags.split()[0].removeprefix("guidelines::kind::"), set()).add(note.type)
    cloze, typed, basic = by_kind.pop("gap"), by_kind.pop("name"), set().union(*by_kind.values())
    assert [len(types) for types in (cloze, typed, basic)] == [1, 1, 1]
    assert len(cloze | typed | basic) == 3


def test_a_deck_for_each_value() -> None:
    """There is a deck for each value, in order under the guide's name, one for the glossary, one for all values and one for scenarios."""
    (decks,) = rows(package(Selection(Corpus.open(corpus_folder(None)))), "SELECT decks FROM col")[0]
    names = sorted(deck["name"] for deck in json.loads(decks).values())
    title = "National Practice Guidelines for Peer Specialists and Supervisors"
    assert names[0] == "Default"
    assert names[1] == f"{title}::01 Peer support is voluntary"
    assert names[12:] == [
        f"{title}::12 Peer support is person-driven",
        f"{title}::All values",
        f"{title}::Glossary",
        f"{title}::Scenarios",
    ]


def test_texts_come_back_unaltered(tmp_path: Path, corpus_of: CorpusMaker) -> None:
    """Prompts, options, answers and reasons are read from the fields as they were, whatever signs they have."""
    for corpus in corpora(tmp_path, corpus_of):
        selection = Selection(corpus)
        found = notes(package(selection))
        for question in selection.bank():
            text = "".join(
                read(uncovered(part)) for part in found[f"{corpus.guide}:{question.card.id}"].fields
            )
            assert [piece for piece in said(question, selection) if shown(piece) not in text] == []


def said(question: Question, selection: Selection) -> list[str]:
    """All that the note of a question has to say, line by line; where a word is missing, the statement with it."""
    asked, *texts = question.prompt.split("\n")
    fact = selection.material.fact(question.card.subject)
    wide = selection.material.wide(question.card.subject)
    if fact and question.form == "typed":
        texts = fact.text.split("\n")
    elif wide and question.form == "typed":
        among = f"{wide.among}: " if wide.among else ""
        texts = f"{among}{wide.text}".split("\n")
    options = [text for option in question.options for text in (option.text, option.why)]
    answers = question.items if question.form == "order" else question.answers[:1]
    return [asked, *texts, *question.explanation.split("\n"), *options, *answers, *question.refs]


def uncovered(part: str) -> str:
    """A field without the signs of a cloze."""
    return part.replace("{{c1::", "").replace("}}", "")


def test_only_our_own_clozes(tmp_path: Path, corpus_of: CorpusMaker) -> None:
    """No text of the corpus has a brace, a bracket or a backslash in a field that Anki could act on."""
    for corpus in corpora(tmp_path, corpus_of):
        for note in notes(package(Selection(corpus))).values():
            assert not set("{}[]\\") & set(uncovered("".join(note.fields)))


TEXT = st.text(st.sampled_from("aA _{}[]<>&\\:c1\n\tßé\u0301\u0338\u0000\u0085\u212b"), max_size=30)


@given(TEXT)
def test_field_is_read_as_it_was(text: str) -> None:
    """Whatever a text is made of, its field stands for it, control characters pictured, and Anki has nothing to normalize."""
    assert meant(field(text)) == shown(text)
    assert normalize("NFC", f"<p>{field(text)}</p>") == f"<p>{field(text)}</p>"


def meant(markup: str) -> str:
    """What a field stands for, character by character."""
    return unescape(markup.replace("<br>", "\n"))


@given(TEXT, TEXT, st.sampled_from(["hope", "Hope", "{hope", "c1"]))
def test_cloze_is_the_statement(before: str, after: str, word: str) -> None:
    """A cloze hides the word wherever it stands by itself, and is the statement otherwise, with the gaps it had of its own."""
    statement = f"{before} {word} {after}"
    gapped = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", GAP, statement, flags=re.IGNORECASE)
    assume(gapped != statement)
    card, asked = Card("gap", "1.p1"), f"Which?\n{gapped}"
    note = content(
        Question(card, "typed", asked, (), (word.casefold(),), "Why.", ("1",), "1", "1.p1"), statement
    )
    assert note.type == "cloze"
    assert meant(uncovered(note.fields[0])) == shown(statement)
    assert meant(re.sub(r"\{\{c1::.*?\}\}", GAP, note.fields[0])) == shown(gapped)


def test_notes_are_as_old_as_asked() -> None:
    """The time of notes is the selection's, and never one that a zip file cannot name."""
    corpus = Corpus.open(corpus_folder(None))
    for epoch, expected in ((1_700_000_000, 1_700_000_000), (0, EARLIEST)):
        found = notes(package(Selection(corpus, kinds=("name",), epoch=epoch)))
        assert {note.modified for note in found.values()} == {expected}


def test_an_edit_changes_no_id(corpus_of: CorpusMaker) -> None:
    """Notes of an edited corpus have the ids and note types that they had."""
    text = "values:\n" + "".join(
        f"- id: {number}\n  number: {number}\n  name: Name {number}\n  theme: Theme {number}\n  meaning: Meaning {number}\n"
        f"  practices: [{{id: {number}.p1, text: Statement number{number} with hope}}]\n"
        for number in range(1, 6)
    )
    before = notes(package(Selection(Corpus.open(corpus_of(text)))))
    after = notes(
        package(Selection(Corpus.open(corpus_of(text.replace("hope", "courage").replace("Theme", "Thema")))))
    )
    assert {guid: note.type for guid, note in before.items()} == {
        guid: note.type for guid, note in after.items()
    }
    assert before != after


def test_without_genanki_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where genanki is not installed, one sentence says so and another how to install it."""
    monkeypatch.setitem(sys.modules, "genanki", None)
    with pytest.raises(UsageError) as caught:
        package(Selection(Corpus.open(corpus_folder(None))))
    assert caught.value.exit_code == USAGE
    assert "genanki" in caught.value.message
    assert 'pip install "peerguide[anki]"' in caught.value.hint


def test_same_bytes_every_time_and_no_other_file(shell: Shell) -> None:
    """The package is the same for another hash seed, locale and time zone, and no file is made on the way."""
    program = (
        "import sys; from peerguide.corpus.library import Corpus; from peerguide.corpus.places import corpus_folder\n"
        "from peerguide.export.formats.anki import FORMAT; from peerguide.export.selection import Selection\n"
        "from hashlib import sha256\n"
        "print(sha256(FORMAT.whats['questions'](Selection(Corpus.open(corpus_folder(None))))).hexdigest())"
    )
    (shell.folder / "write.py").write_text(program, encoding="utf-8")
    (shell.folder / "temporary").mkdir()
    temporary = str(shell.folder / "temporary")
    first = shell("python write.py", PYTHONHASHSEED="1", TZ="UTC", TMPDIR=temporary)
    second = shell("python write.py", PYTHONHASHSEED="2", TZ="Asia/Tokyo", LC_ALL="C", TMPDIR=temporary)
    assert first == second
    assert first.err == ""
    assert sorted(
        path.name for path in shell.folder.rglob("*") if path.is_file() and "cache" not in path.parts
    ) == ["write.py"]
