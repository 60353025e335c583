"""What a person types, line by line, at a terminal or from a pipe."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from peerguide.render.output import Output

PROMPT = "> "


class Lines:
    """Standard input as lines. `interactive` says that a person at a terminal types them, and sees a prompt."""

    def __init__(self, output: Output, stream: TextIO | None = None) -> None:
        self._output = output
        self._stream = stream if stream is not None else sys.stdin
        self.interactive = self._stream is not None and not self._stream.closed and self._stream.isatty()
        with suppress(AttributeError, ValueError):
            self._stream.reconfigure(errors="replace")  # type: ignore[union-attr] # bytes that are no text are no reason to stop

    def next(self, prompt: str = PROMPT) -> str | None:
        """The next line without its end; None when there is none any more."""
        if self.interactive:
            self._output.write(prompt)
        if self._stream is None or self._stream.closed:
            return None
        line = self._stream.readline()
        if not line and self.interactive:
            self._output.write("\n")
        return line.rstrip("\r\n") if line else None
