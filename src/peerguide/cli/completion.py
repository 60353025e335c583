"""What the shell offers when Tab is pressed after a command that takes a ref."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from peerguide.corpus.model.common import Kind


def complete_refs(context: Any, incomplete: str, kinds: Iterable[Kind]) -> list[str]:  # noqa: ANN401 - Typer's own
    """The refs and names of these kinds that begin so; nothing at all where the corpus cannot be asked.

    Values are offered by number and, once a letter is typed, by name (`honest-and-direct`).
    """
    from peerguide.cli.desk import chosen_corpus
    from peerguide.corpus.library import Corpus
    from peerguide.corpus.places import corpus_folder
    from peerguide.errors import PeerguideError

    typed = incomplete.casefold()
    try:
        corpus = Corpus.open(corpus_folder(chosen_corpus(context)))
        return [name for kind in kinds for name in _names(corpus, kind, typed)]
    except PeerguideError:
        return []


def _names(corpus: Any, kind: Kind, typed: str) -> list[str]:  # noqa: ANN401
    from peerguide.corpus.refs import short_slug

    refs = [ref for ref, _text in corpus.refs(kind, typed)]
    if kind == "value" and typed:
        slugs = [short_slug(value.name) for value in corpus.values().values]
        refs.extend(slug for slug in slugs if slug.startswith(typed) and slug not in refs)
    return refs
