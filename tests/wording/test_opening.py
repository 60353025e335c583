"""Opening copies: what people have, and files that mean no good, each answered by a sentence in good time."""

from __future__ import annotations

import io
import shutil
import zlib
from typing import TYPE_CHECKING

import pytest
from wording.copies.shown import text_of_copy, write_copies

from peerguide.errors import InvalidFilesError
from peerguide.wording.opening import open_copies

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Shell

SENTENCE = "A sentence \u2019 with \u201cquotes\u201d and \u00e9."
WITH_A_PDF_TOOL = pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_text_is_read_in_any_usual_encoding(encoding: str, tmp_path: Path) -> None:
    """Text comes out as it was saved, whichever of the usual encodings it has."""
    file = tmp_path / "copy.txt"
    file.write_bytes(SENTENCE.encode(encoding))
    assert list(open_copies(file, "copy.txt")) == [SENTENCE]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "nothing in"),
        (b" \n\n ", "nothing in"),
        (b"PK\x03\x04rest", "word processor"),
        (b"\xd0\xcf\x11\xe0rest", "word processor"),
        (b"{\\rtf1 rest}", "word processor"),
        (b"\x89PNG\r\n\x1a\nrest", "a picture"),
        (b"\xff\xd8\xffrest", "a picture"),
        (b"\x1f\x8brest", "an archive"),
        (b"\x7fELF\x00\x00\x00\x00", "neither text nor a PDF"),
        (bytes(1000), "neither text nor a PDF"),
        (b"a" * 10_000_001, "far too large"),
        (b"%PDF-1.7\ngarbage", "cannot be read as a PDF"),
    ],
)
def test_what_is_no_copy_is_refused_by_what_it_is(data: bytes, told: str, tmp_path: Path) -> None:
    """A file that is neither text nor a PDF that can be read is refused in a sentence that says what it is."""
    file = tmp_path / "copy"
    file.write_bytes(data)
    with pytest.raises(InvalidFilesError, match=told):
        list(open_copies(file, "copy"))


def test_hostile_sizes_are_refused_at_once(shell: Shell) -> None:
    """Half a gigabyte of text, or a folder, or nothing at all: a sentence and the right exit code, and nothing is kept."""
    with (shell.folder / "large.txt").open("wb") as file:
        file.truncate(500_000_000)
    large = shell("peerguide wording import large.txt")
    assert (large.code, large.out) == (4, "")
    assert "far too large" in large.err
    assert shell("peerguide wording import .").code == 5
    assert shell("peerguide wording import missing.pdf").code == 5
    assert not (shell.folder / "progress" / "wording").exists()


def test_ten_million_bullets_are_refused(shell: Shell) -> None:
    """Ten million bullets on standard input are refused in a sentence."""
    ran = shell("peerguide wording import -", "\u2022 a\n" * 10_000_000)
    assert ran.code == 4
    assert "far too large" in ran.err


def pdf_with(content: bytes, *, more: bytes = b"") -> bytes:
    """A PDF of one page whose content is this compressed stream."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode%s>>stream\n%s\nendstream" % (len(content), more, content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    out.write(b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table))
    out.write(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return out.getvalue()


def test_a_pdf_of_pictures_is_told_as_such(tmp_path: Path) -> None:
    """A PDF without any text is refused with the advice to run text recognition over it."""
    file = tmp_path / "scan.pdf"
    file.write_bytes(pdf_with(zlib.compress(b"0 0 612 792 re f")))
    with pytest.raises(InvalidFilesError, match="pictures of pages") as refused:
        list(open_copies(file, "scan.pdf"))
    assert "OCR" in refused.value.hint


def test_a_locked_pdf_is_told_as_such(tmp_path: Path) -> None:
    """A PDF that needs a password is refused in a sentence that says so."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf_with(zlib.compress(b"BT ET")))))
    writer.encrypt("secret", algorithm="RC4-128")
    file = tmp_path / "locked.pdf"
    writer.write(file)
    with pytest.raises(InvalidFilesError, match="locked with a password"):
        list(open_copies(file, "locked.pdf"))


def test_a_pdf_that_swells_is_refused(shell: Shell) -> None:
    """A PDF whose stream inflates to a gigabyte ends in a sentence, within the limits of time and memory."""
    bomb = zlib.compressobj(9)
    swelling = b"".join(bomb.compress(b"(a) Tj " * 1_000_000) for _time in range(140)) + bomb.flush()
    (shell.folder / "bomb.pdf").write_bytes(pdf_with(swelling))
    ran = shell("peerguide wording import bomb.pdf")
    assert (ran.code, ran.out) == (4, "")
    assert ran.err.startswith("peerguide: ")


def test_a_pdf_is_read_by_pypdf_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pdftotext on the path, pypdf reads a PDF."""
    write_copies(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    (text,) = open_copies(tmp_path / "copy.pdf", "copy.pdf")
    assert text_of_copy().split()[:8] == text.split()[:8]


@WITH_A_PDF_TOOL
def test_columns_of_a_pdf_come_one_after_another(tmp_path: Path) -> None:
    """Columns that a PDF has line by line across the page come out one after another."""
    from fpdf import FPDF

    pdf = FPDF(format="letter", unit="pt")
    pdf.add_page()
    pdf.set_font("Helvetica", size=9)
    for row in range(12):
        for column, word in enumerate(("meaning", "practice", "role")):
            pdf.text(40 + column * 190, 60 + row * 12, f"The {word} in words, line {row}")
    file = tmp_path / "columns.pdf"
    file.write_bytes(bytes(pdf.output()))
    text = next(iter(open_copies(file, "columns.pdf")))
    lines = [line for line in text.splitlines() if line]
    assert lines == [
        f"The {w} in words, line {n}" for w in ("meaning", "practice", "role") for n in range(12)
    ]
