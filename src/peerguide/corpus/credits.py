"""What is said of where a guide comes from, on a screen and in a file alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peerguide.corpus.model.common import Citation, Wording

UNENDORSED = (
    "peerguide is an unofficial study aid. It is not endorsed by the authors of the documents it restates"
)

UNOFFICIAL = f"{UNENDORSED}, and it says what they say in plain words of its own."

OWN_COPY = (
    "The official words here come from your own copy of the document. They are under copyright and are for your own use; "
    "the document's terms say what else is allowed."
)
"""What a file says that holds official words."""

OWN_SCENARIOS = "Scenarios are peerguide's own, not the guidelines' text; nobody in them is a real person."
"""What is said of the scenarios that were shipped."""

IN_PLAIN_WORDS = "In plain words:"
"""What comes before the plain words of a text that stands in the official ones."""


IN_WORDS = {
    None: "",
    "plain": " Restated in plain words.",
    "official": " The official wording, from your own copy.",
    "both": " The official wording, from your own copy, with plain words beside it.",
}
"""What is said of the words in which something stands that a citation is of."""


def citation(source: Citation) -> str:
    """A document with its year and pages, as far as they are known, in a sentence, and in which words it stands here."""
    year = f" ({source.year})" if source.year else ""
    return f"{source.title}{year}{_pages(source)}.{IN_WORDS[source.words]}"


def caveat(wording: Wording) -> str:
    """A remark, to follow a text, that it is not the official one although that is in force."""
    return " (plain wording)" if wording.lacking else ""


def _pages(source: Citation) -> str:
    if source.page is None:
        return ""
    if source.last_page in (None, source.page):
        return f", page {source.page}"
    return f", pages {source.page} to {source.last_page}"
