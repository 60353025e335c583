"""What a quiz was asked to be, and the paper that it comes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from peerguide.cli.asking import nothing_to_ask
from peerguide.errors import NotFoundError
from peerguide.quiz.kinds import MIXED, NAMES
from peerguide.quiz.kinds.base import MARK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peerguide.cli.desk import Desk
    from peerguide.quiz.material import Material
    from peerguide.quiz.paper import Paper

COUNT = 10
"""How many questions a quiz has unless told."""


@dataclass(frozen=True, eq=False, repr=False)
class Request:
    """What was asked for, as the options say it."""

    count: int | None
    values: tuple[str, ...]
    kinds: tuple[str, ...]
    typed: bool
    missed: bool
    exam: bool
    passing: int | None

    def command(self, program: str, seed: int) -> str:
        """The command that asks the same questions again; those missed are others by then."""
        words = [program, "quiz"]
        words += ["--count", str(self.count)] if self.count not in (None, COUNT) else []
        words += [word for value in self.values for word in ("--value", value)]
        words += [word for kind in self.kinds for word in ("--kind", kind)]
        words += [f"--{name}" for name in ("exam", "typed", "missed") if getattr(self, name)]
        words += ["--pass", str(self.passing)] if self.passing is not None else []
        return " ".join(words if self.missed else [*words, "--seed", str(seed)])


def paper_for(desk: Desk, asked: Sequence[Material], request: Request, seed: int | None) -> Paper:
    """The questions to ask, made of one guide or of several in turn. Raises NotFoundError when there are none."""
    from peerguide.quiz.paper import draw_from, in_turn, new_seed, paper_of_all

    count, kinds = request.count or COUNT, request.kinds or (NAMES if request.missed else MIXED)
    chosen_seed = new_seed() if seed is None else seed
    if request.missed:
        missed = in_turn(*(_missed(material, kinds) for material in asked))
        paper = paper_of_all(missed, count, chosen_seed, typed=request.typed)
    else:
        mark = MARK if request.passing is None else request.passing / 100
        paper = draw_from(asked, kinds, count, chosen_seed, typed=request.typed, mark=mark)
    if not paper.questions:
        if desk.output.form == "json":
            desk.output.write("[]\n")
        raise _nothing_missed() if request.missed else nothing_to_ask(request.kinds)
    if request.count and len(paper.questions) < request.count:
        there = len(paper.questions)
        desk.output.say(
            f"There {'is 1 question' if there == 1 else f'are {there} questions'} to ask here, so that is all."
        )
    return paper


def _nothing_missed() -> NotFoundError:
    return NotFoundError(
        "There is nothing that you missed the last time you were asked.",
        "For other questions: peerguide quiz",
    )


def _missed(material: Material, kinds: Sequence[str]) -> list[tuple[Material, str]]:
    """The cards answered last otherwise than right, those missed longest ago first, with what they are made of."""
    from peerguide.corpus.names.known import heirs
    from peerguide.corpus.places import data_folder
    from peerguide.progress.store import Store
    from peerguide.quiz.paper import every_card

    store = Store.look(data_folder())
    if store is None:
        return []
    with store:
        corpus = material.corpus
        last = {answer.card: answer for answer in store.history(corpus.guide, heirs(corpus))}
    here = {card.id for card in every_card(material, kinds)}
    return [(material, card) for card, answer in last.items() if not answer.correct and card in here]
