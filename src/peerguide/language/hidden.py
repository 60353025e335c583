"""What is not looked at: quotations, code, addresses, markup.

What may run over several paragraphs is found in a whole window (`Blocks`), the rest in one paragraph, and only where something was met.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from peerguide.language.patterns import later

FENCE = later(r"^[ \t]*(?:>[ \t]*)*(`{3,}|~{3,})", re.MULTILINE)
TAG = later(r"<(?:!--|(pre|script|style|blockquote|code|q)\b)", re.IGNORECASE)
FRONT_MATTER = later(r"\ufeff?---[ \t]*\r?\n(?=[\w\"'#-])(?:.*\r?\n)*?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
KEY = later(r"^[\w-]+:", re.MULTILINE)

CODE_SPAN = later(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
HTML_TAG = later(r"</?[a-zA-Z][^<>]{0,2000}>|<(?:https?|mailto):[^<>\s]*>")
TITLE_WORD = r"[A-Z][\w'\u2019]*"
TITLE = later(
    rf"(?<![*_\w])([*_]){TITLE_WORD}(?:\s(?:{TITLE_WORD}|of|the|a|an|and|in|to|for|on))*\s{TITLE_WORD}\1(?![*_\w])"
)
"""The name of a book, a song or the like, set apart with its capitals."""

LINK_TARGET = later(r"\]\([^()\s]*(?:[ \n]+\"[^\"]*\")?\)|^[ \t]*\[[^\]\n]+\]:.*$", re.MULTILINE)
QUOTED_LINE = later(r"^[ \t]*>.*$", re.MULTILINE)
CODE_LINE = later(r"^(?: {4}|\t)(?=.*[{}=;]|.*\w\(\w*\)).*$", re.MULTILINE)
COMMAND_LINE = later(r"^[ \t]*\$ .*$", re.MULTILINE)
INDENTED = later(r"(?:(?: {4}|\t).*(?:\n|\Z))+")
LIST_ITEM = later(r"[ \t]{0,3}(?:[-*+\u2022]|\d{1,3}[.)])[ \t]")

HIDDEN = (
    ("`", CODE_SPAN),
    ("<", HTML_TAG),
    ("]", LINK_TARGET),
    ("*", TITLE),
    ("_", TITLE),
    (">", QUOTED_LINE),
    ("$ ", COMMAND_LINE),
    ("    ", CODE_LINE),
    ("\t", CODE_LINE),
    ("\u201c", later("\u201c[^\u201d]*(?:\u201d|\\Z)")),
    ("\u201e", later("\u201e[^\u201c\u201d]*(?:[\u201c\u201d]|\\Z)")),
    ("\u00ab", later("\u00ab[^\u00bb]*\u00bb")),
    ('"', later(r'(?<![\w"])"(?=\S)[^"]+"|\A\W*"(?=\S)[^"]+\Z')),
    (
        "\u2018",
        later("\u2018(?:[^\u2018\u2019]|(?<=\\w)\u2019(?=\\w)|(?<=s)\u2019(?= \\w)){1,400}?\u2019(?!\\w)"),
    ),
    (
        "'",
        later(
            r"(?<![\w'\u2019)\]])'(?!\d0s|(?:em|til|tis|twas|cause|n)\b)(?=\S)"
            r"(?:[^']|(?<=\w)'(?=\w)){1,300}?(?<=\S)'(?!\w)"
        ),
    ),
)
"""What is not looked at in a paragraph, each with characters that it cannot do without; what was found is blank to those after."""


class Open(NamedTuple):
    """Something that may run on: the pattern of what ends it."""

    closing: re.Pattern[str]


class Block(NamedTuple):
    """A stretch of code, a comment or the like: where it begins and ends, what may follow it on, and whether it does."""

    start: int
    end: int
    opened: Open | None
    runs_on: bool


def _closing_fence(fence: str) -> re.Pattern[str]:
    return re.compile(rf"^[ \t]*(?:>[ \t]*)*{re.escape(fence)}{fence[0]}*[ \t\r]*$", re.MULTILINE)


def _closing_tag(name: str | None) -> re.Pattern[str]:
    return re.compile(rf"</{name}\s*>" if name else "-->", re.IGNORECASE)


def blocks(text: str, before: Open | None, *, first: bool) -> list[Block]:
    """The stretches of a window that are code, comments or front matter.

    `before` is what the text before left open; `first` says that nothing is before.
    """
    found: list[Block] = []
    at = 0
    if before:
        at = _close(text, 0, before, 0, found)
    elif first and text.startswith(("---", "\ufeff---")):
        matter = FRONT_MATTER.match(text)
        if matter and KEY.search(matter[0]):
            found.append(Block(0, matter.end(), None, runs_on=False))
            at = matter.end()
    while at < len(text):
        opening = _next_opening(text, at)
        if opening is None:
            break
        start, end, closing = opening
        at = _close(text, start, Open(closing), end, found)
    return found


def _next_opening(text: str, at: int) -> tuple[int, int, re.Pattern[str]] | None:
    fence = FENCE.search(text, at) if "```" in text or "~~~" in text else None
    tag = TAG.search(text, at) if "<" in text else None
    if fence and (not tag or fence.start() < tag.start()):
        return fence.start(), fence.end(), _closing_fence(fence[1])
    return (tag.start(), tag.end(), _closing_tag(tag[1])) if tag else None


def _close(text: str, start: int, opened: Open, after: int, found: list[Block]) -> int:
    """Note the stretch that begins at `start` and is to be closed after `after`; where it ends."""
    closing = opened.closing.search(text, after)
    end = closing.end() if closing else len(text)
    found.append(Block(start, end, opened, runs_on=closing is None))
    return end


def is_indented_code(text: str, start: int, end: int) -> bool:
    """Whether the paragraph that stands from `start` to `end` in a text is code, set in: not so under an item of a list."""
    paragraph = text[start:end].strip("\r\n")
    if not paragraph.startswith(("    ", "\t")) or not INDENTED.fullmatch(paragraph):
        return False
    return not _in_list(text, start)


def hidden_spans(paragraph: str) -> list[tuple[int, int]]:
    """The stretches of a paragraph that are not looked at."""
    spans: list[tuple[int, int]] = []
    for mark, pattern in HIDDEN:
        if mark in paragraph:
            paragraph = _hide(pattern, paragraph, spans)
    return spans


def _hide(pattern: re.Pattern[str], paragraph: str, spans: list[tuple[int, int]]) -> str:
    """Note what the pattern finds, and blank it out for the patterns after."""
    here = [found.span() for found in pattern.finditer(paragraph)]
    for a, b in here:
        paragraph = paragraph[:a] + " " * (b - a) + paragraph[b:]
    spans += here
    return paragraph


def _in_list(text: str, start: int) -> bool:
    """Whether the last line before that is not indented begins an item of a list."""
    for line in reversed(text[max(0, start - 4000) : start].splitlines()):
        if line.strip() and not line.startswith(("    ", "\t")):
            return bool(LIST_ITEM.match(line))
    return False


PLAIN_BEFORE = later(r"[\s*(]?\Z")
PLAIN_AFTER = later(r"[\s*)]|[.,;:?!](?:\s|\Z)|\Z")
"""What stands around most words, so that they are no part of anything else."""

CHUNK_BEFORE = later(r"[^\s\[\]()<>\"]*\Z")
CHUNK_AFTER = later(r"[^\s\[\]()<>\"]*(?:\(\))?")
MACHINE = later(
    r"https?://|www\.|\S@\S+\.\w|^[~.]{0,2}/\w+[\w.-]*/|^/[\w.-]+$|\w\.(?:com|org|gov|net|io|edu|co\.uk|us)\b"
    r"|\w\.(?:py|js|ts|c|h|go|rs|java|md|txt|ya?ml|json|html?|css|csv|sh|pdf|docx?|xlsx?|png|jpe?g)\b"
    r"|[A-Za-z0-9]_[A-Za-z0-9]|^--?[a-z]|\(\)|\w=|\\|::|\w\.\w+\(|\w->\w"
)


def in_machine_text(text: str, start: int, end: int) -> bool:
    """Whether the words there are part of an address, the name of a file, or code within a sentence."""
    if PLAIN_BEFORE.match(text[start - 1 : start]) and PLAIN_AFTER.match(text[end : end + 2]):
        return False
    low, high = max(0, start - 100), end + 100
    before = CHUNK_BEFORE.search(text[low:start])
    after = CHUNK_AFTER.match(text[end:high])
    chunk = (before[0] if before else "") + text[start:end] + (after[0] if after else "")
    return any(MACHINE.search(part) for part in chunk.split())
