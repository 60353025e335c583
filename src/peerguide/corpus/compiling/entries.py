"""The rows of `entry`, and those of `source` and `crosswalk`: everything that has a ref, in the corpus's order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from peerguide.corpus.compiling.texts import one_line, paragraphs, plain_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from peerguide.corpus.reading.placed import Record
    from peerguide.corpus.reading.raw import Raw

_PERCENT = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")


def entry_rows(raw: Raw) -> Iterator[tuple[Any, ...]]:
    """The rows of `entry`."""
    for value in sorted(raw.values, key=lambda value: int(value["number"])):
        yield _entry(value, "value", text=value["meaning"], number=int(value["number"]))
        for kind, key in (("practice", "practices"), ("role", "roles")):
            for statement in sorted(value.get(key, []), key=_number):
                yield _entry(
                    statement, kind, text=statement["text"], value=value["id"], number=_number(statement)
                )
    yield from _actions(raw)
    for number, term in enumerate(raw.terms, 1):
        yield _entry(term, "term", text=term["definition"], number=number)
    for number, source in enumerate(raw.sources, 1):
        yield _entry(source, "source", text=source["about"], number=number)
    for number, scenario in enumerate(raw.scenarios, 1):
        main = str(scenario["values"][0])
        yield _entry(scenario, "scenario", text=scenario["situation"], number=number, value=main)
    yield from _readings(raw)
    for number, row in enumerate(raw.crosswalk, 1):
        yield _entry(row, "crosswalk", text=row["why"], number=number)


def _actions(raw: Raw) -> Iterator[tuple[Any, ...]]:
    """The practices of the whole guide, each followed by what it lists."""
    for number, action in enumerate(raw.actions, 1):
        yield _entry(action, "practice", text=action["text"], number=number)
        for place, item in enumerate(action.get("items", []), 1):
            named = {"name": action["items_name"], **item}
            yield _entry(named, "item", text=item["text"], number=place, value=action["id"])


def _readings(raw: Raw) -> Iterator[tuple[Any, ...]]:
    """The readings, each followed by its sections and the facts in them."""
    for number, reading in enumerate(raw.readings, 1):
        yield _entry(reading, "reading", text=reading["summary"], number=number)
        for place, section in enumerate(reading["sections"], 1):
            yield _entry(section, "section", text=section["text"], number=place, value=reading["id"])
        for place, fact in enumerate(reading.get("facts", []), 1):
            yield _entry(fact, "fact", text=fact["text"], number=place, value=fact["section"])


def _number(statement: Record) -> int:
    """The number at the end of a statement's id."""
    return int(statement["id"].rpartition(".")[2][1:])


def _entry(
    record: Mapping[str, Any], kind: str, *, text: str, number: int, value: str | None = None
) -> tuple[Any, ...]:
    return (
        str(record["id"]),
        kind,
        value,
        number,
        one_line(record.get("name", record.get("title"))),
        _aliases(record),
        one_line(record.get("theme")) or _particulars(record),
        paragraphs(text),
        plain_number(record.get("page")),
        plain_number(record.get("last_page", record.get("page"))),
        one_line(record.get("gist")),
    )


def _aliases(record: Mapping[str, Any]) -> str | None:
    """The other names by which search should find an entry: for a document, who made it and when."""
    names = [
        *record.get("aliases", []),
        *record.get("found_by", []),
        *(record.get(key) for key in ("author", "publisher", "year")),
    ]
    return "; ".join(" ".join(str(name).split()) for name in names if name) or None


def _particulars(record: Mapping[str, Any]) -> str | None:
    """What else there is to find a document by: where it is cited, how to get it, on what terms; or a scenario by."""
    setting = record.get("setting")
    keys = ("note", "obtain", "terms_of_use", "hard", "discuss", "law")
    parts = [setting and f"{setting}.", *(record.get(key) for key in keys)]
    return one_line(" ".join(part for part in parts if part)) or None


def source_row(source: Record) -> tuple[Any, ...]:
    """The row of `source` for a document."""
    return (
        str(source["id"]),
        one_line(source.get("author")),
        one_line(source.get("publisher")),
        plain_number(source.get("year")),
        _address(source.get("address")),
        plain_number(source.get("pages")),
        one_line(source.get("note")),
        one_line(source["obtain"]),
        one_line(source["terms_of_use"]),
    )


def _address(address: str | None) -> str | None:
    """A web address in its normal form, RFC 3986, section 6.2.2.2: what needs no percent-encoding has none."""
    if address is None:
        return None

    def decoded(match: re.Match[str]) -> str:
        character = chr(int(match[1], 16))
        return character if _UNRESERVED.match(character) else match[0].upper()

    return _PERCENT.sub(decoded, address.strip())


def crosswalk_rows(raw: Raw) -> Iterator[tuple[Any, ...]]:
    """The rows of `crosswalk`."""
    for row in raw.crosswalk:
        begin, end = (row.get(key) and str(row[key]) for key in ("from", "to"))
        yield str(row["id"]), begin, end, str(row["closeness"])
