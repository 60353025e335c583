"""What the refs behind findings lead to: the name of a value, a term or a guide."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from peerguide.corpus.library import Corpus
from peerguide.corpus.places import shipped_corpora, shipped_folder
from peerguide.errors import PeerguideError

if TYPE_CHECKING:
    from peerguide.corpus.model.language import LanguageEntry

NAME = (
    "SELECT coalesce(owner.name, entry.name) FROM entry LEFT JOIN entry AS owner ON owner.ref = entry.value "
    "WHERE entry.ref = ?"
)
"""The name of the value that a statement stands under, or an entry's own."""


class Behind:
    """Looks up the names behind findings, each ref once.

    A ref is one of the corpus that its words came with: of the shipped guidelines, or of the corpus in the folder `own`, if that is
    another; a guide's name before it (`declaration:a4`) says otherwise.
    """

    def __init__(self, own: Path | None) -> None:
        self._shipped = shipped_folder()
        self._own = own or self._shipped
        self._found: dict[tuple[Path | None, str], str | None] = {}

    def name(self, entry: LanguageEntry) -> str | None:
        """The name of what this entry's ref leads to; None where nothing can be said of it."""
        guide, _colon, ref = entry.ref.rpartition(":")
        folder = self._folder(entry, guide)
        if (folder, ref) not in self._found:
            self._found[folder, ref] = _look_up(folder, ref, foreign=bool(guide))
        return self._found[folder, ref]

    def _folder(self, entry: LanguageEntry, guide: str) -> Path | None:
        if guide:
            return shipped_corpora().get(guide)
        return self._shipped if Path(entry.path).parent == self._shipped else self._own


def _look_up(folder: Path | None, ref: str, *, foreign: bool) -> str | None:
    if folder is None:
        return None
    try:
        corpus = Corpus.open(folder)
    except PeerguideError:  # a corpus that cannot be read is no reason to keep a finding back
        return None
    rows = corpus.rows(NAME, ref)
    citation = corpus.citation()
    guide = citation.title if foreign and citation else None
    return ", ".join(filter(None, [rows[0][0] if rows else None, guide])) or None
