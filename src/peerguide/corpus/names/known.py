"""The names that entries have: which entry has this ref, or this name, or which names there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.corpus.model.common import Link

if TYPE_CHECKING:
    from peerguide.corpus.library import Corpus
    from peerguide.corpus.model.common import Kind

NOUNS: dict[Kind, str] = {
    "value": "value",
    "practice": "practice",
    "role": "supervisor role",
    "term": "term",
    "source": "source",
    "scenario": "scenario",
    "item": "item",
    "reading": "reading",
    "section": "section",
    "fact": "fact",
    "crosswalk": "row of the crosswalk",
}

LABEL = r"^(?:core value|value|number|no|term|source|scenario|reading|the) "
"""What people type before a name or a number, folded."""

SHOWN = 60
"""As much of what was typed is repeated in a sentence, in characters."""


def kind_of(corpus: Corpus, ref: str) -> Kind | None:
    """The kind of the entry with this ref; None when there is none."""
    rows = corpus.rows("SELECT kind FROM entry WHERE ref = ?", ref)
    return rows[0][0] if rows else None


def heir_of(corpus: Corpus, ref: str) -> str | None:
    """The ref that stands in the place of a retired one, however often it was replaced; None otherwise."""
    heirs = corpus.targets(ref, "replaced")
    return (heir_of(corpus, heirs[0]) or heirs[0]) if heirs else None


def heirs(corpus: Corpus) -> dict[str, str]:
    """Every retired ref with the ref that stands in its place."""
    retired = [ref for (ref,) in corpus.rows("SELECT DISTINCT ref FROM link WHERE relation = 'replaced'")]
    return {ref: heir_of(corpus, ref) or ref for ref in retired}


def called(corpus: Corpus, kind: Kind, folded: str) -> tuple[Link, ...]:
    """The entries of a kind that have exactly this name, folded."""
    rows = corpus.rows("SELECT ref, shown FROM name WHERE kind = ? AND folded = ?", kind, folded)
    return tuple(Link(*row) for row in rows)


def names(corpus: Corpus, kind: Kind) -> list[tuple[str, Link]]:
    """Every name of the entries of a kind, folded, with the entry that it leads to."""
    rows = corpus.rows(
        "SELECT folded, name.ref, shown FROM name JOIN entry ON entry.ref = name.ref WHERE name.kind = ? "
        "ORDER BY seq, folded",
        kind,
    )
    return [(folded, Link(ref, shown)) for folded, ref, shown in rows]


def refs(corpus: Corpus, kind: Kind, begin: str = "") -> list[tuple[str, str]]:
    """The refs of a kind that begin so, each with its name or text."""
    rows = corpus.rows(
        "SELECT ref, coalesce(name, text) FROM entry WHERE kind = ? AND substr(ref, 1, ?) = ? ORDER BY seq",
        kind,
        len(begin),
        begin,
    )
    return [(ref, text) for ref, text in rows]


def short(words: str) -> str:
    """What was typed, short enough for a sentence."""
    line = " ".join(words.split())
    return line if len(line) <= SHOWN else line[: SHOWN - 3] + "..."
