"""What is wrong with a corpus is told: all of it, at its place, in a sentence."""

from __future__ import annotations

from shutil import copytree
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from conftest import DATA, SMALL, CorpusMaker, Shell
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from peerguide.corpus.reading import yaml_tree
from peerguide.corpus.reading.check import read_corpus
from peerguide.corpus.reading.files import MAX_BYTES, read_files
from peerguide.corpus.reading.schema import json_schema
from peerguide.errors import InvalidFilesError

if TYPE_CHECKING:
    from pathlib import Path


def problems(folder: Path) -> list[str]:
    """What the check says of a folder: `file:line:column: sentence`, one for each problem."""
    try:
        read_corpus(read_files(folder), folder)
    except InvalidFilesError as error:
        return [line.removeprefix(f"{folder}/") for line in error.lines()]
    return []


VALUE = "id: 1, number: 1, name: A, theme: B, meaning: C"
TERMS = "terms: [{id: kind, name: Kind, definition: Good.}]"

BROKEN: dict[str, tuple[str | bytes, str]] = {
    "a key twice": (
        "values:\n - {%s}\nvalues: []" % VALUE,
        '3:1: the key "values" stands here twice; the first is in line 1',
    ),
    "an anchor": (
        "values:\n - &a {%s}" % VALUE,
        "2:4: the anchor &a is not allowed here; write the text out where it is needed",
    ),
    "an alias": (
        "values:\n - {%s, aliases: [*a]}" % VALUE,
        "2:64: the alias *a is not allowed here; write the text out",
    ),
    "a tag": (
        "values:\n - !!python/object:os.system {%s}" % VALUE,
        "2:4: a tag, a word with ! before it, is not allowed here; a corpus holds text only",
    ),
    "an unknown key": (
        "values:\n - {%s, them: B}" % VALUE,
        '2:54: an item of "values" has no key "them"; did you mean "theme"?',
    ),
    "a text that is a list": (
        "values:\n - {id: 1, number: 1, name: [A], theme: B, meaning: C}",
        '2:29: "name" must be a text, not a list',
    ),
    "a list that is a text": ("values: none", '1:9: "values" must be a list, not a text'),
    "an empty text": (
        "values:\n - {id: 1, number: 1, name: '', theme: B, meaning: C}",
        '2:29: "name" is empty',
    ),
    "nothing for a text": (
        "values:\n - id: 1\n   number: 1\n   name:\n   theme: B\n   meaning: C",
        '4:9: "name" is empty',
    ),
    "a missing key": (
        "values:\n - {id: 1, number: 1, name: A, theme: B}",
        '2:4: an item of "values" has no "meaning"',
    ),
    "an empty list": (
        "values: []",
        '1:9: "values" is an empty list; give it an item, or leave it out where it may be left out',
    ),
    "a number in quotes": (
        "values:\n - {id: 1, number: '1', name: A, theme: B, meaning: C}",
        '2:20: "number" must be a whole number from 1 up, without quotes',
    ),
    "a bad id": (
        "values:\n - {id: One, number: 1, name: A, theme: B, meaning: C}",
        '2:9: "id" must be a number or lower-case words joined by hyphens, such as "7", not "One"',
    ),
    "a bad statement id": (
        "values:\n - {%s, practices: [{id: 1.s1, text: D}]}" % VALUE,
        '2:71: "id" must be an id such as "7.p2", not "1.s1"',
    ),
    "a statement of another value": (
        "values:\n - {%s, practices: [{id: 2.p1, text: D}]}" % VALUE,
        '2:71: "2.p1" stands under the value "1", so its id must begin with "1."',
    ),
    "a gap in statements": (
        "values:\n - {%s, practices: [{id: 1.p2, text: D}]}" % VALUE,
        "2:71: the practices are numbered without a gap; 1 is missing before 2",
    ),
    "a gap in values": (
        "values:\n - {id: 2, number: 2, name: A, theme: B, meaning: C}",
        "2:20: the values are numbered without a gap; 1 is missing before 2",
    ),
    "confused with itself": (
        "values:\n - {%s, confused_with: [{value: 1, why: D}]}" % VALUE,
        "2:78: a value cannot be confused with itself",
    ),
    "confused with nothing": (
        "values:\n - {%s, confused_with: [{value: 9, why: D}]}" % VALUE,
        '2:78: no value has the id "9"',
    ),
    "an undefined term": ("values:\n - {%s, terms: [calm]}" % VALUE, '2:62: no term has the id "calm"'),
    "an undefined source": ("source: book\nvalues:\n - {%s}" % VALUE, '1:9: no document has the id "book"'),
    "also its own value": (
        "values:\n - {%s, practices: [{id: 1.p1, text: D, also: [1]}]}" % VALUE,
        '2:93: "also" names other values; this is the value it stands under',
    ),
    "also twice": ("values:\n - {%s, terms: [kind, kind]}" % VALUE, '2:68: "terms" names "kind" twice'),
    "pages turned round": (
        "values:\n - {%s, page: 5, last_page: 4}" % VALUE,
        "2:74: the last page, 4, comes before the first, 5",
    ),
    "a page outside": (
        "values:\n - {%s, page: 5, practices: [{id: 1.p1, text: D, page: 6}]}" % VALUE,
        "2:101: page 6 lies outside its value, which stands on page 5",
    ),
    "repeats itself": (
        "values:\n - {%s, practices: [{id: 1.p1, text: D, repeats: 1.p1}]}" % VALUE,
        "2:95: a statement cannot repeat itself",
    ),
    "confused twice": (
        "values:\n - {%s, confused_with: [{value: 2, why: D}, {value: 2, why: E}]}\n"
        " - {id: 2, number: 2, name: F, theme: G, meaning: H}" % VALUE,
        '2:98: "confused_with" names "2" twice',
    ),
    "another value's number for a name": (
        "values:\n - {%s}\n - {id: 2, number: 2, name: F, theme: G, meaning: H, aliases: [one]}" % VALUE,
        '3:64: "one" already leads to "1"',
    ),
    "an id that is another value's number": (
        "values:\n - {id: 2, number: 1, name: A, theme: B, meaning: C}\n - {id: x, number: 2, name: F, theme: G, meaning: H}",
        '3:20: "2" already leads to "2"',
    ),
    "retired in use": (
        "values:\n - {%s}\nretired: [{id: 1, replaced_by: 1}]" % VALUE,
        '3:16: the id "1" is retired, yet an entry still uses it',
    ),
    "retired for nothing": (
        "values:\n - {%s}\nretired: [{id: 3, replaced_by: 4}]" % VALUE,
        '3:32: "4" leads to no entry that is in use',
    ),
    "a tab": ("values:\n\t- {%s}" % VALUE, "2:1: a tab stands in the indentation; YAML indents with spaces"),
    "a list": ("- 1", "1:1: the file must be a mapping of keys, not a list"),
    "empty": ("", "1:1: this file is empty"),
    "only a comment": ("# nothing yet\n", "1:1: this file is empty"),
    "a second document": (
        "values:\n - {%s}\n---\nvalues: []" % VALUE,
        "3:1: a second document begins here; a corpus file has one",
    ),
    "no YAML": (
        "values: [",
        "1:10: this is not valid YAML: did not find expected node content (look at the quotes, colons and indentation up to here)",
    ),
    "a key that is a list": (
        "values:\n - {%s}\n? [a]\n: b" % VALUE,
        "3:3: a key must be a single word, not a list or a mapping",
    ),
    "a control character": (b"values:\n - \x01", "2:4: the character U+0001 cannot stand in a YAML file"),
    "not UTF-8": (b"values:\n - \xff", "2:4: the byte 0xFF is not valid UTF-8; save the file as UTF-8"),
    "too deep": ("values: " + "[" * 5000, "1:20: lists and mappings nest more than 12 deep here"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_problem_is_told_at_its_place(case: str, corpus_of: CorpusMaker) -> None:
    """Each thing that can be wrong is told in one sentence with its line and column, and alone."""
    content, expected = BROKEN[case]
    assert problems(corpus_of(content, glossary=TERMS)) == [f"values.yaml:{expected}"]


def test_all_problems_are_told_at_once(corpus_of: CorpusMaker) -> None:
    """Problems of all files come together, in the order of their places."""
    folder = corpus_of(
        "values:\n - {id: 1, number: 1, name: A, theme: '', meaning: C, x: y}",
        glossary="terms:\n - {id: a, name: A}",
        sources="- 1",
    )
    assert [line.split(": ")[0] for line in problems(folder)] == [
        "glossary.yaml:2:4",
        "sources.yaml:1:1",
        "values.yaml:2:39",
        "values.yaml:2:55",
    ]


def test_ids_used_twice(corpus_of: CorpusMaker) -> None:
    """An id may be used once in a whole corpus, whatever the file."""
    folder = corpus_of("values:\n - {id: kind, number: 1, name: A, theme: B, meaning: C}", glossary=TERMS)
    assert problems(folder) == [
        f'glossary.yaml:1:14: the id "kind" is used twice; it stands first in {folder}/values.yaml, line 2'
    ]


def test_names_used_twice(corpus_of: CorpusMaker) -> None:
    """A name or alias may lead to one entry only, however it is written."""
    folder = corpus_of(SMALL.replace("name: We are calm", "name: KINDNESS"))
    assert problems(folder) == ['values.yaml:16:11: "KINDNESS" already leads to "1"']


def test_page_beyond_the_document(corpus_of: CorpusMaker) -> None:
    """No page may lie beyond the last one of the document that is cited."""
    sources = "sources: [{id: book, title: B, about: C, obtain: D, terms_of_use: E, pages: 3}]"
    cited = "source: book\n" + SMALL.replace("number: 1\n", "number: 1\n    page: 99\n")
    assert problems(corpus_of(cited, sources=sources)) == [
        "values.yaml:5:11: page 99 lies beyond the document's last, 3"
    ]


def test_question_about_no_entry(corpus_of: CorpusMaker) -> None:
    """How people ask must be said of an entry that is there."""
    folder = corpus_of(synonyms="synonyms: [{typed: a, finds: b}]\nasked: [{ref: 9.p9, words: c}]")
    assert problems(folder) == ['synonyms.yaml:2:15: no entry has the id "9.p9"']


def test_questions_about_a_broken_file_are_let_be(corpus_of: CorpusMaker) -> None:
    """Where a file with entries cannot be read, the check says that, and not that questions lead nowhere."""
    folder = corpus_of(
        glossary="\tterms: []", synonyms="synonyms: [{typed: a, finds: b}]\nasked: [{ref: guest, words: c}]"
    )
    assert problems(folder) == [
        "glossary.yaml:1:1: a tab stands in the indentation; YAML indents with spaces"
    ]


def test_missing_values(tmp_path: Path) -> None:
    """A folder without values is no corpus."""
    assert problems(tmp_path) == ["values.yaml:1:1: this file is missing; a corpus needs it"]


def test_too_large(corpus_of: CorpusMaker) -> None:
    """A file too large for a corpus is refused before it is parsed."""
    folder = corpus_of(b"#" * (MAX_BYTES + 1))
    assert problems(folder) == ["values.yaml:1:1: this file is larger than 40 MB, too large for a corpus"]


def test_words_that_yaml_reads_otherwise_stay_text(corpus_of: CorpusMaker) -> None:
    """`no`, `10:30` and `1.10` are text where text is wanted."""
    assert problems(corpus_of(SMALL.replace("[kindness]", "[no, 10:30, 1.10, 2019-01-01]"))) == []


def test_retired_ids_leave_gaps(corpus_of: CorpusMaker) -> None:
    """An id that was retired with a replacement may be missing from the numbering."""
    moved = SMALL.replace("id: 1.p1", "id: 1.p2") + "retired: [{id: 1.p1, replaced_by: 1.p2}]\n"
    assert problems(corpus_of(moved)) == []


@pytest.mark.parametrize("case", BROKEN)
def test_python_parser_agrees(case: str, corpus_of: CorpusMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without PyYAML's C parser the same files are refused, in the same line."""
    content, _expected = BROKEN[case]
    folder = corpus_of(content, glossary=TERMS)
    with_c = [line.split(":")[:2] for line in problems(folder)]
    monkeypatch.setattr(yaml_tree, "EventLoader", yaml.BaseLoader)
    assert [line.split(":")[:2] for line in problems(folder)] == with_c


# What JSON Schema cannot say: it sees no text, no other entry, and a mapping that a parser has already made.
BEYOND_SCHEMA = {
    "confused twice",
    "another value's number for a name",
    "an id that is another value's number",
    "a key twice", "an anchor", "an alias", "a tag", "a statement of another value", "a gap in statements",
    "a gap in values", "confused with itself", "confused with nothing", "an undefined term", "an undefined source",
    "also its own value", "pages turned round", "a page outside", "repeats itself", "retired in use",
    "retired for nothing", "a tab", "a second document", "no YAML", "a key that is a list", "a control character",
    "not UTF-8", "too deep",
}  # fmt: skip


@pytest.mark.parametrize("case", sorted(set(BROKEN) - BEYOND_SCHEMA))
def test_schema_refuses_what_the_check_refuses(case: str) -> None:
    """What is wrong within a file is refused by the published JSON Schema too."""
    content, _problem = BROKEN[case]
    assert not _fits_schema(yaml.safe_load(content))


def test_schema_accepts_what_the_check_accepts() -> None:
    """Valid files, with every key that may be there, fit the published JSON Schema."""
    assert _fits_schema(yaml.safe_load(SMALL))
    assert _fits_schema(yaml.safe_load(TERMS))


def _fits_schema(data: Any) -> bool:
    return bool(Draft7Validator(json_schema()).is_valid(data))


SCALARS = st.sampled_from(
    [
        "",
        "a",
        "7",
        "7.p1",
        "no",
        "~",
        "1.5",
        "values",
        "id",
        "[",
        "{",
        "- ",
        ": ",
        "\t",
        "#",
        "'",
        "é",
        "\u202e",
    ]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(
    st.one_of(
        st.binary(max_size=80), st.lists(SCALARS, max_size=30).map(lambda parts: "\n".join(parts).encode())
    )
)
def test_any_file_has_an_answer(corpus_of: CorpusMaker, data: bytes) -> None:
    """Any bytes whatever are a valid corpus or are refused with a place and a sentence."""
    folder = corpus_of(data)
    for line in problems(folder):
        assert line.split(":")[0] == "values.yaml"


TREE = st.recursive(
    st.sampled_from(["a", "7", 7, True, None, 1.5, "", "1.p1"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["values", "id", "number", "name", "theme", "meaning", "aliases", "x"]), inner
        ),
    ),
    max_leaves=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(TREE)
def test_schema_and_check_agree_on_any_tree(corpus_of: CorpusMaker, tree: Any) -> None:
    """Whatever the schema refuses in a file of values, the check refuses too."""
    if not _fits_schema(tree):
        assert problems(corpus_of(yaml.safe_dump(tree, allow_unicode=True)))


def test_a_copy_of_the_shipped_folder_is_valid(shell: Shell, tmp_path: Path) -> None:
    """Whoever copies the shipped folder to edit it begins with a valid corpus, its words included."""
    copytree(DATA, tmp_path / "copy")
    ran = shell("peerguide corpus check copy")
    assert (ran.err, ran.code) == ("", 0)
    assert shell("peerguide --corpus copy language -", "Our clients wait.").code == 0
