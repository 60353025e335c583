"""What a typed line means while a reflection asks: an answer, a note, one of the keys, or neither."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from peerguide.corpus.names.spelling import fold
from peerguide.progress.reflection.responses import FREQUENCIES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from peerguide.progress.reflection.responses import Frequency

Key = Literal["help", "back", "skip", "stop"]

KEYS: Mapping[str, Key] = {
    "?": "help",
    "h": "help",
    "help": "help",
    "b": "back",
    "back": "back",
    "u": "back",
    "undo": "back",
    "s": "skip",
    "skip": "skip",
    "q": "stop",
    "quit": "stop",
    "exit": "stop",
    "stop": "stop",
}
"""What may be typed instead of an answer."""

ALSO_CALLED: Mapping[str, Frequency] = {
    "habit": "as a habit",
    "a habit": "as a habit",
    "not applicable": "does not apply",
    "n a": "does not apply",
    "na": "does not apply",
    "doesnt apply": "does not apply",
}
"""Other words for what can be said of a statement, folded."""

NUMBERED = re.compile(r"([1-5])(?:[.,:;)-]*\s+(.*)|[.,:;)-]*)", re.DOTALL)
"""The number of an answer, and what follows it."""

NOTING = re.compile(r"n(?:ote)?(?::\s*|\s+|$)(.*)", re.IGNORECASE | re.DOTALL)
"""A note; its words may follow in the next line."""


@dataclass(frozen=True)
class Given:
    """An answer, and the note that stood after its number, if any."""

    answer: Frequency
    note: str = ""


@dataclass(frozen=True)
class Note:
    """Words to be kept with an answer; empty where they are still to come."""

    words: str


def meaning_of(line: str) -> Given | Note | Key | None:
    """What this line means; None where it is nothing of the kind."""
    typed = line.strip()
    key = KEYS.get(typed.casefold())
    if key:
        return key
    if numbered := NUMBERED.fullmatch(typed):
        return _numbered(FREQUENCIES[int(numbered[1]) - 1], (numbered[2] or "").strip())
    answer = _named(typed)
    if answer:
        return Given(answer)
    noting = NOTING.fullmatch(typed)
    return Note(noting[1].strip()) if noting else None


def _numbered(answer: Frequency, rest: str) -> Given | None:
    """An answer by its number. What follows is a note, the answer's own name, or contradicts it: that is nothing."""
    named = _named(rest)
    if named or not rest:
        return Given(answer) if named in (None, answer) else None
    return Given(answer, rest) if re.search(r"[^\W\d]", rest) else None


def _named(words: str) -> Frequency | None:
    """The answer that has this name, or whose name alone begins so."""
    folded = fold(words)
    if not folded or folded == "n":
        return None
    if folded in ALSO_CALLED:
        return ALSO_CALLED[folded]
    begun = [name for name in FREQUENCIES if name.startswith(folded)]
    return begun[0] if len(begun) == 1 else None
