"""Exports in an official wording: every format holds its words, says whose they are where it can, and stays readable."""

from __future__ import annotations

import csv
import json
import re
from functools import cache
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import html5lib
import jsonschema
import pytest
from export.test_tables import text_of
from made_up import kept, made_up
from markdown_it import MarkdownIt

from peerguide.corpus.credits import OWN_COPY, UNENDORSED, UNOFFICIAL
from peerguide.corpus.library import Corpus
from peerguide.corpus.places import corpus_folder
from peerguide.export.formats import NAMES, format_named
from peerguide.export.formats.html import FORMAT as HTML
from peerguide.export.formats.json import FORMAT as JSON
from peerguide.export.formats.markdown import FORMAT as MARKDOWN
from peerguide.export.selection import Selection

if TYPE_CHECKING:
    from conftest import Shell

    from peerguide.corpus.wordings import Choice

ACTING = "Peer supporters <b>use</b> *signs* & [links](x).\nA second | paragraph."
TEXTS = {"7.p3": ACTING, "7": "Said officially."}

CARRYING = ["markdown", "html", "gift", "json"]
"""The formats of text in which a notice can stand."""


@cache
def shipped() -> Corpus:
    """The shipped corpus, in plain words."""
    return Corpus.open(corpus_folder(None))


def chosen(choice: Choice, texts: dict[str, str] | None = None) -> Selection:
    """Value 7 of the shipped corpus in a wording."""
    return Selection(shipped().in_wording(choice, made_up(shipped()) if texts is None else texts), ("7",))


def rendered(markdown: str) -> str:
    """The text that a reader of Markdown shows, on one line."""
    html = MarkdownIt("gfm-like", {"linkify": False}).render(markdown)
    return " ".join("".join(html5lib.parse(html, namespaceHTMLElements=False).itertext()).split())


@pytest.mark.parametrize("name", CARRYING)
@pytest.mark.parametrize("choice", ["plain", "official", "both"])
def test_the_notice(name: str, choice: Choice) -> None:
    """A file with official words says that they are under copyright; one without them says nothing of that."""
    form = format_named(name)
    text = " ".join(text_of(form, form.usual, chosen(choice)).split()).replace("&#39;", "'")
    assert (OWN_COPY in text) == (choice != "plain")
    if name != "json":
        assert (UNOFFICIAL in text, f"{UNENDORSED}." in text) == (choice == "plain", choice != "plain")


@pytest.mark.parametrize("what", ["handbook", "value", "glossary", "checklist", "quiz", "key", "cards"])
def test_every_document_has_the_notice(what: str) -> None:
    """Each document of Markdown with official words has the notice, and shows it as it is."""
    assert OWN_COPY in rendered(text_of(MARKDOWN, what, chosen("official")))


def test_every_file_of_a_folder_has_the_notice() -> None:
    """In a folder, each file with official words has the notice of its own."""
    files = {name: "".join(text) for name, text in MARKDOWN.folders["handbook"](chosen("both"))}  # type: ignore[arg-type]
    assert {name for name, text in files.items() if OWN_COPY in " ".join(text.split())} == {
        "README.md", "value-7.md", "glossary.md", "crosswalk.md"
    }  # fmt: skip


def test_markdown_shows_both() -> None:
    """The handbook has the official text as it is, and the plain one below, introduced; what is not official says so."""
    told = rendered(text_of(MARKDOWN, "value", chosen("both", TEXTS)))
    plain = "Peer supporters show caring and compassion in their peer support relationships."
    assert f"{' '.join(ACTING.split())} In plain words: {plain}" in told
    assert "Said officially. In plain words: Effective" in told
    assert re.search(r"7\.p2 .{20,200} \(plain wording\) 7\.p3", told)


def test_html_shows_both() -> None:
    """The page has the official text as it is, and the plain one below, introduced; beside its ref, what is not official says so."""
    page = html5lib.parse(text_of(HTML, "handbook", chosen("both", TEXTS)), namespaceHTMLElements=False)
    (statement,) = (element for element in page.iter() if element.get("id") == "7.p3")
    paragraphs = ["".join(paragraph.itertext()) for paragraph in statement.iter("p")]
    plain = "Peer supporters show caring and compassion in their peer support relationships."
    assert paragraphs == [*ACTING.split("\n"), f"In plain words: {plain}", "7.p3, page 12"]
    whole = " ".join("".join(page.itertext()).split())
    assert "7.p2, page 12 (plain wording)" in whole


