"""What a reader of documents knows beforehand: a guide's entries in their order, with their plain wording."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from peerguide.corpus.tables import ACTIONS_NAME

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from peerguide.corpus.library import Corpus
    from peerguide.corpus.model.common import Kind


@dataclass(frozen=True)
class Item:
    """One entry whose wording may be found, in plain words, and its page: a meaning, a practice, what it lists, a role, a definition."""

    ref: str
    plain: str
    page: int | None = None


@dataclass(frozen=True)
class ValueOutline:
    """A value: its name and practice theme as the document has them, and what stands under it; `theme` is None in a guide without themes."""

    ref: str
    number: int
    name: str
    theme: str | None
    meaning: Item
    practices: tuple[Item, ...]
    roles: tuple[Item, ...]


@dataclass(frozen=True)
class ActionOutline:
    """A practice of the guide as a whole, and the items that it lists; `items_name` is what to call them."""

    practice: Item
    items: tuple[Item, ...] = ()
    items_name: str | None = None


@dataclass(frozen=True)
class TermOutline:
    """A glossary term: its name, its definition, and of each work that its footnotes cite what is known: who, what, where.

    `own` says whether the document has a text of its own for it.
    """

    ref: str
    name: str
    definition: Item
    cites: tuple[str, ...] = ()
    own: bool = True


@dataclass(frozen=True)
class Outline:
    """A guide in outline. `guide` is its permanent name, `actions_name` what the document calls the practices of the guide as a whole."""

    guide: str
    values: tuple[ValueOutline, ...]
    terms: tuple[TermOutline, ...]
    actions: tuple[ActionOutline, ...] = ()
    actions_name: str | None = None

    @property
    def items(self) -> tuple[Item, ...]:
        """All entries that have a wording, in the document's order."""
        of_values = [
            item for value in self.values for item in (value.meaning, *value.practices, *value.roles)
        ]
        of_actions = [item for action in self.actions for item in (action.practice, *action.items)]
        return (*of_values, *of_actions, *(term.definition for term in self.own_terms))

    @property
    def own_terms(self) -> tuple[TermOutline, ...]:
        """The terms for which the document has a text of its own."""
        return tuple(term for term in self.terms if term.own)

    @property
    def refs(self) -> tuple[str, ...]:
        """Their refs."""
        return tuple(item.ref for item in self.items)


def outline_of(corpus: Corpus, without_text: Container[str] = ()) -> Outline:
    """The outline of this corpus, in its plain wording whatever wording it is asked in.

    `without_text` has the refs of the terms for which the document has no text of its own.
    """
    practices, roles = _under(corpus, "practice"), _under(corpus, "role")
    rows = corpus.rows(
        "SELECT ref, number, name, theme, coalesce(plain, text), page FROM entry WHERE kind = 'value' ORDER BY seq"
    )
    values = tuple(
        ValueOutline(
            ref,
            number,
            name,
            theme,
            Item(ref, text, page),
            tuple(practices.get(ref, ())),
            tuple(roles.get(ref, ())),
        )
        for ref, number, name, theme, text, page in rows
    )
    terms = tuple(
        TermOutline(ref, name, Item(ref, text, page), _cites(corpus, ref), ref not in without_text)
        for ref, name, text, page in corpus.rows(
            "SELECT ref, name, coalesce(plain, text), page FROM entry WHERE kind = 'term' ORDER BY seq"
        )
    )
    actions = tuple(_actions(corpus, practices.get(None, ())))
    named = corpus.rows("SELECT value FROM meta WHERE key = ?", ACTIONS_NAME)
    return Outline(corpus.guide, values, terms, actions, named[0][0] if named else None)


def _actions(corpus: Corpus, practices: Iterable[Item]) -> Iterator[ActionOutline]:
    """The practices of the guide as a whole, each with what it lists."""
    listed = _under(corpus, "item")
    names = dict(corpus.rows("SELECT value, name FROM entry WHERE kind = 'item'"))
    for practice in practices:
        yield ActionOutline(practice, tuple(listed.get(practice.ref, ())), names.get(practice.ref))


def _under(corpus: Corpus, kind: Kind) -> dict[str | None, list[Item]]:
    """The entries of a kind by what they stand under."""
    found: dict[str | None, list[Item]] = {}
    for owner, ref, text, page in corpus.rows(
        "SELECT value, ref, coalesce(plain, text), page FROM entry WHERE kind = ? ORDER BY seq", kind
    ):
        found.setdefault(owner, []).append(Item(ref, text, page))
    return found


def _cites(corpus: Corpus, term: str) -> tuple[str, ...]:
    works = map(corpus.source, corpus.targets(term, "cites"))
    return tuple(
        " ".join(filter(None, (work.author, work.title, work.publisher, work.address, work.note)))
        for work in works
    )
