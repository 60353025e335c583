"""Practices and supervisor roles as a person at a terminal sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from peerguide.render.drawn import draw
from peerguide.render.drawn.pieces import draw_source, labelled, ref_text
from peerguide.render.drawn.worded import statement_text, worded_text
from peerguide.render.layout import label_column
from peerguide.render.phrases import HEADINGS, LISTED_BY, OF_ALL, fitting, value_label
from peerguide.render.text import safe

if TYPE_CHECKING:
    from peerguide.corpus.model.common import StatementKind
    from peerguide.corpus.model.lists import ItemView, StatementList, StatementView
    from peerguide.corpus.model.values import Statement, ValueName
    from peerguide.render.layout import Sheet


@draw.register
def _statement_list_drawing(entry: StatementList, sheet: Sheet) -> None:
    for group in entry.groups:
        sheet.gap()
        _draw_value_name(group.value, sheet)
        draw_statements(entry.kind, group.statements, sheet, group.title)
    draw_source(entry.source, sheet)


@draw.register
def _statement_view_drawing(entry: StatementView, sheet: Sheet) -> None:
    statement = entry.statement
    _draw_value_name(entry.value, sheet)
    sheet.write(HEADINGS[statement.kind][:-1], statement.kind)
    column = label_column([statement.ref])
    sheet.hang(ref_text(statement.ref), statement_text(statement), column)
    _draw_items(statement, sheet, column)
    sheet.gap()
    if entry.also:
        sheet.write_text(labelled(fitting(entry.value), entry.also))
    draw_source(entry.source, sheet)


@draw.register
def _item_view_drawing(entry: ItemView, sheet: Sheet) -> None:
    if entry.statement.items_name:
        sheet.write(safe(entry.statement.items_name), "title")
    sheet.hang(
        ref_text(entry.item.ref),
        worded_text(entry.item.text, entry.item.wording),
        label_column([entry.item.ref]),
    )
    sheet.gap()
    owner = Text.assemble((f"{LISTED_BY} ", "label"), (f"{entry.statement.ref} ", "ref"))
    sheet.write_text(owner.append(safe(entry.statement.text)))
    if entry.also:
        sheet.write_text(labelled(fitting(None), entry.also))
    draw_source(entry.source, sheet)


def _draw_value_name(value: ValueName | None, sheet: Sheet) -> None:
    if value is None:
        sheet.write(OF_ALL, "title")
        return
    label = value_label(value)
    sheet.hang(ref_text(label), Text(safe(value.name), "title"), label_column([label]))


def draw_statements(
    kind: StatementKind, statements: tuple[Statement, ...], sheet: Sheet, title: str | None = None
) -> None:
    """Draw statements of a kind under their heading, or under the title that their document gives them."""
    if statements:
        sheet.write(safe(title or HEADINGS[kind]), kind)
    column = label_column(statement.ref for statement in statements)
    for statement in statements:
        sheet.hang(ref_text(statement.ref), statement_text(statement), column)
        _draw_items(statement, sheet, column)


def _draw_items(statement: Statement, sheet: Sheet, indent: int) -> None:
    """What a statement lists, set in under it."""
    if statement.items_name:
        sheet.write(safe(statement.items_name), "label", indent=indent)
    refs = [" " * indent + item.ref for item in statement.items]
    for ref, item in zip(refs, statement.items, strict=True):
        sheet.hang(ref_text(ref), worded_text(item.text, item.wording), label_column(refs))
