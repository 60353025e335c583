"""Quizlet: a card on each line, whatever its texts hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from export.hostile_corpus import TEXTS, hostile_corpus

from peerguide.corpus.library import Corpus
from peerguide.corpus.places import corpus_folder
from peerguide.export.formats.quizlet import FORMAT
from peerguide.export.selection import Selection

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import CorpusMaker, Shell


def cards(what: str, selection: Selection) -> list[list[str]]:
    """The cards of a file, as Quizlet parts them: by lines, then by tabs."""
    content = FORMAT.whats[what](selection)
    assert not isinstance(content, bytes)
    return [line.split("\t") for line in "".join(content).removesuffix("\n").split("\n")]


@pytest.mark.parametrize(("what", "count"), [("terms", 12), ("values", 12), ("statements", 98)])
def test_a_card_for_each(what: str, count: int) -> None:
    """There is a card of two sides for each term, each value, and each statement that does not only repeat another."""
    found = cards(what, Selection(Corpus.open(corpus_folder(None))))
    assert len(found) == count
    assert {len(card) for card in found} == {2}
    assert all(side for card in found for side in card)


def test_what_the_sides_say() -> None:
    """A term has its gist, a value its theme, and a statement its value."""
    selection = Selection(Corpus.open(corpus_folder(None)), refs=("9",))
    terms = {entry.name: entry.gist for entry in selection.material.entries.values()}
    value = selection.corpus.value("9")
    assert all(terms[name] == gist for name, gist in cards("terms", selection))
    assert cards("values", selection) == [[f"9. {value.name}", value.theme]]
    statements = [one.text for one in (*value.practices, *value.roles) if not one.repeats]
    assert cards("statements", selection) == [[text, f"9. {value.name}"] for text in statements]


def test_texts_come_back(tmp_path: Path) -> None:
    """Every text comes back as it was."""
    found = cards("statements", Selection(hostile_corpus(tmp_path / "hostile"), refs=("1",)))
    assert [text for text, _value in found[: len(TEXTS)]] == [f"{text} 1p" for text in TEXTS]


def test_paragraphs_share_a_line(corpus_of: CorpusMaker) -> None:
    """A text of several paragraphs, or with a control character, stays on its line."""
    values = 'values:\n- {id: 1, number: 1, name: Kind, theme: "Be\\akind", meaning: Kind., practices: [{id: 1.p1, text: "One.\\n\\nTwo."}]}\n'
    selection = Selection(Corpus.open(corpus_of(values)))
    assert cards("statements", selection) == [["One. Two.", "1. Kind"]]
    assert cards("values", selection) == [["1. Kind", "Be\u2407kind"]]


def test_the_same_bytes_every_time(shell: Shell) -> None:
    """The same command gives the same bytes in another locale and with another hash seed."""
    first = shell("peerguide export quizlet", PYTHONHASHSEED="1", LANG="C", LC_ALL="C", PYTHONUTF8="0")
    second = shell("peerguide export quizlet", PYTHONHASHSEED="2", LANG="de_DE.UTF-8")
    assert (first.code, second.code) == (0, 0)
    assert first.out == second.out
