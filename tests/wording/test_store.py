"""The official wording as it is kept: whole, private, never lost without need, and never believed when damaged."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from wording.made import GUIDE, READINGS, files_below, kept_of, small_reading

from peerguide.corpus import sealed
from peerguide.errors import FileAccessError
from peerguide.wording.store import Kept, is_kept, keep, kept, remove, texts_of, wording_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from peerguide.wording.model import Reading

TESTS = str(Path(__file__).parent.parent)
"""From where a child imports the made-up readings."""

READERS: list[Callable[[Path], object]] = [
    lambda folder: texts_of(folder, GUIDE),
    lambda folder: kept(folder, GUIDE),
]


def refused(folder: Path, act: Callable[[Path], object]) -> FileAccessError:
    """The error with which something is refused; not a byte in the folder is changed by it."""
    before = files_below(folder)
    with pytest.raises(FileAccessError) as raised:
        act(folder)
    assert files_below(folder) == before
    assert raised.value.exit_code == 5
    return raised.value


@contextmanager
def unprivileged() -> Iterator[Path]:
    """A folder that anybody may enter, for which the process can give up root's rights by `give_up_rights`."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        folder.chmod(0o755)
        try:
            yield folder
        finally:
            os.seteuid(os.getuid())
            for path in [folder, *folder.rglob("*")]:
                path.chmod(0o755)


def give_up_rights() -> None:
    """Become somebody else than root, who has no more rights than the files say."""
    if os.getuid() == 0:
        os.seteuid(65534)


# Keeping and reading


@settings(max_examples=60, deadline=None)
@given(READINGS)
def test_whatever_is_kept_comes_back(reading: Reading) -> None:
    """Any reading is the same when it is read again, and its texts are what look-ups show."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "data"
        assert keep(folder, kept_of(reading)) is None
        assert kept(folder, GUIDE) == kept_of(reading)
        assert texts_of(folder, GUIDE) == {passage.ref: passage.text for passage in reading.passages}


@pytest.mark.parametrize("read", READERS)
def test_nothing_imported(read: Callable[[Path], object], tmp_path: Path) -> None:
    """Where nothing was imported there is nothing to read, and looking creates nothing."""
    assert read(tmp_path / "data") is None
    assert not is_kept(tmp_path / "data", GUIDE)
    assert list(tmp_path.iterdir()) == []


def test_each_guide_has_its_own(tmp_path: Path) -> None:
    """The wordings of two guides do not touch one another."""
    keep(tmp_path, kept_of())
    other = kept_of(small_reading("Another guide."), guide="declaration")
    assert keep(tmp_path, other) is None
    assert (kept(tmp_path, GUIDE), kept(tmp_path, "declaration")) == (kept_of(), other)


def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    """File, backup and folders are private, even where files are usually not."""
    before = os.umask(0)
    try:
        keep(tmp_path / "data", kept_of())
        backup = keep(tmp_path / "data", kept_of(small_reading("Another text.")))
    finally:
        os.umask(before)
    assert backup
    file = wording_file(tmp_path / "data", GUIDE)
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (file, backup, file.parent, tmp_path / "data")]
    assert modes == [0o600, 0o600, 0o700, 0o700]


def test_sqlite_finds_the_file_whole(tmp_path: Path) -> None:
    """What is kept is an ordinary SQLite file, its checksum within its header."""
    keep(tmp_path, kept_of())
    with closing(sqlite3.connect(wording_file(tmp_path, GUIDE))) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_large_wording_is_read_page_by_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wording too large to be read whole is the same, and is checked as well."""
    keep(tmp_path, kept_of())
    monkeypatch.setattr(sealed, "SMALL", 0)
    monkeypatch.setattr(sealed, "CHUNK", 4096)
    assert kept(tmp_path, GUIDE) == kept_of()
    file = wording_file(tmp_path, GUIDE)
    file.write_bytes(file.read_bytes()[:-1] + b"x")
    assert "damaged" in refused(tmp_path, READERS[0]).message


def test_looking_up_loads_little() -> None:
    """Reading the texts for a look-up loads neither JSON nor hashes nor what only an import needs."""
    script = (
        "import sys; from pathlib import Path; from peerguide.wording.store import texts_of; "
        "assert texts_of(Path(sys.argv[1]), 'guidelines'); "
        "print(sorted({'json', 'hashlib', 'peerguide.wording.model'} & set(sys.modules)))"
    )
    with tempfile.TemporaryDirectory() as folder:
        keep(Path(folder), kept_of())
        done = subprocess.run(
            [sys.executable, "-S", "-c", script, folder],
            capture_output=True,
            text=True,
            env={"PYTHONPATH": str(Path(TESTS).parent / "src")},
        )
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


