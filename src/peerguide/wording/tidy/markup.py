"""Taking out the signs of Markdown and HTML: headings, emphasis, tables, tags."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from peerguide.wording.tidy.characters import BULLET
from peerguide.wording.tidy.lines import Raw

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

FEWEST = 5
"""So many lines with such a sign at least, and it is not there by chance."""

_ITEM = re.compile(r"<li\b[^<>]{0,200}>", re.IGNORECASE)
_BLOCK = re.compile(
    r"</?(?:p|div|h[1-6]|ul|ol|li|br|table|tbody|thead|tr|td|th|section|article|body)\b[^<>]{0,200}>",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?[a-z][a-z0-9]*\b[^<>]{0,200}>|<!--.{0,500}?-->|<!doctype[^<>]{0,200}>", re.IGNORECASE)
_HEADING = re.compile(r"^\s{0,3}(?:>\s*)*#{1,6}\s+(.*?)\s*#*\s*$")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.{0,500}?\S)\1")
_RULE = re.compile(r"^\s*(?:\*\s*\*\s*\*[\s*]*|_\s*_\s*_[\s_]*|-{3,}\s*)$")
_QUOTED = re.compile(r"^\s{0,3}(?:> ?)+")
"""How an e-mail begins the lines that it quotes."""
_ROW = re.compile(r"^\s*\|(.*)\|\s*$")
_UNDER = re.compile(r"^[\s|:-]+$")


def without_markup(lines: Sequence[Raw]) -> list[Raw]:
    """The lines without the signs of HTML and Markdown; the cells of a table's row one after another."""
    if sum(bool(_QUOTED.match(line.text)) for line in lines) > len(lines) / 2:
        lines = [Raw(line.number, _QUOTED.sub("", line.text)) for line in lines]
    if _is_usual(lines, _BLOCK):
        lines = [part for line in lines for part in _without_tags(line)]
    if _is_usual(lines, _ROW):
        lines = [part for line in lines for part in _cells(line)]
    if _is_usual(lines, _HEADING) or _is_usual(lines, _STRONG):
        lines = [Raw(line.number, _without_signs(line.text)) for line in lines]
    return list(lines)


def _is_usual(lines: Iterable[Raw], sign: re.Pattern[str]) -> bool:
    return sum(bool(sign.search(line.text)) for line in lines) >= FEWEST


def _without_tags(line: Raw) -> Iterator[Raw]:
    broken = _BLOCK.sub("\n", _ITEM.sub(f"\n{BULLET} ", line.text))
    for part in _TAG.sub("", broken).split("\n"):
        yield Raw(line.number, part)


def _cells(line: Raw) -> Iterator[Raw]:
    row = _ROW.match(line.text)
    if row is None:
        yield line
    elif not _UNDER.match(line.text):
        for cell in row[1].split("|"):
            for part in _BLOCK.sub("\n", cell).split("\n"):
                yield Raw(line.number, part.strip())
            yield Raw(line.number, "")


def _without_signs(text: str) -> str:
    heading = _HEADING.match(text)
    bare = "" if _RULE.match(text) else heading[1] if heading else text
    return _STRONG.sub(r"\2", bare)
