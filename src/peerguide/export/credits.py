"""What an exported document says of itself once: what it is, and which pages of which document it restates."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.corpus.library import Corpus
    from peerguide.corpus.model.common import Citation

UNOFFICIAL = (
    "peerguide is an unofficial study aid. It is not endorsed by the authors of the documents it restates, "
    "and it says what they say in plain words of its own."
)


def credit(corpus: Corpus) -> Iterator[str]:
    """The sentences, each a paragraph of its own: the remark on a corpus that was shipped, and the document cited."""
    if corpus.shipped:
        yield UNOFFICIAL
    source = corpus.values().source
    if source:
        yield f"Source: {citation(source)}"


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
