"""Findings tell their place, whatever the size of the text and of the pieces it comes in."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from language.judging import OTHERS, OWN, found_in, paragraphs, shipped_finder, span
from language.made_words import entry, words

from peerguide.language.finder import Finder
from peerguide.language.results import Finding
from peerguide.language.windows import MARGIN, WINDOW

ADDICT = Finder(words(entry("addict{|s}")))

TEXTS = [item["text"] for name in (*OWN, *OTHERS) for item in paragraphs(name)]
ALL = "\n\n".join(TEXTS)


def places(findings: list[Finding]) -> list[tuple[int, int, str, str]]:
    """The line, the column, the phrase and the entry of each finding."""
    return [(one.line, one.column, one.phrase, one.entry.id) for one in findings]


@given(st.lists(st.integers(0, len(ALL)), max_size=40))
@settings(max_examples=8, deadline=None)
def test_pieces_cut_anywhere_give_the_same(cuts: list[int]) -> None:
    """However a text is cut into pieces, the same is found in it at the same places."""
    pieces = [ALL[low:high] for low, high in pairwise([0, *sorted(cuts), len(ALL)])]
    assert places(list(shipped_finder().findings(pieces))) == EXPECTED


EXPECTED = places(found_in(ALL))


def test_paragraphs_stand_by_themselves() -> None:
    """What is found in a paragraph does not change with what stands before and after it."""
    assert [one[2:] for one in EXPECTED] == [
        (finding.phrase, finding.entry.id) for text in TEXTS for finding in found_in(text)
    ]


@pytest.mark.parametrize("text", TEXTS[::7])
def test_places_point_at_the_phrase(text: str) -> None:
    """The line and column of a finding lead to its phrase, and its marks to the phrase in the line."""
    for finding in found_in(text):
        start, end = span(text, finding)
        assert " ".join(text[start:end].split()) == " ".join(finding.phrase.split())
        ((low, high),) = finding.marks
        assert " ".join(finding.line_text[low:high].split()) == finding.phrase


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_no_text_raises(text: str) -> None:
    """Any text at all can be looked at."""
    assert list(ADDICT.findings([text, "\n\naddict ", text]))[:1] is not None


MARKUP = st.sampled_from(
    [
        "addict",
        " ",
        "\n",
        "\n\n",
        '"',
        "'",
        "`",
        "```",
        "~~~",
        ">",
        "<",
        "<!--",
        "-->",
        "<pre>",
        "-",
        "    ",
        "I am ",
        "\u201c",
        "[",
        "](",
        ")",
        ".",
    ]
)


@given(st.lists(MARKUP, max_size=60))
@settings(max_examples=150, deadline=None)
def test_no_markup_raises_and_places_hold(parts: list[str]) -> None:
    """Whatever markup is left open, findings stand where they say."""
    text = "".join(parts)
    for finding in ADDICT.findings([text]):
        start, end = span(text, finding)
        assert text[start:end] == "addict" == finding.phrase


def test_a_line_without_end_is_read_in_parts() -> None:
    """In a line far longer than a window everything is found once, at its column."""
    text = "The addict said so, and then " * 6_000
    findings = list(ADDICT.findings([text]))
    assert [finding.column for finding in findings] == [place * 29 + 5 for place in range(6_000)]
    assert {finding.line for finding in findings} == {1}
    assert max(len(finding.line_text) for finding in findings) < 340


def test_what_stands_at_the_edge_of_a_part_is_found() -> None:
    """A phrase across the edge of a window is found once, wherever the edge falls."""
    finder = Finder(words(entry("mentally ill")))
    for place in range(WINDOW - MARGIN - 20, WINDOW - MARGIN + 5, 3):
        text = "x" * (place - 1) + " mentally ill " + "y " * WINDOW
        assert [finding.column for finding in finder.findings([text])] == [place + 1]


def test_open_code_runs_on_over_windows() -> None:
    """Code, comments and the like are passed over to their end, however far away that is."""
    filler = "The addict came.\n\n" * 8000
    text = f"The addict came.\n\n```\n{filler}```\n\nThe addict came."
    lines = [finding.line for finding in ADDICT.findings([text])]
    assert lines == [1, text.count("\n") + 1]


def test_broken_words_and_lines() -> None:
    """A word broken at the end of a line is found where it begins, up to where it ends."""
    (finding,) = ADDICT.findings(["One line.\nHe met an ad-\ndict there."])
    assert (finding.line, finding.column, finding.end_line, finding.end_column) == (2, 11, 3, 5)
    assert finding.phrase == "ad- dict"
    assert finding.line_text == "He met an ad- dict there."
    assert finding.marks == ((10, 18),)


def test_long_lines_are_cut() -> None:
    """Of a long line the part around the words is shown, with a mark where it was cut."""
    (finding,) = ADDICT.findings([f"{'so ' * 200}the addict came{' on' * 200}."])
    assert finding.line_text.startswith("\u2026so so")
    assert finding.line_text.endswith("on\u2026")
    ((low, high),) = finding.marks
    assert finding.line_text[low:high] == "addict"


def test_a_paragraph_that_comes_again_is_told_again() -> None:
    """What was found in a paragraph once is found each time it comes, at its own place."""
    text = "An addict.\n\nNothing here.\n\nAn addict.\n\n\n    An addict.\n\nAn addict."
    found = [(one.line, one.column) for one in ADDICT.findings([text])]
    assert found == [(1, 4), (5, 4), (10, 4)]
    assert [(one.line, one.column) for one in ADDICT.findings([text])] == found


def test_what_stands_beside_is_told_too() -> None:
    """A word that another phrase only needs beside it is found by itself as well."""
    finder = Finder(words(entry("client{|s}"), entry("client{|s} [suffer]")))
    assert [one.phrase for one in finder.findings(["Clients suffer."])] == ["Clients", "suffer"]
