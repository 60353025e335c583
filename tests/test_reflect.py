"""`peerguide reflect`: a talk at a terminal and through a pipe, the picture, what is handed over and compared."""

from __future__ import annotations

import json
import os
import pty
import random
import re
import signal
import stat
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from conftest import INTERRUPT, PEERGUIDE, SMALL
from hypothesis import given
from hypothesis import strategies as st
from made_up import kept
from progress.samples import NOW, answer, files_in
from reflection.samples_of_reflection import FIRST, MINUTE, response, said
from reflection.test_keeping import old_store
from rich.cells import cell_len

from peerguide.cli.desk import Desk, Settings
from peerguide.cli.reflected import picture
from peerguide.corpus.library import Corpus
from peerguide.corpus.places import corpus_folder
from peerguide.progress.reflection.comparing import compared
from peerguide.progress.reflection.handed import handed_text, read_handed
from peerguide.progress.reflection.past import history_of
from peerguide.progress.reflection.reflections import reflections_of
from peerguide.progress.reflection.responses import FREQUENCIES
from peerguide.progress.reflection.statements import items_of
from peerguide.progress.store import Store, store_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import CorpusMaker, Shell

    from peerguide.progress.reflection.responses import Frequency, Response

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
NO_RATING = "It is never a performance rating."
SECOND = "b" * 32

BEFORE: dict[str, Frequency] = {
    "1.s1": "not yet",
    "1.s2": "often",
    "1.s3": "often",
    "9.s1": "sometimes",
    "9.s2": "not yet",
    "9.s3": "does not apply",
}
NOW_SAID: dict[str, Frequency] = {
    "1.s1": "often",
    "1.s2": "as a habit",
    "1.s3": "sometimes",
    "7.s1": "as a habit",
    "9.s1": "often",
    "9.s2": "not yet",
    "9.s3": "sometimes",
}


def two_reflections() -> list[Response]:
    """Two reflections of a supervisor, a day apart, the later one with a note."""
    later = said(NOW_SAID, reflection=SECOND, at=NOW)
    noted = response(
        ref="9.s2", answer="not yet", note="when the team is new", reflection=SECOND, at=NOW + MINUTE
    )
    return [*said(BEFORE, at=NOW - 1440 * MINUTE), *later, noted]


def keep(shell: Shell, *responses: Response) -> None:
    """Add these responses to the store of a shell."""
    with Store.open(shell.folder / "progress") as store:
        for one in responses:
            store.respond(one)


def stored(shell: Shell) -> dict[str, tuple[str, str]]:
    """What the store of a shell has of each statement: the answer and the note that stand."""
    store = Store.look(shell.folder / "progress")
    if store is None:
        return {}
    with store:
        return {one.ref: (one.answer, one.note) for one in store.responses()}


def shown(text: str) -> str:
    """What a terminal shows, without colours."""
    return ESCAPE.sub("", text)


# The talk


def test_one_key_a_statement(shell: Shell) -> None:
    """At a terminal a number and Enter is all that a statement needs; at the end there is the picture."""
    ran = shell.on_terminal("peerguide reflect --value 9", 80, ["4", "3", "1", "5", ""])
    told = shown(ran.out)
    assert ran.code == 0
    assert "4 supervisor roles, one at a time" in told
    assert NO_RATING in " ".join(told.split())
    assert "█ ▆ ▁ /  9. Peer support is equally shared power" in told
    assert "peerguide role 9.s3; peerguide value 9" in told
    assert stored(shell) == {
        "9.s1": ("as a habit", ""),
        "9.s2": ("often", ""),
        "9.s3": ("not yet", ""),
        "9.s4": ("does not apply", ""),
    }


def test_every_key(shell: Shell) -> None:
    """Notes, going back, another answer, skipping, help and an unclear line all do what the help says."""
    keys = ["b", "n too soon", "?", "often", "n in team meetings", "n", "since May", "maybe", "2 now and then",
            "b", "3", "s", "1", "n the last", ""]  # fmt: skip
    ran = shell.on_terminal("peerguide reflect --value 9", 80, keys)
    told = " ".join(shown(ran.out).split())
    assert ran.code == 0
    for sentence in (
        "This is the first statement.",
        "There is no answer yet for a note to go with.",
        "n and words a note to the answer just given",
        "Type a number from 1 to 5, or ? for help.",
        "You said: sometimes. Your note: now and then",
        "That was the last one.",
    ):
        assert sentence in told
    assert stored(shell) == {
        "9.s1": ("often", "in team meetings\nsince May"),
        "9.s2": ("often", "now and then"),
        "9.s4": ("not yet", "the last"),
    }


