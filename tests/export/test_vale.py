"""Vale: rules that its readers of YAML and of regular expressions take, and that find what they should.

The linter itself is in no package registry: its packages on PyPI and npm fetch it from elsewhere. So `make test-readers` applies
the rules with the libraries by which Vale reads them (`vale_reader/`); what `make test` applies them with has the same lookarounds.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
import regex
import yaml
from conftest import REPOSITORY
from made_texts import WORDS, write_texts

from peerguide.cli.saving import save_folder
from peerguide.corpus.language.words import language_words
from peerguide.corpus.library import Corpus
from peerguide.corpus.places import corpus_folder
from peerguide.export.formats.vale import FORMAT, STYLE
from peerguide.export.selection import Selection
from peerguide.export.vale.rules import LEVELS, message
from peerguide.export.vale.settings import CONFIGURATION
from peerguide.export.vale.yaml import scalar
from peerguide.language.finder import Finder

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Shell

    Rule = dict[str, Any]
    Reader = Callable[[list[tuple[str, str]]], list[list[str]]]

KEYS = ["extends", "message", "level", "ignorecase", "tokens", "exceptions"]

GO_SOURCES = "/usr/share/gocode"
"""Where `make test-readers` puts the libraries."""

HOSTILE = "100% 'quoted' \"words\" %s %d: # {x} [y] \\b \u201ccurly\u201d \u200b\U0001f469\u200d\U0001f467 \u2028 & - end"

MORE_WORDS = (
    'sets: {food: ["plum{|s}", pear tree]}\n'
    + WORDS
    + """\
  - id: fruity
    kind: idiom
    match: [bowl of <food>, "go{|es} ~ bananas", "noun: the sour", well-known prune, OK Plum, "cooks'",
            "{very|} ~ overripe fig"]
    unless: [bowl of plums festival]
    unless_near: ["orchard{|s}"]
    reason: %s
    suggest: [%s]
    ref: declaration:a4
    source: National Practice Guidelines
    confidence: medium
    matches: [The room went quiet for a bowl of plums.]
    passes: [A bowl of plums festival.]
  - id: company
    kind: idiom
    match: [boxed]
    needs: ["ring{|s}", boxed lunch]
    self: no
    reason: It says too much.
    suggest: [took part]
    ref: 7.p2
    source: National Practice Guidelines
    confidence: high
    matches: [He boxed in a ring.]
    passes: [He boxed the books.]
"""
    % (scalar(HOSTILE), scalar(HOSTILE))
)

FOUND = [
    ("lodger", "The lodgers met.", True),
    ("lodger", "LODGERS met the long-term\nlodger.", True),
    ("lodger", "The lodgerss met.", False),
    ("lodger", "He lives in Lodger Street.", False),
    ("lodger", "A lodger signed it, and the lease was long.", False),
    ("lodger", "The lease was long, and a lodger signed it.", False),
    ("lodger", "The lease's end came, and a lodger left.", False),
    ("lodger", "The lease ran out." + " And so on." * 9 + " A lodger left.", True),
    ("lodger", "I am a lodger here.", False),
    ("lodger", "I\u2019m still a lodger here.", False),
    ("lodger", "We have been lodgers here.", False),
    ("lodger", "I asked every lodger here.", True),
    ("lodger", "They use the word lodger a lot.", False),
    ("lodger", "We see neighbors rather than lodgers.", False),
    ("lodger", "She describes herself as a lodger.", False),
    ("night-owl", "She married a night owl.", True),
    ("night-owl", "She married a night-owl, and slept.", True),
    ("night-owl", "She married a nightowl.", True),
    ("night-owl", "The night owl who sings came.", True),
    ("night-owl", "The night owl\u2019s lamp burns.", True),
    ("night-owl", "The night owl calendar hung there.", False),
    ("night-owl", "A night owl-like lamp.", False),
    ("fruity", "A bowl of plums.", True),
    ("fruity", "A bowl of pear trees.", False),
    ("fruity", "A bowl of pear tree.", True),
    ("fruity", "It goes rather quite bananas.", True),
    ("fruity", "It goes on and on and on bananas.", False),
    ("fruity", "A wellknown prune, a well known prune.", True),
    ("fruity", "OK plum, they said.", False),
    ("fruity", "An OK Plum, they said.", True),
    ("fruity", "The cooks' hats and the cooks\u2019.", True),
    ("fruity", "The cooks hats.", False),
    ("fruity", "A very old and overripe fig.", True),
    ("fruity", "A bowl of plums festival.", False),
    ("fruity", "A bowl of plums in an orchard.", False),
    ("company", "He boxed in two rings.", True),
    ("company", "The rings were where he boxed.", True),
    ("company", "He boxed the books.", False),
    ("company", "I boxed in a ring.", True),
]
"""A rule, a text, and whether the rule finds something in it."""

QUOTING = 'He said "the lodgers, \nall of them" and \u201ca\nlodger\u201d, a 5" key.\n\nThe "lodger\n\nwent."'
LEFT_ALONE = (
    'He said `"the lodgers, \nall of them"` and `\u201ca\nlodger\u201d`, a 5" key.\n\nThe "lodger\n\nwent."'
)
"""A text with quotations, and as Vale goes on with it: a quotation does not run over an empty line."""


def files(selection: Selection) -> dict[str, str]:
    """What the style's folder holds."""
    return {name: "".join(content) for name, content in FORMAT.folders["style"](selection)}  # type: ignore[arg-type] # all are texts


