"""Reflections beside one another as a person at a terminal sees them: all there have been, and two views of one part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from peerguide.render.beside import (
    HEADINGS,
    LISTED,
    NEITHER,
    NOTHING,
    QUESTIONS,
    UNLIKE,
    alike,
    both,
    change,
    changes,
    compared,
    history_step,
    more,
    notes,
    notes_of,
    pair_text,
    past,
    refs,
    since,
    view_of,
)
from peerguide.render.drawn import draw
from peerguide.render.drawn.reflection import draw_steps
from peerguide.render.layout import label_column
from peerguide.render.reflections import item_text
from peerguide.render.text import safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peerguide.progress.reflection.comparing import Comparison, Pair
    from peerguide.progress.reflection.past import Changes, ReflectionHistory
    from peerguide.render.layout import Sheet


@draw.register
def _history_drawing(entry: ReflectionHistory, sheet: Sheet) -> None:
    if not entry.reflections:
        sheet.write(NOTHING, "title")
    column = label_column(str(one.reflection.number) for one in entry.reflections)
    for one in entry.reflections:
        sheet.hang(Text(f"{one.reflection.number:>{column - 2}}", "ref"), Text(past(one)), column)
    if entry.changes:
        _draw_changes(entry.changes, sheet)
    sheet.gap()
    draw_steps([history_step(entry)], sheet)


def _draw_changes(entry: Changes, sheet: Sheet) -> None:
    sheet.gap()
    sheet.write(since(entry), "title")
    for heading, found in changes(entry):
        _head(heading, sheet)
        column = label_column(one.item.ref for one in found[:LISTED])
        for one in found[:LISTED]:
            body = Text.assemble((f"{change(one)}: ", "label"), item_text(one.item))
            sheet.hang(Text(one.item.ref, "ref"), body, column)
        if sentence := more(found):
            sheet.write(sentence, "cite")


@draw.register
def _comparison_drawing(entry: Comparison, sheet: Sheet) -> None:
    sheet.write(compared(entry), "title")
    for view in entry.views:
        sheet.write(view_of(view), "cite")
    sheet.write(NEITHER)
    for relation in UNLIKE:
        if pairs := entry.of(relation):
            _head(HEADINGS[relation], sheet)
            _draw_pairs(pairs, entry, sheet)
    for heading, pairs, told in (
        (HEADINGS["alike"], entry.of("alike"), alike),
        (HEADINGS["answered by neither"], entry.of("answered by neither"), refs),
    ):
        if pairs:
            _head(f"{heading}: {len(pairs)}", sheet)
            sheet.write(told(pairs))
        for note in notes_of(pairs, entry):
            sheet.write(note, "cite")
    _head("To ask each other", sheet)
    for question in QUESTIONS:
        sheet.write(question)


def _head(text: str, sheet: Sheet) -> None:
    sheet.gap()
    sheet.write(text, "heading")


def _draw_pairs(pairs: Sequence[Pair], entry: Comparison, sheet: Sheet) -> None:
    column = label_column(safe(pair.ref) for pair in pairs[:LISTED])
    for pair in pairs[:LISTED]:
        body = Text.assemble((both(pair, entry), "label"), f"\n{pair_text(pair)}")
        for note in notes(pair, entry):
            body.append(f"\n{note}", "cite")
        sheet.hang(Text(safe(pair.ref), "ref"), body, column)
    if sentence := more(pairs):
        sheet.write(sentence, "cite")
