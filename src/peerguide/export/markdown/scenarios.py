"""Scenarios for groups of three in Markdown: handouts without answers, a page each, and the facilitator's sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.corpus.credits import OWN_SCENARIOS
from peerguide.corpus.scenarios import AUDIENCES, MARKS, grounds, letter_of, lettered
from peerguide.export.markdown.places import here
from peerguide.export.markdown.text import SPANS, document, escaped, heading, hung, item, prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.corpus.model.scenarios import Choice, Scenario
    from peerguide.export.selection import Selection

BREAK = '<span style="display: block; break-after: page"></span>'
"""What ends a page where a document is printed by way of HTML."""

ALONE = "Best: \\______ Worst: \\______ (first each of you alone, then the three of you)"

ROLES = (
    "One reads the situation and the options aloud.",
    "One speaks up for an option that nobody chose: what is good about it?",
    'One asks "why?" after each choice, and minds the time.',
)
"""What each of three does."""

STEPS = (
    "Give each group of three one handout. Let them share out the three parts; they change with the next handout.",
    "Two minutes: read it, and choose alone, in writing.",
    "Eight minutes: compare, and agree on a best and a worst if you can.",
    "Five minutes, all groups together: hear what was chosen and why before you say what stands here.",
    "Say first what an option does well. Nobody has to defend a choice.",
    "End with the question to talk over. What people tell of themselves stays in the room, and nobody has to tell anything.",
)
"""How to hold a round."""

NOTES = "\n".join(["Notes:", *("\\" + "_" * 70,) * 3])


def handouts(selection: Selection) -> Iterator[str]:
    """The handouts, one after the other, a page each where the document is printed by way of HTML."""
    return document(_handouts(selection))


def handout_files(selection: Selection) -> Iterator[tuple[str, Iterator[str]]]:
    """The handouts, each a file of its own."""
    for scenario in selection.scenarios():
        yield f"{scenario.ref}.md", document([*_handout(scenario, 1), *_own(selection), SPANS])


def facilitation(selection: Selection) -> Iterator[str]:
    """The facilitator's sheet: how to hold a round, then for each scenario which option is best, which worst, and why."""
    return document(_facilitation(selection))


def _handouts(selection: Selection) -> Iterator[str]:
    yield heading(1, f"Scenarios: {selection.title}")
    yield from _own(selection)
    for scenario in selection.scenarios():
        yield BREAK
        yield from _handout(scenario, 2)
    yield SPANS


def _own(selection: Selection) -> Iterator[str]:
    if selection.corpus.shipped:
        yield prose(OWN_SCENARIOS)


def _handout(scenario: Scenario, level: int) -> Iterator[str]:
    yield heading(level, scenario.name.title, here(scenario.ref))
    yield prose(_standing(scenario))
    yield prose(scenario.situation)
    yield prose(scenario.question, "**Question:** ")
    yield "\n".join(prose(option.text, f"- **{letter}.** ", "  ") for letter, option in lettered(scenario))
    yield ALONE
    yield "In your group of three:"
    yield "\n".join(map(item, map(escaped, ROLES)))
    yield NOTES.replace("\n", "\n\n")
    yield prose(scenario.discuss, "**To talk over:** ")
    if scenario.law:
        yield prose("Law and employers' policy differ here; whoever leads the group has more on that.")


def _standing(scenario: Scenario) -> str:
    """For whom a scenario is, where it takes place, and its ref."""
    name = scenario.name
    return f"For {AUDIENCES[name.audience]}; {name.setting}. ({scenario.ref})"


def _facilitation(selection: Selection) -> Iterator[str]:
    yield heading(1, f"Key: {selection.title}")
    yield "For whoever leads groups of three through the scenarios."
    yield from _own(selection)
    yield heading(2, "How to hold a round")
    yield "\n".join(map(item, map(escaped, STEPS)))
    for scenario in selection.scenarios():
        yield from _key(scenario)
    yield SPANS


def _key(scenario: Scenario) -> Iterator[str]:
    yield heading(2, scenario.name.title, here(scenario.ref))
    yield prose(_standing(scenario))
    yield f"**Best: {letter_of(scenario, 'best')}. Worst: {letter_of(scenario, 'worst')}.**"
    yield "\n".join(_option(letter, option) for letter, option in lettered(scenario))
    yield prose(scenario.hard, "**What makes it hard:** ")
    if scenario.law:
        yield prose(scenario.law, "**Law and policy:** ")
    yield prose(scenario.discuss, "**To talk over:** ")
    yield "\n".join(map(item, _facts(scenario)))


def _option(letter: str, option: Choice) -> str:
    reason = f"**{MARKS[option.mark]}** {escaped(option.why)} {grounds(option)}"
    return hung([escaped(option.text), reason], f"- **{letter}.** ", "  ")


def _facts(scenario: Scenario) -> Iterator[str]:
    for value in scenario.values:
        yield f"Value {value.ref}: {escaped(value.name)}"
    if scenario.between:
        yield f"Values {' and '.join(scenario.between)} pull against each other here."
    if scenario.terms:
        yield f"Terms: {escaped('; '.join(term.name for term in scenario.terms))}"
