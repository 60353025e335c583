"""What an exported crosswalk says of itself and of each row, whatever the format."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from peerguide.corpus.names.known import NOUNS
from peerguide.export.credits import cited

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.corpus.model.common import Kind
    from peerguide.corpus.model.crosswalk import End, Row
    from peerguide.export.selection import Selection

NAMED = ("value", "term", "source", "scenario", "reading", "section")
"""The kinds of entry that have a name; all others have a text."""

ABOUT = "How entries of one guide stand to those of another, and why."

OWN = "The comparison is peerguide's own, not that of the documents."
"""What is said of the crosswalk that was shipped."""


def introduction(selection: Selection) -> Iterator[str]:
    """What the crosswalk is, and the documents that this guide is held against, each a paragraph of its own."""
    own = all(one.shipped for one in selection.crosswalks)
    yield f"{ABOUT} {OWN}" if own else ABOUT
    for corpus in selection.crossed():
        yield from cited(corpus)


def title_of(end: End) -> str:
    """What an entry can be called in a heading: its name, or what it is, with its ref."""
    return (
        f"{end.text} ({end.ref})"
        if is_named(end)
        else f"{NOUNS[cast('Kind', end.kind)].capitalize()} {end.ref}"
    )


def is_named(end: End) -> bool:
    """Whether an entry has a name that can stand for it."""
    return end.kind in NAMED and bool(end.text)


def standing(row: Row) -> str:
    """How close two entries are, in words; of two of which one goes further, which guide it is that does."""
    if row.closeness == "goes further" and row.begin:
        return f"{row.begin.guide} goes further"
    return row.closeness.capitalize()
