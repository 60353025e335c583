"""What it costs to hold a text up against plain language: a short note, 10 MB, and the memory that 10 and 100 MB take.

Run by `make bench`. Goals: 10 MB of text that is full of findings in 5 s on one core, memory that does not grow with the text. The
reference of the second table is the time that Python takes to lower and split the same text, in the same run.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

from whole_process import Command, measure, report

if TYPE_CHECKING:
    from collections.abc import Iterator

MEGABYTE = 1_000_000
SIZES = 10, 100
"""How many megabytes are looked at."""

NOTE = "She came to the group on Monday, and we talked about the bus and the garden.\n\nHe was non-compliant, staff said.\n"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--memory", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.memory:
        _look(options.memory)
        return
    with tempfile.TemporaryDirectory() as name:
        _whole_processes(Path(name), options.rounds)
    _speed()


def realistic() -> list[str]:
    """Paragraphs with findings and without, as they stand in the tests."""
    import yaml

    folder = Path(__file__).parent.parent / "tests" / "language"
    files = sorted(folder.glob("paragraphs-*.yaml"))
    loaded = (yaml.safe_load(file.read_text(encoding="utf-8")) for file in files)
    return [item["text"] for content in loaded for item in content["paragraphs"]]


def _pieces(paragraphs: list[str], megabytes: int, *, numbered: bool = True) -> Iterator[str]:
    """The paragraphs again and again, up to that size; `numbered`, so that none is read a second time."""
    size = 0
    for number, paragraph in enumerate(cycle(paragraphs)):
        piece = f"Note {number}. {paragraph}\n\n" if numbered else f"{paragraph}\n\n"
        yield piece
        size += len(piece)
        if size > megabytes * MEGABYTE:
            return


def _whole_processes(folder: Path, rounds: int) -> None:
    peerguide = str(Path(sys.executable).with_name("peerguide"))
    own = {"PEERGUIDE_CACHE": str(folder / "cache"), "PEERGUIDE_DATA": str(folder / "data")}
    note = folder / "note.md"
    note.write_text(NOTE, encoding="utf-8")
    pass_ = Command("P: python -c pass", [sys.executable, "-c", "pass"])
    look = [sys.executable, __file__, "--memory"]
    commands = [
        pass_,
        Command("value 7, piped", [peerguide, "value", "7"], own),
        Command("language note.md, piped", [peerguide, "language", str(note)], own),
        Command("language note.md --json", [peerguide, "language", str(note), "--json"], own),
    ]
    measure(commands, rounds)
    memory = [Command(f"{size} MB looked at", [*look, str(size)], own) for size in SIZES]
    for command in memory:
        command.run()
    report(commands, pass_)
    print()
    for command in memory:
        print(f"{command.label}: {command.seconds[0]:.1f} s, peak {command.peak_mib:.0f} MiB")


def _speed() -> None:
    """Print what 10 MB cost, as the best of three runs."""
    paragraphs = realistic()
    reference = min(_seconds_to_split(paragraphs) for _run in range(3))
    for numbered, what in ((True, "no two paragraphs alike"), (False, "the same paragraphs again and again")):
        best, findings = min(_seconds_to_look(paragraphs, numbered=numbered) for _run in range(3))
        print(f"\n10 MB with {findings:,} findings, {what}: {best:.1f} s of one core (goal 5)")
        print(f"that is {best / reference:.0f} times the time to lower and split it")


def _seconds_to_split(paragraphs: list[str]) -> float:
    start = time.process_time()
    for piece in _pieces(paragraphs, SIZES[0]):
        piece.lower().split()
    return time.process_time() - start


def _seconds_to_look(paragraphs: list[str], *, numbered: bool) -> tuple[float, int]:
    from peerguide.corpus.language.words import language_words
    from peerguide.language.finder import Finder

    finder = Finder(language_words())
    start = time.process_time()
    findings = sum(1 for _finding in finder.findings(_pieces(paragraphs, SIZES[0], numbered=numbered)))
    return time.process_time() - start, findings


def _look(megabytes: int) -> None:
    """Look at that much text, in this process, for its memory to be seen."""
    from peerguide.corpus.language.words import language_words
    from peerguide.language.finder import Finder

    for _finding in Finder(language_words()).findings(_pieces(realistic(), megabytes)):
        pass


if __name__ == "__main__":
    main()
