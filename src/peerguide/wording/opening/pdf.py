"""PDFs as text, by programs that are made for them, each in a process of its own with narrow limits.

By places: the coordinates of words (`pdftotext -bbox`), put together column by column (`pages`). It reads three-column tables best, whatever
order a file has its words in. Where a table has no straight gutters, the order in which a file has them may be better (`-raw`, pypdf).
"""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import sys
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryFile
from time import monotonic
from typing import TYPE_CHECKING

from peerguide.errors import InvalidFilesError
from peerguide.wording.opening import troubles
from peerguide.wording.opening.limits import MOST_MEMORY, MOST_PAGES, MOST_SECONDS, MOST_TEXT
from peerguide.wording.opening.pages import Word, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LOCKED = 3
"""The exit code with which `by_pypdf` says that a file needs a password."""

FEWEST_LETTERS = 40
"""A PDF with fewer letters holds no text worth the name."""

_WORD = re.compile(
    r'<word xMin="([\d.e+-]+)" yMin="([\d.e+-]+)" xMax="([\d.e+-]+)" yMax="([\d.e+-]+)">(.*?)</word>'
)


def readings(data: bytes, name: str) -> Iterator[str]:
    """The text of a PDF, read in one way after the other. Raises InvalidFilesError when it can be read in none."""
    ways = list(_ways())
    if not ways:
        raise troubles.no_reader()
    given = 0
    failures: list[InvalidFilesError] = []
    began = monotonic()
    with _kept(data) as file:
        for way in ways:
            try:
                text = way(file, name)
                if sum(map(str.isalpha, text)) < FEWEST_LETTERS:
                    raise troubles.no_text(name)
            except InvalidFilesError as error:
                failures.append(error)
                if monotonic() - began > MOST_SECONDS:
                    break
                continue
            given += 1
            yield text
    if not given:
        raise failures[0]


def _ways() -> Iterator[Callable[[str, str], str]]:
    """The ways there are here, best first."""
    tool = shutil.which("pdftotext")
    if tool:
        yield lambda file, name: _by_places(tool, file, name)
        yield lambda file, name: _run([tool, *_COMMON, "-raw", file, "-"], name)
        yield lambda file, name: _run([tool, *_COMMON, file, "-"], name)
    if find_spec("pypdf"):
        yield lambda file, name: _run(
            [sys.executable, "-m", "peerguide.wording.opening.by_pypdf", file], name
        )


_COMMON = ["-enc", "UTF-8", "-l", str(MOST_PAGES)]


def _by_places(tool: str, file: str, name: str) -> str:
    described = _run([tool, *_COMMON, "-bbox", file, "-"], name)
    pages = described.split("<page ")[1:]
    return text_of([_word(match) for match in _WORD.findall(page)] for page in pages)


def _word(match: tuple[str, str, str, str, str]) -> Word:
    left, top, right, bottom = map(float, match[:4])
    return Word(left, top, right, bottom, html.unescape(match[4]))


@contextmanager
def _kept(data: bytes) -> Iterator[str]:
    """A file with these bytes, for other programs to read, as long as that takes."""
    with NamedTemporaryFile(prefix="peerguide-", suffix=".pdf", delete=False) as file:
        file.write(data)
    try:
        yield file.name
    finally:
        Path(file.name).unlink()


def _run(command: list[str], name: str) -> str:
    """What a program prints, if it does within the limits. Raises InvalidFilesError otherwise."""
    with TemporaryFile() as out, TemporaryFile() as told:
        try:
            done = subprocess.run(  # noqa: S603 - a program found on the path, no shell
                command,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=told,
                timeout=MOST_SECONDS,
                check=False,
                preexec_fn=_limited(),
            )
        except (subprocess.TimeoutExpired, OSError) as error:
            raise troubles.broken(name) from error
        told.seek(0)
        complaint = told.read(4_000)
        if done.returncode == LOCKED or b"password" in complaint.lower():
            raise troubles.locked(name)
        if done.returncode:
            raise troubles.broken(name)
        out.seek(0)
        return out.read(MOST_TEXT).decode("utf-8", "replace")


def _limited() -> Callable[[], None] | None:
    """What limits a process before it begins; None where the system has no such limits."""
    try:
        import resource
    except ImportError:  # pragma: no cover - not on this system
        return None

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
        resource.setrlimit(resource.RLIMIT_FSIZE, (MOST_TEXT, MOST_TEXT))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    return limit
