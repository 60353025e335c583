"""The export command: where it writes, what it refuses, and that nothing is half-written."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from peerguide.cli.commands.export import QUESTIONS
from peerguide.export.formats import NAMES, format_named

if TYPE_CHECKING:
    from conftest import Shell

TEXTS = [name for name in NAMES if not format_named(name).binary]


@pytest.mark.parametrize("name", NAMES)
def test_every_format_is_described(name: str, shell: Shell) -> None:
    """Each format names itself, and all that it can hold is in the command's help."""
    form = format_named(name)
    assert form.name == name
    assert form.about
    assert form.suffix.startswith(".")
    told = re.sub(r"\s+", " ", shell("peerguide export --help").out)
    for what in form.whats:
        assert re.search(rf"{name}[^.]*\b{what}\b", told) or re.search(
            rf"\b{name}\b[^.]*:[^.]*\b{what}\b", told
        ), what


@pytest.mark.parametrize("name", TEXTS)
def test_every_text_is_the_same_every_time(name: str, shell: Shell) -> None:
    """All that a format of text can hold is the same bytes in another locale and with another hash seed."""
    shell("peerguide reflect --value 7", "3 as agreed\n")
    for what in format_named(name).whats:
        count = "--count 12" if what in QUESTIONS else ""
        words = f"peerguide export {name} --what {what} {count} --value 7 --value 9"
        first = shell(words, PYTHONHASHSEED="1", LC_ALL="C", PYTHONUTF8="0")
        second = shell(f"{words} -o {name}-{what}", PYTHONHASHSEED="2")
        assert (first.code, second.code) == (0, 0), first.err + second.err
        assert (shell.folder / f"{name}-{what}").read_bytes().decode() == first.out


@pytest.mark.parametrize("name", [name for name in NAMES if name not in TEXTS])
def test_every_container_is_the_same_every_time(name: str, shell: Shell) -> None:
    """A container is the same bytes each time, and takes its time from SOURCE_DATE_EPOCH where that is set."""
    form = format_named(name)
    words = f"peerguide export {name} {'--count 12' if form.usual in QUESTIONS else ''}"
    for number, changes in enumerate(
        [{"PYTHONHASHSEED": "1", "LC_ALL": "C"}, {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo"}]
    ):
        assert shell(f"{words} -o {number}{form.suffix}", **changes).code == 0
    assert shell(f"{words} -o dated{form.suffix}", SOURCE_DATE_EPOCH="1700000000").code == 0
    first, second, dated = (
        (shell.folder / f"{each}{form.suffix}").read_bytes() for each in ("0", "1", "dated")
    )
    assert first == second
    assert first != dated


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ("jsn", 2, "Did you mean json?"),
        ("json --what handbook", 2, "It can hold: corpus,"),
        ("qti --qti-version 3", 2, "Choose 1.2 or 2.1."),
        ("markdown --wording official", 3, "To bring in yours: peerguide wording import FILE"),
        ("csv --value 99", 3, "numbered 1 to 12"),
        ("gift --kind nothing", 2, "The kinds are:"),
        ("csv -o there.csv", 5, "is there already"),
        ("csv -o folder", 5, "is a folder"),
        ("markdown -o there.csv/", 5, "is a file, not a folder"),
        ("csv -o missing/out.csv", 5, "its folder is not there"),
        ("csv -o there.csv/out.csv", 5, "its folder is not there"),
        ("csv -o there.csv/out.csv --parents", 5, "cannot be written"),
        ("csv -o new/", 2, "Name a file"),
        ("csv --count 3", 2, "has no questions"),
        ("json --excel", 2, "--excel is for csv"),
        ("html --qti-version 2.1", 2, "--qti-version is for qti"),
        ("gift --value 7 --kind list", 3, "too little here"),
        ("csv -o /dev/null", 5, "no ordinary file"),
        ("csv -o /dev/null --force", 5, "no ordinary file"),
    ],
)  # fmt: skip
def test_what_is_refused(words: str, code: int, told: str, shell: Shell) -> None:
    """What cannot be done is said in a sentence with a next step and the right exit code, and nothing is written."""
    (shell.folder / "there.csv").write_text("mine", encoding="utf-8")
    (shell.folder / "folder").mkdir()
    before = sorted(path.name for path in shell.folder.iterdir())
    ran = shell(f"peerguide export {words}", PEERGUIDE_CACHE=str(shell.folder / "home" / "cache"))
    assert (ran.code, ran.out) == (code, "")
    assert told in ran.err
    assert len(ran.err.splitlines()) == 2
    assert sorted(path.name for path in shell.folder.iterdir()) == before
    assert (shell.folder / "there.csv").read_text(encoding="utf-8") == "mine"


