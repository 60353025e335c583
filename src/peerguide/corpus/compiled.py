"""A corpus as one SQLite database: built once from the YAML, read by every command.

Everything that has a ref is a row of `entry`, in the corpus's order; what points from one entry to another is a
row of `link`; every way to write a name is a row of `name`, folded as `spelling` folds what people type. The column `plain` is
empty here: it is for the plain words over which an official wording is laid (`wordings`).
"""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from typing import TYPE_CHECKING, Any

from peerguide.corpus.names.spelling import fold, number_words, without_stem, words_of
from peerguide.corpus.reading.files import GLOSSARY, VALUES
from peerguide.corpus.scenarios import choice_rows, scenario_rows
from peerguide.corpus.tables import INDEXED, SCHEMA, TOKENIZE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from peerguide.corpus.reading.placed import Record
    from peerguide.corpus.reading.raw import Raw

_PERCENT = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")


def compile_corpus(raw: Raw, key: str) -> sqlite3.Connection:
    """A database in memory that holds this corpus, under the key by which the cache will know it."""
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.executescript(SCHEMA.format(tokenize=TOKENIZE))
    database.execute("BEGIN")
    database.executemany("INSERT INTO meta VALUES (?, ?)", _meta(raw, key))
    database.executemany(
        "INSERT INTO entry VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, NULL)", _entries(raw)
    )
    database.executemany(
        "INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", map(_source_row, raw.sources)
    )
    database.executemany("INSERT INTO scenario VALUES (?, ?, ?, ?, ?, ?, ?, ?)", scenario_rows(raw))
    database.executemany("INSERT INTO choice VALUES (?, ?, ?, ?, ?, ?, ?)", choice_rows(raw))
    database.executemany("INSERT INTO link VALUES (?, ?, ?, ?, ?)", _links(raw))
    database.executemany("INSERT OR IGNORE INTO name VALUES (?, ?, ?, ?)", _names(raw))
    database.executemany("UPDATE entry SET asked = ? WHERE ref = ?", _asked(raw))
    for table, which in (("passage", "!="), ("scene", "=")):
        database.execute(
            f"INSERT INTO {table} (rowid, {INDEXED}) SELECT seq, {INDEXED} FROM entry WHERE kind {which} 'scenario'"  # noqa: S608 - names of ours only
        )
    database.executemany("INSERT INTO synonym VALUES (?, ?)", _synonyms(raw))
    database.executemany("INSERT INTO word VALUES (?, ?)", _vocabulary(database, raw))
    database.execute("COMMIT")
    return database


def _meta(raw: Raw, key: str) -> Iterator[tuple[str, str]]:
    yield "key", key
    yield from (("guide", str(name)) for name in [raw.guide] if name)
    yield from (
        (f"cited by {name}", str(raw.cited[name])) for name in (VALUES, GLOSSARY) if name in raw.cited
    )


def _entries(raw: Raw) -> Iterator[tuple[Any, ...]]:
    for value in sorted(raw.values, key=lambda value: int(value["number"])):
        yield _entry(value, "value", text=value["meaning"], number=int(value["number"]))
        for kind, key in (("practice", "practices"), ("role", "roles")):
            for statement in sorted(value.get(key, []), key=_number):
                yield _entry(
                    statement, kind, text=statement["text"], value=value["id"], number=_number(statement)
                )
    for number, term in enumerate(raw.terms, 1):
        yield _entry(term, "term", text=term["definition"], number=number)
    for number, source in enumerate(raw.sources, 1):
        yield _entry(source, "source", text=source["about"], number=number)
    for number, scenario in enumerate(raw.scenarios, 1):
        main = str(scenario["values"][0])
        yield _entry(scenario, "scenario", text=scenario["situation"], number=number, value=main)


def _number(statement: Record) -> int:
    """The number at the end of a statement's id."""
    return int(statement["id"].rpartition(".")[2][1:])


def _entry(record: Record, kind: str, *, text: str, number: int, value: str | None = None) -> tuple[Any, ...]:
    return (
        str(record["id"]),
        kind,
        value,
        number,
        _line(record.get("name", record.get("title"))),
        _aliases(record),
        _line(record.get("theme")) or _particulars(record),
        "\n".join(filter(None, (" ".join(part.split()) for part in text.splitlines()))),
        _integer(record.get("page")),
        _integer(record.get("last_page", record.get("page"))),
        _line(record.get("gist")),
    )


def _aliases(record: Record) -> str | None:
    """The other names by which search should find an entry: for a document, who made it and when."""
    names = [
        *record.get("aliases", []),
        *record.get("found_by", []),
        *(record.get(key) for key in ("author", "publisher", "year")),
    ]
    return "; ".join(" ".join(str(name).split()) for name in names if name) or None


def _particulars(record: Record) -> str | None:
    """What else there is to find a document by: where it is cited, how to get it, on what terms; or a scenario by."""
    setting = record.get("setting")
    keys = ("note", "obtain", "terms_of_use", "hard", "discuss", "law")
    parts = [setting and f"{setting}.", *(record.get(key) for key in keys)]
    return _line(" ".join(part for part in parts if part)) or None


def _synonyms(raw: Raw) -> Iterator[tuple[str, str]]:
    for group in raw.synonyms:
        finds = "\n".join(_listed(group["finds"]))
        yield from ((typed, finds) for typed in _listed(group["typed"]))


