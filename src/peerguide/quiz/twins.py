"""Statements that say nearly the same as another one, so that what holds of the one must hold of the other."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

from peerguide.quiz.likeness import alike, most_different
from peerguide.quiz.subjects import said
from peerguide.quiz.telling import content

if TYPE_CHECKING:
    from collections.abc import Callable

    from peerguide.corpus.library import Corpus
    from peerguide.corpus.model.common import StatementKind
    from peerguide.quiz.subjects import Said

    Twin = tuple[str, StatementKind]
    """The value and the kind of a statement; one of the guide as a whole counts for each value that it would fit."""


FEW = 4
"""So few words may leave only one that two texts share, though they are nearly the same."""


def twins(corpus: Corpus, ref: str, own: Said, frequency: Callable[[str], int]) -> set[Twin]:
    """The value and the kind of each statement that says nearly the same as the one with this ref.

    Two statements do when they are alike as they are asked, or in plain words.
    """
    found: set[Twin] = set()
    for text in dict.fromkeys((own.text, own.plain)):
        for value, kind, its_ref, *words in _near(corpus, text, frequency):
            other = said(corpus.wording, *words)
            if its_ref != ref and (alike(own.text, other.text) or alike(own.plain, other.plain)):
                owners = (value,) if value else corpus.targets(its_ref, "also")
                found.update((owner, kind) for owner in owners)
    return found


def _near(corpus: Corpus, text: str, frequency: Callable[[str], int]) -> list[tuple[Any, ...]]:
    """The rows of all statements that could be nearly the same as a text.

    Two texts that share so many words share two of any few words more than they may differ in, so only statements with
    two of the rarest words are compared. Texts of a few words may be alike by their letters while sharing only one of them.
    """
    words = sorted(content(text), key=lambda word: (frequency(word), word))
    sought = words[: most_different(len(words)) + 2]
    if not sought:
        return []
    both = [f'("{one}" AND "{other}")' for one, other in combinations(sought, 2)] if len(words) > FEW else []
    single = [f'"{word}"' for word in words]
    corpus.ready("passage")
    return corpus.rows(
        "SELECT value, kind, entry.ref, entry.text, entry.plain "
        "FROM passage JOIN entry ON entry.seq = passage.rowid "
        "WHERE passage MATCH ? AND kind IN ('practice', 'role')",
        "{text plain} : (" + " OR ".join(both or single) + ")",
    )
