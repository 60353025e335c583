"""A bar for work that takes long, on standard error, gone when the work is done."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PATIENCE = 1.0
"""Seconds that pass before a bar is shown: quicker work needs none."""


PACE = 0.1
"""Seconds between two drawings of a bar: nobody sees more."""


class Bar:
    """Takes how much is done, from 0 to 1, and draws it once the work has taken a second."""

    def __init__(self, what: str, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._what = what
        self._stream = stream
        self._clock = clock
        self._start = clock()
        self._drawn: Any = None
        self._shown = -PACE

    def __call__(self, done: float) -> None:
        """Take how much is done."""
        now = self._clock()
        if self._drawn is None and done < 1 and now - self._start >= PATIENCE:
            self._begin()
        if self._drawn is not None and (done == 1 or now - self._shown >= PACE):
            self._shown = now
            self._drawn.update(self._drawn.task_ids[0], completed=done, refresh=True)

    def close(self) -> None:
        """Take the bar away, if it was ever drawn."""
        if self._drawn is not None:
            self._drawn.stop()

    def _begin(self) -> None:
        from rich.console import Console
        from rich.progress import Progress

        self._drawn = Progress(console=Console(file=self._stream), transient=True, auto_refresh=False)
        self._drawn.add_task(self._what, total=1)
        self._drawn.start()


@contextmanager
def bar_on(stream: TextIO | None, what: str) -> Iterator[Bar | None]:
    """A bar on this stream, gone when the block is left, by an error too; None where it is no terminal."""
    if stream is None or stream.closed or not stream.isatty():
        yield None
        return
    bar = Bar(what, stream)
    try:
        yield bar
    finally:
        bar.close()
