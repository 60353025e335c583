"""`peerguide stats`: how learning goes."""

from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from peerguide.cli.desk import Desk
from peerguide.cli.history import learning
from peerguide.cli.options import HELP, SETTINGS, CorpusName, Json, Pager, Plain, examples

app = typer.Typer(**SETTINGS)

WIDTH = 98
"""The width of the picture, in cells."""


@app.command(
    context_settings=HELP,
    short_help="How learning goes, and what comes next.",
    epilog=examples("stats", "stats --plain", "stats --json", "stats --svg learning.svg"),
)
def stats(
    context: typer.Context,
    svg: Annotated[
        Path | None,
        typer.Option(
            "--svg", metavar="FILE", show_default=False, help="Save the drawing as an SVG picture, too."
        ),
    ] = None,
    json: Json = False,
    plain: Plain = False,
    pager: Pager = False,
    corpus: CorpusName = None,
) -> None:
    """Show how learning goes: what is known, by value and by kind of question, and what comes next.

    "remembered" is how likely you are to know a value's questions now, as the schedule of the reviews has it. Nothing is
    changed or saved by looking.
    """
    desk = Desk.of(context, json=json, plain=plain, corpus=corpus, pager=pager, wording=None)
    if svg is not None:
        from peerguide.cli.saving import check_free

        check_free(svg)
    entry = learning(desk)
    if svg is not None:
        from peerguide.cli.saving import save_text
        from peerguide.render.screen import picture

        save_text(svg, [picture(entry, WIDTH, "peerguide", f"{desk.program} stats")])
    desk.show(entry)
    if svg is not None:
        desk.output.say(f"The picture is in {quote(str(svg))}.")
