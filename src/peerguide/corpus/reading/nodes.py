"""What a file holds, node by node, each with its line and column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

NULLS = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(slots=True)
class Node:
    """A scalar, a list or a mapping, with the place where it begins (counted from 1).

    `text` is a scalar's text, empty for the others; `plain` says that it stood without quotes.
    """

    kind: Literal["scalar", "list", "mapping"]
    path: str
    line: int
    column: int
    text: str = ""
    plain: bool = False
    items: list[Node] | None = None
    entries: dict[str, tuple[Node, Node]] | None = None

    @property
    def is_null(self) -> bool:
        """Whether YAML would read this scalar as nothing at all."""
        return self.kind == "scalar" and self.plain and self.text in NULLS
