"""What the guidelines look like on paper: the words of headers and headings, and where these stand within lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from peerguide.corpus.names.spelling import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.wording.outline import Outline

RUNNING = (
    r"(?:inter)?national\s+association\s+of\s+peer\s+supporters(?:\s*\(\s*i?n\.?\s?a\.?\s?p\.?\s?s\.?\s*\))?",
    r"(?:https?://)?(?:www\.)?(?:peersupportworks|inaops)\.org/?",
    r"page\s+\[?\d{1,3}\]?\s+of\s+\[?\d{1,3}\b\]?",
)
"""What the running header is made of."""

COLUMN_HEADINGS = (
    r"(?-i:CORE\s+VALUE)(?!S|\s*\d)",
    r"(?-i:PEER\s+SUPPORTER\s+GUIDELINES)",
    r"(?-i:SUPERVISOR\s+GUIDELINES)",
    r"what\s+this\s+core\s+value\s+looks\s+like\s+in\s+practice",
    r"how\s+supervisors\s+promote\s+this\s+practice",
)
"""What stands over the tables on each page."""

SMALL_HEADINGS = (
    r"core\s+value(?!s|\s*\d)",
    r"peer\s+supporter\s+guidelines",
    r"supervisor\s+guidelines",
)
"""The same in small letters, which may be words of a sentence."""

ROW = re.compile(
    r"(?:core\s+value\s*)?\d{1,2}\s*[).:]\s*[A-Z]|(?-i:PRACTICE\b)|practice:|the\s+supervisor\s+role\s+is",
    re.IGNORECASE,
)
"""What a value's row of the tables begins with, in one column or another."""

_ROLE = re.compile(
    r"(?-i:THE\s+SUPERVISOR\s+ROLE\s+IS\s+TO\b:?)|\bthe\s+supervisor\s+role\s+is\s+to:", re.IGNORECASE
)
_PRACTICE = re.compile(r"(?:\bPRACTICE|(?<=[.!?\s])Practice):")
_NUMBERED = re.compile(r"(?<!\S)(?:(?:Core\s+Value|CORE\s+VALUE)\s+)?\d{1,2}\s*[).:]\s+(?=PEER\s+SUPPORT)")
_GLOSSARY = re.compile(r"(?:(?<=[.!?])|^)\s*(GLOSSARY)\b(?=\s+[A-Z][a-z])", re.MULTILINE)
_POINTER = re.compile(r"(?:(?<=[A-Za-z.,)\"\u201d])|(?<=[A-Za-z.]\d ))(\d{1,2})(?=[\s/])")
_NOTE = re.compile(r"(?<=\s)[\[(]?(\d{1,2})[\])]?\s+(?=[\"\u201c]?[A-Z(])")


def places_to_break(text: str, outline: Outline) -> Iterator[int]:
    """Where a heading or a footnote begins or ends in this text, on a line of its own or not."""
    for match in _ROLE.finditer(text):
        yield from match.span()
    for pattern in (_PRACTICE, _NUMBERED):
        yield from (match.start() for match in pattern.finditer(text))
    for match in _known(outline).finditer(text):
        yield from match.span()
    glossary = _GLOSSARY.search(text)
    if glossary:
        yield from glossary.span(1)
        yield from (glossary.end() + place for place in _in_glossary(text[glossary.end() :], outline))


def _known(outline: Outline) -> re.Pattern[str]:
    """Finds the heading of any value: its number and name, its theme."""
    names = (rf"\b{value.number}\s*[).:]\s+{_spaced(value.name)}" for value in outline.values)
    themes = (rf"\bpractice:\s+{_spaced(value.theme)}" for value in outline.values if value.theme)
    return re.compile("|".join((*names, *themes)), re.IGNORECASE)


def _spaced(name: str) -> str:
    """A pattern of a name's words, whatever stands between them."""
    return r"[\W\d_]+".join(map(re.escape, words_of(name))) + r"(?![A-Za-z])"


def _in_glossary(text: str, outline: Outline) -> Iterator[int]:
    names = sorted((term.name.upper() for term in outline.terms), key=len, reverse=True)
    terms = "|".join(map(_spaced, names))
    heading = re.compile(
        rf"(?:(?<=[.!?\d:)\"\u201d])|^)\s*\b((?i:{terms})\)?S?(?:\s*\([A-Z]+\))?\d{{0,2}}(?:\s\d{{1,2}})?)"
        r"(?=\s+[\"\u201c]?[A-Z](?:[a-z]|\s))",
        re.MULTILINE,
    )
    for match in heading.finditer(text):
        if match[1] == match[1].upper():
            yield from match.span(1)
    yield from _notes(text)


def _notes(text: str) -> Iterator[int]:
    """Where footnotes begin whose number stands somewhere before."""
    pointed = {int(match[1]): match.start() for match in reversed(list(_POINTER.finditer(text)))}
    for match in _NOTE.finditer(text):
        if pointed.get(int(match[1]), match.end()) < match.start():
            yield match.start()
