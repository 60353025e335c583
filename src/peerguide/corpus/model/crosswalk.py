"""The crosswalk: how the entries of one guide stand to those of another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from peerguide.corpus.model.common import Closeness


@dataclass(frozen=True, eq=False, repr=False)
class End:
    """One entry that a row is about: its ref, its name or text, its kind, and the title of its guide."""

    ref: str
    text: str
    kind: str
    guide: str


@dataclass(frozen=True, eq=False, repr=False)
class Row:
    """How one entry stands to another, and why. One end is None where nothing corresponds to the other.

    Of two entries of which one goes further, that is the one at the beginning.
    """

    ref: str
    begin: End | None
    end: End | None
    closeness: Closeness
    why: str

    def other(self, end: End) -> End | None:
        """The end that is not this one."""
        return self.end if self.begin and self.begin.ref == end.ref else self.begin


@dataclass(frozen=True, eq=False, repr=False)
class Group:
    """The rows that are about one entry, and that entry."""

    end: End
    rows: tuple[Row, ...]


@dataclass(frozen=True, eq=False, repr=False)
class Crosswalk:
    """Rows, in the corpus's order; `about` is the entry that all of them were asked for, or None for all there are.

    `titles` has the title of each guide by its name; `groups` has the same rows by the entry that each begins with, or by that which was
    asked for and what stands under it; `shipped` says that all of them came with the program.
    """

    rows: tuple[Row, ...]
    about: End | None
    titles: Mapping[str, str]
    groups: tuple[Group, ...]
    shipped: bool
