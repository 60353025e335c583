"""How sure a finding is: the levels, and what people call them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peerguide.corpus.model.language import Confidence

NAMES: dict[Confidence, str] = {"high": "sure", "medium": "likely", "ask": "ask"}
"""What each level is called where people read or type it, the surest first."""


def at_least(name: str) -> frozenset[Confidence] | None:
    """The level that is called so, or is named so in the data, and those that are surer; None where none is."""
    levels = list(NAMES)
    for place, (level, called) in enumerate(NAMES.items()):
        if name.casefold() in (level, called):
            return frozenset(levels[: place + 1])
    return None
