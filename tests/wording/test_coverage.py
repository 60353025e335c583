"""What a copy covers: counted value by value against the guide's outline."""

from __future__ import annotations

import pytest
from wording.made import guide_outline, reading_of

from peerguide.wording.coverage import Coverage, Share, ValueCoverage, coverage_of
from peerguide.wording.model import Passage, Reading

OUTLINE = guide_outline()


def coverage(*without: str, **some: tuple[str, ...]) -> Coverage:
    """What is covered by a reading of the shipped guide that lacks these, and has some in part or exact."""
    return coverage_of(reading_of(OUTLINE, without=without, **some), OUTLINE)


def seventh(found: Coverage) -> ValueCoverage:
    """Value 7 of it."""
    return found.values[6]


def test_whole_copy() -> None:
    """A copy that has everything is complete, with the counts of the document."""
    found = coverage()
    assert found.complete
    assert all(value.complete for value in found.values)
    shares = [found.names, found.themes, found.meanings, found.practices, found.roles, found.terms.share]
    assert shares == [Share(many, many) for many in (12, 12, 12, 56, 43, 12)]
    assert found.partial == ()


@pytest.mark.parametrize("lost", ["7", "7.p2", "7.s1", "7 name", "7 theme", "peer", "co-optation"])
def test_anything_missing_is_not_complete(lost: str) -> None:
    """One text, name or theme that is missing makes a copy incomplete."""
    assert not coverage(lost).complete


@pytest.mark.parametrize("cut", ["7", "7.p2", "7.s1", "peer"])
def test_anything_partial_is_not_complete(cut: str) -> None:
    """One text that is there only in part makes a copy incomplete, and counts neither as found nor as missing."""
    found = coverage(partial=(cut,))
    assert not found.complete
    assert found.partial == (cut,)
    assert found.texts == Share(122, 123, 1)
    assert found.texts.missing == 0
    assert (seventh(found).missing, found.terms.missing) == ((), ())


@pytest.mark.parametrize("exact", [(), ("7",), ("7", "7.p2", "7.s1", "peer")])
def test_exact_texts_are_counted(exact: tuple[str, ...]) -> None:
    """Of all the guide's texts, those are counted that are known to be the document's, letter for letter."""
    assert coverage("8.p1", exact=exact).exact == Share(len(exact), 123)


def test_what_a_value_lacks() -> None:
    """What is missing of a value is named by its refs in the document's order, the meaning by the value's own."""
    found = seventh(coverage("7.s3", "7.p1", "7", "7 name", partial=("7.p5", "7.s1")))
    assert (found.copy_name, found.meaning) == (None, False)
    assert found.copy_theme == OUTLINE.values[6].theme
    assert (found.practices, found.roles) == (Share(3, 5, 1), Share(1, 3, 1))
    assert found.missing == ("7", "7.p1", "7.s3")
    assert found.partial == ("7.p5", "7.s1")


def test_what_the_glossary_lacks() -> None:
    """Terms that are missing are named in the document's order."""
    terms = coverage("transparent", "advocacy", partial=("peer",)).terms
    assert terms.share == Share(9, 12, 1)
    assert (terms.missing, terms.partial) == (("advocacy", "transparent"), ("peer",))


def test_names_only() -> None:
    """A copy that has only the values' names has all of those and nothing else."""
    names = {value.ref: value.name for value in OUTLINE.values}
    found = coverage_of(Reading(names, {}, ()), OUTLINE)
    assert found.names == Share(12, 12)
    assert [share.found for share in (found.themes, found.meanings, found.practices, found.roles)] == [0] * 4
    assert not found.complete


def test_texts_of_entries_that_are_gone() -> None:
    """A text of an entry that the guide no longer has counts for nothing, whole and exact or not."""
    reading = Reading({"99": "Gone"}, {}, (Passage("99.p1", "Gone.", exact=True),), incomplete=("99.p2",))
    found = coverage_of(reading, OUTLINE)
    assert (found.texts, found.exact, found.partial) == (Share(0, 123), Share(0, 123), ())
