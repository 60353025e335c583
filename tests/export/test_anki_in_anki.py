"""Anki packages in Anki itself: its own library imports them into a real collection."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from export.test_anki import corpora, notes, package, read, said

from peerguide.corpus.library import Corpus
from peerguide.corpus.places import corpus_folder
from peerguide.export.characters import shown
from peerguide.export.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import CorpusMaker

pytestmark = pytest.mark.readers

anki = pytest.importorskip(
    "anki.collection", reason="the package anki is not installed; make test-readers installs it"
)

DAY = 4_000_000_000
"""A time of exports. It is to come, since older releases of Anki give a note that they change the time at which they do."""

Collection = Any


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    """An empty collection."""
    opened = anki.Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


def imported(written: bytes, collection: Collection, folder: Path) -> dict[str, int]:
    """How many notes the import of a package made, changed, left as they were, and could not place, as Anki does unless told."""
    file = folder / "package.apkg"
    file.write_bytes(written)
    request = anki.ImportAnkiPackageRequest(package_path=str(file))
    log = collection.import_anki_package(request).log
    counts = {name: len(getattr(log, name)) for name in ("new", "updated", "duplicate", "conflicting")}
    return {name: count for name, count in counts.items() if count}


def by_guid(collection: Collection) -> dict[str, Any]:
    """The notes of a collection by their permanent ids."""
    return {note.guid: note for note in map(collection.get_note, collection.find_notes(""))}


def test_import_takes_every_note(collection: Collection, tmp_path: Path) -> None:
    """Every note comes in with one card, and Anki finds nothing to mend in the collection."""
    written = package(Selection(Corpus.open(corpus_folder(None))))
    expected = notes(written)
    assert imported(written, collection, tmp_path) == {"new": len(expected)}
    found = by_guid(collection)
    assert set(found) == set(expected)
    assert collection.card_count() == len(expected)
    assert all(found[guid].fields == note.fields for guid, note in expected.items())
    _report, whole = collection.fix_integrity()
    assert whole


def test_cards_show_what_was_written(collection: Collection, corpus_of: CorpusMaker, tmp_path: Path) -> None:
    """On the cards of a hostile corpus everything is read as it was: nothing is hidden, played or taken for a formula."""
    for corpus in corpora(tmp_path, corpus_of):
        selection = Selection(corpus)
        written = package(selection)
        assert imported(written, collection, tmp_path) == {"new": len(notes(written))}
        found = by_guid(collection)
        for question in selection.bank():
            note = found[f"{corpus.guide}:{question.card.id}"]
            assert note.fields == notes(written)[note.guid].fields
            (card,) = note.cards()
            text = read(card.render_output(browser=False).answer_and_style()) + "".join(
                map(read, note.fields)
            )
            assert [piece for piece in said(question, selection) if shown(piece) not in text] == []
            assert card.question_av_tags() == card.answer_av_tags() == []


def test_cloze_hides_and_typed_asks(collection: Collection, tmp_path: Path) -> None:
    """The front of a cloze hides its word and the back tells it; a typed card asks for the answer and compares it."""
    imported(package(Selection(Corpus.open(corpus_folder(None)))), collection, tmp_path)
    found = by_guid(collection)
    (cloze,) = found["guidelines:gap:7.p2"].cards()
    word = found["guidelines:gap:7.p2"]["Text"].partition("{{c1::")[2].partition("}}")[0]
    front = read(cloze.question().partition("</style>")[2])
    assert "[...]" in front
    assert word not in front
    assert f">{word}</span>" in cloze.answer()
    (typed,) = found["guidelines:name:7"].cards()
    assert "[[type:Back]]" in typed.question()
    assert "[[type:Back]]" in typed.answer()
    compared = collection.compare_answer(
        "Peer supporters are honest and direct", found["guidelines:name:7"]["Back"]
    )
    assert "typeBad" not in compared
    assert "typeGood" in compared


def test_import_again_updates_and_keeps_the_schedule(
    collection: Collection, corpus_of: CorpusMaker, tmp_path: Path
) -> None:
    """After each edit another import changes the notes, makes no doubles, and leaves alone what the learner has learnt."""
    text = "values:\n" + "".join(
        f"- {{id: {number}, number: {number}, name: Name {number}, theme: Theme {number}, meaning: Meaning}}\n"
        for number in range(1, 6)
    )
    guid = f"{corpus_of.folder.name}:name:3"
    kept: list[Any] = []
    for epoch, name in ((DAY, "Name 3"), (DAY + 1, "Name three"), (DAY + 2, "{{c1::three}}")):
        corpus = Corpus.open(corpus_of(text.replace("Name 3", f"'{name}'")))
        counts = imported(package(Selection(corpus, kinds=("name",), epoch=epoch)), collection, tmp_path)
        assert counts == {"updated" if kept else "new": 5}
        assert read(by_guid(collection)[guid]["Back"]) == name
        if not kept:
            collection.sched.set_due_date(collection.find_cards(""), "5")
        kept.append({note.guid: schedule(note) for note in by_guid(collection).values()})
    assert kept[0] == kept[1] == kept[2]


def schedule(note: Any) -> list[tuple[int, ...]]:
    """What Anki remembers of a note's cards, beside what they show."""
    return [
        (card.id, card.type, card.queue, card.due, card.ivl, card.factor, card.reps) for card in note.cards()
    ]


def test_same_package_twice_changes_nothing(collection: Collection, tmp_path: Path) -> None:
    """A package imported a second time is known note by note."""
    written = package(Selection(Corpus.open(corpus_folder(None)), kinds=("name", "gap")))
    first = imported(written, collection, tmp_path)
    assert imported(written, collection, tmp_path) == {"duplicate": first["new"]}
    assert collection.note_count() == first["new"]


def test_two_guides_stand_beside_each_other(
    collection: Collection, corpus_of: CorpusMaker, tmp_path: Path
) -> None:
    """Packages of two guides, whose values have the same numbers, do not meet."""
    for folder in (corpus_folder(None), corpus_of()):
        written = package(Selection(Corpus.open(folder), kinds=("name",)))
        assert imported(written, collection, tmp_path) == {"new": len(notes(written))}
