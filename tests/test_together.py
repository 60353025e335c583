"""Several guides asked as one: refs say which guide, and each answers as it does by itself."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from peerguide.corpus.library import Corpus
from peerguide.corpus.places import corpus_folders
from peerguide.corpus.records import record
from peerguide.corpus.together import Together, together

if TYPE_CHECKING:
    from conftest import CorpusMaker, Shell


@cache
def everything() -> Together:
    """All shipped guides as one corpus."""
    return together([Corpus.open(folder) for folder in corpus_folders("all")])


@pytest.mark.parametrize("guide", ["guidelines", "declaration"])
def test_a_value_is_what_it_is_by_itself(guide: str) -> None:
    """Each value reads as in its own guide, every ref with the guide's name before it."""
    part = everything().parts[guide]
    for value in part.values().values:
        alone, among = record(part.value(value.ref)), record(everything().value(f"{guide}:{value.ref}"))
        assert _bare(json.dumps(among), guide) == json.dumps(alone)


def _bare(text: str, guide: str) -> str:
    return re.sub(rf'"{guide}:', '"', text)


FOUND = [
    ("value 7", "guidelines:7"),
    ("value guidelines:7", "guidelines:7"),
    ("value declaration:7", "declaration:honesty"),
    ("value declaration 7", "declaration:honesty"),
    ("value mutuality", "declaration:mutuality"),
    ("value declaration:mutuality", "declaration:mutuality"),
    ("value share-hope", "guidelines:2"),
    ("practice 7.p2", "guidelines:7.p2"),
    ("practice 7p2", "guidelines:7.p2"),
    ("practice guidelines:7.p2", "guidelines:7.p2"),
    ("practice a4", "declaration:a4"),
    ("practice a12.4", "declaration:a12.4"),
    ("role 9.s4", "guidelines:9.s4"),
    ("term co-optation", "guidelines:co-optation"),
    ("term peer-role", "declaration:peer-role"),
]


@pytest.mark.parametrize(("words", "ref"), FOUND)
def test_a_ref_may_leave_its_guide_out(shell: Shell, words: str, ref: str) -> None:
    """What one guide alone has is found without that guide's name; a ref as it stands goes before a number."""
    ran = shell(f"peerguide --corpus all {words} --json")
    assert (ran.err, ran.code) == ("", 0)
    assert json.loads(ran.out)["ref"] == ref


@pytest.mark.parametrize("words", ["value mutuality", "value 7", "practice 7", "practice 7.p2", "role 7.s1"])
def test_the_name_of_a_value_says_which_guide(shell: Shell, words: str) -> None:
    """Both guides have a value 7: its heading gives the ref with its guide, drawn and in linear text."""
    ref = "declaration:mutuality" if "mutuality" in words else "guidelines:7"
    assert f"\nValue {ref}: " in f"\n{shell(f'peerguide --corpus all {words}').out}"
    drawn = re.sub(r"\x1b\[[0-9;]*m", "", shell.on_terminal(f"peerguide --corpus all {words}").out)
    assert any(line.split()[:1] == [ref] for line in drawn.splitlines())


def test_what_both_have_is_listed(shell: Shell) -> None:
    """A term that both guides have is listed from both, and none is guessed."""
    ran = shell("peerguide --corpus all term peer")
    assert (ran.out, ran.code) == ("", 3)
    assert ran.err == (
        'peerguide: "peer" fits 2 terms.\n'
        "  declaration:peer: Peer\n"
        "  guidelines:peer: Peer\n"
        "Name one of them, for example: peerguide --corpus all term declaration:peer\n"
    )


def test_each_cites_its_own_document() -> None:
    """An entry is cited from the document of its own guide."""
    cited = {ref: everything().value(ref).source for ref in ("guidelines:7", "declaration:mutuality")}
    assert {ref: source and source.title for ref, source in cited.items()} == {
        "guidelines:7": "National Practice Guidelines for Peer Specialists and Supervisors",
        "declaration:mutuality": "Declaration of Peer Roles",
    }


def test_links_between_guides_meet() -> None:
    """What a row of the crosswalk points to in either guide is there."""
    there = {ref for (ref,) in everything().rows("SELECT ref FROM entry")}
    ends = {end for row in everything().rows("SELECT begin, end FROM crosswalk") for end in row if end}
    assert ends
    assert ends <= there


def test_a_word_of_either_is_known() -> None:
    """The vocabulary by which slips are corrected has the words of all guides."""
    everything().ready("word")
    known = {word for (word,) in everything().rows("SELECT word FROM word")}
    for part in everything().parts.values():
        part.ready("word")
        assert {word for (word,) in part.rows("SELECT word FROM word")} <= known


ONE_AT_A_TIME = ["corpus path", "wording status"]


@pytest.mark.parametrize("words", ONE_AT_A_TIME)
def test_what_is_about_one_guide_says_so(shell: Shell, words: str) -> None:
    """A command that is about one guide refuses several with exit code 2 and names them."""
    ran = shell(f"peerguide --corpus all {words}")
    assert (ran.out, ran.code) == ("", 2)
    assert ran.err == (
        "peerguide: This works on one guide at a time, and --corpus all asks for several.\n"
        "Name one of them: guidelines, declaration\n"
    )


def test_a_folder_called_all_is_a_corpus(shell: Shell, corpus_of: CorpusMaker) -> None:
    """A folder of that name here goes before the shipped guides."""
    corpus_of().rename(shell.folder / "all")
    assert shell("peerguide --corpus all value").out.startswith("1: We are kind")
