"""Reading the glossary: definitions under their headings, footnotes apart from them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING

from peerguide.corpus.names.spelling import fold, words_of
from peerguide.wording.align.slots import Column, Marker, Slot

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from peerguide.wording.outline import Outline
    from peerguide.wording.tidy.lines import Line

LIKE = 0.86
"""How alike a line and the heading of a term must be; from 0 to 1."""

IN_CAPITALS = 3
"""Where so many headings are in capitals, all are."""

MOST_LETTERS = 60
"""The length of the longest heading, in characters."""

CITED = 0.7
"""The share of a line's words that a cited work must have for the line to be a footnote's."""

FEWEST_CITED = 4
"""Fewer words could be of anything."""

_FOOTNOTE = re.compile(r"^\s*[\[(]?(\d{1,2})[\]).]?\s+(?=[\"\u201c(]?[A-Z(])")
_FOOTNOTE_ENDS = re.compile(r"(?:[.\])]|https?://\S+|www\.\S+|\.pdf)\s*$")
_ADDRESS = re.compile(r"\s*(?:https?://|www\.)\S+(?:\s*\[[^\]]*\]\.?)?\s*")
_NUMBERS = re.compile(r"(?<=[A-Za-z])\d{1,2}\b|\b\d{1,2}\b")

LONGEST_FOOTNOTE = 4
"""The most lines of one footnote."""


@dataclass(frozen=True)
class Glossary:
    """The lines of a glossary sorted: definitions, where each term begins among them, which footnotes its heading points to, and the
    footnotes themselves by number.
    """

    lines: tuple[Line, ...]
    starts: tuple[tuple[int, int], ...]
    pointers: Mapping[int, tuple[int, ...]]
    footnotes: Mapping[int, str]


def column_of(outline: Outline) -> Column:
    """The definitions as one column, each a group of its own."""
    slots = tuple(Slot(term.ref, 0, number, number) for number, term in enumerate(outline.terms))
    return Column(slots, bulleted=False, paragraphs=True)


def glossary_in(lines: Sequence[Line], outline: Outline) -> Glossary:
    """The lines of a glossary, sorted."""
    body, footnotes = _without_footnotes(lines, outline)
    kept: list[Line] = []
    starts: list[tuple[int, int]] = []
    pointers: dict[int, tuple[int, ...]] = {}
    capitals = (
        sum(bool(_heading_at(body, at, outline, capitals=True)) for at in range(len(body))) >= IN_CAPITALS
    )
    at = 0
    while at < len(body):
        found = _heading_at(body, at, outline, capitals=capitals)
        if found is None:
            kept.append(body[at])
            at += 1
            continue
        term, length = found
        starts.append((len(kept), term))
        heading = " ".join(line.text for line in body[at : at + length])
        pointers[term] = tuple(int(number) for number in _NUMBERS.findall(heading))
        at += length
    return Glossary(tuple(kept), tuple(starts), pointers, footnotes)


def _heading_at(
    lines: Sequence[Line], at: int, outline: Outline, *, capitals: bool
) -> tuple[int, int] | None:
    """The number of the term whose heading begins with this line, and how many lines it has; None when none does."""
    best: tuple[float, int, int] | None = None
    for length in (2, 1):
        text = " ".join(line.text for line in lines[at : at + length])
        if at + length > len(lines) or not _may_head(text, capitals=capitals):
            continue
        typed = fold(_NUMBERS.sub(" ", text))
        for number, term in enumerate(outline.terms):
            like = _likeness(typed, fold(term.name))
            if like >= LIKE and (best is None or like > best[0]):
                best = like, number, length
        if best is not None:
            return best[1], best[2]
    return None


@lru_cache(maxsize=4096)
def _likeness(typed: str, name: str) -> float:
    return SequenceMatcher(None, typed, name, autojunk=False).ratio()


def _may_head(text: str, *, capitals: bool) -> bool:
    """Whether a line looks like a heading: short, in capitals or beginning with one, and no sentence."""
    letters = [character for character in text if character.isalpha()]
    if not letters or len(text.strip()) > MOST_LETTERS or text.rstrip().endswith((".", ",", ";")):
        return False
    return all(map(str.isupper, letters)) if capitals else letters[0].isupper()


def _without_footnotes(lines: Sequence[Line], outline: Outline) -> tuple[list[Line], dict[int, str]]:
    """The lines without footnotes, and the footnotes by their numbers."""
    works = [set(words_of(work)) for term in outline.terms for work in term.cites]
    kept: list[Line] = []
    footnotes: dict[int, str] = {}
    at = 0
    after = False
    while at < len(lines):
        length = _footnote_at(lines[at:], works, after=after)
        after = bool(length)
        if not length:
            kept.append(lines[at])
            at += 1
            continue
        text = " ".join(" ".join(line.text for line in lines[at : at + length]).split())
        number = _FOOTNOTE.match(text)
        if number:
            footnotes[int(number[1])] = text[number.end() :]
        elif footnotes:
            last = list(footnotes)[-1]
            footnotes[last] = f"{footnotes[last]} {text}"
        at += length
        if at < len(lines):
            lines = [*lines[:at], replace(lines[at], breaks=True), *lines[at + 1 :]]
    return kept, footnotes


def _footnote_at(lines: Sequence[Line], works: Sequence[set[str]], *, after: bool) -> int:
    """How many of these lines are of a footnote that begins with the first, or goes on with it `after` others; 0 when none does."""
    text = lines[0].text
    if not _FOOTNOTE.match(text):
        if after:
            return int(bool(_ADDRESS.search(text)) or _is_cited(text, works))
        return int(bool(_ADDRESS.fullmatch(text)))
    for length, line in enumerate(lines[:LONGEST_FOOTNOTE], 1):
        if _FOOTNOTE_ENDS.search(line.text):
            return length
    return 1


def _is_cited(text: str, works: Sequence[set[str]]) -> bool:
    """Whether a line says little but what is known of a cited work."""
    words = words_of(text)
    return len(words) >= FEWEST_CITED and any(
        sum(word in work for word in words) >= CITED * len(words) for work in works
    )


def is_heading(line: Line, outline: Outline) -> bool:
    """Whether this line is a term's heading in capitals."""
    return _heading_at([line], 0, outline, capitals=True) is not None


def markers_of(glossary: Glossary, first_unit: Sequence[int]) -> Iterator[Marker]:
    """Where each term begins, by the number of the first unit of each line."""
    seen: set[int] = set()
    for line, term in glossary.starts:
        if term not in seen:
            seen.add(term)
            yield Marker(first_unit[line], 0, term)
