"""A reading as rows of a database, and back: what look-ups never ask for is JSON in one column, read only when it is shown."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from peerguide.wording.model import Leftover, Passage, Reading, Repair

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def passage_rows(reading: Reading) -> Iterator[tuple[Any, ...]]:
    """Ref, text, page, whether it is exact, and the footnotes as JSON, for each passage in order."""
    for passage in reading.passages:
        yield passage.ref, passage.text, passage.page, passage.exact, json.dumps(passage.notes)


def report_of(reading: Reading) -> str:
    """What a reading holds beside its passages, as JSON."""
    return json.dumps(
        {
            "names": dict(reading.names),
            "themes": dict(reading.themes),
            "leftovers": [asdict(leftover) for leftover in reading.leftovers],
            "repairs": [asdict(repair) for repair in reading.repairs],
            "incomplete": list(reading.incomplete),
        }
    )


def reading_of(report: str, passages: Iterable[tuple[Any, ...]]) -> Reading:
    """The reading that these rows were made of."""
    data = json.loads(report)
    return Reading(
        data["names"],
        data["themes"],
        tuple(
            Passage(ref, text, page, bool(exact), tuple(json.loads(notes)))
            for ref, text, page, exact, notes in passages
        ),
        tuple(Leftover(**leftover) for leftover in data["leftovers"]),
        tuple(Repair(**repair) for repair in data["repairs"]),
        tuple(data["incomplete"]),
    )
