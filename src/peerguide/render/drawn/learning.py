"""How learning goes as a person at a terminal sees it: figures beside bars, a forecast, a calendar."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from rich.text import Text

from peerguide.progress.statistics import BACK
from peerguide.render.drawn import draw
from peerguide.render.drawn.charts import FULL, bar, draw_calendar, draw_matrix, matrix_width
from peerguide.render.figures import (
    CARRIED_OVER,
    NOTHING,
    due,
    first_step,
    gone,
    known,
    known_best,
    more,
    not_asked,
    orphaned,
    practiced,
    share_of,
    steps,
    taken,
)
from peerguide.render.layout import label_column
from peerguide.render.text import safe
from peerguide.render.times import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from peerguide.progress.learning import (
        KindLearning,
        Learning,
        LearningOfAll,
        Mixed,
        Orphans,
        Subject,
        ValueLearning,
    )
    from peerguide.render.layout import Sheet

LENGTH, SHORTEST, LONGEST = 10, 6, 24
"""The length of a bar beside figures, of one where there is little room, and of the longest in the forecast, in cells."""

INDENT = 2

LISTED = 10
"""As many pairs are listed at most where there is no room for a matrix."""


@draw.register
def _learning_of_all_drawing(entry: LearningOfAll, sheet: Sheet) -> None:
    for place, guide in enumerate(entry.guides):
        if place:
            sheet.gap()
        draw(guide, sheet)


@draw.register
def _learning_drawing(entry: Learning, sheet: Sheet) -> None:
    if entry.title:
        sheet.write(safe(entry.title), "heading")
    if not entry.total.answers:
        sheet.write(NOTHING, "title")
        _draw_steps([first_step(entry)], sheet)
        return
    sheet.write(known(entry), "title")
    for sentence in filter(None, (known_best(entry), practiced(entry))):
        sheet.write(sentence)
    _draw_values(entry, sheet)
    _draw_kinds(entry.kinds, sheet)
    _draw_mixed(entry.mixed, sheet)
    _draw_forecast(entry, sheet)
    _head("Days practiced", sheet)
    draw_calendar(entry.calendar, entry.today, entry.today - timedelta(days=BACK - 1), sheet)
    _head("What comes next", sheet)
    sheet.write(due(entry))
    _draw_steps(steps(entry), sheet)
    if told := gone(entry):
        sheet.gap()
        sheet.write(told, "cite")


def _head(text: str, sheet: Sheet) -> None:
    sheet.gap()
    sheet.write(text, "heading")


def _draw_steps(rows: list[tuple[str, str]], sheet: Sheet) -> None:
    column = label_column(command for command, _shows in rows)
    for command, shows in rows:
        sheet.hang(Text(command, "command"), Text(shows), column)


def _draw_values(entry: Learning, sheet: Sheet) -> None:
    """Each value with its bars: in one line where there is room, else with the bars below the name."""
    if not entry.asked:
        return
    _head("By value", sheet)
    column = label_column(_number_of(one.value) for one in entry.asked)
    named = column + label_column(safe(one.value.name) for one in entry.asked)
    figures = 1 + label_column(share_of(one.tally.correct, one.tally.answers) for one in entry.asked)
    length = min(LENGTH, (sheet.width - named - figures - len(" 100%")) // 2)
    if length >= SHORTEST:
        _draw_value_lines(entry.asked, (column, named, named + length + figures), length, sheet)
    else:
        for one in entry.asked:
            _draw_value_stacked(one, column, sheet)
    if sentence := not_asked(entry):
        sheet.write(sentence, "cite")


def _draw_value_lines(
    values: Iterable[ValueLearning], columns: tuple[int, int, int], length: int, sheet: Sheet
) -> None:
    """The values, a line each; the columns are where names, right answers and what is remembered begin."""
    column, named, second = columns
    heads = Text(" " * named + "right", "cite")
    heads.pad_right(second - heads.cell_len)
    sheet.lines.append(Text.assemble(heads, ("remembered", "cite")))
    for one in values:
        line = Text.assemble(_number(one.value, column), "  ", safe(one.value.name))
        for place, figures in ((named, _right(one, length)), (second, _remembered(one, length))):
            if figures:
                line.pad_right(place - line.cell_len)
                line.append_text(figures)
        sheet.lines.append(line)


def _draw_value_stacked(one: ValueLearning, column: int, sheet: Sheet) -> None:
    sheet.hang(_number(one.value, column), Text(safe(one.value.name)), column)
    for figures, what in ((_right(one, LENGTH), "right"), (_remembered(one, LENGTH), "remembered")):
        if figures:
            sheet.write_text(Text.assemble(figures, f" {what}"), indent=column)


def _number(value: Subject, column: int) -> Text:
    return Text(f"{_number_of(value):>{column - 2}}", "ref")


def _number_of(value: Subject) -> str:
    """The number of a value; nothing for the guide as a whole."""
    return "" if value.number is None else str(value.number)


def _right(one: ValueLearning, length: int) -> Text:
    counted = share_of(one.tally.correct, one.tally.answers)
    return Text.assemble(bar(one.tally.share, length, "done"), " ", counted)


def _remembered(one: ValueLearning, length: int) -> Text:
    """How well a value is remembered; nothing where that is not known."""
    if one.memory is None:
        return Text()
    return Text.assemble(bar(one.memory, length, "memory"), f" {int(one.memory * 100)}%")


def _draw_kinds(kinds: Iterable[KindLearning], sheet: Sheet) -> None:
    _head("By kind of question", sheet)
    kinds = tuple(kinds)
    named = label_column(safe(one.tally.name) for one in kinds)
    figures = [share_of(one.tally.correct, one.tally.answers) for one in kinds]
    column = named + LENGTH + 1 + label_column(figures)
    for one, counted in zip(kinds, figures, strict=True):
        label = Text(safe(one.tally.name), "label")
        label.pad_right(named - label.cell_len)
        label = Text.assemble(label, bar(one.tally.share, LENGTH, "done"), " ", counted)
        sheet.hang(label, Text(one.asks, "cite"), column)


def _draw_mixed(mixed: tuple[Mixed, ...], sheet: Sheet) -> None:
    """What was taken for what: values in a matrix where there is room for it, terms in a list."""
    if not mixed:
        return
    _head("Taken for one another", sheet)
    values = tuple(one for one in mixed if one.key.number is not None)
    if values and not _draw_values_mixed(values, sheet):
        _draw_pairs(values, sheet)
    _draw_pairs(tuple(one for one in mixed if one.key.number is None), sheet)


def _draw_pairs(mixed: tuple[Mixed, ...], sheet: Sheet) -> None:
    for one in mixed[:LISTED]:
        sheet.write(taken(one))
    if sentence := more(mixed, LISTED):
        sheet.write(sentence, "cite")


def _draw_values_mixed(mixed: tuple[Mixed, ...], sheet: Sheet) -> bool:
    """Draw the matrix, its rows with the values' names if possible, and say whether there was room for it."""
    counts = {(one.key.ref, one.chosen.ref): one.count for one in mixed}
    asked, chosen = _by_number(one.key for one in mixed), _by_number(one.chosen for one in mixed)
    columns = {subject.ref: str(subject.number) for subject in chosen}
    number = label_column(str(subject.number) for subject in asked) - 2
    for name in ("  {}", ""):
        rows = {one.ref: f"{one.number:>{number}}{name.format(safe(one.name))}" for one in asked}
        if matrix_width(counts, list(rows.values()), list(columns.values())) <= sheet.width:
            sheet.write("Each row is the value asked for, each column the one chosen instead.", "cite")
            draw_matrix(counts, rows, columns, sheet)
            return True
    return False


