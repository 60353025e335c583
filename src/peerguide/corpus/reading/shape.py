"""The shape of the corpus files, declared once: `check` reads by it, `schema` publishes it.

A shape says what may stand at one place of a file. Reading a node by its shape reports everything that does
not fit and gives back plain data in which every text and number still knows its place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

from peerguide.corpus.reading.placed import Number, Record, Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from peerguide.corpus.reading.nodes import Node
    from peerguide.corpus.reading.placed import Place

    Report = Callable[["Place", str], None]
    """Takes a place and the sentence of the problem there."""

SLUG = r"(?:0|[1-9][0-9]*|(?![0-9]+(?:$|\.))[a-z0-9]+(?:-[a-z0-9]+)*)"
STATEMENT = rf"{SLUG}\.[ps][1-9][0-9]*"


class Shape(Protocol):
    """What may stand at one place of a file."""

    def read(self, node: Node, what: str, report: Report) -> Any:  # noqa: ANN401 - each shape gives its own data
        """What stands there, or None when it does not fit; each thing that does not is reported."""

    def schema(self) -> dict[str, Any]:
        """What JSON Schema can say of it."""


NOUNS = {"scalar": "a text", "list": "a list", "mapping": "a mapping"}


@dataclass(frozen=True, eq=False, repr=False)
class TextShape:
    """Any text that is not empty."""

    about: str

    def read(self, node: Node, what: str, report: Report) -> Text | None:
        """The text, or None when this is none."""
        return _text(node, what, report)

    def schema(self) -> dict[str, Any]:
        """What JSON Schema can say of it; YAML may have read the text as a number or a truth value."""
        return {"description": self.about, "type": ["string", "number", "boolean"], "pattern": r"\S"}


@dataclass(frozen=True, eq=False, repr=False)
class RefShape:
    """A permanent id, by its pattern; `example` shows one."""

    about: str
    example: str
    pattern: str = SLUG

    def read(self, node: Node, what: str, report: Report) -> Text | None:
        """The id, or None when this is none."""
        text = _text(node, what, report)
        if text is not None and not _matcher(self.pattern)(text):
            report(node, f'{what} must be {self.wanted()}, not "{text}"')
            return None
        return text

    def wanted(self) -> str:
        """What must stand there, in words."""
        words = f'such as "{self.example}"'
        return (
            f"a number or lower-case words joined by hyphens, {words}"
            if self.pattern == SLUG
            else f"an id {words}"
        )

    def schema(self) -> dict[str, Any]:
        """A string of the pattern, or the whole number as which YAML reads `7`."""
        text = {"description": self.about, "type": ["string"], "pattern": f"^(?:{self.pattern})$"}
        return text | (
            {"type": ["string", "integer"], "minimum": 0} if re.fullmatch(self.pattern, "7") else {}
        )


@dataclass(frozen=True, eq=False, repr=False)
class OneOfShape:
    """One of a few words; in the schema, also the truth values as which YAML may have read `yes` and `no`."""

    about: str
    words: tuple[str, ...]

    def read(self, node: Node, what: str, report: Report) -> Text | None:
        """The word, or None when this is none of them."""
        text = _text(node, what, report)
        if text is not None and text not in self.words:
            report(node, f'{what} must be {" or ".join(self.words)}, not "{text}"')
            return None
        return text

    def schema(self) -> dict[str, Any]:
        """One of the words."""
        truths = [word == "yes" for word in self.words if word in {"yes", "no"}]
        return {"description": self.about, "enum": [*self.words, *truths]}


@dataclass(frozen=True, eq=False, repr=False)
class NumberShape:
    """A whole number from 1 up."""

    about: str

    def read(self, node: Node, what: str, report: Report) -> Number | None:
        """The number, or None when this is none."""
        if node.kind != "scalar" or not node.plain or not re.fullmatch(r"[1-9][0-9]{0,8}", node.text):
            report(node, f"{what} must be a whole number from 1 up, without quotes")
            return None
        return Number.at(node)

    def schema(self) -> dict[str, Any]:
        """An integer from 1 up."""
        return {"description": self.about, "type": "integer", "minimum": 1, "maximum": 999_999_999}


@dataclass(frozen=True, eq=False, repr=False)
class ListShape:
    """A list with at least one item, each of one shape."""

    about: str
    item: Shape
    unique: bool = False

    def read(self, node: Node, what: str, report: Report) -> list[Any] | None:
        """The items that fit, or None when this is no list."""
        if node.items is None:
            found = "nothing" if node.is_null else NOUNS[node.kind]
            report(node, f"{what} must be a list, not {found}")
            return None
        if not node.items:
            report(
                node, f"{what} is an empty list; give it an item, or leave it out where it may be left out"
            )
        items = [self.item.read(item, f"an item of {what}", report) for item in node.items]
        found_items = [item for item in items if item is not None]
        if self.unique:
            _report_doubles(found_items, what, report)
        return found_items

    def schema(self) -> dict[str, Any]:
        """An array with at least one item."""
        return {
            "description": self.about,
            "type": "array",
            "minItems": 1,
            "items": self.item.schema(),
        } | ({"uniqueItems": True} if self.unique else {})


@dataclass(frozen=True, eq=False, repr=False)
class RecordShape:
    """A mapping with known keys, some of which may be left out."""

    about: str
    required: dict[str, Shape]
    optional: dict[str, Shape] = field(default_factory=dict)

    def read(self, node: Node, what: str, report: Report) -> Record | None:
        """The fields that fit, or None when this is no mapping."""
        if node.entries is None:
            found = "nothing" if node.is_null else NOUNS[node.kind]
            report(node, f"{what} must be a mapping of keys, not {found}")
            return None
        shapes = self.required | self.optional
        record = Record()
        record.path, record.line, record.column = node.path, node.line, node.column
        for key, (key_node, value) in node.entries.items():
            if key not in shapes:
                report(key_node, _unknown_key(key, what, list(shapes)))
                continue
            content = shapes[key].read(value, f'"{key}"', report)
            if content is not None:
                record[key] = content
        for key in self.required:
            if key not in node.entries:
                report(node, f'{what} has no "{key}"')
        return record

    def schema(self) -> dict[str, Any]:
        """An object without other keys."""
        return {
            "description": self.about,
            "type": "object",
            "additionalProperties": False,
            "required": list(self.required),
            "properties": {key: shape.schema() for key, shape in (self.required | self.optional).items()},
        }


def _text(node: Node, what: str, report: Report) -> Text | None:
    """The text of a scalar, or None when there is none."""
    if node.kind != "scalar":
        report(node, f"{what} must be a text, not {NOUNS[node.kind]}")
        return None
    if node.is_null or not node.text.strip():
        report(node, f"{what} is empty")
        return None
    return Text.at(node)


@cache
def _matcher(pattern: str) -> Callable[[str], re.Match[str] | None]:
    """What says whether a whole text matches."""
    return re.compile(pattern).fullmatch


def _report_doubles(items: list[Any], what: str, report: Report) -> None:
    seen = set()
    for item in items:
        if item in seen:
            report(item, f'{what} names "{item}" twice')
        seen.add(item)


def _unknown_key(key: str, what: str, known: list[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(key, known, n=1)
    advice = f'did you mean "{near[0]}"?' if near else "the keys are " + ", ".join(known)
    return f'{what} has no key "{key}"; {advice}'
