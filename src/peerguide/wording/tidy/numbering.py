"""Statements that are numbered, lettered or marked with another sign instead of having bullets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from peerguide.corpus.names.spelling import fold
from peerguide.wording.tidy.characters import BULLET
from peerguide.wording.tidy.lines import Raw

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

FEWEST = 12
"""So many numbered lines at least, and more than there are bullets, are the statements."""

_NUMBER = re.compile(r"^\s*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=[\"\u201c\u2018']?[A-Z][a-z])(.*)$")


_SIGNS = "-*o\u00b7\u2013"


def with_one_sign(lines: Sequence[Raw]) -> list[Raw]:
    """The lines, with a bullet for each of a copy's own signs, such as hyphens, before statements; also where lines run on."""
    text = "\n".join(line.text for line in lines)
    best, sign = max((len(_marks(sign).findall(text)), sign) for sign in _SIGNS)
    if best < max(FEWEST, text.count(BULLET) + 1):
        return list(lines)
    begins = re.compile(rf"^(\s*){re.escape(sign)}(?=[ ]+\S)")
    return [
        Raw(line.number, _marks(sign).sub(BULLET, begins.sub(rf"\1{BULLET}", line.text))) for line in lines
    ]


def _marks(sign: str) -> re.Pattern[str]:
    """Finds a sign before what may be a statement."""
    return re.compile(rf"(?:^|(?<=\s)){re.escape(sign)}(?=[ ]*[\"\u201c\u2018']?[A-Z])", re.MULTILINE)


def with_bullets(lines: Sequence[Raw], names: Collection[str]) -> list[Raw]:
    """The lines, with a bullet for the number before a statement where statements are numbered; `names`, folded, are no statements."""
    numbered = {
        at: match[1]
        for at, line in enumerate(lines)
        if (match := _NUMBER.match(line.text)) and fold(match[1]) not in names
    }
    bullets = sum(line.text.lstrip().startswith(BULLET) for line in lines)
    if len(numbered) < max(FEWEST, bullets + 1):
        return list(lines)
    return [
        Raw(line.number, f"{BULLET} {numbered[at]}") if at in numbered else line
        for at, line in enumerate(lines)
    ]
