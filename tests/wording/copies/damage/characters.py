"""What may become of single characters: quotation marks, ligatures, spaces, bullets, the ends of lines."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from wording.copies.damage.kinds import BREAKING, SIGNING, SPACING, WRITING, Damage
from wording.copies.lines import BLANK, BULLET, TEXT, Word

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from wording.copies.damage.kinds import Lines

STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
LIGATURES = (("ffi", "ﬃ"), ("ffl", "ﬄ"), ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ"))
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
BULLETS = "-*·o–‣▪\uf0b7"
NO_BREAK = "\u00a0"


def _each(lines: Lines, change: Callable[[Word], Word]) -> Lines:
    return [line._replace(words=tuple(map(change, line.words))) for line in lines]


def _written(word: Word, write: Callable[[str], str]) -> Word:
    """The word printed otherwise; how it reads stays the same."""
    text = write(word.text)
    return word if text == word.text else word._replace(text=text, true=word.reads)


def straight(lines: Lines, _chance: Random) -> Lines:
    """Straight quotation marks for curly ones."""
    return _each(lines, lambda word: _written(word, lambda text: text.translate(STRAIGHT)))


def curly(lines: Lines, _chance: Random) -> Lines:
    """Curly quotation marks for straight ones."""
    return _each(lines, lambda word: _written(word, _curled))


def _curled(text: str) -> str:
    text = re.sub(r'^"', "“", text).replace('"', "”")
    return re.sub(r"^'", "‘", text).replace("'", "’")


def ligatures(lines: Lines, _chance: Random) -> Lines:
    """One sign for `fi`, `fl` and the like."""
    return _each(lines, lambda word: _written(word, _tied))


def _tied(text: str) -> str:
    for letters, sign in LIGATURES:
        text = text.replace(letters, sign)
    return text


def no_break_spaces(lines: Lines, chance: Random, mark: str = NO_BREAK, share: float = 0.2) -> Lines:
    """No-break spaces, or tabs, for some spaces."""
    found = []
    for line in lines:
        words = [
            word._replace(text=mark + word.text, true=word.reads, gap=0)
            if place and word.gap == 1 and chance.random() < share
            else word
            for place, word in enumerate(line.words)
        ]
        found.append(line._replace(words=tuple(words)))
    return found


def bullets(lines: Lines, _chance: Random, sign: str) -> Lines:
    """Another sign for the bullets."""
    return _each(lines, lambda word: word._replace(text=sign) if word.text == BULLET else word)


def bullets_tabbed(lines: Lines, _chance: Random) -> Lines:
    """A tab after each bullet."""
    return _after_bullets(lines, lambda word: word._replace(text=f"\t{word.text}", true=word.reads, gap=0))


def bullets_glued(lines: Lines, _chance: Random) -> Lines:
    """No space after a bullet."""
    return _after_bullets(lines, lambda word: word._replace(gap=0))


def _after_bullets(lines: Lines, change: Callable[[Word], Word]) -> Lines:
    found = []
    for line in lines:
        words = [
            change(word) if place and line.words[place - 1].text == BULLET else word
            for place, word in enumerate(line.words)
        ]
        found.append(line._replace(words=tuple(words)))
    return found


def bullets_alone(lines: Lines, _chance: Random) -> Lines:
    """A bullet on a line of its own, its text on the next."""
    found: Lines = []
    for line in lines:
        rest = line.words
        while rest and any(word.text == BULLET for word in rest[:-1]):
            cut = next(place for place, word in enumerate(rest) if word.text == BULLET)
            before = [rest[:cut]] if cut else []
            found += [
                line._replace(words=words, indent=0, end="") for words in (*before, rest[cut : cut + 1])
            ]
            rest = rest[cut + 1 :]
        found.append(line._replace(words=rest))
    return found


def superscripts(lines: Lines, _chance: Random) -> Lines:
    """Raised numbers for the footnotes."""
    return _notes(lines, lambda word: word._replace(text=word.text.translate(SUPERSCRIPT)))


def bracketed_notes(lines: Lines, _chance: Random) -> Lines:
    """Brackets around the numbers of footnotes."""
    return _notes(lines, lambda word: word._replace(text=f"[{word.text}]"))


def _notes(lines: Lines, change: Callable[[Word], Word]) -> Lines:
    """The lines with the numbers of footnotes changed: bare ones among an entry's words, or before a footnote."""
    return _each(lines, lambda word: change(word) if word.ref is None and word.text.isdigit() else word)


def no_blank_lines(lines: Lines, _chance: Random) -> Lines:
    """No blank lines."""
    return [line for line in lines if line.words]


def blank_lines(lines: Lines, _chance: Random) -> Lines:
    """A blank line after every line."""
    return [one for line in lines if line.words for one in (line, BLANK)]


def carriage_returns(lines: Lines, _chance: Random) -> Lines:
    """Lines that end as they do in files of Windows."""
    return [line._replace(end=f"{line.end}\r") for line in lines]


def indented(lines: Lines, chance: Random) -> Lines:
    """Lines of text that begin some spaces further in."""
    return [
        line._replace(indent=line.indent + chance.choice((0, 2, 4))) if line.kind == TEXT else line
        for line in lines
    ]


def marked_order(lines: Lines, _chance: Random) -> Lines:
    """A byte order mark at the very beginning."""
    first, *rest = lines[0].words
    marked = first._replace(text=f"\ufeff{first.text}", true=first.reads)
    return [lines[0]._replace(words=(marked, *rest)), *lines[1:]]


def _sign(sign: str) -> Damage:
    name = sign if sign.isprintable() else f"U+{ord(sign):04X}"
    family, others = ("letter", ("bullet sign",)) if sign.isalpha() else ("bullet sign", ())
    return Damage(f"bullets {name}", SIGNING, partial(bullets, sign=sign), family, others)


CHARACTERS = (
    Damage("no blank lines", SPACING, no_blank_lines, "blank"),
    Damage("blank lines", SPACING, blank_lines, "blank"),
    Damage("straight quotes", WRITING, straight, "quotes"),
    Damage("curly quotes", WRITING, curly, "quotes"),
    Damage("ligatures", WRITING, ligatures),
    Damage("no-break spaces", WRITING, no_break_spaces, "spaces"),
    Damage("tabs", WRITING, partial(no_break_spaces, mark="\t"), "spaces"),
    *map(_sign, BULLETS),
    Damage("bullets tabbed", WRITING, bullets_tabbed, "bullet space"),
    Damage("bullets glued", WRITING, bullets_glued, "bullet space", ("letter",)),
    Damage("bullets alone", WRITING, bullets_alone, "bullet space"),
    Damage("footnotes raised", WRITING, superscripts, "notes"),
    Damage("footnotes in brackets", WRITING, bracketed_notes, "notes"),
    Damage("indented", SPACING, indented),
    Damage("byte order mark", BREAKING, marked_order),
    Damage("carriage returns", BREAKING, carriage_returns),
)
