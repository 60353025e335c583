"""Columns that stand side by side on one line, as `pdftotext -layout` prints them: put one after another, row by row of the table."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from peerguide.wording.tidy.characters import BULLET
from peerguide.wording.tidy.lines import PAGE_BREAK, Raw

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

FEWEST = 4
"""So many lines at least must leave a gutter free."""

FREE = 0.8
"""The share of the lines reaching beyond a gutter that must leave it free."""

SHARE = 0.2
"""The share of lines that must reach beyond a gutter, and that must have something before it."""

NARROWEST = 12
"""The width of the narrowest column, in characters."""

WIDE = 60
"""A line longer than this, without a gap, is no column's alone."""

MOST_WIDE = 3
"""So many of these in a row end a table."""

LONGEST = 400
"""Where a line is longer than this, the rest tells nothing of columns."""

SLACK = 3
"""So many characters beside its gutter a column's text may begin on a line where the one before it is too long."""

HUNG = 6
"""So many characters before the other lines of its text a bullet may stand."""

APART = 4
"""Headings of a row that are so few lines from each other are of one row."""

_GAP = re.compile(r" {2,}(?=\S)")
_HUNG = re.compile(rf"((?:^|(?<=  ))(?:{BULLET}|[-*o\u00b7\u2013]))( +)")
_FILL = "\x01"
_INNER = re.compile(r"\S {2,}(?=\S)")


def one_after_another(lines: Sequence[Raw], row: re.Pattern[str]) -> list[Raw]:
    """The lines, with columns that stand side by side put one after another; `row` finds what a row of the table begins with.

    What is no table stays as it is, since no gutter runs down through prose, however it is spaced.
    """
    found: list[Raw] = []
    for stretch in _stretches(lines):
        pages = list(_pages(stretch))
        common = _gutters(stretch)
        for page in pages:
            gutters = max(_gutters(page), common, key=len)
            found += _untangled(page, gutters, row) if gutters else page
    return found


def _stretches(lines: Sequence[Raw]) -> Iterator[list[Raw]]:
    """The lines cut where several wide ones without a gap stand together: tables, and what stands between them."""
    wide = [len(line.text.strip()) > WIDE and not _INNER.search(line.text.strip()) for line in lines]
    there = [at for at, line in enumerate(lines) if line.text.strip(f" {PAGE_BREAK}")]
    prose = set[int]()
    for at in range(len(there) - MOST_WIDE + 1):
        run = there[at : at + MOST_WIDE]
        if all(wide[place] for place in run):
            prose.update(range(run[0], run[-1] + 1))
    for _is_prose, places in groupby(range(len(lines)), key=prose.__contains__):
        yield [lines[at] for at in places]


def _pages(lines: Iterable[Raw]) -> Iterator[list[Raw]]:
    page: list[Raw] = []
    for line in lines:
        if PAGE_BREAK in line.text[:1] and page:
            yield page
            page = []
        page.append(line)
    if page:
        yield page


def _gutters(lines: Sequence[Raw]) -> list[int]:
    """The places before which these lines leave a gutter free, each the left edge of a column but the first."""
    texts = [text for line in lines if (text := _flat(line.text)[:LONGEST].rstrip())]
    free: Counter[int] = Counter()
    for text in texts:
        for gap in _GAP.finditer(text):
            free.update(range(gap.start() + 2, gap.end() + 1))
    least = max(FEWEST, SHARE * len(texts))
    edges = [
        place for place in sorted(free) if free[place] >= least and _is_gutter(texts, place, free[place])
    ]
    ends = [place for place, after in pairwise([*edges, LONGEST + 2]) if after > place + 1]
    return _wide_apart(ends, texts, least)


def _is_gutter(texts: Sequence[str], place: int, free: int) -> bool:
    return free >= FREE * sum(len(text) > place for text in texts)


def _wide_apart(edges: Iterable[int], texts: Sequence[str], least: float) -> list[int]:
    """Those of these edges that have a column's width of text before them."""
    found: list[int] = []
    last = 0
    for edge in edges:
        if edge - last >= NARROWEST and sum(bool(text[last : edge - 1].strip()) for text in texts) >= least:
            found.append(edge)
            last = edge
    return found


