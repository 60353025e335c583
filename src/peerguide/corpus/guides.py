"""The guides that a ref can be of: those in use, and beside them the shipped ones, each opened when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.corpus.library import Corpus
from peerguide.corpus.model.common import Link
from peerguide.corpus.places import shipped_corpora
from peerguide.corpus.together import Together

if TYPE_CHECKING:
    from collections.abc import Collection


class Guides:
    """Guides by name. A ref of another guide than the one in use has that guide's name before it: `declaration:a4`."""

    def __init__(self, corpus: Corpus) -> None:
        parts = dict(corpus.parts) if isinstance(corpus, Together) else {corpus.guide: corpus}
        self.used = tuple(parts)
        """The names of the guides in use."""
        self._opened: dict[str, Corpus] = parts
        self._folders = shipped_corpora()
        self._titles: dict[str, str] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all guides, those in use first."""
        return tuple(dict.fromkeys((*self.used, *self._folders)))

    def corpus(self, name: str) -> Corpus | None:
        """The guide of this name; None where there is none."""
        if name not in self._opened and name in self._folders:
            self._opened[name] = Corpus.open(self._folders[name])
        return self._opened.get(name)

    def is_shipped(self, name: str) -> bool:
        """Whether the guide of this name came with the program."""
        corpus = self.corpus(name)
        return corpus is not None and corpus.shipped

    def title(self, name: str) -> str:
        """The title of the document that a guide restates, or the guide's name where it names none."""
        if name not in self._titles:
            corpus = self.corpus(name)
            source = corpus.citation() if corpus else None
            self._titles[name] = source.title if source else name
        return self._titles[name]

    def full(self, ref: str, guide: str | None = None) -> str:
        """A ref with its guide's name before it; without one it is of `guide`, or of the one in use."""
        return ref if ":" in ref else f"{guide or self.used[0]}:{ref}"

    def shown(self, full: str) -> str:
        """A full ref as it is shown: without its guide's name where only that guide is in use."""
        guide, _colon, bare = full.partition(":")
        return bare if self.used == (guide,) else full

    def link(self, ref: str) -> Link:
        """A pointer to an entry of any guide, with its name or text; with the ref alone where there is no such guide."""
        full = self.full(ref)
        guide, _colon, bare = full.partition(":")
        corpus = self.corpus(guide)
        rows = corpus.rows("SELECT coalesce(name, text) FROM entry WHERE ref = ?", bare) if corpus else []
        return Link(self.shown(full), rows[0][0] if rows else full)


def refs_in(guide: str) -> Collection[str] | None:
    """The refs of all entries of a shipped guide; None where there is none of this name.

    Raises InvalidFilesError when its files are not valid.
    """
    folder = shipped_corpora().get(guide)
    if folder is None:
        return None
    return {ref for (ref,) in Corpus.open(folder).rows("SELECT ref FROM entry")}
