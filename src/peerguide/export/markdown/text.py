"""Text as Markdown: CommonMark and GFM's tables and task lists, escaped so that any text comes out as it went in.

A document is made of blocks, texts of one line or several without a blank line around them; `document` puts the blank
lines between. Prose is wrapped, so that it reads well as it stands; whatever would act at the beginning of a line is
escaped there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from peerguide.export.characters import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WIDTH = 80
"""How wide a line of prose may be: the limit of markdownlint."""

_ACTING = re.compile(
    r"[\\`*_\[\]<|~^${}@#]"  # what acts anywhere, here or in a dialect: emphasis, code, links, HTML, cells, formulas
    r"|&(?=#?\w+;)"  # an entity
    r"|:(?=\S)"  # an address; an emoji's name
    r"|(?<=www)\.(?=\S)",  # an address that needs no scheme
    re.IGNORECASE,
)

_STARTING = re.compile(r"(?=[-+=>:])|\(?(?:\d+|[a-z]|[ivxlcdm]+)(?=[.)](?:\s|$))", re.IGNORECASE)
"""What acts at the beginning of a line: up to here goes the text that stands before the backslash."""

_HEADING_ENDS = tuple(".,;:!。，；：！")  # noqa: RUF001 - the marks with which markdownlint wants no heading to end

_ADDRESS = re.compile(r"https?://(?:(?![<>\"\\^`{|}]|&#?\w+;)[!-~])+")
"""An address that can stand as a link as it is."""

SPANS = '<!-- markdownlint-configure-file {"MD033": {"allowed_elements": ["span"]}} -->'
"""Tells markdownlint, at the end of a document with anchors, that they are meant."""

HEADINGS = '<!-- markdownlint-configure-file {"MD013": {"headings": false}} -->'
"""Tells markdownlint, at the end of a document with a long heading, that headings cannot be wrapped."""

TABLES = '<!-- markdownlint-configure-file {"MD013": {"tables": false}} -->'
"""Tells markdownlint, at the end of a document with a table of texts, that its rows cannot be wrapped."""


def escaped(text: str) -> str:
    """The text on one line, with everything escaped that Markdown would act on; for any place but a line's beginning.

    Control characters become their pictures, as `characters.shown` makes them.
    """
    line = " ".join(text.split())
    return _ACTING.sub(r"\\\g<0>", line if line.isprintable() else shown(line))


def _begun(word: str) -> str:
    """The first word of a line, with what acts at the beginning of a line escaped."""
    found = _STARTING.match(word)
    return f"{word[: found.end()]}\\{word[found.end() :]}" if found else word


def hung(paragraphs: Iterable[str], first: str = "", rest: str = "") -> str:
    """Paragraphs of inline Markdown as one block, wrapped: `first` begins its first line, `rest` all others."""
    lines: list[str] = []
    for paragraph in paragraphs:
        if lines:
            lines.append(rest.rstrip())
        prefix = rest if lines else first
        for line in _wrapped(paragraph, WIDTH - len(prefix), WIDTH - len(rest)):
            lines.append(f"{prefix}{line}")
            prefix = rest
    return "\n".join(lines)


def _wrapped(markdown: str, first_room: int, room: int) -> Iterator[str]:
    """The lines of a paragraph, the first of up to `first_room` characters, the others of up to `room`."""
    line, left = "", first_room
    for word in markdown.split(" "):
        if line and len(line) + 1 + len(word) > left:
            yield line
            line, left = "", room
        line = f"{line} {word}" if line else _begun(word)
    yield line


def prose(text: str, first: str = "", rest: str = "") -> str:
    """A text as one block, as `hung` sets it; a newline parts two paragraphs."""
    return hung((escaped(paragraph) for paragraph in text.split("\n")), first, rest)


def item(markdown: str) -> str:
    """Inline Markdown as an item of a list."""
    return hung([markdown], "- ", "  ")


def quoted(texts: Iterable[str]) -> str:
    """Texts as one quotation."""
    return hung(map(escaped, texts), "> ", "> ")


def heading(level: int, text: str, at: str = "") -> str:
    """A heading, `at` being its anchor.

    A mark with which no heading should end is written there as its number: it shows the same.
    """
    line = escaped(text)
    ending = line[-1:]
    if ending in _HEADING_ENDS:
        line = f"{line[:-1]}&#{ord(ending)};"
    return f"{'#' * level} {at}{line}"


def anchor(name: str) -> str:
    """What a link to `#name` leads to. A span, since Pandoc keeps that in every format that it writes."""
    return f'<span id="{name}"></span>'


def link(text: str, target: str) -> str:
    """A link to a place of ours, whose name holds nothing that would act."""
    return f"[{escaped(text)}]({target})"


def address(text: str) -> str:
    """A web address, as a link where it is one."""
    return f"<{text}>" if _ADDRESS.fullmatch(text) else escaped(text)


def table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """A table, line by line: cells are inline Markdown, none of them empty."""
    titles = tuple(header)
    yield _row(titles)
    yield _row("---" for _title in titles)
    yield from map(_row, rows)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def document(blocks: Iterable[str]) -> Iterator[str]:
    """The blocks as a document, piece by piece, a blank line between two."""
    parting, long = "", False
    for block in blocks:
        yield f"{parting}{block}\n"
        parting = "\n"
        long = long or (block.startswith("#") and " " in block[WIDTH - 1 :])
    if long:
        yield f"{parting}{HEADINGS}\n"
