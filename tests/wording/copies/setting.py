"""Setting words into lines: wrapping as the columns do, with words divided after their own hyphens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wording.copies.lines import BLANK, Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wording.copies.lines import Word


def wrap(words: Sequence[Word], width: int) -> list[tuple[Word, ...]]:
    """The words in rows no wider than this; one that has a hyphen may be divided after it."""
    rows: list[list[Word]] = [[]]
    used = 0
    waiting = list(reversed(words))
    while waiting:
        word = waiting.pop()
        room = width - used - (word.gap if rows[-1] else 0)
        if len(word.text) <= room or not word.gap:
            taken = word
        elif (parts := _divided(word, room)) is not None:
            taken, rest = parts
            waiting.append(rest)
        elif not rows[-1]:
            taken = word
        else:
            rows.append([])
            used = 0
            waiting.append(word)
            continue
        used += len(taken.text) + (taken.gap if rows[-1] else 0)
        rows[-1].append(taken)
    return [tuple(row) for row in rows if row]


def _divided(word: Word, room: int) -> tuple[Word, Word] | None:
    """The word divided after the last of its hyphens that this room still takes."""
    end = word.text.rfind("-", 0, max(room, 0)) + 1
    if end <= 1 or end >= len(word.text) or word.true is not None or "/" in word.text:
        return None
    rest = word._replace(text=word.text[end:], part=word.part + 1)
    return word._replace(text=word.text[:end]), rest


def joined(words: Iterable[Word]) -> list[Word]:
    """The words, with those that a line's end divided put together again where both parts are still there."""
    whole: list[Word] = []
    for word in words:
        before = whole[-1] if whole else None
        follows = (
            before and word.ref and (before.ref, before.at, before.part + 1) == (word.ref, word.at, word.part)
        )
        if before and follows:
            whole[-1] = before._replace(text=before.reads + word.reads, true=None, part=word.part)
        else:
            whole.append(word)
    return [word._replace(part=0) if word.text == word.reads else word for word in whole]


def spaced(lines: Iterable[Line], *, double: bool) -> list[Line]:
    """The lines of a block and a blank one after it, or after each of them."""
    found: list[Line] = []
    for line in lines:
        found += [line, BLANK] if double else [line]
    return found if double or not found else [*found, BLANK]