def test_back_from_the_end(shell: Shell) -> None:
    """After the last statement one can still go back to it."""
    ran = shell.on_terminal("peerguide reflect --value 2", 80, ["1", "2", "3", "b", "4", ""])
    assert ran.code == 0
    assert stored(shell)["2.s3"] == ("as a habit", "")


def test_left_and_taken_up(shell: Shell) -> None:
    """What was left is taken up at the first statement without an answer, by default and not with --new; then a new one begins."""
    ran = shell("peerguide reflect --value 9", "3\nq\n")
    assert ran.code == 0
    assert ran.out.endswith(
        "1 of 4 has an answer, and what you answered is kept.\n"
        "To go on: peerguide reflect --value 9 (goes on from here)\n"
        "To go on: peerguide reflect show (the picture so far)\n"
    )
    again = shell("peerguide reflect --value 9", "4\n")
    assert "Taken up where you left it on " in again.out
    assert "\nStatement 2 of 4: 9.s2, " in again.out
    assert "\nStatement 1 of 4: 9.s1, " in shell("peerguide reflect --value 9 --new", "1\n2\n3\n4\n").out
    assert "Taken up" not in shell("peerguide reflect --value 9", "1\n").out
    assert [
        one["answered"] for one in json.loads(shell("peerguide reflect history --json").out)["reflections"]
    ] == [2, 4, 1]


def test_through_a_pipe(shell: Shell) -> None:
    """From a pipe a line deals with a statement; an empty one, or one that says nothing, skips it; notes go with their answers."""
    ran = shell("peerguide reflect --value 9", "often\nn and a note\n\nwhat?\n2\nn the last\n")
    assert (ran.err, ran.code) == ("", 0)
    assert stored(shell) == {"9.s1": ("often", "and a note"), "9.s4": ("sometimes", "the last")}
    assert "\n9.s1: often\n" in ran.out
    assert "\n9.s1: Your note is kept.\n" in ran.out


def test_long_note(shell: Shell) -> None:
    """A note longer than what is read of a line says so, and can be gone on with."""
    ran = shell("peerguide reflect --value 9", f"1 {'long ' * 500}\nn the rest\nq\n")
    assert ran.out.count("Only the first 2000 characters of a line are read") == 1
    note = stored(shell)["9.s1"][1]
    assert note.startswith("long long")
    assert note.endswith("\nthe rest")
    assert "Only the first" not in shell("peerguide reflect --value 9 --new", f"1 {'x' * 1998}\nq\n").out


@pytest.mark.parametrize("typed", ["", "q\n", "\n\n\n\n", "s\ns\ns\ns\n"])
def test_nothing_answered(typed: str, shell: Shell) -> None:
    """Where nothing was answered there is no reflection, and that is said without reproach."""
    ran = shell("peerguide reflect --value 9", typed)
    assert ran.code == 0
    assert "Nothing was answered this time.\n" in ran.out
    assert json.loads(shell("peerguide reflect history --json").out)["reflections"] == []


def test_a_pipe_that_never_ends(shell: Shell) -> None:
    """Line after line that answers nothing ends the talk."""
    assert shell("peerguide reflect --value 9", "?\n" * 5000).code == 0


def test_not_saved(shell: Shell) -> None:
    """With --no-save nothing is kept and no folder made; the picture says so."""
    ran = shell("peerguide reflect --value 9 --no-save", "4\n3\n2\n1\n")
    assert ran.code == 0
    assert "Nothing is kept this time." in ran.out
    assert "It was not kept." in ran.out
    assert "To look at next: 9.s4, not yet: " in ran.out
    assert not (shell.folder / "progress").exists()


