"""What is to be exported: some or all of a corpus, and the questions made of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from peerguide.quiz.kinds import MIXED, NAMES
from peerguide.quiz.material import Material
from peerguide.quiz.paper import draw, every_card, question_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from peerguide.corpus.guides import Guides
    from peerguide.corpus.library import Corpus
    from peerguide.corpus.model.crosswalk import Crosswalk, Group
    from peerguide.corpus.model.glossary import Term
    from peerguide.corpus.model.lists import StatementGroup
    from peerguide.corpus.model.readings import Reading
    from peerguide.corpus.model.scenarios import Scenario
    from peerguide.corpus.model.sources import Source
    from peerguide.corpus.model.values import Statement, Value
    from peerguide.progress.reflection.picture import Picture
    from peerguide.progress.reflection.responses import Part
    from peerguide.quiz.model import Question

SEED = 1
"""The seed of a paper unless told, so that the same command gives the same paper."""

PAPER = 10
"""How many questions a paper has unless told."""

OF_ALL = "Practices of the guide as a whole"
"""What practices that belong to no one value are called where the document has no name for them."""

OF_NO_VALUE = "SELECT 1 FROM entry WHERE kind = 'practice' AND value IS NULL LIMIT 1"

EARLIEST = 315_532_800
"""The first instant that a zip file can name, 1 January 1980, in seconds since 1970: the time of files without one."""


LATEST = 4_354_819_198
"""The last one that it can name, in 2107."""


@dataclass(frozen=True)
class Selection:
    """A part of a corpus, and how its questions are made. `progress` is told how much of it has been read, from 0 to 1.

    `refs` are the values chosen (empty for all), `kinds` the kinds of question (empty for all); `count` and `seed` make a
    paper; `epoch` is the time of files in a container, in seconds since 1970. `excel` and `qti_version` are
    options of single formats. `part` is whose statements a form for reflecting has, `picture` the reflection whose answers it shows.
    `words` are files with words of a person's own, for a style that finds words.
    """

    corpus: Corpus
    refs: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    count: int | None = None
    seed: int = SEED
    epoch: int = EARLIEST
    excel: bool = False
    qti_version: str = "1.2"
    progress: Callable[[float], None] | None = None
    part: Part = "supervisor"
    picture: Picture | None = None
    words: tuple[Path, ...] = ()

    def values(self) -> Iterator[Value]:
        """The values chosen, in order, each read when it is wanted."""
        chosen = [name.ref for name in self.corpus.values().values if not self.refs or name.ref in self.refs]
        for place, ref in enumerate(chosen):
            yield self.corpus.value(ref)
            self._tell(place + 1, len(chosen))

    def _tell(self, done: int, total: int) -> None:
        if self.progress:
            self.progress(done / total)

    @cached_property
    def of_all(self) -> StatementGroup | None:
        """The practices of the guide as a whole, those that would fit any of the values chosen; None where there are none."""
        if not self.corpus.rows(OF_NO_VALUE):
            return None
        group = next(one for one in self.corpus.statements("practice").groups if one.value is None)
        fitting = tuple(
            one for one in group.statements if not self.refs or not set(self.refs).isdisjoint(one.also)
        )
        return replace(group, statements=fitting) if fitting else None

    @property
    def of_all_title(self) -> str:
        """What the practices of the guide as a whole are called."""
        return (self.of_all.title if self.of_all else None) or OF_ALL

    def practices_of_all(self) -> tuple[Statement, ...]:
        """The same, none where there are none."""
        return self.of_all.statements if self.of_all else ()

    def terms(self) -> Iterator[Term]:
        """The glossary terms, in order: all, or those that the chosen values use."""
        used = {link.ref for value in self.values() for link in value.terms} if self.refs else None
        for link in self.corpus.terms().terms:
            if used is None or link.ref in used:
                yield self.corpus.term(link.ref)

    def scenarios(self) -> Iterator[Scenario]:
        """The scenarios of any of the values chosen, in order."""
        from peerguide.corpus.scenarios import scenario, scenarios

        for one in scenarios(self.corpus, self.refs).scenarios:
            yield scenario(self.corpus, one.ref)

    def readings(self) -> tuple[Reading, ...]:
        """The readings that bear on any of the values chosen, in order."""
        return self._readings

    @cached_property
    def _readings(self) -> tuple[Reading, ...]:
        from peerguide.corpus.readings import reading, readings

        all_there_are = (
            reading(self.corpus, name.ref, self._guides) for name in readings(self.corpus).readings
        )
        return tuple(
            one for one in all_there_are if not self.refs or any(link.ref in self.refs for link in one.values)
        )

    @cached_property
    def crosswalks(self) -> tuple[Crosswalk, ...]:
        """How this guide and others meet: one crosswalk of all, or one of each value chosen with what stands under it."""
        from peerguide.corpus.crosswalk import crosswalk

        return tuple(crosswalk(self.corpus, ref, guides=self._guides) for ref in self.refs or (None,))

    def crosswalk(self) -> tuple[Group, ...]:
        """The rows of the crosswalks, by the entry that each is about."""
        return tuple(group for one in self.crosswalks for group in one.groups)

    def crossed(self) -> Iterator[Corpus]:
        """The other guides that the rows hold against this one."""
        for name in dict.fromkeys(name for one in self.crosswalks if one.rows for name in one.titles):
            corpus = self._guides.corpus(name)
            if corpus and name != self.guide:
                yield corpus

    @cached_property
    def _guides(self) -> Guides:
        from peerguide.corpus.guides import Guides

        return Guides(self.corpus)

    def sources(self) -> tuple[Source, ...]:
        """All documents behind the corpus."""
        return self.corpus.sources().sources

    @property
    def guide(self) -> str:
        """The permanent name of the guide."""
        return self.corpus.guide

    @property
    def title(self) -> str:
        """What the guide is called."""
        citation = self.corpus.citation()
        return citation.title if citation else self.corpus.guide

    @cached_property
    def material(self) -> Material:
        """The corpus as questions need it."""
        return Material(self.corpus, self.refs)

    def paper(self) -> tuple[Question, ...]:
        """The questions of one paper, the same for the same count, kinds and seed as `peerguide quiz` asks."""
        return draw(self.material, self.kinds or MIXED, self.count or PAPER, self.seed).questions

    def bank(self, usual: tuple[str, ...] = NAMES) -> Iterator[Question]:
        """Every question there is of the kinds chosen, or of the `usual` ones, kind by kind; with a count, a paper of so many instead."""
        if self.count is not None:
            yield from self.paper()
            return
        cards = list(every_card(self.material, self.kinds or usual))
        for place, card in enumerate(cards):
            question = question_of(card, self.material, self.seed)
            if question:
                yield question
            self._tell(place + 1, len(cards))
