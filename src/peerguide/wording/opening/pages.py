"""Words with their places on pages, as text: columns one after another, wherever the file has them.

Columns are found by what lies between them. A gutter is a stretch across the page that no word of many lines in succession reaches into; where
there is one, these lines stand in columns, and elsewhere they are prose. Within columns, a band ends where all of them leave room at the same
height, so that the rows of a table stay together.
"""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Stretch = tuple[float, float]

WINDOW = 10
"""So many lines in succession tell whether there is a gutter."""

GUTTER = 4.5
"""The least width of a gutter, in points."""

MAY_REACH = 0.06
"""The share of lines that may reach into a gutter: those of a page's header, of a title across the page."""

SAME_LINE = 0.5
"""Words whose middles lie nearer than this share of their height stand on one line."""

SLACK = 3.0
"""By so much, in points, other columns may stand higher than the title that begins their row."""

_TITLE = re.compile(r"\d{1,2}[.)]\s*[A-Z]{2}")

APART = 1.0
"""Lines with so much room between them, as a share of their height, are apart."""


class Word(NamedTuple):
    """A word and its box on a page, in points from the top left corner."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    @property
    def middle(self) -> float:
        """The height at which it stands."""
        return (self.top + self.bottom) / 2


def text_of(pages: Iterable[Iterable[Word]]) -> str:
    """The text of pages, a form feed between them, an empty line between blocks."""
    return "\f".join("\n\n".join(_blocks(list(page))) for page in pages)


def _blocks(words: Sequence[Word]) -> Iterator[str]:
    """The blocks of a page: prose as it stands, columns one after another within each band."""
    for tabular, run in _runs(_lines(words)):
        gutters = _gutters(run, MAY_REACH) if tabular else []
        for spans, lines in groupby(run, key=lambda line: not gutters or _reaches_into(line, gutters)):
            if spans:
                yield "\n".join(_typed(list(lines)))
                continue
            every = [word for line in lines for word in line]
            for row in _rows(every, gutters):
                for band in _bands(row):
                    yield from filter(None, map(_column, _columns(band, gutters)))


def _reaches_into(line: Sequence[Word], gutters: Sequence[Stretch]) -> bool:
    """Whether a line has words in a gutter, or goes across one as a sentence does."""
    pieces = _pieces(line)
    return any(left < (start + end) / 2 < right for start, end in gutters for left, right in pieces)


def _lines(words: Iterable[Word]) -> list[list[Word]]:
    """Words in lines from the top, each from the left."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.middle, word.left)):
        height = max(1.0, word.bottom - word.top)
        if lines and word.middle - lines[-1][0].middle < SAME_LINE * height:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line) for line in lines]


def _runs(lines: Sequence[list[Word]]) -> Iterator[tuple[bool, list[list[Word]]]]:
    """Lines in succession that stand in columns, and those that do not."""
    tabular = [False] * len(lines)
    for first in range(max(1, len(lines) - WINDOW + 1)):
        window = lines[first : first + WINDOW]
        if len(window) > 1 and _gutters(window, 0):
            tabular[first : first + WINDOW] = [True] * len(window)
    for is_tabular, group in groupby(zip(tabular, lines, strict=True), key=lambda one: one[0]):
        yield is_tabular, [line for _tabular, line in group]


def _gutters(lines: Sequence[Sequence[Word]], may_reach: float) -> list[Stretch]:
    """The stretches that hardly a line reaches into, wide enough to part columns; `may_reach` is the share of lines that may.

    What stands between bullets and the texts that they begin parts nothing.
    """
    most = may_reach * len(lines)
    edges = sorted(
        (edge, step)
        for line in lines
        for piece in _pieces(line)
        for edge, step in zip(piece, (1, -1), strict=True)
    )
    found: list[Stretch] = []
    inside, free_from = 0, None
    for edge, step in edges:
        if free_from is not None and inside + step > most:
            if edge - free_from >= GUTTER:
                found.append((free_from, edge))
            free_from = None
        inside += step
        if inside <= most and free_from is None and edge > edges[0][0]:
            free_from = edge
    return [
        gutter for before, gutter in zip([None, *found], found, strict=False) if _parts(lines, before, gutter)
    ]


def _parts(lines: Sequence[Sequence[Word]], before: Stretch | None, gutter: Stretch) -> bool:
    """Whether words stand before a gutter, after the one before it, that are more than bullets."""
    start = before[1] if before else float("-inf")
    between = (word for line in lines for word in line if start <= word.left < gutter[0])
    return any(len(word.text) > 1 and any(map(str.isalnum, word.text)) for word in between)


def _pieces(line: Sequence[Word]) -> list[Stretch]:
    """The stretches of a line that are written on, a gutter or more between them."""
    pieces: list[Stretch] = []
    for word in line:
        if pieces and word.left - pieces[-1][1] < GUTTER:
            pieces[-1] = pieces[-1][0], max(pieces[-1][1], word.right)
        else:
            pieces.append((word.left, word.right))
    return pieces


def _rows(words: Sequence[Word], gutters: Sequence[Stretch]) -> Iterator[list[Word]]:
    """The rows of a table of which each begins with a numbered title in the first column."""
    first = _lines(next(_columns(words, gutters)))
    tops = [
        min(word.top for word in line) for line in first if _TITLE.match(" ".join(word.text for word in line))
    ]
    edges = [float("-inf"), *(top - SLACK for top in tops), float("inf")]
    for start, end in pairwise(edges):
        row = [word for word in words if start <= word.top < end]
        if row:
            yield row


def _bands(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Words in bands across the page, with room between them that no word reaches into."""
    band: list[Word] = []
    reached = 0.0
    for word in sorted(words, key=lambda word: word.top):
        if band and word.top - reached > APART * (word.bottom - word.top):
            yield band
            band = []
        reached = max(reached, word.bottom) if band else word.bottom
        band.append(word)
    if band:
        yield band


def _columns(words: Sequence[Word], gutters: Sequence[Stretch]) -> Iterator[list[Word]]:
    """The words of each column, from the left."""
    edges = [(left + right) / 2 for left, right in gutters]
    for before, after in zip([float("-inf"), *edges], [*edges, float("inf")], strict=True):
        yield [word for word in words if before <= word.left < after]


def _column(words: Sequence[Word]) -> str:
    """The lines of a column, with an empty line where one stands apart."""
    lines = _lines(words)
    typed = _typed(lines)
    parts: list[str] = []
    for at, text in enumerate(typed):
        if (
            at
            and lines[at][0].top - lines[at - 1][0].bottom
            > APART * (lines[at][0].bottom - lines[at][0].top) / 2
        ):
            parts.append("")
        parts.append(text)
    return "\n".join(parts)


def _typed(lines: Sequence[Sequence[Word]]) -> list[str]:
    return [" ".join(word.text for word in line) for line in lines]
