"""Where output goes: terminals and pipes of every sort, and text that would do harm there."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from conftest import PEERGUIDE, SMALL

if TYPE_CHECKING:
    from conftest import CorpusMaker, Shell

ESCAPE = re.compile(r"\x1b\[([0-9;]*)m")

HOSTILE = SMALL.replace(
    "Kindness is for everyone.",
    r'"\e[31mred\e[0m [bold]bold[/bold] [/] :smile: \u202Eabc\u202C \a\b\u009B2J \u200F [link=x]y[/link]"',
)


@pytest.mark.parametrize("words", ["", "--plain", "--json"])
def test_hostile_text_is_shown_as_text(words: str, corpus_of: CorpusMaker, shell: Shell) -> None:
    """Escape sequences, markup, emoji codes and direction marks of a corpus appear as harmless text."""
    folder = corpus_of(HOSTILE)
    for ran in (
        shell(f"peerguide value 1 {words} --corpus {folder}"),
        shell.on_terminal(f"peerguide value 1 {words} --corpus {folder}"),
    ):
        printed = ESCAPE.sub("", ran.out)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200f\u202a-\u202e]", printed)
        squeezed = " ".join(printed.split())
        assert "[bold]bold[/bold] [/] :smile:" in squeezed
        assert ("\\u001b[31mred" if words == "--json" else "\\x1b[31mred") in squeezed


def test_hostile_names_are_harmless_in_errors(shell: Shell) -> None:
    """What was typed comes back in an error without the power to act."""
    ran = shell.on_terminal("peerguide value $'x' '\x1b[31mevil\x07 [/]'")
    assert "\x1b[31m" not in ran.out
    assert "\\x1b[31mevil\\x07 [/]" in ran.out


@pytest.mark.parametrize(
    ("changes", "drawn"),
    [
        ({}, True),
        ({"TERM": "dumb"}, False),
        ({"ACCESSIBLE": "1"}, False),
        ({"ACCESSIBLE": "0"}, True),
        ({"ACCESSIBLE": ""}, True),
    ],
)
def test_linear_text_where_it_suits(changes: dict[str, Any], drawn: bool, shell: Shell) -> None:
    """A terminal gets a drawing, unless it is a dumb one or the person asked for accessible output."""
    ran = shell.on_terminal("peerguide value 7", **changes)
    assert ("\x1b[" in ran.out) is drawn
    assert ran.out.startswith("Value 7: ") is not drawn


def test_plain_on_a_terminal_is_what_a_pipe_gets(shell: Shell) -> None:
    """`--plain` on a terminal prints the very text that a pipe gets."""
    assert shell.on_terminal("peerguide value 7 --plain").out == shell("peerguide value 7").out


def test_no_color(shell: Shell) -> None:
    """NO_COLOR takes every colour away, and an empty one takes none."""
    colours = re.compile(r"\x1b\[[0-9;]*(3[0-9]|4[0-9]|9[0-7])[0-9;]*m")
    assert not colours.search(shell.on_terminal("peerguide value 7", NO_COLOR="1").out)
    assert colours.search(shell.on_terminal("peerguide value 7", NO_COLOR="").out)


@pytest.mark.parametrize("columns", [0, 5, 20, 40, 60, 61, 80, 120, 300])
def test_no_line_is_wider_than_the_terminal(columns: int, shell: Shell) -> None:
    """Nothing is drawn beyond the last column, however narrow the terminal; 0 columns counts as 80."""
    for words in (
        "value",
        "value 7",
        "role 9",
        "term",
        "term co-optation",
        "source",
        "source guidelines",
        "practice 7.p4",
    ):
        ran = shell.on_terminal(f"peerguide {words}", columns)
        assert ran.code == 0
        assert max(len(ESCAPE.sub("", line)) for line in ran.out.splitlines()) <= min(columns or 80, 120)


@pytest.mark.parametrize(("columns", "beside"), [(61, True), (60, False)])
def test_practices_beside_roles(columns: int, beside: bool, shell: Shell) -> None:
    """Practices and supervisor roles stand side by side above 60 columns, one after the other from there down."""
    lines = ESCAPE.sub("", shell.on_terminal("peerguide value 7", columns).out).splitlines()
    assert any("Practices" in line and "Supervisor roles" in line for line in lines) is beside


def test_closed_pipe_is_no_error(shell: Shell) -> None:
    """Whoever closes the pipe early has had enough: no message, no error."""
    for words in ("value", "practice", "value 7 --json", "source", "--help"):
        pipeline = f"{shlex.quote(PEERGUIDE)} {words} | true; echo ${{PIPESTATUS[0]}}"
        done = subprocess.run(["bash", "-c", pipeline], env=shell.environment, capture_output=True, text=True)
        assert (done.stdout, done.stderr) == ("0\n", "")


def test_full_disk(shell: Shell) -> None:
    """Output that cannot be written is told in a sentence, with exit code 5."""
    for words in ("value", "value 7", "--help", "--version", "corpus schema", "corpus"):
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(
                [PEERGUIDE, *words.split()], env=shell.environment, stdout=full, stderr=subprocess.PIPE
            )
        assert done.returncode == 5, words
        sentence, hint = done.stderr.decode().splitlines()
        assert sentence == "peerguide: The output cannot be written: No space left on device."
        assert hint == "Make room there, or send the output somewhere else."


def test_closed_output(shell: Shell) -> None:
    """With standard output closed there is a sentence and exit code 5; with standard error closed, silence."""
    for words, code in (("value", 5), ("value 13", 3)):
        command = f"{shlex.quote(PEERGUIDE)} {words} >&- 2>&-"
        assert subprocess.run(["bash", "-c", command], env=shell.environment).returncode == code


@pytest.mark.parametrize(
    "changes", [{"LANG": "C", "LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "latin-1"}]
)
def test_narrow_encodings(changes: dict[str, str], corpus_of: CorpusMaker, shell: Shell) -> None:
    """An output that cannot write every character gets the nearest that it can, and JSON stays JSON."""
    folder = corpus_of(SMALL.replace("We are kind", "“Café” – 漢字 •"))
    encoding = changes.get("PYTHONIOENCODING", "utf-8")
    command = [PEERGUIDE, "value", "--corpus", str(folder)]
    environment = {**shell.environment, **changes}
    shown = {
        "utf-8": "“Café” – 漢字 •",
        "ascii": '"Caf\\xe9" - \\u6f22\\u5b57 *',
        "latin-1": '"Café" - \\u6f22\\u5b57 *',
    }
    plain = subprocess.run(command, env=environment, capture_output=True)
    assert plain.stdout.decode(encoding).startswith(f"1: {shown[encoding]}. ")
    data = subprocess.run([*command, "--json"], env=environment, capture_output=True).stdout
    assert json.loads(data.decode(encoding))[0]["name"] == "“Café” – 漢字 •"


def test_bytes_that_are_no_text(shell: Shell) -> None:
    """Words that are not valid UTF-8 are answered like any other words."""
    done = subprocess.run([PEERGUIDE, "value", b"\xff\xfe"], env=shell.environment, capture_output=True)
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr


def test_interrupted(shell: Shell) -> None:
    """Ctrl-C ends a command with exit code 130 and no traceback."""
    code = "import os, signal; from peerguide.cli import desk, app; desk.Desk.show = lambda *a: os.kill(os.getpid(), signal.SIGINT) or __import__('time').sleep(5); raise SystemExit(app.run())"
    done = subprocess.run(
        [sys.executable, "-c", code, "value"],
        env=shell.environment,
        capture_output=True,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_pager_only_when_asked_for(shell: Shell) -> None:
    """A result goes through the pager with `--pager` on a terminal, and never otherwise."""
    pager = "sh -c 'echo PAGED; cat'"
    assert "PAGED" in shell.on_terminal("peerguide value 7 --pager", PAGER=pager).out
    assert "PAGED" in shell.on_terminal("peerguide value 7 --pager", PAGER=f"A=1 {pager}").out
    assert "PAGED" not in shell.on_terminal("peerguide value 7", PAGER=pager).out
    assert "PAGED" not in shell("peerguide value 7 --pager", PAGER=pager).out


@pytest.mark.parametrize("pager", ["nonexistent-pager", "false", "less '", "A=1"])
def test_pager_that_cannot_show_loses_nothing(pager: str, shell: Shell) -> None:
    """When the pager fails, the result is printed all the same, and that is said."""
    ran = shell.on_terminal("peerguide value 7 --pager", PAGER=pager)
    assert "honest and direct" in ran.out
    assert "The pager could not show this" in ran.out
    assert ran.code == 0


def test_errors_break_between_words(shell: Shell) -> None:
    """On a narrow terminal an error and a help text are broken between words."""
    for words in ("value zzz", "--corpus nope value", "value --help", "--help"):
        lines = shell.on_terminal(f"peerguide {words}", 40).out.splitlines()
        assert max(map(len, lines)) <= 42, words


def test_interrupted_early(shell: Shell) -> None:
    """Ctrl-C while modules are still being read ends in exit code 130 too, without a traceback."""
    code = (
        "import sys, types; app = types.ModuleType('peerguide.cli.app');"
        "app.__getattr__ = lambda name: (_ for _ in ()).throw(KeyboardInterrupt);"
        "sys.modules['peerguide.cli.app'] = app; from peerguide.__main__ import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", code], env=shell.environment, capture_output=True)
    assert (done.returncode, done.stderr) == (130, b"")


def test_bug_is_told_as_one(shell: Shell) -> None:
    """An error nobody expected leaves with 1 and a sentence; PEERGUIDE_DEBUG=1 shows where it happened."""
    code = "from peerguide.cli import desk, app; desk.Desk.show = None; raise SystemExit(app.run())"
    command = [sys.executable, "-c", code, "value"]
    done = subprocess.run(command, env=shell.environment, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.startswith("peerguide: This is a bug in peerguide itself: TypeError")
    assert "Traceback" not in done.stderr
    debugged = subprocess.run(
        command, env={**shell.environment, "PEERGUIDE_DEBUG": "1"}, capture_output=True, text=True
    )
    assert "Traceback" in debugged.stderr
