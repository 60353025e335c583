"""What the shell offers when Tab is pressed after a command that takes a ref."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from peerguide.corpus.library import Corpus
    from peerguide.corpus.model.common import Kind


LONGEST = 40
"""A longer name is a title, not something to complete to."""


def complete_refs(context: Any, incomplete: str, kinds: Iterable[Kind]) -> list[str]:  # noqa: ANN401 - Typer's own
    """The refs and names of these kinds that begin so; nothing at all where the corpus cannot be asked.

    Once a letter is typed, other names are offered too, as one word (`honest-and-direct`, `share-hope`).
    """
    from peerguide.cli.desk import chosen_corpus
    from peerguide.corpus.library import Corpus
    from peerguide.corpus.places import corpus_folders
    from peerguide.errors import PeerguideError

    typed = incomplete.casefold()
    try:
        corpora = [Corpus.open(folder) for folder in corpus_folders(chosen_corpus(context))]
        return [name for corpus in corpora for kind in kinds for name in _names(corpus, kind, typed)]
    except PeerguideError:
        return []


def _names(corpus: Corpus, kind: Kind, typed: str) -> list[str]:
    """The refs that begin so, and once a letter is typed the names, as one word each."""
    from peerguide.corpus.names.known import names as names_of
    from peerguide.corpus.names.known import refs as refs_of

    refs = [ref for ref, _text in refs_of(corpus, kind, typed)]
    if not typed or kind in ("practice", "role"):
        return refs
    slugs = [name.replace(" ", "-") for name, _link in names_of(corpus, kind) if len(name) <= LONGEST]
    return refs + sorted(
        {slug for slug in slugs if slug.startswith(typed) and slug not in refs and not slug.isdecimal()}
    )
