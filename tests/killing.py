"""Killing sittings of the real command at random moments, and holding what they said against what was kept."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from typing import TYPE_CHECKING

from conftest import PEERGUIDE

from peerguide.progress.store import Store

if TYPE_CHECKING:
    from conftest import Shell

    from peerguide.progress.events import Answer

QUESTIONS = 60
WORDS = [
    PEERGUIDE,
    *f"quiz --seed 8 --count {QUESTIONS} --kind theme --kind number --kind meaning --kind role".split(),
]
LONGEST = 0.2
"""The latest moment at which a sitting is killed, in seconds from its first question: most are over by then."""


def kept(shell: Shell, guide: str = "guidelines") -> tuple[Answer, ...]:
    """The answers that count in the shell's own store."""
    store = Store.look(shell.folder / "progress")
    if store is None:
        return ()
    with store:
        return store.history(guide)


def kill_sittings(shell: Shell, rounds: int, *, at_once: int, seed: int) -> None:
    """Begin that many sittings at once, kill them at random moments, and do so for so many rounds.

    Asserts after each round that whatever was said of an answer is kept, at most one more of each sitting, none twice.
    """
    chance = random.Random(seed)
    before = 0
    for _round in range(rounds):
        sittings = [_begin(shell) for _each in range(at_once)]
        for sitting in sittings:
            assert sitting.stdout
            sitting.stdout.readline()  # however long it takes to begin
            time.sleep(chance.uniform(0, LONGEST) / at_once)
            os.kill(sitting.pid, signal.SIGKILL)
        told = [_told(sitting) for sitting in sittings]
        answers = kept(shell)
        assert sum(told) <= len(answers) - before <= sum(told) + at_once
        assert len({answer.uid for answer in answers}) == len(answers)
        before = len(answers)


def _begin(shell: Shell) -> subprocess.Popen[str]:
    sitting = subprocess.Popen(
        WORDS,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=shell.environment,
        cwd=shell.folder,
        text=True,
    )
    assert sitting.stdin
    sitting.stdin.write("a\n" * QUESTIONS)
    sitting.stdin.flush()
    return sitting


def _told(sitting: subprocess.Popen[str]) -> int:
    """Of how many answers a sitting said how they went, before it was killed."""
    assert sitting.stdin
    assert sitting.stdout
    told = sum(line.startswith(("Right", "Not this one")) for line in sitting.stdout)
    sitting.wait()
    sitting.stdin.close()
    sitting.stdout.close()
    return told
