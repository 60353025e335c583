"""What is shown of the entries that were found: their texts, the matched words marked, and what of the query each has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peerguide.corpus.model.common import Wording
from peerguide.corpus.wordings import wording_of
from peerguide.search.finder import AMONG, any_of, having, listed
from peerguide.search.results import MARK_OFF, MARK_ON, Hit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from peerguide.corpus.library import Corpus
    from peerguide.corpus.model.common import Citation
    from peerguide.search.finder import Found
    from peerguide.search.parts import Part
    from peerguide.search.words import Wanted

    Row = tuple[Any, ...]

SNIPPET = 40
"""The longest snippet, in words."""

OURS = ("source", "scenario", "reading", "section", "fact", "crosswalk")
"""The kinds of entry that are told in our words alone, whichever wording is asked for."""

GUIDE = "substr(entry.ref, 1, instr(entry.ref, ':'))"
"""The name of an entry's guide where several are asked as one, and nothing elsewhere."""

ENTRIES = f"""
    SELECT entry.seq, entry.ref, entry.kind, entry.value,
    coalesce(entry.name, owner.name, begin || ' / ' || end, begin, end, (
        SELECT guide.name FROM meta JOIN entry AS guide ON guide.ref = {GUIDE} || meta.value
        WHERE meta.key = {GUIDE} || 'cited by values.yaml'
    ), ?),
    entry.text, entry.page, closeness, entry.plain
    FROM entry LEFT JOIN entry AS owner ON owner.ref = entry.value
    LEFT JOIN crosswalk ON crosswalk.ref = entry.ref WHERE entry.seq {AMONG}
"""
"""What is shown of entries. What has no name is called as what it stands under; a row of the crosswalk as what it compares, a practice
of the whole guide as its document."""


OF_OTHERS = f"""
    SELECT count(*) FROM entry LEFT JOIN entry AS owner ON owner.ref = entry.value
    JOIN link ON link.ref IN (entry.ref, entry.value, owner.value) AND relation = 'restates' AND target != ?
    WHERE entry.seq {AMONG}
"""
"""How many of these entries stand in a reading that restates another document than this one."""


def hits(corpus: Corpus, found: Sequence[Found], wanted: Sequence[Wanted]) -> list[Hit]:
    """The hits to show, in the same order, each with what of the query it has."""
    parts = {one.part for one in found}
    shown = {seq: hit for part in parts for seq, hit in _of_part(corpus, part, found, wanted)}
    return [shown[one.seq] for one in found]


def document_of(corpus: Corpus, found: Sequence[Found]) -> Citation | None:
    """The guide's document, unless all of these tell of other documents."""
    source = corpus.citation()
    if source is None or not found:
        return source
    ((others,),) = corpus.rows(OF_OTHERS, source.ref, listed(one.seq for one in found))
    return source if others < len(found) else None


def _of_part(
    corpus: Corpus, part: Part, found: Sequence[Found], wanted: Sequence[Wanted]
) -> Iterable[tuple[int, Hit]]:
    """The hits of one part, each with its entry's place in the corpus."""
    scores = {one.seq: one.score for one in found if one.part is part}
    spelt = [having(corpus, part, group.own(part.columns), scores) for group in wanted]
    meant = [having(corpus, part, group.any(part.columns), scores) for group in wanted]
    marked = _marked(corpus, part, scores, any_of(group.any(part.columns) for group in wanted))
    for seq, *row in _entries(corpus, scores):
        ref, kind, value, _name, text, page, closeness, *words = row
        name, snippet = _shown(row, marked.get(seq))
        matched = tuple(group.label for group, has in zip(wanted, meant, strict=True) if seq in has)
        helped = any(seq in has and seq not in true for has, true in zip(meant, spelt, strict=True))
        wording = wording_of(corpus.wording, text, *words)
        if kind in OURS:
            wording = Wording(plain=wording.plain)
        score = round(scores[seq], 4)
        yield (
            seq,
            Hit(ref, kind, value, name, text, snippet, score, matched, helped, page, wording, closeness),
        )


def _entries(corpus: Corpus, among: Iterable[int]) -> list[Row]:
    return corpus.rows(ENTRIES, corpus.guide, listed(among))


def _marked(corpus: Corpus, part: Part, among: Iterable[int], expression: str) -> dict[int, Row]:
    """The name, other names, theme and text of these entries, with the matched words marked; the last three cut."""
    index = part.table
    marks = f"'{MARK_ON}', '{MARK_OFF}'"
    cut = f"{marks}, '...', {SNIPPET}"
    rows = corpus.rows(
        f"SELECT rowid, highlight({index}, 0, {marks}), snippet({index}, 1, {cut}), snippet({index}, 2, {cut}), "
        f"snippet({index}, 3, {cut}) FROM {index} WHERE {index} MATCH ? AND +rowid {AMONG}",
        expression,
        listed(among),
    )
    return {row[0]: row[1:] for row in rows}


def _shown(row: Sequence[Any], marked: Row | None) -> tuple[str, str]:
    """The name of an entry, and the part of it to show: where the match stands, in its text if it stands there."""
    _ref, _kind, _value, name, text, *_rest = row
    marked_name, alias, theme, snippet = marked or (None, None, None, text)
    called = f"Also called: {alias}" if alias else None
    shown = next((part for part in (snippet, theme, called) if part and MARK_ON in part), snippet)
    return marked_name or name, shown
