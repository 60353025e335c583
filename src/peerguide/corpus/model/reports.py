"""What commands find out about a corpus as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    Facts = Mapping[str, str | int | list[str] | Mapping[str, str]]


@dataclass(frozen=True, eq=False, repr=False)
class Overview:
    """What a corpus holds, in figures; `tries` are commands that show something of it, `shipped` that it came along."""

    title: str
    values: int
    practices: int
    roles: int
    terms: int
    sources: int
    scenarios: int
    tries: tuple[tuple[str, str], ...]
    shipped: bool
    readings: int = 0
    crosswalk: int = 0


@dataclass(frozen=True, eq=False, repr=False)
class Report:
    """What a command did or found out: a sentence (or none), then facts, each with its label.

    A fact that is a mapping holds facts of one sort, each with a name of its own.
    """

    sentence: str | None
    facts: Facts
