"""Lists of values and statements, and one statement by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peerguide.corpus.model.common import Citation, Link, StatementKind
    from peerguide.corpus.model.values import Statement, ValueName


@dataclass(frozen=True, eq=False, repr=False)
class ValueList:
    """All values, in order."""

    values: tuple[ValueName, ...]
    source: Citation | None


@dataclass(frozen=True, eq=False, repr=False)
class StatementGroup:
    """The practices or roles of one value, in order."""

    value: ValueName
    statements: tuple[Statement, ...]


@dataclass(frozen=True, eq=False, repr=False)
class StatementList:
    """Practices or roles, of one value or of all."""

    kind: StatementKind
    groups: tuple[StatementGroup, ...]
    source: Citation | None


@dataclass(frozen=True, eq=False, repr=False)
class StatementView:
    """One statement, with the value it stands under and the other values that it would fit."""

    statement: Statement
    value: ValueName
    also: tuple[Link, ...]
    source: Citation | None
