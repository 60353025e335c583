"""Search hits as linear text, the matched words between two asterisks each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.render.phrases import UNDER_OTHERS, more, standing
from peerguide.render.plain import lines
from peerguide.render.plain.entries import plain_lines, source_lines
from peerguide.render.text import safe
from peerguide.search.results import starred

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.search.results import Hit, Results


@lines.register
def _results_lines(entry: Results) -> Iterator[str]:
    for hit in entry.hits:
        yield _hit(hit)
        yield from plain_lines(hit.wording)
    if entry.total > len(entry.hits):
        yield more(entry)
    yield from source_lines(entry.source)


def _hit(hit: Hit) -> str:
    name = "" if hit.kind in UNDER_OTHERS else f"{safe(starred(hit.name))}. "
    return f"{hit.ref}: {name}{safe(starred(hit.snippet))} ({standing(hit)})"
