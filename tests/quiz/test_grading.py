"""Grading what people type: what passes, what does not, and what is a near miss."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from peerguide.corpus.library import Corpus
from peerguide.corpus.names.spelling import fold
from peerguide.corpus.places import corpus_folder
from peerguide.quiz.grading import Verdict, grade, listed


class Entry(NamedTuple):
    """A value or a term: its ref, its own names, and those of the others of its kind."""

    ref: str
    names: tuple[str, ...]
    others: tuple[str, ...]


@cache
def entries() -> dict[str, Entry]:
    """Every value and term of the guidelines, by ref."""
    corpus = Corpus.open(corpus_folder(None))
    values = {
        name.ref: (name.name, *corpus.targets(name.ref, "alias"), *filter(None, [name.theme]))
        for name in corpus.values().values
    }
    terms = {link.ref: (link.name, *corpus.targets(link.ref, "alias")) for link in corpus.terms().terms}
    return {
        ref: Entry(ref, names, tuple(name for other in kind if other != ref for name in kind[other]))
        for kind in (values, terms)
        for ref, names in kind.items()
    }


def graded(ref: str, typed: str) -> Verdict:
    """The verdict on what was typed for an entry of the guidelines."""
    entry = entries()[ref]
    return grade(typed, entry.names, entry.others)


RIGHT = """
1 | voluntary
1 | VOLUNTARY!!
1 | peer support is voluntary
1 | Peer supporters are voluntary.
1 | "Support choice"
1 | suport choice
1 | volentery
1 | voluntry
1 | peer support voluntary
2 | hopeful
2 | Peer supporters are hopeful
2 | peer support is hopeful
2 | they are hopeful
2 | They're hopeful
2 | it's hopeful
2 | the answer is hopeful
2 | i think it is hopeful
2 | hopefull
2 | hpoe
2 | hoep
2 | peer suporters are hopeful
2 | peer support specialists are hopeful
2 | share hope
2 | shares hope
2 | optimisim
3 | open-minded
3 | open—minded
3 | openminded
3 | openmindd
3 | open minded
3 | Withold judgement about others
3 | non judgmental
3 | nonjudgemental
4 | EMPATHETIC
4 | empthetic
4 | listen with emotional sensetivity
5 | respectfull
5 | embrace diversity and be curious
5 | Be curious & embrace diversity
6 | facilitates change
6 | peer supporters facilitate change
6 | they facilitate chnage
6 | advocate and educate
7 | onest and direct
7 | direct and honest
7 | honest & direct
7 | honest direct
7 | honest adn direct
7 | honest/direct
7 | the core value honest and direct
7 | Peer supporters are direct and honest
7 | adress difficult issues with compasion and caring
8 | reciprocal and mutual
8 | recipricol and mutal
8 | encourage peers to receive and give
9 | equaly shared power
9 | embody equalty
10 | strength focused
10 | strenghts-focused
10 | see whats strong not whats wrong
10 | See what’s strong, not what’s wrong
10 | see what is strong not what is wrong
11 | transparant
11 | set clear expectations, use plain langauge
12 | person driven
12 | focus on person not problems
12 | Focus on the persons, not the problem
peer-support-specialist | pss
peer-support-specialist | P.S.S.
peer-support-specialist | peer specialists
co-optation | peer drift
co-optation | Peer Drift / Co-optation
co-optation | cooptation
co-optation | co optation
co-optation | cooptaion
trauma-informed-approach | trauma informed
trauma-informed-approach | a trauma informed aproach
co-learning | colearning
cultural-humility | cultural humillity
peer-support-relationship | peer support relatonship
peer-supporter | peer supporters
peer | the peer
peer-support | peersupport
practice-standards | practise standards
"""

WRONG = """
1 | involuntary
1 | in-voluntary
1 | in voluntary
1 | not voluntary
1 | peer support isn't voluntary
1 | peer support is never voluntary
1 | value
2 | hopeless
2 | hopless
2 | hopelessness
2 | not hopeful
2 | never hopeful
2 | they aren't hopeful
2 | unhopeful
2 | empathetic
3 | closed minded
3 | open unminded
3 | openunminded
3 | judgmental
3 | judgemental
4 | apathetic
4 | sympathetic
4 | unempathetic
5 | disrespectful
5 | dis-respectful
5 | resentful
5 | decurious
6 | justice
7 | dishonest
7 | dishonest and direct
7 | honest and indirect
7 | anti-honest
7 | mutual and reciprocal
8 | mutual and respectful
9 | unequal
9 | unequally shared power
9 | inequality
9 | 7
10 | strengths-unfocused
10 | see what's wrong not what's strong
12 | focus on the problems, not the person
12 | impersonal
peer-support-specialist | worker
peer-support-specialist | specialist
peer-support | peer supporter
peer-supporter | peer support
peer-support | peer supporte
practice-standards | practice
"""

CLOSE = """
1 | volntry
4 | listen emotional sensitivity
5 | respcfal
7 | hnst
9 | equal shared power
9 | embody equity
10 | strengths focus
12 | focus person not problems
trauma-informed-approach | trauma imformd approach
"""


def rows(table: str) -> list[tuple[str, ...]]:
    """The cells of each line of a table."""
    return [tuple(cell.strip() for cell in line.split("|")) for line in table.strip().splitlines()]


@pytest.mark.parametrize(("ref", "typed"), rows(RIGHT))
def test_what_trainees_type_passes(ref: str, typed: str) -> None:
    """An answer passes however people write it, with the slips that they make."""
    assert graded(ref, typed).correct


@pytest.mark.parametrize(("ref", "typed"), rows(WRONG))
def test_another_meaning_does_not_pass(ref: str, typed: str) -> None:
    """An answer that says something else does not pass, however few letters apart, and is not called close."""
    verdict = graded(ref, typed)
    assert (verdict.correct, verdict.close, verdict.letters) == (False, False, ())


@pytest.mark.parametrize(("ref", "typed"), rows(CLOSE))
def test_near_miss_is_told(ref: str, typed: str) -> None:
    """An answer that is a slip or a small word away from what is forgiven is close, and its letters are shown."""
    verdict = graded(ref, typed)
    assert (verdict.correct, verdict.exact, verdict.close) == (False, False, True)
    assert verdict.answer in entries()[ref].names
    assert any(letter.mark != "same" for letter in verdict.letters)


@pytest.mark.parametrize(
    ("typed", "number", "correct"),
    [
        ("7", "7", True),
        ("07", "7", True),
        ("７", "7", True),
        ("#7", "7", True),
        ("(7)", "7", True),
        ("seven", "7", True),
        ("Seventh", "7", True),
        ("the seventh value", "7", True),
        ("7th", "7", True),
        ("value 7", "7", True),
        ("core value number seven", "7", True),
        ("no. 7", "7", True),
        ("it is 7", "7", True),
        ("sevn", "7", True),
        ("eigth", "8", True),
        ("7", "seven", True),
        ("twenty-one", "21", True),
        ("0", "zero", True),
        ("6", "7", False),
        ("17", "7", False),
        ("77", "7", False),
        ("7.0", "7", False),
        ("1.2", "12", False),
        ("1 2", "12", False),
        ("20 1", "21", False),
        ("six", "7", False),
        ("sixx", "6", False),
        ("nin", "9", False),
        ("not 7", "7", False),
        ("h0nest", "honest", False),
        ("0" * 1500 + "7", "7", True),
    ],
)
def test_numbers(typed: str, number: str, correct: bool) -> None:
    """A number may be in digits, in words, or misspelt in words; it is never guessed from other digits."""
    verdict = grade(typed, [number])
    assert (verdict.correct, verdict.close) == (correct, False)


@pytest.mark.parametrize(
    ("typed", "answer", "correct"),
    [
        ("boundries", "boundaries", True),
        ("boundary", "boundaries", True),
        ("Boundaries.", "boundary", True),
        ("classes", "class", True),
        ("boxes", "box", True),
        ("trust", "truth", False),
        ("crisis", "crises", True),
        ("don't force", "do not force", True),
        ("cannot", "can not", True),
        ("sefl care", "self-care", True),
        ("asocial", "social", False),
        ("social", "asocial", True),
        ("aadvocate", "advocate", True),
        ("compulsion", "compassion", False),
        ("hope\u200bful", "hopeful", True),
        ("\u200fhopeful\u202c", "hopeful", True),
        ("hope\x00ful", "hopeful", True),
        ("hope\u0301ful", "hopeful", True),
        ("hopeful 😀", "hopeful", True),
        ("value", "value", True),
        ("the", "the", True),
        ("vitamin", "vitamin a", False),
        ("a vitamin a", "Vitamin A", True),
        ("directless", "directness", False),
        ("hopefuless", "hopefulness", True),
        ("B and A", "a and b", True),
        ("one and two and three and four", "four and three and two and one", False),
        ("warm and calm and kind", "kind and warm and calm", True),
    ],
)
def test_words(typed: str, answer: str, correct: bool) -> None:
    """A word passes in singular and plural and with a slip, and not as another word."""
    assert grade(typed, [answer]).correct == correct


@pytest.mark.parametrize("typed", ["", "  ", "?!", "-", "\u200b", "\x00", "😀", "'", "\n", "\ud800"])
def test_nothing_is_no_answer(typed: str) -> None:
    """What has no letter and no number is neither right nor close."""
    assert grade(typed, ["hopeful", "😀"]) == Verdict(False, False, "hopeful", False, ())


def test_no_accepted_answer() -> None:
    """Where nothing is accepted nothing passes."""
    assert grade("hopeful", []) == Verdict(False, False, "", False, ())
    assert not grade("hopeful", ["?!"]).correct


LONG = [
    "a" * 100_000,
    "hopeful " * 12_500,
    "é" * 100_000,
    "7" * 100_000,
    "\u202e\x1b[31m😀" * 15_000,
    "שלום" * 25_000,
]


@pytest.mark.parametrize("typed", LONG)
def test_very_long_text(typed: str) -> None:
    """A hundred thousand characters are no answer, and no burden."""
    assert grade(typed, ["hopeful", "7"], ["honest"]) == Verdict(False, False, "hopeful", False, ())
    assert len(listed(typed.replace("0", ","))) < 2


def test_space_around_does_not_count() -> None:
    """Space before and after an answer, however much, makes it no longer."""
    assert grade(" " * 50_000 + "hopeful" + "\n" * 50_000, ["hopeful"]).exact
    assert not grade("hopeful" + " " * 50_000 + "not", ["hopeful"]).correct


# What a verdict tells


@pytest.mark.parametrize(
    ("typed", "answer", "exact"),
    [
        ("Hopeful", "hopeful", True),
        ("HOPE", "hope", True),
        ("peer supporters are hopeful", "Peer supporters are hopeful", True),
        ("they are hopeful", "Peer supporters are hopeful", True),
        ("peer suporters are hopeful", "Peer supporters are hopeful", False),
        ("sahre hope", "Share hope", False),
        ("zebra", "Peer supporters are hopeful", False),
    ],
)
def test_answer_that_was_meant(typed: str, answer: str, exact: bool) -> None:
    """A verdict names the accepted answer that was meant, the official one when none was, and whether a slip was forgiven."""
    verdict = grade(typed, ["Peer supporters are hopeful", "hopeful", "hope", "Share hope"])
    assert (verdict.answer, verdict.exact) == (answer, exact)


def test_exact_answer_shows_no_letters() -> None:
    """Letters are shown only where there is a slip to see."""
    assert graded("2", "Hopeful").letters == ()
    assert graded("2", "hopefull").letters != ()


@pytest.mark.parametrize(
    ("typed", "answer", "shown"),
    [
        ("hopefull", "hopeful", "hopeful+l"),
        ("onest", "honest", "-honest"),
        ("honost", "honest", "hon[o:e]st"),
        ("hoenst", "honest", "ho[e:n][n:e]st"),
        ("Peer suporters are hopeful", "Peer supporters are hopeful", "peer sup-porters are hopeful"),
        ("they are hopefull", "Peer supporters are hopeful", "hopeful+l"),
        ("drect & honest", "honest and direct", "d-irect and honest"),
    ],
)
def test_letters(typed: str, answer: str, shown: str) -> None:
    """The letters show each slip in its place, beside the way of writing the answer that was meant."""
    marks = {"same": "{0}", "missing": "-{1}", "extra": "+{0}", "other": "[{0}:{1}]"}
    letters = grade(typed, [answer]).letters
    written = "".join(marks[letter.mark].format(letter.text, letter.right) for letter in letters)
    assert _without_ties(written) == _without_ties(shown)


def _without_ties(shown: str) -> str:
    """The same for a doubled letter whichever of the two is marked."""
    return shown.replace("+ll", "l+l").replace("-pp", "p-p")


@given(st.sampled_from(["hnst", "honesst", "drect", "onest", "hoenst and dirct", "honst and directt"]))
def test_letters_spell_both_lines(typed: str) -> None:
    """The letters that are not missing spell what was typed, and the right ones spell the answer."""
    letters = grade(typed, ["honest", "direct", "honest and direct"]).letters
    assert "".join(letter.text for letter in letters if letter.mark != "missing") == typed
    assert "".join(letter.right for letter in letters) in ("honest", "direct", "honest and direct")


# Other names


def test_another_name_that_fits_as_well_does_not_pass() -> None:
    """What is as near to another entry's name as to the accepted one is not taken for either."""
    assert grade("strengh", ["strength"]).correct
    assert grade("tabel", ["table"], ["chair"]).correct
    assert not grade("cable", ["table"], ["cable"]).correct
    assert not grade("gable", ["table"], ["cable"]).correct
    assert not grade("same", ["same"], ["same"]).correct


