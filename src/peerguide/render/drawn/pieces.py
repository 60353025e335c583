"""Small pieces that drawings share: a ref, names after a label, where something comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from peerguide.render.phrases import citation
from peerguide.render.text import safe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from peerguide.corpus.model.common import Citation, Link
    from peerguide.render.layout import Sheet


def ref_text(ref: str) -> Text:
    """A ref, drawn as one."""
    return Text(ref, "ref")


def labelled(label: str, links: Iterable[Link], *, refs: bool = True) -> Text:
    """Names after a label, with their refs where a ref is shorter to type than the name."""
    text = Text.assemble((f"{label}: ", "label"))
    for number, link in enumerate(links):
        text.append("; " if number else "")
        if refs:
            text.append(f"{link.ref} ", "ref")
        text.append(safe(link.name))
    return text


def draw_source(source: Citation | None, sheet: Sheet) -> None:
    """Draw where something comes from, where it is known."""
    where = citation(source)
    if where:
        sheet.gap()
        sheet.write(f"Source: {where}", "cite")
