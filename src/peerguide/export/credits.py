"""What an exported document says of itself once: what it is, and which pages of which document it restates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.corpus.credits import UNOFFICIAL, citation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.corpus.library import Corpus


def credit(corpus: Corpus) -> Iterator[str]:
    """The sentences, each a paragraph of its own: the remark on a corpus that was shipped, and the document cited."""
    if corpus.shipped:
        yield UNOFFICIAL
    source = corpus.values().source
    if source:
        yield f"Source: {citation(source)}"
