"""Questions, answers and what a sitting came to as a person at a terminal sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from peerguide.quiz.fair import LETTERS
from peerguide.quiz.model import BEST_WORST
from peerguide.render.drawn import draw
from peerguide.render.drawn.charts import place_in
from peerguide.render.layout import label_column
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
    look_at_next,
    mark,
    named_lines,
    reading,
    right_answer,
    tally_name,
    verdict,
)
from peerguide.render.text import paragraphs, safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peerguide.progress.agenda import Agenda
    from peerguide.quiz.grading import Letter
    from peerguide.quiz.naming import Named
    from peerguide.quiz.replies import Hint, Unclear
    from peerguide.quiz.results import ExamReport, Summary
    from peerguide.quiz.sitting import Answered, Asked, Feedback, Keys, Remark
    from peerguide.render.layout import Sheet

INDENT = 2


@draw.register
def _asked_drawing(entry: Asked, sheet: Sheet) -> None:
    question = entry.question
    if entry.number > 1:
        sheet.write("")
    sheet.write_text(place_in(entry.number - 1, entry.total, f"{entry.number} of {entry.total}", sheet.width))
    asked, *texts = paragraphs(question.prompt)
    sheet.write(asked, "title")
    for text in texts:
        sheet.gap()
        sheet.write(text, indent=INDENT)
    sheet.gap()
    for letter, text in zip(
        LETTERS, (*(one.text for one in question.options), *question.items), strict=False
    ):
        sheet.hang(Text(f"  {letter}", "ref"), Text(safe(text)), INDENT + 3)
    if question.form in ("list", "order", BEST_WORST):
        sheet.write(how_to_answer(question, numbered=False), "cite", indent=INDENT)
    elif entry.number == 1:
        sheet.write(
            "Type your answer and press Enter; ? shows what else you can type.", "cite", indent=INDENT
        )


@draw.register
def _unclear_drawing(entry: Unclear, sheet: Sheet) -> None:
    sheet.write(how_to_answer(entry.question, numbered=False), "label", indent=INDENT)


@draw.register
def _hint_drawing(entry: Hint, sheet: Sheet) -> None:
    sheet.write(hint_text(entry, numbered=False), "label", indent=INDENT)


@draw.register
def _feedback_drawing(entry: Feedback, sheet: Sheet) -> None:
    answered = entry.answered
    style = "right" if answered.correct else "missed"
    if answered.question.form == BEST_WORST:
        _draw_picks(answered, style, sheet)
    else:
        _draw_verdict(answered, style, sheet)
    sheet.write(safe(answered.question.explanation), indent=INDENT)
    sheet.write_text(Text(reading(entry), "command"), indent=INDENT)
    again = comes_again(entry)
    if again:
        sheet.write(again, "cite", indent=INDENT)


def _draw_verdict(answered: Answered, style: str, sheet: Sheet) -> None:
    sheet.write_text(Text.assemble((verdict(answered), style), " ", right_answer(answered) or ""))
    found = answered.reply.verdict
    if found and found.letters:
        _draw_letters(found.letters, sheet)
    reason = chosen_reason(answered)
    if reason:
        sheet.write(reason, indent=INDENT)


def _draw_picks(answered: Answered, style: str, sheet: Sheet) -> None:
    """How it went with the best and the worst of a scenario, and why."""
    from peerguide.render.situations import pick_reasons

    sheet.write(verdict(answered), style)
    for label, why in pick_reasons(answered, numbered=False):
        sheet.write_text(Text.assemble((label, "label"), f" {why}"), indent=INDENT)


def _draw_letters(letters: Sequence[Letter], sheet: Sheet) -> None:
    """What was typed above what is right, letter by letter, with a mark below each that differs."""
    typed, right, marks = Text(), Text(), Text()
    for letter in letters:
        wide = letter.mark != "same"
        typed.append(safe(letter.text) if letter.mark != "missing" else "·", "missed" if wide else None)
        right.append(safe(letter.right) or "·", "right" if wide else None)
        marks.append("^" if wide else " ", "cite")
    for label, line in (("you typed", typed), ("it is", right), ("", marks)):
        sheet.hang(Text(f"  {label}", "cite"), line, INDENT + 11)


@draw.register
def _named_drawing(entry: Named, sheet: Sheet) -> None:
    for line in named_lines(entry):
        sheet.write(line, indent=INDENT)


@draw.register
def _remark_drawing(entry: Remark, sheet: Sheet) -> None:
    sheet.write(safe(entry.text), "label", indent=INDENT)


@draw.register
def _keys_drawing(_entry: Keys, sheet: Sheet) -> None:
    column = label_column(f"  {key}" for key, _does in KEYS)
    for key, does in KEYS:
        sheet.hang(Text(f"  {key}", "ref"), Text(does), column)


@draw.register
def _summary_drawing(entry: Summary, sheet: Sheet) -> None:
    sheet.write(mark(entry), "title")
    _draw_tallies(entry, sheet)
    _draw_next(entry, sheet)


def _draw_tallies(entry: Summary, sheet: Sheet) -> None:
    for heading, tallies, style in (
        ("You knew", known_well(entry), "right"),
        ("To look at next", look_at_next(entry), "missed"),
    ):
        if tallies:
            sheet.gap()
            sheet.write(heading, style)
        for tally in tallies:
            sheet.hang(Text(f"  {tally.correct} of {tally.asked}", "ref"), Text(tally_name(tally)), 11)


def _draw_next(entry: Summary, sheet: Sheet) -> None:
    sheet.gap()
    column = label_column(command for command, _shows in entry.steps)
    for command, shows in entry.steps:
        sheet.hang(Text(command, "command"), Text(safe(shows)), column)
    if not entry.saved:
        sheet.write("Nothing was saved.", "cite")


@draw.register
def _exam_drawing(entry: ExamReport, sheet: Sheet) -> None:
    sheet.write(f"Exam: {exam_mark(entry)}", "title")
    _draw_tallies(entry.summary, sheet)
    for answered in entry.missed:
        sheet.gap()
        asked, *texts = paragraphs(answered.question.prompt)
        sheet.write(asked, "heading")
        for text in texts:
            sheet.write(text, indent=INDENT)
        rows = [
            ("You answered", answered.reply.given or "nothing"),
            ("The answer", answer_text(answered)),
        ]
        for label, text in rows:
            sheet.hang(Text(f"  {label}", "label"), Text(safe(text)), INDENT + 14)
        sheet.write(safe(answered.question.explanation), indent=INDENT)
    _draw_next(entry.summary, sheet)


@draw.register
def _agenda_drawing(entry: Agenda, sheet: Sheet) -> None:
    sheet.write(f"Nothing is due now; {coming_up(entry)}." if entry.next else "Nothing is due now.", "title")
    command = f"{entry.program} quiz"
    sheet.hang(Text(command, "command"), Text("to practice all the same"), label_column([command]))
