"""Practices and supervisor roles as the compiled corpus has them, and what a practice of the whole guide lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.corpus.tables import ACTIONS_NAME
from peerguide.corpus.wordings import wording_of

if TYPE_CHECKING:
    from peerguide.corpus.model.common import StatementKind
    from peerguide.corpus.model.values import Item, Statement
    from peerguide.corpus.rows import Rows

    Listed = tuple[tuple[Item, ...], str]
    """What a practice lists, and what to call that."""

STATEMENTS = """
    SELECT ref, value, text, page, plain FROM entry
    WHERE kind = :kind {only} ORDER BY seq
"""

ITEMS = "SELECT value, ref, text, name, plain FROM entry WHERE kind = 'item' ORDER BY seq"

POINTERS = """
    SELECT link.ref, relation, target FROM entry JOIN link ON link.ref = entry.ref
    WHERE kind = :kind {only} AND relation IN ('also', 'repeats') ORDER BY position
"""

OF_VALUE = "AND value = :value"
"""What limits these to one value; a condition that may be absent would keep SQLite from using its index."""


def statements_of(
    corpus: Rows, kind: StatementKind, value: str | None = None
) -> dict[str | None, tuple[Statement, ...]]:
    """The statements of a kind, of one value or of all, by their value's ref, in two queries however many there are.

    Those of the guide as a whole stand under None.
    """
    from peerguide.corpus.model.values import Statement

    asked = {"kind": kind, "value": value} if value else {"kind": kind}
    only = OF_VALUE if value else ""
    pointers: dict[tuple[str, str], list[str]] = {}
    for ref, relation, target in corpus.rows(POINTERS.format(only=only), asked):
        pointers.setdefault((ref, relation), []).append(target)
    found: dict[str | None, list[Statement]] = {}
    items: dict[str, Listed] | None = None
    for ref, owner, text, page, *words in corpus.rows(STATEMENTS.format(only=only), asked):
        if owner is None and items is None:
            items = _items(corpus)
        also = tuple(pointers.get((ref, "also"), ()))
        repeats = pointers.get((ref, "repeats"), [None])[0]
        wording = wording_of(corpus.wording, text, *words)
        listed = (items or {}).get(ref, ())
        found.setdefault(owner, []).append(
            Statement(ref, kind, owner, text, page, also, repeats, wording, *listed)
        )
    return {owner: tuple(statements) for owner, statements in found.items()}


def _items(corpus: Rows) -> dict[str, Listed]:
    """What each practice of the whole guide lists, by the practice's ref."""
    from peerguide.corpus.model.values import Item

    found: dict[str, Listed] = {}
    for owner, ref, text, name, plain in corpus.rows(ITEMS):
        before, _name = found.get(owner, ((), name))
        found[owner] = ((*before, Item(ref, text, wording_of(corpus.wording, text, plain))), name)
    return found


def actions_name(corpus: Rows) -> str | None:
    """What the document calls the practices of the guide as a whole; None where it has no name for them."""
    rows = corpus.rows(
        "SELECT value FROM meta WHERE key = ? OR key LIKE '%:' || ?", ACTIONS_NAME, ACTIONS_NAME
    )
    return str(rows[0][0]) if rows else None
