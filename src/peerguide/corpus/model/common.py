"""What entries of every kind have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "value",
    "practice",
    "role",
    "item",
    "term",
    "source",
    "scenario",
    "reading",
    "section",
    "fact",
    "crosswalk",
]
StatementKind = Literal["practice", "role"]

WordingName = Literal["plain", "official"]

PLAIN: WordingName = "plain"
"""The wording in which a corpus is written; the shipped ones restate their documents in peerguide's own words."""

OFFICIAL: WordingName = "official"
"""The wording of the document itself, brought in by the person who has a copy of it."""


Closeness = Literal["same", "overlaps", "goes further", "in tension", "nothing corresponds"]

NOTHING: Closeness = "nothing corresponds"

CLOSENESS: tuple[Closeness, ...] = ("same", "overlaps", "goes further", "in tension", NOTHING)
"""How close two entries are. Where the second goes without, nothing in its guide corresponds to the first, or the other way round."""


@dataclass(frozen=True, eq=False, repr=False)
class Wording:
    """In which words a text stands.

    `plain` are the plain words, where both wordings were asked for. `lacking` says that there is no official text, so that plain words
    stand where official ones were asked for.
    """

    name: WordingName = PLAIN
    plain: str | None = None
    lacking: bool = False

    @property
    def beside(self) -> str | None:
        """The plain words to be shown beside an official text; None where there is nothing to show."""
        return self.plain if self.name == OFFICIAL else None


@dataclass(frozen=True, eq=False, repr=False)
class Link:
    """A pointer to another entry, with the name to show for it."""

    ref: str
    name: str


@dataclass(frozen=True, eq=False, repr=False)
class Citation:
    """Where an entry stands: a document, and its first and last page there (None where not given).

    `words` says in which words: "plain" ones that restate the document's, as all that is shipped does, its "official" ones,
    or "both"; None where there is nothing to say of that.
    """

    ref: str
    title: str
    publisher: str | None
    year: int | None
    page: int | None
    last_page: int | None
    address: str | None
    words: Literal["plain", "official", "both"] | None