def test_force_and_parents(shell: Shell) -> None:
    """--force replaces a file that is there, --parents makes the folders that are missing."""
    (shell.folder / "there.csv").write_text("mine", encoding="utf-8")
    assert shell("peerguide export csv -o there.csv --force").code == 0
    assert (shell.folder / "there.csv").read_text(encoding="utf-8").startswith("ref,")
    assert shell("peerguide export csv -o a/b/out.csv --parents").code == 0
    assert (shell.folder / "a" / "b" / "out.csv").is_file()


def test_a_folder_of_files(shell: Shell) -> None:
    """A handbook goes into a folder, a file for each value with an index; a second time only with --force."""
    assert shell("peerguide export markdown -o handbook/").code == 0
    names = sorted(path.name for path in (shell.folder / "handbook").iterdir())
    assert len(names) >= 14
    assert shell("peerguide export markdown -o handbook/").code == 5
    assert shell("peerguide export markdown -o handbook/ --force").code == 0
    assert sorted(path.name for path in (shell.folder / "handbook").iterdir()) == names


def test_a_folder_that_cannot_be_replaced_is_left_as_it_is(shell: Shell) -> None:
    """Where one file of a folder cannot be replaced, none is."""
    folder = shell.folder / "handbook"
    (folder / "value-3.md").mkdir(parents=True)
    (folder / "README.md").write_text("mine", encoding="utf-8")
    assert shell("peerguide export markdown -o handbook/ --force").code == 5
    assert (folder / "README.md").read_text(encoding="utf-8") == "mine"
    assert len(list(folder.iterdir())) == 2


def test_a_link_keeps_pointing(shell: Shell) -> None:
    """--force writes through a link to the file that it points to."""
    (shell.folder / "real.csv").write_text("mine", encoding="utf-8")
    (shell.folder / "link.csv").symlink_to("real.csv")
    assert shell("peerguide export csv -o link.csv --force").code == 0
    assert (shell.folder / "link.csv").is_symlink()
    assert (shell.folder / "real.csv").read_text(encoding="utf-8").startswith("ref,")


def test_no_room_leaves_nothing(shell: Shell) -> None:
    """Where there is no room, nothing is left half-written, and the exit code is 5."""
    ran = shell("bash -c 'ulimit -f 4; peerguide export json -o out.json'", PEERGUIDE_CACHE=None)
    assert ran.code == 5
    assert "out.json cannot be written" in ran.err
    assert not list(shell.folder.glob("*out.json*"))


def test_full_output(shell: Shell) -> None:
    """A full disk behind standard output is said in a sentence, exit 5."""
    ran = shell("bash -c 'peerguide export json > /dev/full'")
    assert ran.code == 5
    assert len(ran.err.splitlines()) == 2


@pytest.mark.parametrize("words", ["json", "markdown", "csv", "html", "gift"])
def test_a_closed_pipe_is_no_error(words: str, shell: Shell) -> None:
    """Whoever has read enough may close the pipe: exit 0, nothing said."""
    ran = shell(f"bash -c 'set -o pipefail; peerguide export {words} | head -c 10'")
    assert (ran.code, ran.err) == (0, "")


def test_a_terminal_gets_safe_text(shell: Shell) -> None:
    """On a terminal no control character of a text is acted on, and a container is refused."""
    (shell.folder / "mine").mkdir()
    (shell.folder / "mine" / "values.yaml").write_text(
        'values: [{id: 1, number: 1, name: "We \\e[31mred", theme: Calm, meaning: "One.\\a"}]\n',
        encoding="utf-8",
    )
    ran = shell.on_terminal("peerguide export json --corpus mine")
    assert ran.code == 0
    assert "\x1b" not in ran.out
    assert "\x07" not in ran.out
    assert (
        json.loads(shell("peerguide export json --corpus mine").out)["values"][0]["name"] == "We \x1b[31mred"
    )
    assert shell.on_terminal("peerguide export qti").code == 2


def test_the_paper_is_the_quiz(shell: Shell) -> None:
    """A paper exported has the questions that the quiz asks with the same seed, count and kinds."""
    words = "--seed 7 --count 5 --kind practice --kind theme"
    asked = json.loads(shell(f"peerguide quiz --json {words}").out)
    assert json.loads(shell(f"peerguide export json --what questions {words}").out) == asked