def rules(selection: Selection) -> dict[str, Rule]:
    """The rules by their names, as a reader of YAML has them."""
    return {
        name.removeprefix(f"{STYLE}/").removesuffix(".yml"): yaml.safe_load(text)
        for name, text in files(selection).items()
        if name.endswith(".yml")
    }


def applied(one: Rule) -> Callable[[str], list[str]]:
    """What Vale makes of a rule of this kind: a function from a text to what the rule finds there."""
    pattern = regex.compile(r"(?i)(?m)\b(?:%s)\b" % "|".join(one["tokens"]))
    fine = [regex.compile(r"(?m)\b(?:%s)\b" % each) for each in one.get("exceptions", ())]
    return lambda text: [
        match[0] for match in pattern.finditer(text) if not any(each.search(match[0]) for each in fine)
    ]


@pytest.fixture(scope="module")
def shipped() -> Selection:
    """Everything that is shipped."""
    return Selection(Corpus.open(corpus_folder(None)))


@pytest.fixture(scope="module")
def selection(tmp_path_factory: pytest.TempPathFactory, shipped: Selection) -> Selection:
    """What is shipped, with words that try what Vale can be told."""
    file = tmp_path_factory.mktemp("vale") / "words.yaml"
    file.write_text(MORE_WORDS, encoding="utf-8")
    return Selection(shipped.corpus, words=(file,))


@pytest.fixture(scope="module")
def written(selection: Selection) -> dict[str, Rule]:
    """The rules of that by their names, as a reader of YAML has them."""
    return rules(selection)


def test_every_entry_has_its_rule(selection: Selection, written: dict[str, Rule]) -> None:
    """Each entry is a rule of its name, with nothing but keys that Vale knows, and the level that says how sure it is."""
    words = language_words(selection.words)
    assert list(written) == [entry.id for entry in words.entries]
    for entry in words.entries:
        one = written[entry.id]
        assert list(one) == [key for key in KEYS if key in one]
        assert (one["extends"], one["ignorecase"]) == ("existence", True)
        assert one["level"] == LEVELS[entry.confidence]
        assert all(isinstance(token, str) for token in one["tokens"])


def test_messages_come_back_as_they_were(selection: Selection, written: dict[str, Rule]) -> None:
    """A reader of YAML has a message as it was written, and %s and %% in it become the words found and a percent sign."""
    words = language_words(selection.words)
    for entry in words.entries:
        told = written[entry.id]["message"]
        assert told == message(entry)
        assert told % "words" == f"'words': {(told % '').removeprefix(chr(39) * 2 + ': ')}"
        assert entry.reason in told % "words"
    assert HOSTILE in written["fruity"]["message"] % "words"


@pytest.mark.parametrize(("name", "text", "finds"), FOUND)
def test_what_a_rule_finds(name: str, text: str, finds: bool, written: dict[str, Rule]) -> None:
    """A rule finds forms, sets and gaps over line breaks, and not what is fine by its company."""
    assert bool(applied(written[name])(text)) is finds


def test_examples_hold(written: dict[str, Rule]) -> None:
    """In the shipped words, each rule finds its own examples, and hardly any lets its other ones not pass."""
    wrong, tried = [], 0
    for entry in language_words().entries:
        found = applied(written[entry.id])
        wrong += [text for text in entry.matches if not found(text)]
        wrong += [text for text in entry.passes if found(unquoted(text))]
        tried += len(entry.matches) + len(entry.passes)
    assert len(wrong) <= tried / 100, wrong


def unquoted(text: str) -> str:
    """The text without quotations, which Vale does not look at, by the configuration that goes along."""
    ignored = re.search(r"^TokenIgnores = (.*)$", CONFIGURATION, re.MULTILINE)
    assert ignored
    for pattern in ignored[1].split(", "):
        text = re.sub(pattern, "", text)
    return text


def test_folder_and_package_hold_the_same(shell: Shell) -> None:
    """A name that ends in .zip makes a package, any other a folder, and both hold the same files."""
    write_texts(shell)
    for out in ("style", "slash/", "style.zip"):
        assert shell(f"peerguide export vale --words words.yaml -o {out}").code == 0
    with ZipFile(shell.folder / "style.zip") as package:
        held = {name: package.read(name) for name in package.namelist()}
    for folder in ("style", "slash"):
        top = shell.folder / folder
        assert held == {
            str(file.relative_to(top)): file.read_bytes() for file in top.rglob("*") if file.is_file()
        }
    assert f"{STYLE}/lodger.yml" in held
    assert {".vale.ini", f"{STYLE}/README.md"} < set(held)