def test_other_part(shell: Shell) -> None:
    """A supporter is asked about the practices, each thing once though the guide says it twice."""
    asked = json.loads(shell("peerguide reflect --as supporter --json").out)
    assert (asked["as"], len(asked["statements"])) == ("supporter", 55)
    assert asked["choices"] == list(FREQUENCIES)
    ran = shell("peerguide reflect --as supp --value 7 --plain", "1\n")
    assert "\nStatement 1 of 4: 7.p1, " in ran.out
    assert "peerguide reflect --as supporter --value 7" in ran.out


def test_json_asks_and_records_nothing(shell: Shell) -> None:
    """--json prints the statements, with the answers so far, on a pipe and on a terminal, and changes nothing."""
    keep(shell, *said({"9.s1": "often"}))
    before = files_in(shell.folder / "progress")
    first = shell("peerguide reflect --json --value 9", "1\n2\n")
    assert shown(shell.on_terminal("peerguide reflect --json --value 9", 80, []).out) == first.out
    statements = json.loads(first.out)["statements"]
    assert [(one["ref"], one["answer"], one["wording"]) for one in statements][:2] == [
        ("9.s1", "often", "plain"),
        ("9.s2", None, "plain"),
    ]
    assert files_in(shell.folder / "progress") == before


def test_in_official_words(shell: Shell) -> None:
    """Statements stand in the wording in force; what is handed over stands in plain words whatever is in force."""
    corpus = Corpus.open(corpus_folder(None))
    kept(corpus, shell.folder / "progress")
    plain = corpus.statement("9.s2").statement.text
    official, both = (
        json.loads(shell(f"peerguide reflect --json --value 9 {option}").out)["statements"][1]
        for option in ("", "--wording both")
    )
    assert (official["wording"], official["text"] != plain) == ("official", True)
    assert both["plain"] == plain
    shell("peerguide reflect --value 9", "1\n1\n1\n1\n")
    assert f'"text": {json.dumps(plain)}' in shell("peerguide reflect export -").out
    assert official["text"] in shell("peerguide reflect show").out
    assert plain in shell("peerguide reflect show --wording plain").out


# Breaking off


def test_interrupted(shell: Shell) -> None:
    """Ctrl-C leaves with 130, says how to go on, and every answer given is kept."""
    ran = shell.on_terminal("peerguide reflect --value 9", 80, ["4", "2 a note", INTERRUPT])
    assert ran.code == 130
    assert "Every answer that you gave is kept; to go on: peerguide reflect --value 9" in " ".join(
        ran.out.split()
    )
    assert stored(shell) == {"9.s1": ("as a habit", ""), "9.s2": ("sometimes", "a note")}


