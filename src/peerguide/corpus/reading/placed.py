"""Texts, numbers and records that know where they stood in a file, so that a problem can be told at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from peerguide.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from peerguide.corpus.reading.nodes import Node


class Place(Protocol):
    """Something that stands in a line and a column of a file."""

    path: str
    line: int
    column: int


class Text(str):  # noqa: SLOT000 - it carries its place
    """A text that knows where it stood."""

    path: str
    line: int
    column: int

    @classmethod
    def at(cls, node: Node) -> Text:
        """The text of a scalar, without the white space around it."""
        text = cls(node.text.strip())
        text.path, text.line, text.column = node.path, node.line, node.column
        return text


class Number(int):
    """A whole number that knows where it stood."""

    path: str
    line: int
    column: int

    @classmethod
    def at(cls, node: Node) -> Number:
        """The number that a scalar spells."""
        number = cls(node.text)
        number.path, number.line, number.column = node.path, node.line, node.column
        return number


class Record(dict[str, Any]):
    """The fields of a mapping, by name, with the place where it begins."""

    path: str
    line: int
    column: int


def problem_at(place: Place, message: str) -> Problem:
    """The problem that stands at a place."""
    return Problem(place.path, place.line, place.column, message)


def refs_of(records: Iterable[Record]) -> set[str]:
    """The ids of these records, as far as they have one."""
    return {str(record["id"]) for record in records if "id" in record}
