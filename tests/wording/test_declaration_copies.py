"""Reading the declaration out of copies, on a document of the same shape in words of our own."""

from __future__ import annotations

import html
import re
from itertools import zip_longest
from typing import TYPE_CHECKING

import pytest
from wording.copies.damage.additions import ADDITIONS
from wording.copies.damage.characters import CHARACTERS
from wording.copies.damage.losses import LOSSES
from wording.copies.damage.statements import STATEMENTS
from wording.copies.damage.wrapping import WRAPPINGS
from wording.copies.lines import BULLET, render
from wording.copies.shown import text_of_copy
from wording.declared.setting import ENDLESS, NOTHING, NUMBERS, Setting, attempt, content, copy_of, outline

from peerguide.errors import InvalidFilesError
from peerguide.wording.declaration import reading as declaration
from peerguide.wording.documents import read_document
from peerguide.wording.edition import edition_in, lines_of

if TYPE_CHECKING:
    from pathlib import Path

    from wording.copies.damage.kinds import Damage

REFS = outline().refs
TEXTS = {passage.ref: passage.text for passage in attempt(copy_of()).reading.passages}

SETTINGS = [Setting(72, blank=True), Setting(50)]

DAMAGES = [
    damage
    for damage in (*STATEMENTS, *ADDITIONS, *WRAPPINGS, *CHARACTERS)
    if "footnotes" not in damage.name and not damage.name.startswith("lines of")
]

BROKEN_OFF = next(damage for damage in LOSSES if damage.name == "end missing")


def read(text: str) -> dict[str, str]:
    """What was read, by the refs of the entries."""
    return {passage.ref: passage.text for passage in read_document(text, outline()).passages}


@pytest.mark.parametrize("mark", [BULLET, NUMBERS, NOTHING], ids=["bullets", "numbers", "nothing"])
@pytest.mark.parametrize("blank", [False, True])
@pytest.mark.parametrize("width", [30, 55, 100, ENDLESS])
def test_everything_is_read_whole(width: int, blank: bool, mark: str) -> None:
    """Every value, action, item and definition is exactly the document's, whatever marks, widths and empty lines a copy has."""
    trial = attempt(copy_of(Setting(width, blank, mark)))
    assert trial.refs("right") == sorted(REFS)
    assert trial.reading.leftovers == ()
    assert trial.reading.names == {value.ref: value.name for value in outline().values}


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.name)
def test_nothing_wrong_is_read_out_of_damaged_copies(damage: Damage) -> None:
    """However a copy is damaged, what is read is right; the few texts that cannot be told are reported as left over."""
    for setting in SETTINGS:
        trial = attempt(copy_of(setting), [damage])
        assert trial.refs("wrong", "short") == []
        missed = trial.refs("missed")
        assert len(missed) <= 5
        assert len(trial.reading.leftovers) >= len(missed)


@pytest.mark.parametrize("setting", SETTINGS)
def test_a_copy_that_breaks_off(setting: Setting) -> None:
    """Of a copy whose end is missing, what stands before is read, and nothing of the text in which it breaks off."""
    for seed in range(5):
        copy = copy_of(setting)
        assert attempt(copy, [BROKEN_OFF], seed).refs("wrong", "short") == []


@pytest.mark.parametrize("ref", [ref for ref in REFS if ref != "peer"])
def test_a_missing_entry_leaves_its_own_gap(ref: str) -> None:
    """An entry that a copy does not have is missing, and no other stands in its place."""
    trial = attempt(copy_of(Setting(60), without=[ref]))
    found = {passage.ref: passage.text for passage in trial.reading.passages}
    assert found == {other: text for other, text in TEXTS.items() if other != ref}


@pytest.mark.parametrize("text", ["Reading", "Reading files", "Reading what files say about people."])
@pytest.mark.parametrize("mark", [BULLET, NOTHING])
def test_an_item_of_one_word(text: str, mark: str) -> None:
    """The item of which some copies have one word alone is read as it stands in the copy."""
    assert read(render(copy_of(Setting(60, mark=mark), a12_5=text)))["a12.5"] == text


def test_what_introduces_the_actions_is_none_of_them() -> None:
    """Neither the sentences under the title of the actions nor what stands after the last item is in any text."""
    for setting in SETTINGS:
        texts = " ".join(read(render(copy_of(setting))).values())
        for other in (*content()["after_actions_title"], *content()["back"], content()["actions_title"]):
            assert other[-30:] not in texts


@pytest.mark.parametrize(
    ("ref", "text"),
    [
        ("growth", "A time of the greatest distress may be the sign of a"),
        ("a2", "Our strengths, wisdom and experiences are for"),
        ("a12", "Taking part in activities that risk more imbalances of power is not"),
        ("a12.4", "Routine documentation (progress notes, for"),
        ("a13.2", "Desks that stand between the"),
    ],
)
def test_a_text_that_breaks_off_is_left_over(ref: str, text: str) -> None:
    """A text that breaks off is reported with its words as incomplete, and left out; all others are read."""
    trial = attempt(copy_of(Setting(72), **{ref.replace(".", "_"): text}))
    assert trial.reading.incomplete == (ref,)
    assert [leftover.text for leftover in trial.reading.leftovers] == [text]
    assert {passage.ref for passage in trial.reading.passages} == {*REFS} - {ref}


def _markdown(text: str) -> str:
    headed = re.sub(r"(?m)^(Origins|Our \w+|Definition of Peer|An invitation to all): ", r"## \1\n\n", text)
    return re.sub(r"(?m)^\u2022 ([A-Z][^:\n.]{5,90}):", r"- **\1:**", headed).replace("\u2022 ", "- ")


