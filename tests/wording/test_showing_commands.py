"""`--wording` and PEERGUIDE_WORDING: which wording a command shows, and what it says where there is none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import SMALL
from made_up import kept, made_up
from test_completion import offered

from peerguide.corpus.library import Corpus
from peerguide.corpus.places import corpus_folder

if TYPE_CHECKING:
    from conftest import CorpusMaker, Shell

PLAIN = "Peer supporters respect what is private and what is confidential."

COMMANDS = [
    "value 7 --json",
    "practice 7.p1 --json",
    "role 7 --json",
    "term peer-supporter --json",
    "search peer --value 7 --json",
    "quiz --json --count 30 --seed 1",
    "review --json --kind practice",
    "export json --value 7",
]
"""Every command that shows texts."""


@pytest.fixture
def folder(shell: Shell) -> Path:
    """The data folder of the shell, with an official wording in it."""
    data = Path(shell.environment["PEERGUIDE_DATA"])
    kept(Corpus.open(corpus_folder(None)), data)
    return data


def official_in(text: str) -> bool:
    """Whether some official text stands in what was printed, quotes and all as JSON has them."""
    corpus = Corpus.open(corpus_folder(None))
    plain = {json.dumps(one)[1:-1] for (one,) in corpus.rows("SELECT text FROM entry")}
    texts = {json.dumps(one)[1:-1] for one in made_up(corpus).values()} - plain
    return any(one in text for one in texts)


@pytest.mark.parametrize("words", COMMANDS)
def test_every_command_that_shows_texts(words: str, folder: Path, shell: Shell) -> None:
    """Official words are shown once they are kept; the option takes them away, before the command's name and after it."""
    assert folder.is_dir()
    assert official_in(shell(f"peerguide {words}").out)
    before, after = shell(f"peerguide --wording plain {words}"), shell(f"peerguide {words} --wording plain")
    assert (before.code, after.code, before.out) == (0, 0, after.out)
    assert not official_in(before.out)


@pytest.mark.parametrize("words", COMMANDS)
@pytest.mark.parametrize("option", ["official", "both"])
def test_every_command_says_that_there_is_none(words: str, option: str, shell: Shell) -> None:
    """Asked for by option, a wording that was never imported is not found, and the command to import one is told."""
    ran = shell(f"peerguide {words} --wording {option}")
    assert (ran.code, ran.out) == (3, "")
    assert "There is no official wording of this guide here yet." in ran.err
    assert "peerguide wording import FILE" in ran.err


@pytest.mark.parametrize(
    ("before", "after", "variable", "shown"),
    [
        ("", "", None, "official"),
        ("", "", "", "official"),
        ("", "", "plain", "plain"),
        ("", "", "official", "official"),
        ("", "", "BOTH", "both"),
        ("", "--wording Official", "plain", "official"),
        ("--wording plain", "", "both", "plain"),
        ("--wording plain", "--wording both", None, "both"),
    ],
)
def test_which_wording_wins(
    before: str, after: str, variable: str | None, shown: str, folder: Path, shell: Shell
) -> None:
    """The option after the command wins over the one before, that over the variable, that over what is usual."""
    assert folder.is_dir()
    ran = shell(f"peerguide {before} practice 7.p1 {after} --json", PEERGUIDE_WORDING=variable)
    entry = json.loads(ran.out)
    found = "both" if "plain" in entry else entry["wording"]
    assert found == shown


@pytest.mark.parametrize("variable", ["official", "both"])
def test_the_variable_does_not_insist(variable: str, shell: Shell) -> None:
    """Where nothing was imported, a variable that asks for it gives plain words, without a word."""
    ran = shell("peerguide practice 7.p1", PEERGUIDE_WORDING=variable)
    assert (ran.code, ran.err) == (0, "")
    assert PLAIN in ran.out


@pytest.mark.parametrize(
    ("words", "variable"),
    [
        ("value 7 --wording bookish", None),
        ("--wording bookish value 7", None),
        ("--wording bookish source", None),
        ("--wording bookish", None),
        ("value 7 --wording ''", None),
        ("value 7", "bookish"),
    ],
)
def test_no_such_wording(words: str, variable: str | None, shell: Shell) -> None:
    """A word that names no wording is a usage error that names the three, and the variable where that has it."""
    ran = shell(f"peerguide {words}", PEERGUIDE_WORDING=variable)
    assert (ran.code, ran.out) == (2, "")
    assert "Choose one of: official, plain, both." in ran.err
    assert ("PEERGUIDE_WORDING" in ran.err) == (variable is not None)


