"""Entries in both wordings as a person at a terminal sees them: side by side where there is room, else one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from peerguide.corpus.names.known import NOUNS
from peerguide.render.drawn import draw
from peerguide.render.drawn.entries import GUTTER, STACKED
from peerguide.render.layout import label_column
from peerguide.render.phrases import HEADINGS
from peerguide.render.text import paragraphs, safe
from peerguide.render.wordings import absence, names_lacking, page_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peerguide.render.layout import Sheet
    from peerguide.wording.pairs import EntryWordings, Pair, ValueWordings

OFFICIAL, PLAIN = "Official wording", "Plain words"
"""The heads of the two columns."""


@draw.register
def _entry_wordings_drawing(entry: EntryWordings, sheet: Sheet) -> None:
    name = Text(safe(entry.name), "title")
    if entry.value and entry.kind in HEADINGS:
        sheet.hang(Text(entry.value, "ref"), name, label_column([entry.value]))
        sheet.write(NOUNS[entry.kind].capitalize(), entry.kind)
    else:
        sheet.write_text(name)
    column = 0 if entry.kind == "term" else label_column(pair.ref for pair in (entry.pair, *entry.items))
    _draw_heads(column, sheet)
    _draw_pairs([entry.pair], column, sheet)
    if entry.items:
        sheet.gap()
        sheet.write(safe(entry.items_name or ""), "label")
        _draw_pairs(entry.items, column, sheet)
    _draw_copy(entry.copy, sheet)


@draw.register
def _value_wordings_drawing(entry: ValueWordings, sheet: Sheet) -> None:
    name = Text(safe(entry.copy_name or entry.name), "title")
    sheet.hang(Text(str(entry.number), "ref"), name, label_column([str(entry.number)]))
    if theme := entry.copy_theme or entry.theme:
        sheet.write(safe(theme), "theme")
    for told in names_lacking(entry):
        sheet.write(told, "missed")
    column = label_column(pair.ref for pair in (entry.meaning, *entry.practices, *entry.roles))
    _draw_heads(column, sheet)
    _draw_pairs([entry.meaning], column, sheet)
    for heading, style, pairs in (
        (HEADINGS["practice"], "practice", entry.practices),
        (HEADINGS["role"], "role", entry.roles),
    ):
        if pairs:
            sheet.gap()
            sheet.write(heading, style)
            _draw_pairs(pairs, column, sheet)
    _draw_copy(entry.copy, sheet)


def _widths(column: int, sheet: Sheet) -> tuple[int, int] | None:
    """The widths of the two columns, the first with the refs before it; None where there is no room for two."""
    if sheet.width <= STACKED:
        return None
    plain = (sheet.width - column - GUTTER) // 2
    return sheet.width - GUTTER - plain, plain


def _draw_heads(column: int, sheet: Sheet) -> None:
    sheet.gap()
    widths = _widths(column, sheet)
    if widths:
        official, plain = (sheet.part(width) for width in widths)
        official.write(OFFICIAL, "heading", indent=column)
        plain.write(PLAIN, "heading")
        sheet.beside(official, plain, GUTTER)


def _draw_pairs(pairs: Sequence[Pair], column: int, sheet: Sheet) -> None:
    """Each text in both wordings, from the given column on; a pair of texts apart from the next."""
    widths = _widths(column, sheet)
    for number, pair in enumerate(pairs):
        if number:
            sheet.gap()
        if widths:
            official, plain = (sheet.part(width) for width in widths)
            _hang(pair.ref, _official(pair), column, official)
            plain.write_text(_paragraphs(pair.plain))
            sheet.beside(official, plain, GUTTER)
        else:
            below = Text.assemble((f"{PLAIN}: ", "label"), _paragraphs(pair.plain))
            _hang(pair.ref, Text("\n").join([_official(pair), below]), column, sheet)


def _hang(ref: str, body: Text, column: int, sheet: Sheet) -> None:
    """A text beside its ref; without the ref where no column is kept for it."""
    if column:
        sheet.hang(Text(ref, "ref"), body, column)
    else:
        sheet.write_text(body)


def _official(pair: Pair) -> Text:
    """An official text and what there is to say of it, a line each."""
    passage = pair.official
    if passage is None:
        return Text(absence(pair), "missed")
    told = [_paragraphs(passage.text)]
    told += [Text(f"Footnote: {safe(note)}", "cite") for note in passage.notes]
    page = page_of(passage)
    return Text("\n").join([*told, Text(page, "cite")] if page else told)


def _paragraphs(text: str) -> Text:
    return Text("\n\n").join([Text(paragraph) for paragraph in paragraphs(text)])


def _draw_copy(copy: str, sheet: Sheet) -> None:
    sheet.gap()
    sheet.write(f"{OFFICIAL}: {safe(copy)}", "cite")
