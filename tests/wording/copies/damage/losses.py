"""What a copy may lack: statements, columns, values, pages, its beginning, its end, lines here and there."""

from __future__ import annotations

from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING

from wording.copies.damage.kinds import DELETING, ENDING, LOSING, Damage
from wording.copies.lines import BULLET, LISTED, MEANING, PRACTICES, ROLES, TEXT, TITLE, Line

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from wording.copies.damage.kinds import Lines
    from wording.copies.lines import Word


def _without(lines: Lines, lost: Callable[[Line, Word], bool]) -> Lines:
    """The lines without such words, and without those that had no other."""
    found = []
    for line in lines:
        left = tuple(word for word in line.words if not lost(line, word))
        if left or not line.words:
            found.append(line._replace(words=left))
    return found


def _statements(lines: Lines) -> list[str]:
    refs = {word.ref for line in lines if line.kind == TEXT and line.value for word in line.words}
    return sorted(ref for ref in refs if ref and "." in ref)


def statements(lines: Lines, chance: Random, count: int = 8) -> Lines:
    """Some statements are missing, bullet and all."""
    lost = set(chance.sample(_statements(lines), count))
    owned = [line._replace(words=_with_owned_bullets(line.words)) for line in lines]
    left = _without(owned, lambda _line, word: word.ref in lost)
    return [line._replace(words=tuple(map(_owning_nothing, line.words))) for line in left]


def _with_owned_bullets(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words, each bullet with the ref of the word after it."""
    return tuple(
        word._replace(ref=after.ref) if word.text == BULLET else word
        for word, after in zip_longest(words, words[1:])
        if word
    )


def _owning_nothing(word: Word) -> Word:
    return word._replace(ref=None) if word.text == BULLET else word


def columns(lines: Lines, chance: Random, count: int = 4) -> Lines:
    """In some values all the text of a column is missing, but not its heading."""
    values = sorted({line.value for line in lines if line.value})
    lost = {(value, chance.choice((MEANING, PRACTICES, ROLES))) for value in chance.sample(values, count)}
    return _without(lines, lambda line, word: line.kind == TEXT and (line.value, word.column) in lost)


def values(lines: Lines, chance: Random, count: int = 3) -> Lines:
    """Some values are missing altogether."""
    lost = set(chance.sample(sorted({line.value for line in lines if line.value}), count))
    return [line for line in lines if line.value not in lost]


def pages(lines: Lines, chance: Random, count: int = 3) -> Lines:
    """Some pages of the tables are missing."""
    lost = set(chance.sample(sorted({line.page for line in lines if line.kind == TITLE}), count))
    return [line for line in lines if line.page not in lost]


def start(lines: Lines, chance: Random) -> Lines:
    """The beginning is missing, up to a word in the first three values."""
    places = [place for place, line in enumerate(lines) if line.value in {"1", "2", "3"} and line.words]
    cut = chance.choice(places)
    words = lines[cut].words
    return [lines[cut]._replace(words=words[chance.randrange(len(words)) :]), *lines[cut + 1 :]]


def end(lines: Lines, chance: Random) -> Lines:
    """The end is missing, from a word anywhere in the tables or the glossary."""
    cut = chance.choice([place for place, line in enumerate(lines) if line.kind == TEXT and line.words])
    words = lines[cut].words
    return [*lines[:cut], lines[cut]._replace(words=words[: chance.randrange(1, len(words) + 1)])]


def names_only(lines: Lines, _chance: Random) -> Lines:
    """Nothing but the first page with the list of the twelve names."""
    last = max(place for place, line in enumerate(lines) if line.kind == LISTED)
    return lines[: last + 2]


def deleted(lines: Lines, chance: Random, share: float) -> Lines:
    """A share of all lines is missing, wherever chance would have it."""
    return [line for line in lines if chance.random() >= share]


def deletion(percent: int) -> Damage:
    """So many of a hundred lines are missing."""
    return Damage(f"lines -{percent}%", DELETING, partial(deleted, share=percent / 100), "deletion")


LOSSES = (
    Damage("statements missing", LOSING, statements),
    Damage("columns missing", LOSING, columns),
    Damage("values missing", LOSING, values),
    Damage("pages missing", LOSING, pages),
    Damage("start missing", LOSING, start, "start"),
    Damage("end missing", ENDING, end, "end"),
    Damage("names only", LOSING, names_only, alone=True),
)
