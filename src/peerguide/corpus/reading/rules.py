"""The rules that only the whole corpus can keep or break, one function each.

A rule looks at records that may be incomplete (their files' own problems are told beside it), so it asks for
a field before it uses it, and says nothing about pointers into a file that is broken itself.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from peerguide.corpus.names.spelling import fold, number_words
from peerguide.corpus.places import ALL
from peerguide.corpus.reading.action_rules import action_problems, theme_problems
from peerguide.corpus.reading.files import FILES, GLOSSARY, SOURCES, SYNONYMS, VALUES
from peerguide.corpus.reading.placed import problem_at, refs_of
from peerguide.corpus.reading.raw import STATEMENT_KEYS
from peerguide.corpus.reading.reading_rules import reading_problems
from peerguide.corpus.reading.scenario_rules import scenario_problems
from peerguide.corpus.reading.statement_rules import statement_problems

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from peerguide.corpus.reading.placed import Record, Text
    from peerguide.corpus.reading.raw import Raw
    from peerguide.corpus.reading.reading_rules import Elsewhere
    from peerguide.errors import Problem


def whole_corpus_problems(
    raw: Raw, broken: Collection[str] = (), elsewhere: Elsewhere | None = None
) -> Iterator[Problem]:
    """Every problem that only the whole shows.

    `broken` names files with problems of their own; `elsewhere` says what other guides have, where refs to them are to be looked up.
    """
    return chain(
        _guide(raw),
        _ids_used_twice(raw),
        _pointers(raw, broken),
        _pointers_to_itself(raw),
        _numbers(raw),
        _pages(raw),
        _names_used_twice(raw.values),
        _names_used_twice(raw.terms),
        _names_used_twice(raw.sources),
        _names_used_twice(raw.scenarios),
        _names_used_twice(raw.readings),
        _confused_twice(raw),
        _pages_of_the_document(raw),
        statement_problems(raw),
        theme_problems(raw),
        action_problems(raw, broken),
        scenario_problems(raw, broken),
        reading_problems(raw, broken, elsewhere),
        _retired(raw) if not broken else (),
    )


def _guide(raw: Raw) -> Iterator[Problem]:
    """The name that asks for all guides at once is no guide's own."""
    if raw.guide == ALL:
        yield problem_at(raw.guide, f'"{ALL}" asks for all guides at once; give this one another name')


def _ids_used_twice(raw: Raw) -> Iterator[Problem]:
    first: dict[str, Text] = {}
    for record in raw.entries():
        ref = record.get("id")
        if ref is None:
            continue
        if ref in first:
            where = first[ref]
            yield problem_at(
                ref, f'the id "{ref}" is used twice; it stands first in {where.path}, line {where.line}'
            )
        else:
            first[ref] = ref


def _pointers(raw: Raw, broken: Collection[str]) -> Iterator[Problem]:
    """Every id that points to another entry must lead to one."""
    targets = {
        "value": ({VALUES}, refs_of(raw.values)),
        "term": ({GLOSSARY}, refs_of(raw.terms)),
        "document": ({SOURCES}, refs_of(raw.sources)),
        "entry": ({*FILES} - {SYNONYMS}, refs_of(raw.entries())),
    }
    for noun, ref in chain(_all_pointers(raw), _asked(raw)):
        files, known = targets[noun]
        if files.isdisjoint(broken) and ref not in known:
            yield problem_at(ref, f'no {noun} has the id "{ref}"')


def _all_pointers(raw: Raw) -> Iterator[tuple[str, Text]]:
    for ref in raw.cited.values():
        yield "document", ref
    for value in raw.values:
        yield from (("term", ref) for ref in value.get("terms", []))
        yield from (("value", item["value"]) for item in value.get("confused_with", []) if "value" in item)
    for _value, _kind, statement in raw.statements():
        yield from (("value", ref) for ref in statement.get("also", []))
    for term in raw.terms:
        yield from (("term", ref) for ref in (*term.get("see_also", []), *term.get("also", [])))
        yield from (("document", ref) for ref in term.get("cites", []))


def _asked(raw: Raw) -> Iterator[tuple[str, Text]]:
    yield from (("entry", record["ref"]) for record in raw.asked if "ref" in record)


def _pointers_to_itself(raw: Raw) -> Iterator[Problem]:
    for value in raw.values:
        for item in value.get("confused_with", []):
            if "value" in item and item["value"] == value.get("id"):
                yield problem_at(item["value"], "a value cannot be confused with itself")
    for value, _kind, statement in raw.statements():
        for ref in statement.get("also", []):
            if ref == value.get("id"):
                yield problem_at(ref, '"also" names other values; this is the value it stands under')
    for term in raw.terms:
        for ref in (*term.get("see_also", []), *term.get("also", [])):
            if ref == term.get("id"):
                yield problem_at(ref, "a term cannot point to itself")


