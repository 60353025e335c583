"""How many slips lie between an answer as it was typed and a way to write a name, both as words.

Slips are counted word by word. What is forgiven follows `allowed_slips`, and is a little stricter where two slips
would make another word out of a long one (`resentful`, `equity`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from peerguide.corpus.names.spelling import allowed_slips, distance
from peerguide.quiz.written import number_meant

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Words = tuple[str, ...]
    Count = Callable[[str, str], int | None]

SMALL_WORDS = frozenset("at by for from into of on or our other others their to what with who your".split())
"""Words that a near miss may have too many or too few; none of them turns a meaning round, as "in" before a word may."""

DENIALS = frozenset({"no", "non", "not", "never"})
"""Words that no other word is near to."""

OPPOSITES = ("un", "in", "im", "il", "ir", "non", "dis", "anti", "mis", "de")
"""What makes a word its opposite when it stands before it."""

MOST = 3
"""A word with more slips than this is no near miss, however long."""

LONGER = 4
"""Two words of so many letters each may be written as one with a slip; "be" and "co" would become other words by it."""

LONG = 12
"""In a word of so many letters a near miss may have two slips in its consonants, in a shorter one just one."""

_CONSONANTS = str.maketrans("cqz", "kks", "aeiouy")
"""Leaves the consonants of a word, those that sound alike as one."""


SHORT = 4
"""A word of so many letters is forgiven a slip behind its first letter; names to look up are not, since there more names are near."""


def forgiven(typed: Words, known: Words) -> int | None:
    """The number of slips between the two, when every one may be forgiven; None otherwise.

    Two words may be written as one, or one as two. No slip is forgiven beside that, but for one in two longer words.
    """
    if len(typed) == len(known):
        return _sum(typed, known, _forgiven_in_word)
    if len(typed) + 1 == len(known):
        exactly = _least((_sum(typed, one, _forgiven_in_word) for one in _joined(known)), most=0)
        slipped = _least((_sum(typed, one, _forgiven_in_word) for one in _joined(known, LONGER)), most=1)
        return _least((exactly, slipped))
    if len(typed) == len(known) + 1:
        return _least((_sum(one, known, _forgiven_in_word) for one in _joined(typed)), most=0)
    return None


def near(typed: Words, known: Words) -> int | None:
    """The number of slips between the two, when they are near enough to be told so; None otherwise.

    One small word may be missing, or be there in vain; it counts as a slip.
    """
    if len(typed) == len(known):
        return _sum(typed, known, _near_in_word)
    if len(typed) + 1 == len(known):
        slips = _least(_sum(typed, fewer, _near_in_word) for fewer in _without_small(known))
    elif len(typed) == len(known) + 1:
        slips = _least(_sum(fewer, known, _near_in_word) for fewer in _without_small(typed))
    else:
        slips = None
    return None if slips is None else slips + 1


def opposite(typed: Words, known: Words) -> bool:
    """Whether the two differ only in words that are each other's opposite by how they begin."""
    if len(typed) != len(known):
        return False
    differing = [pair for pair in zip(typed, known, strict=True) if _forgiven_in_word(*pair) is None]
    return bool(differing) and all(_opposed(one, other) for one, other in differing)


def _sum(typed: Words, known: Words, count: Count) -> int | None:
    total = 0
    for one, other in zip(typed, known, strict=True):
        slips = count(one, other)
        if slips is None:
            return None
        total += slips
    return total


def _least(counts: Iterable[int | None], most: int = MOST) -> int | None:
    """The smallest of these numbers, None when none is up to `most`."""
    return min((count for count in counts if count is not None and count <= most), default=None)


def _joined(words: Words, shortest: int = 1) -> Iterator[Words]:
    """The words with two neighbours written as one, for each two that have no digit and at least so many letters."""
    for place, (one, other) in enumerate(pairwise(words)):
        if min(len(one), len(other)) >= shortest and not _digits(one + other):
            yield (*words[:place], one + other, *words[place + 2 :])


def _without_small(words: Words) -> Iterator[Words]:
    for place, word in enumerate(words):
        if word in SMALL_WORDS:
            yield (*words[:place], *words[place + 1 :])


@lru_cache(maxsize=4096)
def _forgiven_in_word(typed: str, known: str) -> int | None:
    """The slips between two words: none between singular and plural, and never one in digits."""
    if typed == known:
        return 0
    singular = _singular(typed), _singular(known)
    if singular[0] == singular[1]:
        return 0
    if _digits(typed) or _digits(known):
        return 1 if known.isdecimal() and typed.isalpha() and number_meant(typed) == known else None
    return _least(_forgiven_slips(*pair) for pair in dict.fromkeys(((typed, known), singular)))


def _forgiven_slips(typed: str, known: str) -> int | None:
    if abs(len(typed) - len(known)) > 1 or _turned(typed, known):
        return None
    limit = allowed_slips(typed, known) or int(len(known) == SHORT and typed[0] == known[0])
    slips = _slips(typed, known, limit)
    if slips > limit or (slips == 2 and not _is_misspelling(typed, known)):
        return None
    return slips


def _slips(typed: str, known: str, limit: int) -> int:
    """The distance up to `limit` + 1; words with letters too different, of which a slip changes two, are not measured."""
    return limit + 1 if len(set(typed) ^ set(known)) > 2 * limit else distance(typed, known, limit)


def _is_misspelling(typed: str, known: str) -> bool:
    """Whether two slips leave the consonants alone, but for one that is missing, too many or out of its place."""
    one, other = typed.translate(_CONSONANTS), known.translate(_CONSONANTS)
    return distance(one, other, 1) <= 1 and (len(one) != len(other) or sorted(one) == sorted(other))


def _near_in_word(typed: str, known: str) -> int | None:
    """The slips between two words when they are near, or may all be forgiven."""
    slips = _forgiven_in_word(typed, known)
    if slips is not None or typed in DENIALS or known in DENIALS or _digits(typed) or _digits(known):
        return slips
    loses = "less" in typed and "less" not in known
    return None if loses or _turned(typed, known) else _near_slips(typed, known)


def _near_slips(typed: str, known: str) -> int | None:
    """Up to one slip for every three letters, but few in consonants, and just one when the words begin differently."""
    limit = min(MOST, len(known) // 3, MOST if typed[0] == known[0] else 1)
    slips = _slips(typed, known, limit)
    if slips > limit:
        return None
    most = 2 if len(known) >= LONG else 1
    apart = distance(typed.translate(_CONSONANTS), known.translate(_CONSONANTS), most)
    return slips if apart <= most else None


def _turned(typed: str, known: str) -> bool:
    """Whether what was typed is the opposite although few letters change: `asocial`, `directless` for directness."""
    root = typed.rpartition("less")[0]
    loses = bool(root) and known.startswith(root) and not known.startswith(f"{root}l")
    return loses or (typed == f"a{known}" and known[0] != "a")


def _opposed(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return any(
        longer.startswith(beginning) and distance(longer.removeprefix(beginning), shorter, 1) <= 1
        for beginning in OPPOSITES
    )


def _singular(word: str) -> str:
    """The word without the ending of a plural; most other words with that ending lose it too, on both sides alike."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("sses", "xes", "zes", "ches", "shes")) else word[:-1]


def _digits(word: str) -> bool:
    return not word.isalpha() and re.search(r"\d", word) is not None
