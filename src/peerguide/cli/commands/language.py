"""`peerguide language`: words in a text that strain plain, person-first, non-clinical language, and other words for them."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from peerguide.cli.desk import Desk
from peerguide.cli.options import HELP, SETTINGS, CorpusName, Json, Plain, examples
from peerguide.errors import BelowThresholdError, UsageError

if TYPE_CHECKING:
    from peerguide.corpus.model.language import Confidence
    from peerguide.language.texts import Tally

app = typer.Typer(**SETTINGS)

LEVELS = "sure, likely or ask"


@app.command(
    context_settings=HELP,
    short_help="Words in your texts that could be plainer or put the person first.",
    epilog=examples(
        "language notes.md",
        "language notes.md flyer.txt --plain",
        "language -",
        "language notes.md --at-least likely",
        "language notes.md --words words.yaml",
        "language notes.md --json",
    ),
)
def language(
    context: typer.Context,
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE|-...",
            show_default=False,
            help="Texts to look at, in Markdown or plain text; - for standard input.",
        ),
    ],
    strict: Annotated[
        bool, typer.Option("--strict", help="Leave with exit code 6 where anything is found.")
    ] = False,
    at_least: Annotated[
        str, typer.Option("--at-least", metavar="LEVEL", help=f"Only findings at least so sure: {LEVELS}.")
    ] = "ask",
    words: Annotated[
        list[str] | None,
        typer.Option(
            "--words",
            metavar="FILE",
            show_default=False,
            help="A file with words of your own beside the shipped ones; may be given again.",
        ),
    ] = None,
    json: Json = False,
    plain: Plain = False,
    corpus: CorpusName = None,
) -> None:
    """Find words in texts that strain plain, person-first, non-clinical language, and suggest others.

    Each finding names its place, a reason, other words, what the guidelines say to it (a ref to look up), and how sure it is: some
    people choose such words for themselves, so then ask. Quotations, code, and what people say of themselves are left alone.
    Nothing is changed; the text and its words stay yours.

    Standard input is named - in what is printed. Each line begins as path:line:column, which editors know.
    """
    from peerguide.cli.behind import Behind
    from peerguide.cli.looking import Looking, unread
    from peerguide.corpus.language.words import language_words
    from peerguide.language.finder import Finder

    levels = _levels(at_least)
    desk = Desk.of(context, json=json, plain=plain, corpus=corpus)
    folder = desk.folders[0] if len(desk.folders) == 1 else None
    known = language_words([Path(file).expanduser() for file in words or []], folder)
    looking = Looking(desk.output, Finder(known), levels, Behind(folder))
    tally = looking.look_at(files)
    _tell(desk, tally)
    if looking.troubles:
        raise unread(looking.troubles, len(files))
    if strict and tally.findings:
        raise BelowThresholdError(
            f"{'1 finding' if tally.findings == 1 else f'{tally.findings:,} findings'}; with --strict the aim is none.",
            "Take up what fits your text; --at-least likely or sure leaves out what is less sure.",
        )


def _levels(name: str) -> "frozenset[Confidence]":
    """The levels of what is to be shown. Raises UsageError for a name that means none."""
    from peerguide.language.levels import at_least

    levels = at_least(name)
    if levels is None:
        raise UsageError(f'There is no level "{name}".', f"The levels are {LEVELS}.")
    return levels


def _tell(desk: Desk, tally: "Tally") -> None:
    """Say what looking came to, to people."""
    from peerguide.render.findings import came_to

    if tally.texts and desk.output.form != "json":
        desk.output.say(came_to(tally))
