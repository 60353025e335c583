"""Reading the declaration out of copies, on a document of the same shape in words of our own."""

from __future__ import annotations

import textwrap

import pytest

from peerguide.errors import InvalidFilesError
from peerguide.wording.documents import read_document
from peerguide.wording.outline import Item, Outline, ValueOutline

TEXTS = {
    "Room to Grow": "Every one of us can heal, and most of us will. We look to a whole life.",
    "Choice Comes First": "Having choices heals. We take no part where anybody is forced.",
    "Plain, Human Words": "We use words that people use: short, warm and clear.",
    "Learning From People Themselves, Not From Papers": "We get to know people by talking with them.",
    "Give and Take": "Both of us give, and both of us get something. Roles move between us.",
}
NAMES = list(TEXTS)
FRONT = "Origins: This began in one valley.\nOur Values: Some found help. Others had to heal from it.\n"
BACK = "Our Actions: This goes on. These are the things we do each day.\n- We help people to speak.\n"


def outline() -> Outline:
    """The outline of a guide with these values."""
    values = [
        ValueOutline(name.split()[0].lower(), number, name, "", Item(name.split()[0].lower(), "-", 1), (), ())
        for number, name in enumerate(NAMES, 1)
    ]
    return Outline("declaration", tuple(values), ())


def copy_of(*, bullet: str = "- ", width: int = 0, blank: bool = False, names: list[str] = NAMES) -> str:
    """A copy of the document, set in one way or another."""
    lines = [*FRONT.splitlines(), *(f"{bullet}{name}: {TEXTS[name]}" for name in names), *BACK.splitlines()]
    wrapped = [part for line in lines for part in (textwrap.wrap(line, width) if width else [line])]
    return ("\n\n" if blank else "\n").join(wrapped)


def texts(copy: str) -> dict[str, str]:
    """What was read, by the names of the values."""
    reading = read_document(copy, outline())
    return {NAMES[[v.ref for v in outline().values].index(p.ref)]: p.text for p in reading.passages}


@pytest.mark.parametrize("bullet", ["- ", "\u2022 ", "* ", "\u2022", ""])
@pytest.mark.parametrize("width", [0, 40, 72])
@pytest.mark.parametrize("blank", [False, True])
def test_every_value_is_read_whole(bullet: str, width: int, blank: bool) -> None:
    """Each value's text is exactly the document's, whatever bullets, widths and empty lines a copy has."""
    assert texts(copy_of(bullet=bullet, width=width, blank=blank)) == TEXTS


def test_a_missing_value_leaves_its_own_gap() -> None:
    """A value that a copy does not have is missing, and no other stands in its place."""
    there = [name for name in NAMES if name != "Choice Comes First"]
    assert texts(copy_of(names=there)) == {name: TEXTS[name] for name in there}


def test_a_text_that_breaks_off_is_left_over() -> None:
    """A value whose text breaks off is reported with its words, and left out."""
    copy = copy_of().replace(" We look to a whole life.", " We look to a")
    reading = read_document(copy, outline())
    assert reading.incomplete == ("room",)
    assert [leftover.value for leftover in reading.leftovers] == ["room"]
    assert "room" not in {passage.ref for passage in reading.passages}


@pytest.mark.parametrize("text", ["", "Peer support: good.", "Room to Grow: yes.\nGive and Take: yes."])
def test_another_document_is_refused(text: str) -> None:
    """A text that is not the declaration is refused in a sentence that names it."""
    with pytest.raises(InvalidFilesError, match="Declaration of Peer Roles"):
        read_document(text, outline())