def test_own_spelling_comes_before_another_entrys_plural() -> None:
    """The very name passes even where another entry's name is its plural."""
    assert grade("advocate", ["advocate"], ["advocates"]).exact
    assert not grade("advocates", ["advocate"], ["advocates"]).correct


def test_near_miss_nearer_to_another_name_is_not_close() -> None:
    """A near miss that is nearer to another entry is not called close."""
    assert grade("hnst", ["honest"]).close
    assert not grade("hnst", ["honest"], ["hnts"]).close


@pytest.mark.parametrize("ref", entries())
def test_every_name_of_the_guidelines_is_its_own(ref: str) -> None:
    """Every name passes for its own entry, and no name of another of its kind passes or is called close."""
    entry = entries()[ref]
    for name in entry.names:
        verdict = grade(name, entry.names, entry.others)
        assert (verdict.correct, verdict.exact, verdict.letters) == (True, True, ()), name
    for name in entry.others:
        verdict = grade(name, entry.names, entry.others)
        assert not verdict.correct, name
        assert not verdict.close, name


NEGATIONS = "un{} non{} in{} im{} il{} ir{} dis{} anti{} mis{} de{} {}less".split()
SAID = [
    "not {}",
    "never {}",
    "no {}",
    "un {}",
    "non-{}",
    "in-{}",
    "anti-{}",
    "{}-less",
    "it is not {}",
    "hardly {}",
]


