"""A history is its owner's to move: out, in, together, aside."""

from __future__ import annotations

import json
import re
import sqlite3
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from progress.samples import ANSWERS, GUIDE, NOW, amendment, answer, files_in

from peerguide.corpus import placing
from peerguide.errors import FileAccessError, InvalidFilesError
from peerguide.progress import snapshot
from peerguide.progress.moving import Imported, export_lines, import_lines, orphans, reset
from peerguide.progress.store import Store, store_file

if TYPE_CHECKING:
    from peerguide.progress.events import Answer

UID = "a" * 24
HEADER = '{"peerguide": "progress", "version": 1}'
GOOD: dict[str, Any] = {
    "event": "answer",
    "uid": UID,
    "guide": GUIDE,
    "card": "practice:7.p2",
    "kind": "practice",
    "value": "7",
    "at": "2026-05-20T12:00:00.000Z",
    "mode": "review",
    "sitting": "5" * 24,
    "given": "B",
    "correct": True,
    "grade": 3,
    "credit": 1.0,
    "key": "7",
    "chosen": "7",
}
UNDO = {"event": "amendment", "uid": "b" * 24, "answer": UID, "what": "undo", "at": GOOD["at"]}


def exported(folder: Path) -> bytes:
    """The export of the store in this folder."""
    store = Store.look(folder)
    assert store
    with store:
        return "".join(f"{line}\n" for line in export_lines(store)).encode()


def lines(*records: object) -> bytes:
    """A file of these lines after the header: texts as they are, records as JSON."""
    texts = [line if isinstance(line, str) else json.dumps(line) for line in records]
    return "\n".join([HEADER, *texts, ""]).encode()


def test_export_has_everything_in_order_of_time(tmp_path: Path) -> None:
    """An export has every event of every guide, undone ones and amendments too, in order of time, in plain ASCII."""
    one = answer(at=NOW + timedelta(hours=2), given="“é”\u2028\n")
    other = answer(guide="declaration", at=NOW + timedelta(hours=1))
    with Store.open(tmp_path) as store:
        store.add(one)
        store.amend(undo := amendment(one, "undo"))
        store.add(other)
    header, *events = exported(tmp_path).splitlines()
    assert header == HEADER.encode()
    assert [json.loads(event)["uid"] for event in events] == [undo.uid, other.uid, one.uid]
    assert exported(tmp_path).isascii()


def test_line_of_an_answer(tmp_path: Path) -> None:
    """The line of an answer has these fields in this order."""
    with Store.open(tmp_path) as store:
        store.add(answer(uid=UID))
        assert list(export_lines(store)) == [HEADER, json.dumps(GOOD)]


@settings(deadline=None, max_examples=40)
@given(st.lists(ANSWERS, max_size=8), st.lists(ANSWERS, max_size=3), st.integers(0, 7))
def test_round_trip(mine: list[Answer], others: list[Answer], undone: int) -> None:
    """Two machines that import each other's exports have the same history, and the same export, byte for byte."""
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        with Store.open(Path(one)) as store:
            for each in mine:
                store.add(each)
            if mine:
                store.amend(amendment(mine[undone % len(mine)], "undo"))
        with Store.open(Path(two)) as store:
            for each in others:
                store.add(each)
            added = import_lines(store, exported(Path(one)), "export")
            assert added == Imported(len(mine) + bool(mine), 0)
            assert import_lines(store, exported(Path(two)), "export").added == 0
        with Store.open(Path(one)) as store:
            import_lines(store, exported(Path(two)), "export")
        assert exported(Path(one)) == exported(Path(two))
        with Store.open(Path(one)) as first, Store.open(Path(two)) as second:
            assert first.history(GUIDE) == second.history(GUIDE)


def test_own_export_adds_nothing(tmp_path: Path) -> None:
    """Importing one's own export finds everything there already."""
    with Store.open(tmp_path) as store:
        store.add(one := answer())
        store.amend(amendment(one, "right"))
        assert import_lines(store, exported(tmp_path), "export") == Imported(0, 2)


