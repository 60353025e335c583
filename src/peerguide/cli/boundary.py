"""The one place where errors end: shown in a sentence, and turned into the exit code of the process."""

from __future__ import annotations

import os
import re
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import typer

from peerguide import errors
from peerguide.cli.desk import program_for
from peerguide.errors import PeerguideError
from peerguide.render.output import Output, silence_streams, unwritable, unwritable_output
from peerguide.render.text import json_safe

if TYPE_CHECKING:
    from collections.abc import Iterator

LOOK_UP = r"peerguide (value|practice|role|term|source|reading|crosswalk|scenario|search|quiz|review|stats|reflect|export|wording)\b"
"""How a next step begins that asks the corpus in use."""

SHOWING = ("value", "practice", "role", "term", "search", "quiz", "review", "stats", "reflect", "export")
"""Those of them that ask it in the wording in use."""

PLAINER = {
    r"is not a valid int(?:eger)?(?: range)?": "is not a whole number",
    r"is not in the range x>=(\d+)": r"is too small; it must be \1 or more",
    r"is not in the range (\d+)<=x<=(\d+)": r"must be from \1 to \2",
    r"Got unexpected extra arguments? \((.*)\)": r'This command does not take "\1"',
}
"""What Typer says in a programmer's words, and how to say it."""

# Typer names only the last of this family; the others have no public name and must not be imported from Click.
USAGE_ERROR: Any = typer.BadParameter.__base__


@contextmanager
def boundary(*, json: bool, corpus: str | None = None, wording: str | None = None) -> Iterator[None]:
    """Show whatever error leaves the block and leave with its exit code, by raising `typer.Exit`.

    With `json`, an error is a JSON object on standard error; `corpus` and `wording` are those asked for on the command line,
    which the commands of a next step must name too.
    """
    try:
        yield
    except typer.Exit:
        raise
    except BrokenPipeError as error:  # whoever read the output has had enough: that is no error
        silence_streams()
        raise typer.Exit(errors.DONE) from error
    except (KeyboardInterrupt, typer.Abort) as error:
        raise typer.Exit(errors.INTERRUPTED) from error
    except Exception as error:
        expected = _expected(error)
        if expected is None and os.environ.get("PEERGUIDE_DEBUG"):
            raise
        told = expected or _bug(error)
        told.hint = re.sub(
            LOOK_UP,
            lambda match: f"{program_for(corpus, wording if match[1] in SHOWING else None)} {match[1]}",
            told.hint,
        )
        report(told, json=json)
        raise typer.Exit(told.exit_code) from error


def report(error: PeerguideError, *, json: bool) -> None:
    """Tell an error on standard error: its sentence, its lines, what to do next; or all that as JSON."""
    output = Output("plain", 80, None, sys.stderr)
    if json:
        import json as json_format

        document = json_format.dumps({"error": error.record()}, ensure_ascii=False)
        output.say(json_safe(document))
    else:
        output.say(f"peerguide: {error.message}", *error.lines(), error.hint)
    if isinstance(error, errors.FileAccessError):
        silence_streams()


def _expected(error: Exception) -> PeerguideError | None:
    """The error as one of the family; None when nobody expected it."""
    if isinstance(error, PeerguideError):
        return error
    if isinstance(error, USAGE_ERROR):
        return _usage(error)
    if isinstance(error, OSError):  # Typer's own work: printing a help text, installing completion
        return unwritable(error) if error.filename else unwritable_output(error)
    return None


def _usage(error: Any) -> PeerguideError:  # noqa: ANN401 - Typer's own
    message = str(error.format_message())
    for jargon, plain in PLAINER.items():
        message = re.sub(jargon, plain, message)
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "peerguide"
    return errors.UsageError(
        message if message.endswith((".", "?")) else f"{message}.", f"Try: {command} --help"
    )


def _bug(error: Exception) -> PeerguideError:
    bug = PeerguideError(
        f"This is a bug in peerguide itself: {type(error).__name__}: {error}",
        "Please report it with the command you typed; PEERGUIDE_DEBUG=1 before the command shows where it happened.",
    )
    bug.code = "bug"
    return bug
