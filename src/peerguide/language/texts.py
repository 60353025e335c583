"""What is shown of texts that were held up against the words: each finding, and what they come to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peerguide.language.results import Finding


@dataclass(frozen=True, eq=False, repr=False)
class TextFinding:
    """A finding in one of several texts.

    `path` is the text as it was named, `first` says that nothing was found before it there, and `behind` is the name of what its
    entry's ref leads to, where that was asked.
    """

    path: str
    finding: Finding
    first: bool
    behind: str | None = None


@dataclass(frozen=True, eq=False, repr=False)
class Tally:
    """What looking at texts came to: how many there were, how many have findings, how many findings, and among how many words."""

    texts: int
    with_findings: int
    findings: int
    words: int
