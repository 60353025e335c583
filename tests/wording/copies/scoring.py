"""How well a copy was read: which texts went to the right entry, whole, and which did not."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, fields
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from wording.copies.truth import expected, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from wording.copies.lines import Line
    from wording.copies.truth import Expected

    from peerguide.wording.model import Reading

Verdict = Literal["right", "short", "wrong", "missed", "untold"]
"""An entry's text is right; it lacks words that were there; it has words that are not its own; it is not there; it is not there,
and nobody could have told it."""

NOTES = {f"note:{number}" for number in range(2, 11)}
"""The footnotes of the glossary; others belong to no entry."""


@dataclass(frozen=True)
class Judged:
    """What became of one entry."""

    ref: str
    verdict: Verdict
    expected: Expected | None
    got: str | None
    reported: bool = False
    """Whether the text of one that is missed is among what was left over."""


@dataclass(frozen=True)
class Tally:
    """Counts over the entries of one copy, or of several."""

    copies: int = 0
    right: int = 0
    short: int = 0
    wrong: int = 0
    missed: int = 0
    unreported: int = 0
    whole: int = 0
    whole_right: int = 0
    part: int = 0
    part_right: int = 0
    names: int = 0
    names_right: int = 0
    names_wrong: int = 0
    notes: int = 0
    notes_right: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Both together."""
        return Tally(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(Tally)))

    @property
    def precision(self) -> float:
        """The share of right texts among those that were attached to an entry."""
        return _share(self.right, self.right + self.short + self.wrong)

    @property
    def recall(self) -> float:
        """The share of right texts among the entries of which everything is left: a part of a text is not attached, only reported."""
        return _share(self.whole_right, self.whole)


def _share(count: int, of: int) -> float:
    return count / of if of else 1.0


def judge(reading: Reading, lines: Iterable[Line], original: Sequence[Line]) -> list[Judged]:
    """What became of each entry that a copy still has something of, or that the reading attached a text to."""
    left = _entries(expected(lines, original))
    intact = _entries(expected(original, original))
    got = {passage.ref: passage.text for passage in reading.passages}
    left = _twins_in_place(left, intact, got)
    leftovers = _triples(" ".join(leftover.text for leftover in reading.leftovers))
    found = []
    for ref in sorted({*left, *got}):
        verdict = _verdict(left.get(ref), got.get(ref))
        reported = verdict == "missed" and _is_among(left[ref].text, leftovers)
        found.append(Judged(ref, verdict, left.get(ref), got.get(ref), reported))
    return found


def _entries(found: Mapping[str, Expected]) -> dict[str, Expected]:
    return {ref: one for ref, one in found.items() if ":" not in ref}


def _twins_in_place(
    left: Mapping[str, Expected], intact: Mapping[str, Expected], got: Mapping[str, str]
) -> dict[str, Expected]:
    """What is left, with that of two entries of the same wording exchanged where this makes them right.

    Where one of two such entries is missing, nothing tells which one is left.
    """
    texts: defaultdict[str, list[str]] = defaultdict(list)
    for ref, one in intact.items():
        texts[plain(one.text)].append(ref)
    placed = dict(left)
    for first, second in (pair for twins in texts.values() for pair in combinations(twins, 2)):
        swapped = {one: left[other] for one, other in ((first, second), (second, first)) if other in left}
        if _rights(swapped, got) > _rights({ref: left[ref] for ref in (first, second) if ref in left}, got):
            placed.pop(first, None)
            placed.pop(second, None)
            placed |= swapped
    return placed


def _rights(left: Mapping[str, Expected], got: Mapping[str, str]) -> int:
    return sum(_verdict(one, got.get(ref)) == "right" for ref, one in left.items())


def _verdict(one: Expected | None, got: str | None) -> Verdict:
    if one is None:
        return "wrong"
    if got is None:
        return "missed" if one.told else "untold"
    if one.is_read_as(got):
        return "right"
    words = iter(plain(one.text).split())
    return "short" if all(word in words for word in plain(got).split()) else "wrong"


def _triples(text: str) -> set[tuple[str, ...]]:
    words = plain(text).split()
    return {*zip(words, words[1:], words[2:], strict=False)}


def _is_among(text: str, triples: set[tuple[str, ...]]) -> bool:
    own = _triples(text)
    return 2 * len(own & triples) >= len(own)


def tally(judged: Iterable[Judged]) -> Tally:
    """The counts over these entries."""
    counts: defaultdict[str, int] = defaultdict(int)
    for one in judged:
        if one.verdict == "untold":
            continue
        counts[one.verdict] += 1
        counts["unreported"] += one.verdict == "missed" and not one.reported
        # A text that cannot be told may be attached rightly; it is then no part of recall.
        if one.expected and one.expected.told:
            extent = "whole" if one.expected.whole else "part"
            counts[extent] += 1
            counts[f"{extent}_right"] += one.verdict == "right"
    return Tally(copies=1, **counts)


def tally_of_names(reading: Reading, lines: Iterable[Line], original: Sequence[Line]) -> Tally:
    """The counts over the values' names and themes, and the footnotes of the glossary, as far as each is there whole."""
    left = expected(lines, original)
    names: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for ref, one in left.items():
        kind, _, number = ref.partition(":")
        if kind in ("name", "listed", "theme") and one.whole:
            names["theme" if kind == "theme" else "name", number] |= {
                _letters(one.text),
                _letters(one.printed),
            }
    got = {("name", ref): text for ref, text in reading.names.items()}
    got |= {("theme", ref): text for ref, text in reading.themes.items()}
    right = sum(_letters(got[key]) in texts for key, texts in names.items() if key in got)
    notes = {plain(left[ref].text) for ref in NOTES & left.keys() if left[ref].whole}
    found = {plain(note) for passage in reading.passages for note in passage.notes}
    return Tally(
        names=len(names),
        names_right=right,
        names_wrong=sum(key in got for key in names) - right,
        notes=len(notes),
        notes_right=len(notes & found),
    )


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
