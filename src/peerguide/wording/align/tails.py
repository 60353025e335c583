"""Tails without a head: pieces of sentences that stand away from where they belong, joined where they fit."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from peerguide.wording.align.likeness import stems
from peerguide.wording.align.wholeness import breaks_off

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from peerguide.wording.align.likeness import Likeness
    from peerguide.wording.tidy.units import Unit

CLEAR = 1.5
"""How much better, as a logarithm, a head must fit a tail than any other."""

FITS = -0.3
"""The least that a tail may say for its head, as a logarithm for each of its words."""

BROKEN = 1.5
"""What it says for a head that it stops after a word that ends nothing."""

FEWEST = 3
"""The fewest words of a tail that can tell whose it is."""

NEAR = 90
"""The most lines, empty ones too, that may lie between a head and its tail: about a page."""


def join_tails(
    placed: Mapping[str, Sequence[Unit]], missing: Iterable[str], left: Sequence[Unit], likeness: Likeness
) -> Iterator[tuple[str, list[Unit]]]:
    """Each piece left over that begins within a sentence, with the ref of the one text that breaks off and that it fits.

    `missing` are the refs of texts that were not found: a piece that fits one of them as well is none's tail.
    """
    heads = {ref: units[-1] for ref, units in placed.items() if not units[-1].ends}
    lost, fragments = list(missing), list(_fragments(left))
    again = True
    while again:  # each head that has found its tail leaves fewer for the others
        again = False
        for fragment in list(fragments):
            ref = _head_of(fragment, heads, lost, likeness)
            if ref:
                again = True
                fragments.remove(fragment)
                del heads[ref]
                yield ref, fragment


def may_lack(units: Sequence[Unit], ref: str, left: Sequence[Unit], likeness: Likeness) -> bool:
    """Whether a text that was put together of pieces may lack one more, which was left over near it."""
    jumps = [unit for before, unit in pairwise(units) if unit.place != before.place + 1 and not before.ends]
    for fragment in _fragments(left) if jumps else ():
        words = [word for unit in fragment for word in stems(unit.text)]
        near = any(abs(fragment[0].line - unit.line) <= NEAR // 2 for unit in jumps)
        if near and likeness.of(words, ref) >= FITS * len(words):
            return True
    return False


def _fragments(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    """Runs of units that begin within a sentence and go on to its end."""
    run: list[Unit] = []
    for unit in units:
        if run and (unit.bullet or unit.fresh or unit.place > run[-1].place + 1 or run[-1].ends):
            yield run
            run = []
        if run or (unit.lower and not unit.bullet):
            run.append(unit)
    if run:
        yield run


def _head_of(
    fragment: Sequence[Unit], heads: Mapping[str, Unit], lost: Sequence[str], likeness: Likeness
) -> str | None:
    """The ref of the text that this fragment ends; None when there is none, or no telling which."""
    words = [word for unit in fragment for word in stems(unit.text)]
    if sum(len(unit.text.split()) for unit in fragment) < FEWEST:
        return None
    near = [ref for ref, unit in heads.items() if abs(fragment[0].line - unit.line) <= NEAR]
    torn = {ref for ref in near if breaks_off(heads[ref].text)}
    fits = sorted(
        ((likeness.of(words, ref) + BROKEN * (ref in torn), ref) for ref in (*near, *lost)), reverse=True
    )
    if not fits or fits[0][1] in lost or likeness.of(words, fits[0][1]) < FITS * max(1, len(words)):
        return None
    if len(fits) > 1 and fits[0][0] - fits[1][0] < CLEAR:
        return None
    return fits[0][1]
