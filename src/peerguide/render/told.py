"""Sentences about readings and the crosswalk that both the drawn and the linear text use."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from peerguide.corpus.model.common import CLOSENESS
from peerguide.render.phrases import in_words
from peerguide.render.text import safe

if TYPE_CHECKING:
    from peerguide.corpus.model.common import Citation, Closeness
    from peerguide.corpus.model.crosswalk import Crosswalk, End, Row
    from peerguide.corpus.model.readings import ReadingFact, Section

OWN_CROSSWALK = "The crosswalk is peerguide's own comparison; none of these documents makes it."
"""What is said of a crosswalk that was shipped."""

SHORT = 72
"""As much of a long text is shown where its entry is one of many, in characters."""

MANY = 4
"""From this number of rows on they are counted."""

COUNTED: dict[Closeness, str] = {
    "same": "the same",
    "overlaps": "overlapping",
    "goes further": "where one goes further",
    "in tension": "in tension",
    "nothing corresponds": "with nothing that corresponds",
}


def pages(part: Section | ReadingFact, last_page: int | None = None) -> str | None:
    """On which pages of its document something stands; None where that is not known."""
    if part.page is None:
        return None
    return f"page {part.page}" if last_page in (None, part.page) else f"pages {part.page} to {last_page}"


def origin(source: Citation | None, title: str) -> str | None:
    """Which document something of this title retells, or who issued it where the title is the document's own; and its year."""
    if source is None:
        return None
    known = [source.publisher if source.title == title else source.title, source.year and str(source.year)]
    return ", ".join(safe(fact) for fact in known if fact) or None


def standing(row: Row) -> str:
    """How close the ends of a row are; where one goes further, whose it is."""
    if row.closeness == "goes further" and row.begin:
        return f"{safe(row.begin.guide)} goes further"
    return row.closeness.capitalize()


def text_of(end: End, crosswalk: Crosswalk) -> str:
    """The name or text of an entry that a row is about, a long one cut short where all rows are drawn."""
    text = safe(end.text)
    if crosswalk.about or len(text) <= SHORT:
        return text
    return f"{text[: SHORT - 2].rsplit(' ', 1)[0].rstrip(',;:.')}..."


def closing(crosswalk: Crosswalk) -> list[str]:
    """What stands below the rows: how many there are of each closeness, unless a glance shows that, and whose comparison it is."""
    counted = [_tally(crosswalk)] if len(crosswalk.rows) >= MANY else []
    return [*counted, OWN_CROSSWALK] if crosswalk.shipped else counted


def _tally(crosswalk: Crosswalk) -> str:
    counts = Counter(row.closeness for row in crosswalk.rows)
    each = in_words(
        f"{counts[closeness]} {COUNTED[closeness]}" for closeness in CLOSENESS if counts[closeness]
    )
    return f"{len(crosswalk.rows)} rows: {each}."
