"""The documents say what is so: generated ones are current, examples work, every command is described."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import pytest
from conftest import REPOSITORY
from made_texts import write_texts
from wording.copies.shown import text_of_copy, write_copies

from peerguide import __version__
from peerguide.cli.app import COMMANDS

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Ran, Shell

sys.path.insert(0, str(REPOSITORY / "docs"))
import generate

REFERENCE = (REPOSITORY / "docs" / "cli.md").read_text(encoding="utf-8")
EXAMPLES = sorted(set(re.findall(r"^    (peerguide .*)$", REFERENCE, re.MULTILINE)))
DOCUMENTS = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"]


@pytest.mark.parametrize("path", generate.documents(), ids=lambda path: path.name)
def test_generated_documents_are_current(path: Path) -> None:
    """What `make docs` writes is what is committed."""
    assert path.read_text(encoding="utf-8") == generate.documents()[path]


def test_every_command_is_described() -> None:
    """Each command has its part in the reference, and its help ends in examples."""
    for command in COMMANDS:
        assert f"\n## peerguide {command}\n" in REFERENCE
    for part in REFERENCE.split("\n## ")[1:]:
        assert "\n  Examples:\n" in part, part.splitlines()[0]


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples_work_as_they_stand(example: str, shell: Shell) -> None:
    """Every example of every help can be pasted and works."""
    if "language" in example:
        write_texts(shell)
    if "mine" in example and "new" not in example:
        shell("peerguide corpus new mine")
    if "import" in example:
        shell("peerguide progress export history.jsonl")
    if "reflect " in example:
        for part in ("supporter", "supervisor"):
            shell(f"peerguide reflect --as {part}", "3\n")
    if "wording" in example:
        write_copies(shell.folder)
        assert worded(example, shell).code == 0
        return
    if "compare" in example:
        for file in ("mine.json", "theirs.json"):
            shell(f"peerguide reflect export {file}")
    assert shell(example.split(" >", maxsplit=1)[0]).code == 0


def worded(command: str, shell: Shell) -> Ran:
    """Run a command about the official wording, once there is one; what asks first is told to go on."""
    text = text_of_copy()
    if " import " in command:
        return shell(command, text)
    shell("peerguide wording import -", text)
    return shell.on_terminal(command, keys=["yes"]) if command.endswith("remove") else shell(command)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_commands_in_documents_work(name: str, shell: Shell) -> None:
    """Every peerguide command shown in a document works as it stands."""
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    shown = re.findall(r"^(?:\$ )?(peerguide [^|>#\n]*?)(?: *[|>#].*)?$", text, re.MULTILINE)
    shell("peerguide corpus new mine")
    write_copies(shell.folder)
    write_texts(shell)
    for command in shown:
        if "wording" in command:
            assert worded(command, shell).code == 0, command
        elif not command.startswith(("peerguide corpus new", "peerguide --install-completion")):
            assert shell(command).code == 0, command


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_somewhere(name: str) -> None:
    """Every link to a file of the repository leads to one."""
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text):
        assert (REPOSITORY / target).exists(), target


def test_version_is_in_the_changelog() -> None:
    """The program's version has its heading in the changelog."""
    assert f"## [{__version__}]" in (REPOSITORY / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_example_of_a_question_kind_works() -> None:
    """The question kind shown in CONTRIBUTING.md, taken as it stands, asks a fair question of every value."""
    from random import Random

    from peerguide.corpus.library import Corpus
    from peerguide.corpus.places import corpus_folder
    from peerguide.quiz.kinds.base import Asking, Kind
    from peerguide.quiz.material import Material
    from peerguide.quiz.model import Card

    text = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    module: dict[str, object] = {}
    exec(compile(code, "CONTRIBUTING.md", "exec"), module)
    kind = module["KIND"]
    assert isinstance(kind, Kind)
    material = Material(Corpus.open(corpus_folder(None)))
    asked = [
        kind.ask(Card(kind.name, ref), Asking(material, Random(seed), False))
        for ref in kind.subjects(material)
        for seed in range(20)
    ]
    for question in filter(None, asked):
        assert sum(option.correct for option in question.options) == 1
    assert {question.value for question in asked if question} == set(material.values)