@pytest.mark.parametrize("ref", entries())
def test_no_opposite_passes(ref: str) -> None:
    """A name turned round by a beginning, an ending or a word neither passes nor is called close."""
    entry = entries()[ref]
    known = {fold(name) for name in entry.names}
    for name in entry.names:
        if " " in fold(name) and name != entry.names[0]:
            continue
        plain = name.lower().startswith("a") or name.isupper()
        turns = NEGATIONS if plain else [*NEGATIONS, "a{}"]
        for typed in [turned.format(fold(name)) for turned in (*turns, *SAID)]:
            if any(one.startswith(fold(typed)) for one in known):  # non-judgment, for non-judgmental
                continue
            verdict = grade(typed, entry.names, entry.others)
            assert (verdict.correct, verdict.close) == (False, False), typed


# Properties

WRITTEN = st.sampled_from([(ref, name) for ref, entry in entries().items() for name in entry.names])
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@given(WRITTEN, st.data())
def test_every_way_of_writing_a_name_passes(written: tuple[str, str], data: st.DataObject) -> None:
    """A name passes in any case, with accents, other dashes and quotes, an article and punctuation."""
    ref, name = written
    case = data.draw(st.sampled_from([str.upper, str.lower, str.title, str.swapcase]))
    accent = data.draw(st.sampled_from(["", "\u0301", "\u0308", "\u0327"]))
    dash = data.draw(st.sampled_from("-‐‑‒–—―−﹣－"))
    apostrophe = data.draw(st.sampled_from(["'", "’", "‘", "`", ""]))
    before, after = (
        data.draw(st.sampled_from(["  ", "the ", "The ", "a ", "“", "“the ", "(", "- "])),
        data.draw(st.sampled_from(["", ".", "!", " ?", "”", ")", "\t"])),
    )
    varied = case(name).replace("-", dash).replace("'", apostrophe)
    place = data.draw(st.integers(0, len(varied) - 1))
    if varied[place].isalpha():
        varied = varied[: place + 1] + accent + varied[place + 1 :]
    verdict = graded(ref, f"{before}{varied}{after}")
    assert (verdict.correct, verdict.exact) == (True, True)


