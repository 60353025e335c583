"""Entries in both wordings: in a copy's own words and in plain ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from peerguide.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from peerguide.wording.model import Passage, Reading
    from peerguide.wording.outline import ActionOutline, Item, Outline, ValueOutline
    from peerguide.wording.store import Kept

EntryKind = Literal["practice", "item", "role", "term"]


@dataclass(frozen=True)
class Pair:
    """A text in both wordings; `official` is None where the copy does not have it, or, as `partial` says, only a part of it.

    `own` says whether the document has a text of its own for this.
    """

    ref: str
    plain: str
    official: Passage | None
    partial: bool
    own: bool = True


@dataclass(frozen=True)
class EntryWordings:
    """A statement, an item or a term in both wordings. `name` is the term's own, or that of the value it stands under, `value`.

    Where there is no value it is what the document calls such practices, or what to call what a practice lists; `items` are
    those that it lists, `items_name` what to call them. `copy` is the file from which the official one was read.
    """

    kind: EntryKind
    value: str | None
    name: str
    pair: Pair
    copy: str
    items: tuple[Pair, ...] = ()
    items_name: str | None = None


@dataclass(frozen=True)
class ValueWordings:
    """A value and all that stands under it in both wordings.

    `copy_name` and `copy_theme` stand as the copy has them, None where it does not; `copy` is its file.
    """

    ref: str
    number: int
    name: str
    theme: str | None
    copy_name: str | None
    copy_theme: str | None
    meaning: Pair
    practices: tuple[Pair, ...]
    roles: tuple[Pair, ...]
    copy: str


def wordings_of(ref: str, outline: Outline, kept: Kept) -> EntryWordings | ValueWordings:
    """The entry with this ref in both wordings.

    Raises NotFoundError when it is none that the document could have words for.
    """
    pairs = {pair.ref: pair for pair in _pairs(outline, kept.reading)}
    for value in outline.values:
        if value.ref == ref:
            return _value_wordings(value, pairs, kept)
    for action in outline.actions:
        if action.practice.ref == ref:
            return _action_wordings(action, outline, pairs, kept)
    for kind, owner, name, item in _entries(outline):
        if item.ref == ref:
            return EntryWordings(kind, owner, name, pairs[ref], kept.copy)
    raise NotFoundError(
        f'"{ref}" is none of the entries whose official wording can be here.',
        "These are values, practices, supervisor roles and terms.",
    )


def _entries(outline: Outline) -> Iterator[tuple[EntryKind, str | None, str, Item]]:
    """Every statement of a value, item and term: its kind, the value it stands under, what that or the entry is called, its text."""
    for value in outline.values:
        for item in value.practices:
            yield "practice", value.ref, value.name, item
        for item in value.roles:
            yield "role", value.ref, value.name, item
    for action in outline.actions:
        for item in action.items:
            yield "item", None, action.items_name or "", item
    for term in outline.terms:
        yield "term", None, term.name, term.definition


def _action_wordings(
    action: ActionOutline, outline: Outline, pairs: Mapping[str, Pair], kept: Kept
) -> EntryWordings:
    items = tuple(pairs[item.ref] for item in action.items)
    name = outline.actions_name or ""
    return EntryWordings(
        "practice", None, name, pairs[action.practice.ref], kept.copy, items, action.items_name
    )


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


def _pairs(outline: Outline, reading: Reading) -> Iterator[Pair]:
    passages = {passage.ref: passage for passage in reading.passages}
    for item in outline.items:
        official = passages.get(item.ref)
        yield Pair(item.ref, item.plain, official, official is None and item.ref in reading.incomplete)
    for term in outline.terms:
        if not term.own:
            yield Pair(term.ref, term.definition.plain, None, partial=False, own=False)
