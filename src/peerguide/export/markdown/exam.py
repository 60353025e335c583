"""The report of an exam as Markdown, to hand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.export.credits import notice
from peerguide.export.markdown.papers import asked, lettered, reading
from peerguide.export.markdown.text import document, escaped, heading, item, prose, table
from peerguide.quiz.model import BEST_WORST
from peerguide.quiz.picks import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.corpus.library import Corpus
    from peerguide.quiz.results import ExamReport, Tally
    from peerguide.quiz.sitting import Answered

    Numbered = tuple[int, Answered]


def exam_markdown(report: ExamReport, corpus: Corpus) -> str:
    """The report: the mark, how each value went, and every question of this corpus with its answer and why."""
    return "".join(document([*_blocks(report), *map(prose, notice(corpus))]))


def _blocks(report: ExamReport) -> Iterator[str]:
    yield heading(1, f"Exam: {report.title}")
    yield "Name: ____________________"
    yield "\n".join(map(item, _facts(report)))
    yield heading(2, "By value")
    rows = ((_named(tally), str(tally.correct), str(tally.asked)) for tally in report.summary.tallies)
    yield "".join(table(("Value", "Right", "Asked"), rows)).rstrip()
    answers = list(enumerate(report.answers, 1))
    yield from _part("To look at again", [one for one in answers if not one[1].correct])
    yield from _part("Answered right", [one for one in answers if one[1].correct])


def _facts(report: ExamReport) -> Iterator[str]:
    summary = report.summary
    yield f"Date: {report.at.astimezone():%Y-%m-%d}"
    yield f"Mark: {summary.correct} of {summary.total} right, {int(summary.share * 100 + 1e-9)} percent"
    if report.needed is not None:
        reached = "reached" if report.passed else "not reached yet"
        yield f"Asked for: {round(report.needed * 100)} percent, {reached}"
    if summary.left:
        yield f"Not answered: {summary.left}"
    yield f"Seed of the paper: {report.seed}"


def _part(title: str, answers: list[Numbered]) -> Iterator[str]:
    if answers:
        yield heading(2, title)
    for number, answered in answers:
        yield heading(3, f"Question {number}")
        yield from asked(answered.question)
        yield "\n".join(map(item, _answer(answered)))


def _answer(answered: Answered) -> Iterator[str]:
    question = answered.question
    if question.items:
        yield from (f"**{letter}.** {escaped(text)}" for letter, text in lettered(question))
    yield f"Answered: {escaped(answered.reply.given) or 'nothing'}"
    if not answered.correct or (question.form == BEST_WORST and answered.credit < 1):
        yield f"The answer: {escaped('; '.join(_answers(answered)))}"
    if answered.reply.chosen and not answered.correct:
        yield f"Why not: {escaped(answered.reply.chosen.why)}"
    yield f"Why: {escaped(question.explanation)}"
    yield reading(question)


def _answers(answered: Answered) -> tuple[str, ...]:
    """The answer; of a list, every name; of a scenario, the best and the worst."""
    question = answered.question
    if question.form == BEST_WORST:
        return (told(*question.answers),)
    return question.answers if question.form == "list" else question.answers[:1]


def _named(tally: Tally) -> str:
    return escaped(tally.name) if tally.number is None else f"{tally.number}. {escaped(tally.name)}"
