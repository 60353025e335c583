"""Reading values, glossary terms and what the guide is called out of a corpus, as questions need them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.corpus.names.known import names as names_of
from peerguide.corpus.names.spelling import fold
from peerguide.corpus.places import GUIDELINES
from peerguide.quiz.subjects import Entry, Topic, gist_of, said

if TYPE_CHECKING:
    from peerguide.corpus.library import Corpus
    from peerguide.corpus.model.common import Kind


def topics_of(corpus: Corpus) -> dict[str, Topic]:
    """All values by their refs, in order."""
    rows = corpus.rows(
        "SELECT ref, number, name, theme, text, plain FROM entry WHERE kind = 'value' ORDER BY seq"
    )
    unlike: dict[str, dict[str, str]] = {}
    for ref, target, why in corpus.rows("SELECT ref, target, why FROM link WHERE relation = 'confused'"):
        unlike.setdefault(ref, {})[target] = why
    leads = ways_to_write(corpus, "value")
    found_by = _found_by(corpus)
    topics = {}
    for ref, number, name, theme, *words in rows:
        meaning = said(corpus.wording, *words)
        topics[ref] = Topic(
            ref,
            number,
            name,
            theme,
            meaning.text,
            names=tuple(way for way in leads.get(ref, ()) if way not in found_by),
            leads=leads.get(ref, ()),
            unlike=unlike.get(ref, {}),
            plain=meaning.plain,
            wording=meaning.wording,
            also=corpus.targets(ref, "also"),
        )
    return topics


def _found_by(corpus: Corpus) -> set[str]:
    """Words that lead to a value and are no name of it, folded."""
    return {fold(words) for (words,) in corpus.rows("SELECT target FROM link WHERE relation = 'found'")}


def entries_of(corpus: Corpus) -> dict[str, Entry]:
    """All glossary terms by their refs, in order."""
    rows = corpus.rows("SELECT ref, name, gist, text, plain FROM entry WHERE kind = 'term' ORDER BY seq")
    names = ways_to_write(corpus, "term")
    entries = {}
    for ref, name, gist, *words in rows:
        told = gist_of(gist, said(corpus.wording, *words))
        entries[ref] = Entry(
            ref,
            name,
            told.text,
            names.get(ref, ()),
            corpus.targets(ref, "also"),
            told.plain,
            told.wording,
        )
    return entries


def ways_to_write(corpus: Corpus, kind: Kind) -> dict[str, tuple[str, ...]]:
    """Every way to write the names of a kind, folded, by ref."""
    ways: dict[str, list[str]] = {}
    for folded, link in names_of(corpus, kind):
        ways.setdefault(link.ref, []).append(folded)
    return {ref: tuple(folded) for ref, folded in ways.items()}


def called(corpus: Corpus) -> str:
    """What to call a guide in a sentence."""
    if not corpus.shipped:
        return "this guide"
    cited = None if corpus.guide == GUIDELINES else corpus.citation()
    return f"the {cited.title}" if cited else "the guidelines"
