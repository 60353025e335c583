"""`peerguide wording`: a copy brought in, looked at, taken out again."""

from __future__ import annotations

import json
import shlex
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from conftest import SMALL, Ran
from test_completion import offered
from wording.made import (
    GUIDE,
    files_below,
    guide_outline,
    kept_of,
    official,
    reading_of,
    small_reading,
)

from peerguide.cli.app import run
from peerguide.errors import FileAccessError, InvalidFilesError
from peerguide.wording.store import keep, kept, texts_of, wording_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from conftest import CorpusMaker, Shell

    from peerguide.wording.model import Reading
    from peerguide.wording.outline import Outline

OUTLINE = guide_outline()
WHOLE = reading_of(OUTLINE)
PARTLY = reading_of(OUTLINE, without=["7", "7.p1", "transparent"])
NOTHING = "There is no official wording of this guide here yet."

Here = Any  # what `here` gives: words to a Ran


@pytest.fixture
def folder(shell: Shell) -> Path:
    """The data folder of the shell."""
    return Path(shell.environment["PEERGUIDE_DATA"])


@pytest.fixture
def imported(folder: Path) -> Path:
    """The data folder, with a wording that lacks a few texts."""
    keep(folder, kept_of(PARTLY))
    return folder


class Reader:
    """Stands for opening and reading copies: every copy holds the same reading, or is refused."""

    def __init__(self) -> None:
        self.finds: Reading | Exception = WHOLE
        self.opened: list[tuple[Path | None, str]] = []

    def open_copies(self, path: Path | None, name: str) -> Iterator[str]:
        """The text of a copy, which can be read in one way."""
        self.opened.append((path, name))
        if isinstance(self.finds, FileAccessError):
            raise self.finds
        yield f"the text of {name}"

    def read_document(self, _text: str, _outline: Outline) -> Reading:
        """What there is in it."""
        if isinstance(self.finds, Exception):
            raise self.finds
        return self.finds


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    """What reads every copy."""
    made = Reader()
    monkeypatch.setattr("peerguide.wording.opening.open_copies", made.open_copies)
    monkeypatch.setattr("peerguide.wording.documents.read_document", made.read_document)
    return made


