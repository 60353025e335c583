"""Findings as JSON data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.corpus.records import Data, record

if TYPE_CHECKING:
    from peerguide.language.texts import TextFinding


@record.register
def _text_finding_record(entry: TextFinding) -> Data:
    finding, words = entry.finding, entry.finding.entry
    return {
        "path": entry.path,
        "line": finding.line,
        "column": finding.column,
        "phrase": finding.phrase,
        "reason": words.reason,
        "suggestions": list(words.suggestions),
        "ref": words.ref,
        "confidence": words.confidence,
        "id": words.id,
        "kind": words.kind,
        "also": list(words.also),
        "source": words.source,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
    }
