"""Sentences about scenarios that both the drawn and the linear text use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.corpus.model.scenarios import LETTERS
from peerguide.corpus.scenarios import AUDIENCES, MARKS, grounds, letter_of
from peerguide.render.phrases import in_words
from peerguide.render.text import safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from peerguide.corpus.model.scenarios import Choice, Scenario, ScenarioName
    from peerguide.quiz.model import Option
    from peerguide.quiz.sitting import Answered


def values_of(refs: Sequence[str]) -> str:
    """The refs of some values, in words."""
    return f"{'value' if len(refs) == 1 else 'values'} {in_words(refs)}"


def about(name: ScenarioName) -> str:
    """Which values a scenario is about, for whom it is, and where it takes place."""
    return f"{values_of(name.values)}, for {AUDIENCES[name.audience]}, {safe(name.setting)}"


def tension(scenario: Scenario) -> str | None:
    """Which of its values pull against each other, in a sentence."""
    if not scenario.between:
        return None
    return f"{values_of(scenario.between).capitalize()} pull against each other here."


def reason(choice: Choice) -> str:
    """Where an option stands, why, and on what that rests."""
    return f"{MARKS[choice.mark]} {safe(choice.why)} {grounds(choice)}"


def picked_right(scenario: Scenario, picked: tuple[str, str]) -> str:
    """How two picks stand to the key, in a sentence, on what was seen first."""
    best, worst = letter_of(scenario, "best"), letter_of(scenario, "worst")
    if picked == (best, worst):
        return f"Both: {best} is the best and {worst} the worst."
    if picked[0] == best:
        return f"The best one, {best}. The worst is {worst}."
    if picked[1] == worst:
        return f"The worst one, {worst}. The best is {best}."
    return f"Others here: {best} is the best and {worst} the worst."


def remarks(scenario: Scenario) -> Iterator[tuple[str, str]]:
    """What there is to say of a scenario once it is answered, each with its heading."""
    yield "What makes it hard", safe(scenario.hard)
    if scenario.law:
        yield "Law and policy", safe(scenario.law)
    yield "To talk over", safe(scenario.discuss)


# In a sitting


def pick_verdict(answered: Answered) -> str:
    """How it went with the best and the worst, in a few words."""
    reply = answered.reply
    if reply.correct:
        hint = ", with a hint" if answered.hinted else ""
        return f"Both of them{hint}." if reply.credit == 1 else f"The best one{hint}."
    return "The worst one." if reply.credit > 0 else "Not these two."


def pick_reasons(answered: Answered, *, numbered: bool) -> Iterator[tuple[str, str]]:
    """The best and the worst, then what was taken for either and is in between: what to call each, and why it is that."""
    options, reply = answered.question.options, answered.reply
    for option in sorted(options, key=lambda one: one.worst):
        if option.correct or option.worst:
            stands = "best" if option.correct else "worst"
            yield f"{_called(option, numbered=numbered)}, the {stands}:", safe(option.why)
    for taken, stands in ((reply.chosen, "best"), (reply.worst, "worst")):
        if taken and not (taken.correct or taken.worst):
            yield f"{_called(taken, numbered=numbered)}, which you took for the {stands}:", safe(taken.why)


def _called(option: Option, *, numbered: bool) -> str:
    """What an option is called: its letter, or its number."""
    return str(LETTERS.index(option.letter) + 1) if numbered else option.letter
