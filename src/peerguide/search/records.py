"""Search results as JSON data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.corpus.records import Data, record, worded
from peerguide.search.results import starred, unmarked

if TYPE_CHECKING:
    from peerguide.search.results import Hit, Results


UNDER = ("item", "section", "fact")
"""The kinds of entry that stand under something else than a value: a practice, a reading, a section."""


@record.register
def _hit_record(entry: Hit) -> Data:
    return {
        "ref": entry.ref,
        "kind": entry.kind,
        "value": None if entry.kind in UNDER else entry.value,
        "name": unmarked(entry.name),
        "text": entry.text,
        "snippet": starred(entry.snippet),
        "score": entry.score,
        "matched": list(entry.matched),
        "by_synonym": entry.by_synonym,
        "page": entry.page,
        "wording": entry.wording.name,
        **worded(entry.wording),
        **({"closeness": entry.closeness} if entry.closeness else {}),
        **({"under": entry.value} if entry.kind in UNDER else {}),
    }


@record.register
def _results_record(entry: Results) -> Data:
    return [record(hit) for hit in entry.hits]
