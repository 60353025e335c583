"""A finding with the line it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.language.patterns import later
from peerguide.language.results import Finding

if TYPE_CHECKING:
    from peerguide.corpus.model.language import LanguageEntry
    from peerguide.language.windows import Window

LONGEST_LINE = 300
"""How many characters of a line are shown, about."""

CUT = "\u2026"
"""Stands where a line was cut."""

BREAK = later(r"[ \t]*[\r\n]+[ \t]*")
SPACE = later(r"\s+")


class Lines:
    """The lines of a window, gone through in order."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._at = 0
        self._place = (window.line, window.column)

    def finding(self, start: int, end: int, entry: LanguageEntry) -> Finding:
        """The finding of an entry from `start` up to `end`, after the ones before."""
        text = self._window.text
        line, column = self._go_to(start)
        end_line, end_column = self._go_to(end)
        before, after = _before(text, start), _after(text, end)
        within = BREAK.sub(" ", text[start:end])
        return Finding(
            line=line,
            column=column,
            end_line=end_line,
            end_column=end_column,
            phrase=SPACE.sub(" ", text[start:end]),
            entry=entry,
            line_text=before + within + after,
            marks=((len(before), len(before) + len(within)),),
        )

    def _go_to(self, place: int) -> tuple[int, int]:
        """The line and column of a place that is not before the last one."""
        text = self._window.text
        line, column = self._place
        breaks = text.count("\n", self._at, place)
        column = place - text.rfind("\n", self._at, place) if breaks else column + place - self._at
        self._at, self._place = place, (line + breaks, column)
        return self._place


def _before(text: str, start: int) -> str:
    """What stands before in the line, cut at a word where it is long."""
    most = LONGEST_LINE // 2
    low = text.rfind("\n", 0, start) + 1
    if start - low <= most:
        return text[low:start].lstrip()
    cut = text[start - most : start]
    return CUT + cut[cut.find(" ") + 1 :]


def _after(text: str, end: int) -> str:
    """What stands after in the line, cut at a word where it is long."""
    most = LONGEST_LINE // 2
    high = text.find("\n", end)
    high = len(text) if high < 0 else high
    if high - end <= most:
        return text[end:high].rstrip()
    cut = text[end : end + most]
    return cut[: cut.rfind(" ")] + CUT if " " in cut else cut + CUT
