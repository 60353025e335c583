"""What people type for what the corpus says in other words, for whole words and for single entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.corpus.reading.raw import Raw


def saying_rows(raw: Raw) -> Iterator[tuple[str, str]]:
    """The rows of `saying`."""
    return ((str(group["typed"]), str(group["finds"])) for group in raw.synonyms)


def asked(raw: Raw) -> Iterator[tuple[str, str]]:
    """How people ask for an entry, one way after the other with commas between them, and its ref."""
    questions: dict[str, list[str]] = {}
    for record in raw.asked:
        questions.setdefault(str(record["ref"]), []).append(record["words"])
    for _reading, _kind, fact in raw.reading_parts():
        questions.setdefault(str(fact["id"]), []).extend(fact.get("asked", []))
    return (
        (", ".join(" ".join(one.split()) for one in words), ref) for ref, words in questions.items() if words
    )
