"""The bridge to Rich: a drawing as the text that a terminal turns into colours, or as a picture of a terminal."""

from __future__ import annotations

from io import StringIO
from typing import Any

from rich.console import Console
from rich.text import Text
from rich.theme import Theme

from peerguide.render.drawn import draw
from peerguide.render.layout import Sheet
from peerguide.render.text import safe
from peerguide.render.theme import STYLES


def drawing(entry: object, width: int, *, colour: bool) -> str:
    """An entry drawn for a terminal of this width, in cells, with its escape sequences."""
    console = _console(width, no_color=not colour)
    sheet = Sheet(console, width)
    draw(entry, sheet)
    with console.capture() as captured:
        console.print(Text("\n").join(sheet.lines), soft_wrap=True)
    return captured.get()


def picture(entry: object, width: int, title: str, command: str) -> str:
    """An entry drawn this wide, in cells, below the command line that shows it: a window as an SVG with this title.

    The SVG loads nothing from elsewhere, so it shows the same anywhere.
    """
    import re
    from importlib import import_module

    from peerguide.render.views import VIEWS

    import_module(f"peerguide.render.drawn.{VIEWS.get(type(entry).__name__, 'entries')}")
    console = _console(width + 2, record=True, color_system="truecolor")
    sheet = Sheet(console, width)
    draw(entry, sheet)
    console.print(Text("\n").join([Text(f"$ {safe(command)}", "bold"), Text(), *sheet.lines]))
    svg = console.export_svg(title=title, unique_id="peerguide")
    # Some viewers drop the spaces that a text begins with, and with them the columns.
    svg = svg.replace("<svg ", '<svg xml:space="preserve" ', 1)
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL) + "\n"


def _console(width: int, **more: Any) -> Console:  # noqa: ANN401 - Rich's own
    return Console(
        file=StringIO(),
        force_terminal=True,
        width=width,
        theme=Theme(STYLES, inherit=False),
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        **more,
    )
