"""Damaged stores, other people's files and refusals: told in a sentence, and nothing is lost or written over."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from progress.samples import GUIDE, TESTS, answer, files_in

from peerguide.errors import FileAccessError
from peerguide.progress import snapshot
from peerguide.progress.moving import export_lines, import_lines, reset
from peerguide.progress.schedule import states
from peerguide.progress.store import Store, store_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from peerguide.progress.events import Answer


def filled(folder: Path, count: int = 12) -> tuple[Answer, ...]:
    """The history of a new store with so many answers."""
    with Store.open(folder) as store:
        for number in range(count):
            store.add(answer(given=f"answer {number}", card=f"practice:7.p{number % 5}"))
        states(store, GUIDE)
        return store.history(GUIDE)


def looked(folder: Path) -> tuple[Answer, ...]:
    """The history in this folder."""
    store = Store.look(folder)
    assert store
    with store:
        return store.history(GUIDE)


def opened(folder: Path) -> tuple[Answer, ...]:
    """The history in this folder, opened for writing."""
    with Store.open(folder) as store:
        return store.history(GUIDE)


def refused(folder: Path, read: Callable[[Path], object] = opened) -> FileAccessError:
    """The error with which reading is refused; not a byte in the folder is changed by it."""
    before = files_in(folder)
    with pytest.raises(FileAccessError) as raised:
        read(folder)
    assert files_in(folder) == before
    assert str(folder) in raised.value.message
    assert raised.value.exit_code == 5
    return raised.value


def truncated(whole: bytes) -> bytes:
    """The file without its last third."""
    return whole[: len(whole) * 2 // 3]


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "0 bytes": lambda _whole: b"",
    "1 byte": lambda whole: whole[:1],
    "header cut": lambda whole: whole[:60],
    "header alone": lambda whole: whole[:100],
    "first page alone": lambda whole: whole[:4096],
    "truncated": truncated,
    "truncated within a page": lambda whole: whole[:-100],
    "text": lambda _whole: b"my own notes\n",
    "zeros": lambda whole: bytes(len(whole)),
    "zeros from the middle": lambda whole: whole[: len(whole) // 2] + bytes(len(whole) - len(whole) // 2),
    "version 0": lambda whole: whole[:60] + bytes(4) + whole[64:],
}


@pytest.mark.parametrize("read", [opened, looked])
@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_store_is_left_as_it_is(damage: str, read: Callable[[Path], object], tmp_path: Path) -> None:
    """A damaged store is never read as empty: it is told, with a way on, and stays byte for byte."""
    filled(tmp_path)
    whole = store_file(tmp_path).read_bytes()
    store_file(tmp_path).write_bytes(DAMAGES[damage](whole))
    error = refused(tmp_path, read)
    assert "left as it is" in error.message
    assert "peerguide quiz --no-save" in error.hint


def test_no_flipped_byte_changes_the_history(tmp_path: Path) -> None:
    """A byte changed anywhere is noticed, or makes no difference to the history and to the export."""
    before = filled(tmp_path)
    whole = store_file(tmp_path).read_bytes()
    noticed = 0
    for place in range(0, len(whole), 37):
        damaged = bytearray(whole)
        damaged[place] ^= 1 << place % 8
        store_file(tmp_path).write_bytes(damaged)
        try:
            assert looked(tmp_path) == before
        except FileAccessError:
            noticed += 1
    assert noticed > 20


def test_flipped_byte_in_a_text(tmp_path: Path) -> None:
    """One letter changed in what somebody answered is damage, though SQLite finds nothing amiss."""
    filled(tmp_path)
    whole = store_file(tmp_path).read_bytes()
    store_file(tmp_path).write_bytes(whole.replace(b"answer 7", b"answer 9"))
    assert "damaged" in refused(tmp_path, looked).message


def test_missing_row(tmp_path: Path) -> None:
    """An event that somebody took out with another program is missed."""
    filled(tmp_path)
    with sqlite3.connect(store_file(tmp_path)) as database:
        database.execute("DROP TRIGGER event_remains")
        database.execute("DELETE FROM event WHERE seq = 5")
    database.close()
    assert "damaged" in refused(tmp_path, looked).message


def test_other_peoples_database(tmp_path: Path) -> None:
    """A SQLite file of another program is not taken for progress, and stays as it is."""
    with sqlite3.connect(store_file(tmp_path)) as database:
        database.execute("CREATE TABLE recipe (name)")
    database.close()
    assert "is not progress saved by peerguide" in refused(tmp_path).message


@pytest.mark.parametrize("read", [opened, looked])
def test_newer_store(read: Callable[[Path], object], tmp_path: Path) -> None:
    """A store that a newer peerguide saved is left as it is, and the hint is to update."""
    filled(tmp_path)
    with sqlite3.connect(store_file(tmp_path)) as database:
        database.execute("PRAGMA user_version = 3")
    database.close()
    error = refused(tmp_path, read)
    assert "newer peerguide: it has version 3, and this one knows 2" in error.message
    assert error.hint.startswith("Update peerguide")


@pytest.mark.parametrize("read", [opened, looked])
def test_log_without_its_store(read: Callable[[Path], object], tmp_path: Path) -> None:
    """Where only the log of a store is left no new one is begun, over which SQLite would write it."""
    with Store.open(tmp_path / "whole") as store:
        store.add(answer())
        log = snapshot.log_of(store_file(tmp_path / "whole")).read_bytes()
    folder = tmp_path / "rest"
    folder.mkdir()
    snapshot.log_of(store_file(folder)).write_bytes(log)
    assert "damaged" in refused(folder, read).message


def test_folder_in_its_place(tmp_path: Path) -> None:
    """A folder where the file should be is told."""
    store_file(tmp_path).mkdir()
    with pytest.raises(FileAccessError, match="is a directory"):
        Store.open(tmp_path)


def test_file_in_place_of_the_folder(tmp_path: Path) -> None:
    """A file where the folder should be is told, and stays."""
    (tmp_path / "data").write_text("mine")
    with pytest.raises(FileAccessError, match="cannot be used"):
        Store.open(tmp_path / "data")
    assert (tmp_path / "data").read_text() == "mine"


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_store_can_be_put_aside(damage: str, tmp_path: Path) -> None:
    """Resetting a damaged store moves it as it is, and then a new one can begin."""
    filled(tmp_path)
    content = DAMAGES[damage](store_file(tmp_path).read_bytes())
    store_file(tmp_path).write_bytes(content)
    place = reset(tmp_path)
    assert place
    assert place.read_bytes() == content
    assert opened(tmp_path) == ()


def test_store_moved_away_meanwhile(tmp_path: Path) -> None:
    """An answer is not added to a file that was taken away during a session, where nobody would find it."""
    with Store.open(tmp_path) as store:
        store.add(answer())
        store_file(tmp_path).rename(tmp_path / "elsewhere")
        with pytest.raises(FileAccessError, match="moved or removed"):
            store.add(answer())


def test_locked_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When another session holds the store too long that is told, and what was saved stays saved."""
    monkeypatch.setattr(snapshot, "WAIT", 0.05)
    one, other = answer(), answer()
    with Store.open(tmp_path) as store:
        store.add(one)
        holding = sqlite3.connect(store_file(tmp_path), isolation_level=None)
        holding.execute("BEGIN IMMEDIATE")
        with pytest.raises(FileAccessError, match="in use by another session"):
            store.add(answer())
        with pytest.raises(FileAccessError, match="in use by another session"):
            Store.open(tmp_path)
        assert looked(tmp_path) == (one,)
        holding.close()
        store.add(other)
    assert looked(tmp_path) == (one, other)


