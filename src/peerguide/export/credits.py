"""What an exported document says of itself once: what it is, in whose words, and which pages of which document it restates."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from peerguide.corpus.credits import OWN_COPY, UNENDORSED, UNOFFICIAL, citation
from peerguide.corpus.model.common import PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.corpus.library import Corpus


def credit(corpus: Corpus) -> Iterator[str]:
    """The sentences, each a paragraph of its own: what the document is and in whose words, and the document cited."""
    yield from disclaimer(corpus)
    source, in_force = corpus.values().source, corpus.citation()
    if source and in_force:
        yield f"Source: {citation(replace(source, words=in_force.words))}"


def disclaimer(corpus: Corpus) -> Iterator[str]:
    """The remark on a corpus that was shipped, and the notice on official words, each a paragraph of its own."""
    if corpus.shipped:
        yield UNOFFICIAL if corpus.wording == PLAIN else f"{UNENDORSED}."
    yield from notice(corpus)


def notice(corpus: Corpus) -> Iterator[str]:
    """What is to be said wherever official words stand: whose they are, and for whom; nothing where none do."""
    if corpus.wording != PLAIN:
        yield OWN_COPY
