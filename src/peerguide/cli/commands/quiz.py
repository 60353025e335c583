"""`peerguide quiz`: questions, with feedback at once, or as an exam."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from peerguide.cli.asking import chosen_kinds, chosen_values, hold, materials, parts_of
from peerguide.cli.desk import Desk
from peerguide.cli.options import (
    HELP,
    SETTINGS,
    CorpusName,
    Json,
    OnlyKinds,
    OnlyValues,
    Plain,
    Typed,
    Wording,
    examples,
)
from peerguide.cli.request import COUNT, Request, paper_for
from peerguide.errors import BelowThresholdError, UsageError
from peerguide.quiz.results import summary_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peerguide.corpus.library import Corpus
    from peerguide.progress.store import Store
    from peerguide.quiz.material import Material
    from peerguide.quiz.paper import Paper
    from peerguide.quiz.results import Summary
    from peerguide.quiz.sitting import Sitting

app = typer.Typer(**SETTINGS)

STREAM = Path("-")
"""What people type for standard output."""

Count = Annotated[
    int | None,
    typer.Option(
        "--count", metavar="N", min=1, show_default=False, help=f"How many questions; {COUNT} unless told."
    ),
]
Seed = Annotated[
    int | None,
    typer.Option("--seed", metavar="N", show_default=False, help="Ask the same questions as another time."),
]
Exam = Annotated[bool, typer.Option("--exam", help="No feedback before the end; then a report.")]
Pass = Annotated[
    int | None,
    typer.Option(
        "--pass", metavar="PERCENT", min=0, max=100, show_default=False, help="Exit with 6 below this mark."
    ),
]
Missed = Annotated[bool, typer.Option("--missed", help="Only what you missed the last time.")]
NoSave = Annotated[bool, typer.Option("--no-save", help="Keep no answers.")]
Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="FILE.md", show_default=False, help="Write the exam's report to a file."),
]


@app.command(
    context_settings=HELP,
    short_help="Questions about the values, with feedback.",
    epilog=examples(
        "quiz --count 3 --seed 7",
        "quiz --value honest --value 9",
        "quiz --kind practice --kind role",
        "quiz --kind list",
        "quiz --kind scenario --count 3",
        "quiz --corpus all --count 6",
        "quiz --typed --no-save",
        "quiz --exam --count 20 --out report.md",
        "quiz --json --count 20 --seed 7",
    ),
)
def quiz(
    context: typer.Context,
    count: Count = None,
    value: OnlyValues = None,
    kind: OnlyKinds = None,
    seed: Seed = None,
    exam: Exam = False,
    typed: Typed = False,
    passing: Pass = None,
    missed: Missed = False,
    no_save: NoSave = False,
    out: Out = None,
    json: Json = False,
    plain: Plain = False,
    corpus: CorpusName = None,
    wording: Wording = None,
) -> None:
    """Answer questions about the values, the practices, the supervisor roles and the glossary; about scenarios with --kind scenario.

    Each answer is saved at once, with its reason told. While a question waits, ? shows what else can be typed. From a
    pipe one answer a line is read. --json prints the questions with their answers and asks nothing.
    """
    desk = Desk.of(context, json=json, plain=plain, corpus=corpus, wording=wording)
    _check_options(desk, exam=exam, passing=passing, out=out)
    values, kinds = chosen_values(desk, value or []), chosen_kinds(kind or [])
    request = Request(count, tuple(values), tuple(kinds), typed, missed, exam, passing)
    asked = materials(desk, values)
    paper = paper_for(desk, asked, request, seed)
    if desk.output.form == "json":
        _print(desk, paper, request)
        return
    sitting, summary = _sit(desk, asked, paper, request, save=not no_save, out=out)
    if exam:
        _report(desk, sitting, summary, paper, passing, out)
    else:
        desk.show(summary)
    _check_mark(summary, passing)


def _check_options(desk: Desk, *, exam: bool, passing: int | None, out: Path | None) -> None:
    """Raise UsageError for options that ask for what cannot be."""
    if out is not None and not exam:
        raise UsageError("--out writes the report of an exam.", "Try: peerguide quiz --exam --out report.md")
    if desk.output.form == "json" and (passing is not None or out is not None):
        raise UsageError(
            "--json asks nothing, so there is no mark and no report.", "Leave --json out, or the others."
        )


def _print(desk: Desk, paper: Paper, request: Request) -> None:
    """Print a paper with its key, and say how to get the same one again."""
    desk.show(paper)
    again = request.command(desk.program, paper.seed)
    same = "asks what you missed by then" if request.missed else "asks the same"
    desk.output.say(f"Seed {paper.seed}: {again} --json {same}.")


def _sit(
    desk: Desk, asked: Sequence[Material], paper: Paper, request: Request, *, save: bool, out: Path | None
) -> tuple[Sitting, Summary]:
    """Hold the sitting, once all that it needs is there, and say what it came to."""
    if out not in (None, STREAM):
        from peerguide.cli.saving import check_free

        check_free(out)
    with _store() if save else nullcontext() as store:
        sitting = hold(desk, asked, paper, "exam" if request.exam else "practice", store)
    shows = "what you missed, again" if request.missed else "the same questions again"
    again = (request.command(desk.program, paper.seed), shows)
    return sitting, summary_of(sitting, asked, program=desk.program, saved=save, more=[again])


def _store() -> Store:
    """The store of the learner's history, ready before the first question."""
    from peerguide.corpus.places import data_folder
    from peerguide.progress.store import Store

    return Store.open(data_folder())


def _report(
    desk: Desk, sitting: Sitting, summary: Summary, paper: Paper, passing: int | None, out: Path | None
) -> None:
    """Show the report of an exam, and write it to a file where that was asked for."""
    from peerguide.quiz.results import ExamReport

    needed = None if passing is None else passing / 100
    title = " and ".join(map(_title, parts_of(desk.corpus).values()))
    report = ExamReport(title, summary, sitting.answered, needed, paper.seed, desk.now())
    desk.show(report)
    if out is None:
        return
    from peerguide.export.markdown.exam import exam_markdown

    if out == STREAM:
        desk.output.write(exam_markdown(report, desk.corpus))
    else:
        from peerguide.cli.saving import save_text

        save_text(out, [exam_markdown(report, desk.corpus)])
        desk.output.say(f"The report is in {quote(str(out))}.")


def _title(corpus: Corpus) -> str:
    citation = corpus.citation()
    return citation.title if citation else corpus.guide


def _check_mark(summary: Summary, passing: int | None) -> None:
    """Raise BelowThresholdError when the mark asked for was not met."""
    if passing is not None and summary.share * 100 + 1e-9 < passing:
        raise BelowThresholdError(
            f"{int(summary.share * 100 + 1e-9)} percent so far; the aim is {passing}.",
            "To go over what you missed: peerguide quiz --missed",
        )
