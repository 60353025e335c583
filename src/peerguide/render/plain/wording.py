"""What an official wording covers, and how it was read, as linear text: a line for each value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.render.phrases import in_words
from peerguide.render.plain import lines
from peerguide.render.text import safe
from peerguide.render.wordings import (
    LISTED,
    LISTED_ITEMS,
    actions_lacking,
    actions_name,
    brief,
    exactness,
    found_of,
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
    from collections.abc import Iterable, Iterator, Sequence

    from peerguide.corpus.model.common import Citation
    from peerguide.wording.coverage import ActionsCoverage, Coverage, ValueCoverage
    from peerguide.wording.model import Leftover, Repair
    from peerguide.wording.results import WordingReport, WordingStatus


@lines.register
def _report_lines(entry: WordingReport) -> Iterator[str]:
    yield outcome(entry)
    yield from _facts(source(entry.document, entry.kept.copy))
    if entry.backup:
        yield f"Backup of the wording before: {safe(entry.backup)}"
    yield from _coverage_lines(entry.coverage, entry.document)
    yield from _leftover_lines(entry.kept.reading.leftovers)
    yield from _repair_lines(entry.kept.reading.repairs)
    if not entry.dry_run:
        yield f"To see an entry in both wordings: {show_step(entry)}"


@lines.register
def _status_lines(entry: WordingStatus) -> Iterator[str]:
    yield standing(entry)
    if entry.kept is None:
        yield f"To bring in yours: {entry.program} wording import FILE"
        return
    yield from _facts([*source(entry.document, entry.kept.copy), ("kept in", safe(entry.file))])
    yield from _coverage_lines(entry.coverage, entry.document)
    if entry.kept.reading.leftovers:
        yield f"{left_over(entry.kept.reading.leftovers)}; --json has them."


def _facts(facts: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield from (f"{label.capitalize()}: {fact}" for label, fact in facts)


def _coverage_lines(coverage: Coverage, document: Citation | None) -> Iterator[str]:
    yield totals(coverage)
    yield from filter(None, [exactness(coverage, document)])
    yield from map(_value_line, coverage.values)
    if coverage.actions.practices.of:
        yield _actions_line(coverage.actions)
    terms = coverage.terms
    if terms.share.of:
        yield _sentence(f"Glossary: {found_of(terms.share, 'terms')}", terms_lacking(terms))


def _value_line(value: ValueCoverage) -> str:
    every = [(value.practices, "practices"), (value.roles, "supervisor roles")]
    found = in_words(found_of(share, what) for share, what in every if share.of)
    told = lacking(value)
    found = found or f"{int(value.meaning)} of 1 meaning"
    return _sentence(f"Value {value.number}, {safe(value.name)}: {found}", told)


def _actions_line(actions: ActionsCoverage) -> str:
    every = [("practices", actions.practices), (LISTED_ITEMS, actions.items)]
    found = in_words(found_of(share, what) for what, share in every if share.of)
    return _sentence(f"{actions_name(actions)}: {found}", actions_lacking(actions))


def _sentence(told: str, lacking: str | None) -> str:
    return f"{told}; {lacking}." if lacking else f"{told}."


def _leftover_lines(leftovers: Sequence[Leftover]) -> Iterator[str]:
    if leftovers:
        yield f"{left_over(leftovers)}:"
    for leftover in leftovers[:LISTED]:
        yield f"{place_of(leftover).capitalize()}: {brief(leftover.text)}"
    yield from filter(None, [more_left(leftovers)])


def _repair_lines(repairs: Sequence[Repair]) -> Iterator[str]:
    for count, places in repairs_by_kind(repairs):
        yield f"Put right, {count}: {', '.join(places)}."
