"""What is told of the wording of a guide that has practices of its own, items that they list, and no practice themes."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from rich.cells import cell_len
from wording.copies.lines import render
from wording.declared.setting import Setting, attempt, copy_of, outline
from wording.made import kept_of

from peerguide.errors import NotFoundError
from peerguide.render.output import Output
from peerguide.render.wordings import actions_lacking, gaps
from peerguide.wording.coverage import Share, coverage_of
from peerguide.wording.model import Reading
from peerguide.wording.pairs import wordings_of
from peerguide.wording.results import WordingReport

if TYPE_CHECKING:
    from conftest import Shell

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
WHOLE = attempt(copy_of()).reading
PARTLY = attempt(copy_of(without=["a12.5", "a7"], a2="Our strengths, wisdom and experiences are for")).reading


def shown(entry: object, columns: int | None) -> str:
    """What is shown: drawn for a terminal so many columns wide, without its colours, or as linear text."""
    return ESCAPE.sub("", Output("drawn" if columns else "plain", columns or 80, None, None).rendered(entry))


def report(reading: Reading) -> WordingReport:
    """The report of an import of this reading."""
    kept = kept_of(reading, guide="declaration")
    return WordingReport(None, kept, coverage_of(reading, outline()), False, None, "peerguide")


def texts() -> dict[str, str]:
    """The made-up official texts by their refs."""
    return {passage.ref: passage.text for passage in WHOLE.passages}


@pytest.fixture
def imported(shell: Shell) -> Shell:
    """A shell in whose data folder the made-up declaration was brought in."""
    assert shell("peerguide --corpus declaration wording import -", render(copy_of())).code == 0
    return shell


def data_of(shell: Shell, words: str) -> Any:
    """What a command prints as JSON."""
    return json.loads(shell(f"peerguide --corpus declaration {words} --json").out)


def test_a_whole_copy_is_complete() -> None:
    """Names, meanings, actions, items and the one definition that the document has are all there is: no themes, no other terms."""
    found = coverage_of(WHOLE, outline())
    assert found.complete
    assert (found.practices, found.actions.items) == (Share(13, 13), Share(11, 11))
    assert (found.themes, found.terms.share, found.texts) == (Share(0, 0), Share(1, 1), Share(37, 37))
    assert gaps(found) is None


def test_what_the_actions_lack() -> None:
    """What is missing of the actions and items, and what is there in part, is named in the document's order."""
    found = coverage_of(PARTLY, outline())
    assert not found.complete
    assert (found.actions.missing, found.actions.partial) == (("a7", "a12.5"), ("a2",))
    assert (found.actions.practices, found.actions.items) == (Share(11, 13, 1), Share(10, 11))
    assert actions_lacking(found.actions) == "not in the copy: a7, a12.5; only in part: a2"
    assert gaps(found) == (
        "This copy is not complete: it does not have 1 practice and 1 listed item, and it has 1 text only in part."
    )
    nothing = coverage_of(Reading({}, {}, ()), outline())
    assert actions_lacking(nothing.actions) == "not in the copy: all of them"


@pytest.mark.parametrize("columns", [20, 40, 80, 120, None])
@pytest.mark.parametrize("reading", [WHOLE, PARTLY], ids=["whole", "partly"])
def test_the_report_says_nothing_of_themes(reading: Reading, columns: int | None) -> None:
    """The report tells of the actions and items, at any width, and of nothing that such a guide does not have."""
    told = shown(report(reading), columns)
    words = " ".join(told.split())
    assert "Our Actions" in words
    assert re.search("listed items", words, re.IGNORECASE)
    for absent in ("theme", "role", "0/0", "0 of 0"):
        assert absent not in words
    assert columns is None or all(cell_len(line) <= columns for line in told.splitlines())


def test_the_report_in_words() -> None:
    """As linear text each value, the actions and the glossary have their line."""
    lines = shown(report(PARTLY), None).splitlines()
    assert "Found: 12 of 12 names, 12 of 12 meanings, 11 of 13 practices, 10 of 11 listed items" in lines[2]
    assert "Value 5, Mutuality: 1 of 1 meaning." in lines
    assert (
        "Our Actions: 11 of 13 practices and 10 of 11 listed items; not in the copy: a7, a12.5; only in part: a2."
        in lines
    )
    assert "Glossary: 1 of 1 term." in lines


