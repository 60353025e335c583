"""Reading the document out of damaged copies of it, made from a synthetic one of the same layout."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import chain
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wording.copies.damage.additions import FOOT, MENU
from wording.copies.damage.characters import CHARACTERS
from wording.copies.damage.every import BY_NAME, DAMAGES, DELETIONS, PAIRS
from wording.copies.damage.kinds import damaged
from wording.copies.damage.losses import LOSSES
from wording.copies.lines import render
from wording.copies.trials import attempt, outline, total, whole_copy
from wording.copies.truth import expected

from peerguide.errors import PeerguideError
from peerguide.wording.documents import read_document
from peerguide.wording.model import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wording.copies.damage.kinds import Damage
    from wording.copies.scoring import Tally
    from wording.copies.trials import Trial

PRECISION, RECALL = 0.995, 0.97
"""What is promised of damaged copies: of the texts that are attached so many are right, and of those that are there whole so many
are found.
"""
TORN_RECALL = {"lines -5%": 0.95, "lines -10%": 0.92, "lines -20%": 0.88, "lines -30%": 0.8}
"""Where lines are missing all over, and no edition tells what is whole, little is believed: so many are found of those that are."""

STRUCTURAL = [damage for damage in DAMAGES if damage not in CHARACTERS]
SAMPLE = Random(6).sample(PAIRS, 6)
LINES = [line.text for line in whole_copy()]
ODD = ["•", "•" * 50, "-", "1)", "12) PEER SUPPORT IS", "Page 7 of 24", "THE SUPERVISOR ROLE IS TO:", "PRACTICE:", "GLOSSARY",
       "\x00\x1b[31m", "\f", "\u2028", "ﬁ\u00ad-", "x" * 5000]  # fmt: skip


def together(kinds: Iterable[Damage]) -> list[list[Damage]]:
    """The kinds in as few groups as may be of such as go with each other."""
    groups: list[list[Damage]] = []
    for kind in kinds:
        group = next((one for one in groups if all(kind.goes_with(other) for other in one)), None)
        if group is None:
            groups.append([kind])
        else:
            group.append(kind)
    return groups


@cache
def tried(*kinds: Damage, seed: int = 0) -> Trial:
    """A copy with this damage, read once."""
    return attempt(kinds, seed)


def assert_read(trials: Iterable[Trial], precision: float = PRECISION, recall: float = RECALL) -> Tally:
    """The counts over these copies, once precision and recall are found to be as promised."""
    held = [*trials]
    figures = total(held)
    bad = [
        (trial.name, trial.seed, one)
        for trial in held
        for one in trial.judged
        if one.verdict in ("wrong", "short")
    ]
    assert figures.precision >= precision, bad
    missed = [
        (trial.name, trial.seed, one.ref)
        for trial in held
        for one in trial.judged
        if one.verdict == "missed" and one.expected and one.expected.whole
    ]
    assert figures.recall >= recall, (figures, missed)
    return figures


def test_synthetic_document() -> None:
    """The document that copies are made from holds each of the guide's entries, of each value as many as the guide has."""
    texts = expected(whole_copy(), whole_copy())
    assert {ref for ref in texts if ":" not in ref} == set(outline().refs)
    kinds = Counter(ref.partition(":")[0] for ref in texts if ":" in ref)
    assert kinds == {"name": 12, "theme": 12, "listed": 12, "term": 12, "note": 11}


@pytest.mark.parametrize("damage", [one for one in DAMAGES if one not in LOSSES], ids=lambda one: one.name)
def test_damage_keeps_the_truth(damage: Damage) -> None:
    """What is done to a copy without taking anything away leaves every entry whole, by its tags."""
    left = expected(damaged(whole_copy(), [damage]), whole_copy())
    entries = {ref: one for ref, one in left.items() if ":" not in ref}
    assert entries.keys() == set(outline().refs)
    assert all(one.whole for one in entries.values())


def test_undamaged() -> None:
    """Of a copy as the document is set, every text, name, theme and footnote is found, word for word."""
    figures = assert_read([tried()], 1.0, 1.0)
    assert figures.right == len(outline().refs)
    assert (figures.names_right, figures.notes_right) == (24, 9)


@pytest.mark.parametrize("damage", STRUCTURAL, ids=lambda one: one.name)
def test_one_damage(damage: Damage) -> None:
    """Whatever has befallen a copy, a text that is attached is the right one, whole, and hardly any is missed."""
    assert_read([tried(damage)], precision=1.0)


