"""Phrases in the notation of `language.yaml` as regular expressions that Vale reads.

Vale's engine (regexp2) knows lookarounds of any length, so that what stands near a match can be asked for. All patterns
are meant to ignore case, but for the letters that are capitals in a phrase.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from peerguide.corpus.language.phrases import GAP, GAP_WORDS, NOUN, places_of
from peerguide.language.spoken import AROUND, MOST_BETWEEN, OF_OTHERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from peerguide.corpus.model.language import LanguageEntry, LanguageWords

    Sets = Mapping[str, Sequence[str]]

APOSTROPHE = "['\u2019]"
HYPHEN = "[-\u2010\u2011\u2013]"
SPACE = rf"{APOSTROPHE}?(?:\s+|{HYPHEN}\s*)"
JOINT = rf"(?:{HYPHEN}\s*|\s+)?"
ANY = r"[^\W_][\w'\u2019]*"

WORD, BETWEEN = r"[\w'\u2019]+", r"[^\w'\u2019]+"
"""A word and what parts two, where only their number counts."""

SEPARATORS = {" ": SPACE, "-": JOINT, "'": APOSTROPHE}

LONGEST = 5
"""How many words of a phrase are counted on top, where what must stand near may stand in the phrase itself."""

NAMED = (
    r"(?<!\b(?:words?|terms?|labels?|phrases?|slur|so-called)(?:\s+(?:like|such\s+as|of))?,?\s+(?:(?:a|an|the)\s+)?)"
    r"(?<!(?:\b(?:rather\s+than|instead\s+of|more\s+than)(?:\s+as)?|,\s+not)\s+(?:(?:a|an|the|just|only)\s+)*)"
    r"(?<!\b(?:himself|herself|themsel\w+|identif\w+|self-described)\s+(?:as\s+)?(?:(?:a|an|the)\s+)?)"
)
"""Not after "the word ...", "rather than ..." or "describes herself as a ...": such words are named, and not used of somebody else."""


def _oneself() -> str:
    """Not right after "I" or "we", or a few small words further on: people say that of themselves."""
    small = "|".join(sorted(AROUND - OF_OTHERS))
    first = rf"(?<![^\W_])(?:(?-i:I)|we)(?:{APOSTROPHE}(?:m|ve|d|re|ll))?"
    return rf"(?<!{first}\s+(?:(?:{small})\s+){{0,{MOST_BETWEEN}}})"


def pattern(phrase: str, sets: Sets) -> str:
    """A phrase as a regular expression, without the edges of its words. Raises PhraseError for one that cannot be read."""
    places = places_of(phrase, sets)
    first = next(number for number, place in enumerate(places) if "" not in place and place != [GAP])
    before = "".join(map(_earlier, places[:first]))
    after = "".join(map(_further, places[first + 1 :]))
    return before + _one_of(places[first]) + after


def _earlier(place: list[str]) -> str:
    if place == [GAP]:
        return f"(?:{ANY}{SPACE}){{0,{GAP_WORDS}}}"
    return f"(?:{_one_of(place)}{SPACE})?"


def _further(place: list[str]) -> str:
    if place == [GAP]:
        return f"(?:{SPACE}{ANY}){{0,{GAP_WORDS}}}"
    return f"(?:{SPACE}{_one_of(place)})?" if "" in place else SPACE + _one_of(place)


def _one_of(place: Iterable[str]) -> str:
    """The texts that may stand at a place, the longer first, since the first that fits is taken."""
    texts = [_text(text) for text in sorted(filter(None, place), key=lambda text: (-len(text), text))]
    return texts[0] if len(texts) == 1 else f"(?:{'|'.join(texts)})"


def _text(text: str) -> str:
    """A text; an apostrophe at its end is asked for, but stands outside, where words end."""
    if text.endswith("'"):
        return f"{_text(text[:-1])}(?={APOSTROPHE})"
    parts = ("".join(letters) for _capital, letters in groupby(text, key=str.isupper))
    return "".join(f"(?-i:{part})" if part.isupper() else "".join(map(_character, part)) for part in parts)


def _character(character: str) -> str:
    return SEPARATORS.get(character) or re.escape(character)


def either(phrases: Iterable[str], sets: Sets) -> str:
    """Any of these phrases, as whole words, those of more words first."""
    longest_first = sorted(phrases, key=lambda phrase: -len(places_of(phrase, sets)))
    return rf"\b(?:{'|'.join(pattern(phrase, sets) for phrase in longest_first)})\b"


def tokens(entry: LanguageEntry, words: LanguageWords) -> list[str]:
    """What Vale is to look for: first the phrases that make an entry's words fine, which its exceptions then let pass, then those words."""
    fine = [pattern(phrase, words.sets) for phrase in entry.unless]
    plain = [phrase for phrase in entry.match if not phrase.startswith(NOUN)]
    nouns = [phrase for phrase in entry.match if phrase.startswith(NOUN)]
    guarded = [
        (phrases, ends) for phrases, ends in ((plain, ""), (nouns, _noun_ends(words.after_noun))) if phrases
    ]
    return fine + [
        _guarded(number, phrases, entry, words, ends) for number, (phrases, ends) in enumerate(guarded, 1)
    ]


def _guarded(
    number: int, phrases: Iterable[str], entry: LanguageEntry, words: LanguageWords, ahead: str
) -> str:
    """The phrases, found first and taken as a whole, so that what stands around them is looked at only there.

    `number` is that of the group which holds them; a rule has no others.
    """
    around = NAMED + (_oneself() if entry.self_spared else "")
    if entry.needs:
        around += _needed(either(entry.needs, words.sets), words.reach["needs"])
    if entry.unless_near:
        near, reach = either(entry.unless_near, words.sets), words.reach["unless_near"]
        around += f"(?<!{_reaching_from(near, reach)})"
        ahead += f"(?!{_reaching_to(near, reach)})"
    return rf"(?=({either(phrases, words.sets)})){around}\{number}{ahead}"


def _needed(near: str, reach: int) -> str:
    inside = f"(?:{WORD}{BETWEEN}){{0,{reach + LONGEST}}}{near}"
    return f"(?:(?<={_reaching_from(near, reach)})|(?={inside}))"


def _reaching_from(near: str, reach: int) -> str:
    return rf"{near}(?:{APOSTROPHE}\w*)?(?:{BETWEEN}{WORD}){{0,{reach - 1}}}{BETWEEN}"


def _reaching_to(near: str, reach: int) -> str:
    return f"(?:{BETWEEN}{WORD}){{0,{reach - 1}}}{BETWEEN}{near}"


def _noun_ends(after: Iterable[str]) -> str:
    """What shows the word before it to be a noun: a possessive, punctuation, a figure, the end, or certain words."""
    words = "|".join(map(_text, after))
    follows = rf"[^\w\s]|\d|\Z|(?:{words})\b|\w+(?:ed|ly|n{APOSTROPHE}t|{APOSTROPHE}ll)\b"
    return rf"(?:(?={APOSTROPHE}s\b)|(?!{APOSTROPHE}\w|{HYPHEN}\w)(?=\s*(?:{follows})))"
