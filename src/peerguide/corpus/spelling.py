"""How people write names: what counts as the same, and how far two spellings are apart.

Every look-up of a name comes here, so that there is one answer to "is that what they meant?".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

APOSTROPHES = "'\u2019\u2018\u02bc`\u00b4"
"""What people type for an apostrophe."""

STEM = r"(?:the )?peer (?:support|supporters?)(?: (?:is|are))? "
"""How the names of values begin, folded; people leave it out."""

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()


def fold(text: str) -> str:
    """The text as it is compared: lower case, no accents, no punctuation, single spaces.

    `Co-learning`, `co learning` and `CO_LEARNING` fold to one text, and an apostrophe joins (`what's`).
    """
    folded = text.casefold()
    if not folded.isascii():
        from unicodedata import combining, normalize

        folded = "".join(character for character in normalize("NFKD", folded) if not combining(character))
    for apostrophe in APOSTROPHES:
        folded = folded.replace(apostrophe, "")
    return " ".join("".join(character if character.isalnum() else " " for character in folded).split())


def without_stem(folded: str) -> str:
    """A folded name without the beginning that the values' names share: `honest and direct`."""
    return re.sub(f"^{STEM}", "", folded)


def number_words(number: int) -> str:
    """The number in words as people type it: `seven`, `twenty one`; its digits from 100 up."""
    if number < len(_ONES):
        return _ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens] + (f" {_ONES[ones]}" if ones else "")
    return str(number)


def allowed_slips(length: int) -> int:
    """How many slips a name of that many letters may have and still be known: none, one or two."""
    if length < 4:
        return 0
    return 1 if length < 8 else 2


def distance(one: str, other: str, limit: int) -> int:
    """How many slips lie between two words, counted up to `limit` + 1.

    A slip is a letter too many, too few, another letter, or two neighbours swapped (optimal string alignment,
    the restricted Damerau-Levenshtein distance). Two short names do not pay for a compiled library's import.
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, row, two_back = row, [i], before
        before = last
        for j, b in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, two_back[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]


def nearest(word: str, known: Iterable[str], limit: int | None = None) -> list[str]:
    """The known words closest to this one: all that share the smallest distance, none that is too far.

    `limit` is the most slips allowed; by default it grows with the word (`allowed_slips`).
    """
    best = allowed_slips(len(word)) if limit is None else limit
    found: list[str] = []
    for candidate in dict.fromkeys(known):
        apart = distance(word, candidate, best)
        if apart < best or (apart == best and not found):
            found, best = [candidate], apart
        elif apart == best:
            found.append(candidate)
    return found
