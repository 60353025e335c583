"""Judged paragraphs, and how well what is found in them agrees with the judges."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from peerguide.corpus.language.words import language_words
from peerguide.language.finder import Finder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.language.results import Finding

HERE = Path(__file__).parent
OWN = ("paragraphs-with", "paragraphs-without")
OTHERS = ("judged-1", "judged-2", "judged-3", "judged-4")
"""Sets written by people who had not seen the words; those were then widened by what they showed."""


class Score(NamedTuple):
    """How many findings are right, how many there are, how many phrases were keyed, how many of them found; and each difference."""

    right: int
    found: int
    keyed: int
    met: int
    differences: list[str]

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what should be found that was."""
        return self.met / self.keyed if self.keyed else 1.0


@cache
def shipped_finder() -> Finder:
    """The finder of the shipped words."""
    return Finder(language_words())


def found_in(text: str) -> list[Finding]:
    """What the shipped words find in a text."""
    return list(shipped_finder().findings([text]))


def paragraphs(name: str) -> list[dict[str, Any]]:
    """The judged paragraphs of one file."""
    content = (HERE / f"{name}.yaml").read_text(encoding="utf-8")
    items: list[dict[str, Any]] = yaml.load(content, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))[
        "paragraphs"
    ]
    return items


def score(*names: str) -> Score:
    """The score over these files: a finding is right when it overlaps a keyed phrase."""
    scores = [_score_of(item) for name in names for item in paragraphs(name)]
    return Score(
        sum(one.right for one in scores),
        sum(one.found for one in scores),
        sum(one.keyed for one in scores),
        sum(one.met for one in scores),
        [line for one in scores for line in one.differences],
    )


def _score_of(item: dict[str, Any]) -> Score:
    spans = [(*span(item["text"], finding), finding) for finding in found_in(item["text"])]
    keyed = list(_keyed(item, [(start, end) for start, end, _finding in spans]))
    extra = [
        f"{item['id']}: not keyed: {finding.phrase!r} ({finding.entry.id})"
        for start, end, finding in spans
        if not any(start < b and a < end for a, b, _phrase in keyed)
    ]
    missed = [
        f"{item['id']}: not found: {phrase!r}"
        for a, b, phrase in keyed
        if not any(start < b and a < end for start, end, _finding in spans)
    ]
    return Score(len(spans) - len(extra), len(spans), len(keyed), len(keyed) - len(missed), extra + missed)


def span(text: str, finding: Finding) -> tuple[int, int]:
    """Where a finding begins and ends in its text, by its lines and columns."""
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    return (
        starts[finding.line - 1] + finding.column - 1,
        starts[finding.end_line - 1] + finding.end_column - 1,
    )


def _keyed(item: dict[str, Any], spans: list[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """Where the keyed phrases stand; of one that stands there more often than it is keyed, those that were found."""
    for key in item.get("findings") or []:
        words = r"\s+".join(map(re.escape, key["phrase"].split()))
        places = [found.span() for found in re.finditer(rf"(?<!\w){words}(?!\w)", item["text"])]
        places.sort(key=lambda place: not any(start < place[1] and place[0] < end for start, end in spans))
        yield from ((a, b, key["phrase"]) for a, b in places[: key["count"]])


if __name__ == "__main__":
    for name in (*OWN, *OTHERS):
        result = score(name)
        print(f"{name}: precision {result.precision:.3f}, recall {result.recall:.3f}")
        print(*result.differences, sep="\n")
