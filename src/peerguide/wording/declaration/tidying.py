"""Putting the lines of a copy of the declaration in order: signs of other formats and running headers out, each text's beginning on a line of its own."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from peerguide.corpus.names.spelling import words_of
from peerguide.wording.tidy.breaking import broken, joined
from peerguide.wording.tidy.characters import BULLET, clean, without_room
from peerguide.wording.tidy.columns import one_after_another
from peerguide.wording.tidy.lines import PAGE_BREAK, Raw, lines_of, raw_lines
from peerguide.wording.tidy.markup import without_markup
from peerguide.wording.tidy.numbering import with_one_sign

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from peerguide.wording.tidy.lines import Line

MOST_LINES, MOST_LETTERS = 4_000, 200_000
"""More lines, and more characters that are no spaces, than many copies of the document have."""

_RUNNING = (
    r"(?:the\s+)?declaration\s+of\s+peer\s+roles",
    r"(?:the\s+)?western\s+mass(?:achusetts)?\s+peer\s+network",
    r"(?:https?://)?(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:org|com|net)(?:/\S*)?",
    r"(?:page\s*)?\[?\d{1,3}\]?(?:\s+of\s+\[?\d{1,3}\]?)?(?:\s*\|\s*page)?",
    r"(?:\u00a9|\(c\)|copyright)?\s*20\d\d",
    r"continued",
)
"""What running headers and footers are made of."""

_HEADER = re.compile(
    rf"[\s\f|\u2013\u2014-]*(?:(?:{'|'.join(_RUNNING)})(?:[\s|\u2022\u00b7\u2013\u2014,;:.()-]+|$))+",
    re.IGNORECASE,
)

FEWEST_TAGS = 10
"""So many tags at least, and they are not there by chance."""

_BLOCK = re.compile(r"<(?:p|li|h[1-6]|ul|ol|div|tr)\b", re.IGNORECASE)

LONGEST_HEADER = 160
"""The longest line that is asked whether it is a running header, in characters."""

_NUMBER = re.compile(r"^\s*\(?(?:\d{1,2}|[a-z])[.)](?:\s+(?=[\"\u201c\u2018']?[A-Z])|\s*$)")
"""The number or letter before a text, or on a line of its own before its text."""

_NUMBER_WITHIN = r"\s+(?=\d{1,2}[.)]\s+[\"\u201c\u2018']?[A-Z])"

_NOT_A_ROW = re.compile(r"(?!)")


def tidied(text: str, titles: Iterable[str], names: Iterable[str]) -> list[Line]:
    """The lines of a text, none where there are too many.

    A line begins with each title of a section that has a colon after it, each of the names that has one, each bullet and number.
    """
    letters = len("".join(text.split()))
    raw = raw_lines(without_room(_with_lines(clean(text))))
    if letters > MOST_LETTERS or sum(bool(line.text.strip()) for line in raw) > MOST_LINES:
        return []
    raw = one_after_another(without_markup(raw), _NOT_A_ROW)
    raw = with_one_sign([Raw(line.number, _without_header(line.text)) for line in raw])
    raw = broken(raw, _places(joined(raw), titles, names))
    found = lines_of("\n".join(_NUMBER.sub(f"{BULLET} ", line.text) for line in raw))
    return [replace(line, number=raw[line.number - 1].number) for line in found]


def _with_lines(text: str) -> str:
    """The text, a line begun before each tag of HTML that begins a block: some programs write all of a page on one line."""
    return _BLOCK.sub(r"\n\g<0>", text) if len(_BLOCK.findall(text)) >= FEWEST_TAGS else text


def _without_header(text: str) -> str:
    return PAGE_BREAK if len(text) <= LONGEST_HEADER and _HEADER.fullmatch(text) else text


def _places(text: str, titles: Iterable[str], names: Iterable[str]) -> Iterator[int]:
    """Where a title as it is printed, a value's name after a sentence, each with a colon, or a number begins within a line."""
    titled = "|".join(r"\s+".join(map(re.escape, title.split())) for title in titles)
    named = "|".join(r"[\W_]+".join(map(re.escape, words_of(name))) for name in names)
    sentence = r"(?<=[.!?:)\"\u201d\u2019'])"
    patterns = (rf"\s+(?=(?:{titled}):)", rf"{sentence}\s+(?=(?i:{named})\s*:)", _NUMBER_WITHIN)
    for pattern in patterns:
        yield from (match.end() for match in re.finditer(pattern, text))
