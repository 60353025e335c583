"""What people type and the entry that they mean."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from conftest import DATA, CorpusMaker
from hypothesis import given
from hypothesis import strategies as st

from peerguide.corpus.compiling.database import compile_corpus
from peerguide.corpus.library import Corpus
from peerguide.corpus.names.known import kind_of
from peerguide.corpus.names.refs import find, find_statement
from peerguide.corpus.names.spelling import fold, without_stem
from peerguide.corpus.reading.check import read_corpus
from peerguide.corpus.reading.files import read_files
from peerguide.errors import AmbiguousError, NotFoundError

if TYPE_CHECKING:
    from pathlib import Path

    from peerguide.corpus.model.common import Kind, StatementKind


@cache
def shipped(folder: Path = DATA) -> Corpus:
    """The shipped corpus, compiled in memory."""
    return Corpus(folder, compile_corpus(read_corpus(read_files(folder), folder), ""))


@pytest.mark.parametrize(
    ("kind", "words", "ref"),
    [
        ("value", "7", "7"),
        ("value", "#7", "7"),
        ("value", "value 7", "7"),
        ("value", "core value seven", "7"),
        ("value", "SEVEN", "7"),
        ("value", "honest", "7"),
        ("value", "honest-and-direct", "7"),
        ("value", "Peer supporters are honest and direct", "7"),
        ("value", "peer support is honest", "7"),
        ("value", "share hope", "2"),
        ("value", "see whats strong not whats wrong", "10"),
        ("value", "see what’s strong, not what’s wrong", "10"),
        ("value", "person driven", "12"),
        ("value", "transparent", "11"),
        ("term", "pss", "peer-support-specialist"),
        ("term", "Peer Drift", "co-optation"),
        ("term", "cooptation", "co-optation"),
        ("term", "co-optation / peer drift", "co-optation"),
        ("term", "peer", "peer"),
        ("term", "peer support", "peer-support"),
        ("term", "TIA", "trauma-informed-approach"),
        ("term", "humility", "cultural-humility"),
        ("source", "guidelines", "guidelines"),
    ],
)
def test_found_as_written(kind: Kind, words: str, ref: str) -> None:
    """A ref, a number, a name, a theme or a part of a name leads to its entry, without a remark."""
    assert find(shipped(), kind, words) == (ref, None)


@pytest.mark.parametrize(
    ("kind", "words", "ref"),
    [
        ("value", "onest", "7"),
        ("value", "honset", "7"),
        ("value", "volentary", "1"),
        ("value", "transparant", "11"),
        ("value", "strenghts focused", "10"),
        ("value", "honst and direct", "7"),
        ("value", "embdy equality", "9"),
        ("term", "cultral humilty", "cultural-humility"),
        ("term", "advocasy", "advocacy"),
        ("value", "transp", "11"),
        ("source", "toolkit", "dbhids-toolkit"),
    ],
)
def test_found_in_spite_of_slips(kind: Kind, words: str, ref: str) -> None:
    """Part of a name, or a name with a slip or two, leads to its entry, and what is shown is said."""
    found = find(shipped(), kind, words)
    assert found.ref == ref
    assert found.notice is not None
    assert f'for "{words}"' in found.notice


@pytest.mark.parametrize(
    "words",
    [
        "hopeless",
        "dishonest",
        "involuntary",
        "inequality",
        "sympathy",
        "pathetic",
        "nope",
        "to",
        "for",
        "13",
        "0",
        "99999999999999999999",
        "",
        "?",
        "x" * 10_000,
    ],
)
def test_no_value_of_that_name(words: str) -> None:
    """The opposite of a name, a number out of range and nonsense lead nowhere."""
    with pytest.raises(NotFoundError):
        find(shipped(), "value", words)


@pytest.mark.parametrize(
    ("kind", "words", "refs"),
    [
        ("value", "supporters", {"2", "3", "4", "5", "6", "7"}),
        ("value", "suporters", {"2", "3", "4", "5", "6", "7"}),
        ("term", "specialist standards", set()),
    ],
)
def test_several_are_listed(kind: Kind, words: str, refs: set[str]) -> None:
    """Where several fit, all of them are listed and none is taken."""
    expected = AmbiguousError if refs else NotFoundError
    with pytest.raises(expected) as raised:
        find(shipped(), kind, words)
    assert {ref for ref, _name in getattr(raised.value, "matches", ())} == refs


@pytest.mark.parametrize(
    ("kind", "words", "ref"),
    [
        ("practice", "7.p2", "7.p2"),
        ("practice", "7P2", "7.p2"),
        ("practice", "7 p 02", "7.p2"),
        ("practice", "seven.p2", "7.p2"),
        ("practice", "honest p2", "7.p2"),
        ("role", "shared power.s4", "9.s4"),
        ("role", "9", "9"),
        ("practice", "onest", "7"),
    ],
)
def test_statement(kind: StatementKind, words: str, ref: str) -> None:
    """A statement is known by its value, in any form, with its letter and number."""
    assert find_statement(shipped(), kind, words).ref == ref


@pytest.mark.parametrize(
    ("kind", "words"), [("practice", "7.p9"), ("practice", "7.s1"), ("role", "7.p1"), ("role", "13.s1")]
)
def test_no_such_statement(kind: StatementKind, words: str) -> None:
    """A statement that is not there, or of the other kind, leads nowhere."""
    with pytest.raises(NotFoundError):
        find_statement(shipped(), kind, words)


RETIRED = """\
values:
  - id: 1
    number: 1
    name: We are kind
    theme: Be kind
    meaning: Kindness is for everyone.
    practices:
      - {id: 1.p2, text: We greet each person.}
