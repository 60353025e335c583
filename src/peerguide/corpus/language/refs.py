"""Whether the refs of entries about language lead to entries of the guides."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from peerguide.corpus.cache import open_database
from peerguide.corpus.places import shipped_corpora
from peerguide.errors import PeerguideError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from peerguide.corpus.model.language import LanguageEntry


def ref_problems(entries: Iterable[LanguageEntry], folder: Path) -> Iterator[Problem]:
    """Each ref of these entries that leads to no entry: of the corpus in this folder, or of the shipped guide that it names.

    Nothing is said of refs into a corpus that cannot be read, whose own problems are told elsewhere.
    """
    shipped = shipped_corpora()
    known: dict[str, frozenset[str] | None] = {}
    for entry in entries:
        for ref in (entry.ref, *entry.also):
            guide, mark, name = ref.rpartition(":")
            if mark and guide not in shipped:
                continue
            if guide not in known:
                known[guide] = _refs_in(shipped[guide] if mark else folder)
            refs = known[guide]
            if refs is not None and name not in refs:
                where = f'the guide "{guide}"' if mark else "this corpus"
                message = f'"{entry.id}" names "{ref}", and no entry of {where} has that id'
                yield Problem(entry.path, entry.line, entry.column, message)


def _refs_in(folder: Path) -> frozenset[str] | None:
    try:
        database, _keep = open_database(folder)
        with closing(database):
            return frozenset(ref for (ref,) in database.execute("SELECT ref FROM entry"))
    except PeerguideError:
        return None