def test_import_is_forgiving_about_form(tmp_path: Path) -> None:
    """A byte-order mark, Windows' ends of lines, blank lines, another zone and a repeated line make no difference."""
    shifted = GOOD | {"at": "2026-05-20T14:00:00+02:00"}
    data = b"\xef\xbb\xbf" + lines(GOOD, "", shifted, UNDO).replace(b"\n", b"\r\n")
    with Store.open(tmp_path) as store:
        assert import_lines(store, data, "export") == Imported(2, 1)
        assert store.history(GUIDE) == ()


def test_amendment_before_its_answer(tmp_path: Path) -> None:
    """The order of lines does not matter, nor whether the answer came earlier."""
    with Store.open(tmp_path) as store:
        assert import_lines(store, lines(UNDO, GOOD), "export") == Imported(2, 0)
        again = UNDO | {"uid": "d" * 24, "what": "right"}
        assert import_lines(store, lines(again), "export") == Imported(1, 0)


def without(name: str) -> dict[str, Any]:
    """A good record without one field."""
    return {key: value for key, value in GOOD.items() if key != name}


PROBLEMS: list[tuple[bytes, list[str]]] = [
    (b"", ["1:1: this is not an export of progress"]),
    (b"\n", ["1:1: this is not an export of progress"]),
    (b"[]\n", ["1:1: this is not an export of progress"]),
    (b'{"peerguide": "corpus", "version": 1}\n', ["1:1: this is not an export of progress"]),
    (b'{"peerguide": "progress"}\n', ["1:1: this is not an export of progress"]),
    (b'{"peerguide": "progress", "version": "1"}\n', ["1:1: this is not an export of progress"]),
    (b'{"peerguide": "progress", "version": 3}\nwhatever\n', ["1:1: a newer peerguide exported this"]),
    (b"\xff\xfe\n", ["1:1: this is not an export of progress"]),
    (lines("{", "nonsense"), ["2:2: this is not valid JSON", "3:1: this is not valid JSON"]),
    (lines("[1]", '"text"', "null"), ["2:1: an event is an object", "3:1: an event", "4:1: an event"]),
    (lines("[" * 100_000), ["2:1: this is not valid JSON"]),
    (lines('{"grade": ' + "9" * 5000 + "}"), ["2:1: this is not valid JSON"]),
    (lines('{"credit": NaN}'), ["2:1: this is not valid JSON: NaN is no number"]),
    (lines('{"uid": "a", "uid": "b"}'), ["2:1: this is not valid JSON: a field stands here twice"]),
    (lines(GOOD).replace(b'"B"', b'"B\xff"'), ["2:240: this is not UTF-8 text"]),
    (lines({"event": "note"}), ['2:2: "event" must be "answer", "amendment" or "response"']),
    (lines({"event": ["answer"]}), ['2:2: "event" must be']),
    (lines({"uid": UID}), ['2:1: "event" must be']),
    (lines(without("grade")), ['2:1: "grade" is missing']),
    (lines(GOOD | {"colour": "red"}), ['2:314: "colour" is not known here']),
    (lines(GOOD | {"uid": "short"}), ['2:21: "uid" must be an id']),
    (lines(GOOD | {"uid": UID.upper()}), ['2:21: "uid" must be an id']),
    (lines(GOOD | {"card": "nocolon"}), ['"card" must be NAME:REF']),
    (lines(GOOD | {"card": "practice:"}), ['"card" must be NAME:REF']),
    (lines(GOOD | {"card": ":7"}), ['"card" must be NAME:REF']),
    (lines(GOOD | {"guide": ""}), ['"guide" must be text that is not empty']),
    (lines(GOOD | {"value": 7}), ['"value" must be a ref or null']),
    (lines(GOOD | {"given": None}), ['"given" must be text']),
    (lines(GOOD).replace(b'"B"', b'"\\ud800"'), ['"given" must be text']),
    (lines(GOOD | {"at": "2026-05-20T12:00:00"}), ['"at" must be an instant with its zone']),
    (lines(GOOD | {"at": "yesterday"}), ['"at" must be an instant']),
    (lines(GOOD | {"at": 1}), ['"at" must be an instant']),
    (lines(GOOD | {"at": "9999-05-20T12:00:00Z"}), ['"at" must be an instant']),
    (lines(GOOD | {"at": "0001-01-01T00:00:00+10:00"}), ['"at" must be an instant']),
    (lines(GOOD | {"mode": "sleep"}), ['"mode" must be one of practice, exam, review']),
    (lines(GOOD | {"mode": ["exam"]}), ['"mode" must be one of']),
    (lines(GOOD | {"correct": 1}), ['"correct" must be true or false']),
    (lines(GOOD | {"grade": 5}), ['"grade" must be 1, 2, 3 or 4']),
    (lines(GOOD | {"grade": True}), ['"grade" must be']),
    (lines(GOOD | {"grade": 3.0}), ['"grade" must be']),
    (lines(GOOD | {"credit": 1.01}), ['"credit" must be a number from 0 to 1']),
    (lines(GOOD | {"credit": True}), ['"credit" must be']),
    (lines(GOOD, UNDO | {"what": "redo"}), ['"what" must be one of undo, right, easy']),
    (lines(UNDO), ["2:59: the answer with this uid is not there"]),
    (lines(UNDO | {"answer": UNDO["uid"]}), ["2:59: the answer with this uid is not there"]),
    (lines(GOOD | {"grade": 9}, UNDO), ['"grade" must be']),
    (lines(GOOD, GOOD | {"given": "C"}), ["3:21: an event with this uid is there already"]),
    (
        lines(GOOD | {"grade": 0, "mode": "sleep"}, "{", without("key")),
        ['2:172: "mode"', '2:259: "grade"', "3:2: this", '4:1: "key" is missing'],
    ),
]