retired:
  - {id: 1.p1, replaced_by: 1.p3}
  - {id: 1.p3, replaced_by: 1.p2}
"""


def test_retired_ref_leads_to_its_heir(corpus_of: CorpusMaker) -> None:
    """A ref that is no longer used leads to what replaced it, however often, and that is said."""
    folder = corpus_of(RETIRED)
    corpus = shipped(folder)
    assert find_statement(corpus, "practice", "1.p1") == (
        "1.p2",
        "1.p1 is retired; 1.p2 stands in its place.",
    )
    with pytest.raises(NotFoundError, match="is a practice, not a value"):
        find(corpus, "value", "1.p1")


def test_every_name_leads_home() -> None:
    """Every ref, name, alias and short name of the corpus leads to its own entry."""
    for value in shipped().values().values:
        names = [
            value.ref,
            value.name,
            str(value.theme),
            without_stem(fold(value.name)).replace(" ", "-"),
            *shipped().value(value.ref).aliases,
        ]
        assert [find(shipped(), "value", name).ref for name in names] == [value.ref] * len(names)
    for term in shipped().terms().terms:
        names = [term.ref, term.name, *shipped().term(term.ref).aliases]
        assert [find(shipped(), "term", name).ref for name in names] == [term.ref] * len(names)


@given(st.text(max_size=60), st.sampled_from(["value", "term", "source", "practice", "role"]))
def test_any_words_have_an_answer(words: str, kind: Kind) -> None:
    """Whatever is typed is found, or refused with a sentence and a next step."""
    try:
        if kind in ("practice", "role"):
            ref = find_statement(shipped(), kind, words).ref
        else:
            ref = find(shipped(), kind, words).ref
    except NotFoundError as error:
        assert error.message
        assert error.hint
    except AmbiguousError as error:
        assert len(error.matches) > 1
    else:
        assert kind_of(shipped(), ref) in (kind, "value")


@given(st.sampled_from([value.name for value in shipped().values().values]), st.data())
def test_one_slip_in_a_name_is_forgiven(name: str, data: st.DataObject) -> None:
    """Two neighbouring letters swapped in a value's name still lead to it."""
    place = data.draw(st.integers(0, len(name) - 2))
    slipped = name[:place] + name[place + 1] + name[place] + name[place + 2 :]
    meant = find(shipped(), "value", name).ref
    assert find(shipped(), "value", slipped).ref == meant
