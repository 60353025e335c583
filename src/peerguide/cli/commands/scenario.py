"""`peerguide scenario`: situations to think through."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from peerguide.cli.asking import chosen_values
from peerguide.cli.desk import Desk, typed
from peerguide.cli.options import (
    HELP,
    SETTINGS,
    CorpusName,
    Json,
    OnlyValues,
    Pager,
    Plain,
    examples,
    ref_argument,
)
from peerguide.corpus.scenarios import scenario as scenario_of
from peerguide.corpus.scenarios import scenarios
from peerguide.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from peerguide.corpus.model.scenarios import Audience, Scenario

app = typer.Typer(**SETTINGS)

AUDIENCES: dict[str, Audience] = {"supporter": "supporter", "supervisor": "supervisor"}
"""What people type for who acts in a scenario; an s at its end is passed over."""

ASK = "Which is best, and which is worst? Two letters, such as BD; Enter alone shows the answer."

Words = Annotated[
    list[str] | None,
    ref_argument("scenario", help="A scenario: its ref, with or without sc-, its title, or words of it."),
]
For = Annotated[
    str | None,
    typer.Option(
        "--for", metavar="WHOM", show_default=False, help="Only those for a supporter, or for a supervisor."
    ),
]


@app.command(
    context_settings=HELP,
    short_help="Situations to think through.",
    epilog=examples(
        "scenario",
        "scenario --value 9 --for supervisor",
        "scenario sc-watching-doses",
        "scenario watching doses --answer",
        "scenario --random --seed 7",
        "quiz --kind scenario",
    ),
)
def scenario(
    context: typer.Context,
    ref: Words = None,
    answer: Annotated[
        bool, typer.Option("--answer", help="Show which option is best, which worst, and why.")
    ] = False,
    value: OnlyValues = None,
    audience: For = None,
    random: Annotated[bool, typer.Option("--random", help="Show any one of them.")] = False,
    seed: Annotated[
        int | None,
        typer.Option(
            "--seed", metavar="N", show_default=False, help="With --random, the same one as another time."
        ),
    ] = None,
    json: Json = False,
    plain: Plain = False,
    pager: Pager = False,
    corpus: CorpusName = None,
) -> None:
    """List the scenarios, or show one: a situation, and four things that could be done.

    On a terminal you are asked which is best and which is worst, then shown why; nothing is saved. In a pipe the key comes
    only with --answer; JSON, for programs, always has it. `quiz --kind scenario` asks several and keeps your answers.
    """
    desk = Desk.of(context, json=json, plain=plain, corpus=corpus, pager=pager)
    filtered = bool(value) or audience is not None
    _check_options(bool(ref), random=random, seeded=seed is not None, filtered=filtered, answer=answer)
    if ref:
        _show(desk, scenario_of(desk.corpus, _found(desk, typed(ref))), answer=answer)
        return
    every = scenarios(desk.corpus, chosen_values(desk, value or []), _audience(audience))
    if not every.scenarios:
        raise _none(desk, filtered=filtered)
    if random:
        from peerguide.quiz.paper import any_of

        chosen = any_of([one.ref for one in every.scenarios], seed)
        _show(desk, scenario_of(desk.corpus, chosen), answer=answer)
    else:
        desk.show(every)


def _check_options(ref: bool, *, random: bool, seeded: bool, filtered: bool, answer: bool) -> None:
    """Raise UsageError for options that ask for what cannot be."""
    if ref and (random or filtered):
        raise UsageError(
            "A scenario that is named cannot be chosen by --random, --value or --for as well.",
            "Leave out its name, or these.",
        )
    if seeded and not random:
        raise UsageError("--seed chooses with --random.", "Try: peerguide scenario --random --seed 7")
    if answer and not (ref or random):
        raise UsageError(
            "--answer shows the key of one scenario.",
            "Name it too; for all that there are: peerguide scenario",
        )


def _audience(word: str | None) -> Audience | None:
    if word is None:
        return None
    chosen = AUDIENCES.get(word.strip().casefold().removesuffix("s"))
    if chosen is None:
        raise UsageError(f'There are no scenarios for "{word}".', "Say --for supporter, or --for supervisor.")
    return chosen


def _found(desk: Desk, words: str) -> str:
    """The ref of the scenario that is meant; its id may do without `sc-`."""
    from peerguide.corpus.names.known import kind_of
    from peerguide.corpus.names.refs import find
    from peerguide.corpus.names.spelling import fold

    slug = "-".join(["sc", *fold(words).split()])
    if kind_of(desk.corpus, slug) == "scenario":
        return slug
    return desk.take(find(desk.corpus, "scenario", words))


def _none(desk: Desk, *, filtered: bool) -> NotFoundError:
    """The error that there is no such scenario."""
    if desk.output.form == "json":
        desk.output.write("[]\n")
    if filtered:
        return NotFoundError("No scenario fits all of that.", "To see them all: peerguide scenario")
    return NotFoundError("This corpus has no scenarios.", "To see its values: peerguide value")


def _show(desk: Desk, scenario: Scenario, *, answer: bool) -> None:
    """Show a scenario; a person at a terminal is asked before the key is shown."""
    from peerguide.corpus.model.scenarios import ScenarioView

    asks = not answer and _is_conversation(desk)
    told: Literal["key", "step", "nothing"] = "key" if answer else "nothing" if asks else "step"
    desk.show(ScenarioView(scenario, told, desk.program, desk.corpus.shipped))
    if asks:
        _ask(desk, scenario)


def _is_conversation(desk: Desk) -> bool:
    """Whether somebody is there to be asked: at a terminal for what is shown and for what is typed."""
    streams = (sys.stdin, sys.stdout)
    return desk.output.form != "json" and all(one and not one.closed and one.isatty() for one in streams)


def _ask(desk: Desk, scenario: Scenario) -> None:
    """Ask for the best and the worst option until two are named or the key is asked for, and show it; q leaves it untold."""
    from peerguide.cli.lines import Lines
    from peerguide.corpus.model.scenarios import ScenarioKey
    from peerguide.quiz.picks import picks_in
    from peerguide.quiz.replies import key_of

    lines = Lines(desk.output)
    while True:
        desk.output.say(ASK)
        line = lines.next()
        if line is None or key_of(line) == "stop":
            return
        picked = picks_in(line)
        if picked or not line.strip():
            desk.show(ScenarioKey(scenario, picked, desk.program))
            return
