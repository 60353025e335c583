"""A reflection as a file to hand over: JSON that people can read, and read back with all that is wrong in it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from peerguide.errors import InvalidFilesError, Problem
from peerguide.progress.fields import AT, NAME, TEXT, one_of
from peerguide.progress.reflection.placed import Placed, placed
from peerguide.progress.reflection.responses import FREQUENCIES, PARTS
from peerguide.progress.rows import instant_of, milliseconds

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from peerguide.progress.fields import Field
    from peerguide.progress.reflection.reflections import Reflection
    from peerguide.progress.reflection.responses import Frequency, Part
    from peerguide.progress.reflection.statements import Item

VERSION = 1

HEADER = {"peerguide": "reflection", "version": VERSION}
"""How the file begins."""


class HandedAnswer(NamedTuple):
    """What was said of one statement, and how the statement read there."""

    ref: str
    text: str
    answer: Frequency
    note: str


@dataclass(frozen=True)
class Handed:
    """A reflection that was handed over. `name` is what the file is called; `place` says where its part stands in it."""

    name: str
    guide: str
    part: Part
    began: datetime
    last: datetime
    answers: Mapping[str, HandedAnswer]
    place: Problem


def handed_text(reflection: Reflection, items: Sequence[Item], *, notes: bool) -> str:
    """The file of a reflection: its answers to these statements, one a line, with their notes or without."""
    said = [(item, reflection.answers[item.ref]) for item in items if item.ref in reflection.answers]
    head = {
        **HEADER,
        "guide": reflection.guide,
        "as": reflection.part,
        "began": _instant(reflection.began),
        "last": _instant(reflection.last),
    }
    lines = (
        {
            "ref": item.ref,
            "text": item.text,
            "answer": response.answer,
            "note": response.note if notes else "",
        }
        for item, response in said
    )
    fields = [f"  {_json(name)}: {_json(value)},\n" for name, value in head.items()]
    answers = ",".join(f"\n    {_json(line)}" for line in lines)
    return f'{{\n{"".join(fields)}  "answers": [{answers}\n  ]\n}}\n'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _instant(instant: datetime) -> str:
    return instant.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def read_handed(data: bytes, name: str) -> Handed:
    """The reflection in a file. Raises InvalidFilesError with every problem of it; `name` is what they call the file."""
    found = placed(data, name)
    if isinstance(found, Problem):
        raise _invalid(name, [found])
    header = _header_problem(found.value)
    if header:
        raise _invalid(name, [Problem(name, 1, 1, header)])
    problems = list(_problems(found))
    if problems:
        raise _invalid(name, [found.problem(name, *problem) for problem in problems])
    record: dict[str, Any] = found.value
    answers = [HandedAnswer(one["ref"], one["text"], one["answer"], one["note"]) for one in record["answers"]]
    return Handed(
        name,
        record["guide"],
        record["as"],
        _read_instant(record["began"]),
        _read_instant(record["last"]),
        {one.ref: one for one in answers},
        found.problem(name, ("as",), ""),
    )


def _read_instant(text: str) -> datetime:
    return instant_of(milliseconds(datetime.fromisoformat(text)))


def _header_problem(record: object) -> str | None:
    """What is wrong with how a file begins."""
    header = record if isinstance(record, dict) else {}
    version = header.get("version")
    if header.get("peerguide") != "reflection" or type(version) is not int or version < 1:
        return "this is no reflection that was exported, which begins with " + json.dumps(HEADER)[:-1]
    if version > VERSION:
        return f"a newer peerguide exported this (version {version}, and this one knows {VERSION}): update peerguide"
    return None


FIELDS: Mapping[str, Field] = {
    "guide": NAME,
    "as": one_of(PARTS),
    "began": AT,
    "last": AT,
    "answers": (lambda value: isinstance(value, list), "a list, in brackets"),
}
ANSWER_FIELDS: Mapping[str, Field] = {"ref": NAME, "text": TEXT, "answer": one_of(FREQUENCIES), "note": TEXT}
"""What every file has, and every answer in it."""


def _problems(found: Placed) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """What is wrong with the fields of a file, each with its place."""
    record = found.value
    yield from _field_problems(record, FIELDS, (), HEADER.keys())
    answers = record.get("answers")
    seen: set[str] = set()
    for number, one in enumerate(answers if isinstance(answers, list) else []):
        if not isinstance(one, dict):
            yield ("answers", number), "an answer is an object, in braces"
            continue
        yield from _field_problems(one, ANSWER_FIELDS, ("answers", number))
        if str(one.get("ref")) in seen:
            yield ("answers", number, "ref"), "this statement stands here twice"
        seen.add(str(one.get("ref")))


def _field_problems(
    record: Mapping[str, Any],
    fields: Mapping[str, Field],
    place: tuple[str | int, ...],
    known: Sequence[str] | Any = (),  # noqa: ANN401 - the view of a mapping's keys
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for name, (fits, meant) in fields.items():
        if name not in record:
            yield place, f'"{name}" is missing'
        elif not fits(record[name]):
            yield (*place, name), f'"{name}" must be {meant}'
    for name in sorted(record.keys() - fields.keys() - set(known)):
        yield (*place, name), f"{json.dumps(name)} is not known here"


def _invalid(name: str, problems: list[Problem]) -> InvalidFilesError:
    count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
    return InvalidFilesError(
        f"{name} cannot be read as a reflection: {count} found.",
        "Export it once more where it comes from, with: peerguide reflect export FILE",
        problems,
    )
