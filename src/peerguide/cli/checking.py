"""Checking the words that a corpus has for `peerguide language`, together with the corpus itself."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from peerguide.corpus.language.words import FILE_NAME, language_problems, language_words
from peerguide.errors import InvalidFilesError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from peerguide.corpus.model.language import LanguageEntry
    from peerguide.errors import Problem


@contextmanager
def with_its_words(folder: Path) -> Iterator[None]:
    """Check the corpus of a folder in the block, and its words too.

    Raises InvalidFilesError with every problem of both.
    """
    problems = word_problems(folder)
    try:
        yield
    except InvalidFilesError as error:
        raise _invalid(folder, [*error.problems, *problems]) from error
    if problems:
        raise _invalid(folder, problems)


def word_problems(folder: Path) -> list[Problem]:
    """Everything that is wrong with a folder's own words; their examples are tried once nothing else is."""
    from peerguide.language.examples import example_problems

    problems = language_problems(folder)
    if problems or not (folder / FILE_NAME).exists():
        return problems
    own = str(folder / FILE_NAME)
    return [problem for problem in example_problems(language_words((), folder)) if problem.path == own]


def own_words(folder: Path) -> list[LanguageEntry]:
    """The entries of a folder's own words, none where it has no such file."""
    own = folder / FILE_NAME
    words = language_words((), folder) if own.exists() else None
    return [entry for entry in words.entries if entry.path == str(own)] if words else []


def _invalid(folder: Path, problems: Sequence[Problem]) -> InvalidFilesError:
    count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
    return InvalidFilesError(
        f"{folder} is not a valid corpus: {count} found.",
        f"Mend what is named above, then run: peerguide corpus check {folder}",
        problems,
    )