@given(WRITTEN, st.data())
def test_one_slip_in_a_word_passes(written: tuple[str, str], data: st.DataObject) -> None:
    """One slip inside a word of five letters or more is forgiven, unless another entry's name is as near."""
    ref, name = written
    words = fold(name).split()
    places = [place for place, word in enumerate(words) if len(word) >= 5]
    assume(places)
    place = data.draw(st.sampled_from(places))
    words[place] = data.draw(slipped(words[place]))
    typed = " ".join(words)
    entry = entries()[ref]
    assume(not grade(typed, entry.others).correct)
    verdict = grade(typed, entry.names, entry.others)
    assert verdict.correct
    assert verdict.exact == (verdict.letters == ())


@st.composite
def slipped(draw: st.DrawFn, word: str) -> str:
    """The word with one letter too many, missing, other, or swapped with its neighbour, after its first letter."""
    place = draw(st.integers(1, len(word) - 1))
    letter = draw(st.sampled_from(LETTERS))
    begin, end = word[:place], word[place:]
    return draw(
        st.sampled_from(
            [
                begin + letter + end,
                begin + end[1:],
                begin + letter + end[1:],
                begin + end[1:2] + end[:1] + end[2:],
            ]
        )
    )


TEXT = st.one_of(st.text(max_size=60), st.text(alphabet="aeht ,.-&/'0127", max_size=40))


