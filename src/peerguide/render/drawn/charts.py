"""Bars, a calendar and a matrix, drawn in characters. No colour is needed to read them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from rich.text import Text

from peerguide.render.layout import label_column
from peerguide.render.times import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from peerguide.render.layout import Sheet

FULL, EMPTY = "█", "░"

NO_DAY, SOME, MANY = ".", "•", "█"
"""How a day of the calendar looks: without answers, with some, with many."""

BUSY = 10
"""From this many answers a day counts as one with many."""

YEAR = 53
"""The weeks, each begun on a Monday, that hold a year."""

WEEK = timedelta(days=7)
DAY = timedelta(days=1)

PLACE = 24
"""The length of the bar that shows the place in a paper, in cells."""

MARGIN = 4
"""The width of the weekdays' names before the calendar, in cells."""


def bar(share: float, length: int, style: str) -> Text:
    """A share from 0 to 1 as a bar of this length, in cells; full only for all, empty only for none."""
    filled = round(share * length)
    filled = min(max(filled, 1 if share > 0 else 0), length - 1 if share < 1 else length)
    return Text.assemble((FULL * filled, style), (EMPTY * (length - filled), "cite"))


def place_in(done: int, total: int, label: str, width: int) -> Text:
    """How far one has come, as a bar with its figures."""
    length = min(PLACE, max(4, width - len(label) - 2))
    filled = round(length * done / total)
    return Text.assemble(("━" * filled, "done"), ("─" * (length - filled), "cite"), "  ", (label, "label"))


def draw_calendar(counts: Mapping[date, int], today: date, oldest: date, sheet: Sheet) -> None:
    """The days from `oldest` to `today` as a calendar: a column for each week, as many as there is room for."""
    step = 2 if sheet.width >= MARGIN + 2 * YEAR else 1
    weeks = max(1, min(YEAR, (sheet.width - MARGIN) // step))
    this_week = today - today.weekday() * DAY
    mondays = [this_week - ago * WEEK for ago in reversed(range(weeks))]
    sheet.lines.append(Text(" " * MARGIN + _months(mondays, step), "cite"))
    for weekday, name in enumerate(WEEKDAYS):
        days = (monday + weekday * DAY for monday in mondays)
        cells = [_day(counts.get(day, 0)) if oldest <= day <= today else Text(" ") for day in days]
        label = Text(name[:3] if weekday % 2 == 0 else "", "cite")
        label.pad_right(MARGIN - label.cell_len)
        line = Text.assemble(label, Text(" " * (step - 1)).join(cells))
        line.rstrip()
        sheet.lines.append(line)
    sheet.write(
        f"{NO_DAY} no answer   {SOME} fewer than {BUSY}   {MANY} {BUSY} or more", "cite", indent=MARGIN
    )


def _day(answers: int) -> Text:
    if not answers:
        return Text(NO_DAY, "cite")
    return Text(MANY if answers >= BUSY else SOME, "done")


def _months(mondays: Sequence[date], step: int) -> str:
    """The names of the months, each above the first week that begins in it, where the next one leaves room."""
    begins = [
        week for week, monday in enumerate(mondays) if not week or monday.month != mondays[week - 1].month
    ]
    line = ""
    for week, following in zip(begins, [*begins[1:], len(mondays) + 1], strict=True):
        name = MONTHS[mondays[week].month - 1][:3]
        if len(name) < (following - week) * step:
            line = line.ljust(week * step) + name
    return line[: len(mondays) * step]


def matrix_width(counts: Mapping[tuple[str, str], int], rows: Sequence[str], columns: Sequence[str]) -> int:
    """The width in cells that a matrix needs."""
    return label_column(rows) + _cell(counts, columns) * len(columns)


def draw_matrix(
    counts: Mapping[tuple[str, str], int],
    rows: Mapping[str, str],
    columns: Mapping[str, str],
    sheet: Sheet,
) -> None:
    """Counts by row and column, each given by its key with its label; a cell without a count has a dot."""
    margin, cell = label_column(rows.values()), _cell(counts, list(columns.values()))
    heads = "".join(label.rjust(cell) for label in columns.values())
    sheet.lines.append(Text.assemble(" " * margin, (heads, "ref")))
    for row, label in rows.items():
        line = Text(label)
        line.pad_right(margin - line.cell_len)
        for text, style in _cells([counts.get((row, column), 0) for column in columns]):
            line.append(text.rjust(cell), style)
        sheet.lines.append(line)


def _cells(counts: Sequence[int]) -> Iterator[tuple[str, str]]:
    for count in counts:
        yield (str(count), "label") if count else (NO_DAY, "cite")


def _cell(counts: Mapping[tuple[str, str], int], columns: Sequence[str]) -> int:
    return max(len(text) for text in (*map(str, counts.values()), *columns)) + 1
