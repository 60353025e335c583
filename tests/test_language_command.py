"""The language command: what reaches the screen, whichever way a text comes in and whatever is in it."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from conftest import PEERGUIDE, REPOSITORY
from made_texts import NOTES, write_texts
from test_completion import offered
from test_output import ESCAPE

from peerguide.language.levels import NAMES, at_least

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Ran, Shell

WORDS = "--words words.yaml"


@pytest.fixture(autouse=True)
def _texts(shell: Shell) -> None:
    write_texts(shell)


def places(ran: Ran) -> list[str]:
    """Where the findings of a plain output stand, without the name of the text."""
    return [":".join(line.split(":")[1:3]) for line in ran.out.splitlines()]


@pytest.mark.parametrize(
    ("name", "levels"),
    [
        ("sure", {"high"}),
        ("high", {"high"}),
        ("likely", {"high", "medium"}),
        ("Medium", {"high", "medium"}),
        ("ask", {"high", "medium", "ask"}),
        ("", None),
        ("low", None),
    ],
)
def test_levels(name: str, levels: set[str] | None) -> None:
    """A level is known by what people call it and by its name in the data, and takes the surer ones along."""
    assert at_least(name) == levels


def test_every_level_has_a_name() -> None:
    """Every level that an entry can have is called something."""
    from typing import get_args

    from peerguide.corpus.model.language import Confidence

    assert set(NAMES) == set(get_args(Confidence))


def test_the_same_whichever_way_it_comes(shell: Shell) -> None:
    """A text gives the same findings as a file, from a pipe, and from a file as standard input."""
    as_file = places(shell(f"peerguide language notes.md {WORDS}"))
    piped = places(shell(f"peerguide language - {WORDS}", NOTES))
    command = f"{shlex.quote(PEERGUIDE)} language - {WORDS} < notes.md"
    done = subprocess.run(
        ["bash", "-c", command], cwd=shell.folder, env=shell.environment, capture_output=True, text=True
    )
    redirected = [":".join(line.split(":")[1:3]) for line in done.stdout.splitlines()]
    assert as_file == piped == redirected
    assert len(as_file) == 4


def test_what_was_read_of_standard_input_is_left(shell: Shell) -> None:
    """Where another program has read the beginning of standard input, the rest is looked at, and only that."""
    command = f"(read -r _; read -r _; {shlex.quote(PEERGUIDE)} language - {WORDS} --json) < notes.md"
    done = subprocess.run(
        ["bash", "-c", command], cwd=shell.folder, env=shell.environment, capture_output=True, text=True
    )
    assert json.loads(done.stdout)[0]["line"] == 1


@pytest.mark.parametrize("form", ["", "--json"])
def test_a_file_that_turns_out_no_text_shows_nothing(form: str, shell: Shell) -> None:
    """A file that is no text only far from its beginning shows no findings at all."""
    (shell.folder / "late.txt").write_bytes(NOTES.encode() * 1000 + b"\0")
    ran = shell(f"peerguide language late.txt {form} {WORDS}")
    assert (ran.out, ran.code) == ("[]\n" if form else "", 4)
    assert "late.txt:9001:1: " in ran.err or '"line": 9001' in ran.err


def test_a_pipe_that_turns_out_no_text_is_told_with_its_place(shell: Shell) -> None:
    """A pipe can be read once only; its findings stand in an array that is ended, and the place of the trouble is told."""
    ran = shell(f"peerguide language - flyer.txt --json {WORDS}", NOTES * 2000 + "\0")
    assert ran.code == 4
    assert '"line": 18001' in ran.err
    assert {finding["path"] for finding in json.loads(ran.out)} <= {"-"}


def test_json_is_one_array_over_all_texts(shell: Shell) -> None:
    """The findings of all texts stand in one array, laid out as all JSON here, with the keys in their order."""
    ran = shell(f"peerguide language notes.md utf-16.txt flyer.txt --json {WORDS}")
    findings = json.loads(ran.out)
    assert ran.out == json.dumps(findings, indent=2, ensure_ascii=False) + "\n"
    assert [finding["path"] for finding in findings] == ["notes.md"] * 4 + ["utf-16.txt"] * 4
    keys = "path line column phrase reason suggestions ref confidence id kind also source end_line end_column"
    assert all(list(finding) == keys.split() for finding in findings)
    assert ran.err == ""


def test_closed_pipe_is_no_error(shell: Shell) -> None:
    """Whoever closes the pipe early has had enough: no message, no error."""
    (shell.folder / "many.md").write_text(NOTES * 500)
    for form in ("", "--json", "--strict"):
        command = (
            f"{shlex.quote(PEERGUIDE)} language many.md {form} {WORDS} | head -n 1; echo ${{PIPESTATUS[0]}}"
        )
        done = subprocess.run(
            ["bash", "-c", command], cwd=shell.folder, env=shell.environment, capture_output=True, text=True
        )
        assert (done.stdout.splitlines()[-1], done.stderr) == ("0", "")


def test_full_disk(shell: Shell) -> None:
    """Findings that cannot be written are told in a sentence, with exit code 5, and not as the text's fault."""
    command = f"{shlex.quote(PEERGUIDE)} language notes.md {WORDS} > /dev/full"
    done = subprocess.run(
        ["bash", "-c", command], cwd=shell.folder, env=shell.environment, capture_output=True, text=True
    )
    assert done.returncode == 5
    assert done.stderr.startswith("peerguide: The output cannot be written: ")


