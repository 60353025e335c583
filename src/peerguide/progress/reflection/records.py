"""Reflections as JSON data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peerguide.corpus.records import Data, record, worded
from peerguide.progress.reflection.responses import FREQUENCIES
from peerguide.progress.reflection.words import OF_ALL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from peerguide.corpus.model.common import Wording
    from peerguide.corpus.model.values import ValueName
    from peerguide.progress.reflection.comparing import Comparison, Pair
    from peerguide.progress.reflection.going import Form
    from peerguide.progress.reflection.handed import HandedAnswer
    from peerguide.progress.reflection.past import Change, Changes, Past, ReflectionHistory
    from peerguide.progress.reflection.picture import Picture, Said, ValuePicture
    from peerguide.progress.reflection.reflections import Reflection
    from peerguide.progress.reflection.responses import Response
    from peerguide.progress.reflection.statements import Item


@record.register
def _form_record(entry: Form) -> Data:
    return {
        "guide": entry.guide,
        "as": entry.part,
        "choices": list(FREQUENCIES),
        "statements": [_item(item, entry.answers.get(item.ref)) for item in entry.items],
    }


@record.register
def _picture_record(entry: Picture) -> Data:
    return {
        **_reflection(entry.reflection),
        "answered": len(entry.said),
        "of": entry.total,
        "gone": entry.gone,
        "values": [record(value) for value in entry.values],
        "strengths": [one.item.ref for one in entry.strengths],
        "suggestions": [one.item.ref for one in entry.suggestions],
        "statements": [record(one) for one in entry.said],
    }


@record.register
def _value_picture_record(entry: ValuePicture) -> Data:
    counts = {answer: entry.count(answer) for answer in FREQUENCIES}
    return {**_value(entry.value), "counts": counts, "open": entry.count(None)}


@record.register
def _said_record(entry: Said) -> Data:
    return _item(entry.item, entry.response)


@record.register
def _history_record(entry: ReflectionHistory) -> Data:
    return {
        "guide": entry.guide,
        "reflections": [record(one) for one in entry.reflections],
        "changes": record(entry.changes) if entry.changes else None,
    }


@record.register
def _past_record(entry: Past) -> Data:
    return {**_reflection(entry.reflection), "answered": entry.answered, "of": entry.total}


@record.register
def _changes_record(entry: Changes) -> Data:
    return {
        "earlier": entry.earlier.number,
        "now": entry.now.number,
        "more": [record(one) for one in entry.more],
        "less": [record(one) for one in entry.less],
        "other": [record(one) for one in entry.other],
        "same": entry.same,
        "answered_in_one": entry.apart,
    }


@record.register
def _change_record(entry: Change) -> Data:
    return {"ref": entry.item.ref, "before": entry.before, "now": entry.now}


@record.register
def _comparison_record(entry: Comparison) -> Data:
    return {
        "guide": entry.guide,
        "as": entry.part,
        "views": [
            {"file": view.name, "began": view.began.isoformat(), "last": view.last.isoformat()}
            for view in entry.views
        ],
        "statements": [record(pair) for pair in entry.pairs],
    }


@record.register
def _pair_record(entry: Pair) -> Data:
    return {
        "ref": entry.ref,
        "value": entry.value.ref if entry.value else None,
        "name": entry.value.name if entry.value else None,
        "text": entry.text,
        **_wording(entry.wording),
        "relation": entry.relation,
        "views": [_view(answer) for answer in entry.answers],
    }


def _view(answer: HandedAnswer | None) -> Data:
    return {"answer": answer.answer, "note": answer.note} if answer else None


def _reflection(reflection: Reflection) -> dict[str, Any]:
    return {
        "number": reflection.number,
        "guide": reflection.guide,
        "as": reflection.part,
        "began": reflection.began.isoformat(),
        "last": reflection.last.isoformat(),
    }


def _value(value: ValueName | None) -> dict[str, Any]:
    if value is None:
        return {"ref": None, "number": None, "name": OF_ALL}
    return {"ref": value.ref, "number": value.number, "name": value.name}


def _item(item: Item, response: Response | None) -> dict[str, Any]:
    return {
        "ref": item.ref,
        "kind": item.kind,
        "value": item.value.ref if item.value else None,
        "name": item.value.name if item.value else None,
        "text": item.text,
        **_wording(item.wording),
        "answer": response.answer if response else None,
        "note": response.note if response else "",
    }


def _wording(wording: Wording | None) -> Mapping[str, Any]:
    return {"wording": wording.name, **worded(wording)} if wording else {"wording": None}
