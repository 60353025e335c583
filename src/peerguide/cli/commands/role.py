"""`peerguide role`: what supervisors do."""

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
    ref_argument("value", "role", help="A value (9, shared power), or one supervisor role (9.s2)."),
]


@app.command(
    context_settings=HELP,
    short_help="What supervisors do.",
    epilog=examples("role", "role 9", "role 9.s2", 'role "shared power" --json'),
)
def role(
    context: typer.Context,
    ref: Words = None,
    json: Json = False,
    plain: Plain = False,
    pager: Pager = False,
    corpus: CorpusName = None,
    wording: Wording = None,
) -> None:
    """List the supervisor's roles: all, those of one value, or one."""
    show_statements(
        Desk.of(context, json=json, plain=plain, corpus=corpus, pager=pager, wording=wording), "role", ref
    )