def test_a_package_goes_into_a_pipe(shell: Shell) -> None:
    """Without a file to write to, a pipe gets the package, and a terminal is told to name one."""
    command = "peerguide export vale | python -c 'import io, sys, zipfile; zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))'"
    assert shell(f'bash -c "{command}"').code == 0
    ran = shell.on_terminal("peerguide export vale")
    assert (ran.code, "-o style.zip" in ran.out) == (2, True)


def test_a_folder_that_is_there_is_replaced_only_by_force(shell: Shell) -> None:
    """Files within folders are left alone when they are there, and replaced with --force; others stay."""
    assert shell("peerguide export vale -o style").code == 0
    rule = shell.folder / "style" / STYLE / "client.yml"
    rule.write_text("mine")
    (rule.parent / "own.yml").write_text("own")
    assert shell("peerguide export vale -o style").code == 5
    assert rule.read_text() == "mine"
    assert shell("peerguide export vale -o style --force").code == 0
    assert rule.read_text() != "mine"
    assert (rule.parent / "own.yml").read_text() == "own"


def test_only_some_values(shipped: Selection) -> None:
    """With --value, the rules are those that rest on these values."""
    chosen = rules(Selection(shipped.corpus, ("11",)))
    every = rules(shipped)
    assert 0 < len(chosen) < len(every)
    assert all(every[name] == one for name, one in chosen.items())
    entries = {entry.id: entry for entry in language_words().entries}
    assert all("11." in " ".join([entries[name].ref, *entries[name].also]) for name in chosen)


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ("csv --words words.yaml", 2, "--words is for vale, not for csv."),
        ("vale --words missing.yaml", 5, "missing.yaml cannot be read"),
        ("vale --words broken.yaml", 4, "broken.yaml:3:"),
        ("vale --count 3", 2, "has no questions"),
    ],
)
def test_what_is_refused(words: str, code: int, told: str, shell: Shell) -> None:
    """What cannot be done is told in a sentence, and nothing is written."""
    write_texts(shell)
    ran = shell(f"peerguide export {words} -o out.zip")
    assert ran.code == code
    assert told in ran.err
    assert not (shell.folder / "out.zip").exists()


@pytest.fixture(scope="module")
def reader(selection: Selection, tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """The rules applied by the libraries that Vale reads with: a function from pairs of a rule and a text to what is found."""
    go = shutil.which("go")
    if go is None or not Path(GO_SOURCES, "src/gopkg.in/ini.v1").is_dir():
        pytest.skip("Go and the libraries are not there; make test-readers gets them")
    folder = tmp_path_factory.mktemp("reader")
    environment = {**os.environ, "GO111MODULE": "off", "GOPATH": GO_SOURCES, "GOCACHE": str(folder / "cache")}
    source = REPOSITORY / "tests" / "export" / "vale_reader" / "main.go"
    subprocess.run([go, "build", "-o", folder / "reader", source], env=environment, check=True)
    save_folder(folder / "style", FORMAT.folders["style"](selection))

    def apply(cases: list[tuple[str, str]]) -> list[list[str]]:
        told = json.dumps([{"rule": name, "text": text} for name, text in cases])
        words = [folder / "reader", folder / "style"]
        done = subprocess.run(words, input=told, text=True, capture_output=True, check=True)
        return [json.loads(line) for line in done.stdout.splitlines()]

    return apply


@pytest.mark.readers
def test_in_the_libraries_that_vale_reads_with(
    written: dict[str, Rule], selection: Selection, reader: Reader
) -> None:
    """They take every rule, and find by it what is found here; what is to be left alone is left alone."""
    cases = [(name, text) for name, text, _finds in FOUND]
    for entry in language_words(selection.words).entries:
        cases += [(entry.id, text) for text in (*entry.matches, *entry.passes)]
    *found, ignored = reader([*cases, ("", QUOTING)])
    for (name, text), there in zip(cases, found, strict=True):
        assert there == applied(written[name])(text), (name, text)
    assert ignored == [LEFT_ALONE]


@pytest.mark.readers
def test_what_language_finds_is_found(selection: Selection, reader: Reader) -> None:
    """Over the paragraphs that `language` is tried on, the rules find nearly all that it finds."""
    words = language_words(selection.words)
    file = REPOSITORY / "tests" / "language" / "paragraphs-with.yaml"
    paragraphs = [one["text"] for one in yaml.safe_load(file.read_text(encoding="utf-8"))["paragraphs"]]
    finder = Finder(words)
    wanted = [
        (finding.entry.id, text, " ".join(finding.phrase.split()))
        for text in paragraphs
        for finding in finder.findings([text])
    ]
    found = reader([(name, text) for name, text, _phrase in wanted])
    missed = [
        one
        for one, phrases in zip(wanted, found, strict=True)
        if not any(" ".join(phrase.split()) in one[2] for phrase in phrases)
    ]
    assert len(missed) <= len(wanted) / 20, missed
