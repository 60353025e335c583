"""JSON in which it is known where everything stands, so that a problem can name its line and column."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from peerguide.errors import Problem
from peerguide.progress.fields import no_number, once

if TYPE_CHECKING:
    from collections.abc import Mapping

    Path = tuple[str | int, ...]
    """The names of fields and the places in lists that lead to something."""

SPACE = re.compile(r"[ \t\r\n]*")
DEPTH = 3
"""So deep in lists and objects places are known: an answer's fields."""


@dataclass(frozen=True, eq=False, repr=False)
class Placed:
    """What stands in a document, the document, and where in it each thing begins, counted in characters from 0."""

    value: Any
    text: str
    places: Mapping[Path, int]

    def problem(self, name: str, path: Path, message: str) -> Problem:
        """A problem with what this path leads to, in a file of this name."""
        return _problem(name, self.text, self.places.get(path, 0), message)


def placed(data: bytes, name: str) -> Placed | Problem:
    """The document, or what keeps it from being JSON; `name` is what the problem calls the file."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        return _problem(name, before, len(before), "this is not UTF-8 text")
    try:
        value = json.loads(text, object_pairs_hook=once, parse_constant=no_number)
    except json.JSONDecodeError as error:
        return _problem(name, text, error.pos, f"this is not valid JSON: {error.msg.lower()}")
    except (ValueError, RecursionError) as error:
        return Problem(name, 1, 1, f"this is not valid JSON: {error}")
    places: dict[Path, int] = {}
    _walk(text, _after_space(text, 0), (), places)
    return Placed(value, text, places)


def _problem(name: str, text: str, at: int, message: str) -> Problem:
    before = text[:at]
    return Problem(name, before.count("\n") + 1, at - (before.rfind("\n") + 1) + 1, message)


def _walk(text: str, at: int, path: Path, places: dict[Path, int]) -> int:
    """Take down where the value at this place, and what is in it, begins; give where it ends. The text is valid JSON."""
    places.setdefault(path, at)
    opened = text[at]
    if opened not in "{[" or len(path) >= DEPTH:
        return json.JSONDecoder().raw_decode(text, at)[1]
    at, number = _after_space(text, at + 1), 0
    while text[at] not in "}]":
        step: str | int = number
        if opened == "{":
            begins = at
            step, at = json.JSONDecoder().raw_decode(text, at)
            places[(*path, step)] = begins
            at = _after_space(text, _after_space(text, at) + 1)
        at, number = _after_space(text, _walk(text, at, (*path, step), places)), number + 1
        if text[at] == ",":
            at = _after_space(text, at + 1)
    return at + 1


def _after_space(text: str, at: int) -> int:
    found = SPACE.match(text, at)
    return found.end() if found else at
