"""What entries of every kind have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["value", "practice", "role", "term", "source"]
StatementKind = Literal["practice", "role"]

PLAIN = "plain"
"""The wording in which the shipped corpus stands: a restatement in peerguide's own words."""


@dataclass(frozen=True, eq=False, repr=False)
class Link:
    """A pointer to another entry, with the name to show for it."""

    ref: str
    name: str


@dataclass(frozen=True, eq=False, repr=False)
class Citation:
    """Where an entry stands: a document, and its first and last page there (None where not given).

    `restated` says that the entry stands in other words than the document's own, as all that is shipped does.
    """

    ref: str
    title: str
    publisher: str | None
    year: int | None
    page: int | None
    last_page: int | None
    address: str | None
    restated: bool
