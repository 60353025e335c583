"""Words come from the shipped file, from a corpus and from a trainer's own files; they are checked, and kept between runs."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from conftest import CorpusMaker
from jsonschema import Draft7Validator

from peerguide.corpus.language.kept import words_file
from peerguide.corpus.language.words import language_problems, language_words
from peerguide.corpus.places import shipped_folder
from peerguide.corpus.reading.schema import json_schema
from peerguide.errors import FileAccessError, InvalidFilesError
from peerguide.language.examples import example_problems
from peerguide.language.finder import Finder

OWN = """\
entries:
  - id: NAME
    kind: label
    match: ["noun: the {grumbler|<served-plural>}"]
    reason: It is a name for a mood.
    suggest: [people who speak up]
    ref: 11.p2
    source: Declaration of Peer Roles
    confidence: ask
    matches: [The grumbler came.]
    passes: [We came.]
"""


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache for the tests of this module."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def _use(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PEERGUIDE_CACHE", str(cache))


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A trainer's own file."""
    path = tmp_path / "own.yaml"
    path.write_text(OWN.replace("NAME", "grumbler"), encoding="utf-8")
    return path


def test_own_words_come_after_the_shipped_ones(own: Path) -> None:
    """A trainer's file adds its entries, and may use the shipped sets."""
    words = language_words([own])
    assert words.entries[-1].id == "grumbler"
    assert len(words.entries) == len(language_words().entries) + 1
    (finding,) = Finder(words).findings(["So the grumbler said."])
    assert (finding.entry.confidence, finding.entry.path, finding.entry.line) == ("ask", str(own), 2)
    assert finding.entry.example_places == ((10, 15), (11, 14))


def test_own_words_take_the_place_of_shipped_ones(own: Path) -> None:
    """An entry with the id of a shipped one takes its place."""
    own.write_text(OWN.replace("NAME", "client"), encoding="utf-8")
    words = language_words([own])
    assert [entry.path for entry in words.entries if entry.id == "client"] == [str(own)]
    assert len(words.entries) == len(language_words().entries)


def test_a_corpus_may_have_words_of_its_own(corpus_of: CorpusMaker, own: Path) -> None:
    """The words of a corpus come after the shipped ones, and before a trainer's."""
    folder = corpus_of(language=OWN.replace("NAME", "mine"))
    assert [entry.id for entry in language_words([own], folder).entries[-2:]] == ["mine", "grumbler"]
    assert language_words(folder=corpus_of.folder.parent).entries[-1].id == language_words().entries[-1].id


BROKEN = {
    "not YAML": ("entries: [", "not valid YAML"),
    "no entries": ("kinds: {label: names}", ':1:1: the file has no "entries"'),
    "an unknown key": (OWN.replace("reason", "why"), ':5:5: an item of "entries" has no key "why"'),
    "an unknown set": (OWN.replace("<served-plural>", "<nobody>"), ":4:13: the phrase"),
    "an open brace": (OWN.replace("plural>}", "plural>"), "a brace is opened here that is not closed"),
    "an unknown kind": (OWN.replace("label", "lable"), ':3:11: "lable" is no kind that `kinds` lists'),
    "an unknown source": (
        OWN.replace("Declaration of", "Book of"),
        ':8:13: "Book of Peer Roles" is no source',
    ),
    "an id twice": (
        OWN + OWN.partition("\n")[2],
        ':12:9: the id "NAME" is used twice; it stands first in line 2',
    ),
    "a bad confidence": (OWN.replace("ask", "sure"), "must be high or medium or ask"),
    "a bad self": (OWN + "    self: maybe\n", "must be yes or no"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_broken_words_are_told(case: str, own: Path) -> None:
    """Everything that is wrong with a file of words is told at its place."""
    content, told = BROKEN[case]
    own.write_text(content.replace("NAME", "grumbler"), encoding="utf-8")
    with pytest.raises(InvalidFilesError) as raised:
        language_words([own])
    lines = [line.removeprefix(str(own)) for line in raised.value.lines()]
    assert any(told.replace("NAME", "grumbler") in line for line in lines), lines
    assert raised.value.message.startswith(f"The words in {own} cannot be used:")


def test_missing_words_are_told(tmp_path: Path) -> None:
    """A file that is not there, or a folder, is told by its name."""
    with pytest.raises(FileAccessError, match=r"nothing\.yaml cannot be read: no such file"):
        language_words([tmp_path / "nothing.yaml"])
    with pytest.raises(FileAccessError, match="is a directory"):
        language_words([tmp_path])


def test_words_are_kept(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Words that were read are kept, and not read again until a file changes."""
    first = language_words([own])
    monkeypatch.setattr("peerguide.corpus.language.words._read", None)
    again = language_words([own])
    assert [vars(entry) for entry in again.entries] == [vars(entry) for entry in first.entries]
    assert (again.sets, again.kinds, again.reach) == (first.sets, first.kinds, first.reach)
    monkeypatch.undo()
    own.write_text(OWN.replace("NAME", "other"), encoding="utf-8")
    assert language_words([own]).entries[-1].id == "other"


@pytest.mark.parametrize("damage", [b"", b"torn", None])
def test_damaged_words_are_read_again(damage: bytes | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A damaged or half-written file in the cache is never believed, and made again."""
    language_words()
    file = words_file([shipped_folder() / "language.yaml"])
    assert file is not None
    whole = file.read_bytes()
    file.write_bytes(whole[:-100] + b"x" + whole[-99:] if damage is None else damage)
    assert language_words().entries
    monkeypatch.setattr("peerguide.corpus.language.words._read", None)
    assert language_words().entries


def test_words_are_read_where_nothing_can_be_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the cache cannot be written, words are read all the same."""
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("PEERGUIDE_CACHE", str(tmp_path / "file"))
    assert language_words().entries


def test_refs_must_lead_somewhere(corpus_of: CorpusMaker) -> None:
    """A ref must lead to an entry of its corpus, or of the shipped guide that it names."""
    content = (
        OWN.replace("NAME", "mine")
        + '    also: ["1.p1", "declaration:a4", "declaration:a99", "unknown:a1"]\n'
    )
    told = [str(problem) for problem in language_problems(corpus_of(language=content))]
    path = corpus_of.folder / "language.yaml"
    assert told == [
        f'{path}:2:5: "mine" names "11.p2", and no entry of this corpus has that id',
        f'{path}:2:5: "mine" names "declaration:a99", and no entry of the guide "declaration" has that id',
    ]


def test_a_corpus_without_words_has_no_problem(corpus_of: CorpusMaker) -> None:
    """A corpus need not have words of its own."""
    assert language_problems(corpus_of()) == []


def test_examples_that_do_not_hold_are_told(own: Path) -> None:
    """An example that does not hold is told at its place."""
    content = OWN.replace("NAME", "grumbler").replace("We came", "So the grumbler came")
    own.write_text(content.replace("[The grumbler", "[A grumbler"), encoding="utf-8")
    words = language_words([own])
    assert [str(problem) for problem in example_problems(words)] == [
        f'{own}:10:15: "grumbler" finds nothing in this sentence of "matches"',
        f'{own}:11:14: "grumbler" finds something in this sentence of "passes"',
    ]


def test_schema_accepts_the_shipped_words() -> None:
    """The shipped file fits the published schema, and one with an unknown key does not."""
    content = (shipped_folder() / "language.yaml").read_text(encoding="utf-8")
    schema = Draft7Validator(json_schema())
    assert schema.is_valid(yaml.load(content, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
    assert not schema.is_valid(yaml.safe_load(OWN.replace("reason", "why")))
