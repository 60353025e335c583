"""The bridge to Rich: a drawing as the text that a terminal turns into colours."""

from __future__ import annotations

from io import StringIO

from rich.console import Console
from rich.text import Text
from rich.theme import Theme

from peerguide.render.drawn import draw
from peerguide.render.layout import Sheet
from peerguide.render.theme import STYLES


def drawing(entry: object, width: int, *, colour: bool) -> str:
    """An entry drawn for a terminal of this width, in cells, with its escape sequences."""
    console = Console(
        file=StringIO(),
        force_terminal=True,
        width=width,
        theme=Theme(STYLES, inherit=False),
        no_color=not colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    sheet = Sheet(console, width)
    draw(entry, sheet)
    with console.capture() as captured:
        console.print(Text("\n").join(sheet.lines), soft_wrap=True)
    return captured.get()
