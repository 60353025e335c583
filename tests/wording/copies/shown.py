"""A copy of the synthetic document as files, for the examples that documents and help texts show."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from wording.copies.layout import synthetic
from wording.copies.lines import render

if TYPE_CHECKING:
    from pathlib import Path


PLAIN = str.maketrans("\u2018\u2019\u201c\u201d\u2013\u2014\u2022", "''\"\"--\u00b7")
"""What the font of a PDF lacks that carries no fonts of its own."""


@cache
def text_of_copy() -> str:
    """The synthetic document as text."""
    return render(synthetic())


@cache
def _pdf() -> bytes:
    """The same as a PDF, a line of it a line there."""
    from fpdf import FPDF

    pdf = FPDF(format="letter", unit="pt")
    pdf.set_auto_page_break(True, 40)
    pdf.add_page()
    pdf.set_font("Helvetica", size=8)
    for line in text_of_copy().replace("\f", "\n").split("\n"):
        pdf.cell(0, 10, line.translate(PLAIN), new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


def write_copies(folder: Path) -> None:
    """Write the copies that the examples name into a folder."""
    for name in ("guidelines.pdf", "copy.pdf"):
        (folder / name).write_bytes(_pdf())
    (folder / "guidelines.txt").write_text(text_of_copy(), encoding="utf-8")