# The wording before


def test_replaced_wording_is_kept_as_a_backup(tmp_path: Path) -> None:
    """Each import that says something else keeps the wording before; a third one takes no earlier backup away."""
    wordings = [kept_of(small_reading(text)) for text in ("One.", "Two.", "Three.")]
    contents, backups = [], []
    for wording in wordings:
        backups.append(keep(tmp_path, wording))
        contents.append(wording_file(tmp_path, GUIDE).read_bytes())
    assert kept(tmp_path, GUIDE) == wordings[2]
    assert backups[0] is None
    assert backups[1]
    assert backups[2]
    assert [backup.read_bytes() for backup in backups[1:] if backup] == contents[:2]
    assert len(files_below(tmp_path)) == 3


def test_same_wording_needs_no_backup(tmp_path: Path) -> None:
    """The same copy imported again, later or under another name, takes the place of the first, and nothing piles up."""
    keep(tmp_path, kept_of())
    later = kept_of(copy="renamed.pdf", imported="2026-06-01T08:00:00+00:00")
    assert keep(tmp_path, later) is None
    assert kept(tmp_path, GUIDE) == later
    assert len(files_below(tmp_path)) == 1


def test_remove_and_bring_back(tmp_path: Path) -> None:
    """What is removed is put aside whole, and moving it back brings it back."""
    keep(tmp_path, kept_of())
    backup = remove(tmp_path, GUIDE)
    assert backup
    assert texts_of(tmp_path, GUIDE) is None
    assert remove(tmp_path, GUIDE) is None
    backup.rename(wording_file(tmp_path, GUIDE))
    assert kept(tmp_path, GUIDE) == kept_of()


def test_file_system_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there are no hard links a wording is replaced and removed all the same, and no backup is written over."""

    def refuse(_source: Path, _target: Path) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("os.link", refuse)
    for text in ("One.", "Two.", "Three."):
        keep(tmp_path, kept_of(small_reading(text)))
    assert remove(tmp_path, GUIDE)
    assert len(files_below(tmp_path)) == 3


# Damage

DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "0 bytes": lambda _whole: b"",
    "1 byte": lambda whole: whole[:1],
    "header alone": lambda whole: whole[:100],
    "first page alone": lambda whole: whole[:4096],
    "truncated": lambda whole: whole[: len(whole) * 2 // 3],
    "truncated within a page": lambda whole: whole[:-100],
    "longer": lambda whole: whole + bytes(4096),
    "text": lambda _whole: b"my own notes, which are longer than the header of a database would be\n",
    "zeros": lambda whole: bytes(len(whole)),
    "checksum gone": lambda whole: whole[:60] + bytes(4) + whole[64:],
}


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_file_is_told(damage: str, read: Callable[[Path], object], tmp_path: Path) -> None:
    """A damaged wording is never taken for none: it is told, with a way on, and stays byte for byte."""
    keep(tmp_path, kept_of())
    file = wording_file(tmp_path, GUIDE)
    file.write_bytes(DAMAGES[damage](file.read_bytes()))
    error = refused(tmp_path, read)
    assert f'"{file}" is damaged' in error.message
    assert "peerguide wording import" in error.hint


def test_no_flipped_bit_is_believed(tmp_path: Path) -> None:
    """A bit changed anywhere in the file is noticed."""
    keep(tmp_path, kept_of())
    file = wording_file(tmp_path, GUIDE)
    whole = file.read_bytes()
    for place in range(0, len(whole), 29):
        damaged = bytearray(whole)
        damaged[place] ^= 1 << place % 8
        file.write_bytes(damaged)
        with pytest.raises(FileAccessError):
            texts_of(tmp_path, GUIDE)


@pytest.mark.parametrize("damage", DAMAGES)
def test_import_mends_a_damaged_wording(damage: str, tmp_path: Path) -> None:
    """An import takes the place of a damaged wording, which stays beside it as it is."""
    keep(tmp_path, kept_of())
    file = wording_file(tmp_path, GUIDE)
    content = DAMAGES[damage](file.read_bytes())
    file.write_bytes(content)
    backup = keep(tmp_path, kept_of())
    assert backup
    assert backup.read_bytes() == content
    assert kept(tmp_path, GUIDE) == kept_of()


def test_damaged_wording_can_be_removed(tmp_path: Path) -> None:
    """A damaged wording can be put aside as it is, and then plain words are shown."""
    keep(tmp_path, kept_of())
    wording_file(tmp_path, GUIDE).write_bytes(b"damaged")
    backup = remove(tmp_path, GUIDE)
    assert backup
    assert backup.read_bytes() == b"damaged"
    assert texts_of(tmp_path, GUIDE) is None


@pytest.mark.parametrize("read", READERS)
def test_wording_of_another_guide(read: Callable[[Path], object], tmp_path: Path) -> None:
    """A whole file that was moved here from another guide is not shown as this one's."""
    keep(tmp_path, kept_of(guide="declaration"))
    wording_file(tmp_path, "declaration").rename(wording_file(tmp_path, GUIDE))
    assert "not the official wording of this guide" in refused(tmp_path, read).message


