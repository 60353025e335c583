"""The second guide in every format: values without themes, practices of the guide as a whole, its own credit and terms."""

from __future__ import annotations

import csv
import json
import re
from functools import cache
from io import StringIO
from typing import TYPE_CHECKING

import html5lib
import jsonschema
import pytest
from export.test_html import by_id, told
from export.test_markdown import GOLDEN, anchors, files, line, lost_links, read, written

from peerguide.cli.commands.export import QUESTIONS
from peerguide.corpus.library import Corpus
from peerguide.corpus.places import corpus_folder
from peerguide.export.formats import NAMES, format_named
from peerguide.export.selection import OF_ALL, Selection

if TYPE_CHECKING:
    from conftest import Shell

TEXTS = [name for name in NAMES if not format_named(name).binary]

OF_A_PART = ("roles", "scenarios", "scenarios-key", "reflection", "reflection-filled", "agenda", "schema")
"""What is made of parts that the Declaration does not have, or of none."""


@cache
def declaration() -> Corpus:
    """The Declaration of Peer Roles."""
    return Corpus.open(corpus_folder("declaration"))


def selected(*refs: str) -> Selection:
    """All of it, or these values."""
    return Selection(declaration(), refs)


def text_of(form: str, what: str, selection: Selection) -> str:
    """What a format of text writes."""
    content = format_named(form).whats[what](selection)
    assert not isinstance(content, bytes)
    return "".join(content)


@pytest.mark.parametrize(
    ("form", "what"), [(form, what) for form in TEXTS for what in format_named(form).whats if what not in OF_A_PART]
)  # fmt: skip
def test_nothing_is_missing_where_there_is_no_theme(form: str, what: str) -> None:
    """Whatever is written of a guide without themes, it speaks of none, and no text is "None"."""
    count = 12 if what in QUESTIONS else None
    text = text_of(form, what, Selection(declaration(), count=count))
    assert len(text) > 200
    assert "None" not in text
    assert not re.search("practice theme|theme is", text, re.IGNORECASE)


@pytest.mark.parametrize("what", ["handbook", "crosswalk"])
def test_golden(what: str, request: pytest.FixtureRequest) -> None:
    """The documents are exactly as people looked them over (`--rewrite-transcripts` writes them down anew)."""
    found = written(what, selected())
    file = GOLDEN / f"declaration-{what}.md"
    if request.config.getoption("--rewrite-transcripts"):
        file.write_text(found, encoding="utf-8")
    assert found == file.read_text(encoding="utf-8")


def test_the_handbook_is_whole() -> None:
    """Markdown and HTML have every value, practice and item, each under its permanent ref."""
    document = written("handbook", selected())
    page = by_id(html5lib.parse(text_of("html", "handbook", selected()), namespaceHTMLElements=False))
    found = read(document)
    for value in selected().values():
        assert f"{value.number}. {value.name}" in found
        assert {line(text) for text in value.meaning.split("\n")} <= set(found)
        assert told(page[value.ref]).startswith(value.meaning)
    for practice in selected().practices_of_all():
        assert f"{practice.ref} {line(practice.text)}" in found
        assert told(page[practice.ref]) == practice.text
        for item in practice.items:
            assert f"{item.ref} {line(item.text)}" in found
            assert told(page[item.ref]) == item.text
    refs = [ref for (ref,) in declaration().rows("SELECT ref FROM entry ORDER BY seq")]
    assert [ref for ref in refs if f"ref-{ref}" not in anchors(document) or ref not in page] == []


@pytest.mark.parametrize("refs", [(), ("mutuality",)])
def test_every_link_leads_somewhere(refs: tuple[str, ...]) -> None:
    """In one document, in a folder and on a page, each link leads to a place that is there."""
    folder = files(selected(*refs))
    assert "practices.md" in folder
    assert lost_links(folder) == []
    for what in ("handbook", "value", "readings", "crosswalk"):
        assert lost_links({"": written(what, selected(*refs))}) == []
    for what in format_named("html").whats:
        page = html5lib.parse(text_of("html", what, selected(*refs)), namespaceHTMLElements=False)
        links = {link.get("href")[1:] for link in page.iter("a") if link.get("href").startswith("#")}
        assert links <= set(by_id(page))


def test_what_they_are_called() -> None:
    """The practices of the guide as a whole are called what the document calls them, and have a chapter of their own."""
    assert selected().of_all_title == "Our Actions" != OF_ALL
    assert "Our Actions" in read(written("handbook", selected()))
    assert files(selected())["practices.md"].startswith("# Our Actions: Declaration of Peer Roles\n")


def test_the_checklist_has_a_box_for_each() -> None:
    """Every value without statements, every practice and every item has a box of its own."""
    boxes = [text for text in read(written("checklist", selected())) if text.startswith("[ ] ")]
    refs = [value.ref for value in selected().values()]
    refs += [
        ref for one in selected().practices_of_all() for ref in (one.ref, *(item.ref for item in one.items))
    ]
    assert [box.split(" ")[2] for box in boxes] == refs
    assert len(refs) == 12 + 13 + 11


def test_the_cheat_sheet_tells_what_values_mean() -> None:
    """In place of the themes stand the meanings."""
    cells = read(written("cheatsheet", selected()))
    assert "Meaning" in cells
    assert all(line(value.meaning) in cells for value in selected().values())


