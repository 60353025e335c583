"""A program of its own: print the text of a PDF by pypdf. It is run by `pdf`, within limits, and never imported."""

from __future__ import annotations

import logging
import sys

from peerguide.wording.opening.limits import MOST_PAGES
from peerguide.wording.opening.pdf import LOCKED

BROKEN = 4


def main(file: str) -> int:
    """Print the text of a file, a form feed between its pages, and give the exit code."""
    logging.disable()
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    try:
        reader = PdfReader(file)
        if reader.is_encrypted and not reader.decrypt(""):
            return LOCKED
        for page in reader.pages[:MOST_PAGES]:
            sys.stdout.write(f"{page.extract_text()}\f")
    except DependencyError:
        return LOCKED
    except (
        PyPdfError,
        MemoryError,
        RecursionError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        OSError,
    ):
        return BROKEN
    return 0


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.exit(main(sys.argv[1]))
