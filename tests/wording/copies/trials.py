"""Trying the reader on damaged copies, and how it did."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from wording.copies.damage.kinds import damaged
from wording.copies.layout import synthetic
from wording.copies.lines import render
from wording.copies.scoring import Tally, judge, tally, tally_of_names

from peerguide.corpus.library import Corpus
from peerguide.corpus.places import corpus_folder
from peerguide.errors import PeerguideError
from peerguide.wording.documents import read_document
from peerguide.wording.model import Reading
from peerguide.wording.outline import outline_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wording.copies.damage.kinds import Damage
    from wording.copies.lines import Line
    from wording.copies.scoring import Judged

    from peerguide.wording.outline import Outline

NOTHING = Reading({}, {}, ())


@dataclass(frozen=True)
class Trial:
    """One damaged copy: what was done to it, what became of each entry, the seconds that reading it took."""

    kinds: tuple[Damage, ...]
    seed: int
    judged: tuple[Judged, ...]
    tally: Tally
    seconds: float

    @property
    def name(self) -> str:
        """What was done to the copy."""
        return " + ".join(kind.name for kind in self.kinds) or "nothing"


@cache
def outline() -> Outline:
    """The outline of the guide."""
    return outline_of(Corpus.open(corpus_folder(None)))


@cache
def whole_copy() -> tuple[Line, ...]:
    """The synthetic document, undamaged."""
    return tuple(synthetic())


def attempt(kinds: Iterable[Damage], seed: int = 0, original: Sequence[Line] | None = None) -> Trial:
    """Read a copy with this damage; one that the reader refuses counts as read without any text."""
    original = whole_copy() if original is None else original
    kinds = tuple(kinds)
    lines = damaged(original, kinds, seed)
    text = render(lines)
    began = time.perf_counter()
    try:
        reading = read_document(text, outline())
    except PeerguideError:
        reading = NOTHING
    seconds = time.perf_counter() - began
    judged = tuple(judge(reading, lines, original))
    figures = tally(judged) + tally_of_names(reading, lines, original)
    return Trial(kinds, seed, judged, figures, seconds)


def total(trials: Iterable[Trial]) -> Tally:
    """The counts over all these copies together."""
    return sum((trial.tally for trial in trials), Tally())
