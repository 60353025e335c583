"""Reading what belongs to a guide as a whole and to none of its values: practices, and the items that they list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from peerguide.corpus.model.common import OFFICIAL
from peerguide.quiz.gaps import can_be_missed
from peerguide.quiz.refs import Refs
from peerguide.quiz.subjects import Wide, beginning, said

if TYPE_CHECKING:
    from collections.abc import Collection

    from peerguide.corpus.library import Corpus
    from peerguide.quiz.subjects import Said

OF_ALL = {
    "practice": "SELECT seq, text FROM entry WHERE kind = 'practice' AND value IS NULL {only} ORDER BY seq",
    "item": "SELECT seq, text FROM entry WHERE kind = 'item' {only} ORDER BY seq",
}

FITTING = "AND ref IN (SELECT ref FROM link WHERE relation = 'also' AND target IN ({marks}))"
"""What limits these to those that would fit some values."""


def actions_of(corpus: Corpus, values: Collection[str]) -> Refs:
    """The refs of the practices of the guide as a whole that would fit one of these values, or of all."""
    return Refs(corpus, [seq for seq, _text in _rows(corpus, "practice", values)])


def items_of(corpus: Corpus, values: Collection[str]) -> Refs:
    """The refs of the items that would fit one of these values, or of all, but for those that cannot be asked about."""
    return Refs(corpus, [seq for seq, text in _rows(corpus, "item", values) if _can_be_asked(text)])


def _rows(
    corpus: Corpus, kind: Literal["practice", "item"], values: Collection[str]
) -> list[tuple[int, str]]:
    only = FITTING.format(marks=", ".join("?" * len(values))) if values else ""
    return [(seq, text) for seq, text in corpus.rows(OF_ALL[kind].format(only=only), *values)]


def lists_of(corpus: Corpus) -> dict[str, tuple[str, ...]]:
    """The refs of the items that can be asked about, by the practice that lists them."""
    found: dict[str, tuple[str, ...]] = {}
    for ref, practice, text in corpus.rows(
        "SELECT ref, value, text FROM entry WHERE kind = 'item' ORDER BY seq"
    ):
        if _can_be_asked(text):
            found[practice] = (*found.get(practice, ()), ref)
    return found


def _can_be_asked(text: str) -> bool:
    """Whether an item is one sentence: one of several says something of itself, which no other option does."""
    return beginning(text, 1) == " ".join(text.split())


def wide(corpus: Corpus, ref: str) -> Wide | None:
    """The practice of the guide as a whole, or the item, with this ref; None when there is none."""
    rows = corpus.rows(
        "SELECT value, name, text, plain FROM entry "
        "WHERE ref = ? AND (kind = 'item' OR (kind = 'practice' AND value IS NULL))",
        ref,
    )
    for practice, among, *words in rows:
        told = said(corpus.wording, *words)
        also, gap = corpus.targets(ref, "also"), gap_of(corpus, ref, told)
        return Wide(ref, practice, among, told.text, also, gap, told.wording)
    return None


def gap_of(corpus: Corpus, ref: str, told: Said) -> tuple[str, ...]:
    """The word to take out of a statement that the guide names, and others that would fill its place; none where they do not fit its words."""
    gap = corpus.targets(ref, "gap")
    if told.wording.name == OFFICIAL and gap and not can_be_missed(gap[0], told.text):
        return ()  # it was chosen for the plain words
    return gap