@pytest.mark.parametrize("columns", [1, 20, 40, 61, 80, 120, 300])
def test_no_line_is_wider_than_the_terminal(columns: int, shell: Shell) -> None:
    """Nothing is drawn beyond the last column, however narrow the terminal."""
    ran = shell.on_terminal(f"peerguide language notes.md long.txt harmful.txt {WORDS} --json", columns)
    assert ran.code == 0
    drawn = shell.on_terminal(f"peerguide language notes.md long.txt harmful.txt {WORDS}", columns)
    lines = ESCAPE.sub("", drawn.out).splitlines()[:-1]
    assert max(map(len, lines)) <= min(max(columns, 20), 120)


@pytest.mark.parametrize("form", ["", "--plain", "--json"])
def test_nothing_in_a_text_acts_on_the_terminal(form: str, shell: Shell) -> None:
    """Direction marks, markup and control characters of a text or of its name are shown, and do nothing."""
    name = "a\x1b[31mb.txt"
    (shell.folder / name).write_text("The \u202elodger\u202c \x9b31m met.\n" * 3 + NOTES * 30)
    ran = shell.on_terminal(f"peerguide language '{name}' {WORDS} {form}")
    assert ran.code == 0
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200f\u202a-\u202e]", ESCAPE.sub("", ran.out))


def test_the_words_are_marked(shell: Shell) -> None:
    """On a terminal the words that were found stand in the style of a match, over a line's end too."""
    out = shell.on_terminal(f"peerguide language notes.md {WORDS}", 120).out
    marked = re.findall(r"\x1b\[1;4m(.*?)\x1b\[0m", out)
    assert marked == ["The lodgers", "pigeonholed", "the long- term lodger", "night owl"]


def test_linear_text_begins_as_editors_expect(shell: Shell) -> None:
    """Each line of linear text begins path:line:column, and the words stand there in the text."""
    for line in shell(f"peerguide language notes.md {WORDS}").out.splitlines():
        found = re.match(r'notes\.md:(\d+):(\d+): "([^\s"]+)', line)
        assert found
        assert NOTES.splitlines()[int(found[1]) - 1][int(found[2]) - 1 :].startswith(found[3])


def test_tab_completes_options(shell: Shell) -> None:
    """Tab completes the command and its options, and leaves file names to the shell."""
    assert offered(shell, "peerguide lang") == ["language"]
    assert offered(shell, "peerguide language --at") == ["--at-least"]
    assert offered(shell, "peerguide language no") == []


def test_memory_stays_flat(shell: Shell, tmp_path: Path) -> None:
    """Forty times the text, all full of findings, takes no more memory to show."""
    peaks = []
    for times in (50, 2000):
        (tmp_path / "text.md").write_text(NOTES * times)
        measured = (
            "import resource, sys; from peerguide.cli.app import run; sys.argv[1:] = sys.argv[1].split(); run(); "
            "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
        )
        command = f"language {tmp_path}/text.md --json --words {tmp_path}/words.yaml"
        ran = shell(f"{shlex.quote(sys.executable)} -c {shlex.quote(measured)} {shlex.quote(command)}")
        peaks.append(int(ran.err.splitlines()[-1]))
    assert peaks[1] < peaks[0] + 4000


def test_the_entry_shown_to_contributors_works(shell: Shell) -> None:
    """The words shown in CONTRIBUTING.md, taken as they stand, are valid, and find what their example says."""
    text = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (words,) = re.findall(r"```yaml\n(entries:.*?)```", text, re.DOTALL)
    (shell.folder / "shown.yaml").write_text(words)
    ran = shell(
        "peerguide language - --words shown.yaml --json", "The ward has two bed blockers, or bed-blockers."
    )
    assert [finding["phrase"] for finding in json.loads(ran.out)] == ["bed blockers", "bed-blockers"]
