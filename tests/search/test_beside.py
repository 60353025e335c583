"""Searching what stands beside a guide's own entries: readings and their facts, the crosswalk, several guides at once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, get_args

import pytest
from test_refs import shipped
from test_search import guides

from peerguide.corpus.compiling.database import compile_corpus
from peerguide.corpus.library import Corpus
from peerguide.corpus.model.common import Kind
from peerguide.corpus.places import ALL, GUIDELINES
from peerguide.corpus.reading.check import read_corpus
from peerguide.corpus.reading.files import read_files
from peerguide.search.engine import search
from peerguide.search.parts import PARTS, Scope
from peerguide.search.results import unmarked

if TYPE_CHECKING:
    from conftest import CorpusMaker, Shell

    from peerguide.search.results import Hit

BACKGROUND = "guidelines-background"


def found(text: str, guide: str = GUIDELINES, scope: Scope | None = None) -> tuple[Hit, ...]:
    """All hits of one guide, best first."""
    return search(guides()[guide], text, scope, limit=None).hits


def refs(text: str, guide: str = GUIDELINES, scope: Scope | None = None) -> list[str]:
    """Their refs."""
    return [hit.ref for hit in found(text, guide, scope)]


def test_every_kind_is_of_one_part() -> None:
    """Each kind of entry is searched, and in one place."""
    assert sorted(kind for part in PARTS for kind in part.kinds) == sorted(get_args(Kind))


@pytest.mark.parametrize(
    ("text", "ref", "page"),
    [
        ("how many people approved the supervisors' guidelines?", f"{BACKGROUND}.supervisors-approval", 3),
        ("How many approved the guidelines for supervisors", f"{BACKGROUND}.supervisors-approval", 3),
        ("who started iNAPS", "stand-against-racism.founded", None),
        ("started iNAPS", "stand-against-racism.founded", None),
        ("in Spanish, were the surveys?", "guidelines-development.spanish", 23),
    ],
)
def test_a_question_finds_its_fact_first(text: str, ref: str, page: int | None) -> None:
    """Who asks for a fact in nearly the words in which people do gets that fact, with its page, before all else."""
    hit = found(text)[0]
    assert (hit.ref, hit.page) == (ref, page)


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("what did the statement say about listening", "stand-against-racism.listening"),
        ("why do peer workers need independent support", "support-network.independence"),
        ("how were the 2013 guidelines developed", "guidelines-development"),
        ("can non-peers supervise", f"{BACKGROUND}.peer-and-non-peer"),
    ],
)
def test_sections_are_found(text: str, ref: str) -> None:
    """What readings tell is among the first three hits of a question for it."""
    assert ref in refs(text)[:3]


def test_a_tension_stands_beside_what_the_guide_says() -> None:
    """What one guide expects and the other rules out are shown together, the guide's own entries first."""
    shown = [hit.ref for hit in search(shipped(), "routine documentation").hits]
    assert {"11.s1", "11.s5"} & set(shown)
    assert {"routine-documentation", "documentation-that-fits"} <= set(shown)
    assert any(hit.closeness == "in tension" for hit in search(shipped(), "documentation").hits)
    places = [refs("documentation").index(ref) for ref in ("11.s1", "11.s5", "routine-documentation")]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("guide", "ref", "name", "value"),
    [
        (GUIDELINES, "stand-against-racism", "iNAPS Takes a Stand Against Systemic Racism", None),
        (GUIDELINES, "stand-against-racism.listening", "Listening is the best tool", "stand-against-racism"),
        (
            GUIDELINES,
            f"{BACKGROUND}.supervisors-approval",
            "Background: the National Supervision Workgroup",
            f"{BACKGROUND}.workgroup",
        ),
        (GUIDELINES, "mutual-and-reciprocal", "declaration:mutuality / 8", None),
        (GUIDELINES, "badges", "declaration:a13.1", None),
        (GUIDELINES, "supervision", "11.s3", None),
        ("declaration", "a1", "Declaration of Peer Roles", None),
        ("declaration", "a12.4", "Activities to stay out of", "a12"),
        (ALL, "guidelines:mutual-and-reciprocal", "declaration:mutuality / guidelines:8", None),
        (ALL, "declaration:a1", "Declaration of Peer Roles", None),
        (ALL, "declaration:a12.4", "Activities to stay out of", "declaration:a12"),
    ],
)
def test_what_a_hit_is_called(guide: str, ref: str, name: str, value: str | None) -> None:
    """A hit without a name of its own is called by what it stands under or compares."""
    corpus = guides()[guide]
    ((text,),) = corpus.rows("SELECT text FROM entry WHERE ref = ?", ref)
    hit = next(hit for hit in found(text, guide) if hit.ref == ref)
    assert (unmarked(hit.name), hit.value) == (name, value)


@pytest.mark.parametrize("guide", [GUIDELINES, "declaration", ALL])
def test_nothing_is_without_a_name(guide: str) -> None:
    """Every hit has a name, of whatever kind it is."""
    hits = [hit for text in ("peer", "people", "declaration", "guidelines") for hit in found(text, guide)]
    assert {hit.kind for hit in hits} >= {"practice", "reading", "section"}
    assert all(hit.name for hit in hits)


def test_closeness_is_told(shell: Shell) -> None:
    """A row of the crosswalk says how close its two entries are; nothing else has that."""
    hits = {hit["ref"]: hit for hit in json.loads(shell("peerguide search documentation --all --json").out)}
    assert hits["routine-documentation"]["closeness"] == "in tension"
    assert "closeness" not in hits["11.s1"]


