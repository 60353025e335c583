"""A reflection as a file to hand over, and two of them side by side."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from progress.samples import GUIDE, NOW, TEXTS
from reflection.samples_of_reflection import MINUTE, response

from peerguide.corpus.library import Corpus
from peerguide.corpus.places import corpus_folder
from peerguide.corpus.records import record
from peerguide.errors import InvalidFilesError
from peerguide.progress.reflection import records
from peerguide.progress.reflection.comparing import compared
from peerguide.progress.reflection.handed import Handed, handed_text, read_handed
from peerguide.progress.reflection.reflections import reflections_of
from peerguide.progress.reflection.responses import FREQUENCIES
from peerguide.progress.reflection.statements import items_of

if TYPE_CHECKING:
    from peerguide.progress.reflection.comparing import Comparison
    from peerguide.progress.reflection.responses import Frequency

    Views = dict[str, tuple[Frequency, str]]

assert records
ITEMS = items_of(Corpus.open(corpus_folder(None)), "supervisor")
REFS = [item.ref for item in ITEMS]
VIEWS = st.dictionaries(st.sampled_from(REFS), st.tuples(st.sampled_from(FREQUENCIES), TEXTS), min_size=1)


def text_of(views: Views, *, notes: bool = True, minutes: int = 0) -> str:
    """The file of a reflection with these answers and notes."""
    responses = [
        response(ref=ref, answer=answer, note=note, at=NOW + minutes * MINUTE)
        for ref, (answer, note) in views.items()
    ]
    (one,) = reflections_of(responses, GUIDE)
    return handed_text(one, ITEMS, notes=notes)


def handed(name: str, views: Views, minutes: int = 0) -> Handed:
    """A reflection that was handed over."""
    return read_handed(text_of(views, minutes=minutes).encode(), name)


def side_by_side(one: Handed, other: Handed, heirs: dict[str, str] | None = None) -> Comparison:
    """Both side by side."""
    return compared(one, other, ITEMS, heirs or {}, guide=GUIDE, program="peerguide")


@given(VIEWS)
def test_any_reflection_comes_back(views: Views) -> None:
    """Every answer and every note comes back from the file as it went in, with the text of its statement."""
    found = handed("mine.json", views)
    assert {ref: (one.answer, one.note) for ref, one in found.answers.items()} == views
    assert [one.text for one in found.answers.values()] == [item.text for item in ITEMS if item.ref in views]
    assert (found.guide, found.part, found.began) == (GUIDE, "supervisor", NOW)


def test_file_for_people() -> None:
    """The file says what it is, has an answer a line, and keeps notes back where that was asked for."""
    text = text_of({"9.s2": ("often", "“so”")})
    assert text.startswith('{\n  "peerguide": "reflection",\n  "version": 1,\n  "guide": "guidelines",\n')
    assert '\n    {"ref": "9.s2", "text": "Reinforce that' in text
    assert "“so”" in text
    assert "so" not in json.loads(text_of({"9.s2": ("often", "“so”")}, notes=False))["answers"][0]["note"]


@given(VIEWS, VIEWS, st.booleans())
def test_both_orders_say_the_same(one: Views, other: Views, same_name: bool) -> None:
    """Whichever file is named first, what is said is the same; each statement is told once, and alike is what is the same."""
    first, second = handed("a.json", one), handed("a.json" if same_name else "b.json", other, minutes=3)
    there, back = side_by_side(first, second), side_by_side(second, first)
    assert record(there) == record(back)
    assert sorted(pair.ref for pair in there.pairs) == sorted(REFS)
    alike = {ref for ref in one.keys() & other.keys() if one[ref][0] == other[ref][0]}
    assert {pair.ref for pair in there.of("alike")} == alike
    assert {pair.ref for pair in there.of("answered by neither")} == set(REFS) - one.keys() - other.keys()


def test_furthest_apart_first() -> None:
    """What is furthest apart comes first; what does not apply for one, and what one did not answer, are told apart from it."""
    one = handed("a", {"1.s1": ("often", ""), "1.s2": ("not yet", ""), "1.s3": ("often", ""), "9.s1": ("often", ""), "9.s2": ("often", "")})  # fmt: skip
    other = handed("b", {"1.s1": ("sometimes", ""), "1.s2": ("as a habit", ""), "1.s3": ("does not apply", ""), "9.s2": ("often", "")})  # fmt: skip
    comparison = side_by_side(one, other)
    assert [(pair.ref, pair.relation) for pair in comparison.pairs][:5] == [
        ("1.s2", "apart"),
        ("1.s1", "apart"),
        ("1.s3", "applies to one"),
        ("9.s1", "answered by one"),
        ("9.s2", "alike"),
    ]
    assert len(comparison.of("answered by neither")) == 38


def test_refs_that_changed() -> None:
    """An answer to a retired statement stands beside one to its heir; one that is nowhere else is told by its own text."""
    old = text_of({"9.s2": ("often", "")}).replace('"9.s2"', '"9.s9"')
    gone = text_of({"9.s3": ("often", "")}).replace('"9.s3"', '"gone"')
    comparison = side_by_side(
        read_handed(old.encode(), "a"), handed("b", {"9.s2": ("often", "")}), {"9.s9": "9.s2"}
    )
    assert [pair.ref for pair in comparison.of("alike")] == ["9.s2"]
    comparison = side_by_side(read_handed(gone.encode(), "a"), handed("b", {"9.s2": ("often", "")}))
    (lost,) = [pair for pair in comparison.pairs if pair.value is None]
    assert (lost.ref, lost.relation) == ("gone", "answered by one")
    assert lost.text == next(item.text for item in ITEMS if item.ref == "9.s3")


def test_two_that_do_not_belong_together() -> None:
    """Files of two guides, of two parts or of another guide than the one in use are refused, each named with its place."""
    mine = handed("a", {"9.s2": ("often", "")})
    text = text_of({"9.s2": ("often", "")})
    supporter = read_handed(text.replace('"supervisor"', '"supporter"').encode(), "b")
    abroad = read_handed(text.replace('"guidelines"', '"declaration"').encode(), "b")
    for other, sentence in ((supporter, "two parts"), (abroad, "two guides")):
        with pytest.raises(InvalidFilesError, match=sentence) as raised:
            side_by_side(mine, other)
        assert [line.split(": ")[0] for line in raised.value.lines()] == ["a:5:3", "b:5:3"]
    with pytest.raises(InvalidFilesError, match='another guide than "guidelines"'):
        side_by_side(abroad, abroad)


WHOLE: dict[str, Any] = json.loads(text_of({"9.s2": ("often", "")}))
ANSWER = WHOLE["answers"][0]


def file(**changes: Any) -> bytes:
    """A good file with changes."""
    return json.dumps(WHOLE | changes, indent=1).encode()


@pytest.mark.parametrize(
    ("data", "messages"),
    [
        (b"", ["1:1: this is not valid JSON"]),
        (b"{", ["1:2: this is not valid JSON"]),
        (b'{\n  "guide": nonsense\n}', ["2:12: this is not valid JSON"]),
        (b'{"a": 1, "a": 2}', ["1:1: this is not valid JSON: a field stands here twice"]),
        (b'{"a": NaN}', ["1:1: this is not valid JSON: NaN is no number"]),
        (b"[" * 100_000, ["1:1: this is not valid JSON"]),
        (b'{\n"a": "\xff"}', ["2:7: this is not UTF-8 text"]),
        (b"[]", ["1:1: this is no reflection that was exported"]),
        (b"null", ["1:1: this is no reflection that was exported"]),
        (b'{"peerguide": "progress", "version": 1}', ["1:1: this is no reflection"]),
        (file(version=True), ["1:1: this is no reflection"]),
        (file(version=2), ["1:1: a newer peerguide exported this (version 2"]),
        (file(guide=""), ['4:2: "guide" must be text that is not empty']),
        (file(**{"as": "boss"}), ['5:2: "as" must be one of supervisor, supporter']),
        (file(began="then"), ['6:2: "began" must be an instant']),
        (file(answers={}), ['8:2: "answers" must be a list']),
        (file(answers=[1, "x"]), ["9:3: an answer is an object", "10:3: an answer is an object"]),
        (file(answers=[ANSWER | {"answer": "always"}]), ['12:4: "answer" must be one of not yet']),
        (file(answers=[ANSWER | {"answer": ["often"]}]), ['"answer" must be one of']),
        (file(answers=[ANSWER | {"note": 3}]), ['13:4: "note" must be text']),
        (file(answers=[ANSWER, ANSWER]), ["16:4: this statement stands here twice"]),
        (file(answers=[{}]), ["9:3: " + '"answer" is missing', '"note" is', '"ref" is', '"text" is']),
        (file(mood="good"), ['"mood" is not known here']),
        (file(answers=[ANSWER | {"score": 7}]), ['14:4: "score" is not known here']),
    ],
)
def test_odd_files(data: bytes, messages: list[str]) -> None:
    """A file that is no reflection is refused with every problem, each with its line and column."""
    with pytest.raises(InvalidFilesError) as raised:
        read_handed(data, "my file")
    shown = raised.value.lines()
    assert len(shown) == len(messages)
    for line, message in zip(shown, messages, strict=True):
        assert re.match(r"my file:\d+:\d+: ", line)
        assert message in line


def test_form_is_forgiven() -> None:
    """A byte-order mark, Windows' ends of lines and another layout make no difference."""
    whole = read_handed(text_of({"9.s2": ("often", "")}).encode(), "a")
    for text in (
        json.dumps(WHOLE),
        json.dumps(WHOLE, indent=4).replace("\n", "\r\n"),
        "\ufeff" + json.dumps(WHOLE),
    ):
        assert read_handed(text.encode(), "a").answers == whole.answers


@given(st.binary() | st.text().map(str.encode) | st.recursive(st.none() | st.booleans() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["peerguide", "version", "as", "answers", "ref", "x"]), inner)).map(lambda value: json.dumps(value, indent=1).encode()))  # fmt: skip
def test_any_bytes(data: bytes) -> None:
    """Whatever a file holds, it is read or its problems are told."""
    try:
        read_handed(data, "a")
    except InvalidFilesError as error:
        assert error.problems


@given(
    st.text(max_size=30),
    st.lists(st.dictionaries(st.text(max_size=3), st.text(max_size=5), max_size=3), max_size=3),
)
def test_place_of_every_problem(name: str, answers: list[dict[str, str]]) -> None:
    """Where a problem is about a field, its line and column are where that field's name stands."""
    data = file(**{name: 1}, answers=answers)
    try:
        read_handed(data, "a")
    except InvalidFilesError as error:
        for problem in error.problems:
            found = re.match(r'("(?:[^"\\]|\\.)*") (?:must|is not known)', problem.message)
            line = data.decode().split("\n")[problem.line - 1]
            assert not found or line[problem.column - 1 :].startswith(found[1])
