"""The schedule is that of the fsrs package, and can always be worked out again from the answers."""

from __future__ import annotations

import sqlite3
from datetime import timedelta, timezone
from typing import TYPE_CHECKING

import fsrs
import pytest
from progress.samples import GUIDE, NOW, amendment, answer, compare_with_fsrs

from peerguide.errors import FileAccessError
from peerguide.progress import schedule
from peerguide.progress.moving import export_lines, import_lines
from peerguide.progress.schedule import CardState, replay, retrievability, states
from peerguide.progress.store import Store, store_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from peerguide.progress.events import Answer

DAY = timedelta(days=1)
CARDS = ["practice:7.p1", "practice:7.p2", "term:co-optation"]


@pytest.fixture
def replayed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The cards that are worked out from now on."""
    cards: list[str] = []

    def watched(answers: Iterable[Answer]) -> CardState:
        state = replay(answers)
        cards.append(state.card)
        return state

    monkeypatch.setattr(schedule, "replay", watched)
    return cards


def fill(folder: Path) -> list[Answer]:
    """Add three answers to each of three cards."""
    answers = [
        answer(card=card, at=NOW + number * DAY, grade=grade)
        for card in CARDS
        for number, grade in enumerate((3, 1, 3))
    ]
    with Store.open(folder) as store:
        for one in answers:
            store.add(one)
    return answers


def test_as_the_package_has_it() -> None:
    """After thousands of random reviews every card is where the package's own scheduler puts it."""
    compare_with_fsrs(3000, seed=1)


def test_retrievability_as_the_package_has_it() -> None:
    """How likely a card is remembered is what the package says, from certain down."""
    state = replay([answer(), answer(at=NOW + 3 * DAY)])
    scheduler = fsrs.Scheduler(enable_fuzzing=False)
    card = fsrs.Card(stability=state.stability, last_review=state.last_review)
    chances = [retrievability(state, NOW + days * DAY) for days in (0, 3, 10, 100)]
    assert chances == [scheduler.get_card_retrievability(card, NOW + days * DAY) for days in (0, 3, 10, 100)]
    assert chances[0] == 1.0
    assert chances[1:] == sorted(chances[1:], reverse=True)


def test_exams_leave_the_schedule_alone() -> None:
    """An answer in an exam changes no state, and a card with no other has none."""
    one, exam = answer(), answer(mode="exam", grade=1, at=NOW + DAY)
    assert replay([one, exam]) == replay([one])
    with pytest.raises(ValueError, match="no answer has a part"):
        replay([exam])


def test_instants_of_another_zone() -> None:
    """An instant counts, not the zone it is written in."""
    there = answer(at=NOW.astimezone(timezone(timedelta(hours=5))))
    assert replay([there]).due == replay([answer()]).due


def test_lapses_and_last_answer() -> None:
    """Only forgetting what was known is a lapse, and the last answer is kept in mind."""
    grades = [1, 3, 3, 1, 1, 3]
    state = replay(answer(at=NOW + number * DAY, grade=grade) for number, grade in enumerate(grades))
    assert (state.answers, state.lapses, state.last_correct) == (6, 1, True)
    assert replay([answer(correct=False, grade=1)]).last_correct is False


def test_states_are_worked_out_once(tmp_path: Path, replayed: list[str]) -> None:
    """A state is kept between sessions, and worked out again only for a card that was answered since."""
    fill(tmp_path)
    with Store.open(tmp_path) as store:
        first = states(store, GUIDE)
        assert sorted(replayed) == CARDS
        replayed.clear()
    with Store.open(tmp_path) as store:
        assert states(store, GUIDE) == first
        assert replayed == []
        store.add(answer(card=CARDS[0], at=NOW + 9 * DAY))
        second = states(store, GUIDE)
        assert replayed == [CARDS[0]]
    assert second[CARDS[0]] != first[CARDS[0]]


@pytest.mark.parametrize("what", ["undo", "easy"])
def test_amended_card_is_worked_out_again(what: str, tmp_path: Path, replayed: list[str]) -> None:
    """After an amendment the state is that of the answers that count."""
    answers = fill(tmp_path)
    with Store.open(tmp_path) as store:
        states(store, GUIDE)
        replayed.clear()
        store.amend(amendment(answers[2], "undo" if what == "undo" else "easy"))
        found = states(store, GUIDE)
        assert replayed == [CARDS[0]]
        counted = [one for one in store.history(GUIDE) if one.card == CARDS[0]]
    assert found[CARDS[0]] == replay(counted)


def test_card_with_nothing_left(tmp_path: Path) -> None:
    """A card whose only answer is undone has no state."""
    with Store.open(tmp_path) as store:
        store.add(one := answer())
        assert len(states(store, GUIDE)) == 1
        store.amend(amendment(one, "undo"))
        assert states(store, GUIDE) == {}


def test_import_and_heirs(tmp_path: Path, replayed: list[str]) -> None:
    """A card that has answers from another machine, or of a retired ref, is worked out from all of them in order."""
    fill(tmp_path / "mine")
    with Store.open(tmp_path / "other") as other:
        other.add(answer(card=CARDS[0], at=NOW + DAY / 2))
        lines = "\n".join(export_lines(other)).encode()
    with Store.open(tmp_path / "mine") as store:
        states(store, GUIDE)
        import_lines(store, lines, "export")
        replayed.clear()
        assert states(store, GUIDE)[CARDS[0]].answers == 4
        assert replayed == [CARDS[0]]
        inherited = states(store, GUIDE, {"7.p1": "7.p2"})
        assert inherited[CARDS[1]].answers == 7
        assert inherited[CARDS[1]] == replay(
            one for one in store.history(GUIDE, {"7.p1": "7.p2"}) if one.card == CARDS[1]
        )
        assert CARDS[0] not in inherited


@pytest.mark.parametrize(
    "damage", ["DELETE FROM state", "UPDATE state SET stability = 99", "UPDATE state SET fingerprint = ''"]
)
def test_kept_states_are_never_needed(damage: str, tmp_path: Path) -> None:
    """States that are gone or altered are worked out again from the answers alone."""
    fill(tmp_path)
    with Store.open(tmp_path) as store:
        before = states(store, GUIDE)
    with sqlite3.connect(store_file(tmp_path)) as database:
        database.execute(damage)
    database.close()
    with Store.open(tmp_path) as store:
        assert states(store, GUIDE) == before


def test_looking_computes_and_keeps_nothing(tmp_path: Path) -> None:
    """States are the same in a store that is only read, and its file stays as it is."""
    fill(tmp_path)
    content = store_file(tmp_path).read_bytes()
    store = Store.look(tmp_path)
    assert store
    with store:
        looked = states(store, GUIDE)
    assert store_file(tmp_path).read_bytes() == content
    with Store.open(tmp_path) as store:
        assert states(store, GUIDE) == looked


def test_states_that_cannot_be_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no room to keep states they are told all the same."""

    def refuse(*_arguments: object) -> None:
        raise FileAccessError("The disk is full.", "Make room.")

    fill(tmp_path)
    monkeypatch.setattr(Store, "keep_states", refuse)
    with Store.open(tmp_path) as store:
        assert sorted(states(store, GUIDE)) == CARDS
