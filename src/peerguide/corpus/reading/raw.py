"""A corpus as its files have it: checked records, in the order of the files, on the way to being compiled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from peerguide.corpus.reading.files import FILES, GLOSSARY, SCENARIOS, SOURCES, SYNONYMS, VALUES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from peerguide.corpus.reading.placed import Record, Text

STATEMENT_KEYS = {"practice": "practices", "role": "roles"}
"""The key under which a value lists its statements of each kind."""


class Raw(NamedTuple):
    """The records of each kind. `cited` has the id of the document whose pages a file cites, `guide` the guide's own name,
    `either_part` the ids of statements that could be either part's.
    """

    values: list[Record]
    terms: list[Record]
    sources: list[Record]
    retired: list[Record]
    synonyms: list[Record]
    asked: list[Record]
    cited: Mapping[str, Text]
    guide: Text | None
    either_part: list[Text]
    scenarios: list[Record]

    @classmethod
    def of(cls, records: Mapping[str, Mapping[str, Any]]) -> Raw:
        """The corpus made of what each file holds, by the file's name."""
        return cls(
            values=records[VALUES].get("values", []),
            terms=records[GLOSSARY].get("terms", []),
            sources=records[SOURCES].get("sources", []),
            retired=[item for name in FILES for item in records[name].get("retired", [])],
            synonyms=records[SYNONYMS].get("synonyms", []),
            asked=records[SYNONYMS].get("asked", []),
            cited={name: record["source"] for name, record in records.items() if "source" in record},
            guide=records[VALUES].get("guide"),
            either_part=records[VALUES].get("either_part", []),
            scenarios=records[SCENARIOS].get("scenarios", []),
        )

    def statements(self) -> Iterator[tuple[Record, str, Record]]:
        """Each statement with its value and its kind."""
        for value in self.values:
            for kind, key in STATEMENT_KEYS.items():
                for statement in value.get(key, []):
                    yield value, kind, statement

    def entries(self) -> Iterator[Record]:
        """Every record that has a permanent id."""
        yield from self.values
        for _value, _kind, statement in self.statements():
            yield statement
        yield from self.terms
        yield from self.sources
        yield from self.scenarios
