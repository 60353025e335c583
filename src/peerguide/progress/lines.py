"""Events and responses as lines of JSON, for moving them between machines; and the lines read back, with all that is wrong in them."""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from peerguide.errors import Problem
from peerguide.progress.events import MODES, WHATS, Amendment, Answer
from peerguide.progress.fields import (
    AT,
    CARD,
    CREDIT,
    GRADE,
    NAME,
    REF,
    TEXT,
    TRUTH,
    UID,
    no_number,
    once,
    one_of,
)
from peerguide.progress.reflection.responses import FREQUENCIES, PARTS, Response
from peerguide.progress.rows import instant_of, milliseconds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from peerguide.progress.fields import Field
    from peerguide.progress.store import Entry

VERSION = 2
"""The newest kind of file: 2 may hold responses of reflections, 1 only answers and amendments."""

HEADER = {"peerguide": "progress", "version": 1}
"""What stands in the first line of the oldest kind."""

MADE: Mapping[str, type[Entry]] = {"answer": Answer, "amendment": Amendment, "response": Response}
"""What each kind of line holds."""


class Parsed(NamedTuple):
    """An event or a response, the line it stands in, and where in it the uid stands and the uid that it refers to."""

    event: Entry
    line: int
    uid_column: int
    answer_column: int


class Lines(NamedTuple):
    """What is in a file: its events and responses, its problems, and every uid it names, be it in a line with problems."""

    parsed: list[Parsed]
    problems: list[Problem]
    named: set[str]


def header_of(entries: Iterable[Entry]) -> str:
    """The first line of a file with these: of the oldest kind that can hold them, so that older versions can read it."""
    version = VERSION if any(isinstance(entry, Response) for entry in entries) else HEADER["version"]
    return json.dumps(HEADER | {"version": version})


def line_of(event: Entry) -> str:
    """The event or response as one line of JSON, in plain ASCII, without an end of line."""
    name = type(event).__name__.lower()
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
        record = json.loads(text, object_pairs_hook=once, parse_constant=no_number)
    except json.JSONDecodeError as error:
        return Problem("", 1, error.colno, f"this is not valid JSON: {error.msg.lower()}")
    except (ValueError, RecursionError) as error:
        return Problem("", 1, 1, f"this is not valid JSON: {error}")
    return record if isinstance(record, dict) else Problem("", 1, 1, "an event is an object, in braces")


def _problems_of(record: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What is wrong with a record, each with the field it is about."""
    kind = record.get("event")
    fields = FIELDS.get(kind) if isinstance(kind, str) else None
    if fields is None:
        yield "event", '"event" must be "answer", "amendment" or "response"'
        return
    for name, (fits, meant) in fields.items():
        if name not in record:
            yield name, f'"{name}" is missing'
        elif not fits(record[name]):
            yield name, f'"{name}" must be {meant}'
    for name in record.keys() - fields.keys() - {"event"}:
        yield name, f"{json.dumps(name)} is not known here"


def _event_of(record: Mapping[str, Any]) -> Entry:
    fields = {name: value for name, value in record.items() if name != "event"}
    fields["at"] = instant_of(milliseconds(datetime.fromisoformat(record["at"])))
    return MADE[record["event"]](**fields)


def _column(text: str, field: str) -> int:
    """Where a field begins in a line; 1 where it is not found, as when it is missing.

    A record holds no other record, so a name before a colon is always the field.
    """
    found = re.search(re.escape(json.dumps(field)) + r"\s*:", text)
    return found.start() + 1 if found else 1


FIELDS: Mapping[str, Mapping[str, Field]] = {
    "answer": {
        "uid": UID,
        "guide": NAME,
        "card": CARD,
        "kind": NAME,
        "value": REF,
        "at": AT,
        "mode": one_of(MODES),
        "sitting": NAME,
        "given": TEXT,
        "correct": TRUTH,
        "grade": GRADE,
        "credit": CREDIT,
        "key": REF,
        "chosen": REF,
    },
    "amendment": {
        "uid": UID,
        "answer": UID,
        "what": one_of(WHATS),
        "at": AT,
    },
    "response": {
        "uid": UID,
        "guide": NAME,
        "reflection": NAME,
        "part": one_of(PARTS),
        "ref": NAME,
        "at": AT,
        "answer": one_of(FREQUENCIES),
        "note": TEXT,
    },
}
"""What every event of a kind has, and a response of a reflection."""
