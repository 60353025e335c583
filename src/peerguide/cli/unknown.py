"""What to say when the first word is no command."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from peerguide.corpus.spelling import nearest
from peerguide.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable


def unknown_command(words: list[str], commands: Iterable[str]) -> UsageError:
    """A usage error that offers the nearest command, or a look-up of the same words."""
    near = nearest(words[0].casefold(), commands, limit=2)
    rest = " ".join(shlex.quote(word) for word in words[1:])
    if near:
        hint = f"Did you mean: peerguide {near[0]} {rest}".rstrip()
    else:
        typed = " ".join(shlex.quote(word) for word in words)
        hint = f"To look a value up: peerguide value {typed}. For all commands: peerguide --help"
    return UsageError(f'There is no command "{words[0]}".', hint)
