"""Where somebody stands in a reflection: which statement comes next, and what was said of those before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from peerguide.progress.reflection.reflections import Reflection
    from peerguide.progress.reflection.responses import Part, Response
    from peerguide.progress.reflection.statements import Item


@dataclass(frozen=True, eq=False, repr=False)
class Beginning:
    """A reflection about to be gone through: `total` statements, of which `answered` have an answer from before.

    `earlier` is the reflection that is taken up again, if one is. `saves` says that what is answered is kept. `program` begins
    the commands to go on with.
    """

    part: Part
    total: int
    answered: int
    earlier: Reflection | None
    saves: bool
    program: str


@dataclass(frozen=True, eq=False, repr=False)
class Form:
    """The statements of a part as they would be asked, and what was said of them in a reflection that is still open."""

    guide: str
    part: Part
    items: tuple[Item, ...]
    answers: Mapping[str, Response]


@dataclass(frozen=True, eq=False, repr=False)
class AskedStatement:
    """A statement as it is asked: the `number`th of `total`, with what was said of it before. `first` is the first one shown."""

    item: Item
    number: int
    total: int
    given: Response | None
    first: bool


@dataclass(frozen=True, eq=False, repr=False)
class Taken:
    """A response that was taken; `noted` says that it was its note that changed, `saved` that it is kept."""

    response: Response
    noted: bool
    saved: bool


@dataclass(frozen=True, eq=False, repr=False)
class ReflectionKeys:
    """The help on what may be typed, to be shown."""


@dataclass(frozen=True, eq=False, repr=False)
class Left:
    """A reflection that was left before its end: how many statements have an answer, and how to go on."""

    answered: int
    total: int
    saved: bool
    again: str
    program: str


class Going:
    """Goes through statements in order, past those that have an answer, and back when asked to."""

    def __init__(self, items: Sequence[Item], answers: Mapping[str, Response]) -> None:
        self.items = tuple(items)
        self.answers = {item.ref: answers[item.ref] for item in items if item.ref in answers}
        self._place = self._open_from(0)
        self._last: Response | None = None
        self._shown = False

    @property
    def item(self) -> Item | None:
        """The statement whose turn it is; None when all have been gone through."""
        return self.items[self._place] if self._place < len(self.items) else None

    @property
    def noted(self) -> Response | None:
        """The response that a note belongs to: that of the statement asked where it has one, else the one given last."""
        return (self.answers.get(self.item.ref) if self.item else None) or self._last

    def asked(self) -> AskedStatement | None:
        """What to ask now; None when all statements have been gone through."""
        if self.item is None:
            return None
        first, self._shown = not self._shown, True
        given = self.answers.get(self.item.ref)
        return AskedStatement(self.item, self._place + 1, len(self.items), given, first)

    def take(self, response: Response) -> None:
        """Take a response to the statement asked, and go on to the next one without an answer."""
        self.note(response)
        self._place = self._open_from(self._place + 1)

    def note(self, response: Response) -> None:
        """Take a response in the place of an earlier one, and stay where one is."""
        self.answers[response.ref] = self._last = response

    def skip(self) -> None:
        """Go on to the next statement without an answer, and leave this one as it is."""
        self._place = self._open_from(self._place + 1)

    def back(self) -> bool:
        """Go back to the statement before, and say whether there is one."""
        if self._place == 0:
            return False
        self._place -= 1
        return True

    def _open_from(self, place: int) -> int:
        while place < len(self.items) and self.items[place].ref in self.answers:
            place += 1
        return place
