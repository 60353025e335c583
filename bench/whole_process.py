"""Timing commands as whole processes, in turn, so that a noisy machine treats them all alike.

One round starts every command once. A figure is the median over the rounds of a command's time divided by the
time of the yardstick in the same round; the yardstick is `P`, the bare interpreter doing nothing.
"""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import resource
    from collections.abc import Callable, Mapping, Sequence


@dataclass
class Command:
    """A command to time: its words, its environment, what is typed into it, the most it may cost (in P), and what to do
    before each run.
    """

    label: str
    words: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)
    terminal: bool = False
    goal: float | None = None
    before: Callable[[], None] | None = None
    typed: bytes = b""
    seconds: list[float] = field(default_factory=list)
    peak_mib: float = 0.0

    def run(self) -> None:
        """Run it once, and note its wall time in seconds and its peak memory in MiB.

        The peak cannot read below that of the process that measures, which therefore loads nothing.
        """
        if self.before:
            self.before()
        environment = {**os.environ, **self.environment}
        start = time.perf_counter()
        status, usage = self._on_terminal(environment) if self.terminal else self._in_pipe(environment)
        self.seconds.append(time.perf_counter() - start)
        if os.waitstatus_to_exitcode(status) != 0:
            sys.exit(f"{self.label}: {' '.join(self.words)} left with {os.waitstatus_to_exitcode(status)}")
        scale = 1 << 20 if sys.platform == "darwin" else 1 << 10
        self.peak_mib = max(self.peak_mib, usage.ru_maxrss / scale)

    def _in_pipe(self, environment: Mapping[str, str]) -> tuple[int, resource.struct_rusage]:
        with subprocess.Popen(
            self.words,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        ) as child:
            assert child.stdin is not None
            assert child.stdout is not None
            child.stdin.write(self.typed)
            child.stdin.close()
            child.stdout.read()
            _pid, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
        return status, usage

    def _on_terminal(self, environment: Mapping[str, str]) -> tuple[int, resource.struct_rusage]:
        pid, terminal = pty.fork()
        if pid == 0:  # pragma: no cover - the child becomes the command
            os.execvpe(self.words[0], list(self.words), {**environment, "COLUMNS": "100"})
        with suppress(OSError):
            while os.read(terminal, 1 << 16):
                pass
        _pid, status, usage = os.wait4(pid, 0)
        os.close(terminal)
        return status, usage


def measure(commands: Sequence[Command], rounds: int) -> None:
    """Run all commands in turn, `rounds` times, after one round that does not count."""
    for command in commands:
        command.run()
        command.seconds.clear()
        command.peak_mib = 0.0
    for _round in range(rounds):
        for command in commands:
            command.run()


def ratio(command: Command, yardstick: Command) -> float:
    """The median of the command's time over the yardstick's, round by round."""
    return median(a / b for a, b in zip(command.seconds, yardstick.seconds, strict=True))


def report(commands: Sequence[Command], yardstick: Command) -> None:
    """Print a line for each command: its ratio to the yardstick, the goal, its peak memory."""
    width = max(len(command.label) for command in commands)
    print(f"{'whole process':{width}}  ratio to P   goal   peak MiB   median ms")
    for command in commands:
        goal = f"{command.goal:5.1f}" if command.goal else "    -"
        print(
            f"{command.label:{width}}  {ratio(command, yardstick):10.2f}  {goal}   {command.peak_mib:8.1f}"
            f"   {median(command.seconds) * 1000:9.1f}"
        )
