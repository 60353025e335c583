"""Entries of the corpus as a person at a terminal sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from peerguide.corpus.credits import UNOFFICIAL
from peerguide.render.drawn import draw
from peerguide.render.drawn.pieces import draw_source, labelled, ref_text
from peerguide.render.drawn.statements import draw_statements
from peerguide.render.drawn.worded import draw_worded
from peerguide.render.layout import label_column
from peerguide.render.phrases import (
    facts,
    holdings,
    labelled_facts,
    value_label,
)
from peerguide.render.text import safe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from peerguide.corpus.model.glossary import Term, TermList
    from peerguide.corpus.model.lists import ValueList
    from peerguide.corpus.model.reports import Overview, Report
    from peerguide.corpus.model.sources import Source, SourceList
    from peerguide.corpus.model.values import Value
    from peerguide.render.layout import Sheet

STACKED = 60
"""Up to this width, in cells, practices and supervisor roles stand one after the other."""

GUTTER = 4


@draw.register
def _overview_drawing(entry: Overview, sheet: Sheet) -> None:
    sheet.write(f"peerguide: {safe(entry.title)}", "title")
    sheet.write(f"It holds {holdings(entry)}.")
    sheet.gap()
    commands = [
        (f"peerguide {command}", shows) for command, shows in (*entry.tries, ("--help", "every command"))
    ]
    column = label_column(command for command, _shows in commands)
    for command, shows in commands:
        sheet.hang(Text(command, "command"), Text(shows), column)
    if entry.shipped:
        sheet.gap()
        sheet.write(UNOFFICIAL, "cite")


@draw.register
def _value_list_drawing(entry: ValueList, sheet: Sheet) -> None:
    column = label_column(value.ref for value in entry.values)
    named = label_column(safe(value.name) for value in entry.values)
    widest = column + named + label_column(safe(value.theme or "") for value in entry.values)
    for value in entry.values:
        name, theme = Text(safe(value.name), "title"), Text(safe(value.theme or ""), "theme")
        if not value.theme:
            body = name
        elif widest <= sheet.width + 2:
            name.pad_right(named - name.cell_len)
            body = Text.assemble(name, theme)
        else:
            body = Text("\n").join([name, theme])
        sheet.hang(ref_text(value.ref), body, column)
    draw_source(entry.source, sheet)


@draw.register
def _value_drawing(entry: Value, sheet: Sheet) -> None:
    label = value_label(entry)
    sheet.hang(ref_text(label), Text(safe(entry.name), "title"), label_column([label]))
    if entry.theme:
        sheet.write(safe(entry.theme), "theme")
    sheet.gap()
    draw_worded(entry.meaning, entry.wording, sheet)
    if entry.practices or entry.roles:
        sheet.gap()
        _draw_both_parts(entry, sheet)
    if entry.also:
        sheet.gap()
        sheet.write_text(labelled("Its meaning would also fit", entry.also, refs=False))
    if entry.confused_with:
        sheet.gap()
        sheet.write("Easily confused with", "heading")
        column = label_column(confusion.ref for confusion in entry.confused_with)
        for confusion in entry.confused_with:
            body = Text.assemble((safe(confusion.name), "label"), ". ", safe(confusion.why))
            sheet.hang(ref_text(confusion.ref), body, column)
    if entry.terms:
        sheet.gap()
        sheet.write_text(labelled("Terms", entry.terms, refs=False))
    draw_source(entry.source, sheet)


def _draw_both_parts(value: Value, sheet: Sheet) -> None:
    """Practices and supervisor roles, side by side where there is room."""
    side_by_side = sheet.width > STACKED and bool(value.practices and value.roles)
    width = (sheet.width - GUTTER) // 2 if side_by_side else sheet.width
    practices, roles = sheet.part(width), sheet.part(width)
    draw_statements("practice", value.practices, practices)
    draw_statements("role", value.roles, roles)
    if side_by_side:
        sheet.beside(practices, roles, GUTTER)
    else:
        sheet.below(practices, roles)


@draw.register
def _term_list_drawing(entry: TermList, sheet: Sheet) -> None:
    column = label_column(term.ref for term in entry.terms)
    for term in entry.terms:
        sheet.hang(ref_text(term.ref), Text(safe(term.name)), column)
    draw_source(entry.source, sheet)


@draw.register
def _term_drawing(entry: Term, sheet: Sheet) -> None:
    sheet.write(safe(entry.name), "title")
    if entry.aliases:
        sheet.write(f"Also: {', '.join(map(safe, entry.aliases))}", "theme")
    sheet.gap()
    draw_worded(entry.definition, entry.wording, sheet)
    sheet.gap()
    if entry.see_also:
        sheet.write_text(labelled("See also", entry.see_also, refs=False))
    if entry.used_by:
        sheet.write_text(labelled("Values that use it", entry.used_by))
    if entry.cites:
        sheet.gap()
        sheet.write("What the document cites", "heading")
        _draw_sources(entry.cites, sheet)
    draw_source(entry.source, sheet)


@draw.register
def _source_list_drawing(entry: SourceList, sheet: Sheet) -> None:
    _draw_sources(entry.sources, sheet)
    sheet.gap()
    sheet.write(UNOFFICIAL, "cite")


@draw.register
def _source_drawing(entry: Source, sheet: Sheet) -> None:
    sheet.write(safe(entry.title), "title")
    if facts(entry):
        sheet.write(facts(entry), "theme")
    sheet.gap()
    rows = [
        ("What it is", entry.about),
        ("How to get it", entry.obtain),
        ("Address", entry.address),
        ("Terms of use", entry.terms_of_use),
        ("Note", entry.note),
    ]
    column = label_column(label for label, _text in rows)
    for label, text in rows:
        if text:
            sheet.hang(Text(label, "label"), Text(safe(text)), column)
    sheet.gap()
    sheet.write(UNOFFICIAL, "cite")


@draw.register
def _report_drawing(entry: Report, sheet: Sheet) -> None:
    if entry.sentence:
        sheet.write(safe(entry.sentence), "title")
    facts = labelled_facts(entry)
    column = label_column(label for label, _fact in facts)
    for label, fact in facts:
        sheet.hang(Text(label, "label"), Text(fact), column)


def _draw_sources(sources: Iterable[Source], sheet: Sheet) -> None:
    for source in sources:
        sheet.hang_first(Text(source.ref, "ref"), Text(safe(source.title), "label"))
        details = ", ".join(filter(None, [facts(source), source.address and safe(source.address)]))
        if details:
            sheet.write(details, indent=2)
