"""What the real command prints, word for word, as recorded in tests/transcripts.

A transcript holds commands and what they printed: `$` a command, `<` a line typed into it, `|` a line of standard output, `!` a line of
standard error, `=` an exit code other than 0, `%` what is made ready before them, `#` a comment. A number of columns in brackets
before the command puts it on a pseudo-terminal of that width; its colours are left out here. `make transcripts` records anew.
"""

from __future__ import annotations

import re
from functools import partial
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from made_texts import write_texts
from made_up import kept

from peerguide.corpus.library import Corpus
from peerguide.corpus.places import corpus_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Ran, Shell

TRANSCRIPTS = sorted((Path(__file__).parent / "transcripts").glob("*.txt"))
ESCAPES = re.compile(r"\x1b\[[0-9;]*m")
COMMAND = re.compile(r"\$ (?:\[(\d+)\] )?(.*)")


def _keep(shell: Shell, **gaps: tuple[str, ...]) -> None:
    """Keep an official wording of the guidelines, as an import does."""
    kept(Corpus.open(corpus_folder(None)), shell.folder / "progress", **gaps)


def _damage(shell: Shell) -> None:
    """Cut the file of the official wording short."""
    file = shell.folder / "progress" / "wording" / "guidelines.sqlite"
    file.write_bytes(file.read_bytes()[:5000])


MADE_READY: dict[str, Callable[[Shell], None]] = {
    "an official wording, made up": _keep,
    "an official wording, made up, without 7.p2, 7.s3 and 7": partial(_keep, without=("7.p2", "7.s3", "7")),
    "the official wording damaged": _damage,
    "texts to look at": write_texts,
}
"""What a transcript can ask to be made ready."""


@pytest.mark.parametrize("transcript", TRANSCRIPTS, ids=lambda path: path.stem)
def test_transcript(transcript: Path, shell: Shell, request: pytest.FixtureRequest) -> None:
    """The command prints exactly what its transcript says, on the stream and with the exit code it says."""
    recorded = transcript.read_text(encoding="utf-8")
    script = [line for line in recorded.splitlines() if line[:1] in "#$<%" or not line]
    now = "".join(
        _played(line, _typed_after(script[place + 1 :]), shell)
        for place, line in enumerate(script)
        if line[:1] != "<"
    )
    if request.config.getoption("--rewrite-transcripts"):
        transcript.write_text(now, encoding="utf-8")
        return
    assert now == recorded


def _typed_after(script: list[str]) -> list[str]:
    """What is typed into the command before these lines."""
    return [line[2:] for line in takewhile(lambda line: line[:1] == "<", script)]


def _played(line: str, typed: list[str], shell: Shell) -> str:
    match = COMMAND.fullmatch(line)
    if line.startswith("% "):
        MADE_READY[line[2:]](shell)
    if match is None:
        return f"{line}\n"
    columns, words = match.groups()
    if columns:
        ran = shell.on_terminal(words, int(columns), typed)
    else:
        ran = shell(words, "".join(f"{one}\n" for one in typed))
    shown = "".join(f"< {one}\n".replace(" \n", "\n") for one in typed)
    return f"{line}\n{shown}{_recorded(ran, shell)}"


def _recorded(ran: Ran, shell: Shell) -> str:
    lines = [f"| {line}" for line in _lines(ran.out, shell)] + [
        f"! {line}" for line in _lines(ran.err, shell)
    ]
    lines += [f"= {ran.code}"] if ran.code else []
    return "".join(f"{line}\n".replace(" \n", "\n") for line in lines)


def _lines(text: str, shell: Shell) -> list[str]:
    """The lines of an output; one that is not ended says so."""
    plain = ESCAPES.sub("", text).replace(str(shell.folder), "FOLDER")
    return [line if ended else f"{line} (no line end)" for line, ended in _ended(plain)]


def _ended(text: str) -> list[tuple[str, bool]]:
    return [(line.removesuffix("\n"), line.endswith("\n")) for line in text.splitlines(keepends=True)]
