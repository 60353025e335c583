"""The shape of a mapping whose keys a file makes up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from peerguide.corpus.reading.placed import Record
from peerguide.corpus.reading.shape import NOUNS

if TYPE_CHECKING:
    from peerguide.corpus.reading.nodes import Node
    from peerguide.corpus.reading.shape import Report, Shape

NAME = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"


@dataclass(frozen=True, eq=False, repr=False)
class NamesShape:
    """A mapping whose keys are names that the file gives, each with something of one shape."""

    about: str
    item: Shape

    def read(self, node: Node, what: str, report: Report) -> Record | None:
        """What fits, by name, or None when this is no mapping."""
        if node.entries is None:
            report(node, f"{what} must be a mapping of names, not {NOUNS[node.kind]}")
            return None
        record = Record()
        record.path, record.line, record.column = node.path, node.line, node.column
        for name, (key, value) in node.entries.items():
            if not re.fullmatch(NAME, name):
                report(key, f'a name must be lower-case words joined by hyphens, not "{name}"')
                continue
            content = self.item.read(value, f'"{name}"', report)
            if content is not None:
                record[name] = content
        return record

    def schema(self) -> dict[str, Any]:
        """An object with names of its own."""
        return {
            "description": self.about,
            "type": "object",
            "additionalProperties": False,
            "patternProperties": {f"^{NAME}$": self.item.schema()},
        }
