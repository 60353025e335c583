"""Questions, answers and what a sitting came to as linear text: numbered, and never drawn over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.quiz.fair import LETTERS
from peerguide.quiz.model import BEST_WORST, GAP
from peerguide.render.plain import lines
from peerguide.render.remarks import (
    KEYS,
    answer_text,
    chosen_reason,
    comes_again,
    coming_up,
    exam_mark,
    hint_text,
    how_to_answer,
    known_well,
    label,
    letter_by_letter,
    look_at_next,
    mark,
    named_lines,
    option_name,
    reading,
    right_answer,
    sentence,
    tally_name,
    verdict,
)
from peerguide.render.text import paragraphs, safe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.progress.agenda import Agenda
    from peerguide.quiz.naming import Named
    from peerguide.quiz.replies import Hint, Unclear
    from peerguide.quiz.results import ExamReport, Summary
    from peerguide.quiz.sitting import Answered, Asked, Feedback, Keys, Remark

BLANK = "(blank)"
"""How a gap is read aloud."""


@lines.register
def _asked_lines(entry: Asked) -> Iterator[str]:
    question = entry.question
    yield f"Question {entry.number} of {entry.total}."
    yield from (paragraph.replace(GAP, BLANK) for paragraph in paragraphs(question.prompt))
    texts = (*(option.text for option in question.options), *question.items)
    for letter, text in zip(LETTERS, texts, strict=False):
        yield f"{label(question, letter, numbered=True)}. {safe(text).replace(GAP, BLANK)}"
    yield how_to_answer(question, numbered=True)


@lines.register
def _unclear_lines(entry: Unclear) -> Iterator[str]:
    yield how_to_answer(entry.question, numbered=True)


@lines.register
def _hint_lines(entry: Hint) -> Iterator[str]:
    yield hint_text(entry, numbered=True)


@lines.register
def _feedback_lines(entry: Feedback) -> Iterator[str]:
    answered = entry.answered
    yield from (_pick_lines if answered.question.form == BEST_WORST else _verdict_lines)(answered)
    yield safe(answered.question.explanation)
    yield f"To read it: {reading(entry)}"
    again = comes_again(entry)
    if again:
        yield again


def _verdict_lines(answered: Answered) -> Iterator[str]:
    yield f"{verdict(answered)} {_right(answered) or ''}".rstrip()
    found = answered.reply.verdict
    if found and found.letters:
        yield safe(letter_by_letter(found.letters))
    reason = chosen_reason(answered, numbered=True)
    if reason:
        yield reason.replace(GAP, BLANK)


def _pick_lines(answered: Answered) -> Iterator[str]:
    """How it went with the best and the worst of a scenario, and why."""
    from peerguide.render.situations import pick_reasons

    yield verdict(answered)
    yield from (f"{label} {why}" for label, why in pick_reasons(answered, numbered=True))


def _right(answered: Answered) -> str | None:
    """The right answer; an option by its number, since that is how it was listed."""
    option = answered.question.right
    if option is None:
        return right_answer(answered)
    told = option_name(option, numbered=True).replace(GAP, BLANK)
    return told if answered.reply.correct else f"It is {told}"


@lines.register
def _named_lines(entry: Named) -> Iterator[str]:
    yield from named_lines(entry)


@lines.register
def _remark_lines(entry: Remark) -> Iterator[str]:
    yield safe(entry.text)


@lines.register
def _keys_lines(_entry: Keys) -> Iterator[str]:
    for key, does in KEYS:
        yield f"{key}: {does}"


@lines.register
def _summary_lines(entry: Summary) -> Iterator[str]:
    yield mark(entry)
    yield from _tally_lines(entry)
    yield from _next_lines(entry)


def _tally_lines(entry: Summary) -> Iterator[str]:
    well = known_well(entry)
    if well:
        yield f"You knew: {'; '.join(map(tally_name, well))}."
    for tally in look_at_next(entry):
        yield f"To look at next: {tally_name(tally)} ({tally.correct} of {tally.asked} so far)."


def _next_lines(entry: Summary) -> Iterator[str]:
    for command, shows in entry.steps:
        yield f"Next: {command} ({safe(shows)})"
    if not entry.saved:
        yield "Nothing was saved."


@lines.register
def _exam_lines(entry: ExamReport) -> Iterator[str]:
    yield f"Exam: {exam_mark(entry)}"
    yield from _tally_lines(entry.summary)
    for answered in entry.missed:
        asked, *texts = paragraphs(answered.question.prompt)
        prompt = " ".join([sentence(asked), *texts]).replace(GAP, BLANK)
        yield f"To look at again: {prompt}"
        yield f"You answered: {sentence(safe(answered.reply.given) or 'nothing')}"
        yield f"The answer: {sentence(safe(answer_text(answered)))}"
        yield safe(answered.question.explanation)
    yield from _next_lines(entry.summary)


@lines.register
def _agenda_lines(entry: Agenda) -> Iterator[str]:
    yield f"Nothing is due now; {coming_up(entry)}." if entry.next else "Nothing is due now."
    yield f"To practice all the same: {entry.program} quiz"
