"""The official wording, what it covers and how it was read, as JSON data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peerguide.corpus.records import Data, record

if TYPE_CHECKING:
    from peerguide.wording.coverage import ActionsCoverage, Coverage, Share, ValueCoverage
    from peerguide.wording.model import Leftover, Passage, Reading, Repair
    from peerguide.wording.pairs import EntryWordings, Pair, ValueWordings
    from peerguide.wording.results import WordingReport, WordingStatus


@record.register
def _report_record(entry: WordingReport) -> Data:
    kept = entry.kept
    return {
        "document": entry.document.title if entry.document else None,
        "guide": kept.guide,
        "copy": kept.copy,
        "imported": None if entry.dry_run else kept.imported,
        **_covered(entry.coverage),
        **_read(kept.reading),
        "digest": kept.digest,
        "dry_run": entry.dry_run,
        "backup": entry.backup,
    }


@record.register
def _status_record(entry: WordingStatus) -> Data:
    kept = entry.kept
    return {
        "document": entry.document.title if entry.document else None,
        "guide": entry.guide,
        "copy": kept.copy if kept else None,
        "imported": kept.imported if kept else None,
        **_covered(entry.coverage),
        **_read(kept.reading if kept else None),
        "digest": kept.digest if kept else None,
        "file": entry.file,
    }


def _covered(coverage: Coverage) -> dict[str, Any]:
    terms = coverage.terms
    return {
        "complete": coverage.complete,
        "totals": {
            "names": record(coverage.names),
            "themes": record(coverage.themes),
            "meanings": record(coverage.meanings),
            "practices": record(coverage.practices),
            "roles": record(coverage.roles),
            "terms": record(terms.share),
            "exact": record(coverage.exact),
            **({"items": record(coverage.actions.items)} if coverage.actions.items.of else {}),
        },
        "values": [record(value) for value in coverage.values],
        "terms": {
            "found": terms.share.found,
            "of": terms.share.of,
            "missing": list(terms.missing),
            "partial": list(terms.partial),
        },
        **({"actions": record(coverage.actions)} if coverage.actions.practices.of else {}),
    }


@record.register
def _actions_coverage_record(entry: ActionsCoverage) -> Data:
    return {
        "name": entry.name,
        "practices": record(entry.practices),
        "items": record(entry.items),
        "missing": list(entry.missing),
        "partial": list(entry.partial),
    }


def _read(reading: Reading | None) -> dict[str, Any]:
    return {
        "passages": [record(passage) for passage in reading.passages] if reading else [],
        "leftovers": [record(leftover) for leftover in reading.leftovers] if reading else [],
        "repairs": [record(repair) for repair in reading.repairs] if reading else [],
    }


@record.register
def _value_coverage_record(entry: ValueCoverage) -> Data:
    return {
        "ref": entry.ref,
        "name": entry.copy_name,
        "theme": entry.copy_theme,
        "meaning": entry.meaning,
        "practices": record(entry.practices),
        "roles": record(entry.roles),
        "missing": list(entry.missing),
        "partial": list(entry.partial),
    }


@record.register
def _share_record(entry: Share) -> Data:
    return {"found": entry.found, "of": entry.of}


@record.register
def _passage_record(entry: Passage) -> Data:
    return {
        "ref": entry.ref,
        "text": entry.text,
        "page": entry.page,
        "exact": entry.exact,
        "notes": list(entry.notes),
    }


@record.register
def _leftover_record(entry: Leftover) -> Data:
    return {"text": entry.text, "line": entry.line, "value": entry.value}


@record.register
def _repair_record(entry: Repair) -> Data:
    return {"kind": entry.kind, "ref": entry.ref, "words": entry.words}


@record.register
def _pair_record(entry: Pair) -> Data:
    return {
        "ref": entry.ref,
        "official": record(entry.official) if entry.official else None,
        "plain": entry.plain,
    }


@record.register
def _entry_wordings_record(entry: EntryWordings) -> Data:
    return {
        "ref": entry.pair.ref,
        "kind": entry.kind,
        "value": entry.value,
        "name": entry.name,
        "official": record(entry.pair.official) if entry.pair.official else None,
        "plain": entry.pair.plain,
        "copy": entry.copy,
        **({"items": [record(pair) for pair in entry.items]} if entry.items else {}),
    }


@record.register
def _value_wordings_record(entry: ValueWordings) -> Data:
    return {
        "ref": entry.ref,
        "kind": "value",
        "number": entry.number,
        "name": entry.name,
        "theme": entry.theme,
        "copy_name": entry.copy_name,
        "copy_theme": entry.copy_theme,
        "meaning": record(entry.meaning),
        "practices": [record(pair) for pair in entry.practices],
        "roles": [record(pair) for pair in entry.roles],
        "copy": entry.copy,
    }
