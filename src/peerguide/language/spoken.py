"""Words that people say of themselves, and whether words are left alone for what is said with them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from peerguide.language.named import NAMES, is_in_a_name, is_only_named
from peerguide.language.patterns import later
from peerguide.language.sentences import Sentence, has_hint

if TYPE_CHECKING:
    from peerguide.corpus.model.language import LanguageEntry

ARTICLE = later(r"(?:a|an|the)\s", re.IGNORECASE)
FIRST = frozenset("i i'm i've i'd i'll we we're we've we'd us im ive".split())
BEING = frozenset(
    "am was were are be been being became become becoming i'm we're im myself ourselves as feel felt feeling got get getting "
    "diagnosed labeled".split()
)
AROUND = frozenset(
    "am was were are be been being have had did do would could might may will used to also still just once never ever always often "
    "sometimes not only really almost nearly tried try wanted want planned attempted continue continued finally even get got getting "
    "became become felt feel feeling stay stayed staying remain remained call called consider considered identify identified describe "
    "myself ourselves as diagnosed labeled named known a an the too so very more now then again both proudly openly two three several many my first second last own recovering recovered "
    "former ex grateful fellow clean sober person who is has thinking think thought about of going go went totally absolutely "
    "completely".split()
)
BLOCK = frozenset(
    "to about with for of that when because who which at by on from over into than if where while how what he she they you it his her "
    "their him them your our its this these those but told asked sure worried afraid glad happy sorry calling there here until before "
    "after since without against between among like".split()
)
STATES = frozenset("recovering being living feeling becoming getting".split())
DOINGS = frozenset("assigned asked given hired trained paid taught raised".split())
OF_OTHERS = frozenset(
    "call called consider considered describe diagnosed labeled named think thought go went get want wanted used".split()
)
OF_ME = (
    *(
        " i ",
        " i'",
        " i,",
        " im ",
        " ive ",
        " me ",
        " me,",
        " me.",
        " me;",
        " me:",
        " me!",
        " me?",
        " me)",
        " my ",
        "myself",
    ),
    *(
        " we ",
        " we'",
        " we,",
        " us ",
        " us,",
        " us.",
        " us;",
        " us:",
        " us!",
        " us?",
        " us)",
        "ourselves",
        "(i ",
        "(we ",
    ),
)
"""Without one of these, nobody speaks of herself or himself."""

OF_SELVES = ("sel", "Sel", "dentif")
ONESELF = later(
    r"(?:\b(?:call|describe|consider|see|name|label|refer)\w*(?: to)? (?:himself|herself|themsel\w+|myself|ourselves)(?: as)?"
    r"|\b(?:self-)?identif\w+ as|\bself-(?:described|identified|proclaimed)|\bself-identif\w+)"
    r"(?: (?:a|an|the|\w+ing|\w+ed|proud|former|ex|and|or|not)){0,3}[ -]*\Z",
    re.IGNORECASE,
)
MADE_ME = later(
    r"\b(?:call|label|name|make|made|drive|drove|driving|think|thought|diagnos)\w* (?:me|us)(?: (?:a|an|as|as a|so))?\s*\Z",
    re.IGNORECASE,
)
TOLD_I_AM = later(
    r"\b(?:I|we)(?:'ve| have|'d| had)? (?:was|were|am|been|got) (?:\w+ )?"
    r"(?:labeled|labelled|called|named|diagnosed|told|known|described|seen)\b"
    r"(?:(?! (?:he|she|they|him|her|them|who|clients?|patients?|people|peers?|residents?|consumers?|members|staff|it|others) )[^.;!?])*\Z"
)
AS_A = later(r"\b(?:as|being|like) (?:a|an)(?: [\w-]+){0,3}\s*\Z", re.IGNORECASE)
THEN_I = later(r"[^.;:]{0,45}?,? (?:I|I'm|I've|I'd|we|we've|my|myself)\b")
I_BEFORE = later(r"\b(?:I|I'm|I've|me|myself|we|we're|us)(?: [\w']+){0,3} \Z")
TRYING_TO = later(
    r"\b(tried|try|trying|wanted|want|used|planned|going|attempted|about|continued|able|began|started|had|have) to\b"
)
NOTHING_BUT = later(r"\bnothing but\b")
FEELING_LIKE = later(r"\b(feel|felt|feeling) like\b")
PLAIN_WORD = later(r"[A-Za-z]+(?:'[a-z]+)?|[;:()\u2014]")
ARTICLE_WORDS = frozenset("a an the some such".split())
STOPS = ";:()\u2014"
WORDS_BACK = 9
MOST_BETWEEN = 7


def is_of_oneself(sentence: Sentence, kind: str) -> bool:
    """Whether these words are what somebody says of herself, himself or themselves."""
    before = sentence.before
    if has_hint(before, OF_SELVES) and ONESELF.search(before):
        return True
    if not has_hint(f" {before} {sentence.after} ".lower(), OF_ME):
        return False
    if MADE_ME.search(before) or TOLD_I_AM.search(before):
        return True
    as_a = AS_A.search(before)
    if as_a and (THEN_I.match(sentence.after) or I_BEFORE.search(before, 0, as_a.start())):
        return True
    before = FEELING_LIKE.sub(r"\1", TRYING_TO.sub(r"\1", NOTHING_BUT.sub("", before)))
    return _follows_me(PLAIN_WORD.findall(before)[-WORDS_BACK:], name=kind in NAMES)


def _follows_me(words: list[str], *, name: bool) -> bool:
    """Whether the last "I" or "we" before is the one that is spoken of."""
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        if word in STOPS:
            return False
        if word.lower() in FIRST and (word[0] == "I" or word.lower() != "i"):
            return _is_of_me(word.lower(), [other.lower() for other in words[place + 1 :]], name=name)
    return False


def _is_of_me(first: str, between: list[str], *, name: bool) -> bool:
    """Whether what follows "I" and these words is said of me."""
    if first == "us":
        return not between
    is_being = any(word in BEING for word in [first, *between][:4])
    if (name and between and not is_being) or (not is_being and _has_a_thing(between)):
        return False
    if (between and between[-1] in {"do", "did", "does"}) or len(between) > MOST_BETWEEN:
        return False
    if all(word in AROUND for word in between) and not _speaks_of_others(between):
        return True
    return is_being and not any(word in BLOCK or _does(word) for word in between)


def _has_a_thing(between: list[str]) -> bool:
    """I had a ..., we have the ...: said of a thing, unless I "had been"."""
    return len(between) > 1 and between[0] in {"had", "have", "has"} and between[-1] in ARTICLE_WORDS


def _speaks_of_others(between: list[str]) -> bool:
    """I called the ..., I considered the ...: said of someone else."""
    return (
        bool(between)
        and between[0] in OF_OTHERS
        and not {"myself", "ourselves"}.intersection(between)
        and bool({"the", "a", "an"}.intersection(between))
    )


def _does(word: str) -> bool:
    return word in DOINGS or (word.endswith("ing") and word not in STATES)


def is_spared(sentence: Sentence, words: str, entry: LanguageEntry) -> bool:
    """Whether these words are left alone for what is said with them in their sentence."""
    if is_in_a_name(sentence, words):
        return True
    article = ARTICLE.match(words)
    if article:
        sentence = Sentence(sentence.before + article[0], sentence.after)
    if is_only_named(sentence, entry.kind):
        return True
    return entry.self_spared and is_of_oneself(sentence, entry.kind)
