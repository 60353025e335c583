"""What to say when the first word is no command."""

from __future__ import annotations

import shlex
from difflib import get_close_matches
from typing import TYPE_CHECKING

from peerguide.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable


OTHER_WORDS = {
    "glossary": "term",
    "values": "value",
    "practices": "practice",
    "roles": "role",
    "terms": "term",
    "sources": "source",
    "scenarios": "scenario",
    "readings": "reading",
    "background": "reading",
}
"""What people try for a command's name."""


def unknown_command(words: list[str], commands: Iterable[str]) -> UsageError:
    """A usage error that offers the nearest command, or a look-up of the same words."""
    first, rest = words[0], " ".join(shlex.quote(word) for word in words[1:])
    names = list(commands)
    close = get_close_matches(first.casefold(), names, n=1)
    if first == "help":
        hint = " ".join(["Try: peerguide", *(name for name in words[1:2] if name in names), "--help"])
    elif first.casefold() in OTHER_WORDS or close:
        hint = f"Did you mean: peerguide {OTHER_WORDS.get(first.casefold()) or close[0]} {rest}".rstrip()
    else:
        typed = " ".join(shlex.quote(word) for word in words)
        hint = f"To look a value up: peerguide value {typed}. For all commands: peerguide --help"
    return UsageError(f'There is no command "{first}".', hint)
