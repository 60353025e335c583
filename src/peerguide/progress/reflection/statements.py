"""The statements that a reflection goes through, as the corpus has them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from peerguide.progress.reflection.responses import KINDS, PARTS

if TYPE_CHECKING:
    from collections.abc import Container

    from peerguide.corpus.library import Corpus
    from peerguide.corpus.model.common import StatementKind, Wording
    from peerguide.corpus.model.lists import StatementGroup
    from peerguide.corpus.model.values import Statement, ValueName
    from peerguide.progress.reflection.responses import Part


@dataclass(frozen=True, eq=False, repr=False)
class Item:
    """One statement to think about, with what it lists, and the value it stands under; None for the guide as a whole."""

    ref: str
    kind: StatementKind
    value: ValueName | None
    text: str
    wording: Wording

    @property
    def owner(self) -> str:
        """The ref of its value; empty for the guide as a whole."""
        return self.value.ref if self.value else ""


def items_of(corpus: Corpus, part: Part, values: Container[str] = ()) -> tuple[Item, ...]:
    """The statements of a part, in order: of these values, or of all. One that only repeats another is left out.

    A practice of the guide as a whole counts for each value that it would fit.
    """
    return tuple(
        Item(one.ref, one.kind, group.value, _with_items(one), one.wording)
        for group in corpus.statements(KINDS[part]).groups
        for one in group.statements
        if one.repeats is None and (not values or any(ref in values for ref in _owners(group, one)))
    )


def _owners(group: StatementGroup, one: Statement) -> tuple[str, ...]:
    return (group.value.ref,) if group.value else one.also


def _with_items(one: Statement) -> str:
    """The text of a statement, followed by what it lists."""
    if not one.items:
        return one.text
    return f"{one.text} {one.items_name}: {' '.join(item.text for item in one.items)}"


def heirs_of(corpus: Corpus) -> dict[str, str]:
    """The ref that stands in the place of another: of a retired one, and of one that only repeats."""
    from peerguide.corpus.names.known import heirs

    repeating = {
        one.ref: one.repeats
        for part in PARTS
        for group in corpus.statements(KINDS[part]).groups
        for one in group.statements
        if one.repeats is not None
    }
    return heirs(corpus) | repeating
