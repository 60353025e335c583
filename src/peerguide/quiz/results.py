"""What a sitting came to: a mark, what was known by value, and what to look at next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from peerguide.quiz.material import Material
    from peerguide.quiz.sitting import Answered, Sitting

NEXT_STEPS = 3
"""How many things to look at next are named at most: more would be none."""


@dataclass(frozen=True, eq=False, repr=False)
class Tally:
    """How one value went, or the glossary (`ref` and `number` are None): questions asked, and how many were right."""

    ref: str | None
    number: int | None
    name: str
    asked: int
    correct: int


@dataclass(frozen=True, eq=False, repr=False)
class Summary:
    """A sitting in figures. `share` is the mark, from 0 to 1, over all questions of the paper; `steps` are commands to go on with.

    `parts` counts answers that were right in part; `saved` says that the answers were kept.
    """

    total: int
    answered: int
    correct: int
    parts: int
    share: float
    tallies: tuple[Tally, ...]
    steps: tuple[tuple[str, str], ...]
    saved: bool

    @property
    def left(self) -> int:
        """How many questions were not answered."""
        return self.total - self.answered


@dataclass(frozen=True, eq=False, repr=False)
class ExamReport:
    """An exam, marked: its summary, every answer, and what was asked for. `needed` is the share that passes, if one was set."""

    title: str
    summary: Summary
    answers: tuple[Answered, ...]
    needed: float | None
    seed: int
    at: datetime

    @property
    def missed(self) -> tuple[Answered, ...]:
        """The answers that were not right."""
        return tuple(answered for answered in self.answers if not answered.correct)

    @property
    def passed(self) -> bool | None:
        """Whether the mark asked for was met; None where none was."""
        return None if self.needed is None else self.summary.share >= self.needed


def summary_of(
    sitting: Sitting, material: Material, *, program: str, saved: bool, more: Iterable[tuple[str, str]] = ()
) -> Summary:
    """What this sitting came to. `program` begins the commands that it names; `more` are others to name, with what they do."""
    answers = sitting.answered
    share = sum(answered.credit for answered in answers) / max(1, len(sitting.questions))
    return Summary(
        total=len(sitting.questions),
        answered=len(answers),
        correct=sum(answered.correct for answered in answers),
        parts=sum(answered.credit > 0 and not answered.correct for answered in answers),
        share=share,
        tallies=tuple(_tallies(answers, material)),
        steps=(*_steps(answers, material, program), *more),
        saved=saved,
    )


def _tallies(answers: Sequence[Answered], material: Material) -> Iterable[Tally]:
    """One tally for each value that was asked about, the best known first, then the glossary."""
    by_value: dict[str | None, list[Answered]] = {}
    for answered in answers:
        if answered.question.form != "list":
            by_value.setdefault(answered.question.value, []).append(answered)
    tallies = [_tally(ref, group, material) for ref, group in by_value.items()]
    return sorted(tallies, key=lambda tally: (-tally.correct / tally.asked, -tally.asked, tally.number or 0))


def _tally(ref: str | None, group: list[Answered], material: Material) -> Tally:
    right = sum(answered.correct for answered in group)
    topic = material.topics.get(ref) if ref is not None else None
    if topic is None:
        return Tally(None, None, "Glossary", len(group), right)
    return Tally(ref, topic.number, topic.name, len(group), right)


def _steps(answers: Sequence[Answered], material: Material, program: str) -> Iterable[tuple[str, str]]:
    """Commands that show what was missed, the value missed most often first, and why to look there."""
    missed = [answered for answered in answers if not answered.correct]
    counts: dict[str, int] = {}
    for answered in missed:
        ref = _to_look_at(answered)
        counts[ref] = counts.get(ref, 0) + 1
    most = sorted(counts, key=lambda ref: -counts[ref])[:NEXT_STEPS]
    for ref in most:
        if ref in material.topics:
            yield f"{program} value {ref}", material.topics[ref].name
        else:
            yield f"{program} term {ref}", material.entries[ref].name if ref in material.entries else ref


def _to_look_at(answered: Answered) -> str:
    """The value or term that would have helped: of a list, the first one that was not named."""
    if answered.naming and answered.naming.missing:
        return answered.naming.missing[0].ref
    return answered.question.value or answered.question.refs[0]
