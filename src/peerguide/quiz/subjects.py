"""What questions are about: a value, a statement or a glossary term, with what a fair question must know of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from peerguide.corpus.names.spelling import STEM

if TYPE_CHECKING:
    from peerguide.corpus.model.common import StatementKind


@dataclass(frozen=True, eq=False, repr=False)
class Topic:
    """A value as questions need it.

    `names` are the ways to type it as an answer, `leads` all words that lead to it; `unlike` says how it differs from
    others, by their refs.
    """

    ref: str
    number: int
    name: str
    theme: str
    meaning: str
    names: tuple[str, ...]
    leads: tuple[str, ...]
    unlike: dict[str, str]

    @property
    def short(self) -> str:
        """The name without the beginning that the values' names share."""
        bare = re.sub(f"^{STEM}", "", self.name, flags=re.IGNORECASE)
        return bare[:1].upper() + bare[1:]


@dataclass(frozen=True, eq=False, repr=False)
class Fact:
    """A statement as questions need it.

    `fits` are the refs of all values that an expert might accept for it, `also` those that the guide itself says it would
    fit, besides its own; `gap` has the word to take out, then others that would fill its place, where that is given;
    `said_by` are the kinds of the statements that say nearly the same, its own among them.
    """

    ref: str
    kind: StatementKind
    value: str
    text: str
    page: int | None
    fits: frozenset[str]
    also: tuple[str, ...]
    gap: tuple[str, ...]
    said_by: frozenset[str]


@dataclass(frozen=True, eq=False, repr=False)
class Entry:
    """A glossary term as questions need it.

    `gist` is what tells it from other terms, `names` are all ways to type it, `also` the terms that its gist would fit too.
    """

    ref: str
    name: str
    gist: str
    names: tuple[str, ...]
    also: tuple[str, ...]


ENOUGH = 160
"""A definition without a gist is told up to the end of the sentence with which it has this many characters."""


def beginning(definition: str) -> str:
    """The first sentences of a definition, as many as it takes to know it by."""
    told = ""
    for sentence in re.findall(r"[^\n]*?[.!?](?=\s|$)|[^\n]+", definition):
        told = f"{told} {sentence.strip()}".strip()
        if len(told) >= ENOUGH:
            break
    return told
