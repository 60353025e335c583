"""What an exported document says of itself once: what it is, in whose words, and which pages of which document it restates."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from peerguide.corpus.credits import OWN_COPY, UNENDORSED, UNOFFICIAL, citation
from peerguide.corpus.model.common import PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.corpus.library import Corpus
    from peerguide.corpus.model.sources import Source


def credit(corpus: Corpus) -> Iterator[str]:
    """The sentences, each a paragraph of its own: what the document is and in whose words, the document cited, and its terms."""
    yield from disclaimer(corpus)
    yield from cited(corpus)


def cited(corpus: Corpus) -> Iterator[str]:
    """The document that a guide restates, who issued it and on what terms, each a paragraph of its own."""
    source, in_force = corpus.values().source, corpus.citation()
    if source and in_force:
        yield f"Source: {citation(replace(source, words=in_force.words))}"
        yield from own_terms(corpus)


def own_terms(corpus: Corpus) -> Iterator[str]:
    """Who made the document that a guide restates, and on what terms it can be used; nothing where it names none."""
    source = corpus.citation()
    if source:
        yield terms(corpus.source(source.ref))


def terms(source: Source) -> str:
    """Who made a document, and on what terms it can be used."""
    makers = ", ".join(filter(None, (source.author, source.publisher)))
    by = f"By {makers.rstrip('.')}. " if makers else ""
    return f"{by}Terms of use: {source.terms_of_use}"


def disclaimer(corpus: Corpus) -> Iterator[str]:
    """The remark on a corpus that was shipped, and the notice on official words, each a paragraph of its own."""
    if corpus.shipped:
        yield UNOFFICIAL if corpus.wording == PLAIN else f"{UNENDORSED}."
    yield from notice(corpus)


def restated(corpus: Corpus) -> Iterator[str]:
    """The remark on texts that were shipped and never stand in official words, as readings do."""
    if corpus.shipped:
        yield UNOFFICIAL


def notice(corpus: Corpus) -> Iterator[str]:
    """What is to be said wherever official words stand: whose they are, and for whom; nothing where none do."""
    if corpus.wording != PLAIN:
        yield OWN_COPY


def on_pages(first: int | None, last: int | None = None) -> str:
    """The pages on which something stands, in words; nothing where they are not known."""
    if first is None:
        return ""
    return f"page {first}" if last in (None, first) else f"pages {first} to {last}"
