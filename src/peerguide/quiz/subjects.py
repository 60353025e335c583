"""What questions are about: a value, a statement or a glossary term, with what a fair question must know of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from peerguide.corpus.credits import IN_PLAIN_WORDS
from peerguide.corpus.model.common import OFFICIAL, Wording
from peerguide.corpus.names.spelling import STEM
from peerguide.corpus.wordings import wording_of

if TYPE_CHECKING:
    from peerguide.corpus.model.common import StatementKind
    from peerguide.corpus.wordings import Choice


PLAIN_INSTEAD = " Where your copy does not have it whole, plain words stand."


class Said(NamedTuple):
    """What an entry says as it is asked, which `wording` tells of, and what it says in plain words."""

    text: str
    plain: str
    wording: Wording


def said(choice: Choice, text: str, plain: str | None) -> Said:
    """What an entry whose row has these texts says, where the corpus is asked in this wording."""
    return Said(text, plain or text, wording_of(choice, text, plain))


def aside(*wordings: Wording) -> str:
    """What an explanation adds on the wordings in which entries were asked: their plain words, or that they stand in those."""
    beside = " ".join(wording.beside for wording in wordings if wording.beside)
    told = f" {IN_PLAIN_WORDS} {beside}" if beside else ""
    return told + (PLAIN_INSTEAD if any(wording.lacking for wording in wordings) else "")


@dataclass(frozen=True, eq=False, repr=False)
class Topic:
    """A value as questions need it.

    `names` are the ways to type it as an answer, `leads` all words that lead to it; `unlike` says how it differs from
    others, by their refs; `plain` is its meaning in plain words, `wording` the one in which it is asked. `theme` is None in a
    guide without practice themes, `also` has the other values that its meaning would fit.
    """

    ref: str
    number: int
    name: str
    theme: str | None
    meaning: str
    names: tuple[str, ...]
    leads: tuple[str, ...]
    unlike: dict[str, str]
    plain: str
    wording: Wording
    also: tuple[str, ...] = ()

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
    `said_by` are the kinds of the statements that say nearly the same, its own among them; `plain` is its text in
    plain words, `wording` the one in which it is asked.
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
    plain: str
    wording: Wording


@dataclass(frozen=True, eq=False, repr=False)
class Wide:
    """A text of the guide as a whole, as questions need it: a practice that belongs to no value, or an item that one lists.

    `practice` is the ref of the practice that lists an item, `among` what its list is called, both None for a practice; `also` are
    the values that it would fit, `gap` the word to take out, then others that would fill its place, where that is given;
    `wording` is the one in which it is asked.
    """

    ref: str
    practice: str | None
    among: str | None
    text: str
    also: tuple[str, ...]
    gap: tuple[str, ...]
    wording: Wording


@dataclass(frozen=True, eq=False, repr=False)
class Entry:
    """A glossary term as questions need it.

    `gist` is what tells it from other terms, and `plain` that in plain words; `names` are all ways to type it, `also` the terms
    that its gist would fit too; `wording` is the one in which it is asked.
    """

    ref: str
    name: str
    gist: str
    names: tuple[str, ...]
    also: tuple[str, ...]
    plain: str
    wording: Wording


ENOUGH = 160
"""A definition without a gist is told up to the end of the sentence with which it has this many characters."""


def gist_of(gist: str | None, definition: Said) -> Said:
    """What tells a term from all others: the gist that the guide gives it, which is in plain words, or how its definition begins."""
    plain = gist or beginning(definition.plain)
    if definition.wording.name != OFFICIAL:
        return Said(plain, plain, definition.wording)
    beside = plain if definition.wording.plain else None
    return Said(beginning(definition.text), plain, Wording(OFFICIAL, beside))


def beginning(definition: str, enough: int = ENOUGH) -> str:
    """The first sentences of a definition, as many as it takes to have that many characters."""
    told = ""
    for sentence in re.findall(r"[^\n]*?[.!?](?=\s|$)|[^\n]+", definition):
        told = f"{told} {sentence.strip()}".strip()
        if len(told) >= enough:
            break
    return told
