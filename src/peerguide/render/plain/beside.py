"""Reflections beside one another as linear text: every statement with both answers in a line of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
from peerguide.render.plain import lines
from peerguide.render.plain.reflection import step_lines
from peerguide.render.reflections import item_text
from peerguide.render.text import safe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.progress.reflection.comparing import Comparison, Pair
    from peerguide.progress.reflection.past import Changes, ReflectionHistory


@lines.register
def _history_lines(entry: ReflectionHistory) -> Iterator[str]:
    if not entry.reflections:
        yield NOTHING
    for one in entry.reflections:
        yield f"{one.reflection.number}. {past(one)}"
    if entry.changes:
        yield from _changes(entry.changes)
    yield from step_lines([history_step(entry)])


def _changes(entry: Changes) -> Iterator[str]:
    yield since(entry)
    for heading, found in changes(entry):
        for one in found[:LISTED]:
            yield f"{heading}: {one.item.ref}, {change(one)}: {item_text(one.item)}"
        yield from filter(None, [more(found)])


@lines.register
def _comparison_lines(entry: Comparison) -> Iterator[str]:
    yield compared(entry)
    yield from map(view_of, entry.views)
    yield NEITHER
    for relation in UNLIKE:
        pairs = entry.of(relation)
        for pair in pairs[:LISTED]:
            yield f"{HEADINGS[relation]}: {_pair(pair, entry)}"
            yield from notes(pair, entry)
        yield from filter(None, [more(pairs)])
    if pairs := entry.of("alike"):
        yield f"{HEADINGS['alike']}, {len(pairs)}: {alike(pairs)}"
        yield from notes_of(pairs, entry)
    if pairs := entry.of("answered by neither"):
        yield f"{HEADINGS['answered by neither']}, {len(pairs)}: {refs(pairs)}"
    yield from (f"To ask each other: {question}" for question in QUESTIONS)


def _pair(pair: Pair, entry: Comparison) -> str:
    return f"{safe(pair.ref)}, {both(pair, entry)}: {pair_text(pair)}"
