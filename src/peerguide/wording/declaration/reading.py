"""Reading a copy of the declaration, from its text to what belongs to each entry."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from peerguide.wording.align.likeness import Likeness
from peerguide.wording.declaration.actions import actions_in, slots_of
from peerguide.wording.declaration.definitions import definition_in
from peerguide.wording.declaration.sections import actions_title, definition_title, sections_of, titles_of
from peerguide.wording.declaration.tidying import tidied
from peerguide.wording.declaration.values import values_in
from peerguide.wording.edition import edition_in
from peerguide.wording.model import Leftover, Passage, Reading, Repair
from peerguide.wording.passages import leftovers_of
from peerguide.wording.tidy.joining import Vocabulary, join

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from peerguide.wording.declaration.sections import Section
    from peerguide.wording.outline import Outline
    from peerguide.wording.tidy.joining import Joined
    from peerguide.wording.tidy.lines import Line
    from peerguide.wording.tidy.units import Unit

TITLE = "Declaration of Peer Roles"

WITHOUT_TEXT = frozenset({"peer-to-peer-support", "peer-role", "traditional-role"})
"""The document says what these mean on the way, in sentences about several things at once."""

FEWEST_VALUES, FEWEST_ACTIONS = 4, 8
"""Fewer of its values, or of its actions and what they list, could stand in any text on peer support."""


EDITION = Path(__file__).with_name("edition-2014.txt")

KNOWN_BY, OF_THE_EDITION = 5, 0.7
"""A copy of which so many texts, and so large a share of them, are exactly those of 2014 is of that edition, and whatever differs in it
was damaged; with less, it may be another printing.
"""


@dataclass(frozen=True)
class Text:
    """What a copy has of one entry, put together of these units, and whether that is sure to be all of it."""

    ref: str
    units: Sequence[Unit]
    joined: Joined
    whole: bool

    @property
    def exact(self) -> bool:
        """Whether it is the text of 2014, letter for letter."""
        return edition_in(EDITION).is_exact(self.ref, self.joined.text)


def read(text: str, outline: Outline) -> Reading:
    """What this text has of the declaration: nothing at all, when it is another document."""
    titles = titles_of(outline)
    lines = tidied(text, titles, [value.name for value in outline.values])
    copy = Copy.of(lines, outline)
    sections = sections_of(lines, titles)
    names, texts = _values(sections, copy)
    actions, left = _actions(sections, copy)
    found = _proved([*texts, *actions, *_definitions(sections, copy)])
    values = {value.ref for value in outline.values}
    cut = [one for one in found if not one.whole]
    leftovers = [
        Leftover(one.joined.text, one.units[0].line, one.ref if one.ref in values else None) for one in cut
    ]
    return Reading(
        names,
        {},
        tuple(_passages(found, outline)),
        (*leftovers, *leftovers_of(left, ())),
        tuple(Repair("word", one.ref, word) for one in found if one.whole for word in one.joined.mended),
        tuple(ref for ref in outline.refs if ref in {one.ref for one in cut}),
    )


def is_document(reading: Reading) -> bool:
    """Whether this is enough to say that the text was the declaration, or a part of it."""
    values = sum(passage.ref in reading.names for passage in reading.passages)
    return values >= FEWEST_VALUES or len(reading.passages) - values >= FEWEST_ACTIONS


@dataclass(frozen=True)
class Copy:
    """What every part of a copy is read with: the guide's entries, how like them words are, and the words that a line's end may have broken."""

    outline: Outline
    likeness: Likeness
    vocabulary: Vocabulary

    @classmethod
    def of(cls, lines: Iterable[Line], outline: Outline) -> Copy:
        """What these lines are read with."""
        plain = {item.ref: item.plain for item in outline.items}
        vocabulary = Vocabulary.of((line.text for line in lines), plain.values())
        return cls(outline, Likeness(plain), vocabulary)

    def text(self, ref: str, units: Sequence[Unit], *, whole: bool, paragraphs: bool = False) -> Text:
        """The text of an entry, put together of these units."""
        return Text(ref, units, join(units, self.vocabulary, paragraphs=paragraphs), whole)


def _values(sections: Iterable[Section], copy: Copy) -> tuple[dict[str, str], list[Text]]:
    """The values' names as they stand there, by their refs, and what they say; of one that comes again, the last that is whole."""
    every = [one for section in sections for one in values_in(section.units, copy.outline, copy.likeness)]
    found = {one.value.ref: one for one in sorted(every, key=lambda one: (bool(one.units), one.whole))}
    texts = [copy.text(ref, one.units, whole=one.whole) for ref, one in found.items() if one.units]
    return {ref: one.name for ref, one in found.items()}, texts


def _actions(sections: Sequence[Section], copy: Copy) -> tuple[list[Text], list[Unit]]:
    """The actions and what they list, and what is left over among them."""
    at = _place_of_actions(sections, copy)
    if at is None:
        return [], []
    slots = slots_of(copy.outline)
    placed = actions_in(sections[at].units, slots, copy.likeness, ended=_is_ended(sections, at))
    whole = [copy.text(ref, units, whole=True) for ref, units in placed.whole.items()]
    return [*whole, *(copy.text(ref, units, whole=False) for ref, units in placed.cut.items())], placed.left


def _place_of_actions(sections: Sequence[Section], copy: Copy) -> int | None:
    """Which section has the actions: the one of this title, else that of the last value, whose other units introduce them."""
    titled = [at for at, one in enumerate(sections) if one.title == actions_title(copy.outline)]
    with_values = (at for at, one in enumerate(sections) if values_in(one.units, copy.outline, copy.likeness))
    return titled[0] if titled else max(with_values, default=None)


def _is_ended(sections: Sequence[Section], at: int) -> bool:
    """Whether something comes after this section, so that the last text in it is not where the copy breaks off."""
    return any(section.units for section in sections[at + 1 :])


def _definitions(sections: Sequence[Section], copy: Copy) -> Iterator[Text]:
    for term in copy.outline.own_terms:
        for at, section in enumerate(sections):
            if section.title == definition_title(term) and section.units:
                ended = _is_ended(sections, at)
                units, whole = definition_in(section.units, term, copy.outline, copy.likeness, ended=ended)
                yield copy.text(term.ref, units, whole=whole, paragraphs=True)


def _proved(found: Sequence[Text]) -> list[Text]:
    """What was found; where enough is exactly as in 2014, no text that differs from that edition's is taken for whole."""
    marks = edition_in(EDITION).marks
    exact = sum(one.exact for one in found if one.whole)
    if exact < KNOWN_BY or exact < OF_THE_EDITION * sum(one.whole for one in found):
        return list(found)
    return [replace(one, whole=one.whole and (one.exact or one.ref not in marks)) for one in found]


def _passages(found: Iterable[Text], outline: Outline) -> Iterator[Passage]:
    """The texts that are whole, in the order of the entries."""
    whole = {one.ref: one for one in found if one.whole}
    for item in outline.items:
        if item.ref in whole:
            one = whole[item.ref]
            yield Passage(item.ref, one.joined.text, item.page, one.exact)