def _listed(text: str) -> list[str]:
    """The words of each part of a list with commas; a part without any is none."""
    return list(filter(None, (" ".join(words_of(part)) for part in text.split(","))))


def _asked(raw: Raw) -> Iterator[tuple[str, str]]:
    """How people ask for an entry, joined where several records say it, and its ref."""
    asked: dict[str, list[str]] = {}
    for record in raw.asked:
        asked.setdefault(str(record["ref"]), []).extend(record["words"].split())
    return ((" ".join(words), ref) for ref, words in asked.items())


def _vocabulary(database: sqlite3.Connection, raw: Raw) -> list[tuple[str, int]]:
    """Every word that search can find, as it is spelt, with how often the guide has it: a scenario is not the guide's own words."""
    counts: Counter[str] = Counter()
    told = [*(group["typed"] for group in raw.synonyms), *(record["words"] for record in raw.asked)]
    for kind, *texts in database.execute("SELECT kind, name, alias, theme, text FROM entry"):
        text = " ".join(filter(None, texts))
        if kind == "scenario":
            told.append(text)
        else:
            counts.update(words_of(text))
    known = set(words_of(" ".join(told)))
    return sorted(counts.items()) + [(word, 0) for word in sorted(known - counts.keys())]


def _source_row(source: Record) -> tuple[Any, ...]:
    return (
        str(source["id"]),
        _line(source.get("author")),
        _line(source.get("publisher")),
        _integer(source.get("year")),
        _address(source.get("address")),
        _integer(source.get("pages")),
        _line(source.get("note")),
        _line(source["obtain"]),
        _line(source["terms_of_use"]),
    )


def _line(text: str | None) -> str | None:
    """The text on one line: what must not break a list."""
    return None if text is None else " ".join(text.split())


def _integer(number: int | None) -> int | None:
    return None if number is None else int(number)


def _address(address: str | None) -> str | None:
    """A web address in its normal form, RFC 3986, section 6.2.2.2: what needs no percent-encoding has none."""
    if address is None:
        return None

    def decoded(match: re.Match[str]) -> str:
        character = chr(int(match[1], 16))
        return character if _UNRESERVED.match(character) else match[0].upper()

    return _PERCENT.sub(decoded, address.strip())


def _links(raw: Raw) -> Iterator[tuple[str, str, int, str, str | None]]:
    for value in raw.values:
        yield from _numbered(value, "term", value.get("terms", []))
        yield from _numbered(value, "found", filter(None, map(_line, value.get("found_by", []))))
        for position, item in enumerate(value.get("confused_with", [])):
            yield str(value["id"]), "confused", position, str(item["value"]), _line(item["why"])
    for _value, _kind, statement in raw.statements():
        yield from _numbered(statement, "also", statement.get("also", []))
        yield from _numbered(statement, "gap", statement.get("gap", []))
        yield from _numbered(statement, "repeats", filter(None, [statement.get("repeats")]))
    for term in raw.terms:
        yield from _numbered(term, "see", term.get("see_also", []))
        yield from _numbered(term, "cites", term.get("cites", []))
        yield from _numbered(term, "also", term.get("also", []))
    yield from ((str(ref), "either part", 0, str(ref), None) for ref in raw.either_part)
    for record in (*raw.values, *raw.terms, *raw.sources):
        yield from _numbered(record, "alias", filter(None, map(_line, record.get("aliases", []))))
    for scenario in raw.scenarios:
        for relation, key in (("value", "values"), ("between", "between"), ("touches", "terms")):
            yield from _numbered(scenario, relation, scenario.get(key, []))
    for item in raw.retired:
        yield from _numbered(item, "replaced", [item["replaced_by"]])


def _numbered(
    record: Record, relation: str, targets: Iterable[str]
) -> Iterator[tuple[str, str, int, str, str | None]]:
    for position, target in enumerate(targets):
        yield str(record["id"]), relation, position, str(target), None


def _names(raw: Raw) -> Iterator[tuple[str, str, str, str]]:
    for value in raw.values:
        number = int(value["number"])
        names = [value["name"], value["theme"], *value.get("aliases", []), *value.get("found_by", [])]
        short = without_stem(fold(value["name"]))
        yield from _ways("value", value, [value["id"], str(number), number_words(number), *names, short])
    for term in raw.terms:
        yield from _ways(
            "term", term, [term["id"], term["name"], *_parts(term["name"]), *term.get("aliases", [])]
        )
    for source in raw.sources:
        names = [source["id"], source["title"], *source.get("aliases", [])]
        yield from _ways("source", source, names, shown=source["title"])
    for scenario in raw.scenarios:
        names = [scenario["id"], scenario["title"]]
        yield from _ways("scenario", scenario, names, shown=scenario["title"])


def _parts(name: str) -> list[str]:
    """The names that a heading joins: `Co-optation / peer drift`, `Peer support specialist (PSS)`."""
    return [part for part in re.split(r"\s*[/()]\s*", name) if part]


def _ways(
    kind: str, record: Record, names: list[str], shown: str | None = None
) -> Iterator[tuple[str, str, str, str]]:
    for name in names:
        folded = fold(name)
        if folded:
            yield kind, folded, str(record["id"]), _line(shown or record["name"]) or ""
