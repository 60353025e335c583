"""`peerguide practice`: what peer supporters do."""

from typing import Annotated

import typer

from peerguide.cli.commands.statements import show_statements
from peerguide.cli.desk import Desk
from peerguide.cli.options import (
    HELP,
    SETTINGS,
    CorpusName,
    Json,
    Pager,
    Plain,
    Wording,
    examples,
    ref_argument,
)

app = typer.Typer(**SETTINGS)

Words = Annotated[
    list[str] | None,
    ref_argument("value", "practice", help="A value (7, honest), or one practice (7.p2)."),
]


@app.command(
    context_settings=HELP,
    short_help="What peer supporters do.",
    epilog=examples("practice", "practice 7", "practice 7.p2", "practice honest --json"),
)
def practice(
    context: typer.Context,
    ref: Words = None,
    json: Json = False,
    plain: Plain = False,
    pager: Pager = False,
    corpus: CorpusName = None,
    wording: Wording = None,
) -> None:
    """List the practices of peer supporters: all, those of one value, or one."""
    show_statements(
        Desk.of(context, json=json, plain=plain, corpus=corpus, pager=pager, wording=wording), "practice", ref
    )
