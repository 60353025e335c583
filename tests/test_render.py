"""Drawing: colours that can be read anywhere, columns that hold whatever the text is."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.color import Color
from rich.console import Console
from rich.style import Style
from rich.text import Text

from peerguide.render.layout import Sheet
from peerguide.render.progress import Bar, bar_on
from peerguide.render.text import fit, json_safe, safe
from peerguide.render.theme import STYLES

if TYPE_CHECKING:
    from rich.color_triplet import ColorTriplet

ANY_TEXT = st.text(
    alphabet=st.one_of(st.characters(), st.sampled_from("漢字e\u0301👩‍👩‍👧 -\u00ad")), max_size=80
).map(safe)


def sheet(width: int) -> Sheet:
    """An empty sheet."""
    return Sheet(Console(file=StringIO(), width=width), width)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("background", ["#000000", "#ffffff"])
def test_colours_read_on_dark_and_light(style: str, background: str) -> None:
    """Every colour keeps a contrast of at least 4:1 (WCAG) on black and on white."""
    colour = Style.parse(STYLES[style]).color
    if colour is not None:
        one, other = (_luminance(c.get_truecolor()) for c in (colour, Color.parse(background)))
        assert (max(one, other) + 0.05) / (min(one, other) + 0.05) >= 4


def _luminance(colour: ColorTriplet) -> float:
    """The relative luminance of a colour, as WCAG 2 defines it."""
    parts = [part / 255 for part in colour]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@given(ANY_TEXT, ANY_TEXT, st.integers(10, 60))
def test_columns_hold(label: str, body: str, width: int) -> None:
    """No line is wider than the sheet, whatever the text, and no letter of it is lost."""
    drawn = sheet(width)
    drawn.hang(Text(label[:8]), Text(body), cell_len(label[:8]) + 2)
    assert all(line.cell_len <= width for line in drawn.lines)
    squeezed = "".join("".join(line.plain for line in drawn.lines).split())
    assert squeezed == "".join((label[:8] + body).split())


@given(st.lists(ANY_TEXT, max_size=4), st.lists(ANY_TEXT, max_size=4), st.integers(12, 40))
def test_two_columns_stay_apart(left: list[str], right: list[str], width: int) -> None:
    """Beside each other, the right column always begins in the same cell."""
    whole = sheet(2 * width + 3)
    one, other = whole.part(width), whole.part(width)
    for text in left:
        one.write(text)
    for text in right:
        other.write("|" + text)
    whole.beside(one, other, 3)
    for line, part in zip(whole.lines, other.lines, strict=False):
        if part.plain:
            assert line.cell_len == width + 3 + part.cell_len


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[bold]", "[bold]"),
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\u202eb", "a\\u202eb"),
        ("tab\there", "tab here"),
        ("line\nend", "line end"),
        ("\x9b", "\\x9b"),
        ("\ud800", "\\ud800"),
        ("👩‍👩‍👧 é 漢", "👩‍👩‍👧 é 漢"),
    ],
)
def test_safe(text: str, shown: str) -> None:
    """What would act on a terminal is written out; everything else stays as it is."""
    assert safe(text) == shown


@given(st.text())
def test_json_stays_json(text: str) -> None:
    """JSON made safe, and made to fit any encoding, still says the same."""
    import json

    document = json.dumps([text], ensure_ascii=False)
    if not any("\ud800" <= character <= "\udfff" for character in text):
        assert json.loads(json_safe(document)) == [text]
        assert json.loads(fit(json_safe(document), "ascii", json=True)) == [text]
    assert "\x1b" not in json_safe(document)


def test_bar_only_for_long_work() -> None:
    """A bar is drawn once the work has taken a second, on a terminal, and is gone when the work is done."""
    now = [0.0]
    stream = Terminal()
    bar = Bar("Compiling", stream, clock=lambda: now[0])
    bar(0.1)
    assert stream.getvalue() == ""
    now[0] = 1.5
    bar(0.5)
    assert "Compiling" in stream.getvalue()
    bar(1)
    bar.close()
    assert stream.getvalue().endswith("\x1b[2K"), "the bar's line is erased"


def test_bar_goes_away_after_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bar that was begun gives the cursor back when the work fails."""
    monkeypatch.setattr("peerguide.render.progress.PATIENCE", 0.0)
    stream = Terminal()

    def work() -> None:
        with bar_on(stream, "Compiling") as bar:
            assert bar is not None
            bar(0.5)
            raise RuntimeError("the work failed")

    with pytest.raises(RuntimeError, match="the work failed"):
        work()
    hidden, shown = stream.getvalue().rfind("\x1b[?25l"), stream.getvalue().rfind("\x1b[?25h")
    assert 0 <= hidden < shown


def test_no_bar_where_nobody_watches() -> None:
    """A stream that is no terminal gets no bar."""
    with bar_on(StringIO(), "Compiling") as bar:
        assert bar is None


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True
