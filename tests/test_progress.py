"""`peerguide progress`: a learner's history taken out, brought in, put aside."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from conftest import END, INTERRUPT, PEERGUIDE, SMALL
from progress.samples import amendment, answer, files_in

from peerguide.progress.store import Store, store_file

if TYPE_CHECKING:
    from conftest import CorpusMaker, Ran, Shell

    from peerguide.progress.events import Answer

HEADER = '{"peerguide": "progress", "version": 1}\n'


@pytest.fixture
def data(shell: Shell) -> Path:
    """The folder of the history, with three answers, one of them taken back, and one about another guide."""
    folder = shell.folder / "progress"
    then = datetime.now(UTC).replace(microsecond=0) - timedelta(days=2)
    taken_back = answer(card="practice:7.p3", at=then)
    keep(
        folder,
        answer(at=then),
        answer(card="term:advocacy", value=None, given="ein “Wort”\n", at=then),
        taken_back,
    )
    with Store.open(folder) as store:
        store.amend(amendment(taken_back, "undo"))
        store.add(answer(guide="declaration", at=then))
    return folder


def keep(folder: Path, *answers: Answer) -> None:
    """Add these answers to the store in a folder."""
    with Store.open(folder) as store:
        for one in answers:
            store.add(one)


def statistics(shell: Shell) -> dict[str, Any]:
    """What `stats` tells, without the instant at which it was asked and what changes with it."""
    told: dict[str, Any] = json.loads(shell("peerguide stats --json").out)
    return {name: told[name] for name in told if name not in {"at", "values"}}


def piped(shell: Shell, words: str, data: bytes) -> Ran:
    """Run a command line with this on its standard input."""
    from conftest import Ran

    done = subprocess.run(
        [PEERGUIDE, *shlex.split(words)],
        input=data,
        capture_output=True,
        env=shell.environment,
        cwd=shell.folder,
    )
    return Ran(done.stdout.decode(), done.stderr.decode(), done.returncode)


# Taking it along


@pytest.mark.usefixtures("data")
def test_round_trip(shell: Shell) -> None:
    """A history that is exported, put aside and imported again is the same: in figures, and to the byte."""
    before = statistics(shell)
    assert shell("peerguide progress export history.jsonl").out == (
        "Your history is written down.\nfile: history.jsonl\nanswers: 4\n"
    )
    assert shell("peerguide progress reset --yes").code == 0
    assert statistics(shell)["answers"] == 0
    ran = shell("peerguide progress import history.jsonl")
    assert (ran.out, ran.err, ran.code) == ("The history was added to yours.\nadded: 5\nalready: 0\n", "", 0)
    assert statistics(shell) == before
    assert shell("peerguide progress export -").out == (shell.folder / "history.jsonl").read_text("utf-8")


@pytest.mark.usefixtures("data")
def test_import_again_adds_nothing(shell: Shell) -> None:
    """What is there already is not added a second time, whether it comes from a file or from a pipe."""
    exported = shell("peerguide progress export -").out
    before = statistics(shell)
    again = piped(shell, "progress import -", exported.encode())
    assert again.out == "All of this history was there already.\nadded: 0\nalready: 5\n"
    (shell.folder / "history.jsonl").write_text(exported, "utf-8")
    assert json.loads(shell("peerguide progress import history.jsonl --json").out) == {
        "added": 0,
        "already": 5,
    }
    assert statistics(shell) == before


@pytest.mark.usefixtures("data")
def test_import_into_another_history(shell: Shell) -> None:
    """Answers given on two machines are joined, in the order of time."""
    shell("peerguide progress export history.jsonl")
    other = shell.folder / "other"
    keep(other, answer(card="practice:1.p1", value="1"))
    ran = shell("peerguide progress import history.jsonl", PEERGUIDE_DATA=str(other))
    assert ran.code == 0
    told = json.loads(shell("peerguide stats --json", PEERGUIDE_DATA=str(other)).out)
    assert told["answers"] == 3


def test_export_of_nothing(shell: Shell) -> None:
    """Where nothing was answered an export holds no answer, can be imported, and creates no history."""
    assert shell("peerguide progress export -").out == HEADER
    assert json.loads(shell("peerguide progress export empty.jsonl --json").out) == {
        "file": "empty.jsonl",
        "answers": 0,
    }
    assert not (shell.folder / "progress").exists()
    assert shell("peerguide progress import empty.jsonl").out.endswith("added: 0\nalready: 0\n")


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        ("there.jsonl", "there.jsonl is there already; nothing was written."),
        ("nowhere/history.jsonl", "nowhere/history.jsonl cannot be written: its folder is not there."),
        (
            "there.jsonl/history.jsonl",
            "there.jsonl/history.jsonl cannot be written: its folder is not there.",
        ),
        ("/proc/history.jsonl", "/proc/history.jsonl cannot be written: No such file or directory."),
    ],
)
@pytest.mark.usefixtures("data")
def test_export_that_cannot_be_written(file: str, sentence: str, shell: Shell) -> None:
    """An export never goes over another file; where it cannot be written that is told, and nothing is left behind."""
    (shell.folder / "there.jsonl").write_text("mine")
    names = sorted(path.name for path in shell.folder.iterdir())
    ran = shell(f"peerguide progress export {file}")
    assert (ran.out, ran.err.splitlines()[0], ran.code) == ("", f"peerguide: {sentence}", 5)
    assert (shell.folder / "there.jsonl").read_text() == "mine"
    assert sorted(path.name for path in shell.folder.iterdir()) == names


def test_import_of_a_file_with_problems(data: Path, shell: Shell) -> None:
    """Every problem of a file is told at once, each at its place, and nothing of the file is added."""
    exported = shell("peerguide progress export -").out
    before = files_in(data)
    broken = exported.replace('"grade": 3', '"grade": 9', 1) + "{oops\n"
    ran = piped(shell, "progress import -", broken.encode())
    places = re.findall(r"^standard input:(\d+):(\d+): ", ran.err, re.MULTILINE)
    assert (ran.out, ran.code) == ("", 4)
    graded = next(number for number, line in enumerate(broken.splitlines(), 1) if '"grade": 9' in line)
    assert [int(line) for line, _column in places] == [graded, 7]
    assert files_in(data).keys() == before.keys()
    assert shell("peerguide progress export -").out == exported


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe", b"a shopping list\n", b'{"peerguide": "progress", "version": 99}\n']
)
@pytest.mark.usefixtures("data")
def test_import_of_something_else(content: bytes, shell: Shell) -> None:
    """A file that is no export of progress, or of a newer version, is told with exit code 4."""
    ran = piped(shell, "progress import - --json", content)
    error = json.loads(ran.err)["error"]
    assert (ran.out, ran.code, error["code"]) == ("", 4, "invalid")
    assert error["problems"][0]["path"] == "standard input"


@pytest.mark.parametrize("file", ["nowhere.jsonl", "."])
def test_import_of_no_file(file: str, shell: Shell) -> None:
    """A file that cannot be read is told with exit code 5, and no history is begun."""
    ran = shell(f"peerguide progress import {file}")
    assert ran.err.startswith(f"peerguide: {file} cannot be read or written: ")
    assert (ran.out, ran.code) == ("", 5)
    assert not (shell.folder / "progress").exists()


# Beginning anew


def test_reset_keeps_a_backup(data: Path, shell: Shell) -> None:
    """A history that is put aside can be read where the command says that it is, and brought back by moving it."""
    before = statistics(shell)
    told = json.loads(shell("peerguide progress reset --yes --json").out)
    assert told["store"] == str(store_file(data))
    assert statistics(shell)["answers"] == 0
    Path(told["backup"]).rename(told["store"])
    assert statistics(shell) == before


def test_reset_twice_keeps_both(data: Path, shell: Shell) -> None:
    """A second history that is put aside leaves the first backup as it is."""
    first = json.loads(shell("peerguide progress reset --yes --json").out)["backup"]
    content = Path(first).read_bytes()
    keep(data, answer())
    second = json.loads(shell("peerguide progress reset --yes --json").out)["backup"]
    assert first != second
    assert Path(first).read_bytes() == content


def test_reset_of_nothing(shell: Shell) -> None:
    """Where there is no history, that is said, nobody is asked, and nothing is created."""
    ran = shell("peerguide progress reset")
    assert (ran.out.splitlines()[0], ran.err, ran.code) == ("There is no history to put aside.", "", 0)
    assert not (shell.folder / "progress").exists()


@pytest.mark.parametrize("words", ["", "--json"])
def test_reset_asks_nobody_in_a_pipe(words: str, data: Path, shell: Shell) -> None:
    """Without a person to ask, a history is put aside only with --yes."""
    before = files_in(data)
    ran = shell(f"peerguide progress reset {words}")
    assert (ran.out, ran.code) == ("", 2)
    assert "peerguide progress reset --yes" in ran.err
    assert files_in(data) == before


@pytest.mark.parametrize(
    ("typed", "code", "kept"),
    [
        ("yes", 0, False),
        (" Y ", 0, False),
        ("no", 0, True),
        ("", 0, True),
        ("yesterday", 0, True),
        (END, 0, True),
        (INTERRUPT, 130, True),
    ],
)
def test_reset_asks_a_person(typed: str, code: int, kept: bool, data: Path, shell: Shell) -> None:
    """A person is asked first, and only a yes puts the history aside: not Enter, nor the end of input, nor Ctrl-C."""
    before = files_in(data)
    printed, _err, left_with = shell.on_terminal("peerguide progress reset", 80, [typed])
    assert "Type yes, or anything else to leave it." in " ".join(printed.split())
    assert left_with == code
    assert (files_in(data) == before) is kept
    assert ("Nothing was changed." in printed) is (kept and code == 0)


def test_reset_on_a_terminal_without_asking(data: Path, shell: Shell) -> None:
    """With --yes a person is not asked."""
    printed, _err, code = shell.on_terminal("peerguide progress reset --yes")
    assert (code, store_file(data).exists()) == (0, False)
    assert "Type yes" not in printed


# What is gone, and where it is


def test_orphans(shell: Shell, corpus_of: CorpusMaker) -> None:
    """Answers about entries that are gone are listed with their number, until the corpus says what replaced them."""
    folder = corpus_of(f"guide: small\n{SMALL}")
    gone, there = answer(guide="small", card="practice:2.p9"), answer(guide="small", card="practice:1.p1")
    all_values = answer(guide="small", card="list:values", kind="list", value=None)
    keep(shell.folder / "progress", gone, answer(guide="small", card="practice:2.p9"), there, all_values)
    command = f"peerguide progress orphans --corpus {folder}"
    assert json.loads(shell(f"{command} --json").out) == [{"card": "practice:2.p9", "answers": 2}]
    first, listed, advice = shell(command).out.splitlines()
    assert (first, listed) == ("1 card has answers and no entry any more.", "practice:2.p9: 2 answers")
    assert "Nothing is lost." in advice
    assert "`retired:`" in advice
    assert "practice:2.p9  2" in re.sub(r"\x1b\[[0-9;]*m", "", shell.on_terminal(command, 40).out)
    corpus_of(f"guide: small\n{SMALL}retired:\n  - {{id: 2.p9, replaced_by: 1.p1}}\n")
    assert json.loads(shell(f"{command} --json").out) == []


@pytest.mark.usefixtures("data")
def test_no_orphans(shell: Shell) -> None:
    """Where every entry is there, that is said, with history and without."""
    sentence = "Every answer belongs to an entry that is there.\n"
    assert shell("peerguide progress orphans").out == sentence
    assert shell("peerguide progress orphans", PEERGUIDE_DATA=str(shell.folder / "none")).out == sentence


def test_path(shell: Shell) -> None:
    """The place of the history is told before there is one, and looking makes none."""
    folder = shell.folder / "progress"
    told = {"folder": str(folder), "store": str(store_file(folder)), "there": False}
    assert json.loads(shell("peerguide progress path --json").out) == told
    assert shell("peerguide progress path").out.endswith("there: no\n")
    assert not folder.exists()
    keep(folder, answer())
    assert shell("peerguide progress path --plain").out.endswith("there: yes\n")


def test_help_where_no_command_follows(shell: Shell) -> None:
    """Without a command the help is shown, with what may follow."""
    ran = shell("peerguide progress")
    assert ran.code == 0
    assert all(f"  {name}  " in ran.out for name in ("export", "import", "reset", "orphans", "path"))


# Stores that cannot be used


@pytest.mark.parametrize("words", ["export -", "export new.jsonl", "import history.jsonl", "orphans"])
@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"x" * 5000, "is damaged, so it is not read, and it is left as it is."),
        (b"", "is damaged, so it is not read, and it is left as it is."),
    ],
)
def test_unusable_store(words: str, content: bytes, sentence: str, shell: Shell) -> None:
    """A store that cannot be read is told with exit code 5, is left as it is, and no file is written."""
    folder = shell.folder / "progress"
    folder.mkdir()
    store_file(folder).write_bytes(content)
    (shell.folder / "history.jsonl").write_text(HEADER)
    ran = shell(f"peerguide progress {words}")
    assert (ran.out, ran.code) == ("", 5)
    assert ran.err.splitlines()[0] == f'peerguide: "{store_file(folder)}" {sentence}'
    assert files_in(folder) == {"progress.sqlite": content}
    assert not (shell.folder / "new.jsonl").exists()


def test_damaged_store_can_be_put_aside(data: Path, shell: Shell) -> None:
    """A damaged store is moved aside as it is, and an export brings the history back."""
    before = statistics(shell)
    shell("peerguide progress export history.jsonl")
    store_file(data).write_bytes(b"x" * 5000)
    told = json.loads(shell("peerguide progress reset --yes --json").out)
    assert Path(told["backup"]).read_bytes() == b"x" * 5000
    assert shell("peerguide progress import history.jsonl").code == 0
    assert statistics(shell) == before


def test_store_that_is_something_else(shell: Shell) -> None:
    """Another program's database in the place of the history is not touched."""
    import sqlite3
    from contextlib import closing

    folder = shell.folder / "progress"
    folder.mkdir()
    with closing(sqlite3.connect(store_file(folder))) as database:
        database.execute("CREATE TABLE recipe (name)")
    before = files_in(folder)
    ran = shell("peerguide progress export -")
    assert (ran.out, ran.code) == ("", 5)
    assert "is not progress saved by peerguide" in ran.err
    assert files_in(folder) == before


def test_full_disk(data: Path, shell: Shell) -> None:
    """An export that finds no room is told with exit code 5, and no part of it is left."""
    keep(data, *(answer(given="x" * 1000) for _number in range(10)))
    command = f"ulimit -f 8; {shlex.quote(PEERGUIDE)} progress export history.jsonl"
    done = subprocess.run(
        ["bash", "-c", command], env=shell.environment, cwd=shell.folder, capture_output=True, text=True
    )
    assert (done.stdout, done.returncode) == ("", 5)
    assert done.stderr.startswith("peerguide: history.jsonl cannot be written: ")
    assert not list(shell.folder.glob("*history.jsonl*"))