def test_wording_of_another_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that another version of the program keeps otherwise is told, and stays."""
    monkeypatch.setattr("peerguide.wording.store.FORMAT", "2")
    keep(tmp_path, kept_of())
    monkeypatch.undo()
    assert "Update peerguide" in refused(tmp_path, READERS[0]).hint


# Refusals


@pytest.mark.parametrize("read", READERS)
def test_unreadable_file_is_told(read: Callable[[Path], object]) -> None:
    """A wording that is there and may not be read is told, and not taken for none."""
    with unprivileged() as folder:
        keep(folder / "data", kept_of())
        for path in (folder / "data", folder / "data" / "wording"):
            path.chmod(0o755)
        wording_file(folder / "data", GUIDE).chmod(0)
        give_up_rights()
        with pytest.raises(FileAccessError, match="cannot be read: permission denied"):
            read(folder / "data")


@pytest.mark.parametrize("read", READERS)
def test_folder_out_of_reach_has_nothing(read: Callable[[Path], object], tmp_path: Path) -> None:
    """Where there can be no wording of this account, look-ups go on without a word."""
    with unprivileged() as folder:
        (folder / "closed").mkdir(mode=0o700)
        give_up_rights()
        assert read(folder / "closed" / "data") is None
    (tmp_path / "a file").write_text("mine")
    assert read(tmp_path / "a file") is None
    assert texts_of(tmp_path, "a" * 300) is None


@pytest.mark.parametrize("before", [True, False])
def test_read_only_folder(before: bool) -> None:
    """Where nothing may be written an import is refused, and the wording before stays as it is."""
    with unprivileged() as top:
        folder = top / "data"
        folder.mkdir()
        if before:
            keep(folder, kept_of())
        for path in [folder, *folder.rglob("*")]:
            path.chmod(0o555 if path.is_dir() else 0o444)
        give_up_rights()
        error = refused(folder, lambda _folder: keep(folder, kept_of(small_reading("New."))))
        assert "cannot be written, and nothing was changed: permission denied" in error.message
        assert kept(folder, GUIDE) == (kept_of() if before else None)
        if before:
            assert "permission denied" in refused(folder, lambda _folder: remove(folder, GUIDE)).message


LIMITED = """
import resource, sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from wording.made import kept_of, small_reading
from peerguide.errors import FileAccessError
from peerguide.wording.store import keep
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
try:
    keep(Path(sys.argv[1]), kept_of(small_reading("New.")))
except FileAccessError as error:
    print(error.message)
