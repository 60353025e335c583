"""The crosswalk in Markdown: for each entry of one guide, how those of the other stand to it, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.export.crosswalk import is_named, standing, title_of
from peerguide.export.markdown.places import here
from peerguide.export.markdown.text import escaped, heading, hung

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from peerguide.corpus.model.crosswalk import End, Group, Row
    from peerguide.export.markdown.places import Places


def crosswalk_blocks(groups: Iterable[Group], level: int, places: Places) -> Iterator[str]:
    """The rows, by the entry that they are about, whose headings are of this level."""
    for group in groups:
        yield from _entry(group.end, level, places)
        yield "\n".join(_row(row, group.end, places) for row in group.rows)


def _entry(end: End, level: int, places: Places) -> Iterator[str]:
    yield heading(level, title_of(end))
    if end.text and not is_named(end):
        yield hung([places.link(end.kind, end.ref, end.text)])


def _row(row: Row, end: End, places: Places) -> str:
    """How another entry stands to this one, and why."""
    other = row.other(end)
    how = f"**{escaped(standing(row))}:**"
    why = [escaped(paragraph) for paragraph in row.why.split("\n")]
    told = [f"{how} {_pointer(other, places)}", *why] if other else [f"{how} {why[0]}", *why[1:]]
    return hung(told, f"- {here(row.ref)}", "  ")


def _pointer(end: End, places: Places) -> str:
    """An entry as inline Markdown, leading to it where the document holds it."""
    if is_named(end):
        return f"{places.link(end.kind, end.ref, end.text)} ({escaped(end.ref)})"
    return f"{places.link(end.kind, end.ref, end.ref)} {escaped(end.text)}".rstrip()
