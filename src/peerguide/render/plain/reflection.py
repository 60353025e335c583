"""A reflection as linear text: every statement and every answer in a line of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.progress.reflection.words import HOW_OFTEN
from peerguide.render.plain import lines
from peerguide.render.plain.entries import plain_lines
from peerguide.render.reflections import (
    KEYS,
    before,
    beginning,
    choices,
    closing,
    gone,
    item_text,
    left,
    left_steps,
    nothing_seldom,
    open_values,
    picture_steps,
    promise,
    read_on,
    taken,
    taken_up,
    title,
    value_called,
    value_counts,
)
from peerguide.render.text import safe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.progress.reflection.going import AskedStatement, Beginning, Left, ReflectionKeys, Taken
    from peerguide.progress.reflection.picture import Picture, Said


@lines.register
def _beginning_lines(entry: Beginning) -> Iterator[str]:
    yield beginning(entry)
    yield promise(entry)
    yield from filter(None, [taken_up(entry)])


@lines.register
def _asked_lines(entry: AskedStatement) -> Iterator[str]:
    stands = value_called(entry.item.value)
    yield f"Statement {entry.number} of {entry.total}: {entry.item.ref}, {stands[:1].lower()}{stands[1:]}"
    yield item_text(entry.item)
    yield from plain_lines(entry.item.wording)
    yield from filter(None, [before(entry)])
    yield f"{HOW_OFTEN} {', '.join(f'{number} {answer}' for number, answer in choices())}"
    if entry.first:
        yield "Type a number and press Enter; ? shows what else you can type."


@lines.register
def _taken_lines(entry: Taken) -> Iterator[str]:
    yield f"{entry.response.ref}: {taken(entry)}"


@lines.register
def _keys_lines(entry: ReflectionKeys) -> Iterator[str]:  # noqa: ARG001 - chosen by its type
    yield from (f"{key}: {does}" for key, does in KEYS)


@lines.register
def _left_lines(entry: Left) -> Iterator[str]:
    yield left(entry)
    yield from step_lines(left_steps(entry))


@lines.register
def _picture_lines(entry: Picture) -> Iterator[str]:
    yield title(entry)
    for one in entry.shown:
        yield f"{value_called(one.value)}: {value_counts(one)}"
    yield from filter(None, [open_values(entry), gone(entry)])
    yield from (f"Goes well: {_said(one)}" for one in entry.strengths)
    for said in entry.suggestions:
        yield f"To look at next: {_said(said)}"
        yield f"To read on: {read_on(said, entry.program)}"
    yield from filter(None, [nothing_seldom(entry)])
    yield closing(entry)
    yield from step_lines(picture_steps(entry))


def _said(one: Said) -> str:
    note = f" Your note: {safe(one.response.note)}" if one.response.note else ""
    return f"{one.item.ref}, {one.response.answer}: {item_text(one.item)}{note}"


def step_lines(steps: list[tuple[str, str]]) -> Iterator[str]:
    """The commands to go on with, and what each does."""
    return (f"To go on: {command} ({does})" for command, does in steps)
