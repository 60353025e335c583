"""Refs of a corpus of any size, looked up one by one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.corpus.library import Corpus


class Refs(Sequence[str]):
    """Refs by their places in the corpus, each looked up when it is wanted: a quiz wants few of many."""

    def __init__(self, corpus: Corpus, places: list[int]) -> None:
        self._corpus = corpus
        self._places = places

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> Refs: ...
    def __getitem__(self, at: int | slice) -> str | Refs:
        if isinstance(at, slice):
            return Refs(self._corpus, self._places[at])
        ((ref,),) = self._corpus.rows("SELECT ref FROM entry WHERE seq = ?", self._places[at])
        return str(ref)

    def __iter__(self) -> Iterator[str]:
        known = dict(
            self._corpus.rows("SELECT seq, ref FROM entry WHERE kind IN ('practice', 'role', 'item')")
        )
        return (known[place] for place in self._places)

    def __add__(self, other: Refs) -> Refs:
        return Refs(self._corpus, self._places + other._places)
