"""Setting the synthetic document as the original is set: three columns one after another, page by page, then the glossary."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from wording.copies.document import document, marked_words
from wording.copies.lines import (
    BLANK,
    BULLET,
    COLUMNS,
    HEADER,
    LISTED,
    MEANING,
    NOTE,
    PRACTICES,
    PROSE,
    ROLES,
    TERM,
    TEXT,
    TITLE,
    Line,
    Word,
    words_of,
)
from wording.copies.setting import spaced, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wording.copies.document import Document, Paragraph

WIDTHS = {MEANING: 36, PRACTICES: 40, ROLES: 37}
NAME_WIDTH, THEME_WIDTH = 29, 36
ROLE_TITLE = "THE SUPERVISOR ROLE IS TO:"
PROSE_WIDTH = 118


def synthetic() -> list[Line]:
    """The whole document."""
    return Setter(document()).set()


class Setter:
    """Sets one document, line after line."""

    def __init__(self, source: Document) -> None:
        self._source = source
        self._content = source.content
        self._double = {str(ref) for ref in self._content["double"]}
        self._lines: list[Line] = []
        self._page = 1
        self._notes: list[int] = []
        self._fresh = False

    def set(self) -> list[Line]:
        """The document's lines."""
        self._prose(self._content["front"])
        self._columns()
        for value in self._content["values"]:
            self._value(value)
        self._glossary()
        self._prose(self._content["appendix"])
        return self._lines

    def _add(self, lines: Iterable[Line]) -> None:
        for line in lines:
            fresh = self._fresh and bool(line.words)
            self._lines.append(line._replace(page=self._page, indent=int(fresh) or line.indent))
            self._fresh = self._fresh and not fresh

    def _turn(self, page: int) -> None:
        """Turn to a page, with the footnotes of the one before at its foot and the running header where there is one."""
        self._footnotes()
        if page == self._page:
            return
        self._page = page
        while not self._lines[-1].words:
            self._lines.pop()
        header = self._content["header"]
        if page in header["on_pages"]:
            words = words_of(f"{header['body']} | {header['site']} Page {page} of {self._content['pages']}")
            self._add([BLANK, BLANK, BLANK, Line(tuple(words), HEADER, indent=3, end=" "), BLANK])
        else:
            self._fresh = True

    def _footnotes(self) -> None:
        for number in self._notes:
            words = [Word(str(number)), *words_of(self._content["notes"][number], f"note:{number}")]
            self._add(
                spaced([Line(row, NOTE, end=" ") for row in wrap(words, PROSE_WIDTH + 20)], double=True)
            )
        self._notes = []

    def _prose(self, blocks: list[dict[str, Any]]) -> None:
        for block in blocks:
            if "page" in block:
                self._turn(block["page"])
            if block.get("title"):
                self._block(words_of(self._content["title"]))
            for text in block.get("text", "").split("\n"):
                self._block(marked_words(text, None, ""))
            if "list" in block:
                self._list_of_names()
            if "note" in block:
                self._notes.append(block["note"])
                self._footnotes()

    def _block(self, words: Sequence[Word]) -> None:
        self._add(spaced([Line(row, PROSE, end=" ") for row in wrap(words, PROSE_WIDTH)], double=True))

    def _list_of_names(self) -> None:
        for number, value in self._content["values"].items():
            words = (Word(f"{number}."), *words_of(value["name"], f"listed:{number}"))
            self._add([Line(words, LISTED), BLANK])

    def _columns(self) -> None:
        """The headings of the columns."""
        names = self._content["columns"]
        looks = f"{names['practices_start']} {names['practices_end']}"
        both = (*words_of(names["value"], column=MEANING), *words_of(names["practices"], column=PRACTICES))
        self._add(
            [
                Line(both, COLUMNS, end=" "),
                Line(tuple(words_of(looks, column=PRACTICES)), COLUMNS, end=" "),
                BLANK,
            ]
        )
        others = [tuple(words_of(names[name], column=ROLES)) for name in ("roles", "roles_more")]
        self._add([*(Line(words, COLUMNS, end=" ") for words in others), BLANK])

    def _value(self, value: int) -> None:
        """A value: its titles, and its columns as far as they reach on each page."""
        columns = [self._source.column_of(value, column) for column in (MEANING, PRACTICES, ROLES)]
        first: int = self._content["values"][value]["page"]
        for turned in range(max(column[-1].turned for column in columns) + 1):
            self._turn_in_tables(first + turned)
            start = len(self._lines)
            if not turned:
                self._titles(value)
            for column in columns:
                self._column([one for one in column if one.turned == turned])
            self._lines[start:] = [
                line._replace(value=str(value)) if line.words else line for line in self._lines[start:]
            ]

    def _turn_in_tables(self, page: int) -> None:
        if page == self._page:
            return
        self._turn(page)
        if page not in self._content["columns"]["not_on"]:
            self._columns()

    def _titles(self, value: int) -> None:
        names = self._content["values"][value]
        name = [Word(f"{value})", column=MEANING), *words_of(names["name"].upper(), f"name:{value}", MEANING)]
        theme = [
            Word("PRACTICE:", column=PRACTICES),
            *words_of(names["theme"].upper(), f"theme:{value}", PRACTICES),
        ]
        roles = tuple(words_of(ROLE_TITLE, column=ROLES))
        name_rows, theme_rows = wrap(name, NAME_WIDTH), wrap(theme, THEME_WIDTH)
        rows: list[tuple[Word, ...]] = [*name_rows, (), *theme_rows]
        if len(theme_rows) == 1:
            # A short theme and the title of the third column share a line; a short name joins them.
            rows = (
                [name_rows[0] + theme_rows[0] + roles]
                if len(name_rows) == 1
                else [*rows[:-1], rows[-1] + roles]
            )
        else:
            rows += [(), roles]
        self._add([*(Line(row, TITLE, end=" ") if row else BLANK for row in rows), BLANK])

    def _column(self, paragraphs: list[Paragraph]) -> None:
        for ref, entry in groupby(paragraphs, key=lambda one: one.ref):
            for one in entry:
                column = one.words[0].column
                bullet = (Word(BULLET, column=column),) if one.begins and column != MEANING else ()
                rows = wrap((*bullet, *one.words), WIDTHS[column])
                if ref == self._content["runs_on"] and one.begins:
                    self._run_on(rows)
                lines = [Line(row, TEXT, end="" if bullet else " ") for row in rows]
                if column == MEANING:
                    lines[-1] = lines[-1]._replace(end="  ")
                self._add(spaced(lines, double=ref in self._double))

    def _run_on(self, rows: list[tuple[Word, ...]]) -> None:
        """Take the last line back, and begin with it: a bullet that stands on the line on which the text before it ends."""
        while not self._lines[-1].words:
            self._lines.pop()
        rows[0] = self._lines.pop().words + rows[0]

    def _glossary(self) -> None:
        self._block(words_of(self._content["glossary"]["heading"]))
        self._block(words_of(self._content["glossary"]["text"]))
        for ref, heading in self._content["terms"].items():
            paragraphs = self._source.definition(ref)
            if paragraphs[0].turned:
                self._turn(self._page + 1)
            self._heading(ref, heading)
            turned = paragraphs[0].turned
            for one in paragraphs:
                if one.turned != turned:
                    turned = one.turned
                    self._turn(self._page + 1)
                self._definition(one)
        self._footnotes()

    def _heading(self, ref: str, heading: str) -> None:
        words = marked_words(heading, f"term:{ref}", "")
        self._note(words)
        self._add([Line(tuple(words), TERM, end=" "), BLANK])

    def _definition(self, one: Paragraph) -> None:
        self._note(one.words)
        rows = [Line(row, TEXT, end=" ") for row in wrap(one.words, PROSE_WIDTH)]
        self._add(spaced(rows, double=one.ref in self._double))

    def _note(self, words: Iterable[Word]) -> None:
        self._notes += [int(word.text) for word in words if word.ref is None and word.text.isdigit()]
