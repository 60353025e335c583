"""Entries of the corpus as linear text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.corpus.credits import IN_PLAIN_WORDS, UNOFFICIAL, caveat
from peerguide.render.phrases import (
    HEADINGS,
    LISTED_BY,
    OF_ALL,
    citation,
    facts,
    fitting,
    holdings,
    labelled_facts,
    pointers,
    repetition,
    value_label,
)
from peerguide.render.plain import lines
from peerguide.render.text import paragraphs, safe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.corpus.model.common import Citation, StatementKind, Wording
    from peerguide.corpus.model.glossary import Term, TermList
    from peerguide.corpus.model.lists import ItemView, StatementList, StatementView, ValueList
    from peerguide.corpus.model.reports import Overview, Report
    from peerguide.corpus.model.sources import Source, SourceList
    from peerguide.corpus.model.values import Statement, Value


@lines.register
def _overview_lines(entry: Overview) -> Iterator[str]:
    yield f"peerguide: {safe(entry.title)}, in a terminal."
    yield f"It holds {holdings(entry)}."
    yield "Try:"
    for command, shows in entry.tries:
        yield f"peerguide {command}: {shows}"
    yield "peerguide --help: every command"
    if entry.shipped:
        yield UNOFFICIAL


@lines.register
def _value_list_lines(entry: ValueList) -> Iterator[str]:
    for value in entry.values:
        theme = f" Practice theme: {safe(value.theme)}." if value.theme else ""
        yield f"{value.ref}: {safe(value.name)}.{theme}"
    yield from source_lines(entry.source)


@lines.register
def _value_lines(entry: Value) -> Iterator[str]:
    yield f"Value {value_label(entry)}: {safe(entry.name)}"
    if entry.theme:
        yield f"Practice theme: {safe(entry.theme)}"
    yield from _headed("Meaning", entry.meaning, entry.wording)
    yield from _statements("practice", entry.practices)
    yield from _statements("role", entry.roles)
    if entry.also:
        yield f"Its meaning would also fit: {pointers(entry.also, refs=False)}"
    for confusion in entry.confused_with:
        yield f"Easily confused with {confusion.ref}, {safe(confusion.name)}: {safe(confusion.why)}"
    if entry.terms:
        yield f"Terms: {pointers(entry.terms, refs=False)}"
    yield from source_lines(entry.source)


@lines.register
def _statement_list_lines(entry: StatementList) -> Iterator[str]:
    for group in entry.groups:
        yield f"Value {value_label(group.value)}: {safe(group.value.name)}" if group.value else OF_ALL
        yield from _statements(entry.kind, group.statements, group.title)
    yield from source_lines(entry.source)


@lines.register
def _statement_view_lines(entry: StatementView) -> Iterator[str]:
    yield from _statement(entry.statement)
    yield f"Value {value_label(entry.value)}: {safe(entry.value.name)}" if entry.value else OF_ALL
    if entry.also:
        yield f"{fitting(entry.value)}: {pointers(entry.also)}"
    yield from source_lines(entry.source)


@lines.register
def _item_view_lines(entry: ItemView) -> Iterator[str]:
    item = entry.item
    yield f"{safe(entry.statement.items_name or '')}, {item.ref}: {safe(item.text)}{caveat(item.wording)}"
    yield from plain_lines(item.wording)
    yield f"{LISTED_BY} {entry.statement.ref}: {safe(entry.statement.text)}"
    if entry.also:
        yield f"{fitting(None)}: {pointers(entry.also)}"
    yield from source_lines(entry.source)


@lines.register
def _term_list_lines(entry: TermList) -> Iterator[str]:
    for term in entry.terms:
        yield f"{term.ref}: {safe(term.name)}"
    yield from source_lines(entry.source)


@lines.register
def _term_lines(entry: Term) -> Iterator[str]:
    yield f"Term {entry.ref}: {safe(entry.name)}"
    if entry.aliases:
        yield f"Other names: {', '.join(map(safe, entry.aliases))}"
    yield from _headed("Definition", entry.definition, entry.wording)
    if entry.see_also:
        yield f"See also: {pointers(entry.see_also, refs=False)}"
    if entry.used_by:
        yield f"Values that use it: {pointers(entry.used_by)}"
    for source in entry.cites:
        yield f"Cites {source.ref}: {_cited(source)}"
    yield from source_lines(entry.source)


@lines.register
def _source_list_lines(entry: SourceList) -> Iterator[str]:
    for source in entry.sources:
        yield f"{source.ref}: {_cited(source)}"
    yield UNOFFICIAL


@lines.register
def _source_lines(entry: Source) -> Iterator[str]:
    yield f"Source {entry.ref}: {safe(entry.title)}"
    if facts(entry):
        yield f"By: {facts(entry)}"
    yield f"What it is: {safe(entry.about)}"
    yield f"How to get it: {safe(entry.obtain)}"
    if entry.address:
        yield f"Address: {safe(entry.address)}"
    yield f"Terms of use: {safe(entry.terms_of_use)}"
    if entry.note:
        yield f"Note: {safe(entry.note)}"
    yield UNOFFICIAL


@lines.register
def _report_lines(entry: Report) -> Iterator[str]:
    if entry.sentence:
        yield safe(entry.sentence)
    yield from (f"{label}: {fact}" for label, fact in labelled_facts(entry))


def _headed(heading: str, text: str, wording: Wording) -> Iterator[str]:
    yield f"{heading}: {' '.join(paragraphs(text))}{caveat(wording)}"
    yield from plain_lines(wording)


def _statements(
    kind: StatementKind, statements: tuple[Statement, ...], title: str | None = None
) -> Iterator[str]:
    if statements:
        yield f"{safe(title or HEADINGS[kind])}, {len(statements)}:"
        for statement in statements:
            yield from _statement(statement)


def _statement(statement: Statement) -> Iterator[str]:
    remarks = caveat(statement.wording) + repetition(statement)
    yield f"{statement.ref}: {safe(statement.text)}{remarks}"
    yield from plain_lines(statement.wording)
    if statement.items_name:
        yield f"{safe(statement.items_name)}, {len(statement.items)}:"
    for item in statement.items:
        yield f"{item.ref}: {safe(item.text)}{caveat(item.wording)}"
        yield from plain_lines(item.wording)


def plain_lines(wording: Wording) -> Iterator[str]:
    """The plain words of a text that stands in the official ones, where both were asked for."""
    if wording.beside:
        yield f"{IN_PLAIN_WORDS} {' '.join(paragraphs(wording.beside))}"


def _cited(source: Source) -> str:
    return ". ".join(
        filter(None, [safe(source.title), facts(source), source.address and safe(source.address)])
    )


def source_lines(source: Citation | None) -> Iterator[str]:
    """Where something comes from, where it is known."""
    where = citation(source)
    if where:
        yield f"Source: {where}"