def test_killed(shell: Shell) -> None:
    """After kill -9 at any moment every answer that was told of is kept, at most one more, and it goes on from there."""
    chance = random.Random(3)
    told: set[str] = set()
    for _round in range(5):
        before = len(stored(shell))
        talk = subprocess.Popen(
            [PEERGUIDE, "reflect", "--as", "supporter"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            env=shell.environment, cwd=shell.folder, text=True,
        )  # fmt: skip
        assert talk.stdin
        assert talk.stdout
        talk.stdin.write("3\n" * 9)
        talk.stdin.flush()
        lines = [talk.stdout.readline()]
        time.sleep(chance.uniform(0, 0.05))
        os.kill(talk.pid, signal.SIGKILL)
        lines += talk.stdout.readlines()
        talk.wait()
        talk.stdin.close()
        talk.stdout.close()
        told |= {line.split(":")[0] for line in lines if line.endswith(": often\n")}
        assert told <= stored(shell).keys()
        assert before <= len(stored(shell)) <= len(told) + 1 + _round
    assert told
    ran = shell("peerguide reflect --as supporter", "q\n")
    assert f"{len(stored(shell))} of 55" in ran.out


def test_killed_at_a_terminal(shell: Shell) -> None:
    """A terminal that is torn away in the middle loses no answer that was given."""
    pid, terminal = pty.fork()
    if pid == 0:  # pragma: no cover - the child becomes the command
        os.chdir(shell.folder)
        os.execve(PEERGUIDE, [PEERGUIDE, "reflect", "--value", "9"], shell.environment)
    printed = b""
    for key in (b"4\n", b"3\n", None):
        while not printed.endswith(b"> "):
            printed += os.read(terminal, 1 << 16)
        time.sleep(0.05)
        printed = b""
        if key:
            os.write(terminal, key)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    os.close(terminal)
    assert stored(shell) == {"9.s1": ("as a habit", ""), "9.s2": ("often", "")}


# The store


def test_store_from_before(shell: Shell) -> None:
    """A store from before there were reflections opens, is backed up, and keeps its history beside what is new."""
    folder = shell.folder / "progress"
    old_store(folder, one := answer(at=NOW))
    before = json.loads(shell("peerguide stats --json").out)["answers"]
    assert shell("peerguide reflect --value 9", "4\n").code == 0
    assert "progress.sqlite.before-2" in files_in(folder)
    with Store.open(folder) as store:
        assert store.events() == [one]
        assert [response.ref for response in store.responses()] == ["9.s1"]
    assert json.loads(shell("peerguide stats --json").out)["answers"] == before == 1


def test_taken_along(shell: Shell) -> None:
    """`progress export` and `import` carry reflections, twice adds nothing twice, and `progress reset` puts them aside."""
    keep(shell, *two_reflections())
    before = shell("peerguide reflect history --json").out
    told = shell("peerguide progress export all.jsonl").out
    assert told.endswith("answers: 0\nin reflections: 14\n")
    assert shell("peerguide progress reset --yes").code == 0
    assert json.loads(shell("peerguide reflect history --json").out)["reflections"] == []
    assert shell("peerguide progress import all.jsonl").out.endswith("added: 14\nalready: 0\n")
    assert shell("peerguide progress import all.jsonl").out.endswith("added: 0\nalready: 14\n")
    assert shell("peerguide reflect history --json").out == before


@pytest.mark.parametrize("words", ["reflect", "reflect history", "reflect show", "reflect --json"])
def test_damaged_store(words: str, shell: Shell) -> None:
    """A damaged store is told with exit code 5 and never read as empty; without saving one can go on."""
    keep(shell, *two_reflections())
    file = store_file(shell.folder / "progress")
    file.write_bytes(file.read_bytes()[:-5000] + b"x" * 5000)
    before = file.read_bytes()
    ran = shell(f"peerguide {words}", "1\n")
    assert (ran.code, file.read_bytes()) == (5, before)
    assert "is damaged, so it is not read" in ran.err
    if words == "reflect":
        assert "reflect without saving: peerguide reflect --no-save" in ran.err
    assert shell("peerguide reflect --no-save --value 9", "1\n").code == 0


def test_retired_refs_hand_on(shell: Shell, corpus_of: CorpusMaker) -> None:
    """An answer to a statement that was retired counts for the one in its place; one without any is told of."""
    retired = "guide: small\n" + SMALL + "retired:\n  - id: 1.s9\n    replaced_by: 1.s1\n"
    folder = corpus_of(retired)
    assert shell(f"peerguide corpus check {folder}").code == 0
    keep(shell, *said({"1.s9": "often", "1.s8": "often"}, guide="small"))
    data = json.loads(shell(f"peerguide reflect show --json --corpus {folder}").out)
    assert [(one["ref"], one["answer"]) for one in data["statements"]] == [("1.s1", "often")]
    assert data["gone"] == 1
    assert (
        "1 answer is about statements that are no longer there."
        in shell(f"peerguide reflect show --corpus {folder}").out
    )


def test_each_guide_by_itself(shell: Shell, corpus_of: CorpusMaker) -> None:
    """Reflections on one guide are not those on another, and commands to go on name the corpus in use."""
    folder = corpus_of("guide: small\n" + SMALL)
    keep(shell, *two_reflections())
    assert json.loads(shell(f"peerguide reflect history --json --corpus {folder}").out)["reflections"] == []
    assert f"peerguide --corpus {folder} reflect" in shell(f"peerguide --corpus {folder} reflect", "q\n").out
    ran = shell(f"peerguide reflect show --corpus {folder}")
    assert (ran.code, ran.err.splitlines()[1]) == (3, f"To begin one: peerguide --corpus {folder} reflect")


# Handing over and comparing


@pytest.fixture
def handed(shell: Shell) -> Shell:
    """A shell with two reflections kept, each exported: `then.json` and `now.json`."""
    keep(shell, *two_reflections())
    assert shell("peerguide reflect export then.json --of 1").code == 0
    assert shell("peerguide reflect export now.json").out == (
        "Your reflection is written down, for whomever you give it to.\nfile: now.json\nanswers: 7\nnotes: 1\n"
    )
    return shell


def test_handed_over(handed: Shell) -> None:
    """A file to hand over is its owner's alone, holds what was answered, and its notes only where they are wanted."""
    file = handed.folder / "now.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    data = json.loads(file.read_text())
    assert {one["ref"]: one["answer"] for one in data["answers"]} == NOW_SAID
    assert "when the team is new" in file.read_text()
    assert "when the team is new" not in handed("peerguide reflect export - --no-notes").out
    assert handed("peerguide reflect export -").out == file.read_text()


def test_compare_in_both_orders(handed: Shell) -> None:
    """Both orders say the same, byte for byte, in every form; where they differ most comes first, and neither is right."""
    for form in ("", "--plain", "--json"):
        one, other = (
            handed(f"peerguide reflect compare {files} {form}")
            for files in ("now.json then.json", "then.json now.json")
        )
        assert (one.code, one.err) == (0, "")
        assert one.out == other.out
    told = handed("peerguide reflect compare now.json then.json").out.splitlines()
    assert told[0] == "Two views of a supervisor's part: now.json and then.json"
    assert "Neither view is right;" in told[3]
    assert told[4].startswith(
        "Seen differently, the furthest apart first: 1.s1, now.json: often; then.json: not yet: "
    )
    assert any(line.startswith("It applies for one, and not for the other: 9.s3") for line in told)
    assert any(
        line.startswith("Answered by one of them: 7.s1, now.json: as a habit; then.json: no answer")
        for line in told
    )
    assert (
        told[told.index("Seen alike, 1: 9.s2 not yet") + 1] == "9.s2: Note of now.json: when the team is new"
    )
    assert told[-1].startswith("To ask each other: ")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ("reflect --as boss", 2, 'There is no part "boss" to reflect on.'),
        ("reflect --as s", 2, "The parts are: supervisor, supporter."),
        ("reflect --as ''", 2, "The parts are: supervisor, supporter."),
        ("reflect --value 99", 3, "numbered 1 to 12"),
        ("reflect --value nonsense", 3, "nonsense"),
        ("reflect histroy", 2, "Did you mean 'history'?"),
        ("reflect --new history", 2, "Options of history stand after it"),
        ("reflect show 9", 3, "There is no reflection 9; the last ones are: 1, 2."),
        ("reflect show 0", 2, "must be 1 or more"),
        ("reflect show one", 2, "is not a whole number"),
        ("reflect show --as supporter", 3, "To begin one: peerguide reflect --as supporter"),
        ("reflect export now.json", 5, "is there already"),
        ("reflect export missing/now.json", 5, "its folder is not there"),
        ("reflect export new.json --of 7", 3, "There is no reflection 7"),
        ("reflect compare now.json", 2, "Missing argument 'B'"),
        ("reflect compare now.json now.json", 2, "These two are the same file."),
        ("reflect compare now.json missing.json", 5, "missing.json cannot be read or written"),
        ("reflect compare now.json .", 5, ". cannot be read or written"),
        ("reflect compare now.json torn.json", 4, "torn.json:9:"),
        (
            "reflect compare now.json supporter.json",
            4,
            "supporter.json:5:3: this is about the part of a supporter",
        ),
        ("reflect compare now.json abroad.json", 4, 'abroad.json:5:3: this is about the guide "declaration"'),
        ("reflect compare history.jsonl now.json", 4, "this is no reflection that was exported"),
        (
            "export markdown --as supervisor",
            2,
            "--as is for reflection, reflection-filled, agenda, not for handbook.",
        ),
        ("export markdown --what reflection --of 1", 2, "--of is for reflection-filled, agenda"),
        ("export markdown --what agenda --of 9", 3, "There is no reflection 9"),
    ],
)
def test_bad_input(words: str, code: int, told: str, handed: Shell) -> None:
    """What cannot be done is told in a sentence with what to do next, and nothing is shown or changed."""
    text = (handed.folder / "now.json").read_text()
    (handed.folder / "torn.json").write_text(text[: text.index('"answers"') + 30])
    (handed.folder / "supporter.json").write_text(text.replace('"supervisor"', '"supporter"'))
    (handed.folder / "abroad.json").write_text(text.replace('"guidelines"', '"declaration"'))
    (handed.folder / "history.jsonl").write_text('{"peerguide": "progress", "version": 1}\n')
    before = files_in(handed.folder / "progress")
    ran = handed(f"peerguide {words}")
    assert (ran.out, ran.code) == ("", code), ran.err
    assert told in ran.err
    assert "Traceback" not in ran.err
    assert files_in(handed.folder / "progress") == before


