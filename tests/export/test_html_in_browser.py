"""The handbook in a real browser, headless Chromium, with axe-core: for everybody, offline, searchable, printable."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from conftest import REPOSITORY
from export.hostile_corpus import hostile_corpus

from peerguide.corpus.library import Corpus
from peerguide.corpus.places import corpus_folder
from peerguide.export.formats.html import FORMAT
from peerguide.export.selection import Selection

pytestmark = pytest.mark.readers

MODULES = REPOSITORY / ".venv-readers" / "node_modules"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

Found = dict[str, Any]


def look(corpus: Corpus, folder: Path, *searches: str) -> Found:
    """What the browser makes of this corpus's handbook."""
    node = shutil.which("node")
    if not node or not CHROMIUM:
        pytest.skip(
            "Node.js and Chromium are needed to read HTML as people do, and one of them is not installed"
        )
    if not (MODULES / "puppeteer-core").is_dir() or not (MODULES / "axe-core").is_dir():
        pytest.skip("puppeteer-core and axe-core are not installed; make test-readers installs them")
    file = folder / "handbook.html"
    content = FORMAT.whats["handbook"](Selection(corpus))
    file.write_text("".join(map(str, content)), encoding="utf-8")
    command = [
        node,
        str(Path(__file__).with_name("browser.mjs")),
        str(MODULES),
        CHROMIUM,
        str(file),
        *searches,
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    found: Found = json.loads(done.stdout)
    return found | {"address": file.as_uri()}


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Found:
    """The shipped corpus's handbook."""
    searches = ("hónEST  and", "7.p2", "h.pe", "zebra")
    return look(Corpus.open(corpus_folder(None)), tmp_path_factory.mktemp("shipped"), *searches)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Found:
    """The handbook of a corpus whose texts are markup and scripts."""
    folder = tmp_path_factory.mktemp("hostile")
    searches = ("</SCRIPT>", "é combining", "{{c1::", "\\", "مرحبا")
    return look(hostile_corpus(folder / "corpus"), folder, *searches)


@pytest.fixture(scope="module")
def declaration(tmp_path_factory: pytest.TempPathFactory) -> Found:
    """The handbook of the second guide, which has practices of the guide as a whole."""
    return look(Corpus.open(corpus_folder("declaration")), tmp_path_factory.mktemp("declaration"), "badges")


@pytest.fixture(params=["shipped", "declaration", "hostile"])
def either(request: pytest.FixtureRequest) -> Found:
    """Each of them in turn."""
    found: Found = request.getfixturevalue(request.param)
    return found


def test_axe_finds_nothing(either: Found) -> None:
    """In light and dark, wide and at 320 pixels, before and after a search, no rule of axe-core is broken."""
    assert len(either["axe"]) == 8
    assert {where: broken for where, broken in either["axe"].items() if broken} == {}


def test_nothing_sticks_out(either: Found) -> None:
    """At 320 pixels nothing has to be scrolled sideways, even with one text of ten thousand letters."""
    assert either["widths"] == {"1280": 1280, "320": 320}


def test_nothing_is_loaded_or_refused(either: Found) -> None:
    """Nothing but the file itself is asked for, and its policy has nothing to refuse; nothing else comes up."""
    assert {address.split("#")[0] for address in either["requests"]} <= {either["address"], "about:blank"}
    assert (either["refused"], either["errors"]) == ([], [])


@pytest.mark.parametrize(
    ("words", "marked"),
    [("hónEST  and", {"honest and", "Honest and"}), ("7.p2", {"7.p2"}), ("h.pe", set()), ("zebra", set())],
)
def test_search_is_literal(words: str, marked: set[str], shipped: Found) -> None:
    """A search finds what was typed, whatever its capitals and accents, and takes no sign for a pattern."""
    result = shipped["searches"][words]
    assert set(result["marked"]) == marked
    assert bool(result["shown"]) == bool(marked)


@pytest.mark.parametrize("words", ["</SCRIPT>", "é combining", "{{c1::", "\\", "مرحبا"])
def test_search_marks_any_text(words: str, hostile: Found) -> None:
    """What was typed is marked as it stands, once in each of the four statements that have it or more."""
    result = hostile["searches"][words]
    assert len(result["marked"]) >= 4
    assert {_plain(mark) for mark in result["marked"]} == {_plain(words)}
    assert result["told"] == f'{len(result["shown"])} entries have "{words}".'


def _plain(text: str) -> str:
    return text.casefold().replace("é", "e\u0301")


def test_search_says_how_many(shipped: Found) -> None:
    """The number of entries found is told in a sentence, and so is that there are none."""
    assert shipped["searches"]["7.p2"]["told"] == '1 entry has "7.p2".'
    assert shipped["searches"]["7.p2"]["shown"] == ["7.p2"]
    assert shipped["searches"]["zebra"]["told"].startswith('No entry has "zebra".')


def test_search_can_be_left(either: Found) -> None:
    """Escape brings everything back as it was, and so does a link to what is hidden."""
    assert either["back"] == {"hidden": 0, "marks": 0, "value": "", "same": True}
    assert either["followed"] is True


def test_keyboard_reaches_everything(either: Found) -> None:
    """The Tab key comes by every link and control in order, each is seen to have the focus, and none keeps it."""
    assert [stop["name"] for stop in either["stops"]] == either["focusable"]
    assert [stop for stop in either["stops"] if not stop["visible"]] == []
    assert either["stops"][0]["name"] == "#_main"
    assert either["skipped"] == "_main"


def test_switch_and_print(either: Found) -> None:
    """The switch makes it dark and says so; paper is white all the same, and has no search box."""
    assert either["switched"] == ["rgb(255, 255, 255)", "rgb(20, 23, 26)", "true"]
    assert either["printed"] == {"ground": "rgb(255, 255, 255)", "tools": False, "kind": "%PDF-"}


def test_without_script_all_is_there(either: Found) -> None:
    """Where scripts are off everything is shown, without a search box that would do nothing."""
    assert either["unscripted"] == {"tools": False, "hidden": 0}