@pytest.mark.parametrize(("data", "messages"), PROBLEMS)
def test_odd_files(data: bytes, messages: list[str], tmp_path: Path) -> None:
    """A file that is not an export is refused whole, with every problem and its place, and nothing is added."""
    with Store.open(tmp_path) as store:
        store.add(answer())
        with pytest.raises(InvalidFilesError) as raised:
            import_lines(store, data, "my export")
        assert len(store.events()) == 1
    shown = raised.value.lines()
    assert len(shown) == len(messages)
    for line, message in zip(shown, messages, strict=True):
        assert re.match(r"my export:\d+:\d+: ", line)
        assert message in line


@pytest.mark.parametrize("field", [name for name in GOOD if name != "event"])
def test_problem_stands_where_its_field_is(field: str, tmp_path: Path) -> None:
    """The column of a problem is that of the field it is about, though its name stands elsewhere as text."""
    data = lines(GOOD | {"given": field, field: {}})
    with Store.open(tmp_path) as store, pytest.raises(InvalidFilesError) as raised:
        import_lines(store, data, "export")
    (problem,) = raised.value.problems
    line = data.decode().splitlines()[problem.line - 1]
    assert line[problem.column - 1 :].startswith(f'"{field}": {{')


def test_one_bad_line_spoils_an_import(tmp_path: Path) -> None:
    """An import with a problem changes nothing at all."""
    with Store.open(tmp_path) as store:
        with pytest.raises(InvalidFilesError):
            import_lines(store, lines(GOOD, "{"), "export")
        assert store.events() == []
        assert import_lines(store, lines(GOOD), "export").added == 1


def test_uid_of_another_answer(tmp_path: Path) -> None:
    """An event that has the uid of another one in the store is a problem and is not passed over."""
    with Store.open(tmp_path) as store:
        store.add(answer(uid=UID, given="mine"))
        with pytest.raises(InvalidFilesError, match="1 problem found"):
            import_lines(store, lines(GOOD), "export")


