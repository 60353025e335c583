"""Events as lines of JSON, for moving them between machines; and the lines read back, with all that is wrong in them."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from peerguide.errors import Problem
from peerguide.progress.events import AGAIN, EASY, MODES, WHATS, Amendment, Answer, subject_of
from peerguide.progress.rows import END, EPOCH, instant_of, milliseconds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from peerguide.progress.events import Event

    Field = tuple[Callable[[Any], bool], str]
    """Whether a value is right for a field, and what a right one is."""

VERSION = 1
HEADER = {"peerguide": "progress", "version": VERSION}
"""What stands in the first line."""


class Parsed(NamedTuple):
    """An event, the line it stands in, and where in it the uid stands and the uid that it refers to."""

    event: Event
    line: int
    uid_column: int
    answer_column: int


class Lines(NamedTuple):
    """What is in a file: its events, its problems, and every uid it names, be it in a line with problems."""

    parsed: list[Parsed]
    problems: list[Problem]
    named: set[str]


def line_of(event: Event) -> str:
    """The event as one line of JSON, in plain ASCII, without an end of line."""
    name = "amendment" if isinstance(event, Amendment) else "answer"
    at = event.at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return json.dumps({"event": name} | vars(event) | {"at": at})


def parse(data: bytes, path: str) -> Lines:
    """The events in the lines of an export; `path` is what its problems call the file."""
    lines = Lines([], [], set())
    texts = dict(_texts(data, path, lines.problems))
    if message := _header_problem(_record(texts.pop(1, ""))):
        return Lines([], [Problem(path, 1, 1, message)], set())
    for number, text in texts.items():
        _parse_line(text, number, path, lines)
    return lines


def _texts(data: bytes, path: str, problems: list[Problem]) -> Iterator[tuple[int, str]]:
    """The lines that hold something, each with its number."""
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        try:
            text = line.decode()
        except UnicodeDecodeError as error:
            column = len(line[: error.start].decode()) + 1
            problems.append(Problem(path, number, column, "this is not UTF-8 text"))
        else:
            if text.strip():
                yield number, text


def _header_problem(header: dict[str, Any] | Problem) -> str | None:
    """What is wrong with the first line."""
    record = {} if isinstance(header, Problem) else header
    version = record.get("version")
    if record.get("peerguide") != "progress" or not isinstance(version, int) or version < 1:
        return "this is not an export of progress, which begins with the line " + json.dumps(HEADER)
    if version > VERSION:
        return f"a newer peerguide exported this (version {version}, and this one knows {VERSION}): update peerguide"
    return None


def _parse_line(text: str, number: int, path: str, lines: Lines) -> None:
    record = _record(text)
    if isinstance(record, Problem):
        lines.problems.append(record._replace(path=path, line=number))
        return
    lines.named.add(str(record.get("uid")))
    found = [Problem(path, number, _column(text, field), message) for field, message in _problems_of(record)]
    lines.problems.extend(found)
    if not found:
        event = _event_of(record)
        lines.parsed.append(Parsed(event, number, _column(text, "uid"), _column(text, "answer")))


def _record(text: str) -> dict[str, Any] | Problem:
    """The JSON object in a line, or what is wrong with it, at line 1 of no file."""
    try:
        record = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        return Problem("", 1, error.colno, f"this is not valid JSON: {error.msg.lower()}")
    except (ValueError, RecursionError) as error:
        return Problem("", 1, 1, f"this is not valid JSON: {error}")
    return record if isinstance(record, dict) else Problem("", 1, 1, "an event is an object, in braces")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) < len(pairs):
        raise ValueError("a field stands here twice")
    return record


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no number")


def _problems_of(record: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What is wrong with a record, each with the field it is about."""
    kind = record.get("event")
    fields = FIELDS.get(kind) if isinstance(kind, str) else None
    if fields is None:
        yield "event", '"event" must be "answer" or "amendment"'
        return
    for name, (fits, meant) in fields.items():
        if name not in record:
            yield name, f'"{name}" is missing'
        elif not fits(record[name]):
            yield name, f'"{name}" must be {meant}'
    for name in record.keys() - fields.keys() - {"event"}:
        yield name, f"{json.dumps(name)} is not known here"


def _event_of(record: Mapping[str, Any]) -> Event:
    fields = {name: value for name, value in record.items() if name != "event"}
    fields["at"] = instant_of(milliseconds(datetime.fromisoformat(record["at"])))
    return Answer(**fields) if record["event"] == "answer" else Amendment(**fields)


def _column(text: str, field: str) -> int:
    """Where a field begins in a line; 1 where it is not found, as when it is missing.

    A record holds no other record, so a name before a colon is always the field.
    """
    found = re.search(re.escape(json.dumps(field)) + r"\s*:", text)
    return found.start() + 1 if found else 1


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


UID: Field = (_is_uid, "an id of 24 or more of the digits 0-9 and a-f")
NAME: Field = (_is_name, "text that is not empty")
REF: Field = (_is_ref, "a ref or null")
AT: Field = (_is_instant, "an instant with its zone, before the year 3000, such as 2026-01-31T12:00:00.000Z")

FIELDS: Mapping[str, Mapping[str, Field]] = {
    "answer": {
        "uid": UID,
        "guide": NAME,
        "card": (_is_card, "NAME:REF"),
        "kind": NAME,
        "value": REF,
        "at": AT,
        "mode": (lambda value: value in MODES, f"one of {', '.join(MODES)}"),
        "sitting": NAME,
        "given": (_is_text, "text"),
        "correct": (lambda value: isinstance(value, bool), "true or false"),
        "grade": (_is_grade, "1, 2, 3 or 4"),
        "credit": (_is_credit, "a number from 0 to 1"),
        "key": REF,
        "chosen": REF,
    },
    "amendment": {
        "uid": UID,
        "answer": UID,
        "what": (lambda value: value in WHATS, f"one of {', '.join(WHATS)}"),
        "at": AT,
    },
}
"""What every event of a kind has."""