@contextmanager
def unprivileged() -> Iterator[Path]:
    """A folder that anybody may enter, for which the process can give up root's rights."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        folder.chmod(0o755)
        try:
            yield folder
        finally:
            os.seteuid(os.getuid())
            (folder / "data").chmod(0o755)


def give_up_rights(folder: Path) -> None:
    """Take the right to write from the folder and its files; root becomes somebody else, who has no more than that."""
    for path in (folder, *folder.iterdir()):
        path.chmod(0o555 if path.is_dir() else 0o444)
    if os.getuid() == 0:
        os.seteuid(65534)


@pytest.mark.parametrize("end", ["closed", "killed"])
def test_read_only_folder(end: str, tmp_path: Path) -> None:
    """Where a person may only read, looking works, even if the last session left a log; opening to write is refused."""
    with unprivileged() as top:
        folder = top / "data"
        before = filled(tmp_path)
        with Store.open(tmp_path) as store:
            store.add(last := answer())
            if end == "killed":
                shutil.copytree(tmp_path, folder)
        if end == "closed":
            shutil.copytree(tmp_path, folder)
        assert snapshot.log_of(store_file(folder)).exists() == (end == "killed")
        give_up_rights(folder)
        content = files_in(folder)
        assert looked(folder) == (*before, last)
        with pytest.raises(FileAccessError, match="read-only"):
            Store.open(folder)
        assert files_in(folder) == content


def test_unreadable_store() -> None:
    """A store that a person may not read is told, and not taken for none."""
    with unprivileged() as top:
        folder = top / "data"
        filled(folder)
        give_up_rights(folder)
        os.seteuid(os.getuid())
        store_file(folder).chmod(0)
        if os.getuid() == 0:
            os.seteuid(65534)
        with pytest.raises(FileAccessError, match="permission denied"):
            Store.look(folder)


def test_nothing_can_be_made_there() -> None:
    """Where no store can be made that is told, and no half of one stays."""
    with unprivileged() as top:
        folder = top / "data"
        folder.mkdir()
        give_up_rights(folder)
        with pytest.raises(FileAccessError, match="permission denied"):
            Store.open(folder)
        with pytest.raises(FileAccessError, match="permission denied"):
            Store.open(folder / "within")
        assert list(folder.iterdir()) == []


LIMITED = """
import resource, sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from progress.samples import answer
from peerguide.errors import FileAccessError
from peerguide.progress.store import Store
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
try:
    with Store.open(Path(sys.argv[1])) as store:
        while True:
            one = answer(given="x" * 500)
            store.add(one)
            print(one.uid, flush=True)