@pytest.mark.parametrize("choice", ["plain", "official", "both"])
def test_json_keeps_to_its_schema(choice: Choice) -> None:
    """In every wording the JSON keeps to the schema that is exported beside it, and says what it adds."""
    schema = json.loads(text_of(JSON, "schema", chosen(choice)))
    document = json.loads(text_of(JSON, "corpus", chosen(choice, TEXTS)))
    jsonschema.validate(document, schema)
    (value,) = document["values"]
    assert value["wording"] == ("plain" if choice == "plain" else "official")
    assert ("plain" in value) == (choice == "both")
    assert (list(document)[-1] == "notice") == (choice != "plain")


@pytest.mark.parametrize(
    ("choice", "added", "cells"),
    [
        ("plain", ["wording"], ["plain"]),
        ("official", ["wording"], ["official"]),
        ("both", ["wording", "plain"], ["official", "Peer supporters show"]),
    ],
)
def test_csv_adds_its_columns_at_the_end(choice: Choice, added: list[str], cells: list[str]) -> None:
    """The columns that tell of a wording stand after all others, and there are only those that the wording has."""
    texts = text_of(format_named("csv"), "entries", chosen(choice, TEXTS))
    header, *rows = csv.reader(StringIO(texts, newline=""))
    assert header[10:] == added
    (row,) = (row for row in rows if row[0] == "7.p3")
    assert all(cell.startswith(begun) for cell, begun in zip(row[10:], cells, strict=True))
    assert row[6] == ("Peer supporters show" + row[6][20:] if choice == "plain" else ACTING)


@pytest.fixture
def imported(shell: Shell) -> Shell:
    """A shell with an official wording in its data folder."""
    kept(shipped(), Path(shell.environment["PEERGUIDE_DATA"]))
    return shell


@pytest.mark.parametrize("name", [name for name in NAMES if name != "vale"])
def test_every_format_in_official_words(name: str, imported: Shell) -> None:
    """Every format gives the same bytes every time in the official wording, other ones than in plain words, and says whose they are."""
    made = []
    for number, wording in enumerate(("official", "official", "plain")):
        ran = imported(
            f"peerguide export {name} --value 7 --wording {wording} -o {number}", PYTHONHASHSEED=str(number)
        )
        assert (ran.code, OWN_COPY in ran.err) == (0, wording == "official")
        made.append((imported.folder / str(number)).read_bytes())
    assert made[0] == made[1] != made[2]


@pytest.mark.parametrize("name", ["gift", "json"])
def test_ids_do_not_depend_on_the_wording(name: str, imported: Shell) -> None:
    """A question that is exported in both wordings has the same id in each."""
    both = [
        imported(f"peerguide export {name} --what questions --kind gap --wording {wording}").out
        for wording in ("plain", "both")
    ]
    plain, official = (set(re.findall(r'"id": "([^"]+)"|\[id:([^\]]+)\]', text)) for text in both)
    assert official <= plain
    assert len(official) > len(plain) * 0.9


def test_a_deck_is_newer_than_one_in_plain_words(imported: Shell) -> None:
    """An Anki package in the official wording has a later time than one in plain words, so that Anki takes its notes."""
    sizes = []
    for wording in ("plain", "official"):
        assert imported(f"peerguide export anki --value 7 --wording {wording} -o {wording}.apkg").code == 0
        with ZipFile(imported.folder / f"{wording}.apkg") as package:
            sizes.append(package.infolist()[0].date_time)
    assert sizes[0] < sizes[1]


def test_an_exam_report_has_the_notice(imported: Shell) -> None:
    """The report of an exam in official words says whose they are; one in plain words does not."""
    for wording, there in (("official", True), ("plain", False)):
        ran = imported(
            f"peerguide quiz --exam --count 2 --kind practice --wording {wording} --out {wording}.md",
            "1\n2\n",
        )
        assert ran.code == 0
        text = (imported.folder / f"{wording}.md").read_text(encoding="utf-8")
        assert (OWN_COPY in " ".join(text.split())) == there
