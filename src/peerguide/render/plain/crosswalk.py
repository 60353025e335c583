"""The crosswalk as linear text: each entry, then a line for each that it is held against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.render.plain import lines
from peerguide.render.text import safe
from peerguide.render.told import closing, standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.corpus.model.crosswalk import Crosswalk, End, Row


@lines.register
def _crosswalk_lines(entry: Crosswalk) -> Iterator[str]:
    for group in entry.groups:
        yield f"{group.end.ref}: {safe(group.end.text)}"
        yield from (_row(row, row.other(group.end)) for row in group.rows)
    yield from closing(entry)


def _row(row: Row, other: End | None) -> str:
    if other is None:
        return f"{standing(row)}. {safe(row.why)}"
    named = ", ".join(filter(None, [other.ref, safe(other.text)]))
    return f"{standing(row)}: {named}{'' if named.endswith(('.', '?', '!')) else '.'} {safe(row.why)}"
