"""What a typed line means: one of the keys, an answer to the question asked, or neither."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from peerguide.corpus.names.spelling import fold
from peerguide.quiz.fair import LETTERS
from peerguide.quiz.model import BEST_WORST

if TYPE_CHECKING:
    from peerguide.quiz.grading import Verdict
    from peerguide.quiz.model import Option, Question

Key = Literal["help", "hint", "skip", "undo", "right", "easy", "stop"]

KEYS: dict[str, Key] = {
    "?": "help",
    "h": "hint",
    "s": "skip",
    "u": "undo",
    "!": "right",
    "e": "easy",
    "q": "stop",
    "help": "help",
    "hint": "hint",
    "skip": "skip",
    "undo": "undo",
    "quit": "stop",
    "exit": "stop",
}
"""What may be typed instead of an answer."""


FITS_TOO = 0.5
"""The credit of an answer that is not the one asked for and would fit as well."""


@dataclass(frozen=True, eq=False, repr=False)
class Reply:
    """An answer as it was understood: what was given, the option chosen if any, and how far it is right (0 to 1).

    `verdict` tells a typed answer's slips; `fits` says that it is not the one, yet would fit as well; `worst` is the option taken for
    the worst, where `chosen` is the one taken for the best.
    """

    given: str
    correct: bool
    credit: float
    chosen: Option | None = None
    verdict: Verdict | None = None
    fits: bool = False
    worst: Option | None = None


@dataclass(frozen=True, eq=False, repr=False)
class Unclear:
    """A line that is no answer to this question, whose form says what to type instead. To be shown."""

    question: Question


@dataclass(frozen=True, eq=False, repr=False)
class Hint:
    """Something that helps with a question and does not answer it, to be shown.

    One of these is given: the letters of options that it is not (none where there are only two), the letter of the item that comes
    first, or how an answer begins.
    """

    question: Question
    ruled_out: tuple[str, ...] = ()
    first: str = ""
    beginning: str = ""


def key_of(line: str) -> Key | None:
    """The key that this line is, or None."""
    return KEYS.get(line.strip().casefold())


def reply_to(question: Question, line: str) -> Reply | Unclear:
    """What this line answers. A question of the form "list" is answered by `peerguide.quiz.naming` instead."""
    if question.form == "choice":
        return _chosen(question, line)
    if question.form == "order":
        return _ordered(question, line)
    if question.form == BEST_WORST:
        return _picked(question, line)
    return _typed(question, line)


def _chosen(question: Question, line: str) -> Reply | Unclear:
    option = _by_letter(question, line) or _by_number(question, line) or _by_text(question, line)
    if option is None:
        return Unclear(question)
    return Reply(option.text, option.correct, float(option.correct), option)


def _by_letter(question: Question, line: str) -> Option | None:
    letter = line.strip(" \t().:").upper()
    return next((option for option in question.options if option.letter == letter), None)


def _by_number(question: Question, line: str) -> Option | None:
    """The option at this place; where the options are numbers themselves, the one that is this number."""
    number = line.strip(" \t().:")
    if not re.fullmatch("[0-9]+", number):
        return None
    if any(option.text.isdecimal() for option in question.options):
        return next((option for option in question.options if option.text == number.lstrip("0")), None)
    place = int(number[:3]) - 1
    return question.options[place] if 0 <= place < len(question.options) else None


def _by_text(question: Question, line: str) -> Option | None:
    from peerguide.quiz.grading import grade

    others = [option.text for option in question.options]
    fitting = [
        option
        for option in question.options
        if fold(line) and grade(line, [option.text], [text for text in others if text != option.text]).correct
    ]
    return fitting[0] if len(fitting) == 1 else None


def _ordered(question: Question, line: str) -> Reply | Unclear:
    letters = LETTERS[: len(question.items)]
    typed = re.sub(r"[\s,;.>-]+", "", line).upper()
    numbered = "".join(letters[int(one) - 1] if one in "1234"[: len(letters)] else one for one in typed)
    if sorted(numbered) != list(letters):
        return Unclear(question)
    right = question.answers[0]
    places = sum(one == other for one, other in zip(numbered, right, strict=True))
    return Reply(numbered, numbered == right, places / len(right))


def _picked(question: Question, line: str) -> Reply | Unclear:
    """The best and the worst. It counts as right when the best is: that is what one would do."""
    from peerguide.quiz.picks import credit_for, picks_in, told

    picks = picks_in(line)
    if picks is None:
        return Unclear(question)
    by_letter = {option.letter: option for option in question.options}
    best, worst = by_letter[picks.best], by_letter[picks.worst]
    right = {option.letter for option in question.options if option.correct}
    least = {option.letter for option in question.options if option.worst}
    credit = credit_for(picks, *right, *least)
    return Reply(told(best.text, worst.text), best.correct, credit, best, worst=worst)


def _typed(question: Question, line: str) -> Reply | Unclear:
    from peerguide.quiz.grading import grade

    if not fold(line):
        return Unclear(question)
    verdict = grade(line, question.answers, question.others)
    fits = not verdict.correct and bool(question.fitting) and grade(line, question.fitting).correct
    credit = FITS_TOO if fits else float(verdict.correct)
    return Reply(line.strip(), verdict.correct, credit, None, verdict, fits)


def hint_for(question: Question) -> Hint:
    """A hint for this question: half of what would answer it."""
    if question.form == "choice":
        wrong = [option.letter for option in question.options if not option.correct]
        return Hint(question, ruled_out=tuple(wrong[:-1]))
    if question.form == "order":
        return Hint(question, first=question.answers[0][0])
    if question.form == BEST_WORST:
        between = [option.letter for option in question.options if not (option.correct or option.worst)]
        return Hint(question, ruled_out=tuple(between[:1]))
    return hint_for_name(question, question.answers[0])


def hint_for_name(question: Question, name: str) -> Hint:
    """How a name begins: the first letter of each of its words, or the first half of a single one."""
    words = name.split()
    shown = 1 if len(words) > 1 else -(-len(name) // 2)
    return Hint(question, beginning=" ".join(f"{word[:shown]}{'.' * (len(word) - shown)}" for word in words))
