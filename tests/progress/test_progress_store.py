"""The store: what is added is there, in its order, once, and in a file of the right kind."""

from __future__ import annotations

import sqlite3
import stat
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from progress.samples import ANSWERS, GUIDE, NOW, amendment, answer, files_in

from peerguide.corpus.places import data_folder
from peerguide.progress import snapshot
from peerguide.progress.events import Amendment, Answer, new_uid
from peerguide.progress.moving import export_lines, import_lines
from peerguide.progress.store import Store, store_file

if TYPE_CHECKING:
    from peerguide.progress.events import What


def history(folder: Path, guide: str = GUIDE) -> tuple[Answer, ...]:
    """The history in this folder, read without changing it."""
    store = Store.look(folder)
    assert store
    with store:
        return store.history(guide)


def test_what_is_added_is_there(tmp_path: Path) -> None:
    """An answer comes back as it was added, from another process's view too."""
    one = answer(given="two\nlines\0and “quotes”", value=None, key=None, chosen=None, credit=0.25)
    with Store.open(tmp_path) as store:
        store.add(one)
        assert store.history(GUIDE) == (one,)
        assert history(tmp_path) == (one,)
    assert history(tmp_path) == (one,)


def test_answers_of_other_guides_stay_apart(tmp_path: Path) -> None:
    """A history has the answers of its own guide alone."""
    mine, other = answer(), answer(guide="declaration")
    with Store.open(tmp_path) as store:
        store.add(mine)
        store.add(other)
        assert store.history(GUIDE) == (mine,)
        assert store.history("declaration") == (other,)


def test_order_of_time(tmp_path: Path) -> None:
    """A history goes by time, and answers of one millisecond go as they were given."""
    late, early = answer(at=NOW + timedelta(days=1)), answer(at=NOW)
    twins = [answer(at=NOW + timedelta(hours=1)) for _number in range(20)]
    with Store.open(tmp_path) as store:
        for one in (late, *reversed(twins), early):
            store.add(one)
        assert store.history(GUIDE) == (early, *twins, late)


def test_microseconds_are_let_go(tmp_path: Path) -> None:
    """An instant is kept to the millisecond."""
    with Store.open(tmp_path) as store:
        store.add(answer(at=NOW + timedelta(microseconds=1999)))
        assert store.history(GUIDE)[0].at == NOW + timedelta(milliseconds=1)


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    """What a terminal sent that is no character is saved as a question mark, and the answer is not lost."""
    with Store.open(tmp_path) as store:
        store.add(answer(given=b"caf\xe9".decode("utf-8", "surrogateescape")))
        assert store.history(GUIDE)[0].given == "caf?"


@pytest.mark.parametrize("credit", [0, 1, -0.0, 0.1 + 0.2])
def test_credit_of_every_form(credit: float, tmp_path: Path) -> None:
    """A credit is read back as it was given, be it a whole number or have a sign."""
    with Store.open(tmp_path) as store:
        store.add(answer(credit=credit))
    assert history(tmp_path)[0].credit == credit


@pytest.mark.parametrize(
    ("whats", "becomes"),
    [
        (["undo"], None),
        (["right"], (True, 1.0, 3)),
        (["easy"], (False, 0.5, 1)),
        (["right", "easy"], (True, 1.0, 4)),
        (["easy", "right"], (True, 1.0, 4)),
        (["right", "undo"], None),
        (["undo", "right"], None),
        (["right", "right"], (True, 1.0, 3)),
    ],
)
def test_amendments(whats: list[What], becomes: tuple[bool, float, int] | None, tmp_path: Path) -> None:
    """An undone answer does not count, a right one is right, an easy one easy when right, in any order."""
    one = answer(correct=False, credit=0.5, grade=1)
    with Store.open(tmp_path) as store:
        store.add(one)
        for what in whats:
            store.amend(amendment(one, what))
        found = [(left.correct, left.credit, left.grade) for left in store.history(GUIDE)]
    assert found == ([becomes] if becomes else [])


def test_easy_right_answer(tmp_path: Path) -> None:
    """A right answer said to be easy has the grade 4."""
    one = answer(grade=2)
    with Store.open(tmp_path) as store:
        store.add(one)
        store.amend(amendment(one, "easy"))
        assert store.history(GUIDE) == (replace(one, grade=4),)


def test_nothing_to_amend(tmp_path: Path) -> None:
    """An amendment of an answer that is not there is refused and not kept."""
    with Store.open(tmp_path) as store:
        store.add(one := answer())
        store.amend(undo := amendment(one, "undo"))
        for nothing in (answer().uid, undo.uid):
            with pytest.raises(ValueError, match="there is no answer"):
                store.amend(Amendment(new_uid(), nothing, "undo", NOW))
        assert store.events() == [one, undo]