def test_json_of_a_report() -> None:
    """Actions and items come at the end of what other guides have."""
    data = json.loads(Output("json", 80, None, None).rendered(report(PARTLY)))
    assert list(data["totals"])[-2:] == ["exact", "items"]
    assert data["totals"]["practices"] == {"found": 11, "of": 13}
    assert data["actions"] == {
        "name": "Our Actions",
        "practices": {"found": 11, "of": 13},
        "items": {"found": 10, "of": 11},
        "missing": ["a7", "a12.5"],
        "partial": ["a2"],
    }


@pytest.mark.parametrize("columns", [40, 80, None])
@pytest.mark.parametrize("ref", ["a4", "a12", "a12.3", "peer", "mutuality"])
def test_both_wordings(ref: str, columns: int | None) -> None:
    """An entry of any kind is shown in both wordings, an action with what it lists."""
    told = shown(wordings_of(ref, outline(), kept_of(WHOLE)), columns)
    assert texts()[ref].split()[0] in told
    assert ("a12.7" in told) == (ref == "a12")
    assert "theme" not in told
    assert columns is None or all(cell_len(line) <= columns for line in told.splitlines())


@pytest.mark.parametrize("columns", [80, None])
def test_a_term_without_a_text_of_its_own(columns: int | None) -> None:
    """Of a term that the document explains on the way it is said that it has no text of its own."""
    told = shown(wordings_of("peer-role", outline(), kept_of(WHOLE)), columns)
    assert "no text of its own" in " ".join(told.split())


def test_what_has_no_wording() -> None:
    """A section of a reading has no wording to be shown, and that is said."""
    with pytest.raises(NotFoundError, match="f1"):
        wordings_of("f1", outline(), kept_of(WHOLE))


def test_look_ups_in_official_words(imported: Shell) -> None:
    """Actions and items stand in official words once these are here, with the plain ones beside them where both are asked for."""
    assert data_of(imported, "practice a4")["text"] == texts()["a4"]
    item = data_of(imported, "practice a12.3")
    assert (item["text"], item["wording"]) == (texts()["a12.3"], "official")
    assert "plain" not in item
    listed = data_of(imported, "practice a12 --wording both")["items"]
    assert [one["text"] for one in listed] == [texts()[f"a12.{number}"] for number in range(1, 8)]
    assert all(one["plain"] and one["plain"] != one["text"] for one in listed)
    assert data_of(imported, "practice a12.3 --wording plain")["wording"] == "plain"


@pytest.mark.parametrize("command", ["practice a12", "practice a12.3"])
def test_plain_words_below_items(command: str, imported: Shell) -> None:
    """Where both wordings are asked for, an item's plain words stand below its official ones, on a screen and as linear text."""
    plain = next(item.plain for item in outline().items if item.ref == "a12.3")
    official = texts()["a12.3"]
    told = imported(f"peerguide --corpus declaration {command} --wording both --plain").out
    assert told.index(official) < told.index(f"In plain words: {plain}")


def test_an_item_that_the_copy_lacks(shell: Shell) -> None:
    """An item that the copy does not have is shown in plain words and marked as such."""
    shell("peerguide --corpus declaration wording import -", render(copy_of(Setting(60), without=["a13.2"])))
    told = shell("peerguide --corpus declaration practice a13 --plain").out
    assert "(plain wording)" in next(line for line in told.splitlines() if line.startswith("a13.2"))
    assert told.count("(plain wording)") == 1


def test_search_and_quiz_in_official_words(imported: Shell) -> None:
    """Items and actions are found by their official words, and questions are made of these."""
    hits = data_of(imported, 'search "treatment plan or other documents for the system"')
    assert hits[0]["ref"] == "a12.6"
    asked = imported("peerguide --corpus declaration quiz --json --count 60 --seed 1").out
    assert any(texts()[ref][:30] in asked for ref in ("a3", "a6", "a9", "a12.3", "a13.1"))


def test_status_and_remove(imported: Shell) -> None:
    """The status covers everything, and once the wording is taken out again plain words are shown."""
    assert data_of(imported, "wording status")["complete"]
    assert imported("peerguide --corpus declaration wording remove --yes").code == 0
    assert data_of(imported, "practice a12.3")["wording"] == "plain"
