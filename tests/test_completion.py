"""What Tab offers."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import CorpusMaker, Shell


def offered(shell: Shell, line: str, **changes: str) -> list[str]:
    """What bash would offer at the end of this line."""
    words = line.split(" ")
    ran = shell(
        "peerguide",
        _PEERGUIDE_COMPLETE="complete_bash",
        COMP_WORDS=line,
        COMP_CWORD=str(len(words) - 1),
        **changes,
    )
    assert ran.code == 0
    return ran.out.split()


@pytest.mark.parametrize(
    ("line", "offer"),
    [
        ("peerguide v", ["value"]),
        ("peerguide value 1", ["1", "10", "11", "12"]),
        ("peerguide value hon", ["honest", "honest-and-direct", "honesty"]),
        ("peerguide practice 4.", ["4.p1", "4.p2"]),
        ("peerguide role 4.", ["4.s1", "4.s2"]),
        ("peerguide term cultural-", ["cultural-humility"]),
        ("peerguide term peer-d", ["peer-drift"]),
        ("peerguide source who", ["who-advocacy", "who-quality-rights"]),
        ("peerguide corpus c", ["check"]),
        ("peerguide value --js", ["--json"]),
        ("peerguide value zzz", []),
    ],
)
def test_offers(line: str, offer: list[str], shell: Shell) -> None:
    """Tab completes commands, options, refs, and the names of values and terms."""
    assert offered(shell, line) == offer


def test_offers_from_the_corpus_asked_for(corpus_of: CorpusMaker, shell: Shell) -> None:
    """Tab completes from the corpus chosen before it on the line, or in the environment."""
    folder = corpus_of()
    assert offered(shell, f"peerguide --corpus {folder} value k") == ["keep-calm", "kindness"]
    assert offered(shell, f"peerguide --corpus {folder} value ") == ["1", "2"]
    assert offered(shell, "peerguide value we-", PEERGUIDE_CORPUS=str(folder)) == [
        "we-are-calm",
        "we-are-kind",
    ]


def test_broken_corpus_offers_nothing(corpus_of: CorpusMaker, shell: Shell) -> None:
    """A corpus that cannot be read offers nothing, and says nothing."""
    folder = corpus_of("values: [")
    assert offered(shell, f"peerguide --corpus {folder} value ") == []


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_script_for_each_shell(name: str, shell: Shell) -> None:
    """Each shell gets a script that it accepts."""
    ran = shell(f"peerguide --show-completion {name}", _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1")
    assert ran.code == 0
    assert "peerguide" in ran.out
    if shutil.which(name):
        checked = subprocess.run([name, "-n"], input=ran.out, text=True, capture_output=True)
        assert (checked.returncode, checked.stderr) == (0, "")


def test_bash_really_completes(shell: Shell) -> None:
    """In a real bash, the script makes Tab complete a term's name."""
    script = shell("peerguide --show-completion bash", _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1").out
    asking = "COMP_WORDS=(peerguide term cultural-); COMP_CWORD=2; _peerguide_completion peerguide; echo ${COMPREPLY[@]}"
    assert shell(f"bash -c {shlex.quote(script + asking)}").out == "cultural-humility\n"