def test_heirs(tmp_path: Path) -> None:
    """The history of a retired ref counts for its heir, in subject, value, key and chosen, in order of time."""
    first = answer(card="practice:7.p2", value="7", key="7", chosen="2")
    between = answer(card="practice:8.p1", value="8", at=NOW + timedelta(hours=1))
    last = answer(card="practice:7.p2", value="7", key="5", chosen=None, at=NOW + timedelta(hours=2))
    heirs = {"7.p2": "8.p1", "7": "9", "9": "8", "2": "3"}
    with Store.open(tmp_path) as store:
        for one in (last, between, first):
            store.add(one)
        found = store.history(GUIDE, heirs)
    assert {one.card for one in found} == {"practice:8.p1"}
    assert [one.uid for one in found] == [first.uid, between.uid, last.uid]
    assert [one.value for one in found] == ["8", "8", "8"]
    assert [(one.key, one.chosen) for one in found] == [("8", "3"), ("8", "8"), ("5", None)]


def test_heirs_in_a_circle(tmp_path: Path) -> None:
    """Refs that were each retired for the other do not keep a history from being read."""
    with Store.open(tmp_path) as store:
        store.add(answer())
        assert len(store.history(GUIDE, {"7.p2": "7.p3", "7.p3": "7.p2"})) == 1


def test_subject_has_colons() -> None:
    """A card is split at its first colon alone."""
    assert answer(card="term:a:b").subject == "a:b"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET given = 'another'",
        "DELETE FROM event",
        "INSERT OR REPLACE INTO event SELECT * FROM event",
    ],
)
def test_events_are_never_rewritten(statement: str, tmp_path: Path) -> None:
    """SQLite itself refuses to change, to remove or to replace an event."""
    one = answer()
    with Store.open(tmp_path) as store:
        store.add(one)
    database = sqlite3.connect(store_file(tmp_path))
    with pytest.raises(sqlite3.IntegrityError):
        database.execute(statement)
    database.close()
    assert history(tmp_path) == (one,)


@pytest.mark.parametrize(
    "changes",
    [
        {"uid": "short"},
        {"uid": "G" * 24},
        {"card": "nocolon"},
        {"card": ":7"},
        {"card": "practice:"},
        {"guide": ""},
        {"mode": "other"},
        {"grade": 5},
        {"credit": 1.5},
        {"credit": float("nan")},
    ],
)
def test_no_odd_answer_is_kept(changes: dict[str, object], tmp_path: Path) -> None:
    """What could not be exported and imported again cannot be added either."""
    with Store.open(tmp_path) as store:
        with pytest.raises(sqlite3.IntegrityError):
            store.add(answer(**changes))
        assert store.events() == []


def test_one_uid_one_answer(tmp_path: Path) -> None:
    """An answer is not added twice."""
    one = answer()
    with Store.open(tmp_path) as store:
        store.add(one)
        with pytest.raises(sqlite3.IntegrityError):
            store.add(one)
        assert store.history(GUIDE) == (one,)


def test_owner_alone_can_read(tmp_path: Path) -> None:
    """The folder, the file and what SQLite puts beside it are readable by their owner alone."""
    folder = tmp_path / "new" / "one"
    with Store.open(folder) as store:
        store.add(answer())
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert modes == dict.fromkeys(("progress.sqlite", "progress.sqlite-wal", "progress.sqlite-shm"), 0o600)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_store_is_durable_and_marked(tmp_path: Path) -> None:
    """The store is in WAL mode with full syncing, and carries its version and peerguide's mark."""
    with Store.open(tmp_path) as store:
        settings = [
            store._database.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "busy_timeout", "user_version", "application_id")
        ]
    assert settings == ["wal", 2, 10_000, 2, int.from_bytes(b"peer", "big")]


def test_looking_creates_nothing(tmp_path: Path) -> None:
    """Where there is no store, looking finds none and makes neither a file nor a folder."""
    assert Store.look(tmp_path) is None
    assert Store.look(tmp_path / "not" / "there") is None
    assert list(tmp_path.iterdir()) == []


def test_looking_leaves_all_as_it_is(tmp_path: Path) -> None:
    """Looking at a store changes no byte in its folder, whether or not a session has it open."""
    with Store.open(tmp_path) as store:
        store.add(answer())
        before = files_in(tmp_path)
        assert len(history(tmp_path)) == 1
        assert {**files_in(tmp_path), "progress.sqlite-shm": b""} == {**before, "progress.sqlite-shm": b""}
    before = files_in(tmp_path)
    assert len(history(tmp_path)) == 1
    assert files_in(tmp_path) == before
    assert list(before) == ["progress.sqlite"]