def _html(text: str) -> str:
    lines = (html.escape(line) for line in _markdown(text).split("\n") if line)
    tagged = (re.sub(r"^- (?:\*\*(.*?)\*\*)?(.*)$", r"<li><b>\1</b>\2</li>", line) for line in lines)
    return "<html><body>" + "\n".join(re.sub(r"^([^<].*)$", r"<p>\1</p>", line) for line in tagged)


@pytest.mark.parametrize(
    "change",
    [
        _markdown,
        _html,
        lambda text: _html(text).replace("\n", ""),
        lambda text: re.sub(r"(?m)^(Our \w+|An invitation to all): ", lambda at: at[1].upper() + "\n", text),
        lambda text: text.replace("Our Values: ", ""),
        lambda text: text.replace("An invitation to all: ", ""),
        lambda text: f"Contents\nOur Values 1\nOur Actions 3\nAn invitation to all 5\n{text}",
        lambda text: "".join(f"> {line}\n" for line in text.split("\n")),
    ],
    ids=[
        "Markdown",
        "HTML",
        "HTML on a line",
        "capitals",
        "no title of the values",
        "nor of the end",
        "contents",
        "quoted",
    ],
)
def test_other_ways_to_write_it(change: object) -> None:
    """Signs of Markdown and HTML, titles in capitals on lines of their own and missing ones make no difference."""
    assert callable(change)
    assert read(change(render(copy_of()))) == TEXTS


@pytest.mark.parametrize("mark", [BULLET, NOTHING], ids=["bullets", "nothing"])
def test_actions_without_their_title(mark: str) -> None:
    """Where the title of the actions is missing, they are known by their order and words."""
    found = read(render(copy_of(Setting(72, blank=True, mark=mark))).replace("Our Actions:", ""))
    assert {ref: text for ref, text in TEXTS.items() if ref != "community"}.items() <= found.items()


def test_two_columns_side_by_side() -> None:
    """Two columns that stand side by side on a page are read one after the other."""
    lines = render(copy_of(Setting(38))).split("\n")
    half = len(lines) // 2 + 1
    pairs = zip_longest(lines[:half], lines[half:], fillvalue="")
    assert read("\n".join(f"{one:<44}{other}".rstrip() for one, other in pairs)) == TEXTS


def test_values_as_headings() -> None:
    """A value is known by its name on a line of its own, too."""
    copy = render(copy_of(Setting(ENDLESS, blank=True)))
    for value in outline().values:
        copy = copy.replace(f"{BULLET} {value.name}: ", f"{value.name.upper()}\n")
    assert read(copy) == TEXTS


def test_a_text_that_comes_twice() -> None:
    """A list of the names after the document takes nothing away."""
    names = "".join(f"{value.name}\n" for value in outline().values)
    assert read(f"{render(copy_of())}\n{names}") == TEXTS


@pytest.fixture
def edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The made-up document is the known edition."""
    file = tmp_path / "edition.txt"
    file.write_text("\n".join(lines_of(TEXTS.items())), encoding="ascii")
    monkeypatch.setattr(declaration, "EDITION", file)


@pytest.mark.usefixtures("edition")
def test_a_copy_of_the_known_edition() -> None:
    """Every text of a copy of the known edition is known to be exact."""
    assert all(passage.exact for passage in attempt(copy_of(Setting(60))).reading.passages)


@pytest.mark.usefixtures("edition")
@pytest.mark.parametrize("ref", ["mutuality", "a7", "a12.3"])
def test_what_differs_from_the_known_edition(ref: str) -> None:
    """In a copy that is otherwise of the known edition, a text that differs is taken for a damaged one."""
    text = TEXTS[ref].replace(" people", "").replace(" is fluid", "").replace("other events", "events")
    less = text.replace("Roles are fluid, as all human experience is. ", "")
    assert less != TEXTS[ref]
    trial = attempt(copy_of(Setting(60), **{ref.replace(".", "_"): less}))
    assert trial.reading.incomplete == (ref,)


@pytest.mark.usefixtures("edition")
def test_another_printing() -> None:
    """Where most texts are put otherwise than in the known edition, all are read all the same."""
    changed = {ref.replace(".", "_"): f"{text} Always." for ref, text in TEXTS.items() if ref in REFS[:12]}
    assert len(attempt(copy_of(Setting(60), **changed)).reading.passages) == len(REFS)


def test_the_edition_of_2014_has_no_words() -> None:
    """What is known of the edition of 2014 are lengths and fingerprints, of every entry but the item of which a word alone is known."""
    assert edition_in(declaration.EDITION).marks.keys() == {*REFS} - {"a12.5"}
    text = declaration.EDITION.read_text(encoding="ascii")
    assert all(re.fullmatch(r"#.*|[\w.-]+ \d+ [0-9a-f]{16}", line) for line in text.splitlines())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Peer support: good.",
        "Mutuality: yes.\nFocus on Moving Forward: yes.",
        "Our Actions: we act.\n- We act.\n- We support people in finding a voice.",
        text_of_copy(),
        "word " * 300_000,
        "\n".join(["Our Actions:", *(f"- {number}" for number in range(5_000))]),
    ],
    ids=["nothing", "a line", "names", "actions", "the guidelines", "long", "many"],
)
def test_another_document_is_refused(text: str) -> None:
    """A text that is not the declaration is refused in a sentence that names it."""
    with pytest.raises(InvalidFilesError, match="Declaration of Peer Roles"):
        read_document(text, outline())
