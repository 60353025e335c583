"""Pointing to another guide for what the one in use does not have."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from peerguide.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.cli.desk import Desk


@contextmanager
def pointing_elsewhere(desk: Desk, words: str) -> Iterator[None]:
    """Have the error that nothing has this ref say which command shows it in another shipped guide, where one has it."""
    try:
        yield
    except NotFoundError as error:
        command = _command_elsewhere(desk, words.strip().casefold())
        if command:
            error.hint = f"Another guide has that: {command}"
        raise


SHOWN_BY = {"item": "practice", "section": "reading", "fact": "reading"}
"""The commands that show what has none of its own."""


def _command_elsewhere(desk: Desk, ref: str) -> str | None:
    """The command that shows this ref in a guide that is not in use; None where none has it."""
    from peerguide.corpus.guides import Guides
    from peerguide.corpus.names.known import kind_of

    if ref.isdecimal():  # a number is meant of the guide in use
        return None
    guides = Guides(desk.corpus)
    for name in guides.names:
        other = None if name in guides.used else guides.corpus(name)
        kind = kind_of(other, ref) if other else None
        if kind:
            return f"peerguide {SHOWN_BY.get(kind, kind)} {name}:{ref}"
    return None
