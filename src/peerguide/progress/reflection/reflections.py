"""Reflections as they stand: of each statement what was said last."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from peerguide.progress.effective import NO_HEIRS, heir_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from peerguide.progress.reflection.responses import Part, Response


@dataclass(frozen=True, eq=False, repr=False)
class Reflection:
    """One reflection of a guide. `number` counts from 1, the first one begun; `answers` has by ref what was said last of it."""

    uid: str
    number: int
    guide: str
    part: Part
    began: datetime
    last: datetime
    answers: Mapping[str, Response]


def reflections_of(
    responses: Iterable[Response], guide: str, heirs: Mapping[str, str] = NO_HEIRS
) -> tuple[Reflection, ...]:
    """The reflections of a guide, by when they were begun.

    `heirs` has for each ref that is gone the one that stands in its place, of which its answer counts. What comes of it
    depends on no order, so two machines that have the same responses agree.
    """
    found: dict[tuple[str, Part], list[Response]] = {}
    for one in sorted(responses, key=lambda one: (one.at, one.uid)):
        if one.guide == guide:
            found.setdefault((one.reflection, one.part), []).append(
                replace(one, ref=heir_of(one.ref, heirs)) if one.ref in heirs else one
            )
    by_time = sorted(found.items(), key=lambda item: (item[1][0].at, item[0]))
    return tuple(
        Reflection(uid, number, guide, part, said[0].at, said[-1].at, {one.ref: one for one in said})
        for number, ((uid, part), said) in enumerate(by_time, 1)
    )


def latest(reflections: Sequence[Reflection], part: Part | None = None) -> Reflection | None:
    """The reflection that was answered last, of this part or of any; None where there is none."""
    of_part = [one for one in reflections if part in (None, one.part)]
    return max(of_part, key=lambda one: (one.last, one.number), default=None)


def one_before(reflections: Iterable[Reflection], this: Reflection) -> Reflection | None:
    """The reflection of the same part that was begun before this one; None where there is none."""
    earlier = [one for one in reflections if one.part == this.part and one.number < this.number]
    return max(earlier, key=lambda one: one.number, default=None)


def to_go_on_with(reflections: Sequence[Reflection], part: Part, refs: Iterable[str]) -> Reflection | None:
    """The last reflection of a part, where it leaves any of these statements open; None where a new one is to begin."""
    last = latest(reflections, part)
    return last if last and any(ref not in last.answers for ref in refs) else None
