"""The questions as an Anki package: a deck for each value, notes to be turned over, filled in and typed.

Every question goes in. A missing word is a cloze and a name is typed; questions with options keep them on the front, since that makes
them fair. What is to be listed or put in order is turned over too, for the learner to judge.

A note is known by its card's permanent id. When a package is imported again, Anki changes the notes it has and leaves the learner's
schedule alone. It does so only for notes that are newer than its own. Their time is the selection's `epoch`, so that an edited corpus
has to be exported with a later one.

Decks and note types have ids too, made of the guide's and their own permanent names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from peerguide.errors import UsageError
from peerguide.export.anki.notes import content, field
from peerguide.export.anki.types import FIELDS, note_type
from peerguide.export.archive import archive
from peerguide.export.bank import SCENARIOS, by_category, label
from peerguide.export.characters import shown
from peerguide.export.credits import credit
from peerguide.export.format import Format
from peerguide.export.selection import EARLIEST

if TYPE_CHECKING:
    from types import ModuleType

    from peerguide.export.bank import Category
    from peerguide.export.selection import Selection
    from peerguide.quiz.model import Question

SMALLEST_ID = 1 << 48
"""Ids made here are larger than any that Anki gives out itself, which are times in milliseconds."""

VERSION_AT = 96
"""Where the header of a SQLite file has the version, four bytes, of the program that wrote it."""


def _package(selection: Selection) -> bytes:
    genanki = _genanki()
    types = {name: note_type(genanki, name, _number("note type", name)) for name in FIELDS}
    decks = []
    for category, questions in by_category(selection).items():
        deck = genanki.Deck(
            _number(selection.corpus.guide, category.name), _deck_name(category, questions[0], selection)
        )
        deck.description = "<br>".join(map(field, credit(selection.corpus)))
        for place, question in enumerate(questions, 1):
            deck.add_note(_note(genanki, types, question, place, selection))
        decks.append(deck)
    epoch = max(selection.epoch, EARLIEST)
    files = [("collection.anki2", _database(genanki.Package(decks), epoch)), ("media", b"{}")]
    return archive(files, epoch)


def _genanki() -> ModuleType:
    """The library that knows Anki's format, which not everybody needs."""
    try:
        import genanki
    except ImportError:
        raise UsageError(
            "The format anki needs the package genanki, which is not installed.",
            'Install it with: python -m pip install "peerguide[anki]"',
        ) from None
    found: ModuleType = genanki
    return found


def _note(
    genanki: ModuleType, types: dict[str, Any], question: Question, place: int, selection: Selection
) -> Any:  # noqa: ANN401 - genanki is untyped
    """The note of a question; `place` is where it comes among the new cards of its deck."""
    note = content(question, _asked_about(question, selection))
    return genanki.Note(
        types[note.type],
        list(note.fields),
        tags=_tags(question, selection),
        guid=f"{selection.corpus.guide}:{question.card.id}",
        due=place,
    )


def _asked_about(question: Question, selection: Selection) -> str | None:
    """The statement that a question is about, as it is asked; None where it is about none."""
    fact = selection.material.fact(question.card.subject)
    wide = None if fact else selection.material.wide(question.card.subject)
    if wide is None:
        return fact.text if fact else None
    return f"{wide.among}: {wide.text}" if wide.among else wide.text


def _tags(question: Question, selection: Selection) -> list[str]:
    """What a note can be found by in Anki's browser: its kind and its value."""
    guide = re.sub(r"[^\w-]+", "-", selection.corpus.guide)
    kind = f"{guide}::kind::{question.card.kind}"
    return [kind] if question.value is None else [kind, f"{guide}::value::{question.value}"]


def _deck_name(category: Category, question: Question, selection: Selection) -> str:
    """The name of a deck, under that of the guide; numbers have the same width, since Anki sorts by letters."""
    topics = selection.material.topics
    topic = None if category == SCENARIOS else topics.get(question.value or "")
    width = len(str(max(one.number for one in topics.values())))
    name = f"{topic.number:0{width}} {topic.name}" if topic else category.label
    return "::".join(label(re.sub(":{2,}", ":", shown(part))) for part in (selection.title, name))


def _number(*names: str) -> int:
    """An id made of permanent names."""
    from hashlib import blake2b

    return SMALLEST_ID + int.from_bytes(blake2b("/".join(names).encode(), digest_size=5).digest())


def _database(package: Any, epoch: int) -> bytes:  # noqa: ANN401 - genanki is untyped
    """The package's SQLite file, the same whichever release of SQLite makes it; notes are as old as `epoch`, in seconds.

    It is made in memory: genanki's own way of writing a package leaves a file behind and names the present.
    """
    import sqlite3
    from contextlib import closing
    from itertools import count

    with closing(sqlite3.connect(":memory:")) as database:
        package.write_to_db(database.cursor(), epoch, count(epoch * 1000))
        database.commit()
        content = bytearray(database.serialize())
    content[VERSION_AT : VERSION_AT + 4] = bytes(4)
    return bytes(content)


FORMAT = Format("anki", "flashcards for Anki, a deck for each value", ".apkg", {"questions": _package})
