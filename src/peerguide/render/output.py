"""Where text goes: the form that suits the stream, and writing that never half-fails in silence."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Literal, TextIO

from peerguide.errors import FileAccessError
from peerguide.render.text import fit, json_safe, safe
from peerguide.render.views import SHAPES, VIEWS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

Form = Literal["drawn", "plain", "json"]

WIDEST = 120
"""Lines get no wider than this many cells, however wide the terminal is."""


@dataclass(frozen=True, eq=False, repr=False)
class Output:
    """Standard output and standard error, and the form in which results go there.

    `page` sends a text through the person's pager and says whether that worked; None where paging was not asked for.
    """

    form: Form
    width: int
    stdout: TextIO | None
    stderr: TextIO | None
    colour: bool = True
    page: Callable[[str], bool] | None = None

    def show(self, entry: object) -> None:
        """Show an entry, or a list of them, on standard output.

        Raises FileAccessError when it cannot be written; a pipe that was closed raises BrokenPipeError.
        """
        text = self.rendered(entry)
        if self.page is None or self.form != "drawn":
            self.write(text)
        elif not self.page(text):
            self.write(text)
            self.say("The pager could not show this, so it was printed; the variable PAGER names the pager.")

    def rendered(self, entry: object) -> str:
        """The text of an entry in this output's form, its last line ended."""
        name = type(entry).__name__
        if self.form == "json":
            import_module(SHAPES.get(name, "peerguide.corpus.records"))
            return _as_json(entry)
        import_module(f"peerguide.render.{self.form}.{VIEWS.get(name, 'entries')}")
        if self.form == "plain":
            from peerguide.render.plain import lines

            return "".join(f"{line}\n" for line in lines(entry))
        from peerguide.render.screen import drawing

        return drawing(entry, self.width, colour=self.colour)

    def write(self, text: str) -> None:
        """Write text on standard output, whole or with an error."""
        with self._writing() as stdout:
            stdout.write(fit(text, stdout.encoding or "utf-8", json=self.form == "json"))
            stdout.flush()

    def write_bytes(self, data: bytes) -> None:
        """Write bytes on standard output as they are, whole or with an error."""
        with self._writing() as stdout:
            stdout.flush()
            stdout.buffer.write(data)

    @contextmanager
    def _writing(self) -> Iterator[TextIO]:
        if self.stdout is None:
            raise FileAccessError(
                "The output cannot be written: standard output is closed.", "Open it and try again."
            )
        try:
            yield self.stdout
        except BrokenPipeError:
            raise
        except OSError as error:
            raise unwritable_output(error) from error

    def say(self, *messages: str) -> None:
        """Say something beside the results, on standard error; where nobody can hear it, it is not said."""
        if self.stderr is None:
            return
        with suppress(OSError, ValueError):
            for message in messages:
                self.stderr.write(
                    fit(f"{_wrapped(safe(message), self.stderr)}\n", self.stderr.encoding or "utf-8")
                )
            self.stderr.flush()


def _wrapped(message: str, stream: TextIO) -> str:
    """The message, broken between words where the stream is a terminal."""
    if not stream.isatty():
        return message
    import textwrap

    return textwrap.fill(
        message, max(20, terminal_width()), break_long_words=False, break_on_hyphens=False, drop_whitespace=True,
        subsequent_indent="  " if message.startswith("  ") else "",
    )  # fmt: skip


def unwritable_output(error: OSError) -> FileAccessError:
    """The error that standard output refused what was written to it."""
    return FileAccessError(
        f"The output cannot be written: {error.strerror or error}.",
        "Make room there, or send the output somewhere else.",
    )


def unwritable(error: OSError) -> FileAccessError:
    """The error that a file or folder refused what was wanted of it."""
    return FileAccessError(
        f"{error.filename} cannot be read or written: {error.strerror or error}.",
        "Check that it is there and that you may use it.",
    )


def choose_form(*, json: bool, plain: bool, stdout: TextIO | None, environment: Mapping[str, str]) -> Form:
    """The form that was asked for, or the one that suits the stream and the person's settings."""
    if json:
        return "json"
    accessible = environment.get("ACCESSIBLE", "") not in ("", "0")
    dumb = environment.get("TERM", "").lower() in ("dumb", "unknown")
    on_terminal = stdout is not None and not stdout.closed and stdout.isatty()
    return "plain" if plain or accessible or dumb or not on_terminal else "drawn"


def terminal_width() -> int:
    """The width to draw for, in cells; 80 where the terminal does not say."""
    return min(WIDEST, shutil.get_terminal_size((80, 24)).columns)


def silence_streams() -> None:
    """Let nothing more be written: what is left in a stream that failed must not fail again at exit."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError, ValueError):
            stream.flush()
    with suppress(AttributeError, OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _as_json(entry: object) -> str:
    import json

    from peerguide.corpus.records import record

    return json_safe(json.dumps(record(entry), ensure_ascii=False, indent=2)) + "\n"
