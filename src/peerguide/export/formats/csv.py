"""Statements and terms as a table, RFC 4180: one row each, UTF-8, lines ended by CR LF.

A cell that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage return) gets an
apostrophe before it, which spreadsheets understand as "this is text"; so does one that has such apostrophes already, and
nothing else is altered. With `excel` the text begins
with a byte order mark, without which Excel takes UTF-8 for another encoding.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from peerguide.export.format import Format

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from peerguide.export.selection import Selection

    Row = Iterable[object]

COLUMNS = ("ref", "kind", "value", "number", "name", "theme", "text", "page", "also", "repeats")
"""What the columns hold: `number`, `name` and `theme` are those of the value, or `name` that of the term."""

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""How a cell begins that a spreadsheet would act on."""

MARK = "\ufeff"


class _Line:
    """Where `csv` writes a row, to be taken from at once."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str) -> None:
        self.text = text


def _entries(selection: Selection) -> Iterator[str]:
    yield from _table(selection, _statement_rows(selection), _term_rows(selection))


def _statements(selection: Selection) -> Iterator[str]:
    yield from _table(selection, _statement_rows(selection))


def _terms(selection: Selection) -> Iterator[str]:
    yield from _table(selection, _term_rows(selection))


def _table(selection: Selection, *parts: Iterable[Row]) -> Iterator[str]:
    line = _Line()
    writer = csv.writer(line, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    yield (MARK if selection.excel else "") + line.text
    for part in parts:
        for row in part:
            writer.writerow(map(cell, row))
            yield line.text


def _statement_rows(selection: Selection) -> Iterator[Row]:
    for value in selection.values():
        for statement in (*value.practices, *value.roles):
            yield (
                statement.ref, statement.kind, value.ref, value.number, value.name, value.theme, statement.text,
                statement.page, " ".join(statement.also), statement.repeats,
            )  # fmt: skip


def _term_rows(selection: Selection) -> Iterator[Row]:
    for term in selection.terms():
        page = term.source.page if term.source else None
        yield term.ref, "term", None, None, term.name, None, term.definition, page, None, None


def cell(content: object) -> str:
    """What stands in a cell: the text as it is, or with an apostrophe where it would be taken for a formula."""
    text = "" if content is None else str(content)
    return f"'{text}" if text.lstrip("'").startswith(FORMULA) else text


FORMAT = Format(
    "csv",
    "statements and terms as a table, for spreadsheets",
    ".csv",
    {"entries": _entries, "statements": _statements, "terms": _terms},
)
