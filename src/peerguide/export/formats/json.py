"""The corpus, or a part of it, as one JSON document; `--what schema` is the JSON Schema that it keeps to.

Entries have the shapes of `peerguide value --json`, `term --json`, `source --json`, `scenario --json`, `reading --json`, `crosswalk --json` and
`quiz --json`.
"""

from __future__ import annotations

import json
from itertools import chain
from typing import TYPE_CHECKING

from peerguide.corpus.records import record
from peerguide.export.credits import notice
from peerguide.export.format import Format

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from peerguide.corpus.model.crosswalk import Row
    from peerguide.export.selection import Selection


def _corpus(selection: Selection) -> Iterator[str]:
    """All that is chosen: values with their statements, terms, documents, scenarios, the practices of the guide as a whole, readings, crosswalk."""
    yield "{\n"
    for name in ("guide", "title"):
        yield f"  {_text(name)}: {_text(getattr(selection, name))},\n"
    parts = (
        ("values", selection.values()),
        ("terms", selection.terms()),
        ("sources", selection.sources()),
        ("scenarios", selection.scenarios()),
        ("guide_practices", selection.practices_of_all()),
        ("readings", selection.readings()),
        ("crosswalk", _rows(selection)),
    )
    for place, (name, entries) in enumerate(parts):
        yield ",\n" if place else ""
        yield f"  {_text(name)}: "
        yield from _list(entries, "  ")
    yield from (f",\n  {_text('notice')}: {_text(sentence)}" for sentence in notice(selection.corpus))
    yield "\n}\n"


def _values(selection: Selection) -> Iterator[str]:
    yield from _document(selection.values())


def _practices(selection: Selection) -> Iterator[str]:
    of_values = (statement for value in selection.values() for statement in value.practices)
    yield from _document(chain(of_values, selection.practices_of_all()))


def _roles(selection: Selection) -> Iterator[str]:
    yield from _document(statement for value in selection.values() for statement in value.roles)


def _terms(selection: Selection) -> Iterator[str]:
    yield from _document(selection.terms())


def _sources(selection: Selection) -> Iterator[str]:
    yield from _document(selection.sources())


def _scenarios(selection: Selection) -> Iterator[str]:
    yield from _document(selection.scenarios())


def _readings(selection: Selection) -> Iterator[str]:
    yield from _document(selection.readings())


def _crosswalk(selection: Selection) -> Iterator[str]:
    yield from _document(_rows(selection))


def _rows(selection: Selection) -> Iterator[Row]:
    """The rows of the crosswalk."""
    return (row for group in selection.crosswalk() for row in group.rows)


def _questions(selection: Selection) -> Iterator[str]:
    import peerguide.quiz.records  # noqa: F401 - it knows the shape of a question

    yield from _document(selection.bank())


def _schema(_selection: Selection) -> Iterator[str]:
    from peerguide.export.json_schema import corpus_schema

    yield json.dumps(corpus_schema(), indent=2) + "\n"


def _document(entries: Iterable[object]) -> Iterator[str]:
    yield from _list(entries, "")
    yield "\n"


def _list(entries: Iterable[object], margin: str) -> Iterator[str]:
    """A list, entry by entry, so that a large one is never in memory whole."""
    import peerguide.corpus.told_records  # noqa: F401 - it knows the shapes of readings and of the crosswalk

    before = "[\n"
    for entry in entries:
        text = json.dumps(record(entry), ensure_ascii=False, indent=2)
        indented = text.replace("\n", f"\n{margin}  ")  # a text inside has its newlines escaped
        yield f"{before}{margin}  {indented}"
        before = ",\n"
    yield "[]" if before == "[\n" else f"\n{margin}]"


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


FORMAT = Format(
    "json",
    "the corpus or a part of it, for programs",
    ".json",
    {
        "corpus": _corpus,
        "values": _values,
        "practices": _practices,
        "roles": _roles,
        "terms": _terms,
        "sources": _sources,
        "scenarios": _scenarios,
        "readings": _readings,
        "crosswalk": _crosswalk,
        "questions": _questions,
        "schema": _schema,
    },
)
