"""The lines of a copy, each with what stood before it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE_BREAK = "\f"
"""Stands in a text where a new page begins, or where something was taken out that only a page's edge has."""


class Raw(NamedTuple):
    """A line as it stands, or a part of one, and its number in the copy, from 1."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not empty. `number` counts from 1 in the copy; `blank` says that an empty line stands before it, `breaks` that a
    page begins with it.
    """

    text: str
    number: int
    blank: bool = False
    breaks: bool = False


RARE = 0.1
"""A sign that at most this share of the lines has, has a reason."""


def raw_lines(text: str) -> list[Raw]:
    """The lines of a text as they stand."""
    return [Raw(number, line) for number, line in enumerate(text.split("\n"), 1)]


def lines_of(text: str) -> list[Line]:
    """The lines of a text that say something.

    Some programs that read PDFs begin each page with one space, and no other line.
    """
    found = list(_lines(text))
    spaced = [_is_spaced(line) for line in found]
    if not 0 < sum(spaced) <= RARE * len(found):
        return found
    return [replace(line, breaks=line.breaks or begins) for line, begins in zip(found, spaced, strict=True)]


def _is_spaced(line: Line) -> bool:
    return line.text[:1] == " " != line.text[1:2]


def _lines(text: str) -> Iterator[Line]:
    blank = breaks = True
    for number, raw in enumerate(text.split("\n"), 1):
        before, mark, rest = raw.rpartition(PAGE_BREAK)
        if before.strip():
            yield Line(before.replace(PAGE_BREAK, " ").rstrip(), number, blank, breaks)
            blank = breaks = False
        breaks = breaks or bool(mark)
        if rest.strip():
            yield Line(rest.rstrip(), number, blank or breaks, breaks)
            blank = breaks = False
        else:
            blank = True
