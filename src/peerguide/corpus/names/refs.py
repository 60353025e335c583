"""Finding what people mean: from the words they type to the ref of one entry.

An exact match wins. Then come names that have all the words, then those that have words beginning so, then
names within a slip or two. One match is taken; one that needed its spelling corrected says so; several are
listed and none is guessed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from peerguide.corpus.names.known import LABEL, NOUNS, called, heir_of, kind_of, short
from peerguide.corpus.names.known import names as names_of
from peerguide.corpus.names.spelling import fold, nearest, without_stem
from peerguide.errors import AmbiguousError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Callable

    from peerguide.corpus.library import Corpus
    from peerguide.corpus.model.common import Kind, Link, StatementKind

STATEMENT = r"(.*?\S)[\s.:_-]*([ps])[\s.]*0*([0-9]+)"
ACTION = r"(?:action|practice|a)[\s._-]*0*([0-9]+)(?:[\s.]+0*([0-9]+))?"
"""How people write the ref of a practice of the whole guide, and of an item that it lists."""

FIRST_ACTION = "SELECT 1 FROM entry WHERE kind = 'practice' AND value IS NULL LIMIT 1"

_LISTED = 12


class Found(NamedTuple):
    """The ref that was meant, and what to tell the person when it is not what they typed."""

    ref: str
    notice: str | None = None


def find(corpus: Corpus, kind: Kind, words: str) -> Found:
    """The value, term or source that these words mean.

    Raises NotFoundError when nothing has that name and AmbiguousError when several things do.
    """
    folded = fold(words)
    for attempt in (_by_ref, _exactly, _by_words, _by_spelling, _by_spelling_of_words):
        found = attempt(corpus, kind, folded, words)
        if found is not None:
            return found
    match = re.fullmatch(STATEMENT, words.strip().casefold())
    if match and _exactly(corpus, "value", fold(match[1]), match[1]):
        meant: StatementKind = "practice" if match[2] == "p" else "role"
        raise NotFoundError(
            f"{short(words)} would be a {NOUNS[meant]}, not a {NOUNS[kind]}.",
            f"Try: peerguide {meant} {match[1]}",
        )
    from peerguide.corpus.names.suggestions import not_found

    raise not_found(corpus, kind, folded, words)


def find_statement(corpus: Corpus, kind: StatementKind, words: str) -> Found:
    """The practice or supervisor role, or the value, that these words mean.

    Raises NotFoundError and AmbiguousError as `find` does.
    """
    ref = _statement_ref(corpus, words)
    if ref is None:
        return find(corpus, "value", words)
    heir = heir_of(corpus, ref)
    if heir:
        return Found(heir, f"{ref} is retired; {heir} stands in its place.")
    there = kind_of(corpus, ref)
    if there == kind or (there == "item" and kind == "practice"):
        return Found(ref)
    if there in ("practice", "role"):
        raise NotFoundError(
            f"{ref} is a {NOUNS[there]}, not a {NOUNS[kind]}.", f"Try: peerguide {there} {ref}"
        )
    raise _no_statement(corpus, kind, ref)


def _statement_ref(corpus: Corpus, words: str) -> str | None:
    """The ref that `7.p2`, `7p2`, `7 P 2` or `seven.p2` writes; None when the words write no statement's ref."""
    typed = corpus.whole(words.strip().casefold())
    if kind_of(corpus, typed) in ("practice", "role", "item"):
        return typed
    action = re.fullmatch(ACTION, typed)
    if action and any(corpus.rows(FIRST_ACTION)):
        return _action_ref(corpus, ".".join(filter(None, [f"a{action[1]}", action[2]])))
    match = re.fullmatch(STATEMENT, typed)
    if match is None:
        return None
    folded, value = fold(match[1]), corpus.whole(match[1])
    owner = Found(value) if kind_of(corpus, value) == "value" else _exactly(corpus, "value", folded, match[1])
    if owner is None and folded.isdecimal():
        from peerguide.corpus.names.suggestions import not_found

        raise not_found(corpus, "value", folded, match[1])
    return f"{owner.ref}.{match[2]}{match[3]}" if owner else None


def _action_ref(corpus: Corpus, ref: str) -> str:
    """The practice of the whole guide with this ref, or the item that one lists. Raises NotFoundError when there is none."""
    if kind_of(corpus, corpus.whole(ref)):
        return corpus.whole(ref)
    kind, owner = ("item", ref.partition(".")[0]) if "." in ref else ("practice", None)
    refs = [
        one
        for (one,) in corpus.rows(
            "SELECT ref FROM entry WHERE kind = ? AND value IS ? ORDER BY seq",
            kind,
            owner and corpus.whole(owner),
        )
    ]
    if not refs:
        raise NotFoundError(
            f"There is no {ref}: {owner} lists nothing.", "To see them all: peerguide practice"
        )
    raise NotFoundError(
        f"There is no {ref}: there are {refs[0]} to {refs[-1]}.", "To see them all: peerguide practice"
    )


