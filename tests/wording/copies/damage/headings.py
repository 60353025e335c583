"""Headings that are missing, misspelt, or written in other ways."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from wording.copies.damage.kinds import HEADING, Damage
from wording.copies.lines import COLUMNS, MEANING, TERM, TITLE, Line, Word

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from wording.copies.damage.kinds import Lines

KEPT_SMALL = {"IS", "ARE", "AND", "THE", "TO:", "TO", "NOT", "ON", "ABOUT", "WITH", "USE"}


def _titles(
    lines: Lines, change: Callable[[Word], Word | None], kinds: tuple[str, ...] = (TITLE, TERM)
) -> Lines:
    """The lines with each word of the headings changed, or taken away."""
    found = []
    for line in lines:
        if line.kind not in kinds or not line.words:
            found.append(line)
            continue
        changed = tuple(new for word in line.words if (new := change(word)))
        found += [line._replace(words=changed)] if changed else []
    return found


def no_titles(lines: Lines, chance: Random, count: int = 3) -> Lines:
    """Some values have lost their heading: name, theme and all."""
    lost = set(chance.sample(sorted({line.value for line in lines if line.kind == TITLE}), count))
    return [line for line in lines if line.kind != TITLE or line.value not in lost]


def no_names(lines: Lines, chance: Random, count: int = 4) -> Lines:
    """Some values have lost their number and name, but not what stands beside them."""
    lost = set(chance.sample(sorted({line.value for line in lines if line.kind == TITLE}), count))
    return [line._replace(words=left) for line in lines if (left := _left(line, lost)) or not line.words]


def _left(line: Line, lost: set[str]) -> tuple[Word, ...]:
    gone = line.kind == TITLE and line.value in lost
    return tuple(word for word in line.words if not (gone and word.column == MEANING))


def only_names(lines: Lines, _chance: Random) -> Lines:
    """Of the headings only the values' names are left: no themes, no titles of columns."""
    left = [line for line in lines if line.kind != COLUMNS]
    return _titles(left, lambda word: word if word.column == MEANING else None, (TITLE,))


def misspelt(lines: Lines, chance: Random) -> Lines:
    """In every heading a word in three has a slip."""
    return _titles(lines, lambda word: _slip(word, chance) if chance.random() < 1 / 3 else word)


def _slip(word: Word, chance: Random) -> Word:
    text = word.text
    if len(text) < 5 or not text.isalpha():
        return word
    place = chance.randrange(1, len(text) - 1)
    here, after = text[place], text[place + 1]
    slips = (after + here, after, here + here + after)
    return word._replace(text=text[:place] + chance.choice(slips) + text[place + 2 :], true=word.reads)


def _in_case(word: Word, case: Callable[[str], str]) -> Word:
    return word._replace(text=case(word.text), true=word.reads)


def sentence_case(lines: Lines, _chance: Random) -> Lines:
    """In small letters: `Practice: Support choice` after `1. Peer support is voluntary`."""
    return _numbered(_titles(lines, _as_in_sentence), "{number}.")


def _as_in_sentence(word: Word) -> Word:
    first = word.at == 0 and (word.ref is not None or word.text in {"PRACTICE:", "THE"})
    return _in_case(word, str.capitalize if first else str.lower)


def title_case(lines: Lines, _chance: Random) -> Lines:
    """With capitals in front: `Practice: Support Choice` after `Core Value 1: Peer Support is Voluntary`."""
    return _numbered(_titles(lines, _as_title), "Core Value {number}:")


def _as_title(word: Word) -> Word:
    return _in_case(word, str.lower if word.text in KEPT_SMALL and word.at else str.capitalize)


def _numbered(lines: Lines, form: str) -> Lines:
    """The lines with the number before each value's name written like this."""
    return _titles(lines, partial(_numbering, form=form), (TITLE,))


def _numbering(word: Word, form: str) -> Word:
    number = word.text.removesuffix(")")
    return word._replace(text=form.format(number=number)) if word.ref is None and number.isdigit() else word


def small_column_titles(lines: Lines, _chance: Random) -> Lines:
    """The headings of the columns are not in capitals."""
    return _titles(lines, lambda word: _in_case(word, str.capitalize), (COLUMNS,))


def no_column_titles(lines: Lines, _chance: Random) -> Lines:
    """There are no headings of columns."""
    return [line for line in lines if line.kind != COLUMNS]


HEADINGS = (
    Damage("titles missing", HEADING, no_titles, "heading"),
    Damage("names missing", HEADING, no_names, "heading"),
    Damage("only names in titles", HEADING, only_names, "heading"),
    Damage("titles misspelt", HEADING, misspelt, "heading"),
    Damage("titles as sentences", HEADING, sentence_case, "heading"),
    Damage("titles as titles", HEADING, title_case, "heading"),
    Damage("column headings missing", HEADING, no_column_titles, "columns"),
    Damage("column headings small", HEADING, small_column_titles, "columns"),
)
