"""What an official wording covers, and how it was read, as a person at a terminal sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from peerguide.render.drawn import draw
from peerguide.render.layout import label_column
from peerguide.render.text import safe
from peerguide.render.wordings import (
    LISTED,
    brief,
    exactness,
    lacking,
    left_over,
    more_left,
    outcome,
    place_of,
    repairs_by_kind,
    show_step,
    source,
    standing,
    terms_lacking,
    totals,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from peerguide.corpus.model.common import Citation
    from peerguide.render.layout import Sheet
    from peerguide.wording.coverage import Coverage, Share, ValueCoverage
    from peerguide.wording.model import Leftover, Repair
    from peerguide.wording.results import WordingReport, WordingStatus

PRACTICES, ROLES, TERMS = "practices", "roles", "Glossary terms"
"""The heads of the columns, and the label of the last line."""


@draw.register
def _report_drawing(entry: WordingReport, sheet: Sheet) -> None:
    sheet.write(outcome(entry), "title")
    backup = [("backup", safe(entry.backup))] if entry.backup else []
    _draw_facts([*source(entry.document, entry.kept.copy), *backup], sheet)
    _draw_coverage(entry.coverage, entry.document, sheet)
    _draw_leftovers(entry.kept.reading.leftovers, sheet)
    _draw_repairs(entry.kept.reading.repairs, sheet)
    if not entry.dry_run:
        _draw_step(show_step(entry), "an entry in both wordings", sheet)


@draw.register
def _status_drawing(entry: WordingStatus, sheet: Sheet) -> None:
    sheet.write(standing(entry), "title")
    if entry.kept is None:
        _draw_step(f"{entry.program} wording import FILE", "to bring in yours", sheet)
        return
    _draw_facts([*source(entry.document, entry.kept.copy), ("kept in", safe(entry.file))], sheet)
    _draw_coverage(entry.coverage, entry.document, sheet)
    if entry.kept.reading.leftovers:
        sheet.gap()
        sheet.write(f"{left_over(entry.kept.reading.leftovers)}; --json has them.", "cite")


def _draw_facts(facts: Iterable[tuple[str, str]], sheet: Sheet) -> None:
    facts = list(facts)
    column = label_column(label for label, _fact in facts)
    for label, fact in facts:
        sheet.hang(Text(label, "label"), Text(fact), column)


def _draw_step(command: str, shows: str, sheet: Sheet) -> None:
    sheet.gap()
    sheet.hang(Text(command, "command"), Text(shows), label_column([command]))


def _draw_coverage(coverage: Coverage, document: Citation | None, sheet: Sheet) -> None:
    """What was found value by value: in columns where there is room, else below the names."""
    sheet.gap()
    sheet.write(totals(coverage))
    if told := exactness(coverage, document):
        sheet.write(told)
    sheet.gap()
    column = label_column(str(value.number) for value in coverage.values)
    named = column + label_column([TERMS, *(safe(value.name) for value in coverage.values)])
    if named + len(PRACTICES) + 2 + len(ROLES) <= sheet.width:
        _draw_columns(coverage, column, named, sheet)
    else:
        _draw_stacked(coverage, column, sheet)


def _draw_columns(coverage: Coverage, column: int, named: int, sheet: Sheet) -> None:
    """The columns are where names begin and where the figures beside them do."""
    sheet.lines.append(_row(Text(style="cite"), named, PRACTICES, ROLES))
    for value in coverage.values:
        label = Text.assemble(_number(value, column), "  ", safe(value.name))
        sheet.lines.append(_row(label, named, _short(value.practices), _short(value.roles)))
        _draw_lacking(lacking(value), column, sheet)
    if coverage.terms.share.of:
        sheet.lines.append(_row(Text(" " * column + TERMS), named, _short(coverage.terms.share)))
        _draw_lacking(terms_lacking(coverage.terms), column, sheet)


def _draw_stacked(coverage: Coverage, column: int, sheet: Sheet) -> None:
    for value in coverage.values:
        sheet.hang(_number(value, column), Text(safe(value.name)), column)
        sheet.write(f"{_short(value.practices)} {PRACTICES}  {_short(value.roles)} {ROLES}", indent=column)
        _draw_lacking(lacking(value), column, sheet)
    if coverage.terms.share.of:
        sheet.write(f"{TERMS}: {_short(coverage.terms.share)}", indent=column)
        _draw_lacking(terms_lacking(coverage.terms), column, sheet)


def _number(value: ValueCoverage, column: int) -> Text:
    return Text(f"{value.number:>{column - 2}}", "ref")


def _row(label: Text, named: int, practices: str, roles: str = "") -> Text:
    """A label, and from the given column on the figures for practices and for roles."""
    line = label.copy()
    line.pad_right(named - line.cell_len)
    line.append(f"{practices:<{len(PRACTICES) + 2}}{roles}".rstrip())
    return line


def _draw_lacking(told: str | None, column: int, sheet: Sheet) -> None:
    if told:
        sheet.write(told, "missed", indent=column)


def _short(share: Share) -> str:
    return f"{share.found}/{share.of}"


def _draw_leftovers(leftovers: Sequence[Leftover], sheet: Sheet) -> None:
    if not leftovers:
        return
    sheet.gap()
    sheet.write(left_over(leftovers), "heading")
    for leftover in leftovers[:LISTED]:
        sheet.hang_first(Text(place_of(leftover), "ref"), Text(brief(leftover.text)))
    if told := more_left(leftovers):
        sheet.write(told, "cite")


def _draw_repairs(repairs: Sequence[Repair], sheet: Sheet) -> None:
    if not repairs:
        return
    sheet.gap()
    sheet.write("Put right on the way", "heading")
    for count, places in repairs_by_kind(repairs):
        sheet.hang_first(Text(count, "label"), Text(", ".join(places)))
