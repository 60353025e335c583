"""What is said of where a guide comes from, on a screen and in a file alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peerguide.corpus.model.common import Citation

UNOFFICIAL = (
    "peerguide is an unofficial study aid. It is not endorsed by the authors of the documents it restates, "
    "and it says what they say in plain words of its own."
)


def citation(source: Citation) -> str:
    """A document with its year and pages, as far as they are known, in a sentence."""
    year = f" ({source.year})" if source.year else ""
    restated = " Restated in plain words." if source.restated else ""
    return f"{source.title}{year}{_pages(source)}.{restated}"


def _pages(source: Citation) -> str:
    if source.page is None:
        return ""
    if source.last_page in (None, source.page):
        return f", page {source.page}"
    return f", pages {source.page} to {source.last_page}"