def test_corpus_without_statements(shell: Shell, corpus_of: CorpusMaker) -> None:
    """Where a corpus has no statements of a part, that is said, and which part to try."""
    folder = corpus_of(SMALL.replace("    roles:\n      - id: 1.s1\n        text: Greet each worker.\n", ""))
    ran = shell(f"peerguide reflect --corpus {folder}")
    assert (ran.out, ran.code) == ("", 3)
    assert "this corpus has no supervisor roles" in ran.err


def test_hostile_notes_and_files_are_harmless(handed: Shell) -> None:
    """Control characters in notes and in files of others never reach a terminal, in any form."""
    text = (handed.folder / "now.json").read_text()
    evil = json.loads(text)
    evil["answers"][0] |= {"note": "\x1b[31m [/] \u202e", "answer": "as a habit"}
    evil["answers"].append({"ref": "\x1b[0m", "text": "\x07[b]", "answer": "often", "note": ""})
    (handed.folder / "evil.json").write_text(json.dumps(evil))
    for ran in (
        handed.on_terminal("peerguide reflect compare now.json evil.json"),
        handed("peerguide reflect compare now.json evil.json"),
        handed("peerguide reflect compare now.json evil.json --json"),
    ):
        assert ran.code == 0
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", shown(ran.out))


# On paper


