"""Finding words that strain plain, person-first language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from peerguide.language.hidden import Open, blocks
from peerguide.language.network import Network
from peerguide.language.reading import Known, Reading
from peerguide.language.showing import Lines
from peerguide.language.windows import windows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from peerguide.corpus.model.language import LanguageWords
    from peerguide.corpus.model.phrases import PhraseIndex
    from peerguide.language.results import Finding
    from peerguide.language.windows import Window


NOT_A_BREAK = re.compile(r"[^\n]")


class Finder:
    """Finds the phrases of these words in texts.

    Raises PhraseError for a phrase that cannot be read, where the words come without their index.
    """

    def __init__(self, words: LanguageWords) -> None:
        self.words = words
        self.index = words.index or _index_of(words)
        self.network = Network(self.index)
        self.start = self.network.state((self.index.found,))
        self.after_noun = frozenset(words.after_noun)
        self.known = Known()

    def findings(self, pieces: Iterable[str]) -> Iterator[Finding]:
        """What is found in a text, in order of place; `pieces` are the text in pieces of any size."""
        opened: Open | None = None
        done = 0
        for window in windows(pieces):
            text, opened = _without_blocks(window, opened)
            lines = Lines(window)
            for start, end, entry in Reading(self, window, text).matches(done - window.offset):
                done = window.offset + end
                yield lines.finding(start, end, self.words.entries[entry])


def _index_of(words: LanguageWords) -> PhraseIndex:
    from peerguide.corpus.language.network import IndexMaker

    return IndexMaker(words.sets).index(words.entries)


def _without_blocks(window: Window, opened: Open | None) -> tuple[str, Open | None]:
    """The text of a window with code and comments blanked out, and what they leave open where the next window begins."""
    text, carried = window.text, None
    for block in blocks(text, opened, first=window.offset == 0):
        hidden = NOT_A_BREAK.sub(" ", text[block.start : block.end])
        text = text[: block.start] + hidden + text[block.end :]
        if block.start < window.following and (block.end > window.following or block.runs_on):
            carried = block.opened
    return text, carried