@pytest.fixture
def here(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[[str], Ran]:
    """Runs a command line within this process, where its reader can be another one, in the shell's folder."""

    def ran(words: str) -> Ran:
        monkeypatch.setattr(sys, "argv", shlex.split(words))
        code = run()
        out, err = capsys.readouterr()
        return Ran(out, err, code)

    for name in ("PEERGUIDE_DATA", "PEERGUIDE_CACHE", "HOME"):
        monkeypatch.setenv(name, shell.environment[name])
    monkeypatch.chdir(shell.folder)
    return ran


# Bringing a copy in


def test_whole_copy(here: Here, reader: Reader, folder: Path) -> None:
    """A whole copy is kept, its report is shown, and there is nothing to warn of."""
    ran = here("peerguide wording import 'my copy.pdf'")
    assert (ran.err, ran.code) == ("", 0)
    assert ran.out.startswith("The official wording is here, and is shown from now on.\nDocument: National")
    assert "Value 7, Peer supporters are honest and direct: 5 of 5 practices and 3 of 3" in ran.out
    assert reader.opened == [(Path("my copy.pdf"), "my copy.pdf")]
    found = kept(folder, GUIDE)
    assert found
    assert (found.copy, found.reading) == ("my copy.pdf", WHOLE)
    assert timedelta(0) <= datetime.now(UTC) - datetime.fromisoformat(found.imported) < timedelta(minutes=1)


def test_partial_copy(here: Here, reader: Reader, folder: Path) -> None:
    """A copy with gaps is kept as well, with exit code 0 and one sentence that says what is missing."""
    reader.finds = PARTLY
    ran = here("peerguide wording import copy.txt")
    assert ran.code == 0
    assert ran.err == (
        "This copy is not complete: it does not have 1 meaning, 1 practice and 1 glossary term. "
        "Where a text is missing, whole or in part, plain words are shown.\n"
    )
    assert texts_of(folder, GUIDE) is not None


def test_dry_run(here: Here, reader: Reader, imported: Path) -> None:
    """A dry run shows the report and changes nothing."""
    before = files_below(imported)
    reader.finds = reading_of(OUTLINE, without=["8"])
    ran = here("peerguide wording import copy.txt --dry-run")
    assert ran.out.startswith("This copy can be read in part; nothing was saved.\n")
    assert ran.err == "This copy is not complete: it does not have 1 meaning.\n"
    told = json.loads(here("peerguide wording import copy.txt --dry-run --json").out)
    assert (told["dry_run"], told["imported"], told["backup"]) == (True, None, None)
    assert files_below(imported) == before


def test_second_import(here: Here, reader: Reader, imported: Path) -> None:
    """A second import takes the place of the first, which is kept as a backup, and that is told."""
    first = wording_file(imported, GUIDE).read_bytes()
    told = json.loads(here("peerguide wording import newer.txt --json").out)
    assert Path(told["backup"]).read_bytes() == first
    assert told["complete"]
    assert len(told["passages"]) == len(OUTLINE.refs)
    reader.finds = PARTLY
    again = here("peerguide wording import third.txt")
    assert f"Backup of the wording before: {imported}/wording/guidelines-" in again.out


def test_standard_input(here: Here, reader: Reader, folder: Path) -> None:
    """A copy can come through a pipe."""
    assert here("peerguide wording import -").code == 0
    assert reader.opened == [(None, "standard input")]
    found = kept(folder, GUIDE)
    assert found
    assert found.copy == "standard input"


@pytest.mark.parametrize(
    ("refusal", "code"),
    [
        (InvalidFilesError("This does not look like the document.", "Give the document.", ()), 4),
        (FileAccessError("copy.txt cannot be read.", "See that it is there."), 5),
    ],
)
def test_copy_that_is_refused(
    refusal: Exception, code: int, here: Here, reader: Reader, imported: Path
) -> None:
    """What is not this document, or cannot be read, leaves the wording before untouched."""
    before = files_below(imported)
    reader.finds = refusal
    ran = here("peerguide wording import copy.txt")
    assert (ran.out, ran.code) == ("", code)
    assert ran.err.startswith(f"peerguide: {refusal.message}\n")  # type: ignore[attr-defined]
    assert files_below(imported) == before


@pytest.mark.usefixtures("reader")
def test_data_folder_that_cannot_be_written(here: Here, folder: Path) -> None:
    """Where nothing can be kept that is told, and the report is not shown as if it were."""
    folder.write_text("in the way")
    ran = here("peerguide wording import copy.txt")
    assert (ran.out, ran.code) == ("", 5)
    assert "cannot be written, and nothing was changed" in ran.err


@pytest.mark.usefixtures("reader")
def test_import_over_a_damaged_wording(here: Here, imported: Path) -> None:
    """The way on that a damaged wording names works: it is imported again."""
    wording_file(imported, GUIDE).write_bytes(b"damaged")
    assert here("peerguide wording status").code == 5
    assert here("peerguide wording import copy.txt").code == 0
    assert here("peerguide wording status").out.startswith("The official wording is here, since ")


# What there is


def test_status_of_nothing(shell: Shell, folder: Path) -> None:
    """Where nothing was imported that is said, without an error, and nothing is created."""
    ran = shell("peerguide wording status")
    assert ran == (f"{NOTHING}\nTo bring in yours: peerguide wording import FILE\n", "", 0)
    assert json.loads(shell("peerguide wording status --json").out)["imported"] is None
    assert not folder.exists()


@pytest.mark.usefixtures("imported")
def test_status(shell: Shell) -> None:
    """The status says what is covered, from which file, and since when."""
    ran = shell("peerguide wording status", TZ="UTC")
    assert (ran.err, ran.code) == ("", 0)
    assert ran.out.startswith("The official wording is here in part, since Wednesday, 20 May 2026.\n")
    assert "\nCopy: my copy.pdf\n" in ran.out
    assert "\nGlossary: 11 of 12 terms; not in the copy: transparent.\n" in ran.out


@pytest.mark.usefixtures("imported")
def test_status_of_another_guide(shell: Shell, corpus_of: CorpusMaker) -> None:
    """Another corpus has no part in this wording, and the next step names it."""
    ran = shell(f"peerguide wording status --corpus {corpus_of()}")
    assert ran.out.splitlines() == [
        NOTHING,
        f"To bring in yours: peerguide --corpus {corpus_of.folder} wording import FILE",
    ]


@pytest.mark.parametrize("words", ["status", "show 7", "status --json"])
def test_damaged_wording(words: str, shell: Shell, imported: Path) -> None:
    """A damaged wording is told with exit code 5, and never shown as none."""
    wording_file(imported, GUIDE).write_bytes(b"damaged")
    ran = shell(f"peerguide wording {words}")
    assert (ran.out, ran.code) == ("", 5)
    assert "is damaged, so it is not read, and it is left as it is." in ran.err


# One entry


@pytest.mark.parametrize(
    ("words", "ref"),
    [
        ("7", "7"),
        ("seven", "7"),
        ("honest and direct", "7"),
        ("honst", "7"),
        ("7.p2", "7.p2"),
        ("seven.s1", "7.s1"),
        ("7 p 2", "7.p2"),
        ("peer drift", "co-optation"),
        ("pss", "peer-support-specialist"),
        ("transparent", "transparent"),
        ("peer", "peer"),
    ],
)
@pytest.mark.usefixtures("imported")
def test_show(words: str, ref: str, here: Here) -> None:
    """Whatever `value`, `practice`, `role` and `term` know by a name is shown by that name, in both wordings."""
    ran = here(f"peerguide wording show {words} --json")
    told = json.loads(ran.out)
    assert (told["ref"], ran.code) == (ref, 0)
    assert bool(ran.err) == (words == "honst")


@pytest.mark.usefixtures("imported")
def test_show_says_what_is_missing(here: Here) -> None:
    """A text that the copy does not have is said to be missing, and its plain words are shown."""
    told = here("peerguide wording show 7").out
    assert "Meaning, official: The copy does not have this text.\nMeaning, plain: " in told
    assert f"7.p2, official: {official('7.p2')} (page 5)\n" in told


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("zzz", 'There is no entry called "zzz".'),
        ("7.p9", "There is no practice 7.p9: value 7 has 7.p1 to 7.p5."),
        ("99", 'There is no entry called "99".'),
        ("''", 'There is no entry called "".'),
        ("guidelines", 'There is no entry called "guidelines".'),
        ("'peer supporters'", '"peer supporters" fits several entries.'),
    ],
)
@pytest.mark.usefixtures("imported")
def test_show_of_nothing_there(words: str, message: str, here: Here) -> None:
    """What has no name, or more than one meaning, is told with exit code 3."""
    ran = here(f"peerguide wording show {words}")
    assert (ran.out, ran.err.splitlines()[0], ran.code) == ("", f"peerguide: {message}", 3)


