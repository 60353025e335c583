"""Search hits as a person at a terminal sees them: where each stands, and its text with the matched words marked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.text import Text

from peerguide.render.drawn import draw
from peerguide.render.drawn.pieces import draw_source
from peerguide.render.drawn.worded import in_plain_words
from peerguide.render.layout import label_column
from peerguide.render.phrases import LONG_REFS, more, standing
from peerguide.render.text import safe
from peerguide.search.results import MARK_OFF, MARK_ON

if TYPE_CHECKING:
    from peerguide.render.layout import Sheet
    from peerguide.search.results import Hit, Results


@draw.register
def _results_drawing(entry: Results, sheet: Sheet) -> None:
    column = label_column(hit.ref for hit in entry.hits if hit.kind not in LONG_REFS)
    for hit in entry.hits:
        sheet.gap()
        if hit.kind in LONG_REFS:
            sheet.write(hit.ref, "ref")
            sheet.write_text(_body(hit), indent=column)
        else:
            sheet.hang(Text(hit.ref, "ref"), _body(hit), column)
    if entry.total > len(entry.hits):
        sheet.gap()
        sheet.write(more(entry), "cite")
    draw_source(entry.source, sheet)


def _body(hit: Hit) -> Text:
    beside = hit.wording.beside
    plain = [in_plain_words(safe(beside))] if beside else []
    return Text("\n").join(
        [marked(hit.name, "title"), marked(hit.snippet, "text"), *plain, Text(standing(hit), "cite")]
    )


def marked(text: str, style: str) -> Text:
    """The text with its matched words in the style of a match."""
    drawn = Text(style=style)
    for part in re.split(f"({MARK_ON}.*?{MARK_OFF})", text):
        matched = part.startswith(MARK_ON)
        drawn.append(safe(part.strip(MARK_ON + MARK_OFF)), "match" if matched else None)
    return Text.assemble(drawn)
