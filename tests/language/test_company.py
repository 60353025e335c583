"""Two senses of a word are told by its company, and overlapping findings by a fixed rule."""

from __future__ import annotations

from language.made_words import entry, found, words

from peerguide.language.finder import Finder

CLEAN = entry(
    "{is|was|} clean",
    needs=("drug{|s}", "sober"),
    unless=("{is|was|} clean and tidy",),
    unless_near=("kitchen",),
)


def test_one_of_the_needed_words_must_stand_near() -> None:
    """Where an entry needs a word, it holds only within reach of one, in the same paragraph."""
    assert found("He was clean and off drugs.", CLEAN) == ["was clean"]
    assert found("He was clean.", CLEAN) == []
    assert found("He was clean one two three four five six drugs.", CLEAN) == []
    assert found("He was clean.\n\nDrugs are sold here.", CLEAN) == []


def test_words_near_make_it_fine() -> None:
    """A word of `unless_near` within reach makes a match fine, and one in another paragraph does not."""
    assert found("The kitchen was clean, no drugs there.", CLEAN) == []
    assert found("The kitchen.\n\nHe was clean, off drugs.", CLEAN) == ["was clean"]


def test_covering_phrases_make_it_fine() -> None:
    """A phrase of `unless` makes a match fine when it covers it."""
    assert found("It was clean and tidy, with no drugs.", CLEAN) == []


def test_an_entry_may_reach_further() -> None:
    """An entry's own reach goes before the general one."""
    far = entry("clean", needs=("drugs",), reach=9)
    assert found("clean one two three four five six drugs", far) == ["clean"]


def test_of_overlapping_findings_one_is_kept() -> None:
    """The one that begins first is kept, then the longer one, then the one whose entry stands first."""
    first, second = entry("drug abuse", name="a"), entry("abuse problem", name="b")
    assert found("A drug abuse problem.", second, first) == ["drug abuse"]
    longer = entry("drug abuse problem", name="c")
    assert found("A drug abuse problem.", first, longer) == ["drug abuse problem"]
    finder = Finder(words(entry("addict", name="one"), entry("addict", name="two")))
    assert [finding.entry.id for finding in finder.findings(["The addict came."])] == ["one"]


def test_a_spared_match_takes_its_parts_along() -> None:
    """Where people say the whole of it of themselves, no part of it is found either."""
    wagon = entry("{fell|} off the wagon", kind="idiom")
    assert found("I fell off the wagon twice.", wagon) == []
    assert found("He fell off the wagon twice.", wagon) == ["fell off the wagon"]
