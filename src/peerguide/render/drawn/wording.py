"""What an official wording covers, and how it was read, as a person at a terminal sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from peerguide.render.drawn import draw
from peerguide.render.layout import label_column
from peerguide.render.text import safe
from peerguide.render.wordings import (
    LISTED,
    LISTED_ITEMS,
    actions_lacking,
    actions_name,
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
from peerguide.wording.coverage import Share

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from peerguide.corpus.model.common import Citation
    from peerguide.render.layout import Sheet
    from peerguide.wording.coverage import Coverage, ValueCoverage
    from peerguide.wording.model import Leftover, Repair
    from peerguide.wording.results import WordingReport, WordingStatus

TERMS = "Glossary terms"

Figures = list[tuple[str, Share]]
"""What was found of something, each share under the head of its column."""


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
    rows = list(_rows(coverage))
    named = column + label_column(
        [*(row[0] for row in rows), *(safe(value.name) for value in coverage.values)]
    )
    heads = [head for head, _share in _figures(coverage, coverage.values[0])] if coverage.values else []
    if named + sum(len(head) + 2 for head in heads) - 2 <= sheet.width:
        _draw_columns(coverage, heads, (column, named), sheet)
    else:
        _draw_stacked(coverage, column, sheet)


def _figures(coverage: Coverage, value: ValueCoverage) -> Figures:
    """What was found of a value, in the columns that the guide has: its meaning where it has no statements under its values."""
    of_all = [("practices", [one.practices for one in coverage.values], value.practices)]
    of_all += [("roles", [one.roles for one in coverage.values], value.roles)]
    found = [(head, share) for head, every, share in of_all if any(one.of for one in every)]
    return found or [("meaning", Share(int(value.meaning), 1))]


def _rows(coverage: Coverage) -> Iterator[tuple[str, Share, str | None]]:
    """What stands under no value: what to call it, how much was found, what the copy does not have of it."""
    actions, terms = coverage.actions, coverage.terms
    if actions.practices.of:
        yield actions_name(actions), actions.practices, None if actions.items.of else actions_lacking(actions)
    if actions.items.of:
        yield LISTED_ITEMS.capitalize(), actions.items, actions_lacking(actions)
    if terms.share.of:
        yield TERMS, terms.share, terms_lacking(terms)


def _draw_columns(coverage: Coverage, heads: list[str], places: tuple[int, int], sheet: Sheet) -> None:
    """The columns are where names begin and where the figures beside them do; `heads` stand over the figures."""
    column, named = places
    sheet.lines.append(_row(Text(style="cite"), named, heads, heads))
    for value in coverage.values:
        label = Text.assemble(_number(value, column), "  ", safe(value.name))
        shares = [_short(share) for _head, share in _figures(coverage, value)]
        sheet.lines.append(_row(label, named, shares, heads))
        _draw_lacking(lacking(value), column, sheet)
    for called, share, told in _rows(coverage):
        sheet.lines.append(_row(Text(" " * column + called), named, [_short(share)], heads))
        _draw_lacking(told, column, sheet)


def _draw_stacked(coverage: Coverage, column: int, sheet: Sheet) -> None:
    for value in coverage.values:
        sheet.hang(_number(value, column), Text(safe(value.name)), column)
        shares = (f"{_short(share)} {head}" for head, share in _figures(coverage, value))
        sheet.write("  ".join(shares), indent=column)
        _draw_lacking(lacking(value), column, sheet)
    for called, share, told in _rows(coverage):
        sheet.write(f"{called}: {_short(share)}", indent=column)
        _draw_lacking(told, column, sheet)


def _number(value: ValueCoverage, column: int) -> Text:
    return Text(f"{value.number:>{column - 2}}", "ref")


def _row(label: Text, named: int, figures: Sequence[str], heads: Sequence[str]) -> Text:
    """A label, and from the given column on the figures, each as wide as the head of its column."""
    line = label.copy()
    line.pad_right(named - line.cell_len)
    cells = (f"{figure:<{len(head) + 2}}" for figure, head in zip(figures, heads, strict=False))
    line.append("".join(cells).rstrip())
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