def _by_number(subjects: Iterable[Subject]) -> list[Subject]:
    return sorted(set(subjects), key=lambda subject: (subject.number or 0, subject.ref))


def _draw_forecast(entry: Learning, sheet: Sheet) -> None:
    _head(f"Questions that come in the next {len(entry.forecast)} days", sheet)
    most = max(entry.forecast.values())
    column = label_column(map(_short, entry.forecast))
    room = sheet.width - (column if column <= sheet.width // 2 else INDENT) - len(f" {most}")
    for day, cards in entry.forecast.items():
        label = Text("today" if day == entry.today else _short(day), "label")
        filled = max(1, round(max(1, min(LONGEST, room)) * cards / most)) if cards else 0
        sheet.hang(label, Text(f"{FULL * filled} {cards}".strip(), "done" if cards else "cite"), column)


def _short(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day:>2} {MONTHS[day.month - 1][:3]}"


@draw.register
def _orphans_drawing(entry: Orphans, sheet: Sheet) -> None:
    sheet.write(orphaned(entry), "title")
    column = label_column(safe(one.card) for one in entry.cards)
    for one in entry.cards:
        sheet.hang(Text(safe(one.card), "ref"), Text(str(one.answers)), column)
    if entry.cards:
        sheet.gap()
        sheet.write(CARRIED_OVER)
