"""Naming all of them: what has been named so far, what was said already, what is still missing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from peerguide.corpus.names.spelling import fold
from peerguide.quiz.replies import Reply

if TYPE_CHECKING:
    from peerguide.quiz.grading import Verdict
    from peerguide.quiz.model import Name, Question


@dataclass(frozen=True, eq=False, repr=False)
class Named:
    """What one line named: new names, those that were said already, and what is no name here (with how close it came)."""

    new: tuple[Name, ...]
    again: tuple[Name, ...]
    unknown: tuple[tuple[str, Verdict], ...]
    count: int
    total: int


@dataclass(eq=False, repr=False)
class Naming:
    """The names given so far to a question of the form "list"."""

    question: Question
    named: list[Name] = field(default_factory=list)

    @property
    def missing(self) -> tuple[Name, ...]:
        """The names not given yet, in the guide's order."""
        return tuple(name for name in self.question.named if name not in self.named)

    def take(self, line: str) -> Named:
        """Take the names in a line, one or several with commas between them."""
        from peerguide.quiz.grading import grade, listed

        new: list[Name] = []
        again: list[Name] = []
        unknown: list[tuple[str, Verdict]] = []
        for typed in filter(fold, listed(line)):
            name = self._meant(typed)
            if name is None:
                everything = [one.name for one in self.question.named]
                unknown.append((typed, grade(typed, everything)))
            elif name in self.named:
                again.append(name)
            else:
                self.named.append(name)
                new.append(name)
        return Named(tuple(new), tuple(again), tuple(unknown), len(self.named), len(self.question.named))

    def _meant(self, typed: str) -> Name | None:
        """The one name that this is; None when it is none, or could be two."""
        from peerguide.quiz.grading import grade

        for name in self.question.named:
            others = [
                way for other in self.question.named if other is not name for way in (other.name, *other.ways)
            ]
            if grade(typed, (name.name, *name.ways), others).correct:
                return name
        return None

    def reply(self) -> Reply:
        """What all the names together answer: partial credit for those given, right from the mark on."""
        credit = len(self.named) / len(self.question.named)
        given = "; ".join(name.name for name in self.named)
        return Reply(given, len(self.named) >= self.question.needed, credit)
