"""The shipped corpus: counted, named and paged as the document is, and plain to read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import textstat
from test_refs import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMES = {
    1: ("Peer support is voluntary", "Support choice"),
    2: ("Peer supporters are hopeful", "Share hope"),
    3: ("Peer supporters are open minded", "Withhold judgment about others"),
    4: ("Peer supporters are empathetic", "Listen with emotional sensitivity"),
    5: ("Peer supporters are respectful", "Be curious and embrace diversity"),
    6: ("Peer supporters facilitate change", "Educate and advocate"),
    7: ("Peer supporters are honest and direct", "Address difficult issues with caring and compassion"),
    8: ("Peer support is mutual and reciprocal", "Encourage peers to give and receive"),
    9: ("Peer support is equally shared power", "Embody equality"),
    10: ("Peer support is strengths-focused", "See what's strong not what's wrong"),
    11: ("Peer support is transparent", "Set clear expectations and use plain language"),
    12: ("Peer support is person-driven", "Focus on the person, not the problems"),
}

# How many practices and roles each value has, its first page, and the statements that stand one page on.
TABLE = {
    1: (4, 3, 6, "p4 s3"),
    2: (3, 3, 7, ""),
    3: (4, 3, 8, ""),
    4: (2, 2, 8, "p2 s2"),
    5: (5, 4, 9, "p4 p5 s3 s4"),
    6: (6, 6, 10, "p4 p5 p6 s4 s5 s6"),
    7: (5, 3, 12, ""),
    8: (3, 3, 12, "p2 p3 s2 s3"),
    9: (4, 4, 13, "s3 s4"),
    10: (6, 3, 14, "p4 p5 p6"),
    11: (7, 5, 15, "p4 p5 p6 p7 s3 s4 s5"),
    12: (7, 4, 16, "p6 p7 s4"),
}

TERM_PAGES = {
    "advocacy": 17, "co-learning": 17, "co-optation": 18, "cultural-humility": 18, "peer-support": 19,
    "peer-support-specialist": 19, "peer-supporter": 19, "peer": 19, "peer-support-relationship": 20,
    "practice-standards": 20, "transparent": 20, "trauma-informed-approach": 21,
}  # fmt: skip


def test_names_and_themes_are_exact() -> None:
    """The twelve values bear the document's names and practice themes, in its order."""
    assert {value.number: (value.name, value.theme) for value in shipped().values().values} == NAMES


@pytest.mark.parametrize("number", TABLE)
def test_statements_are_counted_and_paged(number: int) -> None:
    """Each value has as many practices and roles as the document, each on its page."""
    practices, roles, page, next_page = TABLE[number]
    value = shipped().value(str(number))
    expected = [f"{number}.p{n}" for n in range(1, practices + 1)] + [
        f"{number}.s{n}" for n in range(1, roles + 1)
    ]
    assert [statement.ref for statement in (*value.practices, *value.roles)] == expected
    moved = {f"{number}.{statement}" for statement in next_page.split()}
    for statement in (*value.practices, *value.roles):
        assert statement.page == page + (statement.ref in moved), statement.ref


def test_terms_are_in_order_and_paged() -> None:
    """The glossary has the document's twelve terms in its order, each on its page."""
    terms = [shipped().term(term.ref) for term in shipped().terms().terms]
    assert {term.ref: term.source and term.source.page for term in terms} == TERM_PAGES
    assert [term.ref for term in terms] == list(TERM_PAGES)


def test_doubled_practice() -> None:
    """The practice that the document states twice under value 7 stands twice, in the same words."""
    first, second = (shipped().statement(ref).statement for ref in ("7.p1", "7.p4"))
    assert second.repeats == first.ref
    assert second.text == first.text


@pytest.mark.parametrize(
    ("ref", "said"),
    [
        ("6", "neglect mental physical emotional spiritual"),
        ("7.p2", "want stigma abuse oppression crisis safety"),
        ("5.s3", "cultures ethnicities gender orientations"),
        ("8.p3", "wherever possible"),
        ("12.p2", "when appropriate"),
        ("1.s2", "especially dual trauma"),
        ("11.s2", "as needed"),
        ("10.s3", "Invite"),
        ("12.s3", "professional development plans"),
        ("12", "included community"),
        ("trauma-informed-approach", "safety trustworthiness transparency peer support collaboration mutuality empowerment voice choice culture history gender"),
        ("peer-support-relationship", "age gender ethnicity language sexual orientation co-occurring military criminal justice"),
    ],
)  # fmt: skip
def test_no_part_of_a_list_is_lost(ref: str, said: str) -> None:
    """Where the document lists or limits, the restatement names every part and every condition."""
    words = set(re.findall(r"[a-z-]+", dict(_texts())[ref].lower()))
    assert {word for word in said.lower().split() if word not in words} == set()


def test_pointers_between_values() -> None:
    """Each value is said to be confused with another, both ways, and names aliases and terms."""
    confused = {
        value.ref: {other.ref for other in shipped().value(value.ref).confused_with}
        for value in shipped().values().values
    }
    assert all(confused.values())
    assert all(ref in confused[other] for ref, others in confused.items() for other in others)
    assert all(shipped().value(ref).aliases and shipped().value(ref).terms for ref in confused)


def test_near_twins_name_each_other() -> None:
    """Statements on diagnosing and on the non-clinical role, under 9 and 11, each say they would fit the other."""
    for ref, other in (("9.p4", "11"), ("11.p7", "9"), ("9.s2", "11"), ("11.s5", "9")):
        assert other in shipped().statement(ref).statement.also, ref


def test_footnotes_are_kept_as_facts() -> None:
    """The terms with footnotes name the works cited, and every work says how to get it and on what terms."""
    cited = {
        term.ref: [source.ref for source in shipped().term(term.ref).cites]
        for term in shipped().terms().terms
    }
    assert {ref: len(works) for ref, works in cited.items() if works} == {
        "advocacy": 1, "co-learning": 1, "co-optation": 2, "cultural-humility": 1, "peer-support": 1,
        "practice-standards": 1, "transparent": 1, "trauma-informed-approach": 1,
    }  # fmt: skip
    addresses = {source.address for source in shipped().sources().sources if source.address}
    assert "https://journals.sagepub.com/doi/pdf/10.4137/RPO.S12343" in addresses
    assert not any("%" in address for address in addresses)


def test_reading_level() -> None:
    """Meanings, practices and roles read at grade 8.5 or below together, and none above 14 (Flesch-Kincaid)."""
    texts = {ref: text for ref, text in _texts() if ref[0].isdigit()}
    assert textstat.flesch_kincaid_grade("\n".join(texts.values())) <= 8.5
    assert {ref for ref, text in texts.items() if textstat.flesch_kincaid_grade(text) > 14} == set()


JARGON = re.compile(
    r"\b(?:patients?|clients?|consumers?|the mentally ill|schizophrenics?|addicts?|suffer(?:s|ing)? from|non-?complian\w+"
    r"|mental illness|disorders?|abusers?|substance abuse|committed suicide)\b",
    re.IGNORECASE,
)


def test_language_is_person_first() -> None:
    """No text uses words that make a person into a condition or a case."""
    assert {ref: JARGON.findall(text) for ref, text in _texts() if JARGON.search(text)} == {}


def _texts() -> Iterator[tuple[str, str]]:
    """Every meaning, statement and definition by its ref."""
    for name in shipped().values().values:
        value = shipped().value(name.ref)
        yield name.ref, value.meaning
        for statement in (*value.practices, *value.roles):
            yield statement.ref, statement.text
    for term in shipped().terms().terms:
        yield term.ref, shipped().term(term.ref).definition
