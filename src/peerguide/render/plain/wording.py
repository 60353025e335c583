"""What an official wording covers, and how it was read, as linear text: a line for each value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.render.phrases import in_words
from peerguide.render.plain import lines
from peerguide.render.text import safe
from peerguide.render.times import counted
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
    share_of,
    show_step,
    source,
    standing,
    terms_lacking,
    totals,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from peerguide.corpus.model.common import Citation
    from peerguide.wording.coverage import Coverage, ValueCoverage
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
    terms = coverage.terms
    if terms.share.of:
        yield _sentence(f"Glossary: {share_of(terms.share)} terms", terms_lacking(terms))


def _value_line(value: ValueCoverage) -> str:
    every = [(value.practices, "practice"), (value.roles, "supervisor role")]
    found = in_words(f"{share.found} of {counted(share.of, noun)}" for share, noun in every if share.of)
    told = lacking(value)
    return _sentence(f"Value {value.number}, {safe(value.name)}: {found or 'no statements'}", told)


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