def test_the_table_has_practices_and_items() -> None:
    """A practice of the guide as a whole is a row without a value, and what it lists are rows of the kind item."""
    rows = list(csv.DictReader(StringIO(text_of("csv", "statements", selected()), newline="")))
    practices, items = ([row for row in rows if row["kind"] == kind] for kind in ("practice", "item"))
    assert (len(practices), len(items), len(rows)) == (13, 11, 24)
    assert {(row["value"], row["number"], row["theme"]) for row in rows} == {("", "", "")}
    assert items[3]["ref"] == "a12.4"
    assert items[3]["name"] == "Activities to stay out of"
    assert items[3]["also"].split() == list(declaration().targets("a12.4", "also"))


def test_json_keeps_to_its_schema() -> None:
    """The corpus as JSON keeps to the schema, with practices that have no value and list items, and values without a theme."""
    schema = json.loads(text_of("json", "schema", selected()))
    document = json.loads(text_of("json", "corpus", selected()))
    jsonschema.validate(document, schema)
    assert {value["theme"] for value in document["values"]} == {None}
    assert [one["ref"] for one in document["guide_practices"]] == [f"a{number}" for number in range(1, 14)]
    (listing,) = (one for one in document["guide_practices"] if one["ref"] == "a12")
    assert listing["value"] is None
    assert listing["items_name"] == "Activities to stay out of"
    assert listing["items"][3]["ref"] == "a12.4"
    assert json.loads(text_of("json", "practices", selected())) == document["guide_practices"]
    jsonschema.validate(json.loads(text_of("json", "questions", selected())), schema)


def test_practices_that_fit_a_value() -> None:
    """With a value chosen, those practices are there that would fit it, with all that they list."""
    chosen = selected("community").practices_of_all()
    assert 0 < len(chosen) < 13
    assert all("community" in one.also for one in chosen)
    assert selected("community").of_all_title == "Our Actions"


def test_flash_cards_have_two_sides() -> None:
    """A value has its meaning on the back, a practice the values that it would fit, an item what it is one of."""
    values, statements = (
        [card.split("\t") for card in text_of("quizlet", what, selected()).splitlines()]
        for what in ("values", "statements")
    )
    assert [back for _front, back in values] == [line(value.meaning) for value in selected().values()]
    assert len(statements) == 24
    backs = dict(statements)
    assert backs["Wearing badges or name tags."] == "Features of the surroundings to avoid wherever possible"
    assert "5. Mutuality" in backs[line(selected().practices_of_all()[1].text)]


@pytest.mark.parametrize("what", ["handbook", "value", "glossary", "cheatsheet", "checklist", "readings"])
def test_its_own_credit_and_terms(what: str) -> None:
    """What is made of the Declaration says whom to credit and that it is free to copy, and not the guidelines' terms."""
    found = read(written(what, selected()))
    chapter = found.index("The crosswalk", found.index("Contents") + 40) if what == "handbook" else len(found)
    text = " ".join(found[:chapter])
    assert "By Western Mass Peer Network. Terms of use: Free to copy" in text
    assert "all rights reserved" not in text.casefold()


@pytest.mark.parametrize("name", ["anki", "qti", "gift"])
def test_questions_have_their_part_of_the_bank(name: str, shell: Shell) -> None:
    """Questions on practices of the guide as a whole stand together, under the document's own name for them."""
    assert shell(f"peerguide export {name} --corpus declaration -o bank").code == 0
    assert b"Our Actions" in (shell.folder / "bank").read_bytes()


@pytest.mark.parametrize(
    ("words", "code", "told_of"),
    [
        ("json --what roles --corpus declaration", 3, "There are no supervisor roles here."),
        ("markdown --what scenarios --corpus declaration", 3, "There are no scenarios here."),
        ("markdown --what reflection --corpus declaration", 3, "--as supporter"),
        ("markdown --what readings --value 3", 3, "There are no readings here."),
        ("csv --what crosswalk --corpus mine", 3, "There are no rows of the crosswalk here."),
        ("html --corpus all", 2, "Export one guide at a time."),
        ("json --corpus all", 2, "guidelines, declaration"),
    ],
)
def test_what_is_not_there_is_said(words: str, code: int, told_of: str, shell: Shell) -> None:
    """A part that a guide does not have, and several guides at once, are refused in a sentence with a next step."""
    (shell.folder / "mine").mkdir()
    (shell.folder / "mine" / "values.yaml").write_text(
        "values: [{id: 1, number: 1, name: Calm, meaning: Calm helps.}]\n", encoding="utf-8"
    )
    ran = shell(f"peerguide export {words}")
    assert (ran.code, ran.out) == (code, "")
    assert told_of in ran.err
    assert len(ran.err.splitlines()) == 2


@pytest.mark.parametrize("name", NAMES)
def test_the_same_bytes_every_time(name: str, shell: Shell) -> None:
    """The usual content of every format is the same in another locale and with another hash seed."""
    suffix = format_named(name).suffix
    for number, changes in enumerate(
        [{"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC"}, {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo"}]
    ):
        ran = shell(f"peerguide --corpus declaration export {name} -o {number}{suffix}", **changes)
        assert ran.code == 0, ran.err
    first, second = ((shell.folder / f"{number}{suffix}").read_bytes() for number in (0, 1))
    assert first == second