def test_blank_form(shell: Shell) -> None:
    """The form has every statement of a part once, what can be said of it and room for a note; nothing is needed for it."""
    for part, count in (("supervisor", 43), ("supporter", 55)):
        text = shell(f"peerguide export markdown --what reflection --as {part}").out
        assert len(re.findall(r"^- \*\*\d+\.[ps]\d+\*\* ", text, re.MULTILINE)) == count
        assert text.count("☐") == 5 * count
        assert text.count("Note: ____") == count
        assert NO_RATING in " ".join(text.split())
    assert not (shell.folder / "progress").exists()


def test_filled_form_and_agenda(handed: Shell) -> None:
    """The filled form marks each answer; the agenda has up to three things that go well and up to three to talk about."""
    filled = handed("peerguide export markdown --what reflection-filled").out
    assert filled.count("☒") == len(NOW_SAID)
    assert "Note: when the team is new" in filled
    assert "Date: 2026-05-20" in filled
    assert handed("peerguide export markdown --what reflection-filled --of 1").out.count("☒") == len(BEFORE)
    agenda = handed("peerguide export markdown --what agenda").out
    well, talk = agenda.split("## To talk about")
    assert (
        re.findall(r"\*\*(.*?)\*\*", well) == ["7.s1", "1.s2", "9.s1"]
        or len(re.findall(r"\*\*(.*?)\*\*", well)) == 3
    )
    assert re.findall(r"\*\*(.*?)\*\*", talk) == ["9.s2", "1.s3", "9.s3"]
    assert "peerguide role 9.s2; peerguide value 9" in " ".join(talk.split())
    assert NO_RATING in agenda
    assert handed("peerguide export markdown --what agenda -o agenda.md").code == 0
    assert stat.S_IMODE((handed.folder / "agenda.md").stat().st_mode) == 0o600


@pytest.mark.parametrize("what", ["agenda", "reflection-filled"])
def test_nothing_to_put_on_paper(what: str, shell: Shell) -> None:
    """Without a reflection there is nothing to fill in, and how to begin one is told."""
    ran = shell(f"peerguide export markdown --what {what}")
    assert (ran.out, ran.code) == ("", 3)
    assert "To begin one: peerguide reflect" in ran.err


