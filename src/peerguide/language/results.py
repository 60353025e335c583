"""What is found in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peerguide.corpus.model.language import LanguageEntry


@dataclass(frozen=True, eq=False, repr=False)
class Finding:
    """Words in a text that strain plain, person-first language.

    `line` and `column` tell where they begin, `end_line` and `end_column` where the next character after them stands; all count
    from 1, columns in characters. `phrase` has the words as they stand, a line break in them as one space. `line_text` is the line
    they stand in (lines, where they run over), cut to the part around them where it is long; `marks` are the (start, end) of the
    words in it, counted from 0.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    phrase: str
    entry: LanguageEntry
    line_text: str
    marks: tuple[tuple[int, int], ...]
