"""What `practice` and `role` share: finding and showing statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.cli.desk import typed
from peerguide.corpus.names.known import NOUNS, kind_of
from peerguide.corpus.names.refs import find_statement
from peerguide.errors import NotFoundError

if TYPE_CHECKING:
    from peerguide.cli.desk import Desk
    from peerguide.corpus.model.common import StatementKind


def show_statements(desk: Desk, kind: StatementKind, words: list[str] | None) -> None:
    """Show all statements of a kind, those of the value that the words mean, or the one that they mean."""
    corpus = desk.corpus
    if not words:
        every = corpus.statements(kind)
        desk.show_list(every, every.groups, f"{NOUNS[kind]}s")
        return
    ref = desk.take(find_statement(corpus, kind, typed(words)))
    if kind_of(corpus, ref) == kind:
        desk.show(corpus.statement(ref))
        return
    found = corpus.statements(kind, ref)
    if not found.groups:
        raise NotFoundError(
            f"Value {ref} has no {NOUNS[kind]}s.", f"To see what it has: peerguide value {ref}"
        )
    desk.show(found)
