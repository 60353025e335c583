"""Finding what people mean where a reading or a part of one may be meant, or an entry of any guide."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from peerguide.corpus.names.known import called, kind_of, short
from peerguide.corpus.names.refs import Found, find
from peerguide.errors import AmbiguousError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from peerguide.corpus.guides import Guides
    from peerguide.corpus.library import Corpus
    from peerguide.corpus.model.common import Kind

KINDS: tuple[Kind, ...] = ("reading", "section")
"""The kinds that have names of their own; a fact goes by its ref alone."""


def find_reading(corpus: Corpus, words: str) -> Found:
    """The reading, section or fact that these words mean; a reading goes before a section unless only that has the name as it stands.

    Raises NotFoundError when nothing has that name and AmbiguousError when several things do.
    """
    typed = corpus.whole(words.strip().casefold())
    if kind_of(corpus, typed) in (*KINDS, "fact"):
        return Found(typed)
    found = _first(list(_readings_called(corpus, words)))
    if found:
        return found
    from peerguide.corpus.names.spelling import fold
    from peerguide.corpus.names.suggestions import not_found

    raise not_found(corpus, "reading", fold(words), words)


def reading_elsewhere(guides: Guides, words: str) -> str | None:
    """The ref, with its guide's name, of what a guide that is not in use calls exactly so; None where none does."""
    for name, corpus in _corpora(guides, [name for name in guides.names if name not in guides.used]).items():
        with suppress(NotFoundError, AmbiguousError):
            ref, notice = find_reading(corpus, words)
            if notice is None:
                return f"{name}:{ref}"
    return None


def _readings_called(corpus: Corpus, words: str) -> Iterator[Found | AmbiguousError]:
    """What has this name, among the readings and among the sections."""
    for kind in KINDS:
        try:
            yield find(corpus, kind, words)
        except AmbiguousError as error:
            yield _several(error, "peerguide reading", error.matches)
        except NotFoundError:
            continue


def _first(meant: list[Found | AmbiguousError]) -> Found | None:
    """The first that has the name as it stands, or else the first at all; raises it where it is several."""
    exact = [one for one in meant if isinstance(one, Found) and one.notice is None]
    first = next(iter(exact or meant), None)
    if isinstance(first, AmbiguousError):
        raise first
    return first


def _several(error: AmbiguousError, command: str, matches: Sequence[tuple[str, str]]) -> AmbiguousError:
    """The error with these matches, and a command that shows one of them."""
    hint = f"Name one of them, for example: {command} {matches[0][0]}"
    return AmbiguousError(error.message, hint, matches)


def find_in_guides(guides: Guides, words: str) -> Found:
    """The entry of any guide that these words mean, its ref with the guide's name before it.

    A ref as it stands goes before a name, a name as it stands before one that had to be corrected, and the guides in use before others.
    Raises NotFoundError when nothing has that name and AmbiguousError when several things do.
    """
    guide, colon, bare = words.partition(":")
    named = guide.strip().casefold()
    if colon and named in guides.names:
        corpora, words = _corpora(guides, [named]), bare
    else:
        corpora = _corpora(guides, guides.names)
    found = _by_ref(corpora, guides, words) or _first(list(_by_name(corpora, guides, words)))
    if found:
        return found
    raise _nothing(corpora, guides, words)


def _corpora(guides: Guides, names: Iterable[str]) -> dict[str, Corpus]:
    return {name: corpus for name in names if (corpus := guides.corpus(name))}


def _by_ref(corpora: Mapping[str, Corpus], guides: Guides, words: str) -> Found | None:
    """The entry with this ref, in the guides in use or else in the others."""
    typed = words.strip().casefold()
    numbered = [
        f"{name}:{link.ref}"
        for name in guides.used
        if name in corpora and typed.isdecimal()
        for link in called(corpora[name], "value", typed)
    ]
    if (
        len(numbered) == 1
    ):  # a number is that of a value in the guide in use, though another guide may have it for a ref
        return Found(numbered[0])
    having = [name for name, corpus in corpora.items() if kind_of(corpus, typed)]
    refs = [f"{name}:{typed}" for name in [one for one in having if one in guides.used] or having]
    if len(refs) < 2:
        return Found(refs[0]) if refs else None
    raise AmbiguousError(
        f'"{short(words)}" fits an entry of each of {len(refs)} guides.',
        f"Say which guide, for example: peerguide crosswalk {refs[0]}",
        [(link.ref, link.name) for link in map(guides.link, refs)],
    )


def _by_name(corpora: Mapping[str, Corpus], guides: Guides, words: str) -> Iterator[Found | AmbiguousError]:
    """What has this name, in each guide."""
    for name, corpus in corpora.items():
        try:
            ref, notice = _named(corpus, words)
        except AmbiguousError as error:
            matches = [(guides.shown(f"{name}:{ref}"), called) for ref, called in error.matches]
            yield _several(error, "peerguide crosswalk", matches)
        except NotFoundError:
            continue
        else:
            whole = f"{name}:{ref}"
            yield Found(whole, notice and notice.replace(ref, guides.shown(whole), 1))


def _nothing(corpora: Mapping[str, Corpus], guides: Guides, words: str) -> NotFoundError:
    """The error that nothing has that name, with what comes near in the guides in use, or in the one that was named."""
    from peerguide.corpus.names.suggestions import close_names

    near = [name for name in corpora if name in guides.used or len(corpora) == 1]
    close = [close for name in near for close in close_names(corpora[name], words)]
    meant = f"Did you mean {' or '.join(close)}? " if close else ""
    return NotFoundError(
        f'There is no entry called "{short(words)}".',
        f"{meant}To see what the crosswalk has: peerguide crosswalk",
    )


def _named(corpus: Corpus, words: str) -> Found:
    """The value, statement or term of this name, or else the reading or the section."""
    from peerguide.corpus.names.anything import find_anything

    try:
        return find_anything(corpus, words)
    except NotFoundError:
        return find_reading(corpus, words)
