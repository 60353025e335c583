"""From the words that people type to a query: words, phrases, beginnings of words, and what to leave out.

    trust privacy        both words
    '"share hope"'       the two words together, in this order
    advoc*               any word that begins so
    -coercion            not where this stands (`not:coercion` means the same)

Anything else is literal. What a query is made of holds only letters and numbers, so that no input whatever can be taken
for the search engine's own language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from peerguide.corpus.names.spelling import words_of

MOST_WORDS = 32
"""As many different words are searched for; nobody remembers more, and a pasted page has to end somewhere."""

STOP_WORDS = frozenset(
    """
    ain aren couldn didn doesn don hadn hasn haven isn mustn needn shouldn wasn weren won wouldn
    a about after all also am an and any are arent as at be because been before being but by can cannot cant could couldnt
    d did didnt do does doesnt doing dont during each else even ever every for from get gets getting give gives go going
    got had has hasnt have havent having he her hers herself him himself his how i id if ill im in into is isnt it its
    itself ive just ll let lets like m many may maybe me mean means might more most much must my myself need needs no nor
    not of off ok okay on one only or other our ours ourselves out own please re really s say says shall she should shouldnt
    so some somebody someone something soon still such t than that thats the their theirs them themselves then there these
    they thing things this those through to too toward towards under until up upon us use ve very want wants was wasnt way
    ways we well were werent what whats when where whether which while who whom whos whose why will with without wont would
    wouldnt yes yet you your youre yours yourself
    """.split()
)
"""Words too common to tell one passage from another; they are passed over unless they stand in a phrase."""

FAINT_WORDS = frozenset(
    """
    able about allowed always anybody anyone around ask asked asking avoid avoiding away back bad best better big bring call
    called calling came come comes coming day days deal dealing everybody everyone everything explain explaining fact feel
    find finding finds first gave given giving good great guide hand handle handling happen happened happening happens hard
    hear help helped helping helps hold holding idea important instead job keep keeping keeps kind know knowing knows last
    late leave left let little long look looked looking looks lot lots made make makes making matter meaning meet mind new
    nobody often old part parts people peer peers person place point possible problem put question right role roles said
    same saw saying see seeing seem seen several show showing side sort start stay stop sure take taken takes taking talk
    talking tell telling think thinking thought time times told took tried try trying turn understand used using value values
    various work worker workers working works wrong
    """.split()
)
"""Words that say little by themselves: where no entry has every word of a query, these count for less than the others."""

DEFINING = (
    "what is ",
    "what's ",
    "what are ",
    "what does ",
    "what do ",
    "define ",
    "definition of ",
    "meaning of ",
)
"""How questions for the meaning of a word begin."""

QUOTES = str.maketrans("\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019", '"' * 5 + "'" * 2)
"""The quotes that phones and word processors write, and those that keyboards have."""

COMPARING = "difference between"
"""What asks about two things, and is not itself about anything."""

_PART = r'(-|not:)?(?:"([^"]*)"|(\S+))'


class Piece(NamedTuple):
    """One thing to look for: one word, or the words of a phrase; `prefix` when the last may go on."""

    words: tuple[str, ...]
    prefix: bool = False
    phrase: bool = False

    def __str__(self) -> str:
        text = " ".join(self.words) + ("*" if self.prefix else "")
        return f'"{text}"' if self.phrase else text


@dataclass(frozen=True, eq=False, repr=False)
class Query:
    """What to find and what to leave out. `passed_over` has the words that are too common to look for.

    `defining` says that the text asks what something means, `cut` that it had more words than are looked for.
    """

    wanted: tuple[Piece, ...]
    unwanted: tuple[Piece, ...]
    passed_over: tuple[str, ...]
    defining: bool
    cut: bool


def parse(text: str) -> Query:
    """The query that this text writes."""
    wanted: list[Piece] = []
    unwanted: list[Piece] = []
    passed_over: list[str] = []
    question = text.strip().lower().translate(QUOTES)
    for sign, phrase, word in re.findall(_PART, question.replace(COMPARING, " ")):
        for piece in _pieces(phrase, word):
            if sign:
                unwanted.append(piece)
            elif not piece.phrase and not piece.prefix and piece.words[0] in STOP_WORDS:
                passed_over.append(piece.words[0])
            else:
                wanted.append(piece)
    defining = question.startswith(DEFINING) or COMPARING in question
    cut = len(set(wanted)) > MOST_WORDS
    return Query(
        _first(wanted), _first(unwanted), tuple(dict.fromkeys(passed_over))[:MOST_WORDS], defining, cut
    )


def _pieces(phrase: str, word: str) -> list[Piece]:
    if phrase:
        words = tuple(words_of(phrase))
        return [Piece(words, phrase=len(words) > 1)] if words else []
    words = tuple(words_of(word))
    if not words:
        return []
    *before, last = words
    pieces = [Piece((one,)) for one in before]
    return [*pieces, Piece((last,), prefix=word.endswith("*"))]


def _first(pieces: list[Piece]) -> tuple[Piece, ...]:
    return tuple(dict.fromkeys(pieces))[:MOST_WORDS]
