"""JSON and CSV: read back by readers of their own, whole and unaltered, the same bytes every time."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import TYPE_CHECKING

import jsonschema
import pandas as pd
import pytest
from export.hostile_corpus import TEXTS, hostile_corpus

from peerguide.corpus.library import Corpus
from peerguide.corpus.places import corpus_folder
from peerguide.corpus.records import record
from peerguide.export.formats.csv import COLUMNS, FORMULA
from peerguide.export.formats.csv import FORMAT as CSV
from peerguide.export.formats.json import FORMAT as JSON
from peerguide.export.selection import Selection

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Shell

    from peerguide.export.format import Format


def shipped(**options: object) -> Selection:
    """The shipped corpus, or what these options choose of it."""
    return Selection(Corpus.open(corpus_folder(None)), **options)  # type: ignore[arg-type]


def text_of(form: Format, what: str, selection: Selection) -> str:
    """What a format of text writes."""
    content = form.whats[what](selection)
    assert not isinstance(content, bytes)
    return "".join(content)


def rows_of(text: str) -> list[dict[str, str]]:
    """The rows of a CSV text, by their columns."""
    return list(csv.DictReader(StringIO(text, newline="")))


def plain(cell: str) -> str:
    """A cell without the apostrophe that keeps it from being a formula."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(FORMULA) else cell


def test_json_holds_the_corpus() -> None:
    """The exported document has every value, term and document as the commands print them, and keeps to its schema."""
    document = json.loads(text_of(JSON, "corpus", shipped()))
    corpus = Corpus.open(corpus_folder(None))
    assert document["values"] == [record(corpus.value(name.ref)) for name in corpus.values().values]
    assert document["terms"] == [record(corpus.term(link.ref)) for link in corpus.terms().terms]
    assert document["sources"] == [record(source) for source in corpus.sources().sources]
    jsonschema.validate(document, json.loads(text_of(JSON, "schema", shipped())))


@pytest.mark.parametrize(
    ("what", "shape", "count"),
    [
        ("values", "value", 12), ("practices", "statement", 56), ("roles", "statement", 43), ("terms", "term", 12), ("sources", "source", 14),
        ("scenarios", "scenario", 48),
    ],
)  # fmt: skip
def test_json_lists(what: str, shape: str, count: int) -> None:
    """Each list has every entry of its kind, in the shape that the schema gives it."""
    entries = json.loads(text_of(JSON, what, shipped()))
    schema = json.loads(text_of(JSON, "schema", shipped()))
    assert len(entries) == count
    for entry in entries:
        jsonschema.validate(entry, {"$ref": f"#/$defs/{shape}", "$defs": schema["$defs"]})
    jsonschema.validate(entries, schema)


def test_json_questions() -> None:
    """The questions exported keep to the schema, and a count makes them a paper of the seed."""
    schema = json.loads(text_of(JSON, "schema", shipped()))
    bank = json.loads(text_of(JSON, "questions", shipped()))
    assert len(bank) > 300
    for entry in bank:
        jsonschema.validate(entry, {"$ref": "#/$defs/question", "$defs": schema["$defs"]})
    paper = json.loads(text_of(JSON, "questions", shipped(count=5, seed=7)))
    assert len(paper) == 5


def test_the_schema_refuses_what_is_not_so() -> None:
    """The schema is no mere decoration: a missing key or a number for a text is refused."""
    schema = json.loads(text_of(JSON, "schema", shipped()))
    document = json.loads(text_of(JSON, "corpus", shipped(refs=("7",))))
    jsonschema.validate(document, schema)
    for broken in ({**document, "guide": 7}, {key: document[key] for key in document if key != "values"}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(broken, schema)


def test_a_part_of_the_corpus() -> None:
    """With values chosen, only these are exported, with the terms that they use."""
    document = json.loads(text_of(JSON, "corpus", shipped(refs=("9",))))
    assert [value["ref"] for value in document["values"]] == ["9"]
    assert "co-optation" in [term["ref"] for term in document["terms"]]
    assert len(document["terms"]) < 12


def test_a_table_has_a_row_for_each() -> None:
    """The table has one row for each statement and term, as Python's csv reads it and as pandas does."""
    text = text_of(CSV, "entries", shipped())
    rows = rows_of(text)
    assert len(rows) == 56 + 43 + 12
    assert rows[0]["ref"] == "1.p1"
    assert rows[-1]["kind"] == "term"
    frame = pd.read_csv(StringIO(text), dtype=str, keep_default_na=False)
    assert list(frame.columns) == list(COLUMNS)
    assert frame.to_dict("records") == rows


def test_a_table_is_rfc_4180() -> None:
    """Every line ends in CR LF, all have the same number of cells, and quotes inside are doubled."""
    text = text_of(CSV, "entries", shipped())
    assert text.endswith("\r\n")
    assert {len(row) for row in csv.reader(StringIO(text, newline=""), strict=True)} == {len(COLUMNS)}


def test_excel_gets_its_mark() -> None:
    """With `excel` the text begins with a byte order mark, without it there is none."""
    assert text_of(CSV, "terms", shipped(excel=True)).encode()[:3] == b"\xef\xbb\xbf"
    assert text_of(CSV, "terms", shipped())[0] == "r"


def test_hostile_texts_come_back_from_json(tmp_path: Path) -> None:
    """Whatever a text holds, JSON gives it back."""
    document = json.loads(text_of(JSON, "corpus", Selection(hostile_corpus(tmp_path / "hostile"))))
    texts = [statement["text"] for statement in document["values"][0]["practices"]]
    assert texts == [f"{text} 1p" for text in TEXTS]
    assert document["terms"][0]["definition"] == "One\nTwo <p>"


def test_hostile_texts_come_back_from_csv(tmp_path: Path) -> None:
    """Whatever a text holds, the table gives it back, and no cell begins as a formula does."""
    text = text_of(CSV, "entries", Selection(hostile_corpus(tmp_path / "hostile")))
    rows = rows_of(text)
    assert not any(cell.startswith(FORMULA) for row in rows for cell in row.values())
    assert [plain(row["text"]) for row in rows[: len(TEXTS)]] == [f"{one} 1p" for one in TEXTS]
    assert plain(rows[0]["theme"]) == "=theme|1"
    assert plain(rows[-1]["text"]) == "=HYPERLINK()"


@pytest.mark.parametrize(
    "words", ["json", "json --what questions --count 30", "csv", "csv --excel", "json --what schema"]
)
def test_the_same_bytes_every_time(words: str, shell: Shell) -> None:
    """The same command gives the same bytes in another locale, with another hash seed, and into a file."""
    first = shell(f"peerguide export {words}", PYTHONHASHSEED="1", LANG="C", LC_ALL="C", PYTHONUTF8="0")
    second = shell(f"peerguide export {words} -o out.txt", PYTHONHASHSEED="2", LANG="de_DE.UTF-8")
    assert (first.code, second.code) == (0, 0)
    assert (shell.folder / "out.txt").read_bytes().decode() == first.out
