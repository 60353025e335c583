"""What a search finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peerguide.corpus.model.common import Citation, Closeness, Kind, Wording

MARK_ON, MARK_OFF = "\ue000", "\ue001"
"""What stands around matched words in a hit's snippet and name: characters that no text has, for the screen to replace."""


@dataclass(frozen=True, eq=False, repr=False)
class Hit:
    """One entry that was found.

    `name` is its own name, or that of what it stands under; `snippet` is the part of its text around the match; `matched`
    are the words asked for that it has; `score` is higher for a better hit; `by_synonym` says that it has some only in other
    words; `wording` tells in which words its text stands; `closeness` how close the two entries are that a row of the
    crosswalk is about.
    """

    ref: str
    kind: Kind
    value: str | None
    name: str
    text: str
    snippet: str
    score: float
    matched: tuple[str, ...]
    by_synonym: bool
    page: int | None
    wording: Wording
    closeness: Closeness | None = None


@dataclass(frozen=True, eq=False, repr=False)
class Results:
    """The best hits, how many there are in all, what to tell the person about how they were found, and the
    document that the guide's pages are those of, where some of the hits stand in it.
    """

    hits: tuple[Hit, ...]
    total: int
    notices: tuple[str, ...]
    source: Citation | None


def starred(text: str) -> str:
    """The text with its matched words between two asterisks each."""
    return text.replace(MARK_ON, "**").replace(MARK_OFF, "**")


def unmarked(text: str) -> str:
    """The text without marks."""
    return text.replace(MARK_ON, "").replace(MARK_OFF, "")
