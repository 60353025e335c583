"""What a reflection is made of: responses to statements. They are added and never rewritten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from peerguide.corpus.model.common import StatementKind

Part = Literal["supervisor", "supporter"]
Frequency = Literal["not yet", "sometimes", "often", "as a habit", "does not apply"]

PARTS: tuple[Part, ...] = ("supervisor", "supporter")
"""Whose statements a reflection can go through."""

KINDS: Mapping[Part, StatementKind] = {"supervisor": "role", "supporter": "practice"}
"""The kind of statement that says what each part is."""

FREQUENCIES: tuple[Frequency, ...] = ("not yet", "sometimes", "often", "as a habit", "does not apply")
"""What can be said of a statement, in the order in which it is offered."""

SELDOM: tuple[Frequency, ...] = ("not yet", "sometimes")
"""What leaves something to look at."""

MOSTLY: tuple[Frequency, ...] = ("as a habit", "often")
"""What goes well, the best first."""

APPLYING = FREQUENCIES[:4]
"""What can be said of a statement that applies, the least often first."""


@dataclass(frozen=True)
class Response:
    """How often one statement is so, as it was seen at one time.

    `uid` is its id, the same on every machine; `guide` the corpus; `reflection` the id of the reflection that it belongs to;
    `ref` the statement; `at` an instant in UTC, kept to the millisecond; `note` may be empty. A later response to the same
    statement in the same reflection takes its place.
    """

    uid: str
    guide: str
    reflection: str
    part: Part
    ref: str
    at: datetime
    answer: Frequency
    note: str