"""


@pytest.mark.parametrize("limit", [0, 100, 5000])
def test_no_room(limit: int, tmp_path: Path) -> None:
    """When a file may not grow that is told, the wording before is untouched, and nothing half-written stays.

    The limit is the system's on a file's size, which is met as a full disk is.
    """
    keep(tmp_path, kept_of())
    before = files_below(tmp_path)
    command = [sys.executable, "-c", LIMITED, str(tmp_path), str(limit), TESTS]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert ("nothing was changed: file too large" in done.stdout, done.stderr) == (True, "")
    assert files_below(tmp_path) == before


@pytest.mark.parametrize("step", ["os.fsync", "os.link", "pathlib.Path.replace"])
def test_disk_that_fails_at_a_step(step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever step a disk refuses, the wording before is untouched, and neither a new file nor a backup stays."""
    keep(tmp_path, kept_of())
    before = files_below(tmp_path)

    def refuse(*_arguments: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(step, refuse)
    if step == "os.link":  # without hard links a file is renamed
        monkeypatch.setattr("pathlib.Path.rename", refuse)
    with pytest.raises(FileAccessError, match="nothing was changed: input/output error"):
        keep(tmp_path, kept_of(small_reading("New.")))
    assert files_below(tmp_path) == before


@pytest.mark.parametrize("read", READERS)
def test_folder_in_place_of_the_file(read: Callable[[Path], object], tmp_path: Path) -> None:
    """A folder where the file should be is told, by reading and by an import."""
    wording_file(tmp_path, GUIDE).mkdir(parents=True)
    assert "is a directory" in refused(tmp_path, read).message
    assert "is a directory" in refused(tmp_path, lambda _folder: keep(tmp_path, kept_of())).message


def test_file_in_place_of_the_folder(tmp_path: Path) -> None:
    """A file where the folder should be is told by an import, and stays."""
    (tmp_path / "data").write_text("mine")
    refused(tmp_path, lambda _folder: keep(tmp_path / "data", kept_of()))


# Kills and crowds

KILLED = """
import os, sys
from pathlib import Path
folder, step = Path(sys.argv[1]), int(sys.argv[2])
sys.path.insert(0, sys.argv[3])
from wording.made import kept_of, small_reading
import peerguide.wording.rows
from peerguide.wording.store import keep, remove
import datetime
steps = 0
def count(event, arguments):
    global steps
    if event in ("open", "os.rename", "os.link", "os.remove", "os.mkdir") and str(folder) in str(arguments[0]):
        steps += 1
        if steps == step:
            os._exit(9)
sys.addaudithook(count)
keep(folder, kept_of(small_reading("New."))) if sys.argv[4] == "keep" else remove(folder, "guidelines")
"""


@pytest.mark.parametrize(("act", "least"), [("keep", 8), ("remove", 2)])
def test_killed_between_any_two_steps(act: str, least: int, tmp_path: Path) -> None:
    """However far an import or a removal came when it was killed, what is there is whole: the old, the new, or put aside."""
    new = kept_of(small_reading("New."))
    step, ended = 0, 9
    while ended == 9:
        step += 1
        folder = tmp_path / str(step)
        keep(folder, kept_of())
        command = [sys.executable, "-c", KILLED, str(folder), str(step), TESTS, act]
        ended = subprocess.run(command, timeout=60).returncode
        found, backups = kept(folder, GUIDE), _backups(folder)
        assert found in ((kept_of(), new) if act == "keep" else (kept_of(), None))
        assert kept_of() in (found, *backups)
        assert all(backup == kept_of() for backup in backups)
        keep(folder, new)
        assert kept(folder, GUIDE) == new
    assert ended == 0
    assert step > least


def _backups(folder: Path) -> list[Kept | None]:
    """What the backups in a folder hold, each looked at in a folder of its own."""
    found = []
    for number, backup in enumerate(sorted((folder / "wording").glob("*Z.sqlite*"))):
        if backup.suffix != ".new":
            file = wording_file(folder / f"look {number}", GUIDE)
            file.parent.mkdir(parents=True)
            file.write_bytes(backup.read_bytes())
            found.append(kept(folder / f"look {number}", GUIDE))
    return found


KEEPING = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from wording.made import kept_of, small_reading
from peerguide.wording.store import keep, kept
for number in range(15):
    wording = kept_of(small_reading(f"{sys.argv[3]} {number}"))
    keep(Path(sys.argv[1]), wording)
    assert kept(Path(sys.argv[1]), "guidelines")
"""


def test_imports_at_once(tmp_path: Path) -> None:
    """Processes that import at the same time leave one whole wording, the last of one of them, and nothing half-written."""
    names = ["one", "two", "three"]
    children = [
        subprocess.Popen([sys.executable, "-c", KEEPING, str(tmp_path), TESTS, name]) for name in names
    ]
    assert [child.wait(timeout=60) for child in children] == [0, 0, 0]
    found = kept(tmp_path, GUIDE)
    assert found in [kept_of(small_reading(f"{name} 14")) for name in names]
    assert not list(tmp_path.rglob("*.new"))
    assert None not in _backups(tmp_path)
