"""What the tests share: running the real command, in a pipe or on a terminal, away from the person's own files."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import shlex
import signal
import struct
import subprocess
import sys
import termios
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PROMPT = b"> "
SETTLED = 0.05
"""Seconds from a prompt until keys are typed: the prompt is written a moment before the terminal is ready to edit a line."""

PATIENCE = 60.0
"""Seconds without a word after which a program on a terminal is taken to hang."""

END, INTERRUPT = "\x04", "\x03"
CONTROLS = (END, INTERRUPT)

REPOSITORY = Path(__file__).parent.parent
DATA = REPOSITORY / "data"
PEERGUIDE = str(Path(sys.executable).with_name("peerguide"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option with which `make transcripts` writes the transcripts anew."""
    parser.addoption(
        "--rewrite-transcripts", action="store_true", help="write down what the commands print now"
    )


class Ran(NamedTuple):
    """What a command printed and the exit code it left with."""

    out: str
    err: str
    code: int


class Shell:
    """Runs commands in a folder and an environment of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(folder / "home"),
            "PEERGUIDE_CACHE": str(folder / "cache"),
            "PEERGUIDE_DATA": str(folder / "progress"),
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    def __call__(self, words: str, typed: str = "", **changes: str | None) -> Ran:
        """Run a command line in pipes, `typed` coming in. `changes` alter the environment; None takes a variable away."""
        done = subprocess.run(
            shlex.split(words),
            capture_output=True,
            cwd=self.folder,
            env=self._environment(changes),
            input=typed.encode(errors="surrogateescape"),
            timeout=60,
        )
        return Ran(done.stdout.decode(), done.stderr.decode(), done.returncode)

    def on_terminal(
        self, words: str, columns: int = 80, keys: Sequence[str] = (), **changes: str | None
    ) -> Ran:
        """Run a command line on a real pseudo-terminal of that width; all it prints comes back as `out`.

        Each of the `keys` is typed when the program waits after a prompt, then Enter; after the last one comes the end of
        the input (Control-D). A key of one control character, such as Control-C, is typed by itself.
        """
        pid, terminal = pty.fork()
        if pid == 0:  # pragma: no cover - the child becomes the command
            os.chdir(self.folder)
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
            arguments = shlex.split(words)
            os.execvpe(arguments[0], arguments, self._environment(changes))
        printed = b""
        waiting = [key if key in CONTROLS else f"{key}\n" for key in keys]
        with suppress(OSError):
            while chunk := _read(terminal, pid):
                printed += chunk
                if printed.endswith(PROMPT):
                    time.sleep(SETTLED)
                    os.write(terminal, (waiting.pop(0) if waiting else END).encode())
        _pid, status = os.waitpid(pid, 0)
        os.close(terminal)
        return Ran(printed.decode().replace("\r\n", "\n"), "", os.waitstatus_to_exitcode(status))

    def _environment(self, changes: Mapping[str, str | None]) -> dict[str, str]:
        joined = {**self.environment, **changes}
        return {name: value for name, value in joined.items() if value is not None}


def _read(terminal: int, pid: int) -> bytes:
    """What the program prints next; one that says nothing for too long is ended, and fails its test."""
    if not select.select([terminal], [], [], PATIENCE)[0]:
        os.kill(pid, signal.SIGKILL)
    return os.read(terminal, 1 << 16)


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A shell in an empty folder, with an empty cache."""
    (tmp_path / "home").mkdir()
    return Shell(tmp_path)


@pytest.fixture
def corpus_of(tmp_path: Path) -> CorpusMaker:
    """Writes a corpus folder out of the YAML of its files."""
    return CorpusMaker(tmp_path / "mine")


class CorpusMaker:
    """Writes files into a corpus folder, over a small valid corpus."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, values: str | bytes | None = None, **others: str | bytes) -> Path:
        """The folder with these files: `values`, `glossary` and `sources`, each YAML as text or bytes."""
        self.folder.mkdir(exist_ok=True)
        contents = {"values": values if values is not None else SMALL, **others}
        for name, content in contents.items():
            data = content if isinstance(content, bytes) else content.encode()
            (self.folder / f"{name}.yaml").write_bytes(data)
        return self.folder


SMALL = """\
values:
  - id: 1
    number: 1
    name: We are kind
    theme: Be kind
    meaning: Kindness is for everyone.
    aliases: [kindness]
    practices:
      - id: 1.p1
        text: We greet each person.
    roles:
      - id: 1.s1
        text: Greet each worker.
  - id: 2
    number: 2
    name: We are calm
    theme: Keep calm
    meaning: Calm helps.
"""
"""A valid corpus of two values."""
