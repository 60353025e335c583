"""Migrations: steps in order, each whole or not at all, each with a backup before it."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from progress.samples import GUIDE, answer, files_in

from peerguide.errors import FileAccessError
from peerguide.progress import migrations
from peerguide.progress.moving import reset
from peerguide.progress.store import Store, store_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from peerguide.progress.events import Answer

    Steps = Callable[..., None]

THIRD = ("CREATE TABLE third (name)", "INSERT INTO third SELECT uid FROM event")
FOURTH = ("CREATE TABLE fourth AS SELECT name FROM third",)


@pytest.fixture
def old(tmp_path: Path) -> Answer:
    """The one answer of a store of today's version, the second."""
    one = answer()
    with Store.open(tmp_path) as store:
        store.add(one)
    return one


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> Steps:
    """Has peerguide know these steps after its own."""

    def know(*more: tuple[str, ...]) -> None:
        monkeypatch.setattr(migrations, "MIGRATIONS", (migrations.VERSION_1, migrations.VERSION_2, *more))

    return know


def ask(file: Path, question: str) -> list[tuple[object, ...]]:
    """What a file answers to SQL."""
    database = sqlite3.connect(file)
    rows = database.execute(question).fetchall()
    database.close()
    return rows


def test_steps_in_order(old: Answer, steps: Steps, tmp_path: Path) -> None:
    """A store takes every step it has not taken, and keeps its history."""
    steps(THIRD, FOURTH)
    with Store.open(tmp_path) as store:
        assert store.history(GUIDE) == (old,)
    assert ask(store_file(tmp_path), "PRAGMA user_version") == [(4,)]
    assert ask(store_file(tmp_path), "SELECT name FROM fourth") == [(old.uid,)]


def test_backup_before_each_step(old: Answer, steps: Steps, tmp_path: Path) -> None:
    """Before each step a whole store of the version before it is put beside, for its owner alone."""
    steps(THIRD, FOURTH)
    Store.open(tmp_path).close()
    names = [f"progress.sqlite{end}" for end in ("", ".before-3", ".before-4")]
    assert sorted(files_in(tmp_path)) == names
    for version, name in enumerate(names[1:], 2):
        assert ask(tmp_path / name, "PRAGMA user_version") == [(version,)]
        assert ask(tmp_path / name, "SELECT uid FROM event") == [(old.uid,)]
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o600


def test_backup_has_what_is_only_in_the_log(old: Answer, steps: Steps, tmp_path: Path) -> None:
    """A backup made while another session is open has what that one committed last."""
    other = Store.open(tmp_path)
    other.add(last := answer())
    steps(THIRD)
    Store.open(tmp_path).close()
    other.close()
    backup = tmp_path / "progress.sqlite.before-3"
    assert ask(backup, "SELECT uid FROM event ORDER BY seq") == [(old.uid,), (last.uid,)]


@pytest.mark.usefixtures("old")
def test_no_backup_is_written_over(steps: Steps, tmp_path: Path) -> None:
    """A backup takes a name of its own where there is one already."""
    (tmp_path / "progress.sqlite.before-3").write_bytes(b"an older one")
    steps(THIRD)
    Store.open(tmp_path).close()
    assert (tmp_path / "progress.sqlite.before-3").read_bytes() == b"an older one"
    assert ask(tmp_path / "progress.sqlite.before-3-2", "PRAGMA user_version") == [(2,)]


@pytest.mark.usefixtures("old")
def test_step_that_cannot_be_taken(steps: Steps, tmp_path: Path) -> None:
    """A step that breaks off changes nothing, and leaves no backup; the steps before it stay."""
    steps(THIRD, ("CREATE TABLE fourth (name)", "INSERT INTO nowhere VALUES (1)"))
    with pytest.raises(FileAccessError):
        Store.open(tmp_path)
    assert ask(store_file(tmp_path), "PRAGMA user_version") == [(3,)]
    assert ask(store_file(tmp_path), "SELECT name FROM sqlite_master WHERE name = 'fourth'") == []
    assert sorted(files_in(tmp_path)) == ["progress.sqlite", "progress.sqlite.before-3"]


def test_looking_at_an_older_store(old: Answer, steps: Steps, tmp_path: Path) -> None:
    """An older store is read as the version of today without being changed."""
    before = files_in(tmp_path)
    steps(THIRD)
    store = Store.look(tmp_path)
    assert store
    with store:
        assert store.history(GUIDE) == (old,)
        assert migrations.version_of(store._database) == 3
    assert files_in(tmp_path) == before


def test_many_sessions_migrate_at_once(old: Answer, steps: Steps, tmp_path: Path) -> None:
    """Sessions that find an older store at the same moment take each step once."""
    steps(THIRD, FOURTH)

    def session(_number: int) -> tuple[Answer, ...]:
        with Store.open(tmp_path) as store:
            return store.history(GUIDE)

    with ThreadPoolExecutor(6) as pool:
        assert set(pool.map(session, range(6))) == {(old,)}
    assert sorted(files_in(tmp_path)) == [f"progress.sqlite{end}" for end in ("", ".before-3", ".before-4")]


@pytest.mark.usefixtures("old")
def test_new_store_has_no_backup(steps: Steps, tmp_path: Path) -> None:
    """A store made today has today's version and nothing beside it."""
    reset(tmp_path)
    for path in tmp_path.iterdir():
        path.unlink()
    steps(THIRD)
    Store.open(tmp_path).close()
    assert ask(store_file(tmp_path), "PRAGMA user_version") == [(3,)]
    assert list(files_in(tmp_path)) == ["progress.sqlite"]
