"""The core values, with the statements that stand under them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peerguide.corpus.model.common import Citation, Link, StatementKind, Wording


@dataclass(frozen=True, eq=False, repr=False)
class ValueName:
    """A value as it stands in a list; `theme` is None in a guide that gives no practice themes."""

    ref: str
    number: int
    name: str
    theme: str | None


@dataclass(frozen=True, eq=False, repr=False)
class Item:
    """One item of what a practice lists; `wording` tells in which words its text stands."""

    ref: str
    text: str
    wording: Wording


@dataclass(frozen=True, eq=False, repr=False)
class Statement:
    """One practice or one supervisor role.

    `value` is None for a practice of the guide as a whole. `also` names other values that it would fit; `repeats` the statement whose
    content the document states a second time here; `wording` tells in which words its text stands; `items` are what it lists,
    `items_name` what to call them.
    """

    ref: str
    kind: StatementKind
    value: str | None
    text: str
    page: int | None
    also: tuple[str, ...]
    repeats: str | None
    wording: Wording
    items: tuple[Item, ...] = ()
    items_name: str | None = None


@dataclass(frozen=True, eq=False, repr=False)
class Confusion:
    """A value that is easily taken for another one, and how they differ."""

    ref: str
    number: int
    name: str
    why: str


@dataclass(frozen=True, eq=False, repr=False)
class Value:
    """A core value with all that stands under it.

    `found_by` are words that lead to it and are no name of it; `wording` tells in which words its meaning stands; `also` are other values
    that its meaning would fit.
    """

    ref: str
    number: int
    name: str
    theme: str | None
    meaning: str
    aliases: tuple[str, ...]
    practices: tuple[Statement, ...]
    roles: tuple[Statement, ...]
    confused_with: tuple[Confusion, ...]
    terms: tuple[Link, ...]
    source: Citation | None
    found_by: tuple[str, ...]
    wording: Wording
    also: tuple[Link, ...] = ()
