"""What a sitting came to: a mark, what was known by value, and what to look at next."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from peerguide.quiz.material import Material
    from peerguide.quiz.sitting import Answered, Sitting

    Guides = Mapping[str | None, Material]
    """What questions are made of, by the name of its guide; None where only one is asked."""

TERM = "term"

GLOSSARY, OF_ALL = "Glossary", "The guide as a whole"
"""What questions count for that are about no value."""

NEXT_STEPS = 3
"""How many things to look at next are named at most: more would be none."""


@dataclass(frozen=True, eq=False, repr=False)
class Tally:
    """How one value went, or the glossary, or the guide as a whole (both without `ref` and `number`): questions asked, and how many were
    right.
    """

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
    sitting: Sitting,
    materials: Iterable[Material],
    *,
    program: str,
    saved: bool,
    more: Iterable[tuple[str, str]] = (),
) -> Summary:
    """What this sitting came to. `materials` are what its questions were made of, `program` begins the commands that it names; `more` are
    others to name, with what they do.
    """
    answers = sitting.answered
    by_guide = {material.name: material for material in materials}
    share = sum(answered.credit for answered in answers) / max(1, len(sitting.questions))
    return Summary(
        total=len(sitting.questions),
        answered=len(answers),
        correct=sum(answered.correct for answered in answers),
        parts=sum(answered.credit > 0 and not answered.correct for answered in answers),
        share=share,
        tallies=tuple(_tallies(answers, by_guide)),
        steps=(*_steps(answers, by_guide, program), *more),
        saved=saved,
    )


def _tallies(answers: Sequence[Answered], by_guide: Guides) -> Iterable[Tally]:
    """One tally for each value that was asked about, for the glossary and for the guide as a whole, the best known first."""
    groups: dict[tuple[str | None, str | None, bool], list[Answered]] = {}
    for answered in answers:
        question = answered.question
        if question.form != "list":
            of_term = question.card.kind == TERM
            groups.setdefault((question.guide, question.value, of_term), []).append(answered)
    tallies = [_tally(group, by_guide) for group in groups.values()]
    return sorted(tallies, key=lambda tally: (-tally.correct / tally.asked, -tally.asked, tally.number or 0))


def _tally(group: list[Answered], by_guide: Guides) -> Tally:
    question = group[0].question
    material = by_guide[question.guide]
    counts = len(group), sum(answered.correct for answered in group)
    of_guide = f", in {material.guide}" if material.name else ""
    topic = material.topics.get(question.value) if question.value is not None else None
    if topic is None:
        name = f"{GLOSSARY}{of_guide}" if question.card.kind == TERM else _as_a_whole(material)
        return Tally(None, None, name, *counts)
    return Tally(question.shown(topic.ref), topic.number, f"{topic.name}{of_guide}", *counts)


def _steps(answers: Sequence[Answered], by_guide: Guides, program: str) -> Iterable[tuple[str, str]]:
    """Commands that show what was missed, the value missed most often first, and why to look there."""
    counts: Counter[tuple[str, str]] = Counter()
    for answered in answers:
        if not answered.correct:
            counts[_to_look_at(answered, by_guide)] += 1
    for (command, shows), _times in counts.most_common(NEXT_STEPS):
        yield f"{program} {command}", shows


def _to_look_at(answered: Answered, by_guide: Guides) -> tuple[str, str]:
    """The command that shows what would have helped, and what that is: of a list, the first value that was not named."""
    question = answered.question
    material = by_guide[question.guide]
    named = answered.naming.missing[0].ref if answered.naming and answered.naming.missing else None
    ref = named or question.value or question.refs[0]
    shown = question.shown(ref)
    if ref in material.topics:
        return f"value {shown}", material.topics[ref].name
    if question.card.kind == TERM:
        return f"term {shown}", material.entries[ref].name if ref in material.entries else ref
    return f"practice {shown}", _as_a_whole(material)


def _as_a_whole(material: Material) -> str:
    """What to call all that belongs to no value: by the guide's own name where there are several."""
    return f"{material.guide[:1].upper()}{material.guide[1:]} as a whole" if material.name else OF_ALL
