"""What there is to do today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence
    from datetime import datetime

    from peerguide.progress.events import Answer
    from peerguide.progress.schedule import CardState
    from peerguide.progress.store import Store


@dataclass(frozen=True, eq=False, repr=False)
class Agenda:
    """The cards to ask `now`, in order: `due` of them wait, `new` were never asked.

    `next` is when the first card comes that is not among them, in UTC; None where none was ever answered. `program`
    begins the commands to go on with.
    """

    cards: tuple[str, ...]
    due: int
    new: int
    next: datetime | None
    now: datetime
    program: str


def agenda_of(  # noqa: PLR0913 - all that a day's cards depend on
    store: Store | None,
    guide: str,
    heirs: Mapping[str, str],
    cards: Sequence[str],
    *,
    fresh: Container[str],
    now: datetime,
    new: int,
    program: str,
) -> Agenda:
    """What there is to do with these cards, given in the order in which new ones come, up to `new` of them a day.

    Only those of them that are `fresh` come as new ones; the others come again once they were answered.

    Without a store everything is new. Raises FileAccessError when the store cannot be read.
    """
    from peerguide.progress.days import Days
    from peerguide.progress.due import next_time, todays

    known, history = _known(store, guide, heirs)
    cards = [card for card in cards if card in known or card in fresh]
    chosen = todays(cards, known, history, now, Days(), new)
    later = set(cards).difference(chosen)
    due = sum(card in known for card in chosen)
    return Agenda(tuple(chosen), due, len(chosen) - due, next_time(known, later, now, Days()), now, program)


def _known(
    store: Store | None, guide: str, heirs: Mapping[str, str]
) -> tuple[dict[str, CardState], tuple[Answer, ...]]:
    if store is None:
        return {}, ()
    history = store.history(guide, heirs)
    if not history:
        return {}, ()
    from peerguide.progress.schedule import states

    return states(store, guide, heirs), history
