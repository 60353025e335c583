"""What the declaration says that a term means: a section of its own, of which the beginning is the definition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.wording.align.likeness import Likeness, stems
from peerguide.wording.declaration.telling import Lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peerguide.wording.outline import Outline, TermOutline
    from peerguide.wording.tidy.units import Unit

SURE = 2.0
"""How much worse, as a logarithm, any other end of a definition must be."""

PARAGRAPH, LINE, SENTENCE = 0.0, -6.0, -8.0
"""What it costs that a definition ends before a paragraph, before a line that is none, within a line."""

FEWEST_WORDS = 8
"""A definition has more words than this."""


def definition_in(
    units: Sequence[Unit], term: TermOutline, outline: Outline, known: Likeness, *, ended: bool
) -> tuple[list[Unit], bool]:
    """The units of a term's definition, and whether that is sure to be all of it.

    `known` are the words of the guide. It ends where the words begin to speak for the terms that the document has no text of its own for.
    """
    likeness = _likeness(term, outline)
    ends = [at for at in range(1, len(units) + 1) if units[at - 1].ends]
    if not ends:
        return list(units), False
    lines = Lines.of(units)
    paragraphs = lines.paragraphs(units)
    words = [stems(unit.text) for unit in units]
    own = [likeness.of(some, term.ref) for some in words]
    others = [max(0.0, likeness.of(some, OTHERS)) for some in words]
    scores = sorted(
        ((sum(own[:end]) + sum(others[end:]) + _stops(units, end, paragraphs), end) for end in ends),
        reverse=True,
    )
    best, end = scores[0]
    sure = len(scores) == 1 or best - scores[1][0] >= SURE
    found = list(units[:end])
    whole = not (found[0].lower or lines.are_disturbed(found, known)) and (ended or end < len(units))
    return found, whole and sure and sum(own[:end]) > 0


OTHERS = ""
"""What goes for the ref of all that the other terms say and this one does not."""


def _likeness(term: TermOutline, outline: Outline) -> Likeness:
    plain = term.definition.plain
    known = set(stems(plain))
    others = (one.definition.plain for one in outline.terms if not one.own)
    rest = [word for text in others for word in stems(text) if word not in known]
    return Likeness({term.ref: plain, OTHERS: " ".join(rest)})


def _stops(units: Sequence[Unit], end: int, paragraphs: set[int]) -> float:
    """What it costs that a definition ends before this unit."""
    if end == len(units) or end in paragraphs:
        return PARAGRAPH
    return SENTENCE if units[end].inside else LINE
