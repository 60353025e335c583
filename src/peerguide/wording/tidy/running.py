"""Taking out what only a page's edge has: running headers and the headings of columns, on lines of their own or inside sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from peerguide.wording.tidy.lines import PAGE_BREAK

if TYPE_CHECKING:
    from collections.abc import Sequence

_NUMBER = re.compile(
    r"(?m)^[ \f]*(?:[-\u2013|] ?)?(?:page )?\d{1,3}(?: ?[-\u2013|])?(?: ?page)?[ ]*$", re.IGNORECASE
)
"""A page's number on a line of its own."""

_PAGE = r"\bpage[\s|]*\[?\d{1,3}\b\]?(?:\s+of\s+\[?\d{1,3}\b\]?)?|\|\s*\d{1,3}\b"
"""A page's number beside what else a running header is made of."""


def without_headers(text: str, pieces: Sequence[str]) -> str:
    """The text without running headers, a page break standing where they stood.

    `pieces` are patterns of what they are made of, in any order.
    """
    some, between = f"(?:{'|'.join(pieces)})", r"[\s|\u2022\u00b7\u2013\u2014,;:-]*"
    header = rf"(?:(?:{_PAGE}){between})?{some}(?:{between}(?:{some}|{_PAGE}))*"
    return _NUMBER.sub(PAGE_BREAK, re.sub(header, _gap, text, flags=re.IGNORECASE))


def without_headings(text: str, sure: Sequence[str], together: Sequence[str]) -> str:
    """The text without the headings of columns, a page break standing where they stood.

    `sure` are patterns of those that are nothing else, `together` those that count on a line of their own, and beside others.
    """
    certain, every = "|".join(sure), "|".join((*sure, *together))
    alone = rf"(?m:^[ ]*(?:{every})[ ]*$)"
    heading = rf"(?:{every})(?:\s*(?:{every}))+|{certain}|{alone}"
    return re.sub(heading, _gap, text, flags=re.IGNORECASE)


def _gap(match: re.Match[str]) -> str:
    """What is left where a header stood: as many lines, so that line numbers still hold, and a page break."""
    return PAGE_BREAK + "\n" * match[0].count("\n")
