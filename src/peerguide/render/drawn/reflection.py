"""A reflection as a person at a terminal sees it: a statement at a time, and a picture by value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from peerguide.progress.reflection.responses import FREQUENCIES
from peerguide.render.drawn import draw
from peerguide.render.drawn.charts import place_in
from peerguide.render.drawn.worded import in_plain_words
from peerguide.render.layout import label_column
from peerguide.render.reflections import (
    KEYS,
    before,
    beginning,
    choices,
    closing,
    gone,
    item_text,
    left,
    left_steps,
    nothing_seldom,
    open_values,
    picture_steps,
    promise,
    read_on,
    taken,
    taken_up,
    title,
    value_name,
)
from peerguide.render.text import safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from peerguide.progress.reflection.going import AskedStatement, Beginning, Left, ReflectionKeys, Taken
    from peerguide.progress.reflection.picture import Picture, Said, ValuePicture
    from peerguide.progress.reflection.responses import Frequency
    from peerguide.render.layout import Sheet

INDENT = 2

APART = 3
"""So many cells stand between two short texts on one line."""

MARKS: Mapping[Frequency | None, str] = {
    "as a habit": "█",
    "often": "▆",
    "sometimes": "▃",
    "not yet": "▁",
    "does not apply": "/",
    None: ".",
}
"""How a statement looks in the picture: the more often it is so, the higher."""

MEANINGS: Mapping[Frequency | None, str] = {**{answer: answer for answer in FREQUENCIES}, None: "no answer"}


@draw.register
def _beginning_drawing(entry: Beginning, sheet: Sheet) -> None:
    sheet.write(beginning(entry), "title")
    sheet.write(promise(entry))
    if sentence := taken_up(entry):
        sheet.write(sentence, "cite")


@draw.register
def _asked_drawing(entry: AskedStatement, sheet: Sheet) -> None:
    sheet.write("")
    place = f"{entry.number} of {entry.total}  {value_name(entry.item.value)}"
    sheet.write_text(place_in(entry.number - 1, entry.total, place, sheet.width))
    item = entry.item
    body = Text(item_text(item))
    if item.wording.beside:
        body = Text("\n").join([body, in_plain_words(safe(item.wording.beside))])
    sheet.hang(Text(f"  {item.ref}", "ref"), body, label_column([f"  {item.ref}"]))
    if sentence := before(entry):
        sheet.write(sentence, "cite", indent=INDENT)
    _draw_side_by_side(
        [Text.assemble((number, "ref"), " ", answer) for number, answer in choices()], INDENT, sheet
    )
    if entry.first:
        sheet.write("Type a number and press Enter; ? shows what else you can type.", "cite", indent=INDENT)


def _draw_side_by_side(texts: Iterable[Text], indent: int, sheet: Sheet) -> None:
    """Draw short texts after one another, none of them broken between two lines where a line has room for it."""
    line = Text()
    for text in texts:
        if line and indent + line.cell_len + APART + text.cell_len > sheet.width:
            sheet.write_text(line, indent)
            line = Text()
        line = Text.assemble(line, " " * APART if line else "", text)
    sheet.write_text(line, indent)


@draw.register
def _taken_drawing(entry: Taken, sheet: Sheet) -> None:
    sheet.write_text(Text.assemble((entry.response.ref, "ref"), "  ", (taken(entry), "done")), indent=INDENT)


@draw.register
def _keys_drawing(entry: ReflectionKeys, sheet: Sheet) -> None:  # noqa: ARG001 - chosen by its type
    column = label_column(key for key, _does in KEYS) + INDENT
    for key, does in KEYS:
        sheet.hang(Text(f"  {key}", "ref"), Text(does), column)


@draw.register
def _left_drawing(entry: Left, sheet: Sheet) -> None:
    sheet.write(left(entry))
    draw_steps(left_steps(entry), sheet)


def draw_steps(steps: Sequence[tuple[str, str]], sheet: Sheet) -> None:
    """Draw the commands to go on with, and what each does."""
    column = label_column(command for command, _does in steps)
    for command, does in steps:
        sheet.hang(Text(command, "command"), Text(does), column)


# The picture


@draw.register
def _picture_drawing(entry: Picture, sheet: Sheet) -> None:
    sheet.write(title(entry), "title")
    sheet.gap()
    _draw_values(entry, sheet)
    for sentence in filter(None, (open_values(entry), gone(entry))):
        sheet.write(sentence, "cite")
    _draw_said("What goes well", entry.strengths, sheet)
    _draw_said("What to look at next", entry.suggestions, sheet, entry.program)
    if told := nothing_seldom(entry):
        sheet.gap()
        sheet.write(told)
    sheet.gap()
    sheet.write(closing(entry))
    draw_steps(picture_steps(entry), sheet)


def _draw_values(entry: Picture, sheet: Sheet) -> None:
    """A mark for each statement, the values below each other, and what the marks mean."""
    drawn = [(_marks(one), one) for one in entry.shown]
    column = label_column(marks for marks, _one in drawn)
    for marks, one in drawn:
        sheet.hang(Text(marks, "done"), Text(value_name(one.value)), column)
    used = {answer for one in entry.shown for answer in one.answers}
    sheet.gap()
    meant = [f"{mark} {MEANINGS[answer]}" for answer, mark in MARKS.items() if answer in used]
    _draw_side_by_side([Text(meaning, "cite") for meaning in meant], 0, sheet)


def _marks(one: ValuePicture) -> str:
    return " ".join(mark for answer, mark in MARKS.items() for _each in range(one.count(answer)))


def _draw_said(heading: str, said: Iterable[Said], sheet: Sheet, program: str | None = None) -> None:
    """Statements with what was said of them; with a program, also the commands that show them."""
    known = list(said)
    if known:
        sheet.gap()
        sheet.write(heading, "heading")
    column = label_column(one.item.ref for one in known)
    for one in known:
        body = Text.assemble((f"{one.response.answer}: ", "label"), item_text(one.item))
        if one.response.note:
            body.append(f"\nYour note: {safe(one.response.note)}")
        if program:
            body.append(f"\n{read_on(one, program)}", "command")
        sheet.hang(Text(one.item.ref, "ref"), body, column)
