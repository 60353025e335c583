"""How far the document and its parts reach in a text: the list of the names, the tables, the glossary, another copy."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from peerguide.wording.guidelines import glossary, marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peerguide.wording.guidelines.headings import Heading
    from peerguide.wording.outline import Outline
    from peerguide.wording.tidy.lines import Line

LIST, LIST_APART = 4, 2
"""So many names of values, each so few lines after the one before, are a list of the values."""

INTRODUCTION, WIDER = 6, 1.6
"""The most lines of the glossary's introduction, and how much wider than a column's they are."""

AGAIN = 8
"""Where the value of a heading is so far before that of one above it, another copy of the document has begun."""


def apart(headings: Sequence[Heading]) -> tuple[list[Heading], list[Heading]]:
    """The names that stand in a list of them, and the headings."""
    runs: list[list[Heading]] = []
    for heading in headings:
        follows = runs and heading.lines[0] - runs[-1][-1].lines[-1] <= LIST_APART
        if follows and set(heading.parts) == {"name"} == set(runs[-1][-1].parts):
            runs[-1].append(heading)
        else:
            runs.append([heading])
    listed = [heading for run in runs if len(run) >= LIST for heading in run]
    return listed, [heading for run in runs if len(run) < LIST for heading in run]


def first_copy(listed: list[Heading], headings: list[Heading]) -> tuple[list[Heading], list[Heading]]:
    """The same headings, up to where the document begins once more in the same text."""
    furthest = -1
    for at, heading in enumerate(headings):
        value = -1 if heading.value is None else heading.value
        if furthest - value > AGAIN and "name" in heading.parts:
            return listed, headings[:at]
        furthest = max(furthest, value)
    return listed, headings


def line_of_columns(text: str) -> int | None:
    """The number of the line on which the columns' headings stand first, above the first table; None when they do nowhere."""
    found = re.search("|".join(marks.COLUMN_HEADINGS[1:]), text, re.IGNORECASE)
    return text.count("\n", 0, found.start()) + 1 if found else None


def bounds(
    lines: Sequence[Line], heads: Sequence[Heading], outline: Outline, columns: int | None
) -> tuple[int, int, int]:
    """Where the tables begin, where they end and the glossary begins, and where that ends, as places among the lines."""
    begin = _beginning(lines, heads, columns)
    last = max((heading.lines[-1] for heading in heads), default=-1) + 1
    appendix = next((at for at in range(last, len(lines)) if _is_title(lines[at], "appendix")), len(lines))
    titled = (at for at in range(last, appendix) if _is_title(lines[at], "glossary"))
    headed = (at for at in range(last, appendix) if glossary.is_heading(lines[at], outline))
    middle = next(titled, None) or _without_introduction(lines, last, next(headed, appendix))
    return min(begin, middle), middle, appendix


def _without_introduction(lines: Sequence[Line], begin: int, end: int) -> int:
    """Where the tables end above the glossary's first heading, its introduction left out: lines as wide as no column's."""
    widths = sorted(len(line.text.strip()) for line in lines[begin:end])
    usual = widths[len(widths) // 2] if widths else 0
    at = end
    while at > begin and at > end - INTRODUCTION:
        at -= 1
        if len(lines[at].text.strip()) > WIDER * usual:
            end = at
    return end


def _beginning(lines: Sequence[Line], heads: Sequence[Heading], columns: int | None) -> int:
    """Where the tables begin: under the columns' headings or with the first value; where that is lost, anywhere before the next."""
    if not heads:
        return len(lines)
    first = min(heads, key=lambda heading: heading.lines)
    if first.value:
        return 0
    if columns is not None:
        return next(
            (at for at, line in enumerate(lines[: first.lines[0]]) if line.number >= columns), first.lines[0]
        )
    return first.lines[0]


def _is_title(line: Line, word: str) -> bool:
    """Whether this line is the title of a part of the document, in capitals or alone."""
    text = line.text.strip()
    return text.startswith(word.upper()) or text.casefold().strip(" .:") == word


def moved(heads: Sequence[Heading], begin: int, end: int) -> list[Heading]:
    """The headings of a part of the lines, their places counted from its beginning."""
    return [
        replace(heading, lines=tuple(at - begin for at in heading.lines))
        for heading in heads
        if begin <= heading.lines[0] and heading.lines[-1] < end
    ]
