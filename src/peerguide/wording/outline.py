"""What a reader of documents knows beforehand: a guide's entries in their order, with their plain wording."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peerguide.corpus.library import Corpus
    from peerguide.corpus.model.common import StatementKind


@dataclass(frozen=True)
class Item:
    """One entry whose wording may be found: a meaning, a practice, a role or a definition, in plain words, and its page."""

    ref: str
    plain: str
    page: int | None = None


@dataclass(frozen=True)
class ValueOutline:
    """A value: its name and practice theme as the document has them, and what stands under it."""

    ref: str
    number: int
    name: str
    theme: str
    meaning: Item
    practices: tuple[Item, ...]
    roles: tuple[Item, ...]


@dataclass(frozen=True)
class TermOutline:
    """A glossary term: its name, its definition, and of each work that its footnotes cite what is known: who, what, where."""

    ref: str
    name: str
    definition: Item
    cites: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outline:
    """A guide in outline. `guide` is its permanent name."""

    guide: str
    values: tuple[ValueOutline, ...]
    terms: tuple[TermOutline, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """All entries that have a wording, in the document's order."""
        of_values = [
            item for value in self.values for item in (value.meaning, *value.practices, *value.roles)
        ]
        return (*of_values, *(term.definition for term in self.terms))

    @property
    def refs(self) -> tuple[str, ...]:
        """Their refs."""
        return tuple(item.ref for item in self.items)


def outline_of(corpus: Corpus) -> Outline:
    """The outline of this corpus, in its plain wording whatever wording it is asked in."""
    practices, roles = _statements(corpus, "practice"), _statements(corpus, "role")
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
        TermOutline(ref, name, Item(ref, text, page), _cites(corpus, ref))
        for ref, name, text, page in corpus.rows(
            "SELECT ref, name, coalesce(plain, text), page FROM entry WHERE kind = 'term' ORDER BY seq"
        )
    )
    return Outline(corpus.guide, values, terms)


def _statements(corpus: Corpus, kind: StatementKind) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = {}
    for value, ref, text, page in corpus.rows(
        "SELECT value, ref, coalesce(plain, text), page FROM entry WHERE kind = ? ORDER BY seq", kind
    ):
        found.setdefault(value, []).append(Item(ref, text, page))
    return found


def _cites(corpus: Corpus, term: str) -> tuple[str, ...]:
    works = map(corpus.source, corpus.targets(term, "cites"))
    return tuple(
        " ".join(filter(None, (work.author, work.title, work.publisher, work.address, work.note)))
        for work in works
    )
