"""The shipped scenarios: as many and as varied as they should be, plain to read, read again, and telling nothing but by knowing."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import pytest
import textstat
from test_content import JARGON
from test_refs import shipped

from peerguide.corpus.names.spelling import words_of
from peerguide.corpus.scenarios import scenario, scenarios
from peerguide.quiz.likeness import alike
from peerguide.quiz.telling import content

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.corpus.model.scenarios import Mark, Scenario

MARKS: tuple[Mark, ...] = ("best", "worst")

CHI_SQUARE = 7.81
"""The value that a chi-square statistic of three degrees of freedom exceeds once in twenty times: this text was not drawn by chance."""

SETTINGS = {
    "inpatient unit", "crisis line", "recovery community center", "emergency department", "ACT team", "prison re-entry", "campus",
    "veterans", "family support", "rural", "online", "peer-run respite",
}  # fmt: skip

MEANT = r"patient advocate|staying patient|a colleague as a patient"
"""The name of an office, another sense, and what a text warns of."""


@cache
def every() -> tuple[Scenario, ...]:
    """All shipped scenarios."""
    return tuple(scenario(shipped(), one.ref) for one in scenarios(shipped()).scenarios)


def test_there_are_enough() -> None:
    """At least 48, four or more for each value as its main one, half between two values, a third for supervisors."""
    assert len(every()) >= 48
    mains = Counter(one.name.values[0] for one in every())
    assert {value.ref: mains[value.ref] for value in shipped().values().values if mains[value.ref] < 4} == {}
    assert 2 * sum(bool(one.between) for one in every()) >= len(every())
    assert 3 * sum(one.name.audience == "supervisor" for one in every()) >= len(every())


def test_settings_vary() -> None:
    """Scenarios take place wherever peers work, and in no one place too often."""
    places = Counter(one.name.setting for one in every())
    assert set(places) >= SETTINGS
    assert max(places.values()) <= len(every()) / 8


def test_every_scenario_was_read_again() -> None:
    """Each was read against the guidelines apart from its writing."""
    assert [one.ref for one in every() if not one.reviewed] == []


def test_situations_are_short() -> None:
    """A situation has 40 to 90 words."""
    lengths = {one.ref: len(one.situation.split()) for one in every()}
    assert {ref: length for ref, length in lengths.items() if not 40 <= length <= 90} == {}


def test_reading_level() -> None:
    """Scenarios read at grade 8.5 or below together, and no text above 14 (Flesch-Kincaid)."""
    texts = dict(_texts())
    assert textstat.flesch_kincaid_grade("\n".join(texts.values())) <= 8.5
    assert {ref for ref, text in texts.items() if textstat.flesch_kincaid_grade(text) > 14} == set()


def test_language_is_person_first() -> None:
    """No text in peerguide's own voice uses words that make a person into a condition or a case.

    What somebody in a scenario says stands in quotes: a colleague's words may be what it is about.
    """
    own = {ref: re.sub(rf'"[^"]*"|{MEANT}', "", text) for ref, text in _texts()}
    assert {ref: JARGON.findall(text) for ref, text in own.items() if JARGON.search(text)} == {}


def test_options_differ() -> None:
    """No two options of a scenario say nearly the same."""
    for one in every():
        texts = [option.text for option in one.options]
        assert not any(alike(text, other) for place, text in enumerate(texts) for other in texts[:place])


@pytest.mark.parametrize("mark", MARKS)
def test_the_place_tells_nothing(mark: Mark) -> None:
    """In the file, too, the best and the worst stand at any place about equally often."""
    places = Counter(_place(one, mark) for one in every())
    expected = len(every()) / 4
    assert sum((places[place] - expected) ** 2 / expected for place in range(4)) < CHI_SQUARE


@pytest.mark.parametrize("mark", MARKS)
def test_the_length_tells_nothing(mark: Mark) -> None:
    """The best is the longest, or the shortest, about one time in four, and so is the worst."""
    for order in (1, -1):
        ranks = Counter(_rank(one, mark, order) for one in every())
        expected = len(every()) / 4
        assert sum((ranks[rank] - expected) ** 2 / expected for rank in range(4)) < CHI_SQUARE


@pytest.mark.parametrize("mark", MARKS)
def test_the_words_of_the_situation_tell_nothing(mark: Mark) -> None:
    """The option that shares most words with the situation is the best, or the worst, not much more often than by chance."""
    most = sum(max(one.options, key=lambda option: _shared(one, option.text)).mark == mark for one in every())
    assert most <= 0.4 * len(every())


def test_what_touches_the_law_says_so() -> None:
    """Where a duty to report, records or medication come up, the scenario says that rules differ."""
    touching = re.compile(
        r"\b(?:duty to report|mandated|subpoena|medications?|pills|probation|parole|custody)\b", re.IGNORECASE
    )
    assert [one.ref for one in every() if touching.search(one.situation) and not one.law] == []


def _place(one: Scenario, mark: Mark) -> int:
    return next(place for place, option in enumerate(one.options) if option.mark == mark)


def _rank(one: Scenario, mark: Mark, order: int) -> int:
    """The place of an option among all by length, the longest first; or the shortest, by the order."""
    lengths = sorted((order * len(option.text) for option in one.options), reverse=True)
    return lengths.index(order * len(one.marked(mark).text))


def _shared(one: Scenario, text: str) -> int:
    return len(content(text) & content(" ".join(words_of(one.situation))))


def _texts() -> Iterator[tuple[str, str]]:
    """Every text of every scenario."""
    for one in every():
        for key in ("situation", "question", "hard", "discuss", "law"):
            text = getattr(one, key)
            if text:
                yield f"{one.ref} {key}", text
        for place, option in enumerate(one.options):
            yield f"{one.ref} option {place}", option.text
            yield f"{one.ref} why {place}", option.why
