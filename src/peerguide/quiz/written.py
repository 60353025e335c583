"""How one name may be written: all that counts as the same answer before a single slip is forgiven.

Case, accents, dashes and quotes are `fold`'s business. Here are the words that may stand before an answer or be left
out of it, the two orders of a pair joined by "and", and numbers in words.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import permutations
from typing import NamedTuple

from peerguide.corpus.names.spelling import fold, nearest, number_words, without_stem

STEMS = ("peer support is", "peer supporters are")
"""How an answer may begin where the name of a value does."""

LEAD = (
    r"^(?:(?:the|i think|(?:(?:the|my) )?answer is|it is|its|that is|thats|they are|theyre|they|we are|"
    r"peer (?:support )?(?:specialists?|workers?) (?:is|are)|core value|value|number|no(?= \d)|term|theme) )+"
)
"""What people type before an answer, folded."""

TAIL = r" (?:core )?value$"
"""What they type after one: "the seventh value"."""

FORGIVEN = frozenset({"a", "an", "the", "and", "adn", "nd", "is", "are"})
"""Words that may be missing or be there, except at the end, where "a" is no article."""

CONTRACTIONS = {
    "isnt": "is not",
    "arent": "are not",
    "dont": "do not",
    "doesnt": "does not",
    "cant": "can not",
    "cannot": "can not",
    "wont": "will not",
}
"""Contractions, folded, with what they stand for."""

ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()

MOST_PARTS = 3
"""A name with more parts joined by "and" is known in its own order only: every order of many parts would be too many."""

_BETWEEN_DIGITS = r"(?<=\d)[.,](?=\d)"
_AND_SIGN = r"[&+/]"
_DIGITS = r"^0*(\d+)(?:st|nd|rd|th)?$"


class Writing(NamedTuple):
    """One way to write a name: in full, as it can be shown, and the words that are compared."""

    shown: str
    words: tuple[str, ...]


@lru_cache(maxsize=2048)
def folded(text: str) -> str:
    """The text as `fold` gives it, without characters nobody sees, and with "and" for its signs."""
    seen = "".join(character for character in text if character.isprintable() or character.isspace())
    return fold(re.sub(_AND_SIGN, " and ", re.sub(_BETWEEN_DIGITS, " ", seen)))


def typed_writings(typed: str) -> tuple[Writing, ...]:
    """What was typed, and the same without the words that only lead up to the answer."""
    whole = folded(typed)
    return _writings((whole, _without_stem(re.sub(TAIL, "", re.sub(LEAD, "", whole)))))


@lru_cache(maxsize=2048)
def name_writings(name: str) -> tuple[Writing, ...]:
    """Every way to write a name, its own first."""
    whole = folded(name)
    bare = _without_stem(whole)
    stems = () if bare == whole else STEMS
    begun = (f"{stem} {order}" for stem in stems for order in _orders(bare))
    return _writings((whole, *_orders(bare), *begun)) if whole else ()


def _writings(texts: tuple[str, ...]) -> tuple[Writing, ...]:
    return tuple(Writing(text, _compared(text)) for text in dict.fromkeys(texts))


def _without_stem(whole: str) -> str:
    """The text without the beginning of a value's name; "peer support worker" has none, since it has no verb."""
    bare = without_stem(whole)
    stem = whole[: len(whole) - len(bare)].split()
    return bare if stem and stem[-1] in {"is", "are", "supporters"} else whole


def _orders(text: str) -> list[str]:
    """The text, and with what "and" joins the other way round: whole parts, or the two words beside it."""
    parts = text.split(" and ")
    if not 2 <= len(parts) <= MOST_PARTS:
        return [text]
    wholes = [" and ".join(order) for order in permutations(parts)]
    return [*wholes, re.sub(r"(\S+) and (\S+)", r"\2 and \1", text)]


def _compared(text: str) -> tuple[str, ...]:
    """The words that decide, numbers as digits."""
    spelt = [word for typed in text.split() for word in CONTRACTIONS.get(typed, typed).split()]
    return tuple(_with_digits([word for word in spelt[:-1] if word not in FORGIVEN] + spelt[-1:]))


def _with_digits(words: list[str]) -> list[str]:
    numbers = _numbers()
    found: list[str] = []
    place = 0
    while place < len(words):
        pair = " ".join(words[place : place + 2])
        word = words[place]
        found.append(numbers.get(pair) or numbers.get(word) or re.sub(_DIGITS, r"\1", word))
        place += 2 if pair in numbers else 1
    return found


@cache
def _numbers() -> dict[str, str]:
    """The numbers that have a name, as digits, by their names."""
    cardinals = {number_words(number): str(number) for number in range(100)}
    return cardinals | {name: str(number) for number, name in enumerate(ORDINALS, 1)}


def number_meant(word: str) -> str | None:
    """The number, in digits, that a misspelt number word can only mean; None when there is none, or more than one."""
    found = {_numbers()[name] for name in nearest(word, _numbers(), most=1)}
    return found.pop() if len(found) == 1 else None
