"""Events as rows of the store, each with a checksum of itself."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zlib import crc32

from peerguide.progress.events import Amendment, Answer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from peerguide.progress.events import Event

COLUMNS = (
    "uid type at guide card kind value mode sitting given correct grade credit key chosen answer what".split()
)
"""The columns of an event between its number and its checksum; an amendment leaves those of an answer empty."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)
END = datetime(3000, 1, 1, tzinfo=UTC)
"""An event is after the one and before the other, so that what is planned from it stays a date."""


def milliseconds(instant: datetime) -> int:
    """The whole milliseconds from 1970 to this instant."""
    return (instant - EPOCH) // MILLISECOND


def instant_of(count: int) -> datetime:
    """The instant this many milliseconds after 1970 began, in UTC."""
    return EPOCH + count * MILLISECOND


def checksum(values: Iterable[object]) -> int:
    """The CRC-32 of values as they are stored: texts, numbers and None."""
    return crc32("\x1f".join(map(str, values)).encode())


def row_of(event: Event) -> tuple[Any, ...]:
    """The event as the values of `COLUMNS`."""
    if isinstance(event, Amendment):
        return (event.uid, "amendment", milliseconds(event.at), *[None] * 12, event.answer, event.what)
    return (
        event.uid,
        "answer",
        milliseconds(event.at),
        event.guide,
        event.card,
        event.kind,
        event.value,
        event.mode,
        event.sitting,
        storable(event.given),
        int(event.correct),
        event.grade,
        event.credit + 0.0,  # SQLite keeps no sign of zero, and the checksum would see one
        event.key,
        event.chosen,
        None,
        None,
    )


def event_of(row: tuple[Any, ...]) -> Event:
    """The event that stands in the values of `COLUMNS`."""
    uid, kind_of_event, at, *fields, answer, what = row
    if kind_of_event == "amendment":
        return Amendment(uid, answer, what, instant_of(at))
    guide, card, kind, value, mode, sitting, given, correct, *rest = fields
    return Answer(uid, guide, card, kind, value, instant_of(at), mode, sitting, given, bool(correct), *rest)


def storable(text: str) -> str:
    """The text with a question mark for what no file can hold: a terminal may send bytes that are no character."""
    return text.encode("utf-8", "replace").decode("utf-8")
