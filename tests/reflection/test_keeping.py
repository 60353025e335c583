"""Responses in the store, and as lines: nothing given is lost, and stores from before take them up."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from progress.samples import ANSWERS, GUIDE, amendment, answer, files_in
from reflection.samples_of_reflection import RESPONSES, response

from peerguide.errors import FileAccessError, InvalidFilesError
from peerguide.progress import migrations
from peerguide.progress.events import Answer
from peerguide.progress.moving import Imported, export_lines, import_lines
from peerguide.progress.reflection.responses import Response
from peerguide.progress.rows import COLUMNS, checksum, row_of
from peerguide.progress.store import Store, store_file

GOOD: dict[str, Any] = {
    "event": "response",
    "uid": "c" * 24,
    "guide": GUIDE,
    "reflection": "a" * 32,
    "part": "supervisor",
    "ref": "9.s2",
    "at": "2026-05-20T12:00:00.000Z",
    "answer": "often",
    "note": "",
}


def exported(folder: Path) -> bytes:
    """The export of the store in this folder."""
    store = Store.look(folder)
    assert store
    with store:
        return "".join(f"{line}\n" for line in export_lines(store)).encode()


def lines(*records: dict[str, Any], version: int = 2) -> bytes:
    """A file of these lines after the header."""
    return "".join(
        f"{json.dumps(one)}\n" for one in ({"peerguide": "progress", "version": version}, *records)
    ).encode()


def old_store(folder: Path, *answers: Answer) -> None:
    """A store as peerguide made it when there were no reflections, with these answers."""
    folder.mkdir(exist_ok=True)
    with closing(sqlite3.connect(store_file(folder), isolation_level=None)) as database:
        database.execute(f"PRAGMA application_id = {migrations.APPLICATION_ID}")
        for statement in migrations.VERSION_1:
            database.execute(statement)
        for one in answers:
            row = row_of(one)
            names, marks = ", ".join(COLUMNS), ", ".join("?" * (len(COLUMNS) + 1))
            database.execute(f"INSERT INTO event ({names}, crc) VALUES ({marks})", (*row, checksum(row)))
        database.execute("PRAGMA user_version = 1")
        database.execute("PRAGMA journal_mode = WAL")


@settings(deadline=None, max_examples=40)
@given(st.lists(RESPONSES, max_size=8))
def test_any_response_comes_back(responses: list[Response]) -> None:
    """Whatever is answered and noted comes back from the store as it was given, in the order in which it was."""
    with tempfile.TemporaryDirectory() as place:
        with Store.open(Path(place)) as store:
            for one in responses:
                store.respond(one)
        with Store.open(Path(place)) as store:
            assert store.responses() == responses
            assert store.events() == []


@settings(deadline=None, max_examples=30)
@given(st.lists(ANSWERS, max_size=4), st.lists(RESPONSES, max_size=5), st.lists(RESPONSES, max_size=3))
def test_round_trip(answers: list[Answer], mine: list[Response], others: list[Response]) -> None:
    """Two machines that import each other's exports have the same responses and the same export; a second import adds nothing."""
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        for folder, responses in ((one, mine), (two, others)):
            with Store.open(Path(folder)) as store:
                for each in responses:
                    store.respond(each)
        with Store.open(Path(one)) as store:
            for given_ in answers:
                store.add(given_)
        with Store.open(Path(two)) as store:
            assert import_lines(store, exported(Path(one)), "export") == Imported(len(answers) + len(mine), 0)
            assert import_lines(store, exported(Path(one)), "export").added == 0
        with Store.open(Path(one)) as store:
            import_lines(store, exported(Path(two)), "export")
        assert exported(Path(one)) == exported(Path(two))


def test_version_of_an_export(tmp_path: Path) -> None:
    """An export without reflections is one that older versions read; with them it says that it is newer."""
    with Store.open(tmp_path) as store:
        store.add(answer())
        assert json.loads(exported(tmp_path).splitlines()[0])["version"] == 1
        store.respond(response())
    assert json.loads(exported(tmp_path).splitlines()[0])["version"] == 2


