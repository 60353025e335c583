"""Entries that a query names: by a ref, by a name, or by nearly the words in which people ask for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from peerguide.corpus.names.known import LABEL
from peerguide.corpus.names.spelling import fold, words_of
from peerguide.search.query import FAINT_WORDS, STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from peerguide.search.finder import Finder
    from peerguide.search.words import Wanted

CLOSE = 12
"""Words of a question that stand further apart than this are not one question."""

LOOKED_AT = 20
"""As many entries of a part are looked at closely for a question."""

LONGEST = """
    ref IN (
        SELECT name.ref FROM name WHERE kind = 'term' AND instr(?, ' ' || folded || ' ') AND length(folded) =
        (SELECT max(length(folded)) FROM name WHERE kind = 'term' AND instr(?, ' ' || folded || ' '))
    )
"""
"""The glossary term whose name is the longest that stands in a text; of several guides, that of each."""


def with_ref(finders: Sequence[Finder], text: str) -> list[tuple[int, Finder]]:
    """The entry whose ref this text is, such as `7`, `value 7`, `7.p2` or `declaration:a4`; none for any other text.

    The ref of an entry that the corpus itself does not have finds the rows of the crosswalk about it. A ref that is a word
    (`advocacy`) is a word to look for like others.
    """
    ref = re.sub(LABEL, "", text.strip().lower())
    if not re.fullmatch(r"\S*\d\S*|\S+:\S+", ref):
        return []
    found = [(seq, one) for one in finders for seq in one.entries("ref = ?", one.corpus.whole(ref))]
    end = "? IN ({0}, substr({0}, instr({0}, ':') + 1))"
    about = f"ref IN (SELECT ref FROM crosswalk WHERE {end.format('begin')} OR {end.format('end')})"
    return found or [(seq, one) for one in finders for seq in one.entries(about, ref, ref)]


def named(finder: Finder, text: str, *, defining: bool) -> set[int]:
    """The entries that bear exactly this text as a name or a ref; where it asks what something means, the term that it names."""
    if "crosswalk" in finder.part.kinds:  # nobody means a row by its id, which may be a word such as `keys`
        return set()
    folded = fold(text)
    ref = finder.corpus.whole(text.strip().lower())
    found = finder.entries("ref = ? OR ref IN (SELECT ref FROM name WHERE folded = ?)", ref, folded)
    if defining and not found and "term" in finder.part.kinds:
        found = finder.entries(LONGEST, f" {folded} ", f" {folded} ")
    return set(found)


def nearly_asked(finder: Finder, text: str, wanted: Sequence[Wanted]) -> set[int]:
    """The entries that people ask for, or that are named, in nearly these words.

    Those are all words of the text that say something, two at least; of three or more, one more may stand there.
    """
    words = [group.label for group in wanted]
    if not finder.part.has_questions or len(words) < 2 or not all(word.isalnum() for word in words):
        return set()
    strong = _strong(words)
    near = " ".join(f'"{word}"' for word in (strong if len(strong) > 1 else words))
    rows = finder.texts(f"{{name asked}} : NEAR({near}, {CLOSE})", LOOKED_AT)
    return {
        seq
        for seq, name, asked in rows
        for question in (name or "", *re.split(r",\s", asked or ""))
        if fold(question) == fold(text) or _is_near(strong, question)
    }


def _is_near(strong: Sequence[str], question: str) -> bool:
    """Whether a question has all of these words and hardly another one that says something."""
    from peerguide.corpus.names.stems import stem

    sought = {stem(word) for word in strong}
    has = {stem(word) for word in words_of(question)}
    more = {stem(word) for word in _strong(words_of(question))} - sought
    return len(sought) > 1 and sought <= has and len(more) <= (len(sought) > 2)


def _strong(words: Iterable[str]) -> list[str]:
    """The words that say something by themselves."""
    return [word for word in dict.fromkeys(words) if word not in STOP_WORDS and word not in FAINT_WORDS]
