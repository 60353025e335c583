"""The one place where errors end: shown in a sentence, and turned into the exit code of the process."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import typer

from peerguide import errors
from peerguide.errors import PeerguideError
from peerguide.render.output import Output, silence_streams
from peerguide.render.text import json_safe

if TYPE_CHECKING:
    from collections.abc import Iterator

# Typer names only the last of this family; the others have no public name and must not be imported from Click.
USAGE_ERROR: Any = typer.BadParameter.__base__


@contextmanager
def boundary(*, json: bool) -> Iterator[None]:
    """Show whatever error leaves the block and leave with its exit code, by raising `typer.Exit`.

    With `json`, an error is a JSON object on standard error.
    """
    try:
        yield
    except PeerguideError as error:
        report(error, json=json)
        raise typer.Exit(error.exit_code) from error
    except USAGE_ERROR as error:
        report(_usage(error), json=json)
        raise typer.Exit(errors.USAGE) from error
    except BrokenPipeError as error:  # whoever read the output has had enough: that is no error
        silence_streams()
        raise typer.Exit(errors.DONE) from error
    except (KeyboardInterrupt, typer.Abort) as error:
        raise typer.Exit(errors.INTERRUPTED) from error
    except typer.Exit:
        raise
    except Exception as error:
        if os.environ.get("PEERGUIDE_DEBUG"):
            raise
        report(_bug(error), json=json)
        raise typer.Exit(errors.BUG) from error


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


def _usage(error: Any) -> PeerguideError:  # noqa: ANN401 - Typer's own
    message = str(error.format_message())
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