def test_pages() -> None:
    """A text has the page that the guide gives for its entry, whatever pages the copy has."""
    pages = {item.ref: item.page for item in outline().items}
    reading = read_document(render(whole_copy()), outline())
    assert {passage.ref: passage.page for passage in reading.passages} == pages


@pytest.mark.parametrize(
    "kinds", together(CHARACTERS), ids=lambda kinds: " + ".join(one.name for one in kinds)
)
def test_characters(kinds: list[Damage]) -> None:
    """No sign for bullets, quotes, spaces or ends of lines changes what is read."""
    assert_read([tried(*kinds)], precision=1.0)


def test_pairs() -> None:
    """Of copies with two kinds of damage, texts that are attached are right and hardly any is missed."""
    assert_read(attempt(pair) for pair in SAMPLE)


def test_missing_lines() -> None:
    """Where lines are missing at random, hardly anything is attached that is not right and whole, and enough of what is whole is found."""
    trials = {deletion.name: [attempt([deletion], seed) for seed in range(10, 12)] for deletion in DELETIONS}
    for name, tried_often in trials.items():
        assert_read(tried_often, 0.97, TORN_RECALL[name])
    assert_read(chain.from_iterable(trials.values()), recall=min(TORN_RECALL.values()))


def test_names_only() -> None:
    """A copy of nothing but the list of names has the twelve names, and no text of any entry."""
    trial = tried(BY_NAME["names only"])
    assert (trial.tally.names_right, trial.tally.names_wrong) == (12, 0)
    assert not trial.judged


@pytest.mark.parametrize(
    "name", ["statements missing", "bullets missing", "values missing", "columns missing"]
)
def test_gaps_stay_where_they_are(name: str) -> None:
    """A text that is missing leaves a gap in its own place: nothing moves up into it."""
    gone = [one for one in tried(BY_NAME[name]).judged if one.expected is None]
    assert not gone


@pytest.mark.parametrize(
    "text",
    ["", "\n\n\n", MENU, FOOT, "Peer support.", "1. Wash the rice\n2. Boil it\n• Serve it warm\n" * 30, "\x00\x01\x02" * 1000, "• " * 10_000],
    ids=["empty", "blank", "menu", "comments", "two words", "recipe", "binary", "bullets"],
)  # fmt: skip
def test_another_text(text: str) -> None:
    """A text that is not this document is refused with a sentence."""
    with pytest.raises(PeerguideError) as refused:
        read_document(text, outline())
    assert refused.value.exit_code == 4


@given(st.one_of(st.text(), st.lists(st.sampled_from(LINES + ODD * 20), max_size=60).map("\n".join)))
@settings(max_examples=40, deadline=5000, suppress_health_check=[HealthCheck.too_slow])
def test_any_text(text: str) -> None:
    """Any text whatever is read or refused, within seconds."""
    try:
        reading = read_document(text, outline())
    except PeerguideError:
        return
    assert isinstance(reading, Reading)
    assert {passage.ref for passage in reading.passages} <= set(outline().refs)
    assert all(passage.text.strip() for passage in reading.passages)


@pytest.mark.soak
@pytest.mark.parametrize("damage", DAMAGES, ids=lambda one: one.name)
def test_one_damage_often(damage: Damage) -> None:
    """The same as with one damage, over several seeds."""
    assert_read(attempt([damage], seed) for seed in range(8))


@pytest.mark.soak
def test_all_pairs() -> None:
    """The same as with some pairs, over all of them."""
    assert_read(attempt(pair) for pair in PAIRS)


@pytest.mark.soak
@pytest.mark.parametrize("deletion", DELETIONS, ids=lambda one: one.name)
def test_missing_lines_often(deletion: Damage) -> None:
    """The same as with missing lines, over many seeds, and with lines of every order and length."""
    others = [damage for damage in STRUCTURAL if damage.goes_with(deletion)]
    alone = (attempt([deletion], seed) for seed in range(40))
    together_with = (attempt([deletion, damage]) for damage in others)
    assert_read(chain(alone, together_with), recall=TORN_RECALL[deletion.name])


def test_copy_is_repeatable() -> None:
    """The same damage and seed make the same copy."""
    kinds = [BY_NAME["lines -20%"], BY_NAME["words divided"]]
    assert render(damaged(whole_copy(), kinds, 5)) == render(damaged(whole_copy(), kinds, 5))
