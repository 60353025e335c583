"""In which words a command shows texts: those asked for by option or variable, or the official ones where they are there."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Literal

from peerguide.corpus.model.common import OFFICIAL, PLAIN
from peerguide.corpus.wordings import CHOICES
from peerguide.errors import FileAccessError, NotFoundError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from peerguide.corpus.library import Corpus
    from peerguide.corpus.wordings import Choice

VARIABLE = "PEERGUIDE_WORDING"


def checked(word: str, asked_by: str = "") -> Choice:
    """The wording that a word names. Raises UsageError for any other; its hint begins with what `asked_by` says."""
    named = word.strip().casefold()
    for choice in CHOICES:
        if choice == named:
            return choice
    raise UsageError(f'There is no wording "{word}".', f"{asked_by}Choose one of: {', '.join(CHOICES)}.")


def in_words(corpus: Corpus, option: str | None, say: Callable[[str], None]) -> Corpus:
    """The corpus in the wording that `option` asks for; None leaves that to the variable and to what was imported.

    Where no option asks, and the official wording is not there or is damaged, plain words will do; the latter is said.
    Raises UsageError for a word that is no wording, NotFoundError or FileAccessError where the one asked for by option
    cannot be had.
    """
    choice = _chosen(option)
    if choice == PLAIN:
        return corpus
    from peerguide.corpus.places import data_folder
    from peerguide.wording.store import texts_of

    try:
        texts = texts_of(data_folder(), corpus.guide)
    except FileAccessError as error:
        if option is not None:
            raise
        say(f"{error.message.rstrip('.')}; plain words are shown instead.")
        return corpus
    if texts is None and option is not None:
        from peerguide.wording.troubles import nothing_imported

        raise nothing_imported()
    return corpus.in_wording(choice, texts or {})


def each_in_words(
    written: Sequence[Corpus], option: str | Literal[False] | None, say: Callable[[str], None]
) -> list[Corpus]:
    """These corpora, each in the wording asked for as far as it is there; `option` is False where no wording is asked.

    Raises as `in_words` does, where none of them can be had in the wording that was asked for by option.
    """
    if option is False:
        return list(written)
    worded: list[Corpus] = []
    lacking: list[NotFoundError] = []
    for corpus in written:
        try:
            worded.append(in_words(corpus, option, say))
        except NotFoundError as error:
            lacking.append(error)
            worded.append(corpus)
    if len(lacking) == len(written):
        raise lacking[0]
    return worded


def _chosen(option: str | None) -> Choice:
    if option is not None:
        return checked(option)
    variable = os.environ.get(VARIABLE)
    return checked(variable, f"The variable {VARIABLE} asks for it. ") if variable else OFFICIAL