@pytest.mark.parametrize(
    ("asked", "kinds"),
    [
        ("reading", {"reading", "section", "fact"}),
        ("practice", {"practice", "item"}),
        ("item", {"item"}),
        ("section", {"section"}),
        ("crosswalk", {"crosswalk"}),
    ],
)
def test_kinds(asked: Kind, kinds: set[Kind]) -> None:
    """A search for readings covers what stands in them, one for practices what they list."""
    scope = Scope(kinds=[asked])
    assert {hit.kind for text in ("people", "peer", "notes") for hit in found(text, ALL, scope)} == kinds


def test_kinds_that_a_guide_does_not_have() -> None:
    """Where a guide has no entries of a kind, the search goes on in the other kinds, or finds nothing."""
    assert refs("growth and dignity", "declaration", Scope(kinds=["role"])) == []
    assert "f2" in refs("agents of wisdom", "declaration", Scope(kinds=["role", "reading"]))


def test_about_a_value() -> None:
    """Within a value stand the readings that bear on it with their sections, rows about it, and practices of the guide that fit it."""
    within = refs("listening", scope=Scope(value="6"))
    assert "stand-against-racism.listening" in within
    assert "4.p1" not in within
    assert "mutual-wherever-possible" in refs("give and take", scope=Scope(value="8")), "about 8.p3"
    assert "a5" in refs("flexible", "declaration", Scope(value="curiosity"))
    assert "a12.4" in refs("documentation", "declaration", Scope(value="honesty"))


@pytest.mark.parametrize(
    ("guide", "text", "ref"),
    [
        (GUIDELINES, "guidelines:7", "7"),
        ("declaration", "a4", "a4"),
        ("declaration", "A12.4", "a12.4"),
        ("declaration", "declaration:a4", "a4"),
        (ALL, "7", "guidelines:7"),
        (ALL, "7.p2", "guidelines:7.p2"),
        (ALL, "a4", "declaration:a4"),
        (ALL, "guidelines:7", "guidelines:7"),
        (ALL, "declaration:mutuality", "declaration:mutuality"),
    ],
)
def test_a_ref_finds_its_entry(guide: str, text: str, ref: str) -> None:
    """A ref finds its entry alone, with its guide's name before it or without."""
    assert refs(text, guide) == [ref]


@pytest.mark.parametrize("text", ["declaration:a12.4", "a12.4"])
def test_a_ref_of_another_guide(text: str) -> None:
    """The ref of an entry of another guide finds how it stands to this one."""
    assert refs(text) == ["routine-documentation", "documentation-that-fits"]


def test_a_row_is_not_meant_by_its_id() -> None:
    """Ids of rows of the crosswalk are words too, and who types such a word means the word."""
    for word in ("supervision", "standards", "compassion"):
        assert refs(word)[0] != word


def test_all_guides() -> None:
    """All guides are searched as one: a name goes before an alias, and each hit says by its ref which guide it is of."""
    hits = refs("mutuality", ALL)
    assert hits[:2] == ["declaration:mutuality", "guidelines:8"]
    assert {ref.partition(":")[0] for ref in hits} == {"declaration", "guidelines"}
    assert search(guides()[ALL], "recieve", limit=3).notices
    alone = [f"declaration:{ref}" for ref in refs("lived experience", "declaration")]
    assert set(alone) <= set(refs("lived experience", ALL))


READINGS = """\
readings:
  - id: hall
    title: The hall
    source: paper
    summary: About a hall.
    sections:
      - {id: hall.light, title: Light, text: A lantern hangs by the tall green door.}
    facts:
      - {id: hall.when, section: hall.light, text: It was hung in May., asked: [when was the lantern hung]}
"""

SOURCES = "sources: [{id: paper, title: Paper, about: A paper., obtain: Ask., terms_of_use: Free.}]"


def test_every_word_before_some(corpus_of: CorpusMaker) -> None:
    """An entry of a reading that has every word stands before one of the guide that has but some; one that has none is not there."""
    folder = corpus_of(VALUES, readings=READINGS, sources=SOURCES)
    corpus = Corpus(folder, compile_corpus(read_corpus(read_files(folder), folder), ""))
    results = search(corpus, "tall green door")
    assert [hit.ref for hit in results.hits] == ["hall.light", "2"]
    assert results.notices == ("Only 1 of these has all of the words; the others have the most of them.",)
    assert search(corpus, "when was the lantern hung?").hits[0].ref == "hall.when"
    assert [hit.ref for hit in search(corpus, "lantern").hits] == ["1", "hall.when", "hall.light"]


VALUES = """\
values:
  - {id: 1, number: 1, name: We are plain, theme: Keep going, meaning: There is a lantern in the room.}
  - {id: 2, number: 2, name: We are calm, theme: Stay near, meaning: A green door is calm.}
"""


def test_seen_by_a_person(shell: Shell) -> None:
    """A section is shown with its title, a fact and an item with what they stand under, a row with its two ends."""
    section, *_ = shell("peerguide search leah harris").out.splitlines()
    assert section.startswith("stand-against-racism.discomfort: Discomfort. ")
    assert section.endswith("(section of stand-against-racism)")
    fact, *_ = shell("peerguide search 'who started iNAPS'").out.splitlines()
    assert "(fact of stand-against-racism.association" in fact
    row, *_ = shell("peerguide search a12.4").out.splitlines()
    assert row.startswith("routine-documentation: declaration:a12.4 / 11.s1. ")
    assert row.endswith("(row of the crosswalk, in tension)")
    item, *_ = shell("peerguide --corpus declaration search 'progress notes'").out.splitlines()
    assert item.endswith("(item of a12)")
    action, *_ = shell("peerguide --corpus declaration search fragile").out.splitlines()
    assert action.startswith("a8: We treat")
    assert action.endswith("(practice)")
