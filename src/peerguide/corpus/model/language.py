"""Words that strain plain, person-first, non-clinical language, and other words for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from peerguide.corpus.model.phrases import PhraseIndex

Confidence = Literal["high", "medium", "ask"]
"""How sure it is that words strain; "ask" where some people choose them for themselves."""


@dataclass(frozen=True, eq=False, repr=False)
class LanguageEntry:
    """Phrases that strain plain, person-first language for one reason.

    `match`, `unless`, `unless_near` and `needs` are phrases in the notation told at the head of `data/language.yaml`: what is
    found, what makes it fine by covering it, what makes it fine by standing near, and of what one must stand near.
    `self_spared` says that it is left alone where people say it of themselves. `ref` is the entry of a guide behind it, `also`
    other ones. `matches` are sentences in which it is found, `passes` sentences in which it is not.

    `reach` says how many words away "near" is for this entry, None where the general reach holds.

    `path` is the file it stands in, `line` and `column` its place there, and `example_places` the line and column of each of
    `matches`, then of each of `passes`.
    """

    id: str
    kind: str
    match: tuple[str, ...]
    unless: tuple[str, ...]
    unless_near: tuple[str, ...]
    needs: tuple[str, ...]
    self_spared: bool
    reason: str
    suggestions: tuple[str, ...]
    ref: str
    also: tuple[str, ...]
    source: str
    confidence: Confidence
    matches: tuple[str, ...]
    passes: tuple[str, ...]
    path: str = ""
    line: int = 1
    column: int = 1
    example_places: tuple[tuple[int, int], ...] = ()
    reach: int | None = None


@dataclass(frozen=True, eq=False, repr=False)
class LanguageWords:
    """All the words that a text is held up against.

    `sets` are the words that a phrase may name as <name>; `kinds` the kinds of entry, each with what it is; `after_noun` the words
    that show the one before them to be a noun; `reach` how many words away "near" is, for "needs" and for "unless_near";
    `style_guides` the names of the sources; `index` the phrases made ready for finding, None where that is still to be done.
    """

    entries: tuple[LanguageEntry, ...]
    sets: Mapping[str, tuple[str, ...]]
    kinds: Mapping[str, str]
    after_noun: tuple[str, ...]
    reach: Mapping[str, int]
    style_guides: tuple[str, ...]
    index: PhraseIndex | None = None