def test_session_that_writes_while_one_looks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read while another session changed the file is read again."""
    one, other = answer(), answer()
    with Store.open(tmp_path) as store:
        store.add(one)
    read = Path.read_bytes
    reads = []

    def disturbed(path: Path) -> bytes:
        reads.append(path)
        data = read(path)
        if len(reads) == 1:
            add_with_bare_hands(tmp_path, other)
        return data

    monkeypatch.setattr(Path, "read_bytes", disturbed)
    assert history(tmp_path) == (one, other)


def add_with_bare_hands(folder: Path, one: Answer) -> None:
    """Add an answer as a session of another process would, without looking first."""
    file = store_file(folder)
    found = file.stat()
    with Store(file, snapshot.connect(file, "rw"), (found.st_dev, found.st_ino)) as store:
        store.add(one)


def test_many_create_at_once(tmp_path: Path) -> None:
    """Sessions that begin at the same moment all save into one store, and leave nothing else."""
    answers = [answer() for _number in range(16)]

    def session(one: Answer) -> None:
        with Store.open(tmp_path / "new") as store:
            store.add(one)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(session, answers))
    assert set(history(tmp_path / "new")) == set(answers)
    assert list(files_in(tmp_path / "new")) == ["progress.sqlite"]


def test_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the file system has no hard links a store is made all the same, and none is replaced."""

    def refuse(_source: Path, _target: Path) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("os.link", refuse)
    one = answer()
    with Store.open(tmp_path) as store:
        store.add(one)
    monkeypatch.setattr("peerguide.progress.snapshot.is_there", lambda _file: False)
    with Store.open(tmp_path) as store:
        assert store.history(GUIDE) == (one,)


def test_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """`PEERGUIDE_DATA` says where the data is, from home or from where one stands; otherwise the system does."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    for value, folder in (("~/mine", "mine"), ("here", "here"), (str(tmp_path / "there"), "there")):
        monkeypatch.setenv("PEERGUIDE_DATA", value)
        assert data_folder() == tmp_path / folder
    monkeypatch.setenv("PEERGUIDE_DATA", "")
    assert data_folder().name == "peerguide"


def test_uids_differ_and_go_up() -> None:
    """Ids made one after the other are all different, and sort in the order in which they were made."""
    uids = [new_uid() for _number in range(1000)]
    assert len(set(uids)) == 1000
    assert sorted(uids, key=lambda uid: uid[:16]) == uids


class Model:
    """A history in plain Python."""

    def __init__(self) -> None:
        self.answers: list[Answer] = []
        self.amended: dict[str, set[str]] = {}

    def history(self, guide: str) -> tuple[Answer, ...]:
        """What counts, as the store's documentation has it."""
        counted = []
        for one in self.answers:
            whats = self.amended.get(one.uid, set())
            right = one.correct or "right" in whats
            grade = 4 if right and "easy" in whats else 3 if "right" in whats else one.grade
            credit = 1.0 if "right" in whats else one.credit
            if one.guide == guide and "undo" not in whats:
                counted.append(replace(one, correct=right, grade=grade, credit=credit))
        return tuple(sorted(counted, key=lambda one: (one.at, one.uid)))


STEPS = st.lists(
    st.tuples(st.just("add"), ANSWERS)
    | st.tuples(st.just("amend"), st.tuples(st.integers(0, 50), st.sampled_from(["undo", "right", "easy"])))
    | st.tuples(st.just("import"), st.lists(ANSWERS, max_size=3))
    | st.tuples(st.just("reopen"), st.none()),
    max_size=15,
)


@settings(deadline=None, max_examples=60)
@given(STEPS)
def test_store_is_a_plain_list_that_lasts(steps: list[tuple[str, object]]) -> None:
    """Whatever is added, amended, imported and opened again, the history is what plain Python says."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        model = run_steps(folder, steps)
        for guide in (GUIDE, "declaration"):
            assert history(folder, guide) == model.history(guide)


def run_steps(folder: Path, steps: list[tuple[str, object]]) -> Model:
    """Do the same to a store and to a model."""
    model = Model()
    store = Store.open(folder)
    for name, value in steps:
        if isinstance(value, Answer):
            store.add(value)
            model.answers.append(value)
        elif name == "amend" and isinstance(value, tuple) and model.answers:
            amended = model.answers[value[0] % len(model.answers)]
            store.amend(Amendment(new_uid(), amended.uid, value[1], NOW))
            model.amended.setdefault(amended.uid, set()).add(value[1])
        elif isinstance(value, list):
            with tempfile.TemporaryDirectory() as place, Store.open(Path(place)) as other:
                for one in value:
                    other.add(one)
                data = "\n".join(export_lines(other)).encode()
            assert import_lines(store, data, "export").added == len(value)
            assert import_lines(store, data, "export") == (0, len(value))
            model.answers.extend(value)
        elif name == "reopen":
            store.close()
            store = Store.open(folder)
        assert store.history(GUIDE) == model.history(GUIDE)
    store.close()
    return model
