"""The sections of the declaration, known by their titles, which stand before a colon or on a line of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from peerguide.corpus.names.spelling import fold
from peerguide.wording.tidy.units import units_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from peerguide.wording.outline import Outline, TermOutline
    from peerguide.wording.tidy.lines import Line
    from peerguide.wording.tidy.units import Unit

VALUES, ACTIONS = "Our Values", "Our Actions"

OTHERS = ("Origins", "Our Objective", VALUES, "An invitation to all", "Signed")
"""The titles of the sections beside those of terms and of the actions."""

LIKE = 0.88
"""How alike a title, or a value's name, and what stands there must be; from 0 to 1."""

LONGEST = 60
"""The length of the longest title on a line of its own, in characters."""

_AREAS = re.compile(r".{0,80}\bareas\s+of\s+focus\b[^.:]{0,60}:", re.IGNORECASE)
"""What stands over the areas of focus, of which the guide has no entries with a wording."""


@dataclass(frozen=True)
class Section:
    """The units of a section; `title` is its title in the guide's own words, None of what stands before the first and of other parts."""

    title: str | None
    units: list[Unit]


def actions_title(outline: Outline) -> str:
    """The title of the section that has the actions."""
    return outline.actions_name or ACTIONS


def definition_title(term: TermOutline) -> str:
    """The title of the section that says what a term means."""
    return f"Definition of {term.name}"


def titles_of(outline: Outline) -> list[str]:
    """The titles of all sections."""
    return [*OTHERS, actions_title(outline), *map(definition_title, outline.own_terms)]


def sections_of(lines: Sequence[Line], titles: Sequence[str]) -> list[Section]:
    """The sections in their order; one whose title comes again goes on."""
    parts: list[tuple[str | None, list[Line]]] = [(None, [])]
    skip = 0
    for at, line in enumerate(lines):
        if skip:
            skip -= 1
        elif found := _title_at(lines[at : at + 2], titles):
            title, rest, skip = found
            parts.append((title, [rest] if rest else []))
        elif heading := _heading_of_areas(lines[at : at + 2]):
            skip = heading - 1
            parts.append((None, []))
        else:
            parts[-1][1].append(line)
    return list(_together(parts))


def _heading_of_areas(lines: Sequence[Line]) -> int:
    """Over how many lines what stands over the areas of focus runs from here; 0 where it does not."""
    if _AREAS.fullmatch(lines[0].text):
        return 1
    return 2 if _AREAS.fullmatch(" ".join(line.text for line in lines)) else 0


def _together(parts: Sequence[tuple[str | None, list[Line]]]) -> Iterator[Section]:
    """The parts as sections, those of one title in the place of its first that says something."""
    done: set[str] = set()
    for title, lines in parts:
        if title is None:
            yield Section(None, units_of(lines))
        elif lines and title not in done:
            done.add(title)
            every = [line for other, more in parts if other == title for line in more]
            yield Section(title, units_of(every))


def _title_at(lines: Sequence[Line], titles: Sequence[str]) -> tuple[str, Line | None, int] | None:
    """The title that begins here, what stands behind its colon, and how many lines more it takes."""
    text = ""
    for more, line in enumerate(lines):
        text = f"{text} {line.text}".strip(" \u2022")
        name, colon, rest = text.partition(":")
        if len(name) > LONGEST:
            return None
        title = _like(name, titles) if colon or not name.endswith((".", ",")) else None
        if title:
            after = replace(line, text=rest.strip(), blank=True) if rest.strip() else None
            return title, after, more
        if colon:
            return None
    return None


def _like(name: str, titles: Sequence[str]) -> str | None:
    """The title that these words are, a slip or two forgiven."""
    folded = fold(name)
    return next((title for title in titles if alike(folded, fold(title)) >= LIKE), None)


def alike(one: str, other: str) -> float:
    """How alike two folded names are, from 0 to 1; 0 where their lengths alone say that they are not."""
    if 2 * min(len(one), len(other)) < LIKE * (len(one) + len(other)):
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
