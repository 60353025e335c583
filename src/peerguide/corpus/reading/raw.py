"""A corpus as its files have it: checked records, in the order of the files, on the way to being compiled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from peerguide.corpus.reading.files import (
    CROSSWALK,
    FILES,
    GLOSSARY,
    READINGS,
    SCENARIOS,
    SOURCES,
    SYNONYMS,
    VALUES,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from peerguide.corpus.reading.placed import Record, Text

STATEMENT_KEYS = {"practice": "practices", "role": "roles"}
"""The key under which a value lists its statements of each kind."""

READING_KEYS = {"section": "sections", "fact": "facts", "question": "questions"}
"""The key under which a reading lists its parts of each kind."""


class Raw(NamedTuple):
    """The records of each kind. `cited` has the id of the document whose pages a file cites, `guide` the guide's own name,
    `actions` the practices that belong to the guide as a whole and `actions_name` what to call them, `either_part` the ids of statements that could be either part's, `numbered` whether the document numbers its values.
    """

    values: list[Record]
    actions: list[Record]
    actions_name: Text | None
    terms: list[Record]
    sources: list[Record]
    retired: list[Record]
    synonyms: list[Record]
    asked: list[Record]
    cited: Mapping[str, Text]
    guide: Text | None
    numbered: Text | None
    either_part: list[Text]
    scenarios: list[Record]
    readings: list[Record]
    crosswalk: list[Record]

    @classmethod
    def of(cls, records: Mapping[str, Mapping[str, Any]]) -> Raw:
        """The corpus made of what each file holds, by the file's name."""
        return cls(
            values=records[VALUES].get("values", []),
            actions=records[VALUES].get("practices", []),
            actions_name=records[VALUES].get("practices_name"),
            terms=records[GLOSSARY].get("terms", []),
            sources=records[SOURCES].get("sources", []),
            retired=[item for name in FILES for item in records[name].get("retired", [])],
            synonyms=records[SYNONYMS].get("synonyms", []),
            asked=records[SYNONYMS].get("asked", []),
            cited={name: record["source"] for name, record in records.items() if "source" in record},
            guide=records[VALUES].get("guide"),
            numbered=records[VALUES].get("numbered"),
            either_part=records[VALUES].get("either_part", []),
            scenarios=records[SCENARIOS].get("scenarios", []),
            readings=records[READINGS].get("readings", []),
            crosswalk=records[CROSSWALK].get("crosswalk", []),
        )

    def statements(self) -> Iterator[tuple[Record, str, Record]]:
        """Each statement that stands under a value, with that value and its kind."""
        for value in self.values:
            for kind, key in STATEMENT_KEYS.items():
                for statement in value.get(key, []):
                    yield value, kind, statement

    def items(self) -> Iterator[tuple[Record, Record]]:
        """Each item that a practice of the whole guide lists, with that practice."""
        for action in self.actions:
            for item in action.get("items", []):
                yield action, item

    def reading_parts(self) -> Iterator[tuple[Record, str, Record]]:
        """Each part of a reading, with that reading and the kind of part."""
        for reading in self.readings:
            for kind, key in READING_KEYS.items():
                for part in reading.get(key, []):
                    yield reading, kind, part

    def entries(self) -> Iterator[Record]:
        """Every record that has a permanent id."""
        yield from self.values
        yield from (statement for _value, _kind, statement in self.statements())
        yield from self.actions
        yield from (item for _action, item in self.items())
        yield from self.terms
        yield from self.sources
        yield from self.scenarios
        yield from self.readings
        yield from (part for _reading, _kind, part in self.reading_parts())
        yield from self.crosswalk
