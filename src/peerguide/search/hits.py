"""What is shown of the entries that were found: their texts, the matched words marked, and what of the query each has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from peerguide.corpus.model.common import Wording
from peerguide.corpus.wordings import wording_of
from peerguide.search.results import MARK_OFF, MARK_ON, Hit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from peerguide.corpus.library import Corpus
    from peerguide.search.words import Wanted

    Ranked = tuple[int, float]
    """An entry's place in the corpus, and its score, higher for better."""

    Row = tuple[Any, ...]

    Index = Literal["passage", "scene"]
    """What finds entries by their words: the guide's own, or its scenarios."""

SNIPPET = 40
"""The longest snippet, in words."""

AMONG = "IN (SELECT value FROM json_each(?))"
"""One of the numbers of a JSON list: SQLite takes a list of any length as one value, but not as a statement."""


def hits(corpus: Corpus, index: Index, ranked: Sequence[Ranked], wanted: list[Wanted]) -> list[Hit]:
    """The hits to show, each with what of the query it has."""
    if not ranked:
        return []
    among = {seq for seq, _score in ranked}
    spelt = [having(corpus, index, group.spelt, among) if group.spelt else set() for group in wanted]
    meant = [having(corpus, index, group.meant, among) for group in wanted]
    marked = _marked(corpus, index, among, " OR ".join(f"({group.meant})" for group in wanted))
    rows = {row[0]: row[1:] for row in _entries(corpus, among)}
    found = []
    for seq, score in ranked:
        name, snippet = _shown(rows[seq], marked.get(seq))
        ref, kind, value, _name, text, page, *words = rows[seq]
        matched = tuple(group.label for group, has in zip(wanted, meant, strict=True) if seq in has)
        helped = any(seq in has and seq not in true for has, true in zip(meant, spelt, strict=True))
        wording = wording_of(corpus.wording, text, *words)
        if kind in ("source", "scenario"):  # these are told in our words alone
            wording = Wording(plain=wording.plain)
        found.append(
            Hit(ref, kind, value, name, text, snippet, round(score, 4), matched, helped, page, wording)
        )
    return found


def having(corpus: Corpus, index: Index, expression: str, among: Iterable[int]) -> set[int]:
    """Which of these entries match."""
    rows = corpus.rows(
        f"SELECT rowid FROM {index} WHERE {index} MATCH ? AND rowid {AMONG}", expression, _listed(among)
    )
    return {seq for (seq,) in rows}


def _entries(corpus: Corpus, among: Iterable[int]) -> list[Row]:
    return corpus.rows(
        "SELECT entry.seq, entry.ref, entry.kind, entry.value, coalesce(entry.name, owner.name), entry.text, entry.page, "
        "entry.plain FROM entry LEFT JOIN entry AS owner ON owner.ref = entry.value "
        f"WHERE entry.seq {AMONG}",
        _listed(among),
    )


def _marked(corpus: Corpus, index: Index, among: Iterable[int], expression: str) -> dict[int, Row]:
    """The name, other names, theme and text of these entries, with the matched words marked; the last three cut."""
    marks = f"'{MARK_ON}', '{MARK_OFF}'"
    cut = f"{marks}, '...', {SNIPPET}"
    rows = corpus.rows(
        f"SELECT rowid, highlight({index}, 0, {marks}), snippet({index}, 1, {cut}), snippet({index}, 2, {cut}), "
        f"snippet({index}, 3, {cut}) FROM {index} WHERE {index} MATCH ? AND rowid {AMONG}",
        expression,
        _listed(among),
    )
    return {row[0]: row[1:] for row in rows}


def _shown(row: Row, marked: Row | None) -> tuple[str, str]:
    """The name of an entry, and the part of it to show: where the match stands, in its text if it stands there."""
    _ref, _kind, _value, name, text, *_rest = row
    marked_name, alias, theme, snippet = marked or (None, None, None, text)
    called = f"Also called: {alias}" if alias else None
    shown = next((part for part in (snippet, theme, called) if part and MARK_ON in part), snippet)
    return marked_name or name, shown


def _listed(numbers: Iterable[int]) -> str:
    """Numbers as the JSON list that `AMONG` takes."""
    return str(sorted(numbers))
