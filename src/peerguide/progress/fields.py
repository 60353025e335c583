"""What may stand in the fields of a file that is brought in."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from peerguide.progress.events import AGAIN, EASY, subject_of
from peerguide.progress.rows import END, EPOCH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Field = tuple[Callable[[Any], bool], str]
    """Whether a value is right for a field, and what a right one is."""


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object of these fields, for the JSON decoder. Raises ValueError when one stands there twice."""
    record = dict(pairs)
    if len(record) < len(pairs):
        raise ValueError("a field stands here twice")
    return record


def no_number(name: str) -> None:
    """Refuse what JSON has no name for, with a ValueError."""
    raise ValueError(f"{name} is no number")


def _is_text(value: object) -> bool:
    """Whether this is text that a file can hold: JSON can write halves of characters."""
    return isinstance(value, str) and not re.search("[\ud800-\udfff]", value)


def _is_name(value: object) -> bool:
    return _is_text(value) and value != ""


def _is_ref(value: object) -> bool:
    return value is None or _is_text(value)


def _is_uid(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch("[0-9a-f]{24,}", value) is not None


def _is_card(value: object) -> bool:
    return (
        isinstance(value, str) and _is_text(value) and not value.startswith(":") and subject_of(value) != ""
    )


def _is_instant(value: object) -> bool:
    try:
        instant = datetime.fromisoformat(value) if isinstance(value, str) else None
        return instant is not None and instant.tzinfo is not None and EPOCH <= instant.astimezone(UTC) < END
    except (ValueError, OverflowError):
        return False


def _is_credit(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1


def _is_grade(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and AGAIN <= value <= EASY


def one_of(choices: Iterable[str]) -> Field:
    """A field that is one of these."""
    known = tuple(choices)
    return lambda value: value in known, f"one of {', '.join(known)}"


UID: Field = (_is_uid, "an id of 24 or more of the digits 0-9 and a-f")
NAME: Field = (_is_name, "text that is not empty")
REF: Field = (_is_ref, "a ref or null")
AT: Field = (_is_instant, "an instant with its zone, before the year 3000, such as 2026-01-31T12:00:00.000Z")
TEXT: Field = (_is_text, "text")
CARD: Field = (_is_card, "NAME:REF")
GRADE: Field = (_is_grade, "1, 2, 3 or 4")
CREDIT: Field = (_is_credit, "a number from 0 to 1")
TRUTH: Field = (lambda value: isinstance(value, bool), "true or false")
