"""A round of reviewing: what there is to ask today, of one guide or of several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.corpus.names.known import heirs
from peerguide.progress.agenda import Agenda, agenda_of
from peerguide.progress.days import Days
from peerguide.quiz.kinds import MIXED, NAMES
from peerguide.quiz.model import Card
from peerguide.quiz.paper import every_card, in_turn, paper_of_all

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from peerguide.cli.desk import Desk
    from peerguide.progress.store import Store
    from peerguide.quiz.material import Material
    from peerguide.quiz.paper import Paper


class Deck:
    """The cards of one guide. Up to `new` of those that may come unasked do so on one day."""

    def __init__(self, material: Material, kinds: Sequence[str], new: int) -> None:
        self.material = material
        self.cards = [card.id for card in every_card(material, kinds or NAMES)]
        self._fresh = {card.id for card in every_card(material, kinds or MIXED)}
        self._new = new

    def agenda(self, store: Store | None, now: datetime, program: str) -> Agenda:
        """What there is to do with them now."""
        corpus = self.material.corpus
        return agenda_of(
            store,
            corpus.guide,
            heirs(corpus),
            self.cards,
            fresh=self._fresh,
            now=now,
            new=self._new,
            program=program,
        )


class Round:
    """The questions of a day, from what is known of the learner's history. Several guides share how many new ones come."""

    def __init__(
        self, desk: Desk, asked: Sequence[Material], kinds: Sequence[str], new: int, *, typed: bool
    ) -> None:
        self._desk = desk
        self._typed = typed
        self._decks = [
            Deck(material, kinds, (new + place) // len(asked))
            for place, material in zip(range(len(asked) - 1, -1, -1), asked, strict=True)
        ]

    def today(self, store: Store | None, count: int | None) -> tuple[Agenda, Paper]:
        """What there is to do now, and its questions, `count` of them at most.

        A card that has no fair question is left out as soon as it is met: to try all of them would take too long. The seed is
        the day, so that what is due does not change within one.
        """
        now = self._desk.now()
        while True:
            agendas = [deck.agenda(store, now, self._desk.program) for deck in self._decks]
            cards = list(self._in_order(agendas))
            wanted = cards[: count or len(cards)]
            paper = paper_of_all(cards, len(wanted), Days().day_of(now).toordinal(), typed=self._typed)
            asked = {(question.guide, question.card.id) for question in paper.questions}
            unfair = {(one.name, card) for one, card in wanted} - asked
            if not unfair:
                return _joined(agendas, cards), paper
            for deck in self._decks:
                deck.cards = [card for card in deck.cards if (deck.material.name, card) not in unfair]

    def _in_order(self, agendas: Sequence[Agenda]) -> Iterator[tuple[Material, str]]:
        """The cards of all guides, one of each in turn: those that are due, then the new ones."""
        piles = [
            [(deck.material, card) for card in agenda.cards]
            for deck, agenda in zip(self._decks, agendas, strict=True)
        ]
        both = list(zip(piles, agendas, strict=True))
        yield from in_turn(*(pile[: agenda.due] for pile, agenda in both))
        yield from in_turn(*(pile[agenda.due :] for pile, agenda in both))


def _joined(agendas: Sequence[Agenda], cards: Sequence[tuple[Material, str]]) -> Agenda:
    """What there is to do in all guides together."""
    return Agenda(
        tuple(Card.of(card).within(material.name) for material, card in cards),
        sum(agenda.due for agenda in agendas),
        sum(agenda.new for agenda in agendas),
        min((agenda.next for agenda in agendas if agenda.next), default=None),
        agendas[0].now,
        agendas[0].program,
    )
