"""The glossary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peerguide.corpus.model.common import Citation, Link, Wording
    from peerguide.corpus.model.sources import Source


@dataclass(frozen=True, eq=False, repr=False)
class Term:
    """A glossary term.

    `used_by` are the values whose statements use it, `cites` its footnoted works; `wording` tells in which words its
    definition stands.
    """

    ref: str
    name: str
    aliases: tuple[str, ...]
    definition: str
    see_also: tuple[Link, ...]
    used_by: tuple[Link, ...]
    cites: tuple[Source, ...]
    source: Citation | None
    wording: Wording


@dataclass(frozen=True, eq=False, repr=False)
class TermList:
    """The glossary's terms, in order."""

    terms: tuple[Link, ...]
    source: Citation | None
