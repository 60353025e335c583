"""Statements and terms as a table, RFC 4180: one row each, UTF-8, lines ended by CR LF.

A cell that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage return) gets an
apostrophe before it, which spreadsheets understand as "this is text"; so does one that has such apostrophes already, and
nothing else is altered. With `excel` the text begins
with a byte order mark, without which Excel takes UTF-8 for another encoding.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

from peerguide.corpus.model.common import PLAIN
from peerguide.corpus.scenarios import letter_of
from peerguide.corpus.wordings import BOTH
from peerguide.export.format import Format

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from peerguide.export.selection import Selection

    Row = tuple[Any, ...]
    """The cells of a row, and the wording of its text."""

COLUMNS = ("ref", "kind", "value", "number", "name", "theme", "text", "page", "also", "repeats", "wording")
"""What the columns hold: `number`, `name` and `theme` are those of the value, or `name` that of the term. Where both wordings are asked
for, one for the plain words follows."""

SCENARIO_COLUMNS = (
    "ref", "title", "values", "between", "for", "setting", "situation", "question", "A", "B", "C", "D", "best", "worst",
    "why A", "why B", "why C", "why D", "refs A", "refs B", "refs C", "refs D", "hard", "discuss", "law",
)  # fmt: skip
"""What the columns of the scenarios hold; `best` and `worst` name an option by its letter."""

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
    both = selection.corpus.wording == BOTH
    columns = (*COLUMNS, *([PLAIN] if both else []))
    rows = (
        (*cells, wording.name, *([wording.plain] if both else []))
        for part in parts
        for *cells, wording in part
    )
    yield from _written(selection, columns, rows)


def _written(selection: Selection, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """A table with these columns, row by row."""
    line = _Line()
    writer = csv.writer(line, lineterminator="\r\n")
    writer.writerow(columns)
    yield (MARK if selection.excel else "") + line.text
    for row in rows:
        writer.writerow(map(cell, row))
        yield line.text


def _statement_rows(selection: Selection) -> Iterator[Row]:
    for value in selection.values():
        for statement in (*value.practices, *value.roles):
            yield (
                statement.ref, statement.kind, value.ref, value.number, value.name, value.theme, statement.text,
                statement.page, " ".join(statement.also), statement.repeats, statement.wording,
            )  # fmt: skip


def _term_rows(selection: Selection) -> Iterator[Row]:
    for term in selection.terms():
        page = term.source.page if term.source else None
        yield term.ref, "term", None, None, term.name, None, term.definition, page, None, None, term.wording


def _scenarios(selection: Selection) -> Iterator[str]:
    yield from _written(selection, SCENARIO_COLUMNS, _scenario_rows(selection))


def _scenario_rows(selection: Selection) -> Iterator[tuple[Any, ...]]:
    for one in selection.scenarios():
        name = one.name
        yield (
            one.ref, name.title, " ".join(name.values), " ".join(one.between), name.audience, name.setting, one.situation,
            one.question, *(option.text for option in one.options), letter_of(one, "best"), letter_of(one, "worst"),
            *(option.why for option in one.options), *(" ".join(option.refs) for option in one.options), one.hard, one.discuss,
            one.law,
        )  # fmt: skip


def cell(content: object) -> str:
    """What stands in a cell: the text as it is, or with an apostrophe where it would be taken for a formula."""
    text = "" if content is None else str(content)
    return f"'{text}" if text.lstrip("'").startswith(FORMULA) else text


FORMAT = Format(
    "csv",
    "statements and terms as a table, for spreadsheets",
    ".csv",
    {"entries": _entries, "statements": _statements, "terms": _terms, "scenarios": _scenarios},
)
