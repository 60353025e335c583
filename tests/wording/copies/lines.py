"""A copy as lines of words, each of which knows the entry that it is a word of: so the truth follows through all damage."""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

HEADER, COLUMNS, TITLE, TEXT, BESIDE, TERM, NOTE, PROSE, LISTED, FOREIGN = (
    "header", "columns", "title", "text", "beside", "term", "note", "prose", "listed", "foreign",
)  # fmt: skip
"""What a line may be: a page's header, headings of columns, a value's title, text of an entry, pieces of several columns side
by side, a term's heading, a footnote, prose around the tables, a name in the list of values, something of somebody else's."""

MEANING, PRACTICES, ROLES = "meaning", "practices", "roles"
BULLET = "•"


class Word(NamedTuple):
    """A word, or a part of one, as it is printed.

    `ref` is the entry it belongs to, or `name:7`, `theme:7`, `listed:7`, `term:peer`, `note:3`; `at` its place in that text;
    `part` its place among the parts of a word that the end of a line divides; `true` how it reads, where that is not how it is
    printed; `gap` the spaces between it and the word before; `told` is False where nobody could tell to which entry it belongs.
    """

    text: str
    ref: str | None = None
    at: int = 0
    part: int = 0
    true: str | None = None
    gap: int = 1
    column: str = ""
    told: bool = True

    @property
    def reads(self) -> str:
        """How the word reads when it is put right."""
        return self.text if self.true is None else self.true


class Line(NamedTuple):
    """A line of the copy: what kind of line it is, on which page and under which value; no words where it is blank."""

    words: tuple[Word, ...] = ()
    kind: str = PROSE
    page: int = 0
    value: str = ""
    indent: int = 0
    end: str = ""

    @property
    def text(self) -> str:
        """The line as it is printed."""
        printed = "".join(" " * word.gap + word.text for word in self.words)
        gap = self.words[0].gap if self.words else 0
        return " " * self.indent + printed[gap:] + self.end

    @property
    def ref(self) -> str | None:
        """The entry that its first word of any belongs to."""
        return next((word.ref for word in self.words if word.ref), None)

    @property
    def starts(self) -> bool:
        """Whether a statement begins with it, after a bullet."""
        return self.kind == TEXT and bool(self.words) and self.words[0].text == BULLET


BLANK = Line()


def render(lines: Iterable[Line]) -> str:
    """The text of these lines."""
    return "".join(f"{line.text}\n" for line in lines)


def words_of(text: str, ref: str | None = None, column: str = "") -> list[Word]:
    """The words of a text, numbered as they follow each other."""
    return [Word(word, ref, at, column=column) for at, word in enumerate(text.split())]


def tables(lines: Sequence[Line], *, by_value: bool = True) -> Iterator[tuple[bool, list[Line]]]:
    """The lines cut into stretches: what stands on one page of one value, or of all (True), and what stands between (False)."""
    owners: list[tuple[int, str] | None] = []
    for line in lines:
        if line.words:
            inside = line.kind in (TITLE, TEXT) and line.value
            owners.append((line.page, line.value if by_value else "") if inside else None)
        else:  # A blank line goes with the lines before it.
            owners.append(owners[-1] if owners else None)
    for owner, stretch in groupby(zip(owners, lines, strict=True), key=lambda pair: pair[0]):
        yield owner is not None, [line for _owner, line in stretch]


def save(lines: Iterable[Line], file: Path) -> None:
    """Write the lines down as JSON."""
    file.write_text(json.dumps([*lines], ensure_ascii=False), encoding="utf-8")


def load(file: Path) -> list[Line]:
    """The lines that `save` wrote down."""
    found = json.loads(file.read_text(encoding="utf-8"))
    return [Line(tuple(Word(*word) for word in words), *rest) for words, *rest in found]
