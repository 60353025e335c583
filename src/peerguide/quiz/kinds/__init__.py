"""The kinds of question, one module each: a module of this package with a `KIND`, listed here, is all that it takes."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peerguide.quiz.kinds.base import Kind

NAMES = (
    "theme", "number", "meaning", "says", "name", "list", "order", "practice", "role", "part", "half", "item", "term", "gap",
    "scenario",
)  # fmt: skip
"""The names of the kinds, in the order in which a learner meets them."""

MIXED = tuple(name for name in NAMES if name != "scenario")
"""Those that are asked unless told: a scenario takes minutes to read, so it comes when it is asked for, and in reviews from then on."""


def kind_named(name: str) -> Kind:
    """The kind with this name, one of `NAMES`."""
    kind: Kind = import_module(f"peerguide.quiz.kinds.{name}").KIND
    return kind
