"""The second guide, the readings and the crosswalk: plain to read, person-first, and whole."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
import textstat
from test_content import JARGON
from test_points import everything

if TYPE_CHECKING:
    from collections.abc import Mapping

QUOTED = {
    "declaration:a4",
    "declaration:values-labels-and-experts",
}
"""Entries that name words which their document turns down."""

HARDEST = 14.0
TOGETHER = 8.5

ROOMS: Mapping[str, str] = {
    "the Declaration": "kind IN ('value', 'practice', 'item', 'term', 'section', 'fact') AND ref LIKE 'declaration:%'",
    "the readings": "kind IN ('reading', 'section', 'fact') AND ref LIKE 'guidelines:%'",
    "the crosswalk": "kind = 'crosswalk'",
}


@cache
def texts(room: str) -> dict[str, str]:
    """The texts of a part of the data by their refs."""
    return dict(everything().rows(f"SELECT ref, text FROM entry WHERE {ROOMS[room]}"))


@pytest.mark.parametrize("room", ROOMS)
def test_reading_level(room: str) -> None:
    """Its texts read at grade 8.5 or below together, and none above 14 (Flesch-Kincaid)."""
    assert textstat.flesch_kincaid_grade("\n".join(texts(room).values())) <= TOGETHER
    assert {
        ref for ref, text in texts(room).items() if textstat.flesch_kincaid_grade(text) > HARDEST
    } == set()


def test_questions_read_as_easily() -> None:
    """Questions for discussion read at that level too."""
    asked = [why for (why,) in everything().rows("SELECT why FROM link WHERE relation = 'discuss'")]
    assert textstat.flesch_kincaid_grade("\n".join(asked)) <= TOGETHER
    assert [one for one in asked if textstat.flesch_kincaid_grade(one) > HARDEST] == []


@pytest.mark.parametrize("room", ["the Declaration", "the readings"])
def test_language_is_person_first(room: str) -> None:
    """No text uses words that make a person into a condition or a case, but where it says that they are turned down."""
    strained = {ref: JARGON.findall(text) for ref, text in texts(room).items() if JARGON.search(text)}
    assert {ref: words for ref, words in strained.items() if ref not in QUOTED} == {}
