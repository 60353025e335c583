"""The best and the worst of four things that could be done in a scenario."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.corpus.scenarios import grounds
from peerguide.quiz.fair import LETTERS
from peerguide.quiz.kinds.base import Asking, Kind
from peerguide.quiz.model import BEST_WORST, Option, Question

if TYPE_CHECKING:
    from peerguide.corpus.model.scenarios import Scenario
    from peerguide.quiz.model import Card


def _ask(card: Card, asking: Asking) -> Question | None:
    scenario = asking.material.scenario(card.subject)
    if scenario is None:
        return None
    return Question(
        card=card,
        form=BEST_WORST,
        prompt=f"{scenario.name.title}\n{scenario.situation}\n{scenario.question}",
        options=_options(scenario, asking),
        answers=(scenario.marked("best").text, scenario.marked("worst").text),
        explanation=" ".join(filter(None, ["What makes it hard:", scenario.hard, scenario.law])),
        refs=(scenario.ref, *scenario.marked("best").refs),
        value=scenario.name.values[0],
        key=None,
    )


def _options(scenario: Scenario, asking: Asking) -> tuple[Option, ...]:
    """The options in any order, each with why it is better or worse and on what that rests."""
    choices = asking.chance.sample(scenario.options, len(scenario.options))
    return tuple(
        Option(
            letter,
            choice.text,
            scenario.ref,
            choice.mark == "best",
            f"{choice.why} {grounds(choice)}",
            choice.mark == "worst",
            choice.refs,
        )
        for letter, choice in zip(LETTERS, choices, strict=True)
    )


KIND = Kind(
    "scenario",
    "the best and the worst thing to do in a scenario",
    lambda material: material.scenarios,
    _ask,
)
