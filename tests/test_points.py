"""Every point of the documents has its place in the data, and everything in the data has its point in a document."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from peerguide.corpus.library import Corpus
from peerguide.corpus.places import corpus_folders
from peerguide.corpus.together import together

POINTS = Path(__file__).with_name("points.md")

DOCUMENTS = {
    "National Practice Guidelines for Peer Specialists and Supervisors": "guidelines",
    "Declaration of Peer Roles": "declaration",
    "iNAPS Takes a Stand Against Systemic Racism": "systemic-racism",
    "Building a Support Network for Peer Workers in NYC": "support-network-nyc",
}

CARRYING = ("value", "practice", "role", "item", "term", "section")
"""The kinds of entry that restate a document; the others are about one, or peerguide's own."""


@cache
def everything() -> Corpus:
    """All shipped guides as one corpus."""
    return together([Corpus.open(folder) for folder in corpus_folders("all")])


@cache
def points() -> list[tuple[str, str, str, list[str]]]:
    """Each point of the list: its document, its lines, what it is, and the refs that carry it, guides' names and all."""
    found = []
    for part in POINTS.read_text(encoding="utf-8").split("\n## ")[1:]:
        document = part.partition(" (")[0]
        for lines, _page, what, carried in re.findall(
            r"^\| (\d\S*) \| (\S*) ?\| (.+?) \| (.+?) \|$", part, re.MULTILINE
        ):
            refs = [] if carried == "-" else [_whole(ref) for ref in carried.split(", ")]
            found.append((document, lines, what, refs))
    return found


def _whole(ref: str) -> str:
    return ref if ":" in ref else f"guidelines:{ref}"


def test_the_list_has_the_four_documents() -> None:
    """The list goes through the guidelines, the Declaration, the statement and the call for a network."""
    assert {document for document, *_rest in points()} == set(DOCUMENTS)


def test_every_point_leads_to_an_entry() -> None:
    """Whatever is named as carrying a point is in the data."""
    there = {ref for (ref,) in everything().rows("SELECT ref FROM entry")}
    missing = [(lines, ref) for _document, lines, _what, refs in points() for ref in refs if ref not in there]
    assert missing == []


@pytest.mark.parametrize("kind", CARRYING)
def test_every_entry_stands_for_a_point(kind: str) -> None:
    """No value, statement, item, term or section is in the data that no point of a document stands behind."""
    named = {ref for *_rest, refs in points() for ref in refs}
    ours = [ref for (ref,) in everything().rows("SELECT ref FROM entry WHERE kind = ?", kind)]
    assert [ref for ref in ours if ref not in named] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_points_follow_each_other(document: str) -> None:
    """The points of a document stand in its order, and none of its lines is claimed twice."""
    last = 0
    for own, lines, what, _refs in points():
        if own == document:
            first, _dash, end = lines.partition("-")
            assert int(first) > last, what
            last = int(end or first)


def test_only_page_heads_say_nothing() -> None:
    """Hardly any point is carried by nothing, and each that is says that it is the head or foot of a page."""
    silent = [(lines, what) for _document, lines, what, refs in points() if not refs]
    assert all(re.search(r"head|foot|page", what) for _lines, what in silent), silent