def _no_statement(corpus: Corpus, kind: StatementKind, ref: str) -> NotFoundError:
    owner, _dot, number = ref.rpartition(".")
    meant: StatementKind = "practice" if number.startswith("p") else "role"
    if meant != kind:
        return NotFoundError(
            f"{ref} would be a {NOUNS[meant]}, not a {NOUNS[kind]}.", f"Try: peerguide {meant} {owner}"
        )
    statements = corpus.statements(kind, owner).groups
    refs = [statement.ref for group in statements for statement in group.statements]
    noun = NOUNS[kind]
    if not refs:
        return NotFoundError(
            f"There is no {noun} {ref}: value {owner} has none.", f"Try: peerguide value {owner}"
        )
    span = refs[0] if len(refs) == 1 else f"{refs[0]} to {refs[-1]}"
    return NotFoundError(
        f"There is no {noun} {ref}: value {owner} has {span}.", f"Try: peerguide {kind} {owner}"
    )


def _by_ref(corpus: Corpus, kind: Kind, _folded: str, words: str) -> Found | None:
    """By the ref itself, one of another kind and a retired one included."""
    typed = corpus.whole(words.strip().casefold())
    there = kind_of(corpus, typed)
    if there == kind:
        return Found(typed)
    heir = heir_of(corpus, typed)
    if heir and kind_of(corpus, heir) == kind:
        return Found(heir, f"{typed} is retired; {heir} stands in its place.")
    there = there or (kind_of(corpus, heir) if heir else None)
    if there in ("practice", "role"):
        raise NotFoundError(
            f"{typed} is a {NOUNS[there]}, not a {NOUNS[kind]}.", f"Try: peerguide {there} {typed}"
        )
    if there == "item":
        raise NotFoundError(
            f"{typed} is an {NOUNS[there]}, not a {NOUNS[kind]}.", f"Try: peerguide practice {typed}"
        )
    return None


def _exactly(corpus: Corpus, kind: Kind, folded: str, words: str) -> Found | None:
    """By a whole name, with or without a word such as "value" before it and the names' common beginning."""
    bare = re.sub(LABEL, "", folded)
    digits = bare.lstrip("0") if bare.isdecimal() else bare
    for form in dict.fromkeys((folded, bare, digits, without_stem(bare))):
        found = _one_of(list(called(corpus, kind, form)), kind, words)
        if found:
            return found
    return None


def _by_words(corpus: Corpus, kind: Kind, folded: str, words: str) -> Found | None:
    """By the words of a name: first whole ones, then beginnings of at least four letters.

    What was typed is not the name, so what is shown is said.
    """
    asked = folded.split()
    if not any(len(word) > 3 for word in asked):
        return None
    names = names_of(corpus, kind)
    fitting = _having(names, asked, lambda word, name: word in name)
    if not fitting and all(len(word) > 3 for word in asked):
        fitting = _having(names, asked, lambda word, name: any(own.startswith(word) for own in name))
    own_names = [link for link in fitting if all(word in fold(link.name).split() for word in asked)]
    return _corrected(_one_of(own_names or fitting, kind, words), names, words)


def _having(
    names: list[tuple[str, Link]], asked: list[str], has: Callable[[str, list[str]], bool]
) -> list[Link]:
    return [link for folded, link in names if all(has(word, folded.split()) for word in asked)]


def _by_spelling(corpus: Corpus, kind: Kind, folded: str, words: str) -> Found | None:
    """By a whole name within a slip or two; numbers are never guessed."""
    if any(character.isdecimal() for character in folded):
        return None
    names = names_of(corpus, kind)
    close = set(nearest(folded, [name for name, _link in names]))
    return _corrected(_one_of([link for name, link in names if name in close], kind, words), names, words)


def _by_spelling_of_words(corpus: Corpus, kind: Kind, folded: str, words: str) -> Found | None:
    """By the words of a name, each within one slip."""
    names = names_of(corpus, kind)
    vocabulary = {word for name, _link in names for word in name.split()}
    candidates = [
        [word] if word in vocabulary else nearest(word, sorted(vocabulary), most=1) for word in folded.split()
    ]
    known = all(word in vocabulary for word in folded.split())
    if known or not all(candidates):
        return None
    fitting = _having_any(names, candidates)
    return _corrected(_one_of(fitting, kind, words), names, words)


def _having_any(names: list[tuple[str, Link]], candidates: list[list[str]]) -> list[Link]:
    return [
        link
        for folded, link in names
        if all(any(word in folded.split() for word in choices) for choices in candidates)
    ]


def _corrected(found: Found | None, names: list[tuple[str, Link]], words: str) -> Found | None:
    if found is None:
        return None
    name = next(link.name for _folded, link in names if link.ref == found.ref)
    return Found(found.ref, f'Showing {found.ref}, "{name}", for "{short(words)}".')


def _one_of(links: list[Link], kind: Kind, words: str) -> Found | None:
    """The one entry that these links lead to; None for none. Raises AmbiguousError for several."""
    refs = {link.ref: link.name for link in links}
    if len(refs) < 2:
        return Found(links[0].ref) if links else None
    first = next(iter(refs))
    more = f"; these are the first {_LISTED}" if len(refs) > _LISTED else ""
    raise AmbiguousError(
        f'"{short(words)}" fits {len(refs)} {NOUNS[kind]}s{more}.',
        f"Name one of them, for example: peerguide {kind} {first}",
        list(refs.items())[:_LISTED],
    )
