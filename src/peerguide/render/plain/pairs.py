"""Entries in both wordings as linear text: the official one, then the plain one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.corpus.names.known import NOUNS
from peerguide.render.phrases import HEADINGS
from peerguide.render.plain import lines
from peerguide.render.text import paragraphs, safe
from peerguide.render.wordings import absence, names_lacking, page_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.wording.pairs import EntryWordings, Pair, ValueWordings


@lines.register
def _entry_wordings_lines(entry: EntryWordings) -> Iterator[str]:
    if entry.value:
        yield f"Value {safe(entry.value)}: {safe(entry.name)}"
        yield f"{NOUNS[entry.kind].capitalize()} {entry.pair.ref}"
    else:
        yield f"{NOUNS[entry.kind].capitalize()} {entry.pair.ref}: {safe(entry.name)}"
    yield from _pair_lines(entry.pair)
    if entry.items:
        yield f"{safe(entry.items_name or '')}, {len(entry.items)}:"
    for pair in entry.items:
        yield from _pair_lines(pair)
    yield _copy_line(entry.copy)


@lines.register
def _value_wordings_lines(entry: ValueWordings) -> Iterator[str]:
    yield f"Value {entry.number}: {safe(entry.copy_name or entry.name)}"
    if theme := entry.copy_theme or entry.theme:
        yield f"Practice theme: {safe(theme)}"
    yield from names_lacking(entry)
    yield from _pair_lines(entry.meaning, "Meaning")
    for heading, pairs in ((HEADINGS["practice"], entry.practices), (HEADINGS["role"], entry.roles)):
        if pairs:
            yield f"{heading}, {len(pairs)}:"
        for pair in pairs:
            yield from _pair_lines(pair)
    yield _copy_line(entry.copy)


def _pair_lines(pair: Pair, label: str | None = None) -> Iterator[str]:
    label = label or pair.ref
    yield f"{label}, official: {_official(pair)}"
    for note in pair.official.notes if pair.official else ():
        yield f"{label}, footnote: {safe(note)}"
    yield f"{label}, plain: {' '.join(paragraphs(pair.plain))}"


def _official(pair: Pair) -> str:
    if pair.official is None:
        return absence(pair)
    page = page_of(pair.official)
    text = " ".join(paragraphs(pair.official.text))
    return f"{text} ({page})" if page else text


def _copy_line(copy: str) -> str:
    return f"Official wording: {safe(copy)}"