def test_import_that_is_refused_midway(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk refuses in the middle of an import, nothing of it is kept."""
    insert = Store._insert

    def refuse(store: Store, events: Any) -> None:
        insert(store, list(events)[:1])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Store, "_insert", refuse)
    with Store.open(tmp_path) as store:
        with pytest.raises(FileAccessError, match="disk is full"):
            import_lines(store, lines(GOOD, UNDO), "export")
        assert store.events() == []


@settings(deadline=None, max_examples=60)
@given(st.binary() | st.binary().map(lambda data: HEADER.encode() + b"\n" + data))
def test_any_bytes(data: bytes) -> None:
    """Whatever a file holds, it is imported or its problems are told."""
    with tempfile.TemporaryDirectory() as place, Store.open(Path(place)) as store:
        try:
            import_lines(store, data, "export")
        except InvalidFilesError as error:
            assert error.problems


def test_orphans() -> None:
    """Cards about a ref that is not known are found, with how many answers they have."""
    history = [
        answer(),
        answer(card="practice:99.p1"),
        answer(card="term:a:b"),
        answer(card="practice:99.p1"),
    ]
    assert orphans(history, {"7.p2"}) == (("practice:99.p1", 2), ("term:a:b", 1))
    assert orphans(history, {"7.p2", "99.p1", "a:b"}) == ()


def test_reset(tmp_path: Path) -> None:
    """Resetting puts the store aside as one whole file with the time in its name, and leaves nothing else."""
    with Store.open(tmp_path) as store:
        store.add(one := answer())
    place = reset(tmp_path)
    assert place
    assert re.fullmatch(r"progress-\d{8}T\d{6}Z\.sqlite", place.name)
    assert list(files_in(tmp_path)) == [place.name]
    place.rename(store_file(tmp_path))
    with Store.open(tmp_path) as store:
        assert store.history(GUIDE) == (one,)


def test_reset_after_a_crash(tmp_path: Path) -> None:
    """What a killed session left in the log is in the file put aside."""
    with Store.open(tmp_path / "first") as store:
        store.add(one := answer())
        folder = tmp_path / "second"
        folder.mkdir()
        for name, content in files_in(tmp_path / "first").items():
            (folder / name).write_bytes(content)
    place = reset(folder)
    assert place
    assert list(files_in(folder)) == [place.name]
    database = sqlite3.connect(place)
    assert database.execute("SELECT uid FROM event").fetchall() == [(one.uid,)]
    database.close()


def test_nothing_to_reset(tmp_path: Path) -> None:
    """Where there is no store there is nothing to put aside, and nothing is made."""
    assert reset(tmp_path / "none") is None
    assert list(tmp_path.iterdir()) == []


def test_resets_in_one_second(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No store put aside is written over, even when two have the same time."""

    class Clock:
        @staticmethod
        def now(_zone: object) -> object:
            return NOW

    monkeypatch.setattr("peerguide.progress.moving.datetime", Clock)
    for number in range(3):
        with Store.open(tmp_path) as store:
            store.add(answer(given=str(number)))
        reset(tmp_path)
    assert sorted(files_in(tmp_path)) == [
        f"progress-20260520T120000Z.sqlite{end}" for end in ("", "-2", "-3")
    ]


def test_no_reset_under_a_session(tmp_path: Path) -> None:
    """A store that another session has open stays where it is, and that session goes on saving."""
    with Store.open(tmp_path) as store:
        store.add(answer())
        with pytest.raises(FileAccessError, match="in use by another session"):
            reset(tmp_path)
        store.add(answer())
        assert len(store.history(GUIDE)) == 2


def test_nobody_writes_while_a_store_is_put_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Until the file is moved no other session can add to it, so no answer goes where nobody looks."""
    with Store.open(tmp_path) as store:
        store.add(answer())
    put = placing.put_under_free_name

    def tried(made: Path, place: Path) -> Path:
        with pytest.raises(FileAccessError, match="in use by another session"):
            Store.open(tmp_path)
        return put(made, place)

    monkeypatch.setattr(snapshot, "WAIT", 0.05)
    monkeypatch.setattr(placing, "put_under_free_name", tried)
    assert reset(tmp_path)


def test_reset_of_a_log_alone(tmp_path: Path) -> None:
    """Where only the log of a store is left it is put aside, and then a new store can begin."""
    log = tmp_path / "progress.sqlite-wal"
    log.write_bytes(b"a rest")
    place = reset(tmp_path)
    assert place
    assert place.read_bytes() == b"a rest"
    Store.open(tmp_path).close()


def test_damaged_store_goes_with_its_log(tmp_path: Path) -> None:
    """The log of a damaged store is put aside with it under its name, since it may help to mend it."""
    store_file(tmp_path).write_bytes(b"damaged")
    (tmp_path / "progress.sqlite-wal").write_bytes(b"log")
    (tmp_path / "progress.sqlite-shm").write_bytes(b"index")
    place = reset(tmp_path)
    assert place
    assert files_in(tmp_path) == {place.name: b"damaged", f"{place.name}-wal": b"log"}
