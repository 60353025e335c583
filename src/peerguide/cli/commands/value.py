"""`peerguide value`: the core values, or one of them."""

from typing import Annotated

import typer

from peerguide.cli.desk import Desk
from peerguide.cli.elsewhere import pointing_elsewhere
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
from peerguide.corpus.names.refs import find

app = typer.Typer(**SETTINGS)

Words = Annotated[
    list[str] | None, ref_argument("value", help="A value: 7, seven, honest, honest-and-direct, share hope.")
]


@app.command(
    context_settings=HELP,
    short_help="The core values, or one of them.",
    epilog=examples(
        "value",
        "value 7",
        "value honest",
        'value "share hope"',
        "value seven --json",
        "value 7 --wording plain",
    ),
)
def value(
    context: typer.Context,
    ref: Words = None,
    json: Json = False,
    plain: Plain = False,
    pager: Pager = False,
    corpus: CorpusName = None,
    wording: Wording = None,
) -> None:
    """List the core values, or show one: meaning, practices beside supervisor roles, source.

    A value is known by its number, its name, its practice theme, a short name, or any of them misspelt a little.
    """
    desk = Desk.of(context, json=json, plain=plain, corpus=corpus, pager=pager, wording=wording)
    if ref:
        of, words = desk.asked(ref)
        with pointing_elsewhere(desk, words):
            found = desk.take(find(of, "value", words))
        desk.show(of.value(found))
    else:
        desk.show(desk.corpus.values())
