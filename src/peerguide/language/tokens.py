"""A text as words, and what stands between them."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from peerguide.language.patterns import later

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HYPHENS = "-\u2010\u2011\u2013\u00ad"

WORD = later(r"([^\W_]+)")

WITHIN = "\u00ad\u0300-\u036f\u200b-\u200d\u2060"
"""What may stand in a word unseen, or as a part of its letters."""

WORD_WITH_MARKS = later(rf"([^\W_](?:[^\W_]|[{WITHIN}])*)")
UNSEEN = later(f"[{WITHIN}]")

BETWEEN = later(
    rf"(?:\]\([^()\s]*\)|[*_\[\]])*'?(?:(?![^\S\n]*\n\s*\n)\s+|[{HYPHENS}]\s*)(?:>+[ \t]*)?[*_\[\]]*"
)
"""What parts two words of a phrase: white space or a hyphen, with markup; never a blank line."""

BROKEN = later(rf"[{HYPHENS}][ \t\r]*\n[ \t>]*")
"""What parts the halves of a word at the end of a line."""

AROUND = 16
"""How many words on either side of a broken word are looked at with it."""


class Tokens(NamedTuple):
    """The words of a text in lower case, where each begins and ends, and what stands before each (and, last, after them all)."""

    words: Sequence[str]
    gaps: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]

    def at(self, place: int) -> int:
        """The number of the first word that begins there or later."""
        return bisect_left(self.starts, place)


def tokens(text: str) -> Tokens:
    """The words of a text."""
    low = text.lower()
    if len(low) != len(text):  # a few letters become two, and would put everything after them out of place
        low = "".join(letter if len(letter.lower()) != 1 else letter.lower() for letter in text)
    odd = not text.isascii() and UNSEEN.search(text)
    parts = (WORD_WITH_MARKS if odd else WORD).split(low)
    words = parts[1::2]
    if odd:
        words = [word if word.isascii() else _plain(word) for word in words]
    ends = list(accumulate(map(len, parts)))
    return Tokens(words, parts[0::2], ends[0:-1:2], ends[1::2])


def _plain(word: str) -> str:
    """The word as it is usually written: composed, without what is unseen."""
    from unicodedata import normalize

    return UNSEEN.sub("", normalize("NFC", word))


def mended(whole: Tokens, text: str) -> Iterator[tuple[Tokens, int]]:
    """For each word broken at the end of a line, the words around it with its halves joined, and its number among them."""
    for found in BROKEN.finditer(text):
        second = whole.at(found.end())
        if not 0 < second < len(whole.words) or whole.gaps[second] != found[0]:
            continue
        low, high = max(0, second - AROUND), min(second + AROUND, len(whole.words))
        halves = whole.words[second - 1] + whole.words[second]
        words = [*whole.words[low : second - 1], halves, *whole.words[second + 1 : high]]
        gaps = [*whole.gaps[low:second], *whole.gaps[second + 1 : high], ""]
        starts = [*whole.starts[low:second], *whole.starts[second + 1 : high]]
        ends = [*whole.ends[low : second - 1], *whole.ends[second:high]]
        yield Tokens(words, gaps, starts, ends), second - 1 - low


@lru_cache(maxsize=1024)
def joint(gap: str) -> str | None:
    """How a word is joined to the one before: "" where it follows it, "'", "/" or "&" where that joins them, None where the two
    cannot belong to one phrase.
    """
    if gap in {"'", "\u2019"}:
        return "'"
    if gap in {"/", "&"}:
        return gap
    return "" if BETWEEN.fullmatch(gap.replace("\u2019", "'")) else None
