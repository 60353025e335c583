"""Scenarios as a person at a terminal sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from peerguide.corpus.credits import OWN_SCENARIOS
from peerguide.corpus.scenarios import MARKS, grounds, lettered
from peerguide.render.drawn import draw
from peerguide.render.layout import label_column
from peerguide.render.situations import (
    about,
    picked_right,
    remarks,
    tension,
)
from peerguide.render.text import paragraphs, safe

if TYPE_CHECKING:
    from peerguide.corpus.model.scenarios import (
        Choice,
        Mark,
        Scenario,
        ScenarioKey,
        ScenarioList,
        ScenarioView,
    )
    from peerguide.render.layout import Sheet

STYLES: dict[Mark | None, str] = {"best": "right", "worst": "missed", None: "label"}

STACKED = 60
"""Up to this width, in cells, a title stands right after its ref."""

OPTION = 3
"""The column at which an option's text begins, after its letter."""


@draw.register
def _list_drawing(entry: ScenarioList, sheet: Sheet) -> None:
    column = label_column(one.ref for one in entry.scenarios)
    for one in entry.scenarios:
        if sheet.width <= STACKED:
            sheet.hang_first(Text(one.ref, "ref"), Text(safe(one.title), "title"))
            sheet.write(about(one), "cite", indent=2)
            continue
        body = Text("\n").join([Text(safe(one.title), "title"), Text(about(one), "cite")])
        sheet.hang(Text(one.ref, "ref"), body, column)


@draw.register
def _view_drawing(entry: ScenarioView, sheet: Sheet) -> None:
    scenario = entry.scenario
    sheet.hang_first(Text(scenario.ref, "ref"), Text(safe(scenario.name.title), "title"))
    sheet.write(about(scenario.name), "theme")
    for paragraph in paragraphs(scenario.situation):
        sheet.gap()
        sheet.write(paragraph)
    sheet.gap()
    sheet.write(safe(scenario.question), "title")
    for letter, option in lettered(scenario):
        sheet.gap()
        sheet.hang(Text(letter, "ref"), Text(safe(option.text)), OPTION)
        if entry.told == "key":
            _draw_reason(option, sheet)
    sheet.gap()
    if entry.told == "key":
        _draw_remarks(scenario, sheet)
    elif entry.told == "step":
        sheet.write("To see which is best, which is worst, and why:", "cite")
        sheet.write(f"{entry.program} scenario {scenario.ref} --answer", "command")
    if entry.shipped:
        sheet.gap()
        sheet.write(OWN_SCENARIOS, "cite")


@draw.register
def _key_drawing(entry: ScenarioKey, sheet: Sheet) -> None:
    if entry.picked:
        sheet.write(picked_right(entry.scenario, entry.picked), "title")
    for letter, option in lettered(entry.scenario):
        sheet.gap()
        sheet.hang(Text(letter, "ref"), _reason(option), OPTION)
    sheet.gap()
    _draw_remarks(entry.scenario, sheet)


def _draw_reason(option: Choice, sheet: Sheet) -> None:
    sheet.hang(Text(" "), _reason(option), OPTION)


def _reason(option: Choice) -> Text:
    """Where an option stands, why, and on what that rests."""
    return Text.assemble(
        (MARKS[option.mark], STYLES[option.mark]),
        f" {safe(option.why)} ",
        (grounds(option), "cite"),
    )


def _draw_remarks(scenario: Scenario, sheet: Sheet) -> None:
    for heading, text in remarks(scenario):
        sheet.write(heading, "heading")
        sheet.write(text)
        sheet.gap()
    pulls = tension(scenario)
    if pulls:
        sheet.write(pulls, "cite")
    names = "; ".join(f"{value.ref} {safe(value.name)}" for value in scenario.values)
    sheet.write_text(Text.assemble(("Values: ", "label"), names))
    if scenario.terms:
        terms = "; ".join(safe(term.name) for term in scenario.terms)
        sheet.write_text(Text.assemble(("Terms: ", "label"), terms))
