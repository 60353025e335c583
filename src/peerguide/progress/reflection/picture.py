"""What a reflection shows: value by value, what goes well first, then a little to look at next. Nothing is marked or added up."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from peerguide.progress.reflection.responses import APPLYING, MOSTLY, SELDOM

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from peerguide.corpus.model.values import ValueName
    from peerguide.progress.reflection.reflections import Reflection
    from peerguide.progress.reflection.responses import Frequency, Response
    from peerguide.progress.reflection.statements import Item

NAMED = 3
"""As many strengths are named, and as many things suggested, at most."""


@dataclass(frozen=True, eq=False, repr=False)
class ValuePicture:
    """What was said of the statements under one value, in their order; None where nothing was. For the guide as a whole `value` is None."""

    value: ValueName | None
    answers: tuple[Frequency | None, ...]

    def count(self, *answers: Frequency | None) -> int:
        """Of how many statements one of these was said."""
        return sum(answer in answers for answer in self.answers)


@dataclass(frozen=True, eq=False, repr=False)
class Said:
    """A statement, and what was said of it."""

    item: Item
    response: Response


@dataclass(frozen=True, eq=False, repr=False)
class Picture:
    """One reflection as a picture. `said` has the statements with an answer, in the guide's order, `values` every value, what
    goes well first; `total` counts the statements there are, `gone` the answers to statements that are no longer there.

    `saved` says that it is kept. `program` begins the commands to go on with.
    """

    reflection: Reflection
    said: tuple[Said, ...]
    values: tuple[ValuePicture, ...]
    strengths: tuple[Said, ...]
    suggestions: tuple[Said, ...]
    total: int
    gone: int
    saved: bool
    program: str

    @property
    def shown(self) -> tuple[ValuePicture, ...]:
        """The values of which anything was said."""
        return tuple(one for one in self.values if one.count(None) < len(one.answers))


def picture_of(reflection: Reflection, items: Sequence[Item], *, program: str, saved: bool = True) -> Picture:
    """The picture of a reflection, over these statements: all of its part, or some."""
    answers = reflection.answers
    said = tuple(Said(item, answers[item.ref]) for item in items if item.ref in answers)
    values = sorted(_values(items, answers), key=_strength, reverse=True)
    places = {one.value.ref if one.value else "": place for place, one in enumerate(values)}
    by_strength = sorted(said, key=lambda one: places[one.item.owner])
    return Picture(
        reflection,
        said,
        tuple(values),
        _some(by_strength, MOSTLY),
        _some(sorted(said, key=lambda one: not one.response.note), SELDOM),
        len(items),
        len(answers) - len(said),
        saved,
        program,
    )


def _values(items: Iterable[Item], answers: Mapping[str, Response]) -> list[ValuePicture]:
    found: dict[str, tuple[ValueName | None, list[Frequency | None]]] = {}
    for item in items:
        response = answers.get(item.ref)
        found.setdefault(item.owner, (item.value, []))[1].append(response.answer if response else None)
    return [ValuePicture(value, tuple(said)) for value, said in found.values()]


def _strength(one: ValuePicture) -> tuple[float, float]:
    """By what values are put in order, and nothing else: how much of what applies goes well."""
    applying = one.count(*APPLYING) or 1
    return one.count(*MOSTLY) / applying, one.count(MOSTLY[0]) / applying


def _some(said: Iterable[Said], answers: Iterable[Frequency]) -> tuple[Said, ...]:
    """A few statements of which one of these was said, the first of them before the others, and of each value one before a second."""
    found: list[Said] = []
    known = list(said)
    for answer in answers:
        seen: Counter[str] = Counter()
        ranked = []
        for one in known:
            if one.response.answer == answer:
                ranked.append((seen[one.item.owner], one))
                seen[one.item.owner] += 1
        found += [one for _rank, one in sorted(ranked, key=lambda pair: pair[0])]
    return tuple(found[:NAMED])
