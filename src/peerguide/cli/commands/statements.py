"""What `practice` and `role` share: finding and showing statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.cli.elsewhere import pointing_elsewhere
from peerguide.corpus.names.known import NOUNS, kind_of
from peerguide.corpus.names.refs import find_statement
from peerguide.errors import NotFoundError

if TYPE_CHECKING:
    from peerguide.cli.desk import Desk
    from peerguide.corpus.library import Corpus
    from peerguide.corpus.model.common import StatementKind


def show_statements(desk: Desk, kind: StatementKind, words: list[str] | None) -> None:
    """Show all statements of a kind, those of the value that the words mean, or the one that they mean."""
    if not words:
        corpus = desk.corpus
        every = corpus.statements(kind)
        desk.show_list(every, every.groups, f"{NOUNS[kind]}s")
        return
    corpus, asked = desk.asked(words)
    with pointing_elsewhere(desk, asked):
        ref = desk.take(find_statement(corpus, kind, asked))
    if kind_of(corpus, ref) == "item":
        desk.show(corpus.item(ref))
        return
    if kind_of(corpus, ref) == kind:
        desk.show(corpus.statement(ref))
        return
    found = corpus.statements(kind, ref)
    if not found.groups:
        raise _none(corpus, kind, ref, "" if corpus is desk.corpus else corpus.guide)
    desk.show(found)


def _none(corpus: Corpus, kind: StatementKind, ref: str, guide: str) -> NotFoundError:
    """That a value has no statements of a kind, and where there are some; `guide` is the name of another guide than the one in use."""
    asking, begin = (f"peerguide --corpus {guide}", f"{guide}:") if guide else ("peerguide", "")
    of_all = any(group.value is None for group in corpus.statements(kind).groups)
    hint = (
        f"To see those of the guide as a whole: {asking} {kind}"
        if of_all
        else f"To see what it has: peerguide value {begin}{ref}"
    )
    return NotFoundError(f"Value {ref} has no {NOUNS[kind]}s.", hint)
