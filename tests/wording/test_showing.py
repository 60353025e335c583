"""A corpus asked in an official wording: what stands there, what is said of it, and that look-ups pay for nothing else."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import made_up

import peerguide.search.records  # noqa: F401 - it knows the shape of a hit
from peerguide.corpus import rows, sealed
from peerguide.corpus.credits import citation
from peerguide.corpus.library import Corpus
from peerguide.corpus.names.spelling import words_of
from peerguide.corpus.places import corpus_folder
from peerguide.corpus.records import record
from peerguide.search.engine import search
from peerguide.wording.outline import outline_of

if TYPE_CHECKING:
    from conftest import CorpusMaker

    from peerguide.corpus.wordings import Choice

GLOSSARY = """\
terms:
  - id: calm-place
    name: Calm place
    definition: Somewhere quiet.
    gist: where it is quiet
"""

OFFICIAL = {
    "1": "All are owed benevolence.",
    "1.p1": "Each arrival is welcomed.",
    "calm-place": "A location without noise.",
}


@cache
def shipped() -> Corpus:
    """The shipped corpus, in plain words."""
    return Corpus.open(corpus_folder(None))


@pytest.fixture
def small(corpus_of: CorpusMaker, monkeypatch: pytest.MonkeyPatch) -> Corpus:
    """A small corpus in plain words, compiled without a cache."""
    monkeypatch.setenv("PEERGUIDE_CACHE", "/dev/null/nowhere")
    return Corpus.open(corpus_of(glossary=GLOSSARY))


def records(corpus: Corpus) -> dict[str, Any]:
    """The records of everything that has a text, by ref."""
    found: dict[str, Any] = {}
    for name in corpus.values().values:
        value: Any = record(corpus.value(name.ref))
        found |= {value["ref"]: value}
        found |= {statement["ref"]: statement for statement in (*value["practices"], *value["roles"])}
    terms = (corpus.term(link.ref) for link in corpus.terms().terms)
    return found | {term.ref: record(term) for term in terms}


def told(record: Any) -> tuple[Any, ...]:
    """The text of a record, its wording, and the plain words beside it."""
    text = record.get("text", record.get("meaning", record.get("definition")))
    return text, record["wording"], record.get("plain")


@pytest.mark.parametrize(
    ("choice", "ref", "expected"),
    [
        ("plain", "1", ("Kindness is for everyone.", "plain", None)),
        ("official", "1", ("All are owed benevolence.", "official", None)),
        ("both", "1", ("All are owed benevolence.", "official", "Kindness is for everyone.")),
        ("official", "1.p1", ("Each arrival is welcomed.", "official", None)),
        ("official", "1.s1", ("Greet each worker.", "plain", None)),
        ("both", "1.s1", ("Greet each worker.", "plain", "Greet each worker.")),
        ("official", "2", ("Calm helps.", "plain", None)),
        ("both", "calm-place", ("A location without noise.", "official", "Somewhere quiet.")),
    ],
)
def test_what_stands_there(choice: Choice, ref: str, expected: tuple[Any, ...], small: Corpus) -> None:
    """Each entry gives the text of the wording asked for, says which it is, and what there is beside it."""
    assert told(records(small.in_wording(choice, OFFICIAL))[ref]) == expected


@pytest.mark.parametrize("choice", ["official", "both"])
def test_additions_stand_at_the_end(choice: Choice, small: Corpus) -> None:
    """Records have the keys they always had, in their order; what an official wording adds comes after them."""
    before, after = records(small), records(small.in_wording(choice, OFFICIAL))
    for ref, one in before.items():
        assert list(after[ref])[: len(one)] == list(one)
        assert list(after[ref])[len(one) :] == (["plain"] if choice == "both" else [])


def test_the_plain_corpus_stays_as_it_was(small: Corpus) -> None:
    """Asking a corpus in another wording leaves the one asked in plain words alone, its search too."""
    before = records(small)
    official = small.in_wording("official", OFFICIAL)
    assert [hit.ref for hit in search(official, "benevolence").hits] == ["1"]
    assert records(small) == before
    assert search(small, "benevolence", exact=True).total == 0


@pytest.mark.parametrize(
    "texts",
    [{}, {"9.p9": "Gone."}, {"1": ""}],
    ids=["none", "of entries that are gone", "empty"],
)
def test_nothing_that_belongs_here_is_no_official_wording(texts: dict[str, str], small: Corpus) -> None:
    """Where no text is one of the corpus's, it is asked in plain words, and does not say that anything is lacking."""
    assert small.in_wording("both", texts) is small


def test_a_document_has_no_official_wording() -> None:
    """What is said of a document stays in the program's own words, whatever a wording has under its ref."""
    corpus = shipped().in_wording("official", {"guidelines": "x", "7": "y"})
    assert corpus.source("guidelines").about == shipped().source("guidelines").about


