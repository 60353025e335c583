"""The words of `peerguide language` as a style for the Vale linter: a folder of rules, one for each entry, with a configuration to begin from.

A rule is named by its entry's permanent id, so that a writer can leave it out by name. Forms of words, sets, what must stand near and what
makes a word fine go into its patterns whole; sparing what people say of themselves and what is only named goes in as far as one pattern can
tell it. What falls short of `peerguide language` is told in the style's own README.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.export.format import Format

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from peerguide.corpus.model.language import LanguageEntry
    from peerguide.export.format import Content
    from peerguide.export.selection import Selection

STYLE = "styles/Peerguide"


def _files(selection: Selection) -> Iterator[tuple[str, Iterable[str]]]:
    from peerguide.corpus.language.words import language_words
    from peerguide.export.vale.rules import rule
    from peerguide.export.vale.settings import CONFIGURATION, readme

    words = language_words(selection.words, selection.corpus.folder)
    yield ".vale.ini", [CONFIGURATION]
    yield f"{STYLE}/README.md", readme(selection)
    for entry in words.entries:
        if _is_chosen(entry, selection):
            yield f"{STYLE}/{entry.id}.yml", (f"{line}\n" for line in rule(entry, words))


def _is_chosen(entry: LanguageEntry, selection: Selection) -> bool:
    """Whether an entry rests on one of the values chosen."""
    refs = [ref.removeprefix(f"{selection.guide}:") for ref in (entry.ref, *entry.also)]
    return not selection.refs or any(ref.partition(".")[0] in selection.refs for ref in refs)


def _folder(selection: Selection) -> Iterator[tuple[str, Content]]:
    yield from _files(selection)


def _package(selection: Selection) -> bytes:
    from peerguide.export.archive import archive

    files = ((name, "".join(content).encode()) for name, content in _files(selection))
    return archive(files, selection.epoch)


FORMAT = Format(
    "vale",
    "a style for the Vale linter, of the words that `peerguide language` finds",
    ".zip",
    {"style": _package},
    {"style": _folder},
)
