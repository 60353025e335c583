"""The shape of the corpus files as a JSON Schema, for editors that complete and check while one types."""

from __future__ import annotations

from typing import Any

from peerguide.corpus.language.shape import SHAPE as LANGUAGE_SHAPE
from peerguide.corpus.reading.grammar import SHAPES

FILE_NAME = "corpus.schema.json"
"""The name under which it lies beside the files, for the modeline in their first line."""


def json_schema() -> dict[str, Any]:
    """One JSON Schema (draft 7) for every file of a corpus; which file it is shows in its main key.

    What only the whole corpus can tell (that an id is used once, that a pointer leads somewhere, that numbers
    have no gap) is left to `peerguide corpus check`.
    """
    *most, last = LANGUAGE_SHAPE, *SHAPES.values()
    which = last.schema()
    for shape in reversed(most):
        which = {"if": {"required": [next(iter(shape.required))]}, "then": shape.schema(), "else": which}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A file of a peerguide corpus",
        "type": "object",
    } | which