def _untangled(lines: Sequence[Raw], gutters: Sequence[int], row: re.Pattern[str]) -> Iterator[Raw]:
    """The lines of a page, column after column in each row, and at the end of a row those that run across its columns."""
    pieces = [_pieces(line.text, gutters) for line in lines]
    last = max((at for at, parts in enumerate(pieces) if len(parts) > 1), default=-1)
    end = next((at for at in range(last + 1, len(lines)) if _ends_table(lines[at].text, gutters)), len(lines))
    starts = list(_rows(pieces[:end], row))
    for start, stop in pairwise([*starts, end]):
        body = start + _nameless(pieces[start:stop], row)
        for first, after in ((start, body), (body, stop)):
            yield from _one_row(lines[first:after], pieces[first:after], len(gutters) + 1)
    yield from lines[end:]


def _ends_table(text: str, gutters: Sequence[int]) -> bool:
    """Whether a line below the last that has several columns is none of the table: it runs across, or is a title."""
    return len(text.rstrip()) > gutters[0] + SLACK > len(text) - len(text.lstrip()) or (
        text.strip().isupper() and text[:1] != " "
    )


def _rows(pieces: Sequence[dict[int, str]], row: re.Pattern[str]) -> Iterator[int]:
    """Where rows begin: at the first line, and where a heading stands some lines after the one before."""
    yield 0
    before = -APART
    for at, parts in enumerate(pieces):
        if any(row.match(part) for part in parts.values()):
            if at - before >= APART and at:
                yield at
            before = at


def _nameless(pieces: Sequence[dict[int, str]], row: re.Pattern[str]) -> int:
    """How many lines of headings a row begins with whose first column has none, so that they tell for it too."""
    if not pieces or 0 in pieces[0] or not any(row.match(part) for part in pieces[0].values()):
        return 0
    return next((at for at, parts in enumerate(pieces) if 0 in parts or not parts), 0)


def _one_row(lines: Sequence[Raw], pieces: Sequence[dict[int, str]], columns: int) -> Iterator[Raw]:
    for column in range(-1, columns):
        some = False
        for line, parts in zip(lines, pieces, strict=True):
            blank = not parts and column >= 0
            if column in parts or (blank and some):
                yield Raw(line.number, parts.get(column, ""))
                some = True
        if some:
            yield Raw(lines[-1].number, "")


def _pieces(text: str, gutters: Sequence[int]) -> dict[int, str]:
    """What each column has of a line, by the column's number; all of it under -1, where it runs across."""
    flat = _flat(text).rstrip()
    found: dict[int, str] = {}
    start = 0
    for column, gutter in enumerate(gutters):
        cut = _cut(flat, gutter)
        if cut is None:
            return {-1: text.strip()}
        found[column] = _emptied(flat[start:cut])
        start = cut
    found[len(gutters)] = _emptied(flat[start:])
    marked = text.startswith(PAGE_BREAK)
    there = {column: part for column, part in found.items() if part}
    return {column: PAGE_BREAK * marked + part for column, part in there.items()}


def _cut(text: str, gutter: int) -> int | None:
    """Where to cut a line at a gutter; None where text runs across it."""
    if len(text) <= gutter or text[gutter - 2 : gutter] == "  ":
        return gutter
    gaps = (gap.end() for gap in _GAP.finditer(text, max(0, gutter - NARROWEST)))
    near = [end for end in gaps if gutter - HUNG <= end <= gutter + SLACK]
    if near:
        return min(near, key=lambda end: abs(end - gutter))
    return gutter if text[gutter - 1] == " " and _INNER.search(text) else None


def _flat(text: str) -> str:
    """The text without page breaks, and the room after a bullet filled, so that it is no gap."""
    return _HUNG.sub(lambda mark: mark[1] + _FILL * len(mark[2]), text.replace(PAGE_BREAK, " "))


def _emptied(text: str) -> str:
    """A piece as it was before it was filled."""
    return text.replace(_FILL, " ").strip()
