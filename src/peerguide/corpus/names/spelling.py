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

_APART = {code: " " for code in range(128) if not chr(code).isalnum()}

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
    folded = _plain(text)
    for apostrophe in APOSTROPHES:
        folded = folded.replace(apostrophe, "")
    return " ".join(_split(folded))


def words_of(text: str) -> list[str]:
    """The words of a text, folded, as search takes it apart: an apostrophe parts two words (`what s`)."""
    return _split(_plain(text))


def _plain(text: str) -> str:
    """The text in lower case, without accents, and without the dots of an abbreviation (`P.S.S.`)."""
    folded = re.sub(r"\b(\w)\.(?=\w\b)", r"\1", text.casefold()) if "." in text else text.casefold()
    if folded.isascii():
        return folded
    from unicodedata import combining, normalize

    return "".join(character for character in normalize("NFKD", folded) if not combining(character))


def _split(text: str) -> list[str]:
    if text.isascii():
        return text.translate(_APART).split()
    return "".join(character if character.isalnum() else " " for character in text).split()


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


def allowed_slips(typed: str, known: str) -> int:
    """How many slips may lie between what was typed and a known name: none in a short one, two in a long one.

    Two that leave another first letter make another word: `involuntary`, `sympathetic`.
    """
    length = max(len(typed), len(known))
    if length < 5:
        return 0
    return 2 if length >= 8 and typed[:1] == known[:1] else 1


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
    return min(row[-1], limit + 1)


def nearest(word: str, known: Iterable[str], most: int = 2) -> list[str]:
    """The known words closest to this one: all that share the smallest distance, none that is too far.

    `most` is the most slips allowed, and `allowed_slips` may allow fewer.
    """
    best = most
    found: list[str] = []
    for candidate in dict.fromkeys(known):
        limit = min(best, allowed_slips(word, candidate))
        apart = distance(word, candidate, limit)
        if apart > limit:
            continue
        found = [*found, candidate] if found and apart == best else [candidate]
        best = apart
    return found
