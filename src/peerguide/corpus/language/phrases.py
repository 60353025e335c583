"""The notation of phrases, told at the head of `data/language.yaml`: each is taken apart into places, with the texts that may stand there."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

from peerguide.errors import PeerguideError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NOUN = "noun: "
GAP = "~"
UNTOLD = re.compile(r"[\[\]]")
GAP_WORDS = 2
"""How many other words may stand in a gap."""

MOST_TEXTS = 5000
"""How many texts may come out of one place of a phrase: far more than anybody writes by hand."""

SET_DEPTH = 3
"""How deep a set may name other sets."""

SET = re.compile(r"<([^<>]*)>")
FORMS = re.compile(r"([^\W\d_]+)\*")
AROUND_BRACES = re.compile(r"\s*([{|}])\s*")
TEXT = re.compile(r"[^\W_]+(?:(?:['/&]|'?[ -]+)[^\W_]+)*'?")
"""Words, parted by spaces or hyphens, or joined by an apostrophe, a slash or an ampersand; one may end in an apostrophe."""

VOWELS = "aeiou"


class PhraseError(PeerguideError):
    """A phrase that cannot be read; the message says why, to be told at its place."""

    def __init__(self, message: str) -> None:
        super().__init__(message, "The notation is told at the head of data/language.yaml.")


def forms(word: str) -> list[str]:
    """The regular forms of a word: itself, with -s, -ed and -ing, with the usual changes of spelling."""
    last, stem = word[-1], word[:-1]
    after_consonant = word[-2:-1] not in VOWELS
    if last == "y" and after_consonant:
        return [word, stem + "ies", stem + "ied", word + "ing"]
    plural = word + "es" if re.search(r"(s|x|z|ch|sh)$", word) else word + "s"
    if last == "e":
        return [word, plural, word + "d", stem + "ing"]
    found = [word, plural, word + "ed", word + "ing"]
    if last not in VOWELS + "wxyhs" and not after_consonant and word[-3:-2] not in VOWELS:
        found += [word + last + "ed", word + last + "ing"]
    return found


def places_of(phrase: str, sets: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """The texts that may stand at each place of a phrase, in order; GAP is a place by itself. An empty text says that the place may be
    left out. Raises PhraseError for a phrase that cannot be read.
    """
    _check_brackets(phrase)
    written = _written_out(UNTOLD.sub("", phrase.removeprefix(NOUN)), sets)
    parts = _split(AROUND_BRACES.sub(_tight, written), " ")
    places = [[GAP] if part == GAP else _checked(_texts(part)) for part in parts if part]
    if all("" in place or place == [GAP] for place in places):
        raise PhraseError("this phrase has no word that must be there")
    if places[0] == [GAP] or places[-1] == [GAP]:
        raise PhraseError("a phrase cannot begin or end with ~")
    return places


def told_part(phrase: str) -> str | None:
    """The part of a phrase that is told of; None where that is the whole of it."""
    return phrase[phrase.index("[") + 1 : phrase.index("]")] if "[" in phrase else None


def _check_brackets(phrase: str) -> None:
    """Raise PhraseError unless there is nothing in square brackets, or one part of the phrase, outside all groups."""
    before, opened, rest = phrase.partition("[")
    part, closed, after = rest.partition("]")
    if not opened and "]" not in before:
        return
    if not closed or UNTOLD.search(part + after) or before.count("{") != before.count("}"):
        raise PhraseError("square brackets stand around one part of a phrase, outside all braces")


def _written_out(phrase: str, sets: Mapping[str, Sequence[str]]) -> str:
    """The phrase with its sets and its forms of words as groups."""
    for _depth in range(SET_DEPTH):
        phrase = SET.sub(lambda found: _set_as_group(found[1], sets), phrase)
    if SET.search(phrase):
        raise PhraseError(f"sets name one another here, more than {SET_DEPTH} deep")
    return FORMS.sub(lambda found: "{" + "|".join(forms(found[1])) + "}", phrase)


def _set_as_group(name: str, sets: Mapping[str, Sequence[str]]) -> str:
    if name not in sets:
        known = ", ".join(sorted(sets)) or "none"
        raise PhraseError(f"there is no set <{name}>; the sets are: {known}")
    return "{" + "|".join(sets[name]) + "}"


def _tight(found: re.Match[str]) -> str:
    """White space beside a bar or inside a brace does not count; outside a group it does."""
    text, mark = found[0], found[1]
    return " " * (text[0].isspace() and mark == "{") + mark + " " * (text[-1].isspace() and mark == "}")


def _split(text: str, mark: str) -> list[str]:
    """The text parted at the marks that stand outside all groups."""
    depth, parts, last = 0, [], 0
    for place, char in enumerate(text):
        depth += (char == "{") - (char == "}")
        if depth < 0:
            raise PhraseError("a brace is closed here that was not opened")
        if char == mark and depth == 0:
            parts.append(text[last:place])
            last = place + 1
    if depth:
        raise PhraseError("a brace is opened here that is not closed")
    return [*parts, text[last:]]


def _texts(part: str) -> list[str]:
    """All texts that a part with groups in it stands for."""
    start = part.find("{")
    if start < 0:
        if "|" in part:
            raise PhraseError("a bar stands here outside braces")
        return [part]
    end = _closing(part, start)
    options = [text for option in _split(part[start + 1 : end], "|") for text in _texts(option)]
    rest = _texts(part[end + 1 :])
    if len(options) * len(rest) > MOST_TEXTS:
        raise PhraseError(f"this phrase has more than {MOST_TEXTS} ways to be read")
    return list(dict.fromkeys(part[:start] + option + after for option, after in product(options, rest)))


def _checked(texts: list[str]) -> list[str]:
    tidy = [" ".join(text.split()) for text in texts]
    for text in tidy:
        if text and not TEXT.fullmatch(text):
            raise PhraseError(f'"{text}" is not made of words')
    return tidy


def _closing(text: str, start: int) -> int:
    depth = 0
    for place in range(start, len(text)):
        depth += (text[place] == "{") - (text[place] == "}")
        if depth == 0:
            return place
    raise PhraseError("a brace is opened here that is not closed")