# What it looks like


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Desk]:
    """A desk with its own folders, in UTC."""
    monkeypatch.setenv("PEERGUIDE_DATA", str(tmp_path / "progress"))
    monkeypatch.setenv("PEERGUIDE_CACHE", str(tmp_path / "cache"))
    with monkeypatch.context() as zone:
        zone.setenv("TZ", "UTC")
        time.tzset()
        yield Desk(Settings())
    time.tzset()


def views(desk: Desk) -> list[Any]:
    """The picture of the later of two reflections, both of them, and both side by side."""
    reflections = reflections_of(two_reflections(), "guidelines")
    items = items_of(desk.corpus, "supervisor")
    one, other = (
        read_handed(handed_text(each, items, notes=True).encode(), name)
        for each, name in zip(reflections, ("alex.json", "sam.json"), strict=True)
    )
    history = history_of(
        "guidelines", reflections, {"supervisor": items, "supporter": ()}, program="peerguide"
    )
    together = compared(one, other, items, {}, guide="guidelines", program="peerguide")
    return [picture(desk, reflections[1]), history, together]


def drawn(entry: object, width: int) -> str:
    """The drawing of something, without colours."""
    from importlib import import_module

    from peerguide.render.screen import drawing
    from peerguide.render.views import VIEWS

    import_module(f"peerguide.render.drawn.{VIEWS[type(entry).__name__]}")
    return shown(drawing(entry, width, colour=False))


def in_words(entry: object) -> str:
    """The linear text of something."""
    from importlib import import_module

    from peerguide.render.plain import lines
    from peerguide.render.views import VIEWS

    import_module(f"peerguide.render.plain.{VIEWS[type(entry).__name__]}")
    return "".join(f"{line}\n" for line in lines(entry))


KEYS = ["4", "2 when there is time", "b", "?", "3", "n with the new team", "q"]


@pytest.mark.parametrize("form", ["40", "80", "120", "plain"])
def test_the_whole_of_it(form: str, desk: Desk, shell: Shell, request: pytest.FixtureRequest) -> None:
    """The talk at a real terminal, the picture, the history and two views are what is recorded, at each width and in words."""
    if form == "plain":
        talk = shell.on_terminal("peerguide reflect --value 9 --plain", 80, KEYS).out
        told = [in_words(entry) for entry in views(desk)]
    else:
        talk = shown(shell.on_terminal("peerguide reflect --value 9", int(form), KEYS).out)
        told = [drawn(entry, int(form)) for entry in views(desk)]
    parts = ["\n".join(line.rstrip() for line in part.splitlines()) for part in (talk, *told)]
    whole = "\n\n==\n\n".join(parts) + "\n"
    recorded = Path(__file__).parent / "recorded" / f"reflect-{form}.txt"
    if request.config.getoption("--rewrite-transcripts"):
        recorded.write_text(whole, encoding="utf-8")
    assert whole == recorded.read_text(encoding="utf-8")


@given(
    st.dictionaries(
        st.sampled_from([f"9.s{n}" for n in range(1, 5)]), st.sampled_from(FREQUENCIES), min_size=1
    )
)
def test_no_mark_and_no_reproach(answers: dict[str, Frequency]) -> None:
    """Whatever was answered, nothing is added up into a mark and nobody is scolded; the picture says that it is no rating."""
    (one,) = reflections_of(said(answers, reflection=FIRST), "guidelines")
    for told in (drawn(entry := picture(Desk(Settings()), one), 80), in_words(entry)):
        assert not re.search(
            r"%|percent|score|grade|wrong|fail|should|must|poor|weak", told.split("What goes")[0]
        )
        assert not re.search(r"%|percent|score|wrong|fail|poor|weak", told)
        assert NO_RATING in " ".join(told.split())


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(columns: int, desk: Desk) -> None:
    """Nothing is drawn beyond the last column."""
    for entry in views(desk):
        assert max(map(cell_len, drawn(entry, columns).splitlines())) <= columns


def test_drawn_in_ascii(shell: Shell) -> None:
    """A terminal that can only write ASCII shows the picture too."""
    keep(shell, *two_reflections())
    ran = shell.on_terminal("peerguide reflect show", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", PYTHONIOENCODING="ascii")  # fmt: skip
    assert "# = -    1. Peer support is voluntary" in shown(ran.out)
    assert "\\u" not in ran.out
