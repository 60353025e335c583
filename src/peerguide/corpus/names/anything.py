"""Finding what people mean where an entry of any kind may be meant: a value, a statement or a term."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from peerguide.corpus.names.known import kind_of, short
from peerguide.corpus.names.refs import STATEMENT, Found, find, find_statement
from peerguide.corpus.names.suggestions import close_names
from peerguide.errors import AmbiguousError, NotFoundError

if TYPE_CHECKING:
    from peerguide.corpus.library import Corpus
    from peerguide.corpus.model.common import StatementKind

LISTS = "To see them all: peerguide value, or: peerguide term"


def find_anything(corpus: Corpus, words: str) -> Found:
    """The value, practice, supervisor role or glossary term that these words mean.

    A name as it stands goes before one that had to be corrected. Raises NotFoundError when nothing has that name and
    AmbiguousError when several things do, as `find` does.
    """
    typed = corpus.whole(words.strip().casefold())
    if kind_of(corpus, typed) not in (None, "source", "scenario"):
        return Found(typed)
    statement = re.fullmatch(STATEMENT, typed)
    if statement:
        meant: StatementKind = "practice" if statement[2] == "p" else "role"
        return find_statement(corpus, meant, words)
    return _one_of(corpus, words)


def _one_of(corpus: Corpus, words: str) -> Found:
    """The value or the term of this name."""
    found: list[Found] = []
    matches: list[tuple[str, str]] = []
    for kind in ("value", "term"):
        try:
            found.append(find(corpus, kind, words))
        except AmbiguousError as error:
            matches += error.matches
        except NotFoundError:
            continue
    exact = [one for one in found if one.notice is None]
    if len(exact) == 1:
        return exact[0]
    if len(found) == 1 and not matches:
        return found[0]
    raise _several(corpus, words, found, matches) if found or matches else _nothing(corpus, words)


def _several(
    corpus: Corpus, words: str, found: list[Found], matches: list[tuple[str, str]]
) -> AmbiguousError:
    every = dict([*((one.ref, _name(corpus, one.ref)) for one in found), *matches])
    return AmbiguousError(
        f'"{short(words)}" fits several entries.',
        f"Name one of them by its ref, for example {next(iter(every))}.",
        every.items(),
    )


def _name(corpus: Corpus, ref: str) -> str:
    ((name,),) = corpus.rows("SELECT name FROM entry WHERE ref = ?", ref)
    return str(name)


def _nothing(corpus: Corpus, words: str) -> NotFoundError:
    close = close_names(corpus, words)
    hint = f"Did you mean {' or '.join(close)}? {LISTS}" if close else LISTS
    return NotFoundError(f'There is no entry called "{short(words)}".', hint)