def test_line_of_a_response(tmp_path: Path) -> None:
    """The line of a response has these fields in this order."""
    with Store.open(tmp_path) as store:
        store.respond(response(uid="c" * 24))
    assert exported(tmp_path).splitlines()[1].decode() == json.dumps(GOOD)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"uid": "short"}, '2:23: "uid" must be an id'),
        ({"part": "boss"}, '"part" must be one of supervisor, supporter'),
        ({"part": ["supervisor"]}, '"part" must be one of'),
        (
            {"answer": "always"},
            '"answer" must be one of not yet, sometimes, often, as a habit, does not apply',
        ),
        ({"answer": 3}, '"answer" must be one of'),
        ({"ref": ""}, '"ref" must be text that is not empty'),
        ({"reflection": ""}, '"reflection" must be text that is not empty'),
        ({"note": None}, '"note" must be text'),
        ({"at": "today"}, '"at" must be an instant'),
        ({"mood": "good"}, '"mood" is not known here'),
    ],
)
def test_odd_lines(change: dict[str, Any], message: str, tmp_path: Path) -> None:
    """A line of a response that is not right is told with its place, and nothing of the file is added."""
    with Store.open(tmp_path) as store:
        with pytest.raises(InvalidFilesError) as raised:
            import_lines(store, lines(GOOD | {"uid": "d" * 24}, GOOD | change)[:-1], "export")
        assert message.replace("2:", "3:", 1) in raised.value.lines()[0]
        assert store.responses() == []


def test_uid_of_something_else(tmp_path: Path) -> None:
    """A response that has the uid of an answer, or of another response, is a problem."""
    with Store.open(tmp_path) as store:
        store.add(answer(uid="c" * 24))
        with pytest.raises(InvalidFilesError, match="1 problem found"):
            import_lines(store, lines(GOOD), "export")
        store.respond(response(uid="d" * 24))
        with pytest.raises(InvalidFilesError, match="1 problem found"):
            import_lines(store, lines(GOOD | {"uid": "d" * 24, "note": "other"}), "export")


def test_amendment_of_a_response(tmp_path: Path) -> None:
    """A response cannot be amended as an answer to a question can."""
    undo = {"event": "amendment", "uid": "b" * 24, "answer": "c" * 24, "what": "undo", "at": GOOD["at"]}
    with Store.open(tmp_path) as store:
        store.respond(response(uid="c" * 24))
        with pytest.raises(InvalidFilesError, match="1 problem found"):
            import_lines(store, lines(undo), "export")


@pytest.mark.parametrize("statement", ["UPDATE response SET answer = 'often'", "DELETE FROM response"])
def test_responses_are_permanent(statement: str, tmp_path: Path) -> None:
    """No response can be changed or taken out of the store, not even past peerguide."""
    with Store.open(tmp_path) as store:
        store.respond(response())
    with closing(sqlite3.connect(store_file(tmp_path))) as database, pytest.raises(sqlite3.IntegrityError):
        database.execute(statement)


def test_damaged_response(tmp_path: Path) -> None:
    """A response whose checksum is not that of its content makes the store a damaged one, which is left as it is."""
    with Store.open(tmp_path) as store:
        store.respond(response(note="as it was"))
    with closing(sqlite3.connect(store_file(tmp_path))) as database:
        database.execute("DROP TRIGGER response_stays")
        database.execute("UPDATE response SET note = 'as it was not'")
        database.commit()
    before = files_in(tmp_path)
    with pytest.raises(FileAccessError, match="is damaged"):
        Store.open(tmp_path)
    store_ = Store.look(tmp_path)
    assert store_
    with store_, pytest.raises(FileAccessError, match="is damaged"):
        store_.responses()
    assert files_in(tmp_path).keys() >= before.keys()


@settings(deadline=None, max_examples=15)
@given(st.lists(ANSWERS, min_size=1, max_size=5))
def test_store_from_before(answers: list[Answer]) -> None:
    """A store from before there were reflections keeps every answer, gets a backup, and takes responses."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        old_store(folder, *answers)
        looked = Store.look(folder)
        assert looked
        with looked:
            assert (looked.events(), looked.responses()) == (answers, [])
        assert "progress.sqlite.before-2" not in files_in(folder), "looking changes nothing"
        with Store.open(folder) as store:
            assert store.events() == answers
            store.respond(one := response())
            store.amend(undone := amendment(answers[0], "undo"))
        with Store.open(folder) as store:
            assert (store.events(), store.responses()) == ([*answers, undone], [one])
        with closing(sqlite3.connect(folder / "progress.sqlite.before-2")) as backup:
            assert backup.execute("PRAGMA user_version").fetchone() == (1,)
            assert backup.execute("SELECT uid FROM event ORDER BY seq").fetchall() == [
                (one.uid,) for one in answers
            ]


def test_old_export_still_imports(tmp_path: Path) -> None:
    """A file that was exported before there were reflections is imported as ever."""
    with Store.open(tmp_path / "old") as store:
        store.add(answer())
    data = exported(tmp_path / "old")
    assert b'"version": 1' in data
    with Store.open(tmp_path / "new") as store:
        assert import_lines(store, data, "export") == Imported(1, 0)