@given(TEXT, st.lists(TEXT, max_size=5), st.lists(TEXT, max_size=5))
def test_grading_never_raises(typed: str, accepted: list[str], others: list[str]) -> None:
    """Whatever is typed and accepted, there is a verdict, and it does not contradict itself."""
    verdict = grade(typed, accepted, iter(others))
    assert not (verdict.correct and verdict.close)
    assert verdict.correct or not verdict.exact
    assert verdict.answer in (accepted or [""])
    assert bool(verdict.letters) == (verdict.close or (verdict.correct and not verdict.exact))


@given(TEXT, st.lists(TEXT, max_size=5), st.lists(TEXT, max_size=5))
def test_accepted_answer_passes(answer: str, accepted: list[str], others: list[str]) -> None:
    """Any accepted answer that has a letter or a number passes as it stands, unless another entry has the name too."""
    assume(fold(answer) and grade(answer, [answer]).correct)
    assume(not any(grade(answer, [other]).correct for other in others))
    assert grade(answer, [*accepted, answer], others).exact


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("voluntary, hopeful; open-minded", ["voluntary", "hopeful", "open-minded"]),
        ("honest and direct, mutual and reciprocal", ["honest and direct", "mutual and reciprocal"]),
        ("voluntary\nhopeful\r\n\nrespectful", ["voluntary", "hopeful", "respectful"]),
        ("peer drift / co-optation", ["peer drift", "co-optation"]),
        ("co-optation/peer drift", ["co-optation/peer drift"]),
        ("voluntary, and hopeful, & respectful", ["voluntary", "hopeful", "respectful"]),
        ("1. voluntary\n2) hopeful\n- respectful\n• open", ["voluntary", "hopeful", "respectful", "open"]),
        ("7, 8; 9", ["7", "8", "9"]),
        ("androgyny", ["androgyny"]),
        (" , ;; \n / ?", []),
        ("", []),
        ("," * 100_000 + "hopeful", ["hopeful"]),
    ],
)
def test_listed(typed: str, names: list[str]) -> None:
    """A line is parted into names at commas, semicolons, line ends and slashes, never at the word "and"."""
    assert listed(typed) == names


def test_listed_is_bounded() -> None:
    """From a very long list a hundred names are taken."""
    assert len(listed("a," * 50_000)) == 100
