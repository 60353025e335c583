"""`peerguide review`: what is due today, by spaced repetition."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING, Annotated

import typer

from peerguide.cli.asking import chosen_kinds, chosen_values, hold, materials
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
from peerguide.cli.round import Round
from peerguide.quiz.results import summary_of
from peerguide.render.remarks import coming_up

if TYPE_CHECKING:
    from peerguide.progress.agenda import Agenda

app = typer.Typer(**SETTINGS)

NEW = 10


@app.command(
    context_settings=HELP,
    short_help="What is due today, so that it stays.",
    epilog=examples(
        "review",
        "review --new 5",
        "review --due",
        "review --value 7 --kind practice",
        "review --due --json",
    ),
)
def review(
    context: typer.Context,
    new: Annotated[
        int, typer.Option("--new", metavar="N", min=0, help="The most new questions in one day.")
    ] = NEW,
    due: Annotated[bool, typer.Option("--due", help="Only say how many are due; ask nothing.")] = False,
    count: Annotated[
        int | None,
        typer.Option(
            "--count", metavar="N", min=1, show_default=False, help="The most questions to ask now."
        ),
    ] = None,
    value: OnlyValues = None,
    kind: OnlyKinds = None,
    typed: Typed = False,
    json: Json = False,
    plain: Plain = False,
    corpus: CorpusName = None,
    wording: Wording = None,
) -> None:
    """Answer what is due today, the most overdue first, then some that are new.

    Each question comes again after a time that grows as you remember it (FSRS). The same statement is not asked in two
    ways on one day. Scenarios come again once you answered them. Missed is "again", right with a hint "hard", right "good", and e after an answer says that it was easy.
    With --corpus all each guide has its share of the new ones.
    """
    desk = Desk.of(context, json=json, plain=plain, corpus=corpus, wording=wording)
    from peerguide.corpus.places import data_folder
    from peerguide.progress.store import Store

    asked = materials(desk, chosen_values(desk, value or []))
    round_ = Round(desk, asked, chosen_kinds(kind or []), new, typed=typed)
    asks_nothing = due or desk.output.form == "json"
    with Store.look(data_folder()) or nullcontext() if asks_nothing else Store.open(data_folder()) as store:
        agenda, paper = round_.today(store, count)
        if due:
            _tell(desk, agenda)
        elif asks_nothing:
            desk.show(paper)
        elif not paper.questions:
            desk.show(agenda)
        else:
            sitting = hold(desk, asked, paper, "review", store)
            after, _paper = round_.today(store, None)
            more = [(f"{desk.program} review", coming_up(after))]
            desk.show(summary_of(sitting, asked, program=desk.program, saved=True, more=more))


def _tell(desk: Desk, agenda: Agenda) -> None:
    """Say how many are due: a number by itself, for a shell prompt; or all there is to know, as JSON."""
    if desk.output.form == "json":
        desk.show(agenda)
    else:
        desk.output.write(f"{agenda.due}\n")
