"""The report of an exam as Markdown, to hand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.export.markdown import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.quiz.results import ExamReport, Tally
    from peerguide.quiz.sitting import Answered


def exam_markdown(report: ExamReport) -> str:
    """The report: the mark, how each value went, and every question with its answer and why."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: ExamReport) -> Iterator[str]:
    yield f"# Exam: {escaped(report.title)}"
    yield ""
    yield "Name: ____________________"
    yield ""
    yield from _facts(report)
    yield ""
    yield "## By value"
    yield ""
    yield "| Value | Right | Asked |"
    yield "| :--- | ---: | ---: |"
    yield from (f"| {_named(tally)} | {tally.correct} | {tally.asked} |" for tally in report.summary.tallies)
    for heading, answers in (("To look at again", report.missed), ("Answered right", _right(report))):
        if answers:
            yield ""
            yield f"## {heading}"
        for answered in answers:
            yield ""
            yield from _answer(answered)


def _facts(report: ExamReport) -> Iterator[str]:
    summary = report.summary
    yield f"- Date: {report.at.astimezone():%Y-%m-%d}"
    yield f"- Mark: {summary.correct} of {summary.total} right, {int(summary.share * 100 + 1e-9)} percent"
    if report.needed is not None:
        reached = "reached" if report.passed else "not reached yet"
        yield f"- Asked for: {round(report.needed * 100)} percent, {reached}"
    if summary.left:
        yield f"- Not answered: {summary.left}"
    yield f"- Seed of the paper: {report.seed}"


def _right(report: ExamReport) -> tuple[Answered, ...]:
    return tuple(answered for answered in report.answers if answered.correct)


def _answer(answered: Answered) -> Iterator[str]:
    question = answered.question
    asked, *texts = question.prompt.split("\n")
    yield f"### {escaped(asked)}"
    for text in texts:
        yield ""
        yield f"> {escaped(text)}"
    yield ""
    for number, item in enumerate(question.items):
        yield f"- {'ABCD'[number]}\\. {escaped(item)}"
    yield f"- Answered: {escaped(answered.reply.given) or 'nothing'}"
    if not answered.correct:
        yield f"- The answer: {escaped('; '.join(_answers(answered)))}"
    if answered.reply.chosen and not answered.correct:
        yield f"- Why not: {escaped(answered.reply.chosen.why)}"
    yield f"- Why: {escaped(question.explanation)}"
    yield f"- To read it: {', '.join(map(escaped, question.refs))}"


def _answers(answered: Answered) -> tuple[str, ...]:
    """The answer; of a list, every name."""
    return answered.question.answers if answered.question.form == "list" else answered.question.answers[:1]


def _named(tally: Tally) -> str:
    return escaped(tally.name) if tally.number is None else f"{tally.number}. {escaped(tally.name)}"
