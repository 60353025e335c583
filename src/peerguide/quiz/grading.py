"""Grading what people type: forgiving about how an answer is written, not about what it says.

Any way to write an accepted name passes (`written`), and so do the slips that people make (`slips`). What names
another entry at least as well never passes, and an opposite is never called close.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Literal, NamedTuple

from peerguide.quiz.slips import forgiven, near, opposite
from peerguide.quiz.written import folded, name_writings, typed_writings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from peerguide.quiz.written import Writing

    Count = Callable[[tuple[str, ...], tuple[str, ...]], int | None]

LONGEST = 2000
"""What is longer than this, in characters, is no answer."""

MOST_LISTED = 100
"""As many names are taken from one text."""

NO_SLIP = 1
"""What a fit costs when no slip was forgiven, but the name is written in another way than its own."""

_PARTING = r"[,;\n\r\uff0c\uff1b\u3001]|\s/\s"
_BEFORE = r"(?i)^\s*(?:(?:[-*•]|\d{1,3}[.)])\s+)?(?:(?:and|&)\s+)?"


@dataclass(frozen=True)
class Letter:
    """One step from what was typed to the right answer, both in lower case without punctuation.

    `text` is what was typed, but for a missing letter, where it is the letter that belongs there. `right` is the letter
    of the answer: the same one for `same` and `missing`, none for `extra`. So the typed line is every `text` that is
    not `missing`, and the right line every `right`.
    """

    text: str
    mark: Literal["same", "missing", "extra", "other"]
    right: str


@dataclass(frozen=True)
class Verdict:
    """What an answer is worth.

    `exact` says that no slip was forgiven; `answer` is the accepted answer that was meant, the first one when none
    comes near (empty when none is accepted); `close` says that it does not pass and is a near miss. `letters` show where
    the slips are, for a near miss and for an answer that passes with a slip.
    """

    correct: bool
    exact: bool
    answer: str
    close: bool
    letters: tuple[Letter, ...]


class _Fit(NamedTuple):
    """How well a name fits: 0 for its own spelling, 1 for another way to write it, one more for each slip."""

    cost: int
    name: str
    typed: Writing
    known: Writing


def grade(typed: str, accepted: Sequence[str], others: Iterable[str] = ()) -> Verdict:
    """Whether what was typed is one of the accepted answers.

    `accepted` is the right answer with its other names, the official one first; `others` are the names of all other
    entries of its kind. An answer that fits one of those at least as well does not pass and is not close.
    """
    missed = Verdict(False, False, accepted[0] if accepted else "", False, ())
    asked = _asked(typed)
    if not asked:
        return missed
    fit = _best(asked, accepted, forgiven)
    if fit:
        return missed if _names_another(asked, others, fit.cost, forgiven) else _passed(fit)
    fit = _best(asked, accepted, near)
    if not fit or _says_opposite(asked, accepted):
        return missed
    others = tuple(others)
    if any(_names_another(asked, others, fit.cost, count) for count in (forgiven, near)):
        return missed
    return Verdict(False, False, fit.name, True, _letters(fit.typed.shown, fit.known.shown))


def listed(typed: str) -> list[str]:
    """The names in a line, or in several: parted by commas, semicolons, line ends and slashes between spaces.

    The word "and" parts nothing, because names contain it. A bullet, a number or an "and" before a name is left out.
    """
    names = (re.sub(_BEFORE, "", part).strip() for part in re.split(_PARTING, typed))
    return list(islice((name for name in names if len(name) <= LONGEST and folded(name)), MOST_LISTED))


def _asked(typed: str) -> tuple[Writing, ...]:
    """The ways to take what was typed; none when it has no letter and no number, or is too long for an answer."""
    whole = typed.strip()
    return typed_writings(whole) if len(whole) <= LONGEST and folded(whole) else ()


def _passed(fit: _Fit) -> Verdict:
    exact = fit.cost <= NO_SLIP
    return Verdict(True, exact, fit.name, False, () if exact else _letters(fit.typed.shown, fit.known.shown))


def _best(asked: tuple[Writing, ...], names: Iterable[str], count: Count) -> _Fit | None:
    """The name that fits with the fewest slips, the first one of several."""
    fits = (fit for name in names for fit in _fits(asked, name, count))
    return min(fits, key=lambda fit: fit.cost, default=None)


def _fits(asked: tuple[Writing, ...], name: str, count: Count) -> Iterator[_Fit]:
    """The fits of every way to write this name that fits at all."""
    whole = asked[0]
    for known in name_writings(name):
        if known.shown == whole.shown == folded(name):
            yield _Fit(0, name, whole, known)
        for typed in asked:
            slips = count(typed.words, known.words)
            if slips is not None:
                yield _Fit(NO_SLIP + slips, name, typed, known)


def _names_another(asked: tuple[Writing, ...], others: Iterable[str], cost: int, count: Count) -> bool:
    """Whether one of the other names fits at this cost, or a lower one."""
    if cost == 0:
        return any(folded(name) == asked[0].shown for name in others)
    return any(fit.cost <= cost for name in others for fit in _fits(asked, name, count))


def _says_opposite(asked: tuple[Writing, ...], names: Iterable[str]) -> bool:
    return any(
        opposite(typed.words, known.words)
        for name in names
        for known in name_writings(name)
        for typed in asked
    )


def _letters(typed: str, right: str) -> tuple[Letter, ...]:
    """The steps from what was typed to the answer, as few of them as there can be."""
    apart = _distances(typed, right)
    steps: list[Letter] = []
    i, j = len(typed), len(right)
    while i or j:
        if i and j and apart[i][j] == apart[i - 1][j - 1] + (typed[i - 1] != right[j - 1]):
            i, j = i - 1, j - 1
            steps.append(Letter(typed[i], "same" if typed[i] == right[j] else "other", right[j]))
        elif j and apart[i][j] == apart[i][j - 1] + 1:
            j -= 1
            steps.append(Letter(right[j], "missing", right[j]))
        else:
            i -= 1
            steps.append(Letter(typed[i], "extra", ""))
    return tuple(reversed(steps))


def _distances(one: str, other: str) -> list[list[int]]:
    """The number of letters missing, extra or other between the beginnings of two texts, by the lengths of both."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            row.append(min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b)))
        rows.append(row)
    return rows