def test_a_large_corpus_has_wordings_too(corpus_of: CorpusMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    """A compiled corpus that is read from its file, page by page, can be asked in an official wording; the file stays."""
    folder = corpus_of(glossary=GLOSSARY)
    monkeypatch.setenv("PEERGUIDE_CACHE", str(folder / "cache"))
    Corpus.open(folder)
    (file,) = (folder / "cache").iterdir()
    whole = file.read_bytes()
    monkeypatch.setattr(sealed, "SMALL", 0)
    corpus = Corpus.open(folder).in_wording("official", OFFICIAL)
    assert corpus.value("1").meaning == "All are owed benevolence."
    assert search(corpus, "noise").total == 1
    assert file.read_bytes() == whole
    assert b"benevolence" not in whole


@pytest.mark.parametrize("choice", ["official", "both"])
def test_the_outline_is_in_plain_words(choice: Choice) -> None:
    """What a reader of documents knows of a guide is the same, whatever wording its corpus is asked in."""
    assert outline_of(shipped().in_wording(choice, made_up(shipped()))) == outline_of(shipped())


# What is said of the source


@pytest.mark.parametrize(
    ("choice", "end"),
    [
        ("plain", "Restated in plain words."),
        ("official", "The official wording, from your own copy."),
        ("both", "The official wording, from your own copy, with plain words beside it."),
    ],
)
def test_the_source_says_whose_words_they_are(choice: Choice, end: str) -> None:
    """Under official words it says that they are; under an entry without any, that it is restated; under names, neither."""
    corpus = shipped().in_wording(choice, made_up(shipped(), without=["7.p2"]))
    ends = {
        name: citation(source).partition(". ")[2]
        for name, source in {
            "value": corpus.value("7").source,
            "statement": corpus.statement("7.p1").source,
            "without": corpus.statement("7.p2").source,
            "list": corpus.statements("practice", "7").source,
            "term": corpus.term("peer").source,
            "search": search(corpus, "trust").source,
            "names": corpus.values().source,
        }.items()
        if source
    }
    names = end if choice == "plain" else ""
    plain = "Restated in plain words."
    assert ends == dict.fromkeys(["value", "statement", "list", "term", "search"], end) | {
        "without": plain,
        "names": names,
    }


# The index


def test_a_look_up_does_not_pay_for_the_index(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looking up values, statements and terms in the official wording never makes the index follow."""
    monkeypatch.setattr(rows, "index_anew", None)
    monkeypatch.setattr(rows, "count_anew", None)
    corpus = shipped().in_wording("both", made_up(shipped()))
    records(corpus)
    corpus.statements("practice")
    corpus.statement("7.p1")


def test_the_index_is_that_of_the_official_words() -> None:
    """Once search asks, the index is whole, and words are counted as in a corpus written in the official words."""
    texts = made_up(shipped())
    corpus = shipped().in_wording("official", texts)
    for _again in range(2):
        corpus.ready("passage")
        corpus.ready("word")
    corpus.rows("INSERT INTO passage (passage, rank) VALUES ('integrity-check', 1)")
    counts: Counter[str] = Counter()
    for parts in corpus.rows("SELECT name, alias, theme, text FROM guide_entry"):
        counts.update(words_of(" ".join(filter(None, parts))))
    assert {word: count for word, count in corpus.rows("SELECT word, count FROM word") if count} == counts


@pytest.mark.parametrize(
    ("words", "in_other_words"),
    [
        ("welcomed", False),
        ("arrival welcomed", False),
        ('"is welcomed"', False),
        ("welcom*", False),
        ("welcomd", False),
        ("greet", True),
        ("greeting person", True),
        ('"greet each person"', True),
        ("gree*", True),
    ],
)
def test_what_is_found(words: str, in_other_words: bool, small: Corpus) -> None:
    """An entry is found by its official words and by its plain ones; by those it is said to be found in other words."""
    hits = search(small.in_wording("official", OFFICIAL), words).hits
    assert [(hit.ref, hit.by_synonym) for hit in hits if hit.ref == "1.p1"] == [("1.p1", in_other_words)]


def test_whatever_plain_words_find_is_found_still() -> None:
    """Every word of a plain text finds its entry in the official wording as well."""
    corpus = shipped().in_wording("official", made_up(shipped()))
    corpus.ready("passage")
    for ref, plain in shipped().rows(
        "SELECT ref, text FROM entry WHERE kind IN ('value', 'practice', 'role', 'term')"
    ):
        for word in sorted(set(words_of(plain))):
            query = (
                "SELECT 1 FROM passage JOIN entry ON seq = passage.rowid WHERE passage MATCH ? AND ref = ?"
            )
            assert corpus.rows(query, f'"{word}"', ref), (ref, word)


@pytest.mark.parametrize("choice", ["plain", "official", "both"])
def test_hits_tell_their_wording(choice: Choice, small: Corpus) -> None:
    """A hit ends with its wording and what there is beside it; its snippet is of the text shown."""
    corpus = small.in_wording(choice, OFFICIAL)
    (hit,) = (record(one) for one in search(corpus, "kindness").hits if one.ref == "1")
    assert isinstance(hit, dict)
    beside = {} if choice != "both" else {"plain": "Kindness is for everyone."}
    assert {key: hit[key] for key in list(hit)[10:]} == {
        "wording": "plain" if choice == "plain" else "official",
        **beside,
    }


@settings(max_examples=40, deadline=None)
@given(
    texts=st.dictionaries(
        st.sampled_from(["1", "1.p1", "1.s1", "2", "7.p2", "peer", "gone", "guidelines"]),
        st.text(max_size=40),
    ),
    choice=st.sampled_from(["official", "both"]),
)
def test_any_text_comes_out_as_it_went_in(texts: dict[str, str], choice: Choice) -> None:
    """Whatever the official texts are, they are given as they are, and the index stays whole."""
    corpus = shipped().in_wording(choice, texts)
    corpus.ready("passage")
    corpus.rows("INSERT INTO passage (passage, rank) VALUES ('integrity-check', 1)")
    found = dict(corpus.rows("SELECT ref, text FROM entry WHERE plain IS NOT NULL"))
    here = {ref: text for ref, text in texts.items() if text and ref not in ("gone", "guidelines")}
    assert found == here
