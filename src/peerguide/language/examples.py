"""Whether the examples of each entry hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.errors import Problem
from peerguide.language.finder import Finder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.corpus.model.language import LanguageEntry, LanguageWords


def example_problems(words: LanguageWords) -> list[Problem]:
    """Each sentence of `matches` in which its entry is not found, and each of `passes` in which it is."""
    finder = Finder(words)
    return [problem for entry in words.entries for problem in _of(entry, finder)]


def _of(entry: LanguageEntry, finder: Finder) -> Iterator[Problem]:
    examples = [(text, True) for text in entry.matches] + [(text, False) for text in entry.passes]
    places = entry.example_places or [(entry.line, entry.column)] * len(examples)
    for (text, wanted), (line, column) in zip(examples, places, strict=True):
        found = any(finding.entry is entry for finding in finder.findings([text]))
        if found != wanted:
            message = (
                f'"{entry.id}" finds nothing in this sentence of "matches"'
                if wanted
                else f'"{entry.id}" finds something in this sentence of "passes"'
            )
            yield Problem(entry.path, line, column, message)
