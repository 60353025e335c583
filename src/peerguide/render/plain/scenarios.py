"""Scenarios as linear text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.corpus.credits import OWN_SCENARIOS
from peerguide.corpus.scenarios import lettered
from peerguide.render.plain import lines
from peerguide.render.situations import about, picked_right, reason, remarks, tension
from peerguide.render.text import paragraphs, safe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.corpus.model.scenarios import Scenario, ScenarioKey, ScenarioList, ScenarioView


@lines.register
def _list_lines(entry: ScenarioList) -> Iterator[str]:
    for one in entry.scenarios:
        title = safe(one.title)
        yield f"{one.ref}: {title}{'' if title.endswith(('?', '!')) else '.'} {_begun(about(one))}."


@lines.register
def _view_lines(entry: ScenarioView) -> Iterator[str]:
    scenario = entry.scenario
    yield f"Scenario {scenario.ref}: {safe(scenario.name.title)}"
    yield f"{_begun(about(scenario.name))}."
    yield f"Situation: {' '.join(paragraphs(scenario.situation))}"
    yield f"Question: {safe(scenario.question)}"
    for letter, option in lettered(scenario):
        yield f"{letter}: {safe(option.text)}"
        if entry.told == "key":
            yield f"Why {letter}: {reason(option)}"
    if entry.told == "key":
        yield from _remark_lines(scenario)
    elif entry.told == "step":
        yield f"To see which is best, which is worst, and why: {entry.program} scenario {scenario.ref} --answer"
    if entry.shipped:
        yield OWN_SCENARIOS


@lines.register
def _key_lines(entry: ScenarioKey) -> Iterator[str]:
    if entry.picked:
        yield picked_right(entry.scenario, entry.picked)
    for letter, option in lettered(entry.scenario):
        yield f"{letter}: {reason(option)}"
    yield from _remark_lines(entry.scenario)


def _remark_lines(scenario: Scenario) -> Iterator[str]:
    yield from (f"{heading}: {text}" for heading, text in remarks(scenario))
    yield from filter(None, [tension(scenario)])
    yield f"Values: {'; '.join(f'{value.ref} {safe(value.name)}' for value in scenario.values)}"
    if scenario.terms:
        yield f"Terms: {'; '.join(safe(term.name) for term in scenario.terms)}"


def _begun(text: str) -> str:
    """The text with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]
