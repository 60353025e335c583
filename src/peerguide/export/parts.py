"""Parts that a corpus may lack, and saying so where one of them was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.errors import NotFoundError
from peerguide.export.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from peerguide.corpus.model.values import Statement

    Part = tuple[str, str, Callable[[Selection], Iterable[object]]]


def _practices(selection: Selection) -> Iterator[Statement]:
    yield from selection.practices_of_all()
    for value in selection.values():
        yield from value.practices


def _roles(selection: Selection) -> Iterator[Statement]:
    for value in selection.values():
        yield from value.roles


SCENARIOS: Part = ("scenarios", "scenario", Selection.scenarios)

PARTS: dict[str, Part] = {
    "practices": ("practices", "practice", _practices),
    "roles": ("supervisor roles", "role", _roles),
    "scenarios": SCENARIOS,
    "scenarios-key": SCENARIOS,
    "readings": ("readings", "reading", Selection.readings),
    "crosswalk": ("rows of the crosswalk", "crosswalk", Selection.crosswalk),
}
"""What can be asked for, with what it is made of: what that is called, the command that shows it, and how to come by it."""


def check_there(selection: Selection, what: str) -> None:
    """Raise NotFoundError where there is nothing of what was asked for."""
    if what not in PARTS:
        return
    noun, command, found = PARTS[what]
    if next(iter(found(selection)), None) is None:
        raise NotFoundError(f"There are no {noun} here.", f"For those that there are: peerguide {command}")
