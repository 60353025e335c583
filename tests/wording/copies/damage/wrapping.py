"""Lines of another length, and words divided at their ends."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from wording.copies.damage.kinds import DIVIDING, WRAPPING, Damage
from wording.copies.lines import BLANK, PROSE, TEXT, Line
from wording.copies.setting import joined, wrap

if TYPE_CHECKING:
    from random import Random

    from wording.copies.damage.kinds import Lines
    from wording.copies.lines import Word

FLOWING = (TEXT, PROSE)
ENDLESS = 1_000_000
SOFT = "\u00ad"
SYLLABLE = re.compile(r"(?:(?<=[aeiouy][lmnrst])|(?<=[aeiouy]))[bcdfgjklmnpqrstvwxz](?=[aeiouy])")
SILENT = re.compile(r"[a-z]e[ds]?")


def wrapped(lines: Lines, _chance: Random, width: int) -> Lines:
    """Each paragraph in lines of this width."""
    found: Lines = []
    paragraph: list[Line] = []
    for line in [*lines, Line(kind="")]:
        if paragraph and line.kind and _goes_on(paragraph[-1], line):
            paragraph.append(line)
        elif line.words or not line.kind:
            found += _set(paragraph, width)
            paragraph = [line] if line.kind else []
    return found


def _goes_on(before: Line, line: Line) -> bool:
    """Whether the line belongs to the same paragraph as the one before it."""
    if not line.words or line.kind not in FLOWING or line.kind != before.kind or line.starts:
        return False
    if before.page != line.page:
        return False
    ended = before.end == "  " or (line.kind == PROSE and len(before.text) < 100)
    return not ended and before.words[-1].column == line.words[0].column


def _set(paragraph: list[Line], width: int) -> list[Line]:
    if not paragraph:
        return []
    words = joined(word for line in paragraph for word in line.words)
    return [*(paragraph[0]._replace(words=row, end="") for row in wrap(words, width)), BLANK]


def run_together(lines: Lines, _chance: Random, width: int = 100) -> Lines:
    """All that stands on a page in one paragraph, headings and bullets within its lines."""
    found: Lines = []
    page: list[Line] = []
    for line in [line for line in lines if line.words]:
        if page and line.page != page[0].page:
            found += _set(page, width)
            page = []
        page.append(line)
    return [*found, *_set(page, width)]


def divided(lines: Lines, chance: Random, share: float = 0.4, mark: str = "-") -> Lines:
    """Words divided at the ends of lines, the line after it beginning with the rest."""
    found = [*lines]
    ends: dict[tuple[str, int], int] = {}
    for place, line in enumerate(found):
        for word in line.words:
            if word.ref and ":" not in word.ref and word == line.words[-1]:
                ends[word.ref, word.at] = place
        first = line.words[0] if line.words else None
        if first and first.ref and chance.random() < share:
            before = ends.get((first.ref, first.at - 1))
            if before is not None and before < place:
                _divide(found, before, place, mark, chance)
    return found


def _divide(lines: Lines, before: int, place: int, mark: str, chance: Random) -> None:
    word, *rest = lines[place].words
    cuts = _syllables(word.text) if word.text.isalpha() and not word.part else []
    if cuts:
        cut = chance.choice(cuts)
        head = word._replace(text=word.text[:cut] + mark, true=word.text[:cut], gap=1)
        tail = word._replace(text=word.text[cut:], part=1)
        lines[before] = lines[before]._replace(words=(*lines[before].words, head))
        lines[place] = lines[place]._replace(words=(tail, *rest))


def _syllables(word: str) -> list[int]:
    """Where a word may be divided: before a consonant that begins a syllable, some letters from either end."""
    cuts = [match.start() for match in SYLLABLE.finditer(word)]
    return [cut for cut in cuts if 2 <= cut <= len(word) - 3 and not SILENT.fullmatch(word[cut:])]


def softened(lines: Lines, chance: Random, share: float = 0.1) -> Lines:
    """Soft hyphens within long words."""
    return [
        line._replace(words=tuple(_softened(word, chance, share) for word in line.words)) for line in lines
    ]


def _softened(word: Word, chance: Random, share: float) -> Word:
    if not word.text.isalpha() or len(word.text) < 8 or chance.random() > share:
        return word
    cut = len(word.text) // 2
    return word._replace(text=word.text[:cut] + SOFT + word.text[cut:], true=word.reads)


def _width(width: int) -> Damage:
    return Damage(f"lines of {width}", WRAPPING, partial(wrapped, width=width), "wrap")


WRAPPINGS = (
    _width(60),
    _width(80),
    _width(100),
    Damage("a line a paragraph", WRAPPING, partial(wrapped, width=ENDLESS), "wrap"),
    Damage("run together", WRAPPING, run_together, "wrap", ("order",)),
    Damage("words divided", DIVIDING, divided, "hyphen"),
    Damage("words divided softly", DIVIDING, partial(divided, mark=SOFT), "hyphen"),
    Damage("soft hyphens", DIVIDING, softened, "hyphen"),
)
