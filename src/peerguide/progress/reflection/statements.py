"""The statements that a reflection goes through, as the corpus has them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from peerguide.progress.reflection.responses import KINDS, PARTS

if TYPE_CHECKING:
    from collections.abc import Container

    from peerguide.corpus.library import Corpus
    from peerguide.corpus.model.common import StatementKind, Wording
    from peerguide.corpus.model.values import ValueName
    from peerguide.progress.reflection.responses import Part


@dataclass(frozen=True, eq=False, repr=False)
class Item:
    """One statement to think about, and the value it stands under."""

    ref: str
    kind: StatementKind
    value: ValueName
    text: str
    wording: Wording


def items_of(corpus: Corpus, part: Part, values: Container[str] = ()) -> tuple[Item, ...]:
    """The statements of a part, in order: of these values, or of all. One that only repeats another is left out."""
    return tuple(
        Item(one.ref, one.kind, group.value, one.text, one.wording)
        for group in corpus.statements(KINDS[part]).groups
        for one in group.statements
        if one.repeats is None and (not values or group.value.ref in values)
    )


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