def _numbers(raw: Raw) -> Iterator[Problem]:
    """Values and statements are numbered from 1 up; only a retired id may leave a gap."""
    values = [(int(value["number"]), value["number"]) for value in raw.values if "number" in value]
    if len(values) == len(raw.values) == len({number for number, _place in values}):
        yield from _gaps(values, "the values", set())
    gone = refs_of(raw.retired)
    for value in raw.values:
        for kind, key in STATEMENT_KEYS.items():
            ids = [statement["id"] for statement in value.get(key, []) if "id" in statement]
            prefix = f"{value.get('id')}.{'p' if kind == 'practice' else 's'}"
            retired = {int(ref[len(prefix) :]) for ref in gone if ref.startswith(prefix)}
            yield from _gaps([(int(ref.rpartition(".")[2][1:]), ref) for ref in ids], f"the {key}", retired)


def _confused_twice(raw: Raw) -> Iterator[Problem]:
    for value in raw.values:
        others = [item["value"] for item in value.get("confused_with", []) if "value" in item]
        for position, other in enumerate(others):
            if other in others[:position]:
                yield problem_at(other, f'"confused_with" names "{other}" twice')


def _pages_of_the_document(raw: Raw) -> Iterator[Problem]:
    """No page may lie beyond the last of the document that is cited."""
    lengths = {
        str(source["id"]): source["pages"] for source in raw.sources if "id" in source and "pages" in source
    }
    for file, records in ((VALUES, raw.values), (GLOSSARY, raw.terms)):
        length = lengths.get(str(raw.cited.get(file)))
        for record in records if length else ():
            page = record.get("last_page", record.get("page"))
            if page is not None and page > length:
                yield problem_at(page, f"page {page} lies beyond the document's last, {length}")


def _gaps(numbers: list[tuple[int, Any]], what: str, retired: set[int]) -> Iterator[Problem]:
    expected = 1
    for number, place in sorted(numbers, key=lambda pair: pair[0]):
        while expected in retired:
            expected += 1
        if number > expected:
            yield problem_at(
                place, f"{what} are numbered without a gap; {expected} is missing before {number}"
            )
        expected = max(expected, number + 1)


def _pages(raw: Raw) -> Iterator[Problem]:
    for record in chain(raw.values, raw.terms):
        first, last = record.get("page"), record.get("last_page")
        if last is not None and first is None:
            yield problem_at(last, '"last_page" needs a "page" before it')
        elif last is not None and last < first:
            yield problem_at(last, f"the last page, {last}, comes before the first, {first}")
    for value, _kind, statement in raw.statements():
        page, first = statement.get("page"), value.get("page")
        last = value.get("last_page", first)
        if page is not None and first is not None and not first <= page <= last:
            where = f"page {first}" if first == last else f"pages {first} to {last}"
            yield problem_at(page, f"page {page} lies outside its value, which stands on {where}")


def _names_used_twice(records: Iterable[Record]) -> Iterator[Problem]:
    """An id, a number, a name or an alias must lead to one entry, however it is written."""
    first: dict[str, Record] = {}
    for record in records:
        for place, folded in _ways_to(record):
            owner = first.setdefault(folded, record)
            if owner is not record:
                yield problem_at(place, f'"{place}" already leads to "{owner.get("id", owner.get("name"))}"')
                break


def _ways_to(record: Record) -> Iterator[tuple[Any, str]]:
    """Everything that a person could type for an entry, folded, each with the place that it comes from."""
    own = record.get("id"), record.get("name", record.get("title"))
    for name in (*own, *record.get("aliases", []), *record.get("found_by", [])):
        if name is not None:
            yield name, fold(name) or name
    number = record.get("number")
    if number is not None:
        yield number, str(number)
        yield number, number_words(number)


def _retired(raw: Raw) -> Iterator[Problem]:
    used = refs_of(raw.entries())
    replaced = {
        str(item["id"]): item["replaced_by"] for item in raw.retired if "id" in item and "replaced_by" in item
    }
    for item in raw.retired:
        ref, heir = item.get("id"), item.get("replaced_by")
        if ref is not None and ref in used:
            yield problem_at(ref, f'the id "{ref}" is retired, yet an entry still uses it')
        if heir is not None and _last_heir(heir, replaced) not in used:
            yield problem_at(heir, f'"{heir}" leads to no entry that is in use')


def _last_heir(ref: str, replaced: dict[str, Text]) -> str:
    """Where a chain of replacements ends; a circle ends anywhere in it."""
    for _step in range(len(replaced)):
        if ref not in replaced:
            break
        ref = str(replaced[ref])
    return ref
