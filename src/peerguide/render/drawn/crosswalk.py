"""The crosswalk as a person at a terminal sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from peerguide.render.drawn import draw
from peerguide.render.text import safe
from peerguide.render.told import closing, standing, text_of

if TYPE_CHECKING:
    from peerguide.corpus.model.crosswalk import Crosswalk, End, Group, Row
    from peerguide.render.layout import Sheet

INDENT = 2


@draw.register
def _crosswalk_drawing(entry: Crosswalk, sheet: Sheet) -> None:
    for group in entry.groups:
        sheet.gap()
        _draw_group(group, entry, sheet)
    for place, remark in enumerate(closing(entry)):
        if not place:
            sheet.gap()
        sheet.write(remark, "cite")


def _draw_group(group: Group, crosswalk: Crosswalk, sheet: Sheet) -> None:
    """An entry, and set in under it what it is held against, with how close the two are and why."""
    sheet.hang_first(Text(group.end.ref, "ref"), Text(text_of(group.end, crosswalk), "title"))
    under = sheet.part(sheet.width - INDENT)
    for row in group.rows:
        _draw_row(row, row.other(group.end), crosswalk, under)
    sheet.lines.extend(Text.assemble(" " * INDENT, line) for line in under.lines)


def _draw_row(row: Row, other: End | None, crosswalk: Crosswalk, sheet: Sheet) -> None:
    close = Text(standing(row), "missed" if row.closeness == "in tension" else "heading")
    if other:
        named = Text.assemble((other.ref, "ref"), "  ", (text_of(other, crosswalk), "label"))
        sheet.hang_first(close, named)
    else:
        sheet.write_text(close)
    sheet.write(safe(row.why), indent=INDENT)
