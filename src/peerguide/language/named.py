"""Words that are only named, that are set against others, or that belong to a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from peerguide.language.patterns import later
from peerguide.language.sentences import has_hint

if TYPE_CHECKING:
    from peerguide.language.sentences import Sentence

ARTICLES = "(?: (?:a|an|the|just|just a|just an|only|someone's|another|mere|our|my))?"

NAMED = later(
    r"(?:(?<!-)\b(?:words?|terms?|labels?|phrases?|slur|name-calling|expressions?)"
    r"(?:,? (?:like|such as|of|is|was|for|as|for example))?(?:,? (?:a|an|the|or|and|\S+)){0,2}|\bso-called(?: \w+)?)[ ,:*_]*\Z",
    re.IGNORECASE,
)
IN_TERMS_OF = later(r"\b(?:in|long|short|medium|near)[ -]terms?\b|\bother words\b", re.IGNORECASE)
NOT_CALLED = later(
    r"\b(?:not|never|n't|avoid|stop\w*|no longer|nobody|no one|without|against|quit|discourag\w*)\b[^.!?]{0,40}"
    r"\b(?:call|label|nam|referr?)\w*\b[^.!?]{0,40}\Z",
    re.IGNORECASE,
)
SET_AGAINST = later(
    rf"(?:\b(?:rather than|instead of|more than)(?: as)?|[,;\u2014-]\s*(?:and )?not(?: as)?){ARTICLES}\s*\Z",
    re.IGNORECASE,
)
NOT_SAID = later(
    r"\b(?:not|n't|never|avoid|stop|instead of|rather than)(?: to)? (?:use|using|say|saying|write|writing|type|typing)"
    r"(?: (?:the )?(?:words?|terms?|phrases?))?(?: (?:like|such as))?(?: (?:a|an|the))?[ :]*\Z",
    re.IGNORECASE,
)
REPLACED = later(r"[*_]*\s*(?:->|=>|\u2192|\u2794)")
"""Stands after words for which better ones follow."""

NOBODY_IS = later(
    r"\b(?:(?:no one|nobody|none of us|no person|no human being) (?:is|are) (?:just |only |ever |really )?(?:a |an |the )?"
    r"|no such thing as (?:a |an )?|there (?:is|are) no )\Z",
    re.IGNORECASE,
)
NOT_A = later(
    r"\b(?:(?:people|persons|human beings|members|guests|you|we|they) are (?:not|never|more than)"
    r"|(?:person|somebody|someone) is (?:not|never|more than)|not just|not only|not merely)(?: (?:a|an|our|your|just|only|the))?\s*\Z",
    re.IGNORECASE,
)
NAMING = ("word", "term", "label", "phrase", "slur", "name-call", "so-called", "expression")
DENYING = (
    *("not", "n't", "never", "avoid", "stop", "instead", "than", "without", "against", "quit", "discourag"),
    *("nobody", "no one", "none", "no longer", "no person", "no human", "no such", "is no", "are no"),
)
"""What the patterns above cannot do without."""

NAMES = frozenset({"label", "system", "disability", "othering", "coercion"})
"""The kinds of entry that give a person a name."""

DENIED = NAMES | {"disposition", "power", "idiom"}
"""The kinds of entry of which "you are not ..." says that they do not hold."""

BODY = (
    "Act|Acts|Administration|Alliance|Anonymous|Association|Authority|Board|Bureau|Campaign|Center|Coalition|College|Commission|"
    "Committee|Council|Court|Department|Division|Foundation|Front|Fund|Hospital|Institute|Inventory|Journal|League|Ministry|Month|Movement|Museum|Network|"
    "Office|Press|Project|Questionnaire|Registry|Review|Scale|School|Services|Society|Study|Survey|Test|Trust|Union|University|Week"
)
LEADING_UP = later(r"(?:[A-Z][\w'\u2019-]*,? (?:(?:of|and|for|the|on|in|to|&) )*)*\Z")
GOING_ON = later(r"(?:'s?)?(?:,? (?:(?:of|and|for|the|on|in|to|&) )*[A-Z][\w'\u2019-]*)*")
ENDS_AS_NAME = later(rf"(?:\A|[ ,])(?:{BODY})\Z")
BEGINS_AS_NAME = later(rf"\b(?:{BODY}|Children|Friends|Families) (?:of|for|on|against)\b")


def is_only_named(sentence: Sentence, kind: str) -> bool:
    """Whether the words are named, denied or set against others, rather than used."""
    before = sentence.before
    low = before.lower()
    if REPLACED.match(sentence.after):
        return True
    if has_hint(low, NAMING) and NAMED.search(before) and not IN_TERMS_OF.search(before[-40:]):
        return True
    if not has_hint(low, DENYING):
        return False
    if any(pattern.search(before) for pattern in (NOT_CALLED, NOT_SAID, SET_AGAINST, NOBODY_IS)):
        return True
    return kind in DENIED and bool(NOT_A.search(before))


def is_in_a_name(sentence: Sentence, words: str) -> bool:
    """Whether the words are part of the name of a body, a law or the like, written with capitals."""
    if words.islower():
        return False
    if (
        not all(word[0].isupper() for word in words.replace("-", " ").split() if len(word) > 3)
        or words.isupper()
    ):
        return False
    before, after = LEADING_UP.search(sentence.before), GOING_ON.match(sentence.after)
    lead, rest = before[0] if before else "", after[0] if after else ""
    return bool(ENDS_AS_NAME.search(rest) or BEGINS_AS_NAME.search(lead))
