"""Findings in texts as a person at a terminal sees them: the line with the words marked, why, and other words for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from peerguide.render.drawn import draw
from peerguide.render.findings import sureness
from peerguide.render.text import safe

if TYPE_CHECKING:
    from peerguide.language.results import Finding
    from peerguide.language.texts import TextFinding
    from peerguide.render.layout import Sheet

PLACE = 7
"""The column at which a line of text begins beside its place, unless that is longer."""

AROUND = 70
"""As much of a long line is shown to either side of the words, in characters."""


@draw.register
def _finding_drawing(entry: TextFinding, sheet: Sheet) -> None:
    finding, words = entry.finding, entry.finding.entry
    if entry.first:
        sheet.write(safe(entry.path), "title")
    place = f"{finding.line}:{finding.column}"
    column = max(PLACE, len(place) + 2)
    sheet.hang(Text(place, "ref"), _marked(finding), column)
    sheet.write(safe(words.reason), indent=column)
    sheet.write("Suggestions", "heading", column)
    for suggestion in words.suggestions:
        sheet.hang(Text(f"{' ' * column}-"), Text(safe(suggestion)), column + 2)
    behind = f"  {safe(entry.behind)}" if entry.behind else ""
    sheet.write_text(
        Text.assemble((safe(words.ref), "ref"), behind, (f" ({sureness(words)})", "cite")), indent=column
    )
    sheet.lines.append(Text())


def _marked(finding: Finding) -> Text:
    """The line that the words stand in, or the part of it around them, with the words marked."""
    line, marks = finding.line_text, finding.marks
    first, last = _part(line, marks[0][0], marks[-1][1])
    drawn = Text("\u2026" if first else "")
    place = first
    for start, end in marks:
        drawn.append(safe(line[place:start]))
        drawn.append(safe(line[start:end]), "match")
        place = end
    drawn.append(safe(line[place:last]) + ("\u2026" if last < len(line) else ""))
    return drawn


def _part(line: str, start: int, end: int) -> tuple[int, int]:
    """From where to where a line is shown: as far as its length allows, cut between words."""
    first, last = 0, len(line)
    if start > AROUND:
        first = line.find(" ", start - AROUND, start) + 1 or start - AROUND
    if last - end > AROUND:
        space = line.rfind(" ", end, end + AROUND)
        last = space if space != -1 else end + AROUND
    return first, last
