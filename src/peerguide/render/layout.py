"""Laying out text in columns of a terminal: wrapping, hanging indents, two columns side by side.

Widths are in terminal cells, so double-width and combining characters keep their columns. Rich's `Table` does
this too, but a table of three hundred rows costs more time than a whole look-up may take.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console

PROSE = 92
"""The longest line, in cells, that running text is given: longer ones are hard to read."""


class Sheet:
    """The lines of a page of a given width, written from top to bottom."""

    def __init__(self, console: Console, width: int) -> None:
        self.console = console
        self.width = width
        self.lines: list[Text] = []

    def part(self, width: int) -> Sheet:
        """An empty sheet of another width, to be set beside something."""
        return Sheet(self.console, max(1, width))

    def gap(self) -> None:
        """Leave one line free, unless one is free already."""
        if self.lines and self.lines[-1].plain:
            self.lines.append(Text())

    def write(self, text: str, style: str = "text", indent: int = 0) -> None:
        """Write running text, wrapped."""
        self.write_text(Text(text, style), indent)

    def write_text(self, text: Text, indent: int = 0) -> None:
        """Write styled running text, wrapped."""
        for line in self._wrapped(text, min(self.width, PROSE) - indent):
            self.lines.append(Text.assemble(" " * indent, line))

    def hang(self, label: Text, body: Text, column: int) -> None:
        """Write a label with text beside it from the given column on; below it where there is no room."""
        if column > self.width // 2:
            self.write_text(label)
            self.write_text(body, indent=2)
            return
        label = label.copy()
        label.pad_right(max(1, column - label.cell_len))
        blank = Text(" " * column)
        for number, line in enumerate(self._wrapped(body, min(self.width, PROSE + column) - column)):
            self.lines.append(Text.assemble(blank if number else label, line))

    def hang_first(self, label: Text, body: Text) -> None:
        """Write a label with text after it, the further lines a little indented."""
        for number, line in enumerate(
            self._wrapped(Text.assemble(label, "  ", body), min(self.width, PROSE) - 2)
        ):
            self.lines.append(Text.assemble("  " if number else "", line))

    def beside(self, left: Sheet, right: Sheet, gap: int) -> None:
        """Set two sheets side by side."""
        for one, other in zip_longest(left.lines, right.lines, fillvalue=Text()):
            line = one.copy()
            if other.plain:
                line.pad_right(max(0, left.width - line.cell_len) + gap)
            self.lines.append(Text.assemble(line, other))

    def below(self, *sheets: Sheet) -> None:
        """Set sheets one after the other."""
        for sheet in sheets:
            self.gap()
            self.lines.extend(sheet.lines)

    def _wrapped(self, text: Text, width: int) -> Sequence[Text]:
        lines = text.wrap(self.console, max(1, width), tab_size=1)
        for line in lines:
            line.rstrip()
        return list(lines) or [Text()]


def label_column(labels: Iterable[str]) -> int:
    """The column at which text begins beside these labels."""
    from rich.cells import cell_len

    return max(map(cell_len, labels), default=0) + 2
