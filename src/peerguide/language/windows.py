"""A text of any length as windows of bounded size, each of whole paragraphs wherever that can be.

Where a window ends depends on the text alone, never on the pieces it comes in. A paragraph too long for one window is read in
several that overlap, each answering for its core, so that what stands at an edge is seen with all its company.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from peerguide.language.patterns import later

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WINDOW = 1 << 16
"""The most characters of a window."""

MARGIN = 1 << 12
"""How many characters at the edge of a paragraph's part are only there to be looked at."""

BLANK_LINE = later(r"\n[ \t\r\f\v]*\n")


@dataclass(frozen=True, eq=False, repr=False)
class Window:
    """A part of a text.

    `line` and `column` tell where it begins, `offset` how many characters are before it; it answers for what begins from `core_start`
    up to `core_end`; the next window begins at `following`, all three counted in this one's text.
    """

    text: str
    offset: int
    line: int
    column: int
    core_start: int
    core_end: int
    following: int

    def place(self, at: int) -> tuple[int, int]:
        """The line and column of a character of this window."""
        breaks = self.text.count("\n", 0, at)
        column = at - self.text.rfind("\n", 0, at) if breaks else self.column + at
        return self.line + breaks, column


def windows(pieces: Iterable[str]) -> Iterator[Window]:
    """The windows of a text."""
    held, at, core = "", (0, 1, 1), 0
    for piece in pieces:
        held += piece
        taken = 0
        while len(held) - taken > WINDOW:
            window = _cut(held[taken : taken + WINDOW], at, core)
            yield window
            core = window.core_end - window.following
            at = (window.offset + window.following, *window.place(window.following))
            taken += window.following
        held = held[taken:]
    yield Window(held, *at, core, len(held), len(held))


def _cut(text: str, at: tuple[int, int, int], core: int) -> Window:
    """The window at the beginning of a long text: up to the last blank line in it, or a part of a paragraph."""
    end = _last_blank_line(text)
    if end > core:
        return Window(text[:end], *at, core, end, end)
    core_end = len(text) - MARGIN
    return Window(text, *at, core, core_end, core_end - MARGIN)


def _last_blank_line(text: str) -> int:
    """Where the last paragraph begins; 0 where there is one only."""
    end = max(text.rfind("\n\n") + 2, text.rfind("\n\r\n") + 3)
    if end > 3:
        return end
    return max((found.end() for found in BLANK_LINE.finditer(text)), default=0)
