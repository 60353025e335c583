"""Holding texts up against the words, one after the other, and telling what is found as it is found."""

from __future__ import annotations

import sys
from collections import deque
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from peerguide.cli.desk import typed
from peerguide.errors import FileAccessError, InvalidFilesError, PeerguideError
from peerguide.language.opening import text_pieces
from peerguide.language.texts import Tally, TextFinding
from peerguide.render.stream import Stream

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from peerguide.cli.behind import Behind
    from peerguide.corpus.model.language import Confidence
    from peerguide.language.finder import Finder
    from peerguide.language.results import Finding
    from peerguide.render.output import Output

STREAM = "-"
"""What people type for standard input, and how it is named in findings."""


class UnreadTextsError(PeerguideError):
    """Several texts that could not be looked at, each with its own reason.

    The code is that of a file which cannot be read where there is one, or else that of files which are not valid.
    """

    def __init__(self, message: str, hint: str, troubles: Sequence[PeerguideError]) -> None:
        super().__init__(message, hint)
        self.troubles = troubles
        gravest = max(troubles, key=lambda trouble: trouble.exit_code)
        self.code, self.exit_code = gravest.code, gravest.exit_code

    def lines(self) -> list[str]:
        """One line or more for each text."""
        return [line for trouble in self.troubles for line in trouble.lines() or [trouble.message]]

    def record(self) -> dict[str, object]:
        """The error with those of each text."""
        return super().record() | {"errors": [trouble.record() for trouble in self.troubles]}


class Looking:
    """Looks at texts with this finder and shows findings of these levels; counts what it comes to.

    What is `behind` a finding is looked up for people at a terminal only, since it takes longer than finding does.
    A text that cannot be looked at does not keep the others from it: its error is kept in `troubles`.
    """

    def __init__(self, output: Output, finder: Finder, levels: frozenset[Confidence], behind: Behind) -> None:
        self.troubles: list[PeerguideError] = []
        self._finder = finder
        self._levels = levels
        self._stream = Stream(output)
        self._behind = behind if output.form == "drawn" else None
        self._texts = self._with_findings = self._findings = self._words = 0

    def look_at(self, names: Iterable[str]) -> Tally:
        """Show what is found in these texts, in order. Raises FileAccessError when it cannot be shown."""
        for name in names:
            before = self._findings
            for finding in self._found(name):
                behind = self._behind.name(finding.entry) if self._behind else None
                self._stream.show(TextFinding(name, finding, self._findings == before, behind))
                self._findings += 1
            self._with_findings += self._findings > before
        self._stream.end()
        return Tally(self._texts, self._with_findings, self._findings, self._words)

    def _found(self, name: str) -> Iterator[Finding]:
        """The findings of a text that are sure enough; where it cannot be read, the error is kept."""
        before = self._words
        try:
            with _opened(name) as source:
                pieces = _pieces(source, _called(name))
                for finding in self._finder.findings(self._counted(pieces)):
                    if finding.entry.confidence in self._levels:
                        yield finding
            self._texts += 1
        except (FileAccessError, InvalidFilesError) as error:
            self._texts += self._words > before
            self.troubles.append(error)

    def _counted(self, pieces: Iterable[str]) -> Iterator[str]:
        """The same pieces, with their words counted on the way."""
        inside = False
        for piece in pieces:
            if piece:
                self._words += len(piece.split()) - (inside and not piece[0].isspace())
                inside = not piece[-1].isspace()
            yield piece


def unread(troubles: Sequence[PeerguideError], texts: int) -> PeerguideError:
    """The one error to tell of these, of which each kept one of so many texts from being looked at."""
    if len(troubles) == 1:
        return troubles[0]
    return UnreadTextsError(
        f"{len(troubles)} of {texts} texts cannot be looked at.",
        "Check that each is there, that you may read it, and that it is a text.",
        troubles,
    )


def _called(name: str) -> str:
    """What to call a text in a message."""
    return "standard input" if name == STREAM else typed([name])


@contextmanager
def _opened(name: str) -> Iterator[BinaryIO]:
    """The bytes of a text. Raises FileAccessError when it cannot be opened."""
    if name == STREAM:
        if sys.stdin is None or sys.stdin.closed:
            raise FileAccessError(
                "There is nothing to read from standard input.", "Name a file, or send a text in."
            )
        yield sys.stdin.buffer
        return
    try:
        source = Path(name).expanduser().open("rb")
    except OSError as error:
        raise _unreadable(name, error) from error
    with source:
        yield source


def _unreadable(name: str, error: OSError) -> FileAccessError:
    if isinstance(error, IsADirectoryError):
        return FileAccessError(
            f'"{_called(name)}" is a folder.', "Name the files in it that you mean, such as: FOLDER/*.md"
        )
    return FileAccessError(
        f'"{_called(name)}" cannot be read: {error.strerror or error}.',
        "Check that it is there and that you may read it.",
    )


def _pieces(source: BinaryIO, name: str) -> Iterator[str]:
    """The text in pieces, once it is known to be one, as far as that can be known without keeping it.

    What comes through a pipe can only be read once, so its trouble may come after findings.
    """
    if source.seekable():
        begin = source.tell()
        deque(text_pieces(source, name), maxlen=0)
        source.seek(begin)
    return text_pieces(source, name)
