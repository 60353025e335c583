"""The export formats, one module each: a module of this package with a `FORMAT`, listed here, is all that it takes."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peerguide.export.format import Format

NAMES = ("markdown", "json", "csv", "html", "anki", "gift", "qti", "quizlet", "vale")
"""The names of the formats, in the order of the help."""


def format_named(name: str) -> Format:
    """The format with this name, one of `NAMES`."""
    found: Format = import_module(f"peerguide.export.formats.{name}").FORMAT
    return found
