"""What of a guide a copy covers: held against the guide's outline, value by value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from peerguide.wording.model import Reading
    from peerguide.wording.outline import Item, Outline, ValueOutline


class Share(NamedTuple):
    """How many were found of how many there are, and how many more only in part."""

    found: int
    of: int
    partial: int = 0

    @property
    def missing(self) -> int:
        """Of how many nothing was found."""
        return self.of - self.found - self.partial


@dataclass(frozen=True)
class ValueCoverage:
    """What was found of one value.

    `name` is the guide's own, `copy_name` and `copy_theme` stand as the copy has them, None where it does not. `missing` are
    the refs of the texts of which nothing was found, `partial` of those of which only a part was, which is not shown; the
    value's own ref stands for its meaning. `themed` says whether the guide gives the value a practice theme.
    """

    ref: str
    number: int
    name: str
    copy_name: str | None
    copy_theme: str | None
    meaning: bool
    practices: Share
    roles: Share
    missing: tuple[str, ...]
    partial: tuple[str, ...]
    themed: bool = True

    @property
    def complete(self) -> bool:
        """Whether all of it was found, each text whole."""
        named = self.copy_name is not None and (self.copy_theme is not None or not self.themed)
        return named and not (self.missing or self.partial)


@dataclass(frozen=True)
class ActionsCoverage:
    """What was found of the practices of the guide as a whole and of the items that they list.

    `name` is what the document calls these practices; `missing` and `partial` have refs of both, in the document's order.
    """

    name: str | None
    practices: Share
    items: Share
    missing: tuple[str, ...]
    partial: tuple[str, ...]


@dataclass(frozen=True)
class TermsCoverage:
    """What was found of the glossary: how many terms, and the refs of those not found, or found only in part."""

    share: Share
    missing: tuple[str, ...]
    partial: tuple[str, ...]


@dataclass(frozen=True)
class Coverage:
    """What was found of a guide, its values in order; `exact` says how many texts are known to be the document's, letter for letter."""

    values: tuple[ValueCoverage, ...]
    terms: TermsCoverage
    exact: Share
    actions: ActionsCoverage

    @property
    def names(self) -> Share:
        """How many values' names were found."""
        return _share(value.copy_name is not None for value in self.values)

    @property
    def themes(self) -> Share:
        """How many practice themes were found; none of none in a guide that gives none."""
        return _share(value.copy_theme is not None for value in self.values if value.themed)

    @property
    def meanings(self) -> Share:
        """How many meanings were found."""
        partial = sum(value.ref in value.partial for value in self.values)
        return _share(value.meaning for value in self.values)._replace(partial=partial)

    @property
    def practices(self) -> Share:
        """How many practices were found, of the values and of the guide as a whole."""
        return _sum([*(value.practices for value in self.values), self.actions.practices])

    @property
    def roles(self) -> Share:
        """How many supervisor roles were found."""
        return _sum(value.roles for value in self.values)

    @property
    def texts(self) -> Share:
        """How many texts were found: meanings, practices, the items that these list, supervisor roles and definitions."""
        return _sum([self.meanings, self.practices, self.actions.items, self.roles, self.terms.share])

    @property
    def partial(self) -> tuple[str, ...]:
        """The refs of all texts that were found only in part."""
        of_values = (ref for value in self.values for ref in value.partial)
        return (*of_values, *self.actions.partial, *self.terms.partial)

    @property
    def complete(self) -> bool:
        """Whether everything was found, each text whole."""
        lacking = any(part.missing or part.partial for part in (self.actions, self.terms))
        return all(value.complete for value in self.values) and not lacking


def coverage_of(reading: Reading, outline: Outline) -> Coverage:
    """What this reading has of the guide of this outline; a passage of an entry that the guide has not counts for nothing."""
    found = {passage.ref for passage in reading.passages}
    partial = set(reading.incomplete) - found
    exact = {passage.ref for passage in reading.passages if passage.exact}
    terms = [term.ref for term in outline.own_terms]
    return Coverage(
        tuple(_value_coverage(value, reading, found, partial) for value in outline.values),
        TermsCoverage(
            _found(terms, found, partial), _without(terms, found | partial), _among(terms, partial)
        ),
        _found(outline.refs, exact),
        _actions_coverage(outline, found, partial),
    )


def _actions_coverage(outline: Outline, found: set[str], partial: set[str]) -> ActionsCoverage:
    practices = [action.practice.ref for action in outline.actions]
    items = [item.ref for action in outline.actions for item in action.items]
    every = [ref for ref in outline.refs if ref in {*practices, *items}]
    return ActionsCoverage(
        outline.actions_name,
        _found(practices, found, partial),
        _found(items, found, partial),
        _without(every, found | partial),
        _among(every, partial),
    )


def _value_coverage(
    value: ValueOutline, reading: Reading, found: set[str], partial: set[str]
) -> ValueCoverage:
    practices, roles = _refs(value.practices), _refs(value.roles)
    every = [value.meaning.ref, *practices, *roles]
    return ValueCoverage(
        value.ref,
        value.number,
        value.name,
        reading.names.get(value.ref),
        reading.themes.get(value.ref),
        value.meaning.ref in found,
        _found(practices, found, partial),
        _found(roles, found, partial),
        _without(every, found | partial),
        _among(every, partial),
        value.theme is not None,
    )


def _refs(items: Iterable[Item]) -> list[str]:
    return [item.ref for item in items]


def _found(refs: Sequence[str], found: Container[str], partial: Container[str] = ()) -> Share:
    return Share(len(_among(refs, found)), len(refs), len(_among(refs, partial)))


def _among(refs: Iterable[str], some: Container[str]) -> tuple[str, ...]:
    return tuple(ref for ref in refs if ref in some)


def _without(refs: Iterable[str], some: Container[str]) -> tuple[str, ...]:
    return tuple(ref for ref in refs if ref not in some)


def _share(each: Iterable[bool]) -> Share:
    found = list(each)
    return Share(sum(found), len(found))


def _sum(shares: Iterable[Share]) -> Share:
    every = list(shares)
    return Share(
        sum(share.found for share in every),
        sum(share.of for share in every),
        sum(share.partial for share in every),
    )
