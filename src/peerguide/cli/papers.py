"""Papers made of a reflection: which one they show, and whose part their form has."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from peerguide.errors import UsageError

if TYPE_CHECKING:
    from peerguide.cli.desk import Desk
    from peerguide.export.selection import Selection

FORM = "reflection"
"""The blank form."""

REFLECTED = ("reflection-filled", "agenda")
"""What is made of a reflection that is kept, and so is nobody else's to read."""


def with_reflection(
    desk: Desk, selection: Selection, what: str, part: str | None, number: int | None
) -> Selection:
    """The selection with the reflection that it is to show, or whose form it is to have.

    Raises UsageError for options that choose neither, NotFoundError where there is no such reflection.
    """
    for option, given, whats in (
        ("--as", part, (FORM, *REFLECTED)),
        ("--of", number, REFLECTED),
    ):
        if given is not None and what not in whats:
            raise UsageError(f"{option} is for {', '.join(whats)}, not for {what}.", "Leave it out.")
    if what not in (FORM, *REFLECTED):
        return selection
    from peerguide.cli.reflected import kept, one_of, part_named, picture, statements

    chosen = part_named(part) if part is not None else None
    if what in REFLECTED:
        shown = picture(desk, one_of(kept(desk), number, chosen), selection.refs)
        return replace(selection, picture=shown)
    chosen = chosen or selection.part
    statements(desk, chosen, selection.refs)
    return replace(selection, part=chosen)
