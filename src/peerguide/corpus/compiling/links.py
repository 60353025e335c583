"""The rows of `link`: what points from one entry to another, and the words that belong to one."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from peerguide.corpus.compiling.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from peerguide.corpus.reading.placed import Record
    from peerguide.corpus.reading.raw import Raw

    Row = tuple[str, str, int, str, str | None]
    """A ref, the relation, the place in it, the target, and why."""

OF_WORDS = ("alias", "found", "gap")
"""The relations whose targets are words; those of all others are refs."""


def link_rows(raw: Raw) -> Iterator[Row]:
    """The rows of `link`."""
    statements = [statement for _value, _kind, statement in raw.statements()]
    items = [item for _action, item in raw.items()]
    yield from _lists(raw.values, ("term", "terms"))
    yield from _lists(chain(raw.values, statements, raw.actions, items), ("also", "also"))
    yield from _lists(chain(statements, raw.actions, items), ("gap", "gap"))
    yield from _lists(raw.terms, ("see", "see_also"), ("cites", "cites"), ("also", "also"))
    yield from _lists(raw.scenarios, ("value", "values"), ("between", "between"), ("touches", "terms"))
    yield from _lists(raw.readings, ("value", "values"), ("touches", "terms"))
    yield from _words(raw.values, "found", "found_by")
    yield from _words(chain(raw.values, raw.terms, raw.sources), "alias", "aliases")
    yield from _single(statements, "repeats", "repeats")
    yield from _single(raw.readings, "restates", "source")
    yield from _single(raw.retired, "replaced", "replaced_by")
    yield from _told(raw.values, "confused", "confused_with", ("value", "why"))
    yield from _told(raw.readings, "discuss", "questions", ("id", "text"))
    yield from ((str(ref), "either part", 0, str(ref), None) for ref in raw.either_part)


def _lists(records: Iterable[Record], *relations: tuple[str, str]) -> Iterator[Row]:
    """What records list, by each relation and the key under which they do."""
    for record in records:
        for relation, key in relations:
            for position, target in enumerate(record.get(key, [])):
                yield str(record["id"]), relation, position, str(target), None


def _words(records: Iterable[Record], relation: str, key: str) -> Iterator[Row]:
    """The words that records list, each on one line."""
    for record in records:
        words = filter(None, map(one_line, record.get(key, [])))
        yield from (
            (str(record["id"]), relation, position, word, None) for position, word in enumerate(words)
        )


def _single(records: Iterable[Record], relation: str, key: str) -> Iterator[Row]:
    """The one thing to which records point."""
    for record in records:
        if key in record:
            yield str(record["id"]), relation, 0, str(record[key]), None


def _told(records: Iterable[Record], relation: str, key: str, fields: tuple[str, str]) -> Iterator[Row]:
    """What records list with something said of each."""
    target, text = fields
    for record in records:
        for position, item in enumerate(record.get(key, [])):
            yield str(record["id"]), relation, position, str(item[target]), one_line(item[text])
