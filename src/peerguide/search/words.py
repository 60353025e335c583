"""What the words of a query mean in this corpus: as they are spelt, corrected, or said otherwise there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from peerguide.corpus.names.spelling import allowed_slips, distance
from peerguide.corpus.tables import INDEXES
from peerguide.search.query import FAINT_WORDS

if TYPE_CHECKING:
    from peerguide.corpus.library import Corpus
    from peerguide.search.query import Piece, Query

SAID = "{name alias theme text plain}"
"""The columns in which an entry speaks for itself, and the one with its plain words where its text is the official one."""

FAINT = 0.3
"""What a word that says little counts for."""

LONGEST = 30
"""A longer word, in letters, is not looked at for slips: it is no word."""

LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, eq=False, repr=False)
class Wanted:
    """One thing asked for: what to call it, and how to ask FTS5 for it.

    `spelt` is it as it was spelt (or corrected), None when it is meant only in other words; `meant` finds it in those too,
    None when nothing but its own spelling is taken. `weight` is what it counts for where an entry has only some of what
    was asked.
    """

    label: str
    spelt: str | None
    meant: str | None
    weight: float = 1.0

    def own(self, columns: str) -> str | None:
        """What finds it as it was spelt, in these columns, in which entries speak for themselves."""
        return f"{columns} : {self.spelt}" if self.spelt else None

    def any(self, columns: str) -> str:
        """What finds it in whichever words."""
        return self.meant or f"{columns} : {self.spelt}"


def understood(corpus: Corpus, query: Query, *, exact: bool) -> tuple[list[Wanted], tuple[str, ...]]:
    """What was asked for, and what to tell the person about words that were corrected.

    With `exact` nothing is corrected and no synonym is taken.
    """
    if exact:
        return [Wanted(str(piece), quoted(piece), None) for piece in query.wanted], ()
    pieces = list(dict.fromkeys(_corrected(corpus, piece) for piece in query.wanted))
    words = [piece.words[0] for piece in pieces if _is_plain(piece)]
    synonyms = _synonyms(corpus, words, query.passed_over)
    wanted = [
        _wanted(piece, synonyms.pop(piece.words[0], []) if _is_plain(piece) else []) for piece in pieces
    ]
    wanted.extend(
        Wanted(phrase, None, f"{SAID} : ({' OR '.join(finds)})") for phrase, finds in synonyms.items()
    )
    return wanted, _corrections(query.wanted, pieces)


def _is_plain(piece: Piece) -> bool:
    """Whether a piece is one word, which may be meant in other words; a phrase and a beginning mean just themselves."""
    return not piece.phrase and not piece.prefix


def _wanted(piece: Piece, synonyms: list[str]) -> Wanted:
    own = quoted(piece)
    if not _is_plain(piece):
        return Wanted(str(piece), own, f"{SAID} : {own}")
    others = [f"{SAID} : {synonym}" for synonym in synonyms]
    weight = FAINT if piece.words[0] in FAINT_WORDS else 1.0
    return Wanted(str(piece), own, " OR ".join([own, *others]), weight)


def _corrections(typed: tuple[Piece, ...], pieces: list[Piece]) -> tuple[str, ...]:
    if list(typed) == pieces:
        return ()
    return (f"Showing results for {' '.join(map(str, pieces))} (--exact takes words as they are spelt).",)


def quoted(piece: Piece) -> str:
    """The piece as FTS5 is asked for it."""
    return f'"{" ".join(piece.words)}"' + (" *" if piece.prefix else "")


def _corrected(corpus: Corpus, piece: Piece) -> Piece:
    """The piece with a word that finds nothing put right, where a word of the corpus is a slip or two away."""
    if piece.phrase or piece.prefix or _is_known(corpus, piece.words[0]):
        return piece
    near = nearest_word(corpus, piece.words[0])
    return piece._replace(words=(near,)) if near else piece


def _is_known(corpus: Corpus, word: str) -> bool:
    """Whether a word finds something, by itself or as something that people type for another word."""
    quoted = f'"{word}"'
    return any(
        corpus.rows(f"SELECT 1 FROM {index} WHERE {index} MATCH ? LIMIT 1", quoted)
        for index in (*INDEXES, "synonym")
    )


def nearest_word(corpus: Corpus, word: str) -> str | None:
    """The word of the corpus's vocabulary that is fewest slips away, the most frequent of several; None if all are too far.

    Words one slip away are looked up by making them; two slips away are searched for among words of about that length.
    """
    if not 3 < len(word) <= LONGEST:
        return None
    corpus.ready("word")
    one_slip = sorted(_one_slip(word))
    rows = corpus.rows(
        f"SELECT word FROM word WHERE word IN ({', '.join('?' * len(one_slip))}) ORDER BY count DESC, word",
        *one_slip,
    )
    for (candidate,) in rows:
        if allowed_slips(word, candidate):
            return str(candidate)
    letters = _letters(word)
    for (candidate,) in corpus.rows(
        "SELECT word FROM word WHERE substr(word, 1, 1) = ? AND length(word) BETWEEN ? AND ? ORDER BY count DESC, word",
        word[:1],
        len(word) - 2,
        len(word) + 2,
    ):
        near = (_letters(candidate) ^ letters).bit_count() <= 4 and allowed_slips(word, candidate) == 2
        if near and distance(word, candidate, 2) <= 2:
            return str(candidate)
    return None


def _one_slip(word: str) -> set[str]:
    parts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    fewer = {one + other[1:] for one, other in parts if other}
    swapped = {one + other[1] + other[0] + other[2:] for one, other in parts if len(other) > 1}
    changed = {one + letter + other[1:] for one, other in parts if other for letter in LETTERS}
    more = {one + letter + other for one, other in parts for letter in LETTERS}
    return fewer | swapped | changed | more


def _letters(word: str) -> int:
    """The letters of a word as a set of bits: a slip changes at most two of them."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 31)
    return bits


def _synonyms(corpus: Corpus, words: list[str], common: tuple[str, ...]) -> dict[str, list[str]]:
    """How else to ask for each of these words, by the word; and for phrases of common words, by the phrase.

    A phrase of the synonyms counts when the query has all its words, in any form and order.
    """
    phrases: dict[tuple[str, str], set[str]] = {}
    for word in dict.fromkeys((*words, *common)):
        for phrase in corpus.rows("SELECT typed, finds FROM synonym WHERE synonym MATCH ?", f'"{word}"'):
            phrases.setdefault(phrase, set()).add(word)
    found: dict[str, list[str]] = {}
    for (typed, finds), having in phrases.items():
        if len(having) >= len(typed.split()):
            for word in [word for word in dict.fromkeys(words) if word in having] or [typed]:
                found.setdefault(word, []).extend(f'"{one}"' for one in finds.split("\n"))
    return found
