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

    from peerguide.corpus.model.crosswalk import End
    from peerguide.corpus.model.readings import Reading
    from peerguide.corpus.model.values import Statement
    from peerguide.export.selection import Selection

    Row = tuple[Any, ...]
    """The cells of a row, and the wording of its text."""

COLUMNS = ("ref", "kind", "value", "number", "name", "theme", "text", "page", "also", "repeats", "wording")
"""What the columns hold: `number`, `name` and `theme` are those of the value, or `name` that of the term, or of what an item is one of.
A practice of the guide as a whole has no value. Where both wordings are asked for, a column for the plain words follows."""

SCENARIO_COLUMNS = (
    "ref", "title", "values", "between", "for", "setting", "situation", "question", "A", "B", "C", "D", "best", "worst",
    "why A", "why B", "why C", "why D", "refs A", "refs B", "refs C", "refs D", "hard", "discuss", "law",
)  # fmt: skip
"""What the columns of the scenarios hold; `best` and `worst` name an option by its letter."""

READING_COLUMNS = (
    "ref", "kind", "reading", "section", "title", "text", "page", "last_page", "values", "terms", "source",
)  # fmt: skip
"""What the columns of the readings hold: `kind` is reading, section, fact or question; `section` is that of a fact."""

CROSSWALK_COLUMNS = ("ref", "from", "from_text", "closeness", "to", "to_text", "why")

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
    for statement in selection.practices_of_all():
        yield from _rows_of_all(statement, selection)


def _rows_of_all(statement: Statement, selection: Selection) -> Iterator[Row]:
    """A practice of the guide as a whole, then what it lists."""
    also = " ".join(statement.also)
    yield (
        statement.ref, "practice", None, None, None, None, statement.text, statement.page, also, None, statement.wording,
    )  # fmt: skip
    for one in statement.items:
        also = " ".join(selection.corpus.targets(one.ref, "also"))
        yield one.ref, "item", None, None, statement.items_name, None, one.text, None, also, None, one.wording


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


def _readings(selection: Selection) -> Iterator[str]:
    rows = (row for reading in selection.readings() for row in _reading_rows(reading))
    yield from _written(selection, READING_COLUMNS, rows)


def _reading_rows(reading: Reading) -> Iterator[tuple[Any, ...]]:
    """A reading, then its sections, facts and questions."""
    ref, name, source = reading.ref, reading.name, reading.source
    values, terms = (" ".join(one.ref for one in links) for links in (reading.values, reading.terms))
    cited = source.ref if source else None
    yield ref, "reading", None, None, name.title, name.summary, None, None, values, terms, cited
    for section in reading.sections:
        yield (
            section.ref, "section", ref, None, section.title, section.text, section.page, section.last_page, None, None, cited,
        )  # fmt: skip
    for fact in reading.facts:
        yield fact.ref, "fact", ref, fact.section, None, fact.text, fact.page, None, None, None, cited
    for question in reading.questions:
        yield question.ref, "question", ref, None, None, question.text, None, None, None, None, None


def _crosswalk(selection: Selection) -> Iterator[str]:
    rows = (
        (row.ref, *_end(row.begin), row.closeness, *_end(row.end), row.why)
        for group in selection.crosswalk()
        for row in group.rows
    )
    yield from _written(selection, CROSSWALK_COLUMNS, rows)


def _end(end: End | None) -> tuple[str | None, str | None]:
    return (end.ref, end.text) if end else (None, None)


def cell(content: object) -> str:
    """What stands in a cell: the text as it is, or with an apostrophe where it would be taken for a formula."""
    text = "" if content is None else str(content)
    return f"'{text}" if text.lstrip("'").startswith(FORMULA) else text


FORMAT = Format(
    "csv",
    "statements and terms as a table, for spreadsheets",
    ".csv",
    {
        "entries": _entries,
        "statements": _statements,
        "terms": _terms,
        "scenarios": _scenarios,
        "readings": _readings,
        "crosswalk": _crosswalk,
    },
)
