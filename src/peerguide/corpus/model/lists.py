"""Lists of values and statements, and one statement by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peerguide.corpus.model.common import Citation, Link, StatementKind
    from peerguide.corpus.model.values import Item, Statement, ValueName


@dataclass(frozen=True, eq=False, repr=False)
class ValueList:
    """All values, in order."""

    values: tuple[ValueName, ...]
    source: Citation | None


@dataclass(frozen=True, eq=False, repr=False)
class StatementGroup:
    """The practices or roles of one value, in order; those of the guide as a whole where `value` is None.

    `title` is what the document calls these.
    """

    value: ValueName | None
    statements: tuple[Statement, ...]
    title: str | None = None


@dataclass(frozen=True, eq=False, repr=False)
class StatementList:
    """Practices or roles, of one value or of all."""

    kind: StatementKind
    groups: tuple[StatementGroup, ...]
    source: Citation | None


@dataclass(frozen=True, eq=False, repr=False)
class StatementView:
    """One statement, with the value it stands under, if it stands under one, and the other values that it would fit."""

    statement: Statement
    value: ValueName | None
    also: tuple[Link, ...]
    source: Citation | None


@dataclass(frozen=True, eq=False, repr=False)
class ItemView:
    """One item of what a practice lists, with that practice and the values that the item would fit."""

    item: Item
    statement: Statement
    also: tuple[Link, ...]
    source: Citation | None
