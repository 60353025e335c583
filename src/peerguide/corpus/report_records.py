"""What a corpus holds, and what a command did or found out, as JSON data; keys keep their order and their meaning, like those of `records`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.corpus.records import record

if TYPE_CHECKING:
    from peerguide.corpus.model.reports import Overview, Report
    from peerguide.corpus.records import Data


@record.register
def _overview_record(entry: Overview) -> Data:
    return {
        "title": entry.title,
        "values": entry.values,
        "practices": entry.practices,
        "roles": entry.roles,
        "terms": entry.terms,
        "sources": entry.sources,
        "scenarios": entry.scenarios,
        "readings": entry.readings,
        "crosswalk": entry.crosswalk,
    }


@record.register
def _report_record(entry: Report) -> Data:
    return dict(entry.facts)