@pytest.mark.parametrize("words", ["show 7", "remove", "remove --yes"])
def test_nothing_imported(words: str, here: Here) -> None:
    """Where nothing was imported there is nothing to show or to remove, and the way to it is named."""
    ran = here(f"peerguide wording {words}")
    hint = "To bring in yours: peerguide wording import FILE"
    assert ran == ("", f"peerguide: {NOTHING}\n{hint}\n", 3)


def test_next_step_names_the_corpus(here: Here, corpus_of: CorpusMaker) -> None:
    """In another corpus the way to an official wording names that corpus."""
    folder = corpus_of()
    ran = here(f"peerguide --corpus {folder} wording show 1")
    assert f"peerguide --corpus {folder} wording import FILE" in ran.err


def test_wording_of_a_corpus_of_ones_own(here: Here, corpus_of: CorpusMaker, folder: Path) -> None:
    """A guide that names itself has its wording under that name, wherever its folder is."""
    corpus = corpus_of(f"guide: my-guide\n{SMALL}")
    keep(folder, kept_of(small_reading(), guide="my-guide"))
    told = here(f"peerguide wording show 1 --corpus {corpus}").out
    assert told.startswith("Value 1: WE ARE KIND\nPractice theme: Be kind\n")
    assert "1.s1, official: The copy does not have this text." in told


def test_completion(shell: Shell) -> None:
    """Tab completes the commands, and the refs of every kind."""
    assert offered(shell, "peerguide wording s") == ["status", "show"]
    assert offered(shell, "peerguide wording show 4.") == ["4.p1", "4.p2", "4.s1", "4.s2"]
    assert offered(shell, "peerguide wording show cultural-") == ["cultural-humility"]


# Taking it out again


def test_remove(shell: Shell, imported: Path) -> None:
    """What is removed is put aside, and the place is told; moving it back brings it back."""
    content = wording_file(imported, GUIDE).read_bytes()
    told = json.loads(shell("peerguide wording remove --yes --json").out)
    assert list(told) == ["wording", "backup"]
    assert Path(told["backup"]).read_bytes() == content
    assert shell("peerguide wording status").out.startswith(NOTHING)
    Path(told["backup"]).rename(told["wording"])
    assert kept(imported, GUIDE) == kept_of(PARTLY)


@pytest.mark.parametrize(("key", "gone"), [("yes", True), ("Y", True), ("no", False), ("", False)])
def test_remove_asks_on_a_terminal(key: str, gone: bool, shell: Shell, imported: Path) -> None:
    """Somebody at a terminal is asked first, and anything but yes leaves everything as it is."""
    ran = shell.on_terminal("peerguide wording remove", keys=[key])
    assert "This puts the official wording aside, with a backup. Go on?" in " ".join(ran.out.split())
    assert ran.code == 0
    assert (texts_of(imported, GUIDE) is None) == gone
    assert ("Nothing was changed." in ran.out) == (not gone)


@pytest.mark.parametrize("words", ["remove", "remove --json"])
def test_remove_with_nobody_to_ask(words: str, shell: Shell, imported: Path) -> None:
    """Where nobody can be asked nothing is removed, and the way to do it is named."""
    ran = shell(f"peerguide wording {words}", "yes\n")
    assert (ran.out, ran.code) == ("", 2)
    assert "peerguide wording remove --yes" in ran.err
    assert texts_of(imported, GUIDE)
