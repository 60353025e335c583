"""The reflections there have been, and what is otherwise since the time before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from peerguide.progress.reflection.reflections import latest, one_before
from peerguide.progress.reflection.responses import APPLYING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from peerguide.progress.reflection.reflections import Reflection
    from peerguide.progress.reflection.responses import Frequency, Part
    from peerguide.progress.reflection.statements import Item


@dataclass(frozen=True, eq=False, repr=False)
class Past:
    """One reflection of those there have been: `answered` of the `total` statements of its part have an answer."""

    reflection: Reflection
    answered: int
    total: int


@dataclass(frozen=True, eq=False, repr=False)
class Change:
    """A statement of which something else was said than before."""

    item: Item
    before: Frequency
    now: Frequency


@dataclass(frozen=True, eq=False, repr=False)
class Changes:
    """What is otherwise in one reflection than in an earlier one of the same part.

    `other` has what applies in only one of them; `same` counts the statements with the same answer, `apart` those with an
    answer in only one of them.
    """

    earlier: Reflection
    now: Reflection
    more: tuple[Change, ...]
    less: tuple[Change, ...]
    other: tuple[Change, ...]
    same: int
    apart: int


@dataclass(frozen=True, eq=False, repr=False)
class ReflectionHistory:
    """All reflections of a guide, the first one first, and how the last compares with the one before; None where it has none."""

    guide: str
    reflections: tuple[Past, ...]
    changes: Changes | None
    program: str


def history_of(
    guide: str,
    reflections: Sequence[Reflection],
    items: Mapping[Part, Sequence[Item]],
    *,
    program: str,
) -> ReflectionHistory:
    """What there has been. `items` are the statements of each part."""
    last = latest(reflections)
    before = one_before(reflections, last) if last else None
    return ReflectionHistory(
        guide,
        tuple(_past(one, items[one.part]) for one in reflections),
        changes_between(before, last, items[last.part]) if last and before else None,
        program,
    )


def _past(reflection: Reflection, items: Sequence[Item]) -> Past:
    return Past(reflection, sum(item.ref in reflection.answers for item in items), len(items))


def changes_between(earlier: Reflection, now: Reflection, items: Sequence[Item]) -> Changes:
    """What is otherwise now, in the order of the statements; the largest changes first."""
    changes: list[Change] = []
    apart = 0
    for item in items:
        before, after = earlier.answers.get(item.ref), now.answers.get(item.ref)
        if before and after:
            changes.append(Change(item, before.answer, after.answer))
        elif before or after:
            apart += 1
    steps = {id(one): _step(one) for one in changes}
    moved = sorted(changes, key=lambda one: -abs(steps[id(one)] or 0))
    return Changes(
        earlier,
        now,
        tuple(one for one in moved if (steps[id(one)] or 0) > 0),
        tuple(one for one in moved if (steps[id(one)] or 0) < 0),
        tuple(one for one in moved if steps[id(one)] is None),
        sum(one.before == one.now for one in changes),
        apart,
    )


def _step(change: Change) -> int | None:
    """How far a change goes, upwards or downwards; None where the statement applies in only one of the two."""
    if change.before == change.now:
        return 0
    if change.before in APPLYING and change.now in APPLYING:
        return APPLYING.index(change.now) - APPLYING.index(change.before)
    return None
