"""The rows of `name`: every way to write a name, folded as `spelling` folds what people type."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from peerguide.corpus.compiling.texts import one_line
from peerguide.corpus.names.spelling import fold, number_words, without_stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.corpus.reading.placed import Record
    from peerguide.corpus.reading.raw import Raw

    Row = tuple[str, str, str, str]
    """The kind of entry, the folded name, the ref, and the name to show."""


def name_rows(raw: Raw) -> Iterator[Row]:
    """The rows of `name`."""
    for value in raw.values:
        number = int(value["number"])
        names = [
            value["name"],
            *filter(None, [value.get("theme")]),
            *value.get("aliases", []),
            *value.get("found_by", []),
        ]
        short = without_stem(fold(value["name"]))
        yield from _ways("value", value, [value["id"], str(number), number_words(number), *names, short])
    for term in raw.terms:
        yield from _ways(
            "term", term, [term["id"], term["name"], *_parts(term["name"]), *term.get("aliases", [])]
        )
    for source in raw.sources:
        names = [source["id"], source["title"], *source.get("aliases", [])]
        yield from _ways("source", source, names, shown=source["title"])
    for kind, records in (("scenario", raw.scenarios), ("reading", raw.readings)):
        for record in records:
            yield from _ways(kind, record, [record["id"], record["title"]], shown=record["title"])
    for _reading, kind, part in raw.reading_parts():
        if kind == "section":
            names = [part["id"], part["title"], *part.get("aliases", [])]
            yield from _ways("section", part, names, shown=part["title"])


def _parts(name: str) -> list[str]:
    """The names that a heading joins: `Co-optation / peer drift`, `Peer support specialist (PSS)`."""
    return [part for part in re.split(r"\s*[/()]\s*", name) if part]


def _ways(kind: str, record: Record, names: list[str], shown: str | None = None) -> Iterator[Row]:
    for name in names:
        folded = fold(name)
        if folded:
            yield kind, folded, str(record["id"]), one_line(shown or record["name"]) or ""
