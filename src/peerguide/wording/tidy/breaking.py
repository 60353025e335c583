"""Breaking lines where a copy has lost the ends of lines, so that headings and bullets stand within them."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from peerguide.wording.tidy.characters import BULLET
from peerguide.wording.tidy.lines import Raw

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_BULLETS = re.compile(
    rf"(?<=\S)[ ]+(?={BULLET})|(?<=[.!?;])[ ]+(?=(?:[*\u2013\u00b7-]|o)[ ]+[\"\u201c\u2018']?[A-Z])"
)


def broken(lines: Sequence[Raw], places: Iterable[int]) -> list[Raw]:
    """The lines, broken at these places of their text (counted as if line feeds joined them) and before bullets within them."""
    text = joined(lines)
    begins = [0, *accumulate(len(line.text) + 1 for line in lines)]
    bullets = (match.end() for match in _BULLETS.finditer(text))
    cuts = sorted({*begins, *places, *bullets})
    return list(_pieces(text, lines, begins, cuts))


def joined(lines: Iterable[Raw]) -> str:
    """The lines as one text."""
    return "\n".join(line.text for line in lines)


def _pieces(text: str, lines: Sequence[Raw], begins: list[int], cuts: Sequence[int]) -> Iterator[Raw]:
    for start, end in pairwise(cuts):
        at = bisect_right(begins, start) - 1
        piece = text[start:end].rstrip("\n")
        if piece.strip() or start == begins[at]:
            yield Raw(lines[at].number, piece)
