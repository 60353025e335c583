"""Entries in both wordings: in a copy's own words and in plain ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from peerguide.wording.model import Passage, Reading
    from peerguide.wording.outline import Item, Outline, ValueOutline
    from peerguide.wording.store import Kept

EntryKind = Literal["practice", "role", "term"]


@dataclass(frozen=True)
class Pair:
    """A text in both wordings; `official` is None where the copy does not have it, or, as `partial` says, only a part of it."""

    ref: str
    plain: str
    official: Passage | None
    partial: bool


@dataclass(frozen=True)
class EntryWordings:
    """A statement or a term in both wordings. `name` is the term's own, or that of the value it stands under, `value`.

    `copy` is the file from which the official one was read.
    """

    kind: EntryKind
    value: str | None
    name: str
    pair: Pair
    copy: str


@dataclass(frozen=True)
class ValueWordings:
    """A value and all that stands under it in both wordings.

    `copy_name` and `copy_theme` stand as the copy has them, None where it does not; `copy` is its file.
    """

    ref: str
    number: int
    name: str
    theme: str
    copy_name: str | None
    copy_theme: str | None
    meaning: Pair
    practices: tuple[Pair, ...]
    roles: tuple[Pair, ...]
    copy: str


def wordings_of(ref: str, outline: Outline, kept: Kept) -> EntryWordings | ValueWordings:
    """The entry with this ref, which is one of the outline's, in both wordings."""
    pairs = {pair.ref: pair for pair in _pairs(outline.items, kept.reading)}
    for value in outline.values:
        if value.ref == ref:
            return _value_wordings(value, pairs, kept)
    kind, owner, name, _item = next(entry for entry in _entries(outline) if entry[-1].ref == ref)
    return EntryWordings(kind, owner, name, pairs[ref], kept.copy)


def _entries(outline: Outline) -> Iterator[tuple[EntryKind, str | None, str, Item]]:
    """Every statement and term: its kind, the value it stands under, what that or the term is called, its text."""
    for value in outline.values:
        for item in value.practices:
            yield "practice", value.ref, value.name, item
        for item in value.roles:
            yield "role", value.ref, value.name, item
    for term in outline.terms:
        yield "term", None, term.name, term.definition


def _value_wordings(value: ValueOutline, pairs: Mapping[str, Pair], kept: Kept) -> ValueWordings:
    return ValueWordings(
        value.ref,
        value.number,
        value.name,
        value.theme,
        kept.reading.names.get(value.ref),
        kept.reading.themes.get(value.ref),
        pairs[value.meaning.ref],
        tuple(pairs[item.ref] for item in value.practices),
        tuple(pairs[item.ref] for item in value.roles),
        kept.copy,
    )


def _pairs(items: Iterable[Item], reading: Reading) -> Iterator[Pair]:
    passages = {passage.ref: passage for passage in reading.passages}
    for item in items:
        official = passages.get(item.ref)
        yield Pair(item.ref, item.plain, official, official is None and item.ref in reading.incomplete)