@pytest.mark.parametrize(
    ("words", "step"),
    [
        ("value nothing --wording both", "peerguide --wording both value"),
        ("--wording plain value nothing", "peerguide --wording plain value"),
        ("value nothing", "all: peerguide value"),
        ("search trust --in source --wording both", "peerguide --wording both search trust"),
        ("--corpus guidelines quiz --kind gap --value 7 --json --count 1 --seed 3 --wording both",
         "peerguide --corpus guidelines --wording both quiz --count 1 --value 7 --kind gap --seed 3"),
        ("quiz --json --count 1 --seed 3", ": peerguide quiz --count 1 --seed 3"),
    ],
)  # fmt: skip
def test_a_next_step_keeps_the_wording(words: str, step: str, folder: Path, shell: Shell) -> None:
    """The commands that are offered next ask in the wording that an option asked for, and name none otherwise."""
    assert folder.is_dir()
    assert step in shell(f"peerguide {words}").err


def test_another_guide_has_a_wording_of_its_own(folder: Path, corpus_of: CorpusMaker, shell: Shell) -> None:
    """What was imported for one guide is not shown for another, although their refs are the same."""
    assert folder.is_dir()
    own = corpus_of()
    assert "Kindness is for everyone." in shell(f"peerguide --corpus {own} value 1").out
    assert shell(f"peerguide --corpus {own} value 1 --wording both").code == 3
    kept(Corpus.open(own), folder, without=["2"])
    ran = shell(f"peerguide --corpus {own} role 1")
    assert "Greet each worker." in ran.out
    assert "The official wording" not in shell(f"peerguide --corpus {own} value 2").out
    assert SMALL


def test_official_words_stay_in_the_data_folder(folder: Path, shell: Shell) -> None:
    """No look-up, search, quiz or export leaves official words anywhere but in the data folder."""
    for words in ("value 7", "search trust", "quiz --json --seed 1", "export markdown --value 7"):
        assert shell(f"peerguide {words}").code == 0
    secret = made_up(Corpus.open(corpus_folder(None)))["7.p1"].encode()
    holding = {file for file in shell.folder.rglob("*") if file.is_file() and secret in file.read_bytes()}
    assert holding == {folder / "wording" / "guidelines.sqlite"}


def test_a_damaged_file_does_not_stop_a_look_up(folder: Path, shell: Shell) -> None:
    """A look-up says in one sentence that the file is damaged, and goes on; asked for by option, it is exit code 5."""
    file = folder / "wording" / "guidelines.sqlite"
    file.write_bytes(file.read_bytes()[:-1])
    for words, variable in (("value 7", None), ("search trust", None), ("value 7", "both"), ("stats", None)):
        ran = shell(f"peerguide {words}", PEERGUIDE_WORDING=variable)
        assert ran.code == 0
        assert ran.err.count("\n") == 1
        assert "is damaged" in ran.err
        assert "plain words are shown instead." in ran.err
    assert shell("peerguide value 7 --wording plain").err == ""
    assert shell("peerguide source").err == ""
    asked = shell("peerguide value 7 --wording official --json")
    assert (asked.code, asked.out) == (5, "")
    assert json.loads(asked.err)["error"]["code"] == "unreadable"


@pytest.mark.parametrize(
    ("begun", "offer"), [("", ["official", "plain", "both"]), ("o", ["official"]), ("x", [])]
)
def test_tab_offers_the_wordings(begun: str, offer: list[str], shell: Shell) -> None:
    """Tab after the option offers the wordings that begin so."""
    assert offered(shell, f"peerguide value 7 --wording {begun}") == offer


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal(columns: int, folder: Path, shell: Shell) -> None:
    """Both wordings under each other stay within the width, side by side or one after the other."""
    assert folder.is_dir()
    for words in ("value 7", "practice", "role 9.s2", "term peer-support", "search trust"):
        drawn = shell.on_terminal(f"peerguide {words} --wording both", columns, NO_COLOR="1").out
        assert "In plain words:" in drawn.replace("\n", " ")
        lines = drawn.replace("\x1b[1m", "").replace("\x1b[0m", "").splitlines()
        assert max(len(line) for line in map(_bare, lines)) <= columns


def _bare(line: str) -> str:
    """A line without its escape sequences."""
    import re

    return re.sub(r"\x1b\[[0-9;]*m", "", line)
