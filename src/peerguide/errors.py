"""One family of expected errors: a sentence, what to do next, and the exit code.

Everything a person can mend is one of these; anything else that is raised is a bug in peerguide. The one
boundary that shows them is in `peerguide.cli.boundary`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

DONE = 0
BUG = 1
USAGE = 2
NOT_FOUND = 3
INVALID = 4
UNREADABLE = 5
BELOW_THRESHOLD = 6
INTERRUPTED = 130


class PeerguideError(Exception):
    """An expected error.

    `message` is one sentence; `hint` says what to do next; `code` names the kind of error for programs;
    `exit_code` is what the process leaves with (one of this module's constants).
    """

    code = "error"
    exit_code = BUG

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def lines(self) -> list[str]:
        """The lines between the sentence and the hint: none, unless a kind of error has some."""
        return []

    def record(self) -> dict[str, object]:
        """The error as JSON data: code, message, hint, then what its kind adds."""
        return {"code": self.code, "message": self.message, "hint": self.hint}


class UsageError(PeerguideError):
    """The words typed do not make a command."""

    code = "usage"
    exit_code = USAGE


class NotFoundError(PeerguideError):
    """Nothing has that name."""

    code = "not_found"
    exit_code = NOT_FOUND


class AmbiguousError(PeerguideError):
    """More than one thing fits; they are listed, and none is guessed."""

    code = "ambiguous"
    exit_code = NOT_FOUND

    def __init__(self, message: str, hint: str, matches: Iterable[tuple[str, str]]) -> None:
        super().__init__(message, hint)
        self.matches = tuple(matches)
        """The ref and the name of each."""

    def lines(self) -> list[str]:
        """One line for each match."""
        return [f"  {ref}: {name}" for ref, name in self.matches]

    def record(self) -> dict[str, object]:
        """The error with its matches, as they are listed."""
        return super().record() | {"matches": [{"ref": ref, "name": name} for ref, name in self.matches]}


class Problem(NamedTuple):
    """Something wrong at one place of a file. `line` and `column` count from 1."""

    path: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.message}"


class InvalidFilesError(PeerguideError):
    """Files that are not valid, with every problem found in them."""

    code = "invalid"
    exit_code = INVALID

    def __init__(self, message: str, hint: str, problems: Iterable[Problem]) -> None:
        super().__init__(message, hint)
        self.problems = tuple(sorted(problems))

    def lines(self) -> list[str]:
        """One line for each problem, as compilers write them."""
        return [str(problem) for problem in self.problems]

    def record(self) -> dict[str, object]:
        """The error with its problems."""
        return super().record() | {"problems": [problem._asdict() for problem in self.problems]}


class FileAccessError(PeerguideError):
    """A file, a folder or the output cannot be read or written."""

    code = "unreadable"
    exit_code = UNREADABLE


class BelowThresholdError(PeerguideError):
    """A mark or limit that was asked for was not met."""

    code = "below_threshold"
    exit_code = BELOW_THRESHOLD
