"""Sittings with the real command: in a pipe, on a terminal, interrupted, without room, and what is kept of them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from conftest import END, INTERRUPT
from killing import kept, kill_sittings

from peerguide.progress.store import store_file

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Shell

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def right_letters(shell: Shell, words: str) -> list[str]:
    """The right letter of each question of a paper of choices."""
    questions = json.loads(shell(f"{words} --json").out)
    return [next(option["letter"] for option in one["options"] if option["correct"]) for one in questions]


def test_every_answer_is_kept(shell: Shell) -> None:
    """Each answer of a practice is kept with its card, what was chosen, and how it went."""
    words = "peerguide quiz --seed 5 --count 3 --kind practice"
    first, second, _third = right_letters(shell, words)
    wrong = next(letter for letter in "ABCD" if letter != second)
    ran = shell(words, f"{first}\nh\n{wrong}\n")
    assert ran.code == 0
    one, other = kept(shell)
    assert (one.kind, one.mode, one.correct, one.grade, one.credit) == ("practice", "practice", True, 3, 1.0)
    assert (other.correct, other.grade, other.credit) == (False, 1, 0.0)
    assert one.card.startswith("practice:")
    assert one.key == one.value == one.chosen
    assert other.key != other.chosen
    assert one.sitting == other.sitting


def test_a_hint_counts_as_hard_and_a_claim_as_right(shell: Shell) -> None:
    """A right answer after a hint is hard; "I was right" makes the last answer count; undo takes it away."""
    words = "peerguide quiz --seed 5 --count 4 --kind practice"
    first, second, third, _fourth = right_letters(shell, words)
    wrong = next(letter for letter in "ABCD" if letter != second)
    assert shell(words, f"h\n{first}\n{wrong}\n!\n{third}\nu\n").code == 0
    one, other = kept(shell)
    assert (one.grade, one.correct) == (2, True)
    assert (other.correct, other.credit) == (True, 1.0)


def test_no_save_keeps_nothing(shell: Shell) -> None:
    """With --no-save the data folder is not even made."""
    assert "Nothing was saved." in shell("peerguide quiz --no-save --count 1 --kind theme", "a\n").out
    assert not (shell.folder / "progress").exists()


def test_an_exam_leaves_the_schedule_alone(shell: Shell) -> None:
    """Answers of an exam are kept as such, and nothing is due by them."""
    assert shell("peerguide quiz --exam --seed 1 --count 2 --kind theme", "a\nb\n").code == 0
    assert [answer.mode for answer in kept(shell)] == ["exam", "exam"]
    assert json.loads(shell("peerguide review --due --json").out)["next"] is None


@pytest.mark.parametrize(("share", "code"), [(100, 6), (50, 0), (51, 6), (0, 0)])
def test_the_mark_asked_for(share: int, code: int, shell: Shell) -> None:
    """Below the mark asked for the exit code is 6, at it or above it is 0; what is not answered is not right."""
    words = "peerguide quiz --seed 3 --count 2 --kind role --no-save"
    first, _second = right_letters(shell, words)
    assert shell(f"{words} --pass {share}", f"{first}\n").code == code


def test_missed_asks_what_was_missed_last(shell: Shell) -> None:
    """--missed asks the cards whose last answer was not right, and no others."""
    words = "peerguide quiz --seed 5 --count 3 --kind practice"
    first, second, third = right_letters(shell, words)
    wrong = next(letter for letter in "ABCD" if letter != second)
    shell(words, f"{first}\n{wrong}\n{third}\n")
    missed = [answer.card for answer in kept(shell) if not answer.correct]
    assert [one["id"] for one in json.loads(shell("peerguide quiz --missed --json").out)] == missed
    right = next(
        option["letter"]
        for option in json.loads(shell("peerguide quiz --missed --seed 9 --json").out)[0]["options"]
        if option["correct"]
    )
    shell("peerguide quiz --missed --seed 9", f"{right}\n")
    assert shell("peerguide quiz --missed").code == 3


def test_the_exam_report(shell: Shell) -> None:
    """The report of an exam names every question with its answer and why, and is the same as was shown."""
    words = "peerguide quiz --exam --seed 6 --count 4 --kind practice --kind role --no-save"
    ran = shell(f"{words} --out report.md", "a\na\na\na\n")
    report = (shell.folder / "report.md").read_text(encoding="utf-8")
    assert "# Exam: National Practice Guidelines" in report
    assert report.count("\n### ") == 4
    assert report.count("\n- Why: ") == 4
    assert re.search(r"- Mark: (\d) of 4 right", report)[1] == re.search(r"Exam: (\d) of 4 right", ran.out)[1]  # type: ignore[index]
    assert "- Seed of the paper: 6" in report


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal(columns: int, shell: Shell) -> None:
    """Questions, feedback, help and summary fit the terminal they are drawn on."""
    ran = shell.on_terminal(
        "peerguide quiz --seed 4 --count 6 --no-save",
        columns,
        ["?", "h", "a", "", "b", "!", "", "xyz", "s", "u"],
    )
    assert ran.code == 0
    assert max(len(line) for line in ESCAPES.sub("", ran.out).splitlines()) <= columns


@pytest.mark.parametrize("accessible", [{"ACCESSIBLE": "1"}, {"TERM": "dumb"}, {}])
def test_a_screen_reader_hears_numbers(accessible: dict[str, str | None], shell: Shell) -> None:
    """For a screen reader nothing is drawn or moved: numbered options, one item a line, no escape sequences."""
    flag = "" if accessible else "--plain"
    ran = shell.on_terminal(
        f"peerguide quiz --seed 4 --count 1 --kind theme --no-save {flag}", 80, ["1", ""], **accessible
    )
    assert "\x1b" not in ran.out
    assert "\r" not in ran.out
    assert "1. " in ran.out
    assert "Question 1 of 1." in ran.out
    assert not set(ran.out) & set("━─│")


def test_control_c_keeps_what_was_answered(shell: Shell) -> None:
    """Control-C leaves with 130, says that answers are kept, and they are."""
    ran = shell.on_terminal("peerguide quiz --seed 4 --count 3 --kind theme", 80, ["a", "", INTERRUPT])
    assert ran.code == 130
    assert "Every answer before this question is kept." in ran.out
    assert len(kept(shell)) == 1


def test_the_end_of_the_input_on_a_terminal(shell: Shell) -> None:
    """Control-D ends the sitting with its summary."""
    ran = shell.on_terminal("peerguide quiz --seed 4 --count 3 --kind theme", 80, ["a", "", END])
    assert ran.code == 0
    assert "of 1" in ran.out
    assert len(kept(shell)) == 1


def test_undo_and_claim_after_the_answer(shell: Shell) -> None:
    """After an answer, u asks its question again and ! counts it as right; both are kept."""
    words = "peerguide quiz --seed 4 --count 2 --kind theme"
    first, second = right_letters(shell, words)
    wrong = ["ABCD".replace(first, "")[0], "ABCD".replace(second, "")[0]]
    ran = shell.on_terminal(words, 80, [wrong[0], "u", first, "", wrong[1], "!", ""])
    assert ran.code == 0
    assert "You knew 2 of 2." in ESCAPES.sub("", ran.out)
    assert [answer.correct for answer in kept(shell)] == [True, True]


def test_odd_bytes_are_no_reason_to_stop(shell: Shell) -> None:
    """Bytes that are no text, control characters and very long lines do no harm; what is left of them is an answer or none."""
    typed = "\udcff\udcfe\x00\n" + "x" * 200_000 + "\n\x1b[2Jhope\x1b[D\n"
    ran = shell("peerguide quiz --seed 2 --count 3 --kind name", typed)
    assert ran.code == 0
    assert "\x1b" not in ran.out
    assert [len(answer.given) for answer in kept(shell)] == [2000, 4]


@pytest.mark.parametrize("content", [b"", b"not a database at all", b"SQLite format 3\0" + bytes(4000)])
def test_a_damaged_store_is_told_before_the_first_question(content: bytes, shell: Shell) -> None:
    """A damaged store is left as it is, exit 5 before any question; --no-save still works."""
    file = store_file(shell.folder / "progress")
    file.parent.mkdir()
    file.write_bytes(content)
    ran = shell("peerguide quiz --count 1", "a\n")
    assert (ran.code, ran.out) == (5, "")
    assert "--no-save" in ran.err
    assert file.read_bytes() == content
    assert shell("peerguide quiz --count 1 --no-save", "a\n").code == 0
    assert [shell(f"peerguide {words}").code for words in ("review", "review --due", "stats")] == [5, 5, 5]


def test_no_room_is_told_before_feedback(shell: Shell) -> None:
    """When an answer cannot be kept, nothing is said of it, the exit code is 5, and those before it are kept."""
    assert shell("peerguide quiz --seed 4 --count 1 --kind theme", "a\n").code == 0
    size = store_file(shell.folder / "progress").stat().st_size // 1024
    limited = f"bash -c 'ulimit -f {size}; peerguide quiz --seed 4 --count 40 --kind theme --kind number --kind meaning'"
    ran = shell(limited, "a\n" * 40, PEERGUIDE_CACHE=None)
    told = len(re.findall(r"^(?:Right|Not this one)", ran.out, re.MULTILINE))
    assert ran.code in (0, 5)
    assert ran.code == 5 or told > 20
    assert told <= len(kept(shell)) - 1 <= told + 1


@pytest.mark.parametrize("at_once", [1, 2])
def test_killed_at_any_moment(at_once: int, shell: Shell) -> None:
    """Whatever sittings have said something of is kept once, when they are killed at any moment."""
    kill_sittings(shell, 6, at_once=at_once, seed=at_once)
    assert kept(shell)


def test_an_edit_keeps_the_history(shell: Shell) -> None:
    """A sentence may be edited, entries moved and a value renamed: what was missed is still asked."""
    shell("peerguide corpus new mine")
    words = "peerguide --corpus mine quiz --kind gap --kind name --seed 1 --count 50"
    shell(words, "zzz\n" * 50)
    missed = {answer.card for answer in kept(shell, "mine") if not answer.correct}
    assert missed
    file = shell.folder / "mine" / "values.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("We greet each person", "We say hello to everyone").replace(
            "We are welcoming", "We are open"
        ),
        encoding="utf-8",
    )
    again = json.loads(shell("peerguide --corpus mine quiz --missed --json").out)
    assert {one["id"] for one in again} == missed


def test_a_retired_id_hands_its_history_on(shell: Shell) -> None:
    """The history of an id that is retired counts for the one that stands in its place."""
    folder = _two_values(shell.folder / "mine", statement="1.p1")
    shell(f"peerguide --corpus {folder} quiz --kind gap", "zzz\n" * 2)
    assert [answer.card for answer in kept(shell, "mine")] == ["gap:1.p1"]
    _two_values(folder, statement="1.p2", retired="1.p1")
    again = json.loads(shell(f"peerguide --corpus {folder} quiz --missed --json").out)
    assert [one["id"] for one in again] == ["gap:1.p2"]
    assert shell("peerguide --corpus mine progress orphans").code == 0


def _two_values(folder: Path, statement: str, retired: str | None = None) -> Path:
    folder.mkdir(exist_ok=True)
    lines = [
        "values:",
        "- {id: 1, number: 1, name: We are kind, theme: Smile, meaning: Warmth for all.,",
        f"   practices: [{{id: {statement}, text: We greet each person.}}]}}",
        "- {id: 2, number: 2, name: We are calm, theme: Breathe, meaning: Peace helps.}",
    ]
    if retired:
        lines += [f"retired: [{{id: {retired}, replaced_by: {statement}}}]"]
    (folder / "values.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def test_review_tells_when_it_comes_again(shell: Shell) -> None:
    """A review asks new cards, at most so many a day, says when each comes again, and not two of one subject a day."""
    first = shell("peerguide review --new 3 --kind theme --kind number --kind meaning", "a\n" * 3)
    assert first.code == 0
    assert len(re.findall(r"^Comes again ", first.out, re.MULTILINE)) == 3
    subjects = [answer.subject for answer in kept(shell)]
    assert len(set(subjects)) == len(subjects) == 3
    second = shell("peerguide review --new 3 --kind theme --kind number --kind meaning", "a\n" * 3)
    assert "Nothing is due now" in second.out
    assert "peerguide quiz" in second.out


def test_due_is_a_number_for_a_prompt(shell: Shell) -> None:
    """--due prints how many are due and exits with 0, also where there is nothing yet, and creates nothing."""
    ran = shell("peerguide review --due")
    assert (ran.out, ran.err, ran.code) == ("0\n", "", 0)
    assert not (shell.folder / "progress").exists()


def test_easy_comes_later(shell: Shell) -> None:
    """Calling the last right answer easy puts it off, and the new date is told."""
    questions = json.loads(shell("peerguide review --new 1 --json").out)
    right = next(option["letter"] for option in questions[0]["options"] if option["correct"])
    ran = shell.on_terminal("peerguide review --new 1", 80, [right, "e", ""])
    assert "Comes again in 10 minutes." in ran.out
    assert re.search(r"Comes again on \w+, \d+ \w+ \d{4}\.", ran.out)
    assert [answer.grade for answer in kept(shell)] == [4]


def test_looking_things_up_creates_no_store(shell: Shell) -> None:
    """Looking up, searching, counting and printing questions write nothing to the data folder."""
    for words in (
        "value 7",
        "search trust",
        "quiz --json",
        "review --json",
        "review --due",
        "stats",
        "progress path",
    ):
        assert shell(f"peerguide {words}").code == 0
    assert not (shell.folder / "progress").exists()


def test_every_name_of_a_list_is_kept_at_once(shell: Shell) -> None:
    """In a list, names are kept after each line: Control-C after some keeps them, as one answer."""
    ran = shell.on_terminal("peerguide quiz --kind list", 80, ["hopeful, voluntary", "honest", INTERRUPT])
    assert ran.code == 130
    (answer,) = kept(shell)
    assert answer.given.count(";") == 2
    assert answer.credit == pytest.approx(3 / 12)


def test_an_exam_tells_nothing_before_its_end(shell: Shell) -> None:
    """No key tells in an exam how an answer went."""
    words = "peerguide quiz --exam --no-save --seed 5 --count 2 --kind theme"
    first, _second = right_letters(shell, words)
    wrong = "ABCD".replace(first, "")[0]
    told = [shell(words, f"{letter}\ne\n!\n").out.partition("Exam:")[0] for letter in (first, wrong)]
    assert told[0] == told[1]


def test_a_value_that_would_fit_too_is_asked_again(shell: Shell) -> None:
    """At a terminal a value that the statement would fit as well is no miss: the question waits for the other one."""
    words = "peerguide quiz --typed --kind practice --value 1 --count 1 --seed 3"
    asked = json.loads(shell(f"{words} --json").out)[0]
    also = json.loads(shell(f"peerguide practice {asked['refs'][0]} --json").out)["also"]
    name = json.loads(shell(f"peerguide value {also[0]} --json").out)["name"]
    ran = shell.on_terminal(words, 80, [name, "voluntary", ""])
    assert "That fits too." in ran.out
    assert [answer.correct for answer in kept(shell)] == [True]


def test_a_row_that_is_not_what_it_was_stops_a_quiz(shell: Shell) -> None:
    """A store with one changed letter in one answer, or cut by one byte, is added to no more."""
    shell("peerguide quiz --seed 4 --count 3 --kind number", "a\nb\nc\n")
    file = store_file(shell.folder / "progress")
    whole = file.read_bytes()
    for damaged in (whole[:-1], whole.replace(b"guidelines", b"guidelinez", 1)):
        file.write_bytes(damaged)
        assert shell("peerguide quiz --count 1", "a\n").code == 5
        assert file.read_bytes() == damaged


def test_no_key_changes_a_list_that_is_half_named(shell: Shell) -> None:
    """While names are being given, "I was right" and "easy" leave both the names and the answer before them alone."""
    words = "peerguide quiz --kind list --kind theme --count 2 --seed"
    seed = next(n for n in range(20) if json.loads(shell(f"{words} {n} --json").out)[1]["kind"] == "list")
    shell(f"{words} {seed}", "a\nhopeful\n!\ne\nu\nhonest\n\n")
    before, named = kept(shell)
    assert (named.correct, named.grade) == (False, 1)
    assert named.credit == pytest.approx(2 / 12)
    assert before.grade == (3 if before.key == before.chosen else 1)


def test_a_next_step_names_the_corpus_in_use(shell: Shell) -> None:
    """A next step that begins a quiz names the corpus that was asked for."""
    shell("peerguide corpus new mine")
    assert "peerguide --corpus mine quiz" in shell("peerguide --corpus mine quiz --missed").err
