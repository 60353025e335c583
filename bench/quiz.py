"""What a quiz costs: a whole one-answer sitting, starting one in a large corpus, making questions, keeping answers.

Run by `make bench`. Goals: a one-answer quiz 9 P; a ten-question quiz in a corpus of 30,000 entries starts within 1.5
times its start at 300; ten thousand questions in 2 s; an answer kept in 5 ms.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from whole_process import Command, measure, ratio, report

from peerguide.corpus.library import Corpus
from peerguide.corpus.places import shipped_folder
from peerguide.progress.events import Answer, new_uid
from peerguide.progress.store import Store
from peerguide.quiz.kinds import NAMES
from peerguide.quiz.material import Material
from peerguide.quiz.paper import every_card, question_of

SIZES = 300, 30_000
QUESTIONS = 10_000
ANSWERS = 500


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=25)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pass_ = Command("P: python -c pass", [sys.executable, "-c", "pass"])
        grown = [_start(folder, size) for size in SIZES]
        commands = [pass_, *_sittings(folder), *grown]
        measure(commands, rounds)
        report(commands, pass_)
        print(f"\n30,000 entries over 300: {ratio(grown[1], grown[0]):.2f} (goal 1.5)")
        print(f"{QUESTIONS:,} questions: {_generation():.2f} s (goal 2)")
        print(f"an answer kept: {_keeping(folder) * 1000:.2f} ms, the median of {ANSWERS} (goal 5)")


def _sittings(folder: Path) -> list[Command]:
    peerguide = str(Path(sys.executable).with_name("peerguide"))
    own = {
        "PEERGUIDE_CACHE": str(folder / "cache"),
        "PEERGUIDE_DATA": str(folder / "data"),
        "TERM": "xterm-256color",
    }
    one = [peerguide, "quiz", "--count", "1", "--kind", "practice"]
    return [
        Command("quiz of one answer, piped", one, own, goal=9, typed=b"a\n"),
        Command("quiz of ten answers, piped", [peerguide, "quiz"], own, typed=b"a\n" * 30),
        Command("quiz --json, ten questions", [peerguide, "quiz", "--json"], own),
        Command("review --due", [peerguide, "review", "--due"], own),
        Command("stats, piped", [peerguide, "stats"], own),
    ]


def _start(folder: Path, size: int) -> Command:
    """Starting a quiz of ten questions in a generated corpus: the first is asked, and the input ends."""
    peerguide = str(Path(sys.executable).with_name("peerguide"))
    own = {"PEERGUIDE_CACHE": str(folder / "cache")}
    corpus = str(folder / str(size))
    grown = [sys.executable, str(Path(__file__).with_name("grown.py")), corpus, str(size), "lantern"]
    subprocess.run(grown, check=True, env={**os.environ, **own})
    words = [peerguide, "--corpus", corpus, "quiz", "--no-save"]
    return Command(f"quiz starts, {size:,} entries", words, own)


def _generation() -> float:
    """The seconds that it takes to make ten thousand questions, reading the corpus included."""
    start = time.perf_counter()
    material = Material(Corpus.open(shipped_folder()))
    made, seed = 0, 0
    while made < QUESTIONS:
        seed += 1
        made += sum(question_of(card, material, seed) is not None for card in every_card(material, NAMES))
    return (time.perf_counter() - start) * QUESTIONS / made


def _keeping(folder: Path) -> float:
    """The median seconds that one answer takes until it is on the disk."""
    seconds = []
    with Store.open(folder / "kept") as store:
        for _each in range(ANSWERS):
            answer = Answer(
                new_uid(), "guidelines", "theme:7", "theme", "7", datetime.now(UTC), "practice", new_uid(), "given",
                True, 3, 1.0, "7", "7",
            )  # fmt: skip
            start = time.perf_counter()
            store.add(answer)
            seconds.append(time.perf_counter() - start)
    return median(seconds)


if __name__ == "__main__":
    main()
