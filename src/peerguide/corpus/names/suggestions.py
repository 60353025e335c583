"""What to say when a name leads nowhere, and what to offer instead."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from peerguide.corpus.names.known import LABEL, NOUNS, SHOWN, short
from peerguide.corpus.names.known import names as names_of
from peerguide.corpus.names.spelling import fold
from peerguide.errors import NotFoundError

if TYPE_CHECKING:
    from peerguide.corpus.library import Corpus
    from peerguide.corpus.model.common import Kind


def not_found(corpus: Corpus, kind: Kind, folded: str, words: str) -> NotFoundError:
    """The error that nothing of this kind has that name, with what comes near."""
    noun = NOUNS[kind]
    if not folded:
        return NotFoundError(f"That is no name of a {noun}: it has no letter and no number.", list_hint(kind))
    number = re.sub(LABEL, "", folded)
    if kind == "value" and number.isdecimal():
        total = len(corpus.values().values)
        return NotFoundError(
            f"There is no value {short(number)}: they are numbered 1 to {total}.", list_hint(kind)
        )
    names = dict(names_of(corpus, kind))
    close = get_close_matches(folded[:SHOWN], names, n=3, cutoff=0.78) if len(folded) > 3 else []
    suggestions = list(dict.fromkeys(f"{names[name].ref} ({names[name].name})" for name in close))
    message = f'There is no {noun} called "{short(words)}".'
    if suggestions:
        return NotFoundError(
            message, f"Did you mean {' or '.join(suggestions)}? To see them all: peerguide {kind}"
        )
    return NotFoundError(message, list_hint(kind))


def close_names(corpus: Corpus, words: str) -> list[str]:
    """Up to three values and terms with names close to these words, each as its ref and name."""
    names = {name: link for kind in ("value", "term") for name, link in names_of(corpus, kind)}
    close = get_close_matches(fold(words)[:SHOWN], names, n=3, cutoff=0.6)
    return list(dict.fromkeys(f"{names[name].ref} ({names[name].name})" for name in close))


def list_hint(kind: Kind) -> str:
    """How to see every entry of a kind."""
    return f"To see them all: peerguide {kind}"
