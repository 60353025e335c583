"""What a typed line means while a reflection asks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerguide.progress.reflection.replies import Given, Note, meaning_of
from peerguide.progress.reflection.responses import FREQUENCIES, Frequency


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("1", Given("not yet")),
        (" 4 ", Given("as a habit")),
        ("5.", Given("does not apply")),
        ("3)", Given("often")),
        ("Often", Given("often")),
        ("o", Given("often")),
        ("so", Given("sometimes")),
        ("some", Given("sometimes")),
        ("not", Given("not yet")),
        ("no", Given("not yet")),
        ("NOT YET", Given("not yet")),
        ("habit", Given("as a habit")),
        ("a", Given("as a habit")),
        ("d", Given("does not apply")),
        ("n/a", Given("does not apply")),
        ("not applicable", Given("does not apply")),
        ("doesn't apply", Given("does not apply")),
        ("3 in our team meetings", Given("often", "in our team meetings")),
        ("2: when there is time", Given("sometimes", "when there is time")),
        ("3 often", Given("often")),
        ("5 does not apply", Given("does not apply")),
        ("3 sometimes", None),
        ("1 2", None),
        ("12", None),
        ("0", None),
        ("6", None),
        ("maybe", None),
        ("not sure about this", None),
        ("", None),
        ("n", Note("")),
        ("n we began in May", Note("we began in May")),
        ("N: we began", Note("we began")),
        ("note we began", Note("we began")),
        ("now and then", None),
        ("?", "help"),
        ("h", "help"),
        ("b", "back"),
        ("u", "back"),
        ("s", "skip"),
        ("q", "stop"),
        ("quit", "stop"),
    ],
)
def test_meaning(line: str, meant: object) -> None:
    """Numbers, words and how they begin are answers, words after a number a note, some letters keys, and nothing is guessed."""
    assert meaning_of(line) == meant


@given(st.sampled_from(FREQUENCIES), st.data())
def test_beginnings(answer: Frequency, data: st.DataObject) -> None:
    """However much of an answer is typed, from two letters on, it is that answer."""
    length = data.draw(st.integers(2, len(answer)))
    meant = meaning_of(answer[:length])
    assert meant == Given(answer)


@given(st.text())
def test_any_line(line: str) -> None:
    """Whatever is typed means something or nothing."""
    meant = meaning_of(line)
    assert meant is None or isinstance(meant, str | Given | Note)