except FileAccessError as error:
    print(error.message)
"""


@pytest.mark.parametrize("limit", [10, 5_000, 33_000, 60_000, 100_000, 250_000])
def test_no_room(limit: int, tmp_path: Path) -> None:
    """When files may not grow any more that is told, and every answer acknowledged before is there.

    The limit is the system's on a file's size, which SQLite meets as it meets a full disk.
    """
    command = [sys.executable, "-c", LIMITED, str(tmp_path), str(limit), TESTS]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    *told, message = done.stdout.splitlines()
    assert "cannot grow: the disk is full" in message
    assert done.stderr == ""
    if store_file(tmp_path).exists():
        assert [one.uid for one in looked(tmp_path)] == told
        with Store.open(tmp_path) as store:
            store.add(answer())
        assert len(looked(tmp_path)) == len(told) + 1
    else:
        assert told == []
        assert list(tmp_path.iterdir()) == []


def test_reading_fails_after_opening(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that cannot be read is told with the system's own reason."""

    def refuse(_path: Path) -> bytes:
        raise OSError(5, "Input/output error")

    filled(tmp_path)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(FileAccessError, match="cannot be used: input/output error"):
        Store.look(tmp_path)


def test_import_into_a_damaged_history(tmp_path: Path) -> None:
    """An import finds a damaged event as well, and adds nothing to it."""
    filled(tmp_path / "other")
    with Store.open(tmp_path / "other") as other:
        data = "\n".join(export_lines(other)).encode()
    filled(tmp_path / "mine")
    file = store_file(tmp_path / "mine")
    file.write_bytes(file.read_bytes().replace(b"answer 7", b"answer 9"))
    with pytest.raises(FileAccessError, match="damaged"), Store.open(tmp_path / "mine") as store:
        import_lines(store, data, "export")
    with suppress(FileAccessError):
        assert len(looked(tmp_path / "mine")) == 12
