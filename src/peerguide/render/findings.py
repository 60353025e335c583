"""Sentences about findings in texts that both the drawn and the linear text use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.language.levels import NAMES
from peerguide.render.text import safe

if TYPE_CHECKING:
    from peerguide.corpus.model.language import LanguageEntry
    from peerguide.language.texts import Tally

ASK = "some people choose these words for themselves"


def sureness(entry: LanguageEntry) -> str:
    """How sure it is that the words strain."""
    name = NAMES[entry.confidence]
    return f"{name}: {ASK}" if entry.confidence == "ask" else name


def suggested(entry: LanguageEntry) -> str:
    """The other words, as a list that ends as a sentence does."""
    listed = "; ".join(map(safe, entry.suggestions))
    return listed if listed.endswith((".", "?", "!")) else f"{listed}."


def came_to(tally: Tally) -> str:
    """What looking at the texts came to, in a sentence or two."""
    if not tally.words:
        return "There were no words to look at."
    words = _counted(tally.words, "word")
    if not tally.findings:
        return f"Nothing was found in {words}. Thank you for choosing them with care."
    found = _counted(tally.findings, "finding")
    where = f" in {tally.with_findings} of {tally.texts} texts" if tally.texts > 1 else ""
    return f"{found}{where}, among {words}." if where else f"{found} among {words}."


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
