"""Findings in texts as linear text: a line for each, which begins as compilers begin theirs, so that editors find the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.render.findings import suggested, sureness
from peerguide.render.plain import lines
from peerguide.render.text import safe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.language.texts import TextFinding


@lines.register
def _finding_lines(entry: TextFinding) -> Iterator[str]:
    finding, words = entry.finding, entry.finding.entry
    place = f"{safe(entry.path)}:{finding.line}:{finding.column}"
    behind = f"({safe(words.ref)}; {sureness(words)})"
    yield f'{place}: "{safe(finding.phrase)}": {safe(words.reason)} Suggestions: {suggested(words)} {behind}'
