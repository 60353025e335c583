"""What tells where a paragraph begins, and whether something that is none of a text stands in it, or something of it is lost."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from peerguide.wording.align.likeness import stems

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from peerguide.wording.align.likeness import Likeness
    from peerguide.wording.tidy.units import Unit

STRANGE = 2.5
"""A piece whose words speak so much, as a logarithm, for another document is none of the text around it."""

FULL = 0.6
"""A line that is broken within a sentence fills at least this share of the width, the next word added."""

_FURNITURE = re.compile(r"\||www\.|https?:|\u00a9|\bpage\s+\d|\w\.(?:org|com|net)\b", re.IGNORECASE)
"""Signs of a page's header or footer, which no text of the document has."""

_TITLE = re.compile(r"[A-Z]\S*(?:\s+(?:of|the|and|for|in|to|(?:\(?[A-Z]\S*)))*\s+\(?[A-Z]\S*")
"""A line of which every word that can has a capital."""

TITLE_WORDS = 4
"""So many words at least has the title of a document, or the name of an organization, that stands in a sentence by mistake."""


@dataclass(frozen=True)
class Lines:
    """How long the lines of a section are, by their numbers, and how wide those that are broken; the first, which has its title, says nothing."""

    lengths: Mapping[int, int]
    width: int
    first: int

    @classmethod
    def of(cls, units: Sequence[Unit]) -> Lines:
        """The lines of these units."""
        lengths = Counter[int]()
        for unit in units:
            lengths[unit.line] += len(unit.text) + 1
        ends = {unit.line: unit.ends for unit in units}
        broken = sorted(length for line, length in lengths.items() if not ends[line])
        width = broken[len(broken) * 3 // 4] if broken else 0
        return cls(lengths, width, units[0].line if units else 0)

    def has_room(self, before: Unit, unit: Unit, share: float = 1.0) -> bool:
        """Whether the first word of a unit had room, within a share of the width, on the line of the one before."""
        return self.lengths[before.line] + len(unit.text.split()[0]) < share * self.width

    def paragraphs(self, units: Sequence[Unit]) -> set[int]:
        """The places of the units, after the first, with which paragraphs begin.

        They follow an empty line, or one that has room for a word more; and where each line ends a sentence, each begins one.
        """
        starts = [at for at in range(1, len(units)) if not units[at].inside]
        every = all(units[at - 1].ends for at in starts)
        return {
            at
            for at in starts
            if units[at - 1].ends and not units[at].lower
            if every or units[at].fresh or self.has_room(units[at - 1], units[at])
        }

    def are_disturbed(self, units: Sequence[Unit], likeness: Likeness) -> bool:
        """Whether something seems to stand among these units that is none of their text, or a line of it to be lost."""
        text = " ".join(unit.text for unit in units)
        if _FURNITURE.search(text) or not _is_balanced(text):
            return True
        if any(likeness.strange(stems(unit.text)) >= STRANGE for unit in units):
            return True
        return any(self._is_broken(before, after) for before, after in pairwise(units))

    def _is_broken(self, before: Unit, after: Unit) -> bool:
        """Whether a sentence does not go on from one unit to the next as it does at the end of a line."""
        if before.ends or after.inside:
            return False
        if not after.lower and (after.fresh or _is_title(after.text)):
            return True
        edge = after.fresh or after.breaks or before.line == self.first
        return not edge and self.has_room(before, after, FULL)


def _is_title(text: str) -> bool:
    return len(text.split()) >= TITLE_WORDS and bool(_TITLE.fullmatch(text))


def _is_balanced(text: str) -> bool:
    """Whether every bracket that opens in a text closes in it."""
    signs = re.sub(r"[^()]", "", text)
    while "()" in signs:
        signs = signs.replace("()", "")
    return not signs
