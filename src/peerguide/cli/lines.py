"""What a person types, line by line, at a terminal or from a pipe."""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, TextIO

from peerguide.errors import UsageError

if TYPE_CHECKING:
    from peerguide.render.output import Output

PROMPT = "> "

LONGEST = 2000
"""As much of a line is read as an answer, in characters."""

PATIENCE = 1000
"""After so many lines of a pipe without an answer among them, none is expected any more."""

CONTROLS = r"\x1b\[[0-9;?]*[ -/]*[@-~]|[\x00-\x1f\x7f]"
"""What keys such as arrows leave in a line where they do not edit it, and other characters that are no text."""


class Lines:
    """Standard input as lines. `interactive` says that a person at a terminal types them, and sees a prompt."""

    def __init__(self, output: Output, stream: TextIO | None = None) -> None:
        self._output = output
        self._stream = stream if stream is not None else sys.stdin
        self._idle = 0
        self.cut = False
        """Whether the last line was longer than what is read of one."""
        self.interactive = self._stream is not None and not self._stream.closed and self._stream.isatty()
        with suppress(AttributeError, ValueError):
            self._stream.reconfigure(errors="replace")  # type: ignore[union-attr] # bytes that are no text are no reason to stop

    def next(self, prompt: str = PROMPT) -> str | None:
        """The next line without its end, cleaned.

        None when there is none any more, or when a pipe has brought too many lines since the last one that was `used`.
        """
        self._idle += 1
        if self._idle > PATIENCE and not self.interactive:
            return None
        line = self._typed(prompt) if self.interactive else self._read()
        self.cut = line is not None and len(line.rstrip("\r\n")) > LONGEST
        return None if line is None else re.sub(CONTROLS, "", line[:LONGEST])

    def used(self) -> None:
        """Take note that the last line answered something."""
        self._idle = 0

    def _read(self) -> str | None:
        if self._stream is None or self._stream.closed:
            return None
        return self._stream.readline() or None

    def _typed(self, prompt: str) -> str | None:
        """A line typed at a terminal, with the editing keys that people know from their shell."""
        _edit_lines()
        try:
            return input(prompt)
        except EOFError:
            self._output.write("\n")
            return None


def confirmed(output: Output, does: str, command: str) -> bool:
    """Whether a person at a terminal says yes to a command that puts something aside; `does` says what it does.

    Raises UsageError where there is nobody to ask, naming the command that does not ask.
    """
    lines = Lines(output)
    if not lines.interactive or output.form == "json":
        raise UsageError(
            f"This {does}, so it asks first, and here is nobody to ask.",
            f"To go on without being asked: {command}",
        )
    output.say(f"This {does}, with a backup. Go on? Type yes, or anything else to leave it.")
    return (lines.next() or "").strip().casefold() in {"y", "yes"}


@cache
def _edit_lines() -> None:
    """Let arrow keys and the like edit the line, where Python knows how; answers are no history to go through."""
    with suppress(ImportError):
        import readline

        readline.set_auto_history(False)
        readline.parse_and_bind("set enable-bracketed-paste off")  # it would write escape sequences
